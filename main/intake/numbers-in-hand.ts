import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { later } from '../scheduler/scheduler.ts'

/** A call of today may still be written down, or asked about again (`house`). */
const heldSeconds = 86_400

/**
 * Whether the telephone system told of a call of this number that is before the seat: of the last day, or lost and not settled, and nobody else's.
 * A call begun by hand says nothing: its number is typed.
 */
export async function isNumberInHand(
  services: Services,
  reader: Reader,
  { memberId }: Seat,
  number: string,
): Promise<boolean> {
  const { database } = services
  const told = `"externalId" <> "id" AND ("memberId" IS NULL OR "memberId" = ?)`
  // Asked one by one: the first is a step along the index, however often the number called before.
  const since = later(services.now(), -heldSeconds)
  const lately = `SELECT 1 FROM "intake_call" WHERE "number" = ? AND ? < "startedAt" AND ${told} LIMIT 1`
  if ((await reader.query<unknown[]>(database.sql(lately), [number, since, memberId])).length > 0) return true
  const waiting = `SELECT 1 FROM "intake_call" WHERE "number" = ? AND "state" = 'lost' AND "settledAt" IS NULL AND ${told} LIMIT 1`
  return (await reader.query<unknown[]>(database.sql(waiting), [number, memberId])).length > 0
}
