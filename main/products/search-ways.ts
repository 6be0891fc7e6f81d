import { askedText } from '../../shared/kit/asked-text.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix } from '../database/search/grams.ts'
import type { Found, SearchWay } from '../house/customer-sources.ts'
import { firstMeant, type Meant, mostMeant } from '../house/list-source.ts'
import { serialKeyOf } from './add-product.ts'

/** Digits, hardly any Chinese, three signs at least. */
const looksLikeSerial = (text: string): boolean =>
  /\d/.test(text) && text.length >= 3 && (text.match(/\p{Script=Han}/gu)?.length ?? 0) <= 1

/** A serial number (出厂编号) from its start. */
export const bySerial: SearchWay = {
  fits: (text) => looksLikeSerial(text) && serialKeyOf(text).length >= 3,
  find: (services, reader, text, limit) => serials(services, reader, 'serialKey', serialKeyOf(text), limit),
}

/** A serial number from its end: what is read out over the telephone. */
export const bySerialTail: SearchWay = {
  fits: (text) => looksLikeSerial(text) && serialKeyOf(text).length >= 4,
  find: (services, reader, text, limit) =>
    serials(services, reader, 'serialReversed', [...serialKeyOf(text)].reverse().join(''), limit),
}

/** Products of a serial number, from its start or from its end; none when the text cannot be one. */
export async function findProductIds({ database }: Services, reader: Reader, typed: string): Promise<Meant> {
  const text = askedText(typed)
  if (!looksLikeSerial(text) || serialKeyOf(text).length < 3) return firstMeant([])
  const key = serialKeyOf(text)
  const reversed = [...key].reverse().join('')
  const rows = (await reader.query(
    database.sql(
      `SELECT "id" FROM "products_product" WHERE "serialKey" >= ? AND "serialKey" < ? OR "serialReversed" >= ? AND "serialReversed" < ? LIMIT ${mostMeant + 1}`,
    ),
    [key, afterPrefix(key), reversed, afterPrefix(reversed)],
  )) as { id: string }[]
  return firstMeant(rows.map(({ id }) => id))
}

async function serials(
  { database }: Services,
  reader: Reader,
  column: 'serialKey' | 'serialReversed',
  key: string,
  limit: number,
): Promise<Found[]> {
  const rows = (await reader.query(
    database.sql(
      `SELECT "customerId", "serialNo" AS "matched" FROM "products_product" WHERE "${column}" >= ? AND "${column}" < ?
       ORDER BY "${column}", "id" LIMIT ${limit}`,
    ),
    [key, afterPrefix(key)],
  )) as { customerId: string; matched: string }[]
  return rows.map((row) => ({ ...row, kind: 'serial' as const }))
}
