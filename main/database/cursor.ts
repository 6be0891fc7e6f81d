import { Failure } from '../../shared/kit/failure.ts'

/** The place of a row in a list: what the list sorts by, then its id. Opaque on the wire. */
export type Place = readonly [sortedBy: string | number, id: string]

/** The place as a text to hand out; nothing in it is secret. */
export function writeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/** null at the head of the list. A cursor that was not made here is refused. */
export function readCursor(cursor: string | null | undefined): Place | null {
  if (!cursor) return null
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (
      Array.isArray(place) &&
      place.length === 2 &&
      ['string', 'number'].includes(typeof place[0]) &&
      typeof place[1] === 'string'
    )
      return [place[0] as string | number, place[1]]
  } catch {
    // falls through to the refusal
  }
  throw new Failure('invalid', 'admin.failure.invalid', {}, 'after')
}
