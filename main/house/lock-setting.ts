import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'

/** Holds a setting until the write settles, so that two stations change it one after the other. On SQLite every write is alone anyway. */
export async function lockSetting({ database }: Services, tx: Tx, name: string): Promise<void> {
  if (database.engine !== 'postgres') return
  await tx.query('SELECT 1 FROM "admin_setting" WHERE "name" = $1 FOR UPDATE', [name])
}
