import type { TicketRow } from '../../shared/tickets/schema.ts'

/** States in which somebody has been there. */
const repaired: readonly TicketRow['state'][] = ['resulted', 'ledgered', 'closed']

/** Those of the tickets that were repaired: the fault came back, where an open one is only asked about again. */
export const repairsOf = (tickets: readonly TicketRow[]) => tickets.filter(({ state }) => repaired.includes(state))

/**
 * Earlier tickets of the same product with the same fault, newest first, cancelled ones left out. Without a chosen fault,
 * every earlier ticket of the product.
 */
export function sameFaultOf(
  tickets: readonly TicketRow[],
  { productId, fault }: { productId: string | null; fault: string },
): TicketRow[] {
  if (productId === null) return []
  return tickets
    .filter((ticket) => ticket.productId === productId && ticket.state !== 'cancelled')
    .filter((ticket) => fault === '' || ticket.fault === fault)
    .sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
}
