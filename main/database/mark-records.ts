import type { Database, Tx } from './database.ts'
import type { RecordSchema } from './record-schema.ts'
import { tableOfRecords, updateWhere } from './typed-rows.ts'

/**
 * Sets what the house notes of records by itself: who rang last, which password opens. That is no change a member made, so it has no version and
 * no place in the journal; for anything but a column that the schema says `follows` it fails. `where` is SQL with `?` for its values. Answers the
 * ids of the rows that were marked.
 */
export async function markRecords<Row extends { id: string }>(
  database: Database,
  tx: Tx,
  entity: RecordSchema<Row>,
  marks: Partial<Row>,
  where: string,
  values: readonly (string | number)[],
): Promise<string[]> {
  const follows: readonly string[] = entity.journal.follows ?? []
  const strange = Object.keys(marks).filter((column) => !follows.includes(column))
  if (strange.length > 0) throw new Error(`${entity.kind}.${strange.join(', ')} changes through the record door`)
  return updateWhere(database, tx, tableOfRecords(entity), marks, where, values)
}
