import type { z } from 'zod'
import type { CallRow, startCallSchema } from '../../shared/intake/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { firstStored } from '../house/first-stored.ts'
import { insertRows } from '../database/typed-rows.ts'
import { callRow } from './call-rows.ts'
import { CallEntity } from './entities.ts'
import { findCall, ownCall } from './own-call.ts'
import { settleWaiting } from './settle-lost.ts'

/** A call the telephone system did not tell of, begun by hand (F2). Sent twice it is one call. */
export async function startCall(
  services: Services,
  seat: Seat,
  input: z.output<typeof startCallSchema>,
): Promise<CallRow> {
  const { database } = services
  const call = await database.write(async (tx) => {
    const already = await firstStored(services, tx, 'intake.startCall', input, () => findCall(services, tx, input.id))
    if (already) return already
    const call = await ownCall(services, tx, seat, input)
    await insertRows(database, tx, CallEntity, [call])
    tx.changed('intake.call', call.id, { urgent: true })
    if (input.direction === 'in' && call.number !== '')
      await settleWaiting(services, tx, { number: call.number, at: call.startedAt, by: call.id })
    return { ...call, memberName: seat.name }
  })
  return callRow(call, call.memberId === seat.memberId)
}
