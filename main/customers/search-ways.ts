import { sightOf } from '../../shared/admin/rights.ts'
import { handlesCalls } from '../../shared/admin/scopes.ts'
import type { SearchKind } from '../../shared/customers/schema.ts'
import { askedText } from '../../shared/kit/asked-text.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { readPhone, reversePhone, showsEnd, shownDigits } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { afterPrefix, indexable } from '../database/search/grams.ts'
import type { Found, SearchWay } from '../house/customer-sources.ts'
import { phoneHome } from '../house/phone-home.ts'
import { spellingsOf } from './name-keys.ts'
import { shownAddress } from '../house/field-rows.ts'
import { findCustomerText, type TextColumn } from './texts.ts'

/** Whether a text is digits, as they are written. */
export const isNumber = (text: string): boolean => /^[\d\s+()-]+$/.test(askedText(text))

const digitsIn = (text: string): number => text.replaceAll(/\D/g, '').length

/** Whether a seat sees telephone numbers whole. */
export const seesNumbers = (seat: Seat): boolean => sightOf(seat.role, 'phone') === 'shown'

const byNumber: SearchWay = {
  fits: (text, seat) => isNumber(text) && digitsIn(text) >= 7 && seesNumbers(seat),
  find: async (services, reader, text, limit) => {
    const phone = readPhone(text, await phoneHome(services, reader))
    return phone
      ? phones(services, reader, '"number" = ?', [phone.key], limit)
      : phones(services, reader, '"number" >= ? AND "number" < ?', range(text.replaceAll(/\D/g, '')), limit)
  },
}

const byTail: SearchWay = {
  fits: (text, seat) => isNumber(text) && digitsIn(text) >= 3 && seesNumbers(seat),
  find: (services, reader, text, limit) =>
    phones(services, reader, '"reversed" >= ? AND "reversed" < ?', range(reversePhone(text)), limit),
}

/** To who sees numbers covered, but handles calls: a number typed whole finds what it belongs to, never what begins with it or ends so. */
const byWholeNumber: SearchWay = {
  fits: (text, seat) => isNumber(text) && !seesNumbers(seat) && handlesCalls(seat.role),
  find: async (services, reader, text, limit) => {
    const phone = readPhone(text)
    if (phone) return phones(services, reader, '"number" = ?', [phone.key], limit)
    const local = text.replaceAll(/\D/g, '')
    if (!/^[2-8]\d{6,7}$/.test(local)) return []
    // A local number is whole without its area code, which has three or four digits.
    const values = [...range(reversePhone(local)), '0', local.length + 3, local.length + 4]
    const where = '"reversed" >= ? AND "reversed" < ? AND substr("number", 1, 1) = ? AND length("number") IN (?, ?)'
    return phones(services, reader, where, values, limit)
  },
}

/** To who sees numbers covered: the end of a number as far as it is shown. */
const byShownEnd: SearchWay = {
  fits: (text, seat) => isNumber(text) && !seesNumbers(seat) && endOfNumber(text) !== null,
  find: async (services, reader, text, limit) => {
    const end = endOfNumber(text) ?? ''
    const found = await phones(services, reader, '"reversed" >= ? AND "reversed" < ?', range(reversePhone(end)), limit)
    return found.filter(({ matched }) => showsEnd(matched, end))
  },
}

/** The part of typed digits that is compared with the shown end of a number; null while a number is still being typed. */
function endOfNumber(text: string): string | null {
  const digits = text.replaceAll(/\D/g, '')
  const isBegun = digits.length > shownDigits && (/^(0|1[3-9])/.test(digits) || digits.length > 8)
  return digits.length < 3 || isBegun ? null : digits.slice(-shownDigits)
}

/** Whether a text may be a spelling. */
export const isLatin = (text: string): boolean => /^[a-zü]+$/i.test(text)

const byInitials: SearchWay = {
  fits: isLatin,
  find: (services, reader, text, limit) => bySpelling(services, reader, 'initials', [text.toLowerCase()], limit),
}

const byPinyin: SearchWay = {
  fits: isLatin,
  find: (services, reader, text, limit) => bySpelling(services, reader, 'pinyin', spellingsOf(text), limit),
}

const byNamePrefix: SearchWay = {
  fits: (text) => !isNumber(text),
  find: (services, reader, text, limit) => {
    const key = text.normalize('NFKC').replaceAll(/\s+/gu, '').toLowerCase()
    return ask(
      services,
      reader,
      'name',
      `SELECT "id" AS "customerId", "name" AS "matched" FROM "customers_customer" WHERE "nameKey" >= ? AND "nameKey" < ?
       ORDER BY "nameKey", "id" LIMIT ${limit}`,
      range(key),
    )
  },
}

const byName: SearchWay = { fits: (text) => !isNumber(text), find: (...asked) => byText('names', ...asked) }
const byAddress: SearchWay = { fits: (text) => !isNumber(text), find: (...asked) => byText('address', ...asked) }

/** Ways that read what stands in a customer's name and address: whoever holds the row needs not ask them. */
export const textWays: ReadonlySet<SearchWay> = new Set([byNamePrefix, byName, byAddress])

/** What a customer is known by: telephone number, name, address. Digits are a number, anything else a name or a place. */
export const ownWays: readonly SearchWay[] = [
  ...[byNumber, byTail, byWholeNumber, byShownEnd],
  ...[byInitials, byPinyin, byNamePrefix, byName, byAddress],
]

/** The customer's number (客户编号), or the start of one with letters or signs in it, whatever scheme gave it. */
export const byCustomerNumber: SearchWay = {
  fits: (text) => /\d/.test(text) && !isNumber(text),
  find: (services, reader, text, limit) =>
    ask(
      services,
      reader,
      'number',
      `SELECT "id" AS "customerId", "number" AS "matched" FROM "customers_customer"
       WHERE "number" >= ? AND "number" < ? OR "number" >= ? AND "number" < ? ORDER BY "number" LIMIT ${limit}`,
      [...range(text), ...range(text.toUpperCase())],
    ),
}

async function bySpelling(
  services: Services,
  reader: Reader,
  column: 'initials' | 'pinyin',
  spellings: readonly string[],
  limit: number,
): Promise<Found[]> {
  const found: Found[] = []
  for (const [table, id] of [
    ['customers_customer', 'id'],
    ['customers_person', 'customerId'],
  ] as const)
    for (const spelling of spellings) {
      if (found.length >= limit) return found
      const sql = `SELECT "${id}" AS "customerId", "name" AS "matched" FROM "${table}" WHERE "${column}" >= ? AND "${column}" < ?
        ORDER BY "${column}", "id" LIMIT ${limit - found.length}`
      found.push(...(await ask(services, reader, column, sql, range(spelling))))
    }
  return found
}

/** Candidates looked at in one question: most searches end with the first. */
const candidatesAtOnce = 200

/** Where little of an address is shown, few of its candidates count: the walk ends some time. */
const mostRoundsCovered = 20

interface Candidate {
  id: string
  name: string
  address: string
}

/** The index gives candidates: grams of one text that stand apart, or in two names, are no hit. Verified before they count. */
async function byText(
  column: TextColumn,
  services: Services,
  reader: Reader,
  text: string,
  limit: number,
  seat: Seat,
): Promise<Found[]> {
  const found: Found[] = []
  const needle = indexable(text)
  const isCovered = column === 'address' && sightOf(seat.role, 'address') !== 'shown'
  for (let after = 0, rounds = 0; found.length < limit && !(isCovered && rounds > mostRoundsCovered); rounds += 1) {
    const seqs = await findCustomerText(services.database, reader, [column], [text], after, candidatesAtOnce)
    const textsOf = column === 'names' ? namesOf : addressesOf
    for (const { customerId, texts } of await textsOf(services, reader, seqs)) {
      const matched = texts.find((candidate) => indexable(shownOf(seat, column, candidate)).includes(needle))
      if (matched === undefined) continue
      found.push({ customerId, kind: column === 'names' ? 'name' : 'address', matched })
      if (found.length === limit) return found
    }
    if (seqs.length < candidatesAtOnce) break
    after = seqs.at(-1) ?? Number.MAX_SAFE_INTEGER
  }
  return found
}

/** The part of a text that may be found by: what the seat sees of it. */
const shownOf = (seat: Seat, column: TextColumn, text: string): string =>
  column === 'names' ? text : shownAddress(seat, text)

async function addressesOf(services: Services, reader: Reader, seqs: readonly number[]) {
  const rows = await candidates(services, reader, seqs)
  return rows.map(({ id, address }) => ({ customerId: id, texts: [address] }))
}

async function namesOf(services: Services, reader: Reader, seqs: readonly number[]) {
  const rows = await candidates(services, reader, seqs)
  if (rows.length === 0) return []
  const people = (await reader.query(
    services.database.sql(
      `SELECT "customerId", "name" FROM "customers_person" WHERE "customerId" IN (${rows.map(() => '?').join(', ')})`,
    ),
    rows.map(({ id }) => id),
  )) as { customerId: string; name: string }[]
  const named = grouped(people, ({ customerId }) => customerId)
  return rows.map(({ id, name }) => ({
    customerId: id,
    texts: [name, ...(named.get(id) ?? []).map((person) => person.name)],
  }))
}

async function candidates(services: Services, reader: Reader, seqs: readonly number[]): Promise<Candidate[]> {
  if (seqs.length === 0) return []
  const marks = seqs.map(() => '?').join(', ')
  const text = `SELECT "id", "name", "address" FROM "customers_customer" WHERE "seq" IN (${marks}) ORDER BY "seq"`
  return (await reader.query(services.database.sql(text), [...seqs])) as Candidate[]
}

function phones(services: Services, reader: Reader, where: string, values: unknown[], limit: number): Promise<Found[]> {
  const sql = `SELECT "customerId", "number" AS "matched" FROM "customers_phone" WHERE ${where} ORDER BY "reversed", "id" LIMIT ${limit}`
  return ask(services, reader, 'phoneTail', sql, values)
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
