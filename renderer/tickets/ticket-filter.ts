import { addDays } from '../../shared/kit/calendar.ts'

/** Days of the report that can be chosen, with today the last one. */
export const receivedSpans = ['today', 'week', 'month'] as const
export type ReceivedSpan = (typeof receivedSpans)[number]

/** What the chips of a ticket list narrow. */
export interface TicketFilter {
  received: ReceivedSpan | null
  region: string | null
  technicianId: string | null
  productName: string | null
}

/** A list that lets everything of its view through. */
export const wholeView: TicketFilter = { received: null, region: null, technicianId: null, productName: null }

const daysBack: Readonly<Record<ReceivedSpan, number>> = { today: 0, week: 6, month: 29 }

/** The filter as the station takes it; `today` is the day in the company's zone. */
export function wishOf({ received, ...exact }: TicketFilter, today: string) {
  return { ...exact, receivedFrom: received ? addDays(today, -daysBack[received]) : null }
}
