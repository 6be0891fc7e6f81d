import { addDays } from '../../shared/kit/calendar.ts'

/** Days of the report that can be chosen, with today the last one. */
export const receivedSpans = ['today', 'week', 'month'] as const
type ReceivedSpan = (typeof receivedSpans)[number]

/** What the chips of a ticket list narrow, by the names a saved view keeps. */
export type TicketFilter = Readonly<Partial<Record<'received' | 'region' | 'technicianId' | 'productName', string>>>

const daysBack: Readonly<Record<ReceivedSpan, number>> = { today: 0, week: 6, month: 29 }

/** First day of a span that ends with `today`; a span nobody knows any more narrows nothing. */
export function spanFrom(chosen: string | undefined, today: string): string | null {
  const span = receivedSpans.find((known) => known === chosen)
  return span ? addDays(today, -daysBack[span]) : null
}

/** One of the codes a list knows; what a saved view of another release holds narrows nothing. */
export const knownCode = <Code extends string>(codes: readonly Code[], chosen: string | undefined): Code | null =>
  codes.find((code) => code === chosen) ?? null

/** The filter as the station takes it; `today` is the day in the company's zone. A span nobody knows any more narrows nothing. */
export function wishOf({ received, region, technicianId, productName }: TicketFilter, today: string) {
  return {
    region: region ?? null,
    technicianId: technicianId ?? null,
    productName: productName ?? null,
    receivedFrom: spanFrom(received, today),
  }
}
