import type { Done } from '../../shared/kit/quota.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'

/** What a member did of some things after `since`, by the audit chain. */
export async function doneSince(
  { database }: Services,
  reader: Reader,
  memberId: string,
  actions: readonly string[],
  since: string,
): Promise<Done[]> {
  return (await reader.query(
    database.sql(
      `SELECT "at", "subject" FROM "admin_audit"
       WHERE "memberId" = ? AND "at" > ? AND "action" IN (${actions.map(() => '?').join(', ')})`,
    ),
    [memberId, since, ...actions],
  )) as Done[]
}
