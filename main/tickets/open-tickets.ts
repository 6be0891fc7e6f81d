import type { TicketRow } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { ticketRows } from './provisional.ts'
import { type NamedTicket, ticketColumns, ticketScope, ticketTables } from './ticket-rows.ts'

/** SQL of a ticket that is still worked on. */
export const isOpen = `"state" IN ('unassigned', 'dispatched', 'resulted', 'ledgered')`

/** Open tickets of a customer, oldest first, as a seat may see them. */
export async function openTicketsOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string,
): Promise<TicketRow[]> {
  const scope = ticketScope(seat)
  const rows = (await reader.query(
    services.database.sql(
      `SELECT ${ticketColumns} FROM ${ticketTables} WHERE t."customerId" = ?
       AND t.${isOpen} ${scope.map(({ where }) => `AND ${where}`).join(' ')} ORDER BY t."createdAt", t."id" LIMIT 50`,
    ),
    [customerId, ...scope.flatMap(({ values }) => values)],
  )) as NamedTicket[]
  return ticketRows(services, reader, seat, rows)
}

/** How many open tickets that a seat meets customers have; those without any are absent. */
export async function countOpenTickets(
  services: Services,
  reader: Reader,
  { seat, customerIds }: { seat: Seat; customerIds: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const conditions = [oneOf(services.database, 't."customerId"', customerIds), ...ticketScope(seat)]
  const rows = (await reader.query(
    services.database.sql(
      `SELECT t."customerId", count(*) AS "n" FROM "tickets_ticket" t WHERE t.${isOpen}
       AND ${conditions.map(({ where }) => where).join(' AND ')} GROUP BY t."customerId"`,
    ),
    conditions.flatMap(({ values }) => values),
  )) as { customerId: string; n: number | string }[]
  return new Map(rows.map(({ customerId, n }) => [customerId, Number(n)]))
}

/** The open ticket somebody asks about: the one named, else the customer's newest; null where there is none. */
export async function openTicketMeant(
  services: Services,
  tx: Tx,
  meant: { ticketId: string; customerId: string | null },
): Promise<string | null> {
  const [ticket] = (await tx.query(
    services.database.sql(
      `SELECT "id" FROM "tickets_ticket" WHERE ("id" = ? OR "customerId" = ?) AND ${isOpen}
       ORDER BY CASE WHEN "id" = ? THEN 0 ELSE 1 END, "createdAt" DESC LIMIT 1`,
    ),
    [meant.ticketId, meant.customerId ?? '', meant.ticketId],
  )) as { id: string }[]
  return ticket?.id ?? null
}
