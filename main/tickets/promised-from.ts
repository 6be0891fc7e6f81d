import type { Services } from '../api/context.ts'
import type { RunningRow } from '../clocks/entities.ts'
import { runningOfMany } from '../clocks/public.ts'
import type { Reader } from '../database/database.ts'
import { isBeforeResult, promisedFrom, subjectOf } from './ticket-clocks.ts'
import type { Ticket } from './ticket-entity.ts'

type Promised = Pick<Ticket, 'id' | 'state' | 'roundAt' | 'receivedAt' | 'pausedReason'>

/** Since when the promise of a visit counts (see `promisedFrom`), by ticket id. Asks nothing of tickets to which nobody is sent any more. */
export async function promisedFromOf(
  services: Services,
  reader: Reader,
  tickets: readonly Promised[],
): Promise<ReadonlyMap<string, string | null>> {
  const asked = tickets.filter(isBeforeResult).map(({ id }) => id)
  return promisedAmong(tickets, await runningOfMany(services, reader, subjectOf('').kind, asked))
}

/** The same from the limits that run in those of the tickets that are before their result. */
export function promisedAmong(
  tickets: readonly Promised[],
  running: readonly RunningRow[],
): ReadonlyMap<string, string | null> {
  const visits = running.filter(({ clock }) => clock === 'visit')
  const startedAt = new Map(visits.map(({ subjectId, state }) => [subjectId, state.startedAt]))
  return new Map(tickets.map((ticket) => [ticket.id, promisedFrom(ticket, startedAt.get(ticket.id))]))
}
