import { Failure } from '../../shared/kit/failure.ts'

/** The place of a row in a list: what the list sorts by, then its id. Opaque on the wire. */
export type Place = readonly [sortedBy: string | number, id: string]

/** The place as a text to hand out; nothing in it is secret. */
export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** A text that PostgreSQL takes. */
const isPlain = (text: string): boolean => !/\p{Surrogate}|\0/u.test(text)

/**
 * null at the head of the list. A cursor that was not made here is refused, whatever the engine would say of it; `count`: the list sorts by whole
 * numbers from 0.
 */
export function readCursor(cursor: string | null | undefined, sortedBy: 'text' | 'count' = 'text'): Place | null {
  if (!cursor) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(place) && place.length === 2 && typeof place[1] === 'string' && isPlain(place[1])) {
      const at: unknown = place[0]
      if (sortedBy === 'count' && Number.isSafeInteger(Number(at)) && Number(at) >= 0) return [Number(at), place[1]]
      if (sortedBy === 'text' && typeof at === 'string' && isPlain(at)) return [at, place[1]]
    }
  } catch {
    // falls through to the refusal
  }
  throw new Failure('invalid', 'admin.failure.invalid', {}, 'after')
}
