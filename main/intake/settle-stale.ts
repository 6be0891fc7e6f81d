import { companyOf } from '../house/settings.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { later } from '../scheduler/scheduler.ts'
import { foldCall, lockCall } from './fold-call.ts'

/** Calls given up in one write; more follow in the next. */
const together = 100

/**
 * Calls whose next event got lost: a ring that never ended becomes a lost call, a conversation that never ended is over. The
 * rows tell which, so running it twice or late gives each up once; a late event is folded as if nothing had been given up.
 */
export async function settleStale(services: Services): Promise<void> {
  const { database } = services
  for (;;) {
    const waiting = await database.read((reader) => staleIds(services, reader))
    if (waiting.length === 0) return
    const given = await database.write(async (tx) => {
      const changed: string[] = []
      for (const id of waiting) {
        const call = await lockCall(services, tx, { id })
        if (call && (await foldCall(services, tx, call)).state !== call.state) changed.push(id)
      }
      for (const id of changed) tx.changed('intake.call', id, { urgent: true })
      return changed
    })
    if (given.length < together) return
  }
}

async function staleIds(services: Services, reader: Reader): Promise<string[]> {
  const { database } = services
  const open = (await reader.query(
    `SELECT 1 FROM "intake_call" WHERE "state" IN ('ringing', 'answered') LIMIT 1`,
  )) as unknown[]
  if (open.length === 0) return []
  const now = services.now()
  const company = await companyOf(reader)
  const { ringMinutes, talkMinutes } = company.policies.at(now).policy.calls
  const of = (state: string) =>
    `SELECT c."id" FROM "intake_call" c WHERE c."state" = '${state}'
     AND (coalesce(c."answeredAt", c."startedAt") < ? OR EXISTS (SELECT 1 FROM "intake_event" e WHERE e."callId" = c."externalId" AND e."receivedAt" < ?))
     AND NOT EXISTS (SELECT 1 FROM "intake_event" e WHERE e."callId" = c."externalId" AND e."at" >= ? AND e."receivedAt" >= ?)`
  const ringBefore = later(now, -ringMinutes * 60)
  const talkBefore = later(now, -talkMinutes * 60)
  const rows = (await reader.query(database.sql(`${of('ringing')} UNION ALL ${of('answered')} LIMIT ${together}`), [
    ...[ringBefore, ringBefore, ringBefore, ringBefore],
    ...[talkBefore, talkBefore, talkBefore, talkBefore],
  ])) as { id: string }[]
  return rows.map(({ id }) => id)
}
