import { dayOf, timeOf } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { earliestVisit } from '../../shared/tickets/rules-visit.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { companyOf } from '../house/settings.ts'
import { roundAtOf } from './ticket-clocks.ts'
import type { Ticket } from './ticket-entity.ts'

/** A clock of a seat may run this far ahead of the station's: `house`. */
const aheadMinutes = 15

/** Refuses beside its field what somebody says has happened and is still to come. */
export function refuseAhead(field: string, at: string | null | undefined, now: string): void {
  const latest = new Date(Date.parse(now) + aheadMinutes * 60_000).toISOString()
  if (at && at > latest) throw new Failure('invalid', 'tickets.failure.notYet', {}, field)
}

/**
 * Refuses beside its field what somebody says of a visit and lies before anybody was sent to it (see `earliestVisit`). `isOfVisit` absent: anything
 * of the round, an answer on the telephone among it.
 */
export async function refuseBeforeVisit(
  services: Services,
  reader: Reader,
  ticket: Pick<Ticket, 'id' | 'roundAt' | 'receivedAt'>,
  said: Readonly<Record<string, string | null | undefined>>,
  isOfVisit = true,
): Promise<void> {
  const roundAt = roundAtOf(ticket)
  const text = 'SELECT min("dispatchedAt") AS "at" FROM "tickets_dispatch" WHERE "ticketId" = ? AND "dispatchedAt" >= ?'
  const [sent] = (await reader.query(services.database.sql(text), [ticket.id, roundAt])) as { at: string | null }[]
  const bound = earliestVisit(roundAt, isOfVisit ? (sent?.at ?? null) : null, services.now())
  const [early] = Object.entries(said).filter(([, at]) => bound !== null && at && at < bound.at)
  if (!early || bound === null) return
  const [field] = early
  if (!bound.isDispatch) throw new Failure('invalid', 'tickets.failure.beforeReport', {}, field)
  const { timeZone } = await companyOf(reader)
  const time = `${dayOf(bound.at, timeZone)} ${timeOf(bound.at, timeZone)}`
  throw new Failure('invalid', 'tickets.failure.beforeDispatch', { time }, field)
}
