import type { Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { insertRows } from '../database/typed-rows.ts'
import { MovedEntity, type MovedRow } from './moved-entity.ts'

/** Rows of one INSERT: each has eight values, and PostgreSQL takes 65,535 in all. */
const together = 500

/** A limit of a case as it was moved; `clock` empty: the case went over, or was kept, and no limit of it moved. */
export type MovedLine = Omit<MovedRow, 'id' | 'causeId' | 'nth'>

/** The line of a case of which no limit moved. */
export const alone = ({ id, round }: { id: string; round: number }): MovedLine => ({
  ...{ ticketId: id, clock: '', round, beforeAt: null, afterAt: null },
})

/** Keeps what a cause did, behind what it did before, inside the write that did it. */
export async function keepMoved(
  services: Services,
  tx: Tx,
  causeId: string,
  lines: readonly MovedLine[],
): Promise<void> {
  const { database } = services
  if (lines.length === 0) return
  const [last] = (await tx.query(database.sql('SELECT max("nth") AS "nth" FROM "tickets_moved" WHERE "causeId" = ?'), [
    causeId,
  ])) as { nth: number | string | null }[]
  const from = Number(last?.nth ?? 0) + 1
  const rows = lines.map((line, at): MovedRow => ({ id: services.newId(), causeId, nth: from + at, ...line }))
  for (let at = 0; at < rows.length; at += together)
    await insertRows(database, tx, MovedEntity, rows.slice(at, at + together))
}

/** What is counted of a cause: the limits it moved, or the cases in its list. */
const counted = { limits: 'count(*)', cases: 'count(DISTINCT "ticketId")' } as const

/** How many limits or cases stand in the list of each cause. */
export async function countMoved(
  services: Services,
  reader: Reader,
  what: keyof typeof counted,
  causeIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (causeIds.length === 0) return new Map()
  const rows = (await reader.query(
    services.database.sql(
      `SELECT "causeId", ${counted[what]} AS "n" FROM "tickets_moved"
       WHERE "causeId" IN (${causeIds.map(() => '?').join(', ')}) GROUP BY "causeId"`,
    ),
    [...causeIds],
  )) as { causeId: string; n: number | string }[]
  return new Map(rows.map(({ causeId, n }) => [causeId, Number(n)]))
}
