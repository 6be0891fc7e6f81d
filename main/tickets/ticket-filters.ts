import type { z } from 'zod'
import { formatNumber } from '../../shared/kit/number-scheme.ts'
import { dayOf, endOfDay, startOfDay } from '../../shared/kit/calendar.ts'
import { mostWalked } from '../../shared/kit/lists.ts'
import type { ticketFilterSchema } from '../../shared/tickets/lists.ts'
import type { Seat, Services } from '../api/context.ts'
import { findCustomerIds } from '../customers/public.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix } from '../database/search/grams.ts'
import { countMatches, type Matches } from '../database/walk-sorted.ts'
import type { Condition } from '../house/row-scope.ts'
import { companyOf, schemesOf } from '../house/settings.ts'
import { findProductIds } from '../products/public.ts'
import { ticketScope } from './ticket-rows.ts'
import type { ViewPlan } from './ticket-views.ts'

type Wish = z.output<typeof ticketFilterSchema>

/** The conditions stand before the names are joined: the ticket's columns have no alias there. */
export const scopeOfTickets = (seat: Seat): Condition[] => ticketScope(seat, '"tickets_ticket"')

/**
 * The number, or start of one, that a text means: GD20261120-0018 and any start of it with a digit, 20261120-0018 without its
 * letters, and of today's numbers the bare end, 18 or 0018. Null when it means something else.
 */
async function numberMeant(services: Services, reader: Reader, text: string): Promise<string | null> {
  if (/^[a-z]{1,6}\d[\d-]*$/i.test(text)) return text.toUpperCase()
  if (!/^\d{1,5}$|^\d{4,8}-\d+$/.test(text)) return null
  const company = await companyOf(reader)
  const scheme = schemesOf(services, company).ticket
  if (text.includes('-')) return `${/^[^{]*/.exec(scheme)?.[0] ?? ''}${text}`
  const number = formatNumber(scheme, dayOf(services.now(), company.timeZone), Number(text))
  const known: unknown[] = await reader.query(
    services.database.sql('SELECT 1 FROM "tickets_ticket" WHERE "number" = ?'),
    [number],
  )
  return known.length > 0 ? number : null
}

/** Conditions on `tickets_ticket` of what is wished for and met by the seat; null when the search text means nothing. */
export async function ticketFilters(
  services: Services,
  reader: Reader,
  seat: Seat,
  wish: Wish,
  plan: ViewPlan,
): Promise<Condition[] | null> {
  const filters = [...scopeOfTickets(seat)]
  for (const column of ['technicianId', 'customerId', 'region', 'productName'] as const) {
    const value = wish[column]
    if (value) filters.push({ where: `"${column}" = ?`, values: [value] })
  }
  if (wish.receivedFrom || wish.receivedTo) {
    const { timeZone } = await companyOf(reader)
    if (wish.receivedFrom)
      filters.push({ where: '"receivedAt" >= ?', values: [startOfDay(wish.receivedFrom, timeZone)] })
    if (wish.receivedTo) filters.push({ where: '"receivedAt" <= ?', values: [endOfDay(wish.receivedTo, timeZone)] })
  }
  const text = wish.text.trim()
  if (text === '') return filters
  const meant = await meantBy(services, reader, seat, text)
  const few = (await countMatches(services.database, reader, matchesOf(plan, filters))) <= mostWalked
  if (few) meant.push(...(await toldBy(services, reader, text)))
  return meant.length === 0 ? null : [...filters, anyOf(meant)]
}

/**
 * What was told of the case: the words of the symptom, and the fault by what it is called. No index knows these, so they are looked for only where
 * no more rows stand in the list than may be walked.
 */
async function toldBy(services: Services, reader: Reader, text: string): Promise<Condition[]> {
  if ([...text].length < 2) return []
  const sought = text.toLowerCase()
  const { policies } = await companyOf(reader)
  const faults = policies
    .at(services.now())
    .policy.faults.filter((fault) => Object.values(fault.text).some((name) => name.toLowerCase().includes(sought)))
  const pattern = `%${sought.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return [
    { where: `lower("symptom") LIKE ? ESCAPE '\\'`, values: [pattern] },
    ...isOneOf(
      'fault',
      faults.map(({ code }) => code),
    ),
  ]
}

/** Each branch of the view with the filters: the parts share no row. */
export const matchesOf = (plan: ViewPlan, filters: readonly Condition[]): Matches[] =>
  plan.branches.map((branch) => ({
    ...{ from: '"tickets_ticket"', id: '"id"' },
    ...and([branch, ...filters]),
  }))

/** All of these conditions as one. */
export function and(filters: readonly Condition[]): Condition {
  return { where: filters.map(({ where }) => where).join(' AND '), values: filters.flatMap(({ values }) => values) }
}

const anyOf = (conditions: readonly Condition[]): Condition => ({
  where: `(${conditions.map(({ where }) => where).join(' OR ')})`,
  values: conditions.flatMap(({ values }) => values),
})

const isOneOf = (column: string, values: string[]): Condition[] =>
  values.length === 0 ? [] : [{ where: `"${column}" IN (${values.map(() => '?').join(', ')})`, values }]

/** What a text may mean: a ticket's or sheet's number, a machine's serial number, else whose it is. */
async function meantBy(services: Services, reader: Reader, seat: Seat, text: string): Promise<Condition[]> {
  const products = isOneOf('productId', await findProductIds(services, reader, seat, text))
  const number = await numberMeant(services, reader, text)
  if (!number) return [...products, ...isOneOf('customerId', await findCustomerIds(services, reader, seat, text))]
  const values = [number, afterPrefix(number)]
  return [
    ...products,
    {
      where: '("number" >= ? AND "number" < ? OR "sheetNumber" >= ? AND "sheetNumber" < ?)',
      values: [...values, ...values],
    },
  ]
}
