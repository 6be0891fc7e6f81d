import { answeredWithin } from '../../shared/intake/rules.ts'
import type { BoardFigures } from '../../shared/tickets/board.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { waitingCalls } from './list-calls.ts'

type DeskFigures = Pick<
  BoardFigures,
  'complaints' | 'followupsLate' | 'lostCalls' | 'oldestLostAt' | 'callsToday' | 'answeredIn10s'
>

/** The desk's share of the board: lost callers, today's calls and complaints, follow-ups past their three hours (R001, R043). */
export async function deskFigures(services: Services, reader: Reader, todayFrom: string): Promise<DeskFigures> {
  const ask = async <Row>(sql: string, ...values: string[]) =>
    (await reader.query(services.database.sql(sql), values)) as Row[]
  const [complaints] = await ask<{ n: number | string }>(
    `SELECT count(*) AS "n" FROM "intake_register" WHERE "receivedAt" >= ? AND "outcome" = 'complaint'`,
    todayFrom,
  )
  const [late] = await ask<{ n: number | string }>(
    `SELECT count(*) AS "n" FROM "intake_register" WHERE "followedUpAt" IS NULL AND "followUpDueAt" < ?`,
    services.now(),
  )
  const calls = await ask<{ ringAt: string | null; answeredAt: string | null }>(
    `SELECT "ringAt", "answeredAt" FROM "intake_call" WHERE "startedAt" >= ? AND "direction" = 'in'`,
    todayFrom,
  )
  const picked = calls.map((call) => answeredWithin(call)).filter((isIn) => isIn !== null)
  const waiting = await waitingCalls(reader)
  return {
    complaints: Number(complaints?.n ?? 0),
    followupsLate: Number(late?.n ?? 0),
    lostCalls: new Set(waiting.map((call) => call.number)).size,
    oldestLostAt: waiting[0]?.startedAt ?? null,
    callsToday: calls.length,
    answeredIn10s: picked.length === 0 ? null : Math.round((100 * picked.filter(Boolean).length) / picked.length),
  }
}
