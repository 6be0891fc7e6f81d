import type { RecordIntake } from '../../shared/intake/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { addChase } from '../tickets/public.ts'

const open = `"state" IN ('unassigned', 'dispatched', 'resulted', 'ledgered')`

/** 催办: the call asks about an open ticket, the one named, else the customer's newest; counted there instead of a new one. */
export async function chaseFor(services: Services, tx: Tx, seat: Seat, entry: RecordIntake) {
  const { database } = services
  const [ticket] = (await tx.query(
    database.sql(
      `SELECT "id" FROM "tickets_ticket" WHERE ("id" = ? OR "customerId" = ?) AND ${open}
       ORDER BY CASE WHEN "id" = ? THEN 0 ELSE 1 END, "createdAt" DESC LIMIT 1`,
    ),
    [entry.ticketId, entry.customerId ?? '', entry.ticketId],
  )) as { id: string }[]
  if (!ticket) throw new Failure('notFound', 'intake.failure.noOpenTicket', {}, 'ticketId')
  return addChase(services, tx, seat, {
    id: entry.id,
    ticketId: ticket.id,
    callId: entry.callId,
    note: entry.symptom || entry.note,
  })
}
