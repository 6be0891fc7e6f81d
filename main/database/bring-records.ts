import type { Database, Tx } from './database.ts'
import type { RecordSchema } from './record-schema.ts'
import { insertRows, tableOfRecords } from './typed-rows.ts'

/**
 * Records that come by the thousand, as many as one statement takes: nobody has seen them yet, so their story begins with the first change. Who may
 * says `build/record-writes.ts`.
 */
export async function bringRecords<Row extends { id: string }>(
  database: Database,
  tx: Tx,
  entity: RecordSchema<Row>,
  rows: readonly Row[],
): Promise<void> {
  return insertRows(database, tx, tableOfRecords(entity), rows)
}
