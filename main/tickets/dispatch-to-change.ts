import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import type { Ticket } from './ticket-entity.ts'
import { type Dispatch, DispatchEntity } from './visit-entities.ts'
import { refuseForeign, ticketToChange } from './ticket-rows.ts'

/** The dispatch order with its ticket, locked until the write settles. */
export async function dispatchToChange(
  services: Services,
  tx: Tx,
  seat: Seat,
  dispatchId: string,
): Promise<{ dispatch: Locked<Dispatch>; ticket: Locked<Ticket> }> {
  const ticketId = await ticketIdOf(services, tx, dispatchId)
  // His own order stays his when the ticket went back to the desk: sending it again must find it.
  const ticket = await ticketToChange(services, tx, seat, ticketId, undefined, true)
  const dispatch = await recordsOf(services, tx, seat).lock(DispatchEntity, dispatchId)
  if (!dispatch) throw new Failure('notFound', 'tickets.failure.gone')
  await refuseForeign(services, tx, seat, { ...ticket, technicianId: dispatch.technicianId })
  return { dispatch, ticket }
}

/** A dispatch order handed back or done is history. */
export function refuseOver(dispatch: Dispatch): void {
  if (dispatch.state !== 'active') throw new Failure('ruleBroken', 'tickets.failure.dispatchOver')
}

/** Ticket of a dispatch order. */
async function ticketIdOf(services: Services, reader: Reader, dispatchId: string): Promise<string> {
  const [row] = (await reader.query(services.database.sql('SELECT "ticketId" FROM "tickets_dispatch" WHERE "id" = ?'), [
    dispatchId,
  ])) as {
    ticketId: string
  }[]
  if (!row) throw new Failure('notFound', 'tickets.failure.gone')
  return row.ticketId
}
