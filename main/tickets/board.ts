import { dayOf, startOfDay } from '../../shared/kit/calendar.ts'
import type { BoardFigures } from '../../shared/tickets/board.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import type { FigureSource } from '../house/feature.ts'
import { allOf, type Condition } from '../house/row-scope.ts'
import { scopeOfTickets } from './ticket-filters.ts'
import { soonUntil } from './ticket-views.ts'

/** What the supervisor sees first: the figures of every feature, of the rows the seat meets. */
export async function boardFigures(services: Services, seat: Seat): Promise<BoardFigures> {
  return services.database.read(async (reader) => {
    const { timeZone } = await companyOf(reader)
    const today = startOfDay(dayOf(services.now(), timeZone), timeZone)
    const figures = { ...none }
    for (const { figures: part } of services.features)
      if (part) Object.assign(figures, await part(services, reader, seat, today))
    return figures
  })
}

const none: BoardFigures = {
  ...{ late: 0, dueSoon: 0, unassigned: 0, oldestUnassignedAt: null, closedToday: 0, complaints: 0 },
  ...{ followupsLate: 0, lostCalls: 0, oldestLostAt: null, callsToday: 0, answeredInTime: null, answerSeconds: 0 },
}

/** The tickets' share of the board; no figure grows with the closed ones. */
export const ticketFigures: FigureSource = async (services, reader, seat, today) => {
  const now = services.now()
  const { policies } = await companyOf(reader)
  const scope = scopeOfTickets(seat)
  const count = async (where: string, ...values: string[]) => {
    const met = allOf([{ where, values }, ...scope])
    const [row] = (await reader.query(
      services.database.sql(`SELECT count(*) AS "n" FROM "tickets_ticket" WHERE ${met.where}`),
      met.values,
    )) as { n: number | string }[]
    return Number(row?.n ?? 0)
  }
  return {
    late: await count('"nextDueAt" < ?', now),
    dueSoon: await count('"nextDueAt" >= ? AND "nextDueAt" <= ?', now, soonUntil(policies, now)),
    unassigned: await count(`"state" = 'unassigned'`),
    oldestUnassignedAt: await oldestUnassigned(services, reader, scope),
    closedToday: await count('"closedAt" >= ?', today),
  }
}

async function oldestUnassigned(
  { database }: Services,
  reader: Reader,
  scope: readonly Condition[],
): Promise<string | null> {
  const { where, values } = allOf([{ where: `"state" = 'unassigned'`, values: [] }, ...scope])
  const [row] = (await reader.query(
    database.sql(
      `SELECT min("receivedAt") AS "at" FROM (SELECT "receivedAt" FROM "tickets_ticket" WHERE ${where}
       ORDER BY "createdAt", "id" LIMIT 100) oldest`,
    ),
    values,
  )) as { at: string | null }[]
  return row?.at ?? null
}
