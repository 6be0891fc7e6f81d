import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'

/** Remembers that a customer was in contact, and by which number: it ranks first next time. */
export async function noteContact(
  services: Services,
  tx: Tx,
  contact: { customerId: string; number: string | null; at: string },
): Promise<void> {
  const { database } = services
  await tx.query(database.sql('UPDATE "customers_customer" SET "lastContactAt" = ? WHERE "id" = ?'), [
    contact.at,
    contact.customerId,
  ])
  if (contact.number)
    await tx.query(database.sql('UPDATE "customers_phone" SET "usedAt" = ? WHERE "number" = ? AND "customerId" = ?'), [
      contact.at,
      contact.number,
      contact.customerId,
    ])
}
