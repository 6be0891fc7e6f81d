/** Room left on the disk of the station. */
export interface Space {
  freeBytes: number
  /** Of the whole disk. */
  sizeBytes: number
}

/** `wide`: nothing to say. `low`: said on every seat, large things are refused. `last`: what is left is kept for calls. */
export type SpaceState = 'wide' | 'low' | 'last'

const megabyte = 1024 * 1024
/** House numbers: the mark is 200 MB, on a small disk a tenth of it, and never less than twice what is kept. */
const lowMark = 200 * megabyte
/** House number: so much is kept for calls; a register takes some 20 kB. */
export const keptForCalls = 32 * megabyte

/** What the room left means. */
export function spaceState({ freeBytes, sizeBytes }: Space): SpaceState {
  if (freeBytes < keptForCalls) return 'last'
  return freeBytes < Math.max(2 * keptForCalls, Math.min(lowMark, sizeBytes / 10)) ? 'low' : 'wide'
}

/** Is there room for something large, an import, a backup, an upload, without touching what is kept for calls? */
export function hasRoomFor(space: Space, bytes: number): boolean {
  return spaceState(space) === 'wide' && space.freeBytes - bytes >= keptForCalls
}
