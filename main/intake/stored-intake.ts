import { createHash } from 'node:crypto'
import type { RecordedIntake } from '../../shared/intake/schema.ts'
import type { Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { findRows } from '../database/typed-rows.ts'
import { orderNumberOf, ticketBriefsOf } from '../tickets/public.ts'
import { CallEntity, IntakeEntity } from './entities.ts'
import { joinedBy } from './join-entry.ts'

/** Id of the order an entry sends at once; it follows from the entry's, so that a second sending meets it. */
export function orderIdOf(entryId: string): string {
  const hex = createHash('sha256').update(`dispatch of ${entryId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The answer an entry got that stands already; null where none does. */
export async function storedIntake(services: Services, reader: Reader, id: string): Promise<RecordedIntake | null> {
  const [row] = await findRows(services.database, reader, IntakeEntity, { id })
  if (!row) return null
  const { registerNo, customerId, ticketId } = row
  const ticket = ticketId === null ? undefined : (await ticketBriefsOf(services, reader, [ticketId])).get(ticketId)
  const dispatchId = orderIdOf(id)
  const order = await orderNumberOf(services, reader, dispatchId)
  return {
    ...{ id, registerNo, customerId },
    ticket: ticketId === null || !ticket ? null : { id: ticketId, number: ticket.number },
    dispatch: order === null ? null : { id: dispatchId, number: order },
    alreadyStored: true,
    joined: await joinedBy(services, reader, row),
  }
}

/** The line another seat has made of the same call: a call is registered once. Locks the call, so that two seats ask one after the other. */
export async function registeredAs(
  { database }: Services,
  tx: Tx,
  callId: string | null | undefined,
): Promise<string | null> {
  if (!callId) return null
  await findRows(database, tx, CallEntity, { id: callId }, true)
  const text = 'SELECT "id" FROM "intake_register" WHERE "callId" = ? ORDER BY "recordedAt", "id" LIMIT 1'
  const [line] = (await tx.query(database.sql(text), [callId])) as { id: string }[]
  return line?.id ?? null
}
