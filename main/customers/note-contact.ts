import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { markRecords } from '../database/mark-records.ts'
import { CustomerEntity, PhoneEntity } from './entities.ts'

/**
 * Remembers that a customer was in contact, and by which number: it ranks first next time. A contact told of late, by an entry that waited for the
 * station or by an import, leaves a later one standing.
 */
export async function noteContact(
  { database }: Services,
  tx: Tx,
  { customerId, number, at }: { customerId: string; number: string | null; at: string },
): Promise<void> {
  const isLater = (column: string) => `("${column}" IS NULL OR ? > "${column}")`
  const whose = [customerId, at]
  const where = `"number" = ? AND "customerId" = ? AND ${isLater('usedAt')}`
  await Promise.all([
    markRecords(database, tx, CustomerEntity, { lastContactAt: at }, `"id" = ? AND ${isLater('lastContactAt')}`, whose),
    ...(number ? [markRecords(database, tx, PhoneEntity, { usedAt: at }, where, [number, ...whose])] : []),
  ])
}
