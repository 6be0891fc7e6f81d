import type { RecordIntake } from '../../shared/intake/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { addChase, openTicketMeant } from '../tickets/public.ts'

/** 催办: the call asks about an open ticket, the one named, else the customer's newest; counted there instead of a new one. */
export async function chaseFor(services: Services, tx: Tx, seat: Seat, entry: RecordIntake) {
  const ticketId = await openTicketMeant(services, tx, {
    ticketId: entry.ticketId,
    customerId: entry.customerId ?? null,
  })
  if (ticketId === null) throw new Failure('notFound', 'intake.failure.noOpenTicket', {}, 'ticketId')
  return addChase(services, tx, seat, {
    id: entry.id,
    ticketId,
    callId: entry.callId,
    note: entry.symptom || entry.note,
  })
}
