import type { TicketRow } from '../../shared/tickets/schema.ts'

/**
 * Earlier tickets of the same product with the same fault, newest first; cancelled ones and those still open aside are not
 * counted as repairs. Without a chosen fault, every earlier ticket of the product.
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
