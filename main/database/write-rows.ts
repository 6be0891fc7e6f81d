import type { Database, Tx } from './database.ts'
import { changedTable, kindOf } from './hint.ts'

type Value = string | number | boolean | null

/** Inserts rows of one table in one statement. Keys of the first row are the columns; JSON columns come as text. */
export async function insertRows<Row extends object>(
  database: Database,
  tx: Tx,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first)
  const places = `(${columns.map(() => '?').join(', ')})`
  const names = columns.map((column) => `"${column}"`).join(', ')
  await tx.query(
    database.sql(`INSERT INTO "${table}" (${names}) VALUES ${rows.map(() => places).join(', ')}`),
    rows.flatMap((row) => columns.map((column) => bindable(database, (row as Record<string, Value>)[column] ?? null))),
  )
  for (const row of rows) if ('id' in row) tx.changed(kindOf(table), String(row.id))
}

/** Runs an UPDATE and answers the ids of the rows it changed, the same on both engines. */
export async function changedIds(
  database: Database,
  tx: Tx,
  update: string,
  values: readonly Value[],
): Promise<string[]> {
  const answer: unknown = await tx.query(
    database.sql(`${update} RETURNING "id"`),
    values.map((value) => bindable(database, value)),
  )
  // PostgreSQL answers [rows, count] to an UPDATE.
  const rows = (database.engine === 'postgres' ? (answer as [unknown])[0] : answer) as { id: string }[]
  const table = changedTable(update)
  if (table) for (const { id } of rows) tx.changed(kindOf(table), id)
  return rows.map((row) => row.id)
}

function bindable(database: Database, value: Value): Value {
  return typeof value === 'boolean' && database.engine === 'sqlite' ? Number(value) : value
}
