import type { SearchHit } from '../../shared/customers/schema.ts'
import { askedText, askedTexts } from '../../shared/kit/asked-text.ts'
import { readPhone } from '../../shared/kit/phone.ts'
import { shownAddress } from '../house/field-rows.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { oneOf } from '../database/one-of.ts'
import { customersMet } from '../house/customer-scope.ts'
import type { Found, SearchWay } from '../house/customer-sources.ts'
import { phoneHome } from '../house/phone-home.ts'
import { allOf, type Condition } from '../house/row-scope.ts'
import { firstMeant, type Meant, mostMeant } from '../house/list-source.ts'
import { byAllWords, holdersAmong } from './search-words.ts'
import { byCustomerNumber, isNumber, ownWays, seesNumbers } from './search-ways.ts'
import { shownPhone } from './shown-phone.ts'

/**
 * One box for everything: phone tail or whole number, name and two neighbouring characters, pinyin and initials, address, customer number, and
 * whatever features find a customer by; of several words all must be held. Ways that cannot fit the text are not asked.
 */
export async function searchCustomers(
  services: Services,
  seat: Seat,
  text: string,
  limit: number,
): Promise<SearchHit[]> {
  if (askedText(text) === '') return []
  return services.database.read(async (reader) => {
    const found = await gather(services, reader, seat, waysFor(services, text), text, limit)
    return describe(services, reader, seat, found)
  })
}

/** Ids of what the search box answers, the best hits first; conditions on the customer `c` narrow before anything counts as found. */
export async function findCustomers(
  services: Services,
  reader: Reader,
  seat: Seat,
  text: string,
  limit: number,
  conditions: readonly Condition[],
): Promise<string[]> {
  const found = await gather(services, reader, seat, waysFor(services, text), text, limit, conditions)
  return found.map(({ customerId }) => customerId)
}

/**
 * Ids of the customers a text means, for lists of other features: a telephone number or its end, a name in characters or
 * spelling, an address. Numbers of papers and machines are theirs to find. Of `among` alone where their other words leave few.
 */
export async function findCustomerIds(
  services: Services,
  reader: Reader,
  seat: Seat,
  text: string,
  among?: readonly string[],
): Promise<Meant> {
  if (among) {
    const held = await holdersAmong(services, reader, seat, ownWays, text, among)
    const met = await metAmong(services, reader, seat, held)
    return { ids: met.map(({ customerId }) => customerId), isCut: false }
  }
  const found = await gather(services, reader, seat, ownWays, text, mostMeant + 1)
  return firstMeant(found.map(({ customerId }) => customerId))
}

/**
 * Telephone numbers a text means: the whole one it is, and those of the archive that it is the shown end of. To who sees numbers covered a text
 * with more than digits means none: what is asked whole counts as looked up.
 */
export async function findNumbers(services: Services, reader: Reader, seat: Seat, text: string): Promise<Meant> {
  const asked = askedText(text)
  const isAsked = seesNumbers(seat) || isNumber(asked)
  const whole = isAsked ? readPhone(asked, await phoneHome(services, reader))?.key : undefined
  const found = new Set(whole ? [whole] : [])
  for (const way of ownWays)
    if (isNumber(asked) && way.fits(asked, seat)) {
      const hits = await way.find(services, reader, asked, mostMeant + 1, seat)
      for (const { matched } of hits) found.add(matched)
    }
  return firstMeant([...found])
}

/** Digits are a telephone number before they are anything else; other texts are a paper's or a machine's number first. */
function waysFor({ features }: Services, text: string): SearchWay[] {
  const brought = features.flatMap(({ search }) => search ?? [])
  return isNumber(text) ? [...ownWays, ...brought] : [byCustomerNumber, ...brought, ...ownWays]
}

/** Asks one way after the other, and at last each word by all of them, until enough customers are found; a way that brings too many that do not count is asked for more. */
async function gather(
  services: Services,
  reader: Reader,
  seat: Seat,
  ways: readonly SearchWay[],
  text: string,
  limit: number,
  conditions: readonly Condition[] = [],
): Promise<Found[]> {
  const found = new Map<string, Found>()
  const asked = [...ways, byAllWords(ways)].flatMap((way) => askedTexts(text).map((each) => ({ way, each })))
  for (const { way, each } of asked) {
    if (!way.fits(each, seat)) continue
    for (let most = limit; found.size < limit; most *= 8) {
      const hits = await way.find(services, reader, each, most, seat)
      const met = await metAmong(services, reader, seat, hits)
      const counting = conditions.length === 0 ? met : await those(services, reader, met, conditions)
      for (const hit of counting) if (!found.has(hit.customerId)) found.set(hit.customerId, hit)
      if (hits.length < most) break
    }
  }
  return [...found.values()].slice(0, limit)
}

async function metAmong(services: Services, reader: Reader, seat: Seat, hits: readonly Found[]) {
  const ids = hits.map(({ customerId }) => customerId)
  const met = await customersMet(services, reader, seat, 'customers.view', ids)
  return hits.filter(({ customerId }) => met.has(customerId))
}

async function those(
  { database }: Services,
  reader: Reader,
  hits: readonly Found[],
  conditions: readonly Condition[],
): Promise<Found[]> {
  const { where, values } = allOf([
    oneOf(
      database,
      'c."id"',
      hits.map(({ customerId }) => customerId),
    ),
    ...conditions,
  ])
  const text = `SELECT c."id" FROM "customers_customer" c WHERE ${where}`
  const rows = (await reader.query(database.sql(text), values)) as { id: string }[]
  const counting = new Set(rows.map(({ id }) => id))
  return hits.filter(({ customerId }) => counting.has(customerId))
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
