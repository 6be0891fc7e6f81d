import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'

/** What the archive knows of a customer that the desk has chosen, and of the contact it speaks to. */
export interface ChosenCustomer {
  id: string
  name: string
  category: string
  address: string
  /** Primary number, as it was written down. */
  phone: string | null
  /** null where the customer has no such contact. */
  personId: string | null
  personName: string | null
}

/** A chosen customer; null where there is none of that id, or the person was erased. */
export async function chosenCustomer(
  { database }: Services,
  reader: Reader,
  customerId: string,
  personId: string | null,
): Promise<ChosenCustomer | null> {
  const [row] = (await reader.query(
    database.sql(
      `SELECT c."id", c."name", c."category", c."address", p."id" AS "personId", p."name" AS "personName",
         (SELECT "raw" FROM "customers_phone" WHERE "customerId" = c."id" ORDER BY "isPrimary" DESC, "position" LIMIT 1) AS "phone"
       FROM "customers_customer" c LEFT JOIN "customers_person" p ON p."id" = ? AND p."customerId" = c."id"
       WHERE c."id" = ? AND c."erasedAt" IS NULL`,
    ),
    [personId ?? '', customerId],
  )) as ChosenCustomer[]
  return row ?? null
}

/** Whether the archive has a customer of that id. */
export async function isCustomer({ database }: Services, reader: Reader, id: string): Promise<boolean> {
  const found: unknown[] = await reader.query(database.sql('SELECT 1 FROM "customers_customer" WHERE "id" = ?'), [id])
  return found.length > 0
}

/** The likeliest customer of each of these normalised numbers: who used it last. Numbers of nobody are absent. */
export async function customersByNumber(
  { database }: Services,
  reader: Reader,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  if (numbers.length === 0) return new Map()
  const rows = (await reader.query(
    database.sql(
      `SELECT p."number", c."id", c."name" FROM "customers_phone" p JOIN "customers_customer" c ON c."id" = p."customerId"
       WHERE p."number" IN (${numbers.map(() => '?').join(', ')}) ORDER BY p."usedAt", p."isPrimary"`,
    ),
    [...numbers],
  )) as { number: string; id: string; name: string }[]
  return new Map(rows.map(({ number, id, name }) => [number, { id, name }]))
}
