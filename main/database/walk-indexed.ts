import { readCursor } from './cursor.ts'
import type { Database, Reader } from './database.ts'
import { type Matches, placeOf, type SortedIds, type SortKey, writePlace } from './walk-sorted.ts'

/**
 * A page of a list in the order of an index over a text (a column or an expression) and the id, at any depth of any table: the cursor is the one of `walkSorted`. Rows
 * where the column is null come last either way.
 */
export async function walkIndexed(
  database: Database,
  reader: Reader,
  { from, id, where, values }: Matches,
  key: SortKey,
  { after, limit }: { after?: string | null | undefined; limit: number },
): Promise<SortedIds> {
  const direction = key.isDown ? 'DESC' : 'ASC'
  const beyond = key.isDown ? '<' : '>'
  const place = placeOf(readCursor(after), key)
  const isAmongEmpty = place !== null && place.isEmpty
  const ask = async (
    value: string,
    condition: string,
    more: readonly (string | number)[],
    order: string,
    most: number,
  ) =>
    (await reader.query(
      database.sql(
        `SELECT ${id} AS "id", ${value} AS "value" FROM ${from} WHERE ${where} AND ${condition} ORDER BY ${order} LIMIT ${most}`,
      ),
      [...values, ...more],
    )) as { id: string; value: string | null }[]
  // By itself the pair is no bound of an index over an expression.
  const isBeyond = place ? ` AND ${key.sql} ${beyond}= ? AND (${key.sql}, ${id}) ${beyond} (?, ?)` : ''
  const rows = isAmongEmpty
    ? []
    : await ask(
        key.sql,
        `${key.sql} IS NOT NULL${isBeyond}`,
        place ? [place.value, place.value, place.id] : [],
        `${key.sql} ${direction}, ${id} ${direction}`,
        limit + 1,
      )
  if (rows.length <= limit)
    rows.push(
      ...(await ask(
        'NULL',
        `${key.sql} IS NULL${isAmongEmpty ? ` AND ${id} ${beyond} ?` : ''}`,
        isAmongEmpty ? [place.id] : [],
        `${id} ${direction}`,
        limit + 1 - rows.length,
      )),
    )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    ids: shown.map((row) => row.id),
    next: rows.length > limit && last ? writePlace(key, last.value ?? '', last.id, last.value === null) : null,
  }
}
