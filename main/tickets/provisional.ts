import { mayMove } from '../../shared/clocks/fold.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { isPublished } from '../../shared/kit/provisional.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import type { Seat, Services } from '../api/context.ts'
import type { RunningRow } from '../clocks/entities.ts'
import { runningOfMany } from '../clocks/public.ts'
import type { Reader } from '../database/database.ts'
import { type Company, companyOf } from '../house/settings.ts'
import type { Ticket } from './ticket-entity.ts'
import { promisedAmong } from './promised-from.ts'
import { isBeforeResult, subjectOf } from './ticket-clocks.ts'
import { type NamedTicket, ticketRow } from './ticket-rows.ts'

type Due = Pick<Ticket, 'id' | 'nextDueAt' | 'nextClock' | 'policyId' | 'presetId'>

/** Whether the next deadline falls due in a year whose notice is not entered. */
function isUnpublished({ nextDueAt }: Due, { timeZone, policies }: Company, now: string): boolean {
  if (nextDueAt === null || nextDueAt <= now) return false
  return !isPublished(Number(dayOf(nextDueAt, timeZone).slice(0, 4)), policies.dated)
}

/** Whether the next deadline may still move with the notice of a year, by the limits that run. */
function isProvisional(
  { id, nextDueAt, nextClock, ...ticket }: Due,
  running: readonly RunningRow[],
  { timeZone, policies }: Company,
  now: string,
): boolean {
  const row = running.find((each) => each.subjectId === id && each.clock === nextClock && each.dueAt === nextDueAt)
  return (
    row !== undefined &&
    mayMove({ ...row.state, dueAt: nextDueAt! }, policies.calendar(policies.of(ticket), timeZone), now)
  )
}

/** Rows as a seat may see them, each saying whether its deadline is provisional. */
export async function ticketRows(
  services: Services,
  reader: Reader,
  seat: Seat,
  tickets: readonly NamedTicket[],
): Promise<TicketRow[]> {
  if (tickets.length === 0) return []
  const company = await companyOf(reader)
  const now = services.now()
  const unpublished = new Set(tickets.filter((ticket) => isUnpublished(ticket, company, now)))
  const asked = tickets.filter((ticket) => isBeforeResult(ticket) || unpublished.has(ticket)).map(({ id }) => id)
  const running = await runningOfMany(services, reader, subjectOf('').kind, asked)
  const promised = promisedAmong(tickets, running)
  return tickets.map((ticket) => {
    const isMoving = unpublished.has(ticket) && isProvisional(ticket, running, company, now)
    return ticketRow(seat, ticket, promised.get(ticket.id) ?? null, isMoving)
  })
}
