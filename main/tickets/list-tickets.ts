import type { z } from 'zod'
import { formatNumber } from '../../shared/admin/rules.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import type { Page } from '../../shared/kit/paging.ts'
import { type listTicketsSchema, type TicketRow, type TicketView, ticketViews } from '../../shared/tickets/schema.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import { findCustomerIds } from '../customers/public.ts'
import { readCursor, writeCursor } from '../database/cursor.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix } from '../database/search/grams.ts'
import { type NamedTicket, ticketColumns, ticketRow, ticketScope, ticketTables } from './ticket-rows.ts'
import { viewPlan, type ViewPlan } from './ticket-views.ts'

type Wish = z.output<typeof listTicketsSchema>

/** Counts stop here: a screen shows 9999 as "9999+", and no count ever walks two million rows. */
const countsUpTo = 9999

/** One page of a saved view. A seat gets what is in its scope. `text`: a number, a phone's end, a name, an address. */
export async function listTickets(services: Services, seat: Seat, wish: Wish): Promise<Page<TicketRow>> {
  const { database } = services
  return database.read(async (reader) => {
    const { timeZone } = await companyOf(reader)
    const plan = viewPlan(wish.view, seat, services.now(), timeZone)
    const filters = await filtersOf(services, reader, seat, wish)
    if (!filters) return { rows: [], next: null }
    const rows = await walk(services, reader, plan, filters, readCursor(wish.after), wish.limit + 1)
    const shown = rows.slice(0, wish.limit)
    const last = shown.at(-1)
    return {
      rows: shown.map((row) => ticketRow(seat, row)),
      next: rows.length > wish.limit && last ? writeCursor([last[plan.sortBy] ?? '', last.id]) : null,
    }
  })
}

/** How many tickets stand in each view, up to 9999. */
export async function countTickets(services: Services, seat: Seat): Promise<Record<TicketView, number>> {
  const { database } = services
  return database.read(async (reader) => {
    const { timeZone } = await companyOf(reader)
    const counts = {} as Record<TicketView, number>
    for (const view of ticketViews)
      counts[view] = await countView(services, reader, seat, viewPlan(view, seat, services.now(), timeZone))
    return counts
  })
}

interface Filter {
  where: string
  values: string[]
}

/** The conditions stand before the names are joined: the ticket's columns have no alias there. */
const own = (seat: Seat): Filter[] => ticketScope(seat, '"tickets_ticket"')

async function countView(services: Services, reader: Reader, seat: Seat, plan: ViewPlan): Promise<number> {
  const parts = plan.branches.map((branch) => {
    const filter = and([branch, ...own(seat)])
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

/**
 * The number, or start of one, that a text means: GD20261120-0018 and any start of it with a digit, 20261120-0018 without its
 * letters, and of today's numbers the bare end, 18 or 0018. Null when it means something else.
 */
async function numberMeant(services: Services, reader: Reader, text: string): Promise<string | null> {
  if (/^[a-z]{1,6}\d[\d-]*$/i.test(text)) return text.toUpperCase()
  if (!/^\d{1,5}$|^\d{4,8}-\d+$/.test(text)) return null
  const company = await companyOf(reader)
  const scheme = company.numbers.ticket
  if (text.includes('-')) return `${/^[^{]*/.exec(scheme)?.[0] ?? ''}${text}`
  const number = formatNumber(scheme, dayOf(services.now(), company.timeZone), Number(text))
  const known: unknown[] = await reader.query(
    services.database.sql('SELECT 1 FROM "tickets_ticket" WHERE "number" = ?'),
    [number],
  )
  return known.length > 0 ? number : null
}

/** null when the search text means nobody. */
async function filtersOf(services: Services, reader: Reader, seat: Seat, wish: Wish): Promise<Filter[] | null> {
  const filters = own(seat)
  if (wish.technicianId) filters.push({ where: '"technicianId" = ?', values: [wish.technicianId] })
  if (wish.customerId) filters.push({ where: '"customerId" = ?', values: [wish.customerId] })
  const text = wish.text.trim()
  if (text === '') return filters
  const number = await numberMeant(services, reader, text)
  if (number) {
    const values = [number, afterPrefix(number)]
    filters.push({
      where: '("number" >= ? AND "number" < ? OR "sheetNumber" >= ? AND "sheetNumber" < ?)',
      values: [...values, ...values],
    })
    return filters
  }
  const customers = await findCustomerIds(services, reader, seat, text)
  if (customers.length === 0) return null
  filters.push({ where: `"customerId" IN (${customers.map(() => '?').join(', ')})`, values: customers })
  return filters
}

function and(filters: readonly Filter[]): Filter {
  return { where: filters.map(({ where }) => where).join(' AND '), values: filters.flatMap(({ values }) => values) }
}

async function walk(
  services: Services,
  reader: Reader,
  plan: ViewPlan,
  filters: readonly Filter[],
  after: readonly [string | number, string] | null,
  limit: number,
): Promise<NamedTicket[]> {
  const direction = plan.newestFirst ? 'DESC' : 'ASC'
  const beyond: Filter[] = after
    ? [
        {
          where: `("${plan.sortBy}", "id") ${plan.newestFirst ? '<' : '>'} (?, ?)`,
          values: [String(after[0]), after[1]],
        },
      ]
    : []
  const branches = plan.branches.map((branch) => and([branch, ...filters, ...beyond]))
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
