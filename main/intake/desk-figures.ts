import { answeredWithin } from '../../shared/intake/rules.ts'
import type { BoardFigures } from '../../shared/tickets/board.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { allOf, type Condition, scopeConditions } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import { registerFrom, registerScope } from './list-register.ts'
import { waitingCalls } from './list-calls.ts'

type DeskFigures = Pick<
  BoardFigures,
  'complaints' | 'followupsLate' | 'lostCalls' | 'oldestLostAt' | 'callsToday' | 'answeredInTime' | 'answerSeconds'
>

/**
 * The desk's share of the board: lost callers, today's calls and complaints, follow-ups past their three hours (R001, R043). Lost callers are
 * everybody's to call back, the rest is of the rows the seat meets.
 */
export async function deskFigures(
  services: Services,
  reader: Reader,
  seat: Seat,
  todayFrom: string,
): Promise<DeskFigures> {
  const lines = registerScope(seat)
  const ofCalls = scopeConditions(seat, 'intake.view', { own: 'c."memberId"' })
  const ask = async <Row>(what: string, conditions: readonly Condition[]) => {
    const { where, values } = allOf(conditions)
    return (await reader.query(services.database.sql(`SELECT ${what} WHERE ${where}`), values)) as Row[]
  }
  const counted = `count(*) AS "n" FROM ${registerFrom}`
  const [complaints] = await ask<{ n: number | string }>(counted, [
    { where: `r."receivedAt" >= ? AND r."outcome" = 'complaint'`, values: [todayFrom] },
    ...lines,
  ])
  const [late] = await ask<{ n: number | string }>(counted, [
    { where: 'r."followedUpAt" IS NULL AND r."followUpDueAt" < ?', values: [services.now()] },
    ...lines,
  ])
  const calls = await ask<{ ringAt: string | null; answeredAt: string | null }>(
    'c."ringAt", c."answeredAt" FROM "intake_call" c',
    [{ where: `c."startedAt" >= ? AND c."direction" = 'in'`, values: [todayFrom] }, ...ofCalls],
  )
  const { answerSeconds } = (await companyOf(reader)).policies.at(services.now()).policy.calls
  const picked = calls.map((call) => answeredWithin(call, answerSeconds)).filter((isIn) => isIn !== null)
  const waiting = await waitingCalls(reader)
  return {
    complaints: Number(complaints?.n ?? 0),
    followupsLate: Number(late?.n ?? 0),
    lostCalls: new Set(waiting.map((call) => call.number)).size,
    oldestLostAt: waiting[0]?.startedAt ?? null,
    callsToday: calls.length,
    answerSeconds,
    answeredInTime: picked.length === 0 ? null : Math.round((100 * picked.filter(Boolean).length) / picked.length),
  }
}
