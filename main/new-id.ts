import { randomFillSync } from 'node:crypto'

/** Randomness is fetched for many ids at once: a single fetch costs more than the id. */
const pool = Buffer.alloc(16 * 256)
let poolAt = pool.length

function sixteenBytes(): Buffer {
  if (poolAt === pool.length) {
    randomFillSync(pool)
    poolAt = 0
  }
  return pool.subarray(poolAt, (poolAt += 16))
}

/** UUID version 7: sorts by the instant it was made, so that new rows stand together in every index. */
export function newId(at: number = Date.now()): string {
  const bytes = sixteenBytes()
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
