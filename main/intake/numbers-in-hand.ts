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
  const rows: unknown[] = await reader.query(
    services.database.sql(
      `SELECT 1 FROM "intake_call" WHERE "number" = ? AND "externalId" <> "id" AND ("memberId" IS NULL OR "memberId" = ?)
       AND ("startedAt" > ? OR ("state" = 'lost' AND "settledAt" IS NULL)) LIMIT 1`,
    ),
    [number, memberId, later(services.now(), -heldSeconds)],
  )
  return rows.length > 0
}
