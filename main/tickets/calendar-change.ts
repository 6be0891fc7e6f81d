import { startOfDay } from '../../shared/kit/calendar.ts'
import type { MovedLimitRow } from '../../shared/admin/policy-schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { countingWork, keepRecounted, nextDueOf, recounted } from '../clocks/public.ts'
import type { Reader, Tx } from '../database/database.ts'
import { type Records, recordsOf } from '../database/records.ts'
import type { PolicyBook } from '../house/policies/policy-book.ts'
import { allOf } from '../house/row-scope.ts'
import { calendarsOf, type Company, companyOf } from '../house/settings.ts'
import { type Ticket, TicketEntity } from './ticket-entity.ts'
import { keepMoved, type MovedLine } from './keep-moved.ts'
import type { MovedRow } from './moved-entity.ts'
import type { MovedLimit } from './policy-change.ts'
import { noDue, subjectOf } from './ticket-clocks.ts'
import { ticketScope } from './ticket-rows.ts'

type Counted = Pick<Ticket, 'id' | 'number' | 'customerName' | 'policyId' | 'presetId'>

/** Cases with a limit that counts working time and lies on or after the first of these days. */
async function casesOn(
  services: Services,
  reader: Reader,
  company: Company,
  days: readonly string[],
): Promise<string[]> {
  const first = [...days].sort()[0]
  if (first === undefined) return []
  return countingWork(services, reader, subjectOf('').kind, startOfDay(first, company.timeZone))
}

const textOf = (book: PolicyBook, ticket: Pick<Ticket, 'policyId' | 'presetId'>, clock: string) =>
  book.of(ticket).clocks.find((each) => each.clock === clock)?.text ?? { 'zh-CN': clock, 'zh-TW': clock, en: clock }

/** What a calendar with other dated days would move, without moving it. */
export async function limitsMovedByDays(
  services: Services,
  reader: Reader,
  company: Company,
  book: PolicyBook,
  days: readonly string[],
): Promise<MovedLimit[]> {
  const moved: MovedLimit[] = []
  for (const id of await casesOn(services, reader, company, days)) {
    const [ticket] = (await reader.query(
      services.database.sql(
        'SELECT "id", "number", "customerName", "policyId", "presetId" FROM "tickets_ticket" WHERE "id" = ?',
      ),
      [id],
    )) as Counted[]
    if (!ticket) continue
    const calendars = calendarsOf(ticket, { policies: book, timeZone: company.timeZone })
    for (const { row, dueAt } of await recounted(services, reader, subjectOf(id), calendars))
      if (dueAt !== row.dueAt)
        moved.push({
          ticket,
          clock: row.clock,
          clockText: textOf(book, ticket, row.clock),
          beforeAt: row.dueAt,
          afterAt: dueAt,
        })
  }
  return moved
}

/**
 * Reckons every limit that counts working time anew after dated days changed, inside the write that changed them, and keeps the list of those that
 * moved under `causeId`. Answers how many. What was met keeps what it was met by.
 */
export async function recountLimits(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  causeId: string,
  days: readonly string[],
): Promise<number> {
  const company = await companyOf(tx)
  const records = recordsOf(services, tx, seat)
  const moved: MovedLine[] = []
  for (const id of await casesOn(services, tx, company, days))
    for (const { row, dueAt } of await recountCase(services, tx, records, company, id))
      moved.push({ ticketId: id, clock: row.clock, round: row.round, beforeAt: row.dueAt, afterAt: dueAt })
  await keepMoved(services, tx, causeId, moved)
  return moved.length
}

/** Folds the limits of a case anew from its ledger; answers those that fall due at another instant than their rows said. */
export async function recountCase(services: Services, tx: Tx, records: Records, company: Company, id: string) {
  const ticket = await records.lock(TicketEntity, id)
  if (!ticket) return []
  const subject = subjectOf(id)
  const calendars = calendarsOf(ticket, company)
  const counted = await recounted(services, tx, subject, calendars)
  const due = nextDueOf(await keepRecounted(services, tx, subject, counted, calendars))
  const next = due === null ? noDue : { nextDueAt: due.dueAt, nextClock: due.clock }
  if (next.nextDueAt !== ticket.nextDueAt || next.nextClock !== ticket.nextClock)
    await records.change(TicketEntity, ticket, next, { isQuiet: true })
  return counted.filter(({ row, dueAt }) => dueAt !== row.dueAt)
}

/** A page of the limits a cause moved in cases the seat meets, in the order they were reckoned; `after` is the `nth` of the last one seen. */
export async function readMoved(
  services: Services,
  reader: Reader,
  seat: Seat,
  { policies }: Company,
  causeId: string,
  after: number,
  limit: number,
): Promise<MovedLimitRow[]> {
  const scope = allOf(ticketScope(seat))
  const rows = (await reader.query(
    services.database.sql(
      `SELECT m."nth", m."ticketId", m."clock", m."beforeAt", m."afterAt", t."number", t."customerName", t."policyId", t."presetId"
       FROM "tickets_moved" m JOIN "tickets_ticket" t ON t."id" = m."ticketId" WHERE m."causeId" = ? AND m."nth" > ? AND ${scope.where}
       ORDER BY m."nth" LIMIT ?`,
    ),
    [causeId, after, ...scope.values, limit],
  )) as (MovedRow & Counted)[]
  return rows.map(({ nth, ticketId, clock, beforeAt, afterAt, number, customerName, ...ticket }) => ({
    ...{ nth: Number(nth), ticketId, number, customerName, clock },
    ...{ clockText: textOf(policies, ticket, clock), beforeAt, afterAt },
  }))
}
