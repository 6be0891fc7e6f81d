import type { WorkOfMember } from '../../shared/tickets/member-work.ts'
import type { Seat, Services } from '../api/context.ts'
import { ticketsMet } from './ticket-rows.ts'

/** Cases that are named; the count says how many there are. */
const mostNamed = 8

/** Open cases an account is sent to and what of them has an agreed visit still to come: before it is disabled somebody has to take them. Those the seat meets are named. */
export async function workOfMember(services: Services, seat: Seat, memberId: string): Promise<WorkOfMember> {
  return services.database.read(async (reader) => {
    const rows = (await reader.query(
      services.database.sql(
        `SELECT "id", "number", "customerName", "visitFromAt" FROM "tickets_ticket"
         WHERE "technicianId" = ? AND "state" = 'dispatched' ORDER BY "visitFromAt", "id"`,
      ),
      [memberId],
    )) as WorkOfMember['first']
    const now = services.now()
    const first = rows.slice(0, mostNamed)
    const met = await ticketsMet(
      services,
      reader,
      seat,
      first.map(({ id }) => id),
    )
    return {
      cases: rows.length,
      visits: rows.filter(({ visitFromAt }) => visitFromAt !== null && visitFromAt >= now).length,
      first: first.filter(({ id }) => met.has(id)),
    }
  })
}
