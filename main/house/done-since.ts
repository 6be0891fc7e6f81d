import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'

/**
 * Instants after `since` at which a member did one of some things, by the audit chain. Two windows of one member ask one after the other, so that
 * who may do a thing so often cannot do it twice at once.
 */
export async function doneSince(
  { database }: Services,
  tx: Tx,
  memberId: string,
  actions: readonly string[],
  since: string,
): Promise<string[]> {
  if (database.engine === 'postgres')
    await tx.query('SELECT 1 FROM "admin_member" WHERE "id" = $1 FOR UPDATE', [memberId])
  const rows = (await tx.query(
    database.sql(
      `SELECT "at" FROM "admin_audit" WHERE "memberId" = ? AND "at" > ? AND "action" IN (${actions.map(() => '?').join(', ')})`,
    ),
    [memberId, since, ...actions],
  )) as { at: string }[]
  return rows.map(({ at }) => at)
}
