import type { z } from 'zod'
import { askedText } from '../../shared/kit/asked-text.ts'
import { endOfDay, startOfDay } from '../../shared/kit/calendar.ts'
import { type ListGap, mostWalked } from '../../shared/kit/lists.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import type { ticketFilterSchema } from '../../shared/tickets/lists.ts'
import type { Seat, Services } from '../api/context.ts'
import { findCustomerIds } from '../customers/public.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { countMatches, type Matches } from '../database/walk-sorted.ts'
import { allOf, anyOf, type Condition } from '../house/row-scope.ts'
import type { PolicyBook } from '../house/policies/policy-book.ts'
import { companyOf } from '../house/settings.ts'
import { numbersMeant } from '../house/numbers-meant.ts'
import { findProductIds } from '../products/public.ts'
import { ticketScope } from './ticket-rows.ts'
import type { ViewPlan } from './ticket-views.ts'

type Wish = z.output<typeof ticketFilterSchema>

/** The conditions stand before the names are joined: the ticket's columns have no alias there. */
export const scopeOfTickets = (seat: Seat): Condition[] => ticketScope(seat, '"tickets_ticket"')

/** What a wish asks of the tickets a seat meets; `filters` are null when its text means nothing. */
export interface TicketsMeant {
  filters: Condition[] | null
  leftOut: ListGap[]
}

/** Conditions on `tickets_ticket` of what is wished for and met by the seat. */
export async function ticketFilters(
  services: Services,
  reader: Reader,
  seat: Seat,
  wish: Wish,
  plan: ViewPlan,
): Promise<TicketsMeant> {
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
  if (text === '') return { filters, leftOut: [] }
  const { meant, leftOut } = await meantBy(services, reader, seat, text)
  const few = (await countMatches(services.database, reader, matchesOf(plan, filters))) <= mostWalked
  if (few) meant.push(...(await toldBy(services, reader, text, matchesOf(plan, filters))))
  else if (isWords(text)) leftOut.push('told')
  return { filters: meant.length === 0 ? null : [...filters, anyOf(meant)], leftOut }
}

/** Whether a text may be words of a symptom: digits and numbers of papers are looked for as such. */
const isWords = (text: string): boolean => [...text].length >= 2 && !/^[a-z]{0,6}[\d\s+()-]+$/i.test(askedText(text))

/**
 * What was told of the case: the words of the symptom, and the fault by what it is called. No index knows these, so they are looked for only where
 * no more rows stand in the list than may be walked.
 */
async function toldBy(
  services: Services,
  reader: Reader,
  text: string,
  parts: readonly Matches[],
): Promise<Condition[]> {
  const sought = folded(text)
  if ([...sought].length < 2) return []
  const { policies } = await companyOf(reader)
  const faults = faultsEver(policies, services.now()).filter(({ text: names }) =>
    Object.values(names).some((name) => folded(name).includes(sought)),
  )
  const told: string[] = []
  for (const { from, id, where, values } of parts) {
    const asked = `SELECT ${id} AS "id", "symptom" FROM ${from} WHERE ${where} AND "symptom" <> ''`
    const rows = (await reader.query(services.database.sql(asked), [...values])) as { id: string; symptom: string }[]
    told.push(...rows.filter(({ symptom }) => folded(symptom).includes(sought)).map((row) => row.id))
  }
  const codes = [...new Set(faults.map(({ code }) => code))]
  return [...someOf(services, '"id"', told), ...someOf(services, '"fault"', codes)]
}

/** One form for what is told and what is sought: an engine's own `lower` knows other letters on each. */
const folded = (text: string): string => askedText(text).toLowerCase()

/** Every fault a case may ever have been called by: the page of an old one shows the word of its day. */
const faultsEver = (policies: PolicyBook, now: string): Policy['faults'] => [
  ...policies.at(now).policy.faults,
  ...policies.versions.flatMap(({ document }) => (document as Partial<Policy>).faults ?? []),
]

/** Each branch of the view with the filters: the parts share no row. */
export const matchesOf = (plan: ViewPlan, filters: readonly Condition[]): Matches[] =>
  plan.branches.map((branch) => ({
    ...{ from: '"tickets_ticket"', id: '"id"' },
    ...allOf([branch, ...filters]),
  }))

const someOf = ({ database }: Services, column: string, values: readonly string[]): Condition[] =>
  values.length === 0 ? [] : [oneOf(database, column, values)]

/** What a text may mean: a ticket's or sheet's number, a machine's serial number, whose it is. */
async function meantBy(
  services: Services,
  reader: Reader,
  seat: Seat,
  text: string,
): Promise<{ meant: Condition[]; leftOut: ListGap[] }> {
  const company = await companyOf(reader)
  const products = await findProductIds(services, reader, text)
  const customers = await findCustomerIds(services, reader, seat, text)
  const numbers = [
    numbersMeant(services, company, 'ticket', '"number"', text),
    numbersMeant(services, company, 'sheet', '"sheetNumber"', text),
  ]
  return {
    meant: [
      ...numbers.filter((each) => each !== null),
      ...someOf(services, '"productId"', products.ids),
      ...someOf(services, '"customerId"', customers.ids),
    ],
    leftOut: products.isCut || customers.isCut ? ['text'] : [],
  }
}
