import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'

/** The next value of a counter, in the transaction that uses it. It never falls, so a number is never given twice (R353). */
export async function nextValue(services: Services, tx: Tx, counter: string): Promise<number> {
  const [row] = (await tx.query(
    services.database.sql(
      `INSERT INTO "admin_counter" ("name", "value") VALUES (?, 1)
       ON CONFLICT ("name") DO UPDATE SET "value" = "admin_counter"."value" + 1 RETURNING "value"`,
    ),
    [counter],
  )) as { value: number | string }[]
  return Number(row?.value)
}
