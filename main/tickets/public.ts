import type { TicketRow } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'

// TO FILL (asked by main/customers/card.ts): a customer's open tickets, newest first, as this seat may see them. Hot path.
export async function openTicketsOf(_services: Services, _reader: Reader, _seat: Seat, _customerId: string): Promise<TicketRow[]> {
  return []
}
