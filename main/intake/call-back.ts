import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import type { callBackSchema } from '../../shared/intake/schema.ts'
import { audit } from '../house/audit.ts'
import { firstStored } from '../house/first-stored.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { markRecords } from '../database/mark-records.ts'
import { insertRows } from '../database/typed-rows.ts'
import { type Call, CallEntity, IntakeEntity } from './entities.ts'
import { findCall, ownCall } from './own-call.ts'
import { settleWaiting } from './settle-lost.ts'

/**
 * A call back to a lost caller: reached closes all lost calls of the number and answers how many; not reached counts a
 * try and leaves them waiting. Kept as a call of ours, so sending it twice counts once.
 */
export async function callBack(
  services: Services,
  seat: Seat,
  input: z.output<typeof callBackSchema>,
): Promise<{ closed: number }> {
  const { database } = services
  const closed = await database.write(async (tx) => {
    const already = await firstStored(services, tx, 'intake.callBack', input, () => findCall(services, tx, input.id))
    if (already) return closedBy(services, tx, input.id)
    const call = await ownCall(services, tx, seat, {
      id: input.id,
      number: input.number,
      direction: 'out',
      at: input.at,
    })
    if (call.number === '') throw new Failure('invalid', 'intake.failure.numberUnreadable', {}, 'number')
    await insertRows(database, tx, CallEntity, [
      {
        ...call,
        state: 'ended',
        outcome: 'callBack',
        note: input.note,
        hungUpAt: call.startedAt,
        answeredAt: input.reached ? call.startedAt : null,
      },
    ])
    await audit(services, tx, seat, {
      action: 'intake.callBack',
      subject: `call:${call.id}`,
      details: { reached: input.reached },
    })
    if (input.reached) return reach(services, tx, call)
    await tx.query(
      database.sql(
        'UPDATE "intake_call" SET "tries" = "tries" + 1 WHERE "number" = ? AND "state" = \'lost\' AND "settledAt" IS NULL',
      ),
      [call.number],
    )
    return 0
  })
  return { closed }
}

/** The caller was heard: nothing waits for him any more, the question how it works now included (R043). */
async function reach(services: Services, tx: Tx, call: Call): Promise<number> {
  const closed = await settleWaiting(services, tx, {
    number: call.number,
    at: call.startedAt,
    by: call.id,
  })
  await markRecords(
    services.database,
    tx,
    IntakeEntity,
    { followedUpAt: call.startedAt },
    `"followedUpAt" IS NULL AND "followUpDueAt" IS NOT NULL AND "callId" IN (SELECT "id" FROM "intake_call" WHERE "number" = ?)`,
    [call.number],
  )
  return closed.length
}

async function closedBy(services: Services, reader: Reader, id: string): Promise<number> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT count(*) AS "n" FROM "intake_call" WHERE "number" = (SELECT "number" FROM "intake_call" WHERE "id" = ?) AND "settledBy" = ?`,
    ),
    [id, id],
  )) as { n: number | string }[]
  return Number(rows[0]?.n ?? 0)
}
