import { mayMove } from '../../shared/clocks/fold.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import { isPublished } from '../../shared/kit/provisional.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import type { Seat, Services } from '../api/context.ts'
import { runningOfMany } from '../clocks/public.ts'
import type { Reader } from '../database/database.ts'
import { type Company, companyOf } from '../house/settings.ts'
import type { Ticket } from './ticket-entity.ts'
import { promisedFromOf } from './promised-from.ts'
import { subjectOf } from './ticket-clocks.ts'
import { type NamedTicket, ticketRow } from './ticket-rows.ts'

type Due = Pick<Ticket, 'id' | 'nextDueAt' | 'nextClock' | 'policyId' | 'presetId'>

/** Ids of tickets whose next deadline may still move with the notice of a year. Asks nothing while all that fall due do so in a published year. */
export async function provisionalOf(
  services: Services,
  reader: Reader,
  company: Company,
  tickets: readonly Due[],
): Promise<ReadonlySet<string>> {
  const now = services.now()
  const isOpen = (at: string) => !isPublished(Number(dayOf(at, company.timeZone).slice(0, 4)), company.policies.dated)
  const asked = tickets.filter(({ nextDueAt }) => nextDueAt !== null && nextDueAt > now && isOpen(nextDueAt))
  if (asked.length === 0) return new Set()
  const running = await runningOfMany(
    services,
    reader,
    subjectOf('').kind,
    asked.map(({ id }) => id),
  )
  const isMoving = ({ id, nextDueAt, nextClock, ...ticket }: Due) => {
    const row = running.find((each) => each.subjectId === id && each.clock === nextClock && each.dueAt === nextDueAt)
    const calendar = company.policies.calendar(company.policies.of(ticket), company.timeZone)
    return row !== undefined && mayMove({ ...row.state, dueAt: nextDueAt! }, calendar, now)
  }
  return new Set(asked.filter(isMoving).map(({ id }) => id))
}

/** Rows as a seat may see them, each saying whether its deadline is provisional. */
export async function ticketRows(
  services: Services,
  reader: Reader,
  seat: Seat,
  tickets: readonly NamedTicket[],
): Promise<TicketRow[]> {
  if (tickets.length === 0) return []
  const provisional = await provisionalOf(services, reader, await companyOf(reader), tickets)
  const promised = await promisedFromOf(services, reader, tickets)
  return tickets.map((ticket) => ticketRow(seat, ticket, promised.get(ticket.id) ?? null, provisional.has(ticket.id)))
}
