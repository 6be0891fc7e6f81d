/**
 * The rooms of `main` from the roof to the ground: each uses only what stands below it. Rooms of one line stand side by side and may use each
 * other. What lies in no folder is a room by its file's name.
 */
export const storeys: readonly (readonly string[])[] = [
  ['desktop'],
  ['hosts'],
  ['station', 'import-worker'],
  ['registry'],
  ['sample'],
  ['imports', 'exports'],
  ['admin'],
  ['history', 'lists'],
  ['sheets'],
  ['intake'],
  ['tickets'],
  ['products'],
  ['customers'],
  ['clocks'],
  ['house'],
  ['api', 'files', 'scheduler'],
  ['database'],
  ['new-id', 'worker-file'],
]

/** Rooms that name no feature, whatever stands below them. */
export const knowsNoFeature = ['station', 'clocks', 'house', 'api', 'files', 'scheduler', 'database'] as const

/** What still climbs or names another room's table: the file, the one room or table it is let, and why. A line that no longer meets anything fails. */
export const awaited: readonly { path: string; meets: string; why: string }[] = [
  ...[
    ['calls', 'intake'],
    ['calls', 'tickets'],
    ['customers', 'products'],
    ['known', 'products'],
    ['update', 'products'],
    ['stage', 'products_product'],
  ].map(([part = '', meets = '']) => ({
    path: `main/customers/import-${part}.ts`,
    meets,
    why: 'reading tables in moves to a room of its own above the features, with contracts that features bring',
  })),
  ...[
    ['check-backup', 'files_file'],
    ['restore', 'admin_counter'],
  ].map(([part = '', meets = '']) => ({
    path: `main/database/${part}.ts`,
    meets,
    why: 'a backup of any age is looked into as a file: a view may not be there yet',
  })),
]

/** Whether a file is let to meet a room above it or another room's table. */
export function isAwaited(path: string, meets: string | null): boolean {
  return awaited.some((line) => line.path === path && line.meets === meets)
}

/** The room of a file under `main`; null for files elsewhere. */
export function roomOf(path: string): string | null {
  return /^main\/([^/]+?)(?:\/|\.ts$)/.exec(path)?.[1] ?? null
}

/** How deep a room stands, 0 under the roof. Fails on a room that has no place yet. */
export function depthOf(room: string): number {
  const depth = storeys.findIndex((storey) => storey.includes(room))
  if (depth < 0) throw new Error(`main/${room} has no place among the storeys of build/rooms.ts`)
  return depth
}
