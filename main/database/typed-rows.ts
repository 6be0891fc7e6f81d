import type { EntityMetadata, EntitySchema } from 'typeorm'
import type { Database, Reader, Tx } from './database.ts'
import { kindOf } from './hint.ts'
import type { RecordSchema } from './record-schema.ts'
import { indexChanged, indexGone, indexNew } from './search/record-texts.ts'

/** An entity whose rows are no records: they are written as they come, and nobody looks back at what they were. */
export type PlainSchema<Row extends object> = EntitySchema<Row> & { journal?: never }

/** A record's table, for those who write it: the record door, marks and what is brought or taken in bulk. For nobody outside this folder. */
export function tableOfRecords<Row extends { id: string }>(entity: RecordSchema<Row>): PlainSchema<Row> {
  return entity as EntitySchema<Row> as PlainSchema<Row>
}

/** One entity's statements and its way between columns and values, made once per connection. */
interface Mapping {
  metadata: EntityMetadata
  columns: string[]
  insert: string
}

const mappings = new WeakMap<EntityMetadata, Mapping>()

function mappingOf(tx: Pick<Tx, 'dataSource'>, entity: EntitySchema<never>): Mapping {
  const metadata = tx.dataSource.getMetadata(entity)
  const known = mappings.get(metadata)
  if (known) return known
  const columns = metadata.columns.map((column) => column.databaseName)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const insert = `INSERT INTO "${metadata.tableName}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`
  const mapping = { metadata, columns, insert }
  mappings.set(metadata, mapping)
  return mapping
}

/** Rows of raw SQL as the entity's columns say: booleans are booleans, big numbers numbers, JSON values, on both engines. */
export function typedRows<Row extends object>(
  reader: Reader,
  entity: EntitySchema<Row>,
  raw: readonly Record<string, unknown>[],
): Row[] {
  const { dataSource } = reader as Tx
  const { metadata } = mappingOf({ dataSource }, entity as EntitySchema<never>)
  return raw.map((values) => {
    const row: Record<string, unknown> = {}
    for (const column of metadata.columns)
      row[column.propertyName] = dataSource.driver.prepareHydratedValue(values[column.databaseName], column) as unknown
    return row as Row
  })
}

/** Rows where every named column has its value, in the order of their ids. `lock`: nobody else changes them until the write settles. */
export async function findRows<Row extends object>(
  database: Database,
  reader: Reader,
  entity: EntitySchema<Row>,
  where: Partial<Row>,
  lock = false,
): Promise<Row[]> {
  const { metadata } = mappingOf(reader as Tx, entity as EntitySchema<never>)
  const wheres = Object.entries(where)
  const tests = wheres.map(([column]) => `"${column}" = ?`).join(' AND ')
  const text = `SELECT * FROM "${metadata.tableName}" WHERE ${tests} ORDER BY "id"${lock && database.engine === 'postgres' ? ' FOR UPDATE' : ''}`
  const raw = (await reader.query(
    database.sql(text),
    wheres.map(([column, value]) => bound(reader as Tx, metadata, column, value)),
  )) as Record<string, unknown>[]
  return typedRows(reader, entity, raw)
}

/** Inserts one whole row. */
export async function insertRow<Row extends object>(
  database: Database,
  tx: Tx,
  entity: PlainSchema<Row>,
  row: Row,
): Promise<void> {
  const { metadata, insert } = mappingOf(tx, entity as EntitySchema<never>)
  await tx.query(
    database.sql(insert),
    metadata.columns.map((column) => bound(tx, metadata, column.databaseName, (row as never)[column.propertyName])),
  )
  await indexNew(database, tx, entity, [row])
  if ('id' in row) tx.changed(kindOf(metadata.tableName), String(row.id))
}

/** Inserts whole rows in one statement: as many as the engine takes values for (PostgreSQL 65,535, SQLite 32,766). */
export async function insertRows<Row extends object>(
  database: Database,
  tx: Tx,
  entity: PlainSchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const { metadata, columns } = mappingOf(tx, entity as EntitySchema<never>)
  const names = columns.map((column) => `"${column}"`).join(', ')
  const places = `(${columns.map(() => '?').join(', ')})`
  await tx.query(
    database.sql(`INSERT INTO "${metadata.tableName}" (${names}) VALUES ${rows.map(() => places).join(', ')}`),
    rows.flatMap((row) => metadata.columns.map((column) => boundTo(tx, column, (row as never)[column.propertyName]))),
  )
  await indexNew(database, tx, entity, rows)
  for (const row of rows) if ('id' in row) tx.changed(kindOf(metadata.tableName), String(row.id))
}

/** Changes columns of one row. */
export async function updateRow<Row extends object>(
  database: Database,
  tx: Tx,
  entity: PlainSchema<Row>,
  id: string,
  changes: Partial<Row>,
): Promise<void> {
  const { metadata } = mappingOf(tx, entity as EntitySchema<never>)
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  if (given.length === 0) return
  const sets = given.map(([column]) => `"${column}" = ?`).join(', ')
  await tx.query(database.sql(`UPDATE "${metadata.tableName}" SET ${sets} WHERE "id" = ?`), [
    ...given.map(([column, value]) => bound(tx, metadata, column, value)),
    id,
  ])
  const columns = given.map(([column]) => column)
  await indexChanged(database, tx, entity, id, columns)
  tx.changed(kindOf(metadata.tableName), id)
}

/**
 * Changes columns of all rows that meet a condition, SQL with `?` for its values; answers their ids. Unlike the record door it reads nothing
 * first, so what it changes has no before.
 */
export async function updateWhere<Row extends { id: string }>(
  database: Database,
  tx: Tx,
  entity: PlainSchema<Row>,
  changes: Partial<Row>,
  where: string,
  values: readonly (string | number)[],
): Promise<string[]> {
  const { metadata } = mappingOf(tx, entity as EntitySchema<never>)
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  if (given.length === 0) return []
  const sets = given.map(([column]) => `"${column}" = ?`).join(', ')
  const text = `UPDATE "${metadata.tableName}" SET ${sets} WHERE ${where} RETURNING "id"`
  const answer: unknown = await tx.query(database.sql(text), [
    ...given.map(([column, value]) => bound(tx, metadata, column, value)),
    ...values,
  ])
  // PostgreSQL answers [rows, count] to an UPDATE.
  const rows = (database.engine === 'postgres' ? (answer as [unknown])[0] : answer) as { id: string }[]
  const columns = given.map(([column]) => column)
  for (const { id } of rows) {
    await indexChanged(database, tx, entity, id, columns)
    tx.changed(kindOf(metadata.tableName), id)
  }
  return rows.map(({ id }) => id)
}

/** Takes one row out of its table. Only the record door may: it keeps what it takes. */
export async function deleteRow<Row extends { id: string }>(
  database: Database,
  tx: Tx,
  entity: PlainSchema<Row>,
  id: string,
): Promise<void> {
  const { metadata } = mappingOf(tx, entity as EntitySchema<never>)
  await indexGone(database, tx, entity, { where: '"id" = ?', values: [id] })
  await tx.query(database.sql(`DELETE FROM "${metadata.tableName}" WHERE "id" = ?`), [id])
  tx.changed(kindOf(metadata.tableName), id)
}

function bound(tx: Tx, metadata: EntityMetadata, name: string, value: unknown): unknown {
  const column = metadata.columns.find((one) => one.databaseName === name)
  if (!column) throw new Error(`${metadata.tableName} has no column ${name}`)
  return boundTo(tx, column, value)
}

function boundTo(tx: Tx, column: EntityMetadata['columns'][number], value: unknown): unknown {
  const stored = tx.dataSource.driver.preparePersistentValue(value ?? null, column) as unknown
  return typeof stored === 'boolean' && tx.dataSource.options.type !== 'postgres' ? Number(stored) : stored
}
