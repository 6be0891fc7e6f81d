import { reversePhone } from '../../shared/kit/phone.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix } from '../database/search/grams.ts'
import { findText } from '../database/search/text-index.ts'

/** More than this many customers is no search but a list. */
const most = 100

/** Ids of customers a search text means: the end of a phone number, or two characters and more of a name or an address. */
export async function findCustomerIds(services: Services, reader: Reader, text: string): Promise<string[]> {
  const digits = reversePhone(text)
  const byPhone = /^[\d\s+-]{4,}$/.test(text) ? await idsByTail(services, reader, digits) : []
  if (byPhone.length > 0) return byPhone
  if (/^[a-z]{2,}$/i.test(text)) return idsBySpelling(services, reader, text.toLowerCase())
  const seqs = new Set<number>()
  for (const column of ['names', 'address'] as const)
    for (const seq of await findText(reader, services.database.engine, column, text, most)) seqs.add(seq)
  if (seqs.size === 0) return []
  const places = [...seqs].map(() => '?').join(', ')
  const rows = (await reader.query(
    services.database.sql(`SELECT "id" FROM "customers_customer" WHERE "seq" IN (${places})`),
    [...seqs],
  )) as { id: string }[]
  return rows.map((row) => row.id)
}

/** By pinyin initials or full pinyin of the customer's or a contact's name. */
async function idsBySpelling(services: Services, reader: Reader, spelling: string): Promise<string[]> {
  const range = [spelling, afterPrefix(spelling)]
  const ways = ['initials', 'pinyin'].flatMap((column) => [
    `SELECT "id" FROM "customers_customer" WHERE "${column}" >= ? AND "${column}" < ?`,
    `SELECT "customerId" AS "id" FROM "customers_person" WHERE "${column}" >= ? AND "${column}" < ?`,
  ])
  const rows = (await reader.query(
    services.database.sql(`SELECT DISTINCT "id" FROM (${ways.join(' UNION ALL ')}) found LIMIT ${most}`),
    ways.flatMap(() => range),
  )) as { id: string }[]
  return rows.map((row) => row.id)
}

async function idsByTail(services: Services, reader: Reader, reversed: string): Promise<string[]> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT DISTINCT "customerId" FROM "customers_phone" WHERE "reversed" >= ? AND "reversed" < ? LIMIT ${most}`,
    ),
    [reversed, afterPrefix(reversed)],
  )) as { customerId: string }[]
  return rows.map((row) => row.customerId)
}
