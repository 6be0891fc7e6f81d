import type { z } from 'zod'
import type { ChosenTicket, stillListedSchema } from '../../shared/tickets/batch.ts'
import type { ticketFilterSchema } from '../../shared/tickets/lists.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { countMatches, type Matches, refuseWide } from '../database/walk-sorted.ts'
import { refuseCut } from '../house/list-source.ts'
import { type Company, companyOf } from '../house/settings.ts'
import { listedTickets } from './list-tickets.ts'
import { promisedFromOf } from './promised-from.ts'
import { type NamedTicket, ticketColumns, ticketScope, ticketTables } from './ticket-rows.ts'

/** The tickets a member chose, as they stand now and in no order. What is gone or outside the seat's rows is not among them. */
export async function chosenTickets(services: Services, seat: Seat, ids: readonly string[]): Promise<ChosenTicket[]> {
  return services.database.read(async (reader) => {
    const company = await companyOf(reader)
    const conditions = [oneOf(services.database, 't."id"', ids), ...ticketScope(seat)]
    const rows = (await reader.query(
      services.database.sql(
        `SELECT ${ticketColumns} FROM ${ticketTables} WHERE ${conditions.map(({ where }) => where).join(' AND ')}`,
      ),
      conditions.flatMap(({ values }) => values),
    )) as NamedTicket[]
    const promised = await promisedFromOf(services, reader, rows)
    return rows.map((row) => chosenTicket(row, company, promised.get(row.id) ?? services.now()))
  })
}

function chosenTicket(ticket: NamedTicket, company: Company, promisedFromAt: string): ChosenTicket {
  const { promise } = company.policies.of(ticket)
  const { id, number, customerName, region, state, version } = ticket
  return {
    ...{ id, number, customerName, region, state, version, technicianName: ticket.technicianName ?? '' },
    promisedUntilAt:
      promise === null ? null : new Date(Date.parse(promisedFromAt) + promise.withinMinutes * 60_000).toISOString(),
  }
}

/** Ids of all that a list matches, for whoever chooses them all; refused by name where they are more than a list walks. */
export async function matchingTickets(
  services: Services,
  seat: Seat,
  wish: z.output<typeof ticketFilterSchema>,
): Promise<{ ids: string[] }> {
  const { database } = services
  return database.read(async (reader) => {
    const { parts, leftOut } = await listedTickets(services, reader, seat, wish)
    refuseCut(leftOut)
    refuseWide(await countMatches(database, reader, parts))
    return { ids: await idsOf(services, reader, parts) }
  })
}

/** Which of the chosen ones a list still shows: what was done to a ticket, or by whom, may have moved it out of the filter. */
export async function stillListed(
  services: Services,
  seat: Seat,
  { ids, ...wish }: z.output<typeof stillListedSchema>,
): Promise<{ ids: string[] }> {
  return services.database.read(async (reader) => {
    const chosen = oneOf(services.database, '"id"', ids)
    const { parts } = await listedTickets(services, reader, seat, wish, [chosen])
    return { ids: await idsOf(services, reader, parts) }
  })
}

async function idsOf({ database }: Services, reader: Reader, parts: readonly Matches[]): Promise<string[]> {
  if (parts.length === 0) return []
  const rows = (await reader.query(
    database.sql(parts.map(({ where }) => `SELECT "id" FROM "tickets_ticket" WHERE ${where}`).join(' UNION ALL ')),
    parts.flatMap(({ values }) => values),
  )) as { id: string }[]
  return rows.map(({ id }) => id)
}
