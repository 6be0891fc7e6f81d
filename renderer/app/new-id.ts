import { timeOrderedId } from '../../shared/kit/ids.ts'
import { stationNow } from '../kit/station-clock.ts'

/** A time-ordered id made by this seat: the create it names can be sent twice and is stored once. */
export function newId(): string {
  return timeOrderedId(Date.parse(stationNow()), crypto.getRandomValues(new Uint8Array(16)))
}
