import { addDays } from '../../shared/kit/calendar.ts'
import { type Days, readDays } from '../../shared/lists/days.ts'

/** Days of the report that can be chosen, with today the last one. */
export const receivedSpans = ['today', 'week', 'month'] as const
type ReceivedSpan = (typeof receivedSpans)[number]

/** What the chips of a ticket list narrow, by the names a saved view keeps. */
export type TicketFilter = Readonly<Partial<Record<'received' | 'region' | 'technicianId' | 'productName', string>>>

const daysBack: Readonly<Record<ReceivedSpan, number>> = { today: 0, week: 6, month: 29 }

/** Days of a span that goes on until `today`, or those that were set; what nobody knows any more narrows nothing. */
export function daysOf(chosen: string | undefined, today: string): Days {
  const span = receivedSpans.find((known) => known === chosen)
  return span ? { from: addDays(today, -daysBack[span]), to: null } : (readDays(chosen) ?? { from: null, to: null })
}

/** One of the codes a list knows; what a saved view of another release holds narrows nothing. */
export const knownCode = <Code extends string>(codes: readonly Code[], chosen: string | undefined): Code | null =>
  codes.find((code) => code === chosen) ?? null

/** The filter as the station takes it; `today` is the day in the company's zone. A span nobody knows any more narrows nothing. */
export function wishOf({ received, region, technicianId, productName }: TicketFilter, today: string) {
  const { from, to } = daysOf(received, today)
  return {
    region: region ?? null,
    technicianId: technicianId ?? null,
    productName: productName ?? null,
    receivedFrom: from,
    receivedTo: to,
  }
}
