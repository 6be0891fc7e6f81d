import type { Database, Tx } from './database.ts'

/**
 * Does any row of any table still point at this record? A column points by its name: `customerId`, `productId`. A record nobody points at can go
 * without a trace elsewhere.
 */
export async function isPointedAt(database: Database, tx: Tx, kind: string, id: string): Promise<boolean> {
  const column = `${kind.split('.')[1] ?? ''}Id`
  for (const { tableName, columns } of tx.dataSource.entityMetadatas) {
    if (!columns.some(({ databaseName }) => databaseName === column)) continue
    const text = `SELECT 1 FROM "${tableName}" WHERE "${column}" = ? LIMIT 1`
    const rows = (await tx.query(database.sql(text), [id])) as unknown[]
    if (rows.length > 0) return true
  }
  return false
}
