import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'

/** What stands of a ticket beside something that led to it. */
export interface TicketBrief {
  number: string
  technicianName: string
}

/** Tickets by id, for lists of other features; those that are gone are absent. */
export async function ticketBriefsOf(
  services: Services,
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TicketBrief>> {
  if (ids.length === 0) return new Map()
  const rows = (await reader.query(
    services.database.sql(
      `SELECT t."id", t."number", m."name" FROM "tickets_ticket" t LEFT JOIN "house_member" m ON m."id" = t."technicianId"
       WHERE t."id" IN (${ids.map(() => '?').join(', ')})`,
    ),
    [...ids],
  )) as { id: string; number: string; name: string | null }[]
  return new Map(rows.map(({ id, number, name }) => [id, { number, technicianName: name ?? '' }]))
}

/** The number of an order (派工单); null where there is none. */
export async function orderNumberOf(services: Services, reader: Reader, dispatchId: string): Promise<string | null> {
  const text = services.database.sql('SELECT "number" FROM "tickets_dispatch" WHERE "id" = ?')
  const [row] = (await reader.query(text, [dispatchId])) as { number: string }[]
  return row?.number ?? null
}

/** How many orders a technician has in hand. */
export async function ordersInHand(services: Services, reader: Reader, technicianId: string): Promise<number> {
  const text = `SELECT count(*) AS "n" FROM "tickets_ticket" WHERE "technicianId" = ? AND "state" = 'dispatched'`
  const [row] = (await reader.query(services.database.sql(text), [technicianId])) as { n: number | string }[]
  return Number(row?.n ?? 0)
}
