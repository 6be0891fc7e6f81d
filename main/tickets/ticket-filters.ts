import type { z } from 'zod'
import { endOfDay, startOfDay } from '../../shared/kit/calendar.ts'
import type { ListGap } from '../../shared/kit/lists.ts'
import type { ticketFilterSchema } from '../../shared/tickets/lists.ts'
import type { Seat, Services } from '../api/context.ts'
import { findCustomerIds } from '../customers/public.ts'
import type { Reader } from '../database/database.ts'
import type { Matches } from '../database/walk-sorted.ts'
import { customersIn, meantByWords, type TextMeant } from '../house/meant-by-words.ts'
import { allOf, anyOf, type Condition } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import { numbersMeant } from '../house/numbers-meant.ts'
import { findProductIds } from '../products/public.ts'
import { ticketScope } from './ticket-rows.ts'
import { someOf, toldBy } from './told-by.ts'
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
  const { meant, leftOut } = await meantByWords(text, async (asked, narrower) => {
    const parts = matchesOf(plan, [...filters, ...narrower])
    const told = await toldBy(services, reader, asked, parts, asked !== text)
    const among = narrower.length === 0 ? null : await customersIn(services, reader, parts, '"customerId"')
    const named = await meantBy(services, reader, seat, asked, among)
    return { meant: [...named.meant, ...told.meant], leftOut: [...named.leftOut, ...told.leftOut] }
  })
  return { filters: meant.length === 0 ? null : [...filters, anyOf(meant)], leftOut }
}

/** Each branch of the view with the filters: the parts share no row. */
export const matchesOf = (plan: ViewPlan, filters: readonly Condition[]): Matches[] =>
  plan.branches.map((branch) => ({
    ...{ from: '"tickets_ticket"', id: '"id"' },
    ...allOf([branch, ...filters]),
  }))

/** What a text may mean: a ticket's or sheet's number, a machine's serial number, whose it is (of `among` alone where others leave few). */
async function meantBy(
  services: Services,
  reader: Reader,
  seat: Seat,
  text: string,
  among: readonly string[] | null,
): Promise<TextMeant> {
  const company = await companyOf(reader)
  const products = await findProductIds(services, reader, text)
  const customers = await findCustomerIds(services, reader, seat, text, among ?? undefined)
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
