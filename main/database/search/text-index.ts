import type { QueryRunner } from 'typeorm'
import type { Engine, Reader, Tx } from '../handles.ts'
import { gramsOf } from './grams.ts'

/**
 * Finds rows by any two or more neighbouring characters of their texts. Each engine uses its own inverted index over the same grams: FTS5 with
 * phrases on SQLite, arrays with GIN on PostgreSQL. Keyed by a whole number of the row.
 */
export interface TextTable<Column extends string = string> {
  name: string
  /** What of a row is told apart in the index; no two begin with the same letter, which is their sign in it. */
  columns: readonly Column[]
}

/** The texts of one row, each a phrase of its own. */
export type IndexedTexts<Column extends string = string> = Readonly<Record<Column, readonly string[]>>

/** Makes the index on either engine; called by a migration only. */
export async function createTextIndex(runner: QueryRunner, { name, columns }: TextTable): Promise<void> {
  if (runner.dataSource.options.type === 'postgres') {
    const arrays = columns.map((column) => `"${column}" text[] NOT NULL`).join(', ')
    await runner.query(`CREATE TABLE "${name}" ("seq" integer PRIMARY KEY, ${arrays})`)
    for (const column of columns)
      await runner.query(`CREATE INDEX "${name}_${column}" ON "${name}" USING gin ("${column}")`)
    return
  }
  await runner.query(
    `CREATE VIRTUAL TABLE "${name}" USING fts5(body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0")`,
  )
}

/**
 * What SQLite indexes of a row. Grams of one column and of another are different words: asking for one never walks the long lists of the other, as
 * a filter by column would.
 */
export function indexedBody<Column extends string>(
  { columns }: TextTable<Column>,
  texts: IndexedTexts<Column>,
): string {
  return columns.flatMap((column) => texts[column].map((text) => words(column, text))).join(' ')
}

function words(column: string, text: string): string {
  return gramsOf(text)
    .map((gram) => `${column[0]}${gram}`)
    .join(' ')
}

/** Puts or replaces one row's texts, in the transaction that writes the row. */
export async function putText<Column extends string>(
  tx: Tx,
  engine: Engine,
  table: TextTable<Column>,
  seq: number,
  texts: IndexedTexts<Column>,
  isNew: boolean,
): Promise<void> {
  if (engine === 'postgres') {
    const sets = table.columns.map((column) => `"${column}" = EXCLUDED."${column}"`).join(', ')
    await tx.query(
      `INSERT INTO "${table.name}" ("seq", ${namesOf(table)}) VALUES ($1, ${table.columns.map((_, nth) => `$${nth + 2}`).join(', ')})
       ON CONFLICT ("seq") DO UPDATE SET ${sets}`,
      postgresRow(table, seq, texts),
    )
    return
  }
  if (!isNew) await removeTexts(tx, engine, table, [seq])
  await tx.query(`INSERT INTO "${table.name}" (rowid, body) VALUES (?, ?)`, [seq, indexedBody(table, texts)])
}

/** Takes rows out of the index, in the transaction that removes them. */
export async function removeTexts(tx: Tx, engine: Engine, { name }: TextTable, seqs: readonly number[]): Promise<void> {
  for (const seq of seqs)
    await (engine === 'postgres'
      ? tx.query(`DELETE FROM "${name}" WHERE "seq" = $1`, [seq])
      : tx.query(`DELETE FROM "${name}" WHERE rowid = ?`, [seq]))
}

const namesOf = ({ columns }: TextTable): string => columns.map((column) => `"${column}"`).join(', ')

function postgresRow<Column extends string>(
  { columns }: TextTable<Column>,
  seq: number,
  texts: IndexedTexts<Column>,
): unknown[] {
  return [seq, ...columns.map((column) => [...new Set(texts[column].flatMap(gramsOf))])]
}

/** Puts the texts of many new rows in one statement; none of them may be in the index yet. */
export async function putNewTexts<Column extends string>(
  tx: Pick<Tx, 'query'>,
  engine: Engine,
  table: TextTable<Column>,
  rows: readonly { seq: number; texts: IndexedTexts<Column> }[],
): Promise<void> {
  if (rows.length === 0) return
  if (engine === 'postgres') {
    const values = rows.map(({ seq, texts }) => postgresRow(table, seq, texts))
    let nth = 0
    const places = values.map((row) => `(${row.map(() => `$${(nth += 1)}`).join(', ')})`).join(', ')
    await tx.query(`INSERT INTO "${table.name}" ("seq", ${namesOf(table)}) VALUES ${places}`, values.flat())
    return
  }
  await tx.query(
    `INSERT INTO "${table.name}" (rowid, body) VALUES ${rows.map(() => '(?, ?)').join(', ')}`,
    rows.flatMap(({ seq, texts }) => [seq, indexedBody(table, texts)]),
  )
}

/** Where a walk through what was found goes on: in the order of the numbers or against it, after (or before) one of them. */
export interface FoundFrom {
  beyond: number | null
  limit: number
  isDown?: boolean
}

/** Whether a text is long enough to be looked for: two signs that the index knows. */
export const isIndexable = (text: string): boolean => [...(gramsOf(text)[0] ?? '')].length === 2

/**
 * Numbers of rows whose texts may hold every one of these words, each in any of these columns; a word too short for the index narrows nothing.
 * Candidates: whoever asks verifies them and asks on while there are `limit` of them.
 */
export async function findText<Column extends string>(
  reader: Reader,
  engine: Engine,
  table: TextTable<Column>,
  columns: readonly Column[],
  asked: readonly string[],
  { beyond, limit, isDown = false }: FoundFrom,
): Promise<number[]> {
  const known = asked.filter(isIndexable)
  if (known.length === 0) return []
  const isPostgres = engine === 'postgres'
  const seq = isPostgres ? '"seq"' : 'rowid'
  const held = (nth: number) => columns.map((column) => `"${column}" @> $${nth + 1}`).join(' OR ')
  const holds = isPostgres ? known.map((_, nth) => `(${held(nth)})`).join(' AND ') : `"${table.name}" MATCH ?`
  const phrases = known.map((word) => `(${columns.map((column) => `"${words(column, word)}"`).join(' OR ')})`)
  const further = beyond === null ? '' : `AND ${seq} ${isDown ? '<' : '>'} ${isPostgres ? `$${known.length + 1}` : '?'}`
  const rows = (await reader.query(
    `SELECT ${seq} AS "seq" FROM "${table.name}" WHERE ${holds} ${further} ORDER BY ${seq} ${isDown ? 'DESC' : 'ASC'} LIMIT ${limit}`,
    [...(isPostgres ? known.map(gramsOf) : [phrases.join(' AND ')]), ...(beyond === null ? [] : [beyond])],
  )) as { seq: number }[]
  return rows.map((row) => Number(row.seq))
}
