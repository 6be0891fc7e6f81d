import { dayOf } from '../../shared/kit/calendar.ts'
import { type AskedCase, type PastCase, sameFaultBefore } from '../../shared/tickets/rules-repeat.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { companyOf } from '../house/settings.ts'
import type { Ticket } from './ticket-entity.ts'
import { ticketsMet } from './ticket-rows.ts'

/** Cases of one product that are looked through, the newest. */
const mostOfProduct = 200

type Earlier = PastCase & { number: string }

async function casesUntil({ database }: Services, reader: Reader, { productId }: AskedCase, until: string) {
  if (productId === null) return []
  return (await reader.query(
    database.sql(
      `SELECT "id", "number", "productId", "fault", "symptom", "state", "receivedAt" FROM "tickets_ticket"
       WHERE "productId" = ? AND ? >= "receivedAt" ORDER BY "receivedAt" DESC LIMIT ${mostOfProduct}`,
    ),
    [productId, until],
  )) as Earlier[]
}

/** The repair after which the same fault of the same product came back (R114, R122); null where it is the first time. */
export async function repairBefore(services: Services, reader: Reader, asked: AskedCase): Promise<string | null> {
  const cases = await casesUntil(services, reader, asked, asked.receivedAt ?? services.now())
  return sameFaultBefore(cases, asked)[0]?.id ?? null
}

/** Earlier repairs of the same fault of the same product, newest first, and what each was repaired by; of a case the seat does not meet only its day. */
export async function sameFaultOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  ticket: Ticket,
): Promise<TicketPage['sameFault']> {
  const earlier = sameFaultBefore(await casesUntil(services, reader, ticket, ticket.receivedAt), ticket)
  if (earlier.length === 0) return []
  const met = await ticketsMet(
    services,
    reader,
    seat,
    earlier.map(({ id }) => id),
  )
  const results = (await reader.query(
    services.database.sql(
      `SELECT r."ticketId", r."result", m."name" AS "technicianName" FROM "tickets_result" r
       LEFT JOIN "house_member" m ON m."id" = r."servicePersonId"
       WHERE r."ticketId" IN (${earlier.map(() => '?').join(', ')}) ORDER BY r."nth"`,
    ),
    earlier.map(({ id }) => id),
  )) as { ticketId: string; result: string; technicianName: string | null }[]
  // The newest result of a case is the last that is put in.
  const newest = new Map(results.map((result) => [result.ticketId, result]))
  const { timeZone } = await companyOf(reader)
  return earlier.map(({ id, number, receivedAt }) => ({
    ...(met.has(id) ? { ticketId: id, number } : { ticketId: '', number: '' }),
    on: dayOf(receivedAt, timeZone),
    result: (met.has(id) && newest.get(id)?.result) || '',
    technicianName: (met.has(id) && newest.get(id)?.technicianName) || '',
  }))
}

/** Cases that came back after this one was repaired, oldest first, of those the seat meets. */
export async function cameBackOf(
  services: Services,
  reader: Reader,
  seat: Seat,
  ticket: Pick<Ticket, 'id'>,
): Promise<TicketPage['cameBack']> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT "id", "number", "receivedAt" FROM "tickets_ticket"
       WHERE "againOfId" = ? AND "state" <> 'cancelled' ORDER BY "receivedAt", "id" LIMIT ${mostOfProduct}`,
    ),
    [ticket.id],
  )) as Pick<Ticket, 'id' | 'number' | 'receivedAt'>[]
  if (rows.length === 0) return []
  const { timeZone } = await companyOf(reader)
  const met = await ticketsMet(
    services,
    reader,
    seat,
    rows.map(({ id }) => id),
  )
  const shown = rows.filter(({ id }) => met.has(id))
  return shown.map(({ id, number, receivedAt }) => ({ ticketId: id, number, on: dayOf(receivedAt, timeZone) }))
}
