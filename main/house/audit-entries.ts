import { mostWalked } from '../../shared/kit/lists.ts'
import { countMatches } from '../database/walk-sorted.ts'
import type { Database, Reader } from '../database/database.ts'
import type { Audit } from './entities.ts'
import { allOf, type Condition } from './row-scope.ts'

interface Stretch {
  /** Number of the entry before the first; null at the beginning. */
  beyond: number | null
  isDown: boolean
  limit: number
}

/** Entries of the audit chains in the order of their numbers; conditions name the entry `a`. */
export async function auditEntries(
  database: Pick<Database, 'sql'>,
  reader: Reader,
  conditions: readonly Condition[],
  { beyond, isDown, limit }: Stretch,
): Promise<Audit[]> {
  const { where, values } = allOf(conditions)
  const rows = (await reader.query(
    database.sql(
      `SELECT a.* FROM "admin_audit" a WHERE ${where}${beyond === null ? '' : ` AND a."seq" ${isDown ? '<' : '>'} ?`} ORDER BY a."seq" ${isDown ? 'DESC' : 'ASC'} LIMIT ${limit}`,
    ),
    [...values, ...(beyond === null ? [] : [beyond])],
  )) as Audit[]
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }))
}

/** How many entries there are so, counted no further than one beyond what may be walked. */
export const countAudit = (database: Database, reader: Reader, conditions: readonly Condition[]): Promise<number> =>
  countMatches(database, reader, [{ from: '"admin_audit" a', id: 'a."seq"', ...allOf(conditions) }])

/** The entry beyond which, newest first, a list may not walk; 0 where it may walk them all: no index knows the words of entries. */
export async function lastNotWalked(
  database: Pick<Database, 'sql'>,
  reader: Reader,
  conditions: readonly Condition[],
): Promise<number> {
  const { where, values } = allOf(conditions)
  const text = `SELECT a."seq" FROM "admin_audit" a WHERE ${where} ORDER BY a."seq" DESC LIMIT 1 OFFSET ${mostWalked}`
  const [last] = (await reader.query(database.sql(text), [...values])) as { seq: number | string }[]
  return Number(last?.seq ?? 0)
}
