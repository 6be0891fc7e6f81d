import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { updateRow, updateWhere } from '../database/typed-rows.ts'
import { type Call, CallEntity } from './entities.ts'

/**
 * When the station first heard of a call. Exchange, seat and station each have a clock of their own: which of two calls came later is
 * told by when the station received them, and by their own instants only where it received both at once. A call begun by hand has its own
 * instant, which is never ahead of the station.
 */
const heardAt = `coalesce((SELECT min(e."receivedAt") FROM "intake_event" e WHERE e."callId" = "intake_call"."externalId"), "intake_call"."startedAt")`

/**
 * A caller who got through, or was reached, is no longer waiting: a call that somebody answered settles the lost calls of its number
 * the station heard of before it. A lost call it heard of after the answered one waits, whatever the clock of the exchange says.
 */
export async function settleLost(services: Services, tx: Tx, call: Call): Promise<void> {
  if (call.number === '') return
  if (call.answeredAt !== null) {
    const until = await firstHeard(services, tx, call)
    await settleWaiting(
      services,
      tx,
      { number: call.number, at: call.answeredAt, by: call.id },
      {
        where: `AND (${heardAt} < ? OR (${heardAt} = ? AND "startedAt" <= ?))`,
        values: [until, until, call.startedAt],
      },
    )
    return
  }
  if (call.state !== 'lost' || call.settledAt !== null) return
  if (call.registeredAt !== null || call.outcome !== null) return settleWritten(services, tx, call.id)
  const since = await firstHeard(services, tx, call)
  const [later] = (await tx.query(
    services.database.sql(
      `SELECT "id", "answeredAt" FROM "intake_call" WHERE "number" = ? AND "answeredAt" IS NOT NULL
       AND (${heardAt} > ? OR (${heardAt} = ? AND "startedAt" >= ?)) ORDER BY "startedAt" LIMIT 1`,
    ),
    [call.number, since, since, call.startedAt],
  )) as { id: string; answeredAt: string }[]
  if (!later) return
  const settled = { settledAt: later.answeredAt, settledBy: later.id }
  await updateRow(services.database, tx, CallEntity, call.id, settled)
}

async function firstHeard(services: Services, tx: Tx, call: Call): Promise<string> {
  const [row] = (await tx.query(services.database.sql(`SELECT ${heardAt} AS "at" FROM "intake_call" WHERE "id" = ?`), [
    call.id,
  ])) as { at: string }[]
  return row?.at ?? call.startedAt
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

/** Whoever is on the line now is heard: closes all that waits of the number, or what meets a condition as well; answers the ids. */
export async function settleWaiting(
  services: Services,
  tx: Tx,
  { number, at, by }: { number: string; at: string; by: string },
  also: { where: string; values: readonly string[] } = { where: '', values: [] },
): Promise<string[]> {
  return updateWhere(
    services.database,
    tx,
    CallEntity,
    { settledAt: at, settledBy: by },
    `"number" = ? AND "state" = 'lost' AND "settledAt" IS NULL ${also.where}`,
    [number, ...also.values],
  )
}
