import { daysOf } from '../lists/public.ts'

/** What the chips of a ticket list narrow, by the names a saved view keeps. */
export type TicketFilter = Readonly<Partial<Record<'received' | 'region' | 'technicianId' | 'productName', string>>>

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
