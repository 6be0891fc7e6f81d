import type { z } from 'zod'
import type { noteSchema, TicketPage } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { changeTicket, storedStep, ticketToChange } from './ticket-rows.ts'
import { NoteEntity } from './work-entities.ts'

/**
 * 记一句: a line on the case that moves nothing. Sent twice it is written once. Answers the step it was, which takes it back; null where it stood
 * already.
 */
export async function recordNote(
  services: Services,
  seat: Seat,
  input: z.output<typeof noteSchema>,
): Promise<{ step: string | null }> {
  const { id, ticketId, note } = input
  return services.database.write(async (tx) => {
    const ticket = await ticketToChange(services, tx, seat, ticketId)
    const records = recordsOf(services, tx, seat)
    const already = await storedStep(services, tx, 'tickets.note', input, () => records.lock(NoteEntity, id))
    if (already) return { step: null }
    const { customerId } = ticket
    await records.add(NoteEntity, { id, ticketId, at: services.now(), note, memberId: seat.memberId, customerId })
    await changeTicket(services, tx, ticket, {})
    await audit(services, tx, seat, { action: 'tickets.note', subject: `ticket:${ticketId}`, details: {} })
    return { step: records.step }
  })
}

/** Lines on a case, newest first. */
export async function notesOf(services: Services, reader: Reader, ticketId: string): Promise<TicketPage['notes']> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT n."id", n."at", n."note", m."name" AS "byName" FROM "tickets_note" n LEFT JOIN "house_member" m ON m."id" = n."memberId"
       WHERE n."ticketId" = ? ORDER BY n."at" DESC, n."id" DESC`,
    ),
    [ticketId],
  )) as { id: string; at: string; note: string; byName: string | null }[]
  return rows.map((row) => ({ ...row, byName: row.byName ?? '' }))
}
