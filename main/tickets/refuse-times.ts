import { Failure } from '../../shared/kit/failure.ts'

/** A clock of a seat may run this far ahead of the station's: `house`. */
const aheadMinutes = 15

/** Refuses beside its field what somebody says has happened and is still to come. */
export function refuseAhead(field: string, at: string | null | undefined, now: string): void {
  const latest = new Date(Date.parse(now) + aheadMinutes * 60_000).toISOString()
  if (at && at > latest) throw new Failure('invalid', 'tickets.failure.notYet', {}, field)
}
