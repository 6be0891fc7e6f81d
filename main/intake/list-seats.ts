import type { Role } from '../../shared/admin/rights.ts'
import { deskRoles } from '../../shared/admin/scopes.ts'
import type { SeatRow } from '../../shared/tickets/board.ts'
import type { Services } from '../api/context.ts'
import { rolesSql } from '../house/roles-sql.ts'
import { later } from '../scheduler/scheduler.ts'
import { ringsAt, talksAt } from './call-rows.ts'
import { openCalls } from './list-calls.ts'

/** A seat not heard of for so long is away. */
const awayAfterSeconds = 15 * 60

interface Desk {
  id: string
  name: string
  extension: string
  role: Role
  seenAt: string | null
}

const desk = rolesSql('m."role"', deskRoles)

/** Seats of the desk and what they do now: operators first, then dispatchers and supervisors who are signed in. */
export async function listSeats(services: Services): Promise<SeatRow[]> {
  return services.database.read(async (reader) => {
    const now = services.now()
    const calls = await openCalls(reader)
    const desks = (await reader.query(
      services.database.sql(
        `SELECT m."id", m."name", m."extension", m."role",
           (SELECT max(s."seenAt") FROM "house_presence" s WHERE s."memberId" = m."id" AND s."endsAt" > ?) AS "seenAt"
         FROM "house_member" m WHERE m."status" = 'active' AND ${desk.isOne}
         ORDER BY ${desk.order}, m."createdAt", m."id"`,
      ),
      [now],
    )) as Desk[]
    return desks.map(({ id, name, role, extension, seenAt }): SeatRow => {
      const seat = { memberId: id, name, role, extension, session: '' }
      const talk = calls.find((call) => call.memberId !== null && talksAt(seat, call, false))
      const here = seenAt !== null && seenAt >= later(now, -awayAfterSeconds)
      const ring = calls.find((call) => ringsAt(seat, call, here && talk === undefined))
      const row = { memberId: id, name }
      if (talk) return { ...row, state: 'talking', sinceAt: talk.answeredAt }
      if (ring) return { ...row, state: 'ringing', sinceAt: ring.ringAt ?? ring.startedAt }
      return { ...row, state: here ? 'free' : 'away', sinceAt: seenAt }
    })
  })
}
