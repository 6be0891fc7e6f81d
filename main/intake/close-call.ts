import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import type { CallRow, closeCallSchema } from '../../shared/intake/schema.ts'
import { audit } from '../house/audit.ts'
import type { Seat, Services } from '../api/context.ts'
import { updateRow } from '../database/typed-rows.ts'
import { callRow } from './call-rows.ts'
import { CallEntity } from './entities.ts'
import { findCall, refuseForeignCall } from './own-call.ts'
import { settleWritten } from './settle-lost.ts'

/** How a call ended that needs no register entry: wrong number, silent, transferred … (R015). The last word counts; what somebody else registered stands. */
export async function closeCall(
  services: Services,
  seat: Seat,
  input: z.output<typeof closeCallSchema>,
): Promise<CallRow> {
  const { database } = services
  const row = await database.write(async (tx) => {
    const call = await findCall(services, tx, input.callId)
    if (!call) throw new Failure('notFound', 'intake.failure.callGone')
    await refuseForeignCall(services, tx, seat, call)
    if (call.registeredAt !== null && call.memberId !== seat.memberId)
      throw new Failure('ruleBroken', 'intake.failure.callRegistered')
    const isByHand = call.externalId === call.id
    await updateRow(database, tx, CallEntity, call.id, {
      outcome: input.outcome,
      note: input.note,
      memberId: call.memberId ?? seat.memberId,
      ...(isByHand && call.hungUpAt === null ? { hungUpAt: services.now(), state: 'ended' } : {}),
    })
    await settleWritten(services, tx, call.id)
    await audit(services, tx, seat, {
      action: 'intake.closeCall',
      subject: `call:${call.id}`,
      details: { outcome: input.outcome },
    })
    return (await findCall(services, tx, call.id))!
  })
  return callRow(row, row.memberId === seat.memberId)
}
