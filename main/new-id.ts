import { randomFillSync } from 'node:crypto'
import { timeOrderedId } from '../shared/kit/ids.ts'

/** Randomness is fetched for many ids at once: a single fetch costs more than the id. */
const pool = Buffer.alloc(16 * 256)
let poolAt = pool.length

function sixteenBytes(): Uint8Array {
  if (poolAt === pool.length) {
    randomFillSync(pool)
    poolAt = 0
  }
  return pool.subarray(poolAt, (poolAt += 16))
}

/** A time-ordered id made by the station. */
export function newId(at: number = Date.now()): string {
  return timeOrderedId(at, sixteenBytes())
}
