import type { Role } from './rights.ts'

const megabyte = 1024 * 1024
const gigabyte = 1024 * megabyte

/** Largest single file. `house`: an archive of half a million customers fits. */
export const largestFileBytes = 32 * megabyte

/** What the files of one member may come to in all, by role (`house`): enough for the work, too little to fill a disk with. */
export const memberFileBytes: Readonly<Record<Role, number>> = {
  administrator: 4 * gigabyte,
  supervisor: 4 * gigabyte,
  operator: gigabyte,
  dispatcher: gigabyte,
  technician: gigabyte,
  followupUser: 256 * megabyte,
}

/** What all files of a station may come to (`house`). */
export const allFileBytes = 40 * gigabyte

/** A file that nothing has been linked to goes after so many hours: time enough to look at a dry run over night. */
export const unlinkedHours = 36

/** Why a file is not taken: which of the limits it would pass. Null when it passes none. */
export function quotaPassed(
  role: Role,
  held: { own: number; all: number },
  bytes: number,
): { whose: 'own' | 'all'; gigabytes: number } | null {
  if (held.own + bytes > memberFileBytes[role]) return { whose: 'own', gigabytes: memberFileBytes[role] / gigabyte }
  return held.all + bytes > allFileBytes ? { whose: 'all', gigabytes: allFileBytes / gigabyte } : null
}
