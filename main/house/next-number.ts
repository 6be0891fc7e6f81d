import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'

/*
 * Counters only rise, so a number is never given twice (R353). On PostgreSQL they rise in a short transaction of their own, and writers do not
 * wait for one another's commits: a write that fails leaves a gap. On SQLite it gives its numbers back.
 */

/** The next value of a counter, for the write that uses it. */
export async function nextValue(services: Services, tx: Tx, counter: string): Promise<number> {
  return nextBlock(services, tx, counter, 1)
}

/** The next values of several counters in one statement, in the order asked. */
export async function nextValues(services: Services, tx: Tx, counters: readonly string[]): Promise<number[]> {
  // Always in the same order, so that two askers never wait for each other crosswise.
  const sorted = [...new Set(counters)].sort()
  const rows = (await services.database.apart(
    tx,
    `INSERT INTO "admin_counter" ("name", "value") VALUES ${sorted.map(() => '(?, 1)').join(', ')}
     ON CONFLICT ("name") DO UPDATE SET "value" = "admin_counter"."value" + 1 RETURNING "name", "value"`,
    sorted,
  )) as { name: string; value: number | string }[]
  const given = new Map(rows.map((row) => [row.name, Number(row.value)]))
  return counters.map((counter) => given.get(counter) ?? Number.NaN)
}

/** Takes `count` values of a counter at once and answers the first of them. */
export async function nextBlock(services: Services, tx: Tx, counter: string, count: number): Promise<number> {
  const [row] = (await services.database.apart(
    tx,
    `INSERT INTO "admin_counter" ("name", "value") VALUES (?, ?)
     ON CONFLICT ("name") DO UPDATE SET "value" = "admin_counter"."value" + EXCLUDED."value" RETURNING "value"`,
    [counter, count],
  )) as { value: number | string }[]
  return Number(row?.value) - count + 1
}
