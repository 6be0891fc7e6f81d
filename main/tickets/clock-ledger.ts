import { dayOf } from '../../shared/kit/calendar.ts'
import { deadlinesFor, type Marks, nextDeadline, type Pause, readClock } from '../../shared/tickets/rules.ts'
import type { Clock, Deadline } from '../../shared/tickets/schema.ts'
import { type Company, calendarOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { insertRows } from '../database/write-rows.ts'
import type { ClockEntry, Ticket } from './entities.ts'

type Timed = Pick<Ticket, 'receivedAt' | 'level' | 'handling' | 'presetId' | 'nextDueAt' | 'alarmedDueAt'>

/** Next running deadline as it stands beside the ticket. A deadline that moved may be announced again. */
export type NextDue = Pick<Ticket, 'nextDueAt' | 'nextClock' | 'alarmedDueAt'>

export const noDue: NextDue = { nextDueAt: null, nextClock: null, alarmedDueAt: null }

export async function clockEntriesOf(services: Services, reader: Reader, ticketId: string): Promise<ClockEntry[]> {
  return (await reader.query(
    services.database.sql('SELECT * FROM "tickets_clock" WHERE "ticketId" = ? ORDER BY "at", "id"'),
    [ticketId],
  )) as ClockEntry[]
}

/** Every deadline of a ticket from its ledger (principle 7). `agreedVisitAt`: visit the customer agreed to (R044). */
export function deadlinesOf(
  ticket: Timed,
  entries: readonly ClockEntry[],
  agreedVisitAt: string | null,
  company: Company,
  now: string,
): Deadline[] {
  const preset = company.policies.of(ticket)
  const { marks, pauses } = marksOf(ticket, entries)
  const kind = { level: ticket.level, handling: ticket.handling as 'dispatch' | 'guidance' }
  return deadlinesFor(preset, kind, { ...marks, agreedVisitAt }, pauses, calendarOf(preset, company), now)
}

/** A trade without a clock for this kind of case keeps an empty ledger: the report alone is known. */
function marksOf(ticket: Timed, entries: readonly ClockEntry[]): { marks: Marks; pauses: Pause[] } {
  const started = entries.some((entry) => entry.kind === 'start')
  if (!started) return { marks: { receivedAt: ticket.receivedAt }, pauses: [] }
  const { marks, pauses } = readClock(entries)
  return { marks: { ...marks, receivedAt: ticket.receivedAt }, pauses }
}

export function nextDueOf(ticket: Timed, deadlines: readonly Deadline[]): NextDue {
  const next = nextDeadline(deadlines)
  if (!next) return noDue
  const { dueAt, clock } = next
  return { nextDueAt: dueAt, nextClock: clock, alarmedDueAt: dueAt === ticket.nextDueAt ? ticket.alarmedDueAt : null }
}

/** What the active dispatch order agreed with the customer, null without his consent to a later visit (R044). */
export async function agreedVisitOf(services: Services, reader: Reader, ticketId: string): Promise<string | null> {
  const [row] = (await reader.query(
    services.database.sql(
      `SELECT "visitFromAt" FROM "tickets_dispatch" WHERE "ticketId" = ? AND "consent" = 'agreed' AND "state" <> 'handedBack'
       ORDER BY "dispatchedAt" DESC LIMIT 1`,
    ),
    [ticketId],
  )) as { visitFromAt: string }[]
  return row?.visitFromAt ?? null
}

/** Works the next deadline out again after the ledger changed, inside the same write. */
export async function dueNow(services: Services, tx: Tx, ticket: Ticket, company: Company): Promise<NextDue> {
  const entries = await clockEntriesOf(services, tx, ticket.id)
  const agreedAt = await agreedVisitOf(services, tx, ticket.id)
  const deadlines = deadlinesOf(ticket, entries, agreedAt, company, services.now())
  // A clock paused at this very instant still reads as running.
  const standing = pausedClocks(entries)
  return nextDueOf(
    ticket,
    deadlines.filter(({ clock, state }) => state === 'late' || !standing.includes(clock)),
  )
}

/** Adds lines to the time ledger. */
export async function enterClocks(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  ticketId: string,
  lines: readonly { clock: Clock; kind: ClockEntry['kind']; at: string; reason?: string }[],
): Promise<ClockEntry[]> {
  const entries = lines.map(({ clock, kind, at, reason }) => ({
    id: services.newId(),
    ticketId,
    clock,
    kind,
    at,
    reason: reason ?? '',
    memberId: seat?.memberId ?? null,
  }))
  await insertRows(services.database, tx, 'tickets_clock', entries)
  return entries
}

/** Clocks that stand still at the end of a ledger. */
export function pausedClocks(entries: readonly ClockEntry[]): Clock[] {
  const count = (clock: Clock, kind: ClockEntry['kind']) =>
    entries.filter((entry) => entry.clock === clock && entry.kind === kind).length
  return [...new Set(entries.map((entry) => entry.clock))].filter(
    (clock) => count(clock, 'pause') > count(clock, 'resume'),
  )
}
