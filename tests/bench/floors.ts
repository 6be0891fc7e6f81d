import { afterPrefix, gramsOf } from '../../main/database/search/grams.ts'
import type { RawSide, Row } from './raw-side.ts'

const byNumber =
  'SELECT p.*, c.* FROM "customers_phone" p JOIN "customers_customer" c ON c."id" = p."customerId" WHERE p."number" = ?'
/** The rows a card shows, by its customer: what it is made of beyond them is ours. */
const ofCustomer = [
  'SELECT * FROM "customers_phone" WHERE "customerId" = ?',
  'SELECT * FROM "customers_person" WHERE "customerId" = ?',
  'SELECT * FROM "products_product" WHERE "customerId" = ?',
  `SELECT * FROM "tickets_ticket" WHERE "customerId" = ? AND "state" IN ('unassigned', 'dispatched', 'resulted', 'ledgered')`,
  'SELECT * FROM "intake_call" WHERE "customerId" = ? ORDER BY "startedAt" DESC LIMIT 10',
  `SELECT d.* FROM "tickets_ticket" t JOIN "tickets_dispatch" d ON d."ticketId" = t."id" WHERE t."customerId" = ?
   ORDER BY d."dispatchedAt" DESC LIMIT 10`,
  `SELECT r.* FROM "tickets_ticket" t JOIN "tickets_result" r ON r."ticketId" = t."id" WHERE t."customerId" = ?
   ORDER BY r."recordedAt" DESC LIMIT 10`,
]
const shown = `SELECT c.*, s."name" AS "personName", p."number" AS "phone" FROM "customers_customer" c
  LEFT JOIN "customers_person" s ON s."customerId" = c."id" AND s."position" = 0
  LEFT JOIN "customers_phone" p ON p."customerId" = c."id" AND p."position" = 0 WHERE c."id" = ?`

/** The same questions put straight to the database. */
export function floorsOf(raw: RawSide) {
  const show = async (found: readonly Row[]) => {
    for (const { id } of found) await raw.all(shown, [id])
  }
  const byRange = (table: string, column: string, id: string) => async (prefix: string) => {
    const sql = `SELECT "${id}" AS "id" FROM "${table}" WHERE "${column}" >= ? AND "${column}" < ? ORDER BY "${column}" LIMIT 20`
    await show(await raw.all(sql, [prefix, afterPrefix(prefix)]))
  }
  const byText = (column: 'names' | 'address') => async (text: string) => {
    const grams = gramsOf(text)
    const found =
      raw.engine === 'postgres'
        ? await raw.all(`SELECT "seq" FROM "customers_text" WHERE "${column}" @> ? ORDER BY "seq" LIMIT 20`, [grams])
        : await raw.all(
            'SELECT rowid AS "seq" FROM customers_text WHERE customers_text MATCH ? ORDER BY rowid LIMIT 20',
            [`"${grams.map((gram) => `${column[0]}${gram}`).join(' ')}"`],
          )
    for (const { seq } of found)
      await show(await raw.all('SELECT "id" FROM "customers_customer" WHERE "seq" = ?', [seq]))
  }
  const tail = byRange('customers_phone', 'reversed', 'customerId')
  return {
    card: async (number: string) => {
      for (const { customerId } of await raw.all(byNumber, [number]))
        for (const sql of ofCustomer) await raw.all(sql, [customerId])
    },
    phoneTail: (text: string) => tail([...text].reverse().join('')),
    name: byText('names'),
    initials: byRange('customers_customer', 'initials', 'id'),
    pinyin: byRange('customers_customer', 'pinyin', 'id'),
    serial: byRange('products_product', 'serialKey', 'customerId'),
    address: byText('address'),
  }
}
