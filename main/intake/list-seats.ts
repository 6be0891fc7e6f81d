import type { SeatRow } from '../../shared/tickets/schema.ts'
import type { Services } from '../api/context.ts'
import { later } from '../scheduler/scheduler.ts'
import { ringsAt, talksAt } from './call-rows.ts'
import { openCalls } from './list-calls.ts'

/** A seat not heard of for so long is away. */
const awayAfterSeconds = 15 * 60

interface Desk {
  id: string
  name: string
  extension: string
  role: 'administrator' | 'supervisor' | 'operator' | 'dispatcher'
  seenAt: string | null
}

/** Seats of the desk and what they do now: operators first, then dispatchers and supervisors who are signed in. */
export async function listSeats(services: Services): Promise<SeatRow[]> {
  return services.database.read(async (reader) => {
    const now = services.now()
    const calls = await openCalls(reader)
    const desks = (await reader.query(
      services.database.sql(
        `SELECT m."id", m."name", m."extension", m."role",
           (SELECT max(s."seenAt") FROM "house_presence" s WHERE s."memberId" = m."id" AND s."endsAt" > ?) AS "seenAt"
         FROM "house_member" m WHERE m."status" = 'active' AND m."role" IN ('operator', 'dispatcher', 'supervisor')
         ORDER BY CASE m."role" WHEN 'operator' THEN 0 WHEN 'dispatcher' THEN 1 ELSE 2 END, m."createdAt", m."id"`,
      ),
      [now],
    )) as Desk[]
    return desks.map((desk): SeatRow => {
      const seat = { memberId: desk.id, name: desk.name, role: desk.role, extension: desk.extension, session: '' }
      const talk = calls.find((call) => call.memberId !== null && talksAt(seat, call, false))
      const here = desk.seenAt !== null && desk.seenAt >= later(now, -awayAfterSeconds)
      const ring = calls.find((call) => ringsAt(seat, call, here && talk === undefined))
      const row = { memberId: desk.id, name: desk.name }
      if (talk) return { ...row, state: 'talking', sinceAt: talk.answeredAt }
      if (ring) return { ...row, state: 'ringing', sinceAt: ring.ringAt ?? ring.startedAt }
      return { ...row, state: here ? 'free' : 'away', sinceAt: desk.seenAt }
    })
  })
}
