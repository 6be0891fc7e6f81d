import type { z } from 'zod'
import type { Page } from '../../shared/kit/paging.ts'
import { type ListGap, mostWalked } from '../../shared/kit/lists.ts'
import {
  type listTicketsSchema,
  type ticketChoicesSchema,
  type ticketFilterSchema,
  type TicketTotals,
} from '../../shared/tickets/lists.ts'
import { type TicketRow, type TicketView, ticketViews } from '../../shared/tickets/schema.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { countMatches, type Matches, sumMatches, walkSorted } from '../database/walk-sorted.ts'
import { refuseCutFile } from '../house/list-source.ts'
import { allOf, type Condition } from '../house/row-scope.ts'
import { type NamedTicket, ticketColumns, ticketTables } from './ticket-rows.ts'
import { ticketRows } from './provisional.ts'
import { matchesOf, scopeOfTickets, ticketFilters } from './ticket-filters.ts'
import { ticketSortKey } from './sort-tickets.ts'
import { viewPlan, type ViewPlan } from './ticket-views.ts'

type Wish = z.output<typeof listTicketsSchema>
type Filter = z.output<typeof ticketFilterSchema>

/** Counts stop here: a screen shows 9999 as "9999+", and no count ever walks two million rows. */
const countsUpTo = 9999

/** One page of a saved view. A seat gets what is in its scope. `text`: a number, a phone's end, a name, an address. */
export async function listTickets(services: Services, seat: Seat, wish: Wish): Promise<Page<TicketRow>> {
  const { database } = services
  return database.read(async (reader) => {
    const company = await companyOf(reader)
    const plan = viewPlan(wish.view, seat, services.now(), company)
    const { filters, leftOut } = await ticketFilters(services, reader, seat, wish, plan)
    refuseCutFile(seat, leftOut)
    if (!filters) return { rows: [], next: null }
    // Chosen ones are few, but spread over the whole table: no index of the list's own order finds them.
    if (wish.ids) filters.push(oneOf(database, '"id"', wish.ids))
    const sort =
      wish.sort ??
      (wish.ids ? ({ by: 'received', isDown: true } as const) : null) ??
      ((await isByDue(services, reader, plan, filters, wish.after)) ? ({ by: 'due', isDown: false } as const) : null)
    if (sort) {
      const key = ticketSortKey(sort)
      const { ids, next } = await walkSorted(database, reader, matchesOf(plan, filters), key, wish)
      return { rows: await ticketsInOrder(services, reader, seat, ids), next }
    }
    const rows = await walk(services, reader, plan, filters, readCursor(wish.after), wish.limit + 1)
    const shown = rows.slice(0, wish.limit)
    const last = shown.at(-1)
    return {
      rows: await ticketRows(services, reader, seat, shown),
      next: rows.length > wish.limit && last ? writeCursor([last[plan.sortBy] ?? '', last.id]) : null,
    }
  })
}

/** Whether a list nobody sorted stands by what is due first. A page stays in the order its cursor was written in, whatever came in meanwhile. */
async function isByDue(
  { database }: Services,
  reader: Reader,
  plan: ViewPlan,
  filters: readonly Condition[],
  after: string | null | undefined,
): Promise<boolean> {
  if (!plan.isByDue) return false
  const at = readCursor(after)?.[0]
  if (at !== undefined) return !/^\d{4}-/.test(String(at))
  return (await countMatches(database, reader, matchesOf(plan, filters))) <= mostWalked
}

/** How many tickets stand in each view, up to 9999. */
export async function countTickets(services: Services, seat: Seat): Promise<Record<TicketView, number>> {
  const { database } = services
  return database.read(async (reader) => {
    const company = await companyOf(reader)
    const counts = {} as Record<TicketView, number>
    for (const view of ticketViews)
      counts[view] = await countView(services, reader, seat, viewPlan(view, seat, services.now(), company))
    return counts
  })
}

async function countView(services: Services, reader: Reader, seat: Seat, plan: ViewPlan): Promise<number> {
  const parts = plan.branches.map((branch) => {
    const filter = allOf([branch, ...scopeOfTickets(seat)])
    return {
      sql: `SELECT count(*) AS "n" FROM (SELECT 1 AS "one" FROM "tickets_ticket" WHERE ${filter.where} LIMIT ${countsUpTo}) counted`,
      values: filter.values,
    }
  })
  const rows = (await reader.query(
    services.database.sql(parts.map((part) => part.sql).join(' UNION ALL ')),
    parts.flatMap((part) => part.values),
  )) as { n: number | string }[]
  return Math.min(
    countsUpTo,
    rows.reduce((sum, row) => sum + Number(row.n), 0),
  )
}

/** How many rows a list has and what they sum up to; a list too long to walk has no sums. */
export async function totalTickets(services: Services, seat: Seat, wish: Filter): Promise<TicketTotals> {
  const { database } = services
  return database.read(async (reader) => {
    const company = await companyOf(reader)
    const now = services.now()
    const soon = viewPlan('dueSoon', seat, now, company).branches[0]?.values ?? []
    const { parts, plan, leftOut } = await listedTickets(services, reader, seat, wish)
    const figures = {
      late: { sql: 'CASE WHEN "nextDueAt" < ? THEN 1 ELSE 0 END', values: [now] },
      dueSoon: { sql: 'CASE WHEN "nextDueAt" >= ? AND "nextDueAt" <= ? THEN 1 ELSE 0 END', values: soon },
      chases: { sql: '"chaseCount"' },
    }
    const totals = await sumMatches(database, reader, parts, figures, leftOut)
    const isWide = totals.isMore && totals.count === mostWalked
    return isWide && plan.isByDue ? { ...totals, leftOut: [...totals.leftOut, 'order'] } : totals
  })
}

/** What the filters of the lists offer: what stands in open tickets that the seat meets. */
export async function ticketChoices(services: Services, seat: Seat): Promise<z.output<typeof ticketChoicesSchema>> {
  const { database } = services
  return database.read(async (reader) => {
    const company = await companyOf(reader)
    const parts = matchesOf(viewPlan('open', seat, services.now(), company), scopeOfTickets(seat))
    const distinct = async (column: string) => {
      const rows = (await reader.query(
        database.sql(
          `SELECT DISTINCT "value" FROM (${parts
            .map(
              ({ where }) =>
                `SELECT * FROM (SELECT "${column}" AS "value" FROM "tickets_ticket" WHERE ${where} LIMIT ${mostWalked}) part`,
            )
            .join(' UNION ALL ')}) open WHERE "value" IS NOT NULL AND "value" <> '' ORDER BY "value" LIMIT 200`,
        ),
        parts.flatMap(({ values }) => values),
      )) as { value: string }[]
      return rows.map(({ value }) => value)
    }
    const ids = await distinct('technicianId')
    const technicians = (
      ids.length === 0
        ? []
        : await reader.query(
            database.sql(
              `SELECT "id", "name" FROM "house_member" WHERE "id" IN (${ids.map(() => '?').join(', ')}) ORDER BY "name"`,
            ),
            ids,
          )
    ) as { id: string; name: string }[]
    return { regions: await distinct('region'), productNames: await distinct('productName'), technicians }
  })
}

/** What a list matches, a part for each branch of its view, narrowed further by `more`; none where its text means nothing. */
export async function listedTickets(
  services: Services,
  reader: Reader,
  seat: Seat,
  wish: Filter,
  more: readonly Condition[] = [],
): Promise<{ parts: Matches[]; plan: ViewPlan; leftOut: ListGap[] }> {
  const company = await companyOf(reader)
  const plan = viewPlan(wish.view, seat, services.now(), company)
  const { filters, leftOut } = await ticketFilters(services, reader, seat, wish, plan)
  return { parts: filters ? matchesOf(plan, [...filters, ...more]) : [], plan, leftOut }
}

async function ticketsInOrder(
  services: Services,
  reader: Reader,
  seat: Seat,
  ids: readonly string[],
): Promise<TicketRow[]> {
  if (ids.length === 0) return []
  const rows = (await reader.query(
    services.database.sql(
      `SELECT ${ticketColumns} FROM ${ticketTables} WHERE t."id" IN (${ids.map(() => '?').join(', ')})`,
    ),
    [...ids],
  )) as NamedTicket[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ticketRows(
    services,
    reader,
    seat,
    ids.flatMap((id) => byId.get(id) ?? []),
  )
}

async function walk(
  services: Services,
  reader: Reader,
  plan: ViewPlan,
  filters: readonly Condition[],
  after: readonly [string | number, string] | null,
  limit: number,
): Promise<NamedTicket[]> {
  const direction = plan.newestFirst ? 'DESC' : 'ASC'
  const beyond: Condition[] = after
    ? [
        {
          where: `("${plan.sortBy}", "id") ${plan.newestFirst ? '<' : '>'} (?, ?)`,
          values: [String(after[0]), after[1]],
        },
      ]
    : []
  const branches = plan.branches.map((branch) => allOf([branch, ...filters, ...beyond]))
  const sql = branches
    .map(
      ({ where }, index) =>
        `SELECT * FROM (SELECT "id", "${plan.sortBy}" AS "at" FROM "tickets_ticket" WHERE ${where}
         ORDER BY "${plan.sortBy}" ${direction}, "id" ${direction} LIMIT ${limit}) branch${index}`,
    )
    .join(' UNION ALL ')
  return (await reader.query(
    services.database.sql(
      `SELECT ${ticketColumns} FROM (SELECT * FROM (${sql}) united ORDER BY "at" ${direction}, "id" ${direction} LIMIT ${limit}) page
       JOIN ${ticketTables.replace('"tickets_ticket" t', '"tickets_ticket" t ON t."id" = page."id"')}
       ORDER BY page."at" ${direction}, page."id" ${direction}`,
    ),
    branches.flatMap(({ values }) => values),
  )) as NamedTicket[]
}
