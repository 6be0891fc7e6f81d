import type { CallerCard, CallerMatch, MatchReason } from '../../shared/customers/schema.ts'
import { groupPhone, type Phone, readPhone } from '../../shared/kit/phone.ts'
import { shownAddress } from '../house/field-rows.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { customersMet } from '../house/customer-scope.ts'
import { readCard } from './card.ts'
import { homeOf } from '../../shared/presets/phone-home.ts'
import { type Company, companyOf } from '../house/settings.ts'
import { countNumber, isInHand } from './count-look-ups.ts'
import { regionOf } from './region/region-of.ts'
import { regionText } from './region/region-text.ts'
import { shownPhone } from './shown-phone.ts'

const mostMatches = 9
const mostGuesses = 2
const mostAround = 40

interface Found {
  customerId: string
  personId: string | null
  number: string
  extension: string
  isPrimary: boolean | number
  position: number
  pickedAt: string | null
  usedAt: string | null
  customerName: string
  address: string
  lastContactAt: string | null
  personName: string | null
  personTitle: string | null
}

/**
 * Everything the intake screen needs at the first ring, in one answer. An unreadable number gives an empty card, no error. A number that does not lie
 * before the seat counts as looked up first (see `countLookUp`).
 */
export async function callerCard(services: Services, seat: Seat, text: string): Promise<CallerCard> {
  const { database } = services
  const asked = await database.read(async (reader) => {
    const company = await companyOf(reader)
    const phone = readPhone(text, homeOf(company.policies.at(services.now()).policy))
    if (!phone) return nobody(text)
    // Who is found is told to nobody before the number counts.
    const [isKnown, around] = await Promise.all([
      isInHand(services, reader, seat, phone.key),
      findAround(services, reader, phone.key),
    ])
    return isKnown ? readCaller(services, reader, seat, company, phone, around, true) : { company, phone, around }
  })
  if (!('phone' in asked)) return asked
  const { company, phone, around } = asked
  await countNumber(services, seat, phone.key)
  return database.read((reader) => readCaller(services, reader, seat, company, phone, around, false))
}

const nobody = (text: string): CallerCard => ({
  number: null,
  numberShown: text.trim(),
  region: '',
  matches: [],
  isElsewhere: false,
  card: null,
})

async function readCaller(
  services: Services,
  reader: Reader,
  seat: Seat,
  company: Company,
  phone: Phone,
  around: readonly Found[],
  isBefore: boolean,
): Promise<CallerCard> {
  const ids = around.map(({ customerId }) => customerId)
  const met = await customersMet(services, reader, seat, 'customers.view', ids)
  const found = around.filter(({ customerId }) => met.has(customerId))
  const hasForeign = around.some((row) => row.number === phone.key && !met.has(row.customerId))
  const exact = onceEach(found.filter((row) => row.number === phone.key).sort(byLikelihood))
  const near = exact.length < 3 ? found.filter((row) => row.number !== phone.key).slice(0, mostGuesses) : []
  const matches = [
    ...exact.map((found) => matchOf(seat, found, phone.key, false)),
    ...near.map((found) => matchOf(seat, found, phone.key, true)),
  ].slice(0, mostMatches)
  const first = matches.find((match) => !match.guess)
  const region = regionOf(phone.key)
  return {
    number: phone.key,
    numberShown: groupPhone(phone.key, phone.extension),
    region: region ? regionText(region, company.language) : '',
    matches,
    isElsewhere: hasForeign && isBefore,
    card: first ? await readCard(services, reader, seat, first.customerId, company, phone.key) : null,
  }
}

/**
 * Phones of this number, and those that differ in the last digit only (a guess, for slips of the finger and neighbouring lines), with who they belong
 * to. Crowded neighbours are not looked at: the number alone is asked for.
 */
async function findAround(services: Services, reader: Reader, number: string): Promise<Found[]> {
  if (number.length >= 10 && !number.startsWith('+')) {
    const neighbours = [...'0123456789'].map((end) => number.slice(0, -1) + end)
    const around = await phonesOf(services, reader, neighbours)
    if (around.length < mostAround) return around
  }
  return phonesOf(services, reader, [number])
}

async function phonesOf(services: Services, reader: Reader, numbers: readonly string[]): Promise<Found[]> {
  return (await reader.query(
    services.database.sql(
      `SELECT p."customerId", p."personId", p."number", p."extension", p."isPrimary", p."position", p."pickedAt", p."usedAt",
              c."name" AS "customerName", c."address", c."lastContactAt", s."name" AS "personName", s."title" AS "personTitle"
       FROM "customers_phone" p JOIN "customers_customer" c ON c."id" = p."customerId"
       LEFT JOIN "customers_person" s ON s."id" = p."personId"
       WHERE p."number" IN (${numbers.map(() => '?').join(', ')}) LIMIT ${mostAround}`,
    ),
    [...numbers],
  )) as Found[]
}

/** Who is known by a number twice is offered once, by what speaks most for it. */
function onceEach(found: readonly Found[]): Found[] {
  const first = new Map<string, Found>()
  for (const row of found) {
    const who = `${row.customerId}/${row.personId ?? ''}`
    if (!first.has(who)) first.set(who, row)
  }
  return [...first.values()]
}

/** Picked before, then used lately, then the primary number, then the last contact. */
function byLikelihood(a: Found, b: Found): number {
  return (
    newer(a.pickedAt, b.pickedAt) ||
    newer(a.usedAt, b.usedAt) ||
    Number(b.isPrimary) - Number(a.isPrimary) ||
    newer(a.lastContactAt, b.lastContactAt) ||
    a.position - b.position ||
    (a.customerId < b.customerId ? -1 : 1)
  )
}

function newer(a: string | null, b: string | null): number {
  return (b ?? '').localeCompare(a ?? '')
}

function matchOf(seat: Seat, found: Found, asked: string, guess: boolean): CallerMatch {
  const reasons: MatchReason[] = guess ? ['oneDigitOff'] : ['exactNumber']
  if (!guess && found.isPrimary) reasons.push('primaryNumber')
  if (!guess && found.pickedAt) reasons.push('pickedBefore')
  else if (!guess && found.usedAt) reasons.push('usedBefore')
  return {
    customerId: found.customerId,
    personId: found.personId,
    customerName: found.customerName,
    personName: found.personName ?? found.customerName,
    personTitle: found.personTitle ?? '',
    address: shownAddress(seat, found.address),
    phoneShown: shownPhone(seat, found.number, found.extension, { known: asked }).shown,
    reasons,
    guess,
    lastContactAt: found.lastContactAt,
  }
}
