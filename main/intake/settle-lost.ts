import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { updateRow, updateWhere } from '../database/typed-rows.ts'
import { type Call, CallEntity } from './entities.ts'

/**
 * A caller who got through, or was reached, is no longer waiting: a call that somebody answered settles the earlier lost calls
 * of its number, and a lost call that is told of late is settled by a later answered one.
 */
export async function settleLost(services: Services, tx: Tx, call: Call): Promise<void> {
  if (call.number === '') return
  if (call.answeredAt !== null) {
    await settleEarlier(services, tx, { number: call.number, until: call.startedAt, at: call.answeredAt, by: call.id })
    return
  }
  if (call.state !== 'lost' || call.settledAt !== null) return
  if (call.registeredAt !== null || call.outcome !== null) return settleWritten(services, tx, call.id)
  const [later] = (await tx.query(
    services.database.sql(
      `SELECT "id", "answeredAt" FROM "intake_call" WHERE "number" = ? AND "startedAt" >= ? AND "answeredAt" IS NOT NULL
       ORDER BY "startedAt" LIMIT 1`,
    ),
    [call.number, call.startedAt],
  )) as { id: string; answeredAt: string }[]
  if (!later) return
  const settled = { settledAt: later.answeredAt, settledBy: later.id }
  await updateRow(services.database, tx, CallEntity, call.id, settled)
}

/** A lost call somebody wrote down, or noted the outcome of, waits no longer: an answer the station was not told of. */
export async function settleWritten(services: Services, tx: Tx, callId: string): Promise<void> {
  await tx.query(
    services.database.sql(
      `UPDATE "intake_call" SET "settledAt" = coalesce("registeredAt", ?), "settledBy" = "id"
       WHERE "id" = ? AND "state" = 'lost' AND "settledAt" IS NULL`,
    ),
    [services.now(), callId],
  )
}

/** Closes all waiting lost calls of a number up to an instant; answers their ids. */
export async function settleEarlier(
  services: Services,
  tx: Tx,
  { number, until, at, by }: { number: string; until: string; at: string; by: string },
): Promise<string[]> {
  return updateWhere(
    services.database,
    tx,
    CallEntity,
    { settledAt: at, settledBy: by },
    `"number" = ? AND "state" = 'lost' AND "settledAt" IS NULL AND "startedAt" <= ?`,
    [number, until],
  )
}
