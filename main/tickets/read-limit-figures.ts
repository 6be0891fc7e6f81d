import type { LimitFiguresAnswer } from '../../shared/admin/policy-schema.ts'
import { limitFigures, type PastLimit } from '../../shared/tickets/limit-figures.ts'
import type { Services } from '../api/context.ts'
import { companyOf } from '../house/settings.ts'
import { later } from '../scheduler/scheduler.ts'
import { subjectOf } from './ticket-clocks.ts'

/** Newest limits that are looked at: a station answers meanwhile. */
const mostRead = 20_000
const days = 30

/** How the limits that count now were kept in the last thirty days; cancelled cases do not count. */
export async function readLimitFigures(services: Services): Promise<LimitFiguresAnswer> {
  const { database } = services
  return database.read(async (reader) => {
    const now = services.now()
    const since = later(now, -days * 86_400)
    const { policy } = (await companyOf(reader)).policies.at(now)
    const facts = 't."kind", t."level", t."handling"'
    const met = (await reader.query(
      database.sql(
        `SELECT k."clock", k."dueAt", k."metAt", k."ranSeconds", ${facts} FROM "clocks_kept" k JOIN "tickets_ticket" t ON t."id" = k."subjectId"
         WHERE k."subjectKind" = ? AND k."metAt" >= ? AND t."state" <> 'cancelled' ORDER BY k."metAt" DESC LIMIT ${mostRead}`,
      ),
      [subjectOf('').kind, since],
    )) as PastLimit[]
    const late = (await reader.query(
      database.sql(
        `SELECT l."clock", l."dueAt", ${facts} FROM "clocks_late" l JOIN "tickets_ticket" t ON t."id" = l."subjectId"
         WHERE l."subjectKind" = ? AND l."alarmedAt" >= ? AND l."dueAt" < ? ORDER BY l."alarmedAt" DESC LIMIT ${mostRead}`,
      ),
      [subjectOf('').kind, since, now],
    )) as Omit<PastLimit, 'metAt' | 'ranSeconds'>[]
    const past = [...met, ...late.map((each) => ({ ...each, metAt: null, ranSeconds: null }))]
    return { days, isCut: met.length === mostRead, rows: limitFigures(policy, past, now) }
  })
}
