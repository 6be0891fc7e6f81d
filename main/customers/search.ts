import type { SearchHit, SearchKind } from '../../shared/customers/schema.ts'
import { readPhone, reversePhone } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix, indexable } from '../database/search/grams.ts'
import { findText } from '../database/search/text-index.ts'
import { serialKeyOf } from '../products/public.ts'
import { shownAddress, shownPhone } from './shown-phone.ts'

/** One way to find customers: which ids, in what order, and what matched. */
interface Found {
  customerId: string
  kind: SearchKind
  matched: string
}

/**
 * One box for everything: phone tail or whole number, name and two neighbouring characters, pinyin and initials, serial number
 * and its tail, address, customer and ticket number. Ways that cannot fit the text are not asked.
 */
export async function searchCustomers(
  services: Services,
  seat: Seat,
  text: string,
  limit: number,
): Promise<SearchHit[]> {
  const wanted = text.trim()
  if (wanted === '') return []
  return services.database.read(async (reader) => {
    const found = new Map<string, Found>()
    for (const way of waysFor(wanted)) {
      if (found.size >= limit) break
      for (const hit of await way(services, reader, wanted, limit - found.size))
        if (!found.has(hit.customerId)) found.set(hit.customerId, hit)
    }
    return describe(services, reader, seat, [...found.values()].slice(0, limit))
  })
}

type Way = (services: Services, reader: Reader, text: string, limit: number) => Promise<Found[]>

function waysFor(text: string): Way[] {
  const serial =
    /\d/.test(text) && text.length >= 3 && (text.match(/\p{Script=Han}/gu)?.length ?? 0) <= 1
      ? [bySerial, bySerialTail]
      : []
  if (isNumber(text)) return [...ownWays(text), ...serial]
  const document = /^[a-z]{2}[\d-]+$/i.test(text) ? [byDocument] : []
  return [...document, ...serial, ...ownWays(text)]
}

const isNumber = (text: string) => /^[\d\s+()-]+$/.test(text.normalize('NFKC'))

/** What a customer is known by: telephone number, name, address. */
function ownWays(text: string): Way[] {
  if (!isNumber(text)) {
    const spelling = /^[a-z]+$/i.test(text) ? [byInitials, byPinyin] : []
    return [...spelling, byNamePrefix, byName, byAddress]
  }
  const digits = text.replaceAll(/\D/g, '').length
  return [...(digits >= 7 ? [byNumber] : []), ...(digits >= 3 ? [byTail] : [])]
}

/** More than this many customers is no search but a list. */
const mostMeant = 100

/**
 * Ids of the customers a text means, for lists of other features: a telephone number or its end, a name in characters or
 * spelling, an address. Numbers of papers and machines are theirs to find.
 */
export async function findCustomerIds(services: Services, reader: Reader, text: string): Promise<string[]> {
  const ids = new Set<string>()
  for (const way of ownWays(text.trim())) {
    if (ids.size >= mostMeant) break
    for (const { customerId } of await way(services, reader, text.trim(), mostMeant - ids.size)) ids.add(customerId)
  }
  return [...ids]
}

const byNumber: Way = (services, reader, text, limit) => {
  const phone = readPhone(text)
  return phone
    ? phones(services, reader, '"number" = ?', [phone.key], limit)
    : phones(services, reader, '"number" >= ? AND "number" < ?', range(text.replaceAll(/\D/g, '')), limit)
}

const byTail: Way = (services, reader, text, limit) =>
  phones(services, reader, '"reversed" >= ? AND "reversed" < ?', range(reversePhone(text)), limit)

const byInitials: Way = (services, reader, text, limit) => bySpelling(services, reader, 'initials', text, limit)
const byPinyin: Way = (services, reader, text, limit) => bySpelling(services, reader, 'pinyin', text, limit)

const byNamePrefix: Way = async (services, reader, text, limit) => {
  const key = text.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()
  return ask(
    services,
    reader,
    'name',
    `SELECT "id" AS "customerId", "name" AS "matched" FROM "customers_customer" WHERE "nameKey" >= ? AND "nameKey" < ? ORDER BY "nameKey" LIMIT ${limit}`,
    range(key),
  )
}

const byName: Way = (services, reader, text, limit) => byText(services, reader, 'names', text, limit)
const byAddress: Way = (services, reader, text, limit) => byText(services, reader, 'address', text, limit)

const bySerial: Way = (services, reader, text, limit) => {
  const key = serialKeyOf(text)
  return key.length < 3 ? Promise.resolve([]) : serials(services, reader, 'serialKey', key, limit)
}

const bySerialTail: Way = (services, reader, text, limit) => {
  const key = serialKeyOf(text)
  return key.length < 4
    ? Promise.resolve([])
    : serials(services, reader, 'serialReversed', [...key].reverse().join(''), limit)
}

const byDocument: Way = async (services, reader, text, limit) => {
  const number = text.toUpperCase()
  const customers = await ask(
    services,
    reader,
    'number',
    `SELECT "id" AS "customerId", "number" AS "matched" FROM "customers_customer" WHERE "number" >= ? AND "number" < ? LIMIT ${limit}`,
    range(number),
  )
  if (customers.length > 0) return customers
  return ask(
    services,
    reader,
    'ticket',
    `SELECT "customerId", "number" AS "matched" FROM "tickets_ticket" WHERE "number" >= ? AND "number" < ? LIMIT ${limit}`,
    range(number),
  )
}

async function bySpelling(
  services: Services,
  reader: Reader,
  column: 'initials' | 'pinyin',
  text: string,
  limit: number,
): Promise<Found[]> {
  const values = range(text.toLowerCase())
  const customers = await ask(
    services,
    reader,
    column,
    `SELECT "id" AS "customerId", "name" AS "matched" FROM "customers_customer" WHERE "${column}" >= ? AND "${column}" < ? ORDER BY "${column}" LIMIT ${limit}`,
    values,
  )
  if (customers.length >= limit) return customers
  const people = await ask(
    services,
    reader,
    column,
    `SELECT "customerId", "name" AS "matched" FROM "customers_person" WHERE "${column}" >= ? AND "${column}" < ? ORDER BY "${column}" LIMIT ${limit}`,
    values,
  )
  return [...customers, ...people]
}

async function byText(
  services: Services,
  reader: Reader,
  column: 'names' | 'address',
  text: string,
  limit: number,
): Promise<Found[]> {
  const seqs = await findText(reader, services.database.engine, column, text, limit)
  if (seqs.length === 0) return []
  const rows = (await reader.query(
    services.database.sql(
      `SELECT "id", "name", "address" FROM "customers_customer" WHERE "seq" IN (${seqs.map(() => '?').join(', ')})`,
    ),
    seqs,
  )) as { id: string; name: string; address: string }[]
  const needle = indexable(text)
  return rows
    .filter((row) => column === 'names' || indexable(row.address).includes(needle))
    .map((row) => ({
      customerId: row.id,
      kind: column === 'names' ? ('name' as const) : ('address' as const),
      matched: column === 'names' ? row.name : row.address,
    }))
}

function phones(services: Services, reader: Reader, where: string, values: unknown[], limit: number): Promise<Found[]> {
  return ask(
    services,
    reader,
    'phoneTail',
    `SELECT "customerId", "number" AS "matched" FROM "customers_phone" WHERE ${where} LIMIT ${limit}`,
    values,
  )
}

function serials(
  services: Services,
  reader: Reader,
  column: 'serialKey' | 'serialReversed',
  key: string,
  limit: number,
): Promise<Found[]> {
  return ask(
    services,
    reader,
    'serial',
    `SELECT "customerId", "serialNo" AS "matched" FROM "products_product" WHERE "${column}" >= ? AND "${column}" < ? LIMIT ${limit}`,
    range(key),
  )
}

async function ask(
  services: Services,
  reader: Reader,
  kind: SearchKind,
  sql: string,
  values: unknown[],
): Promise<Found[]> {
  const rows = (await reader.query(services.database.sql(sql), values)) as { customerId: string; matched: string }[]
  return rows.map((row) => ({ ...row, kind }))
}

function range(prefix: string): [string, string] {
  return [prefix, afterPrefix(prefix)]
}

/** Adds name, contact, phone and address, in the order found. */
async function describe(services: Services, reader: Reader, seat: Seat, found: Found[]): Promise<SearchHit[]> {
  if (found.length === 0) return []
  const marks = found.map(() => '?').join(', ')
  const rows = (await reader.query(
    services.database.sql(
      `SELECT c."id", c."name", c."address", s."name" AS "personName", p."number", p."extension" FROM "customers_customer" c
       LEFT JOIN "customers_person" s ON s."customerId" = c."id" AND s."position" = 0
       LEFT JOIN "customers_phone" p ON p."customerId" = c."id" AND p."position" = 0 WHERE c."id" IN (${marks})`,
    ),
    found.map((hit) => hit.customerId),
  )) as {
    id: string
    name: string
    address: string
    personName: string | null
    number: string | null
    extension: string | null
  }[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap((hit) => {
    const row = byId.get(hit.customerId)
    if (!row) return []
    const phoneShown = row.number ? shownPhone(seat, row.number, row.extension ?? '').shown : ''
    return {
      customerId: row.id,
      customerName: row.name,
      personName: row.personName ?? '',
      address: shownAddress(seat, row.address),
      phoneShown,
      kind: hit.kind,
      matched: matchedText(seat, hit),
    }
  })
}

function matchedText(seat: Seat, hit: Found): string {
  if (hit.kind === 'phoneTail') return shownPhone(seat, hit.matched).shown
  return hit.kind === 'address' ? shownAddress(seat, hit.matched) : hit.matched
}
