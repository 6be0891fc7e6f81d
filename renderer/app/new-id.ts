import { timeOrderedId } from '../../shared/kit/ids.ts'

/** A time-ordered id made by this seat: the create it names can be sent twice and is stored once. */
export function newId(): string {
  return timeOrderedId(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
}
