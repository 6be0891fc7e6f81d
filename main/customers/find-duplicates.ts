import type { DuplicateHit } from '../../shared/customers/schema.ts'
import { type Likeness, possibleDuplicates, type PossibleDuplicate } from '../../shared/intake/rules-duplicates.ts'
import { readPhones } from '../../shared/kit/phone.ts'
import { shownAddress } from '../house/field-rows.ts'
import { phoneHome } from '../house/phone-home.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { indexable } from '../database/search/grams.ts'
import { customersMet } from '../house/customer-scope.ts'
import { nameKeysOf } from './name-keys.ts'
import { shownPhone } from './shown-phone.ts'
import { findCustomerText } from './texts.ts'

const mostCandidates = 30
const mostHits = 5

interface Candidate {
  id: string
  name: string
  address: string
  personName: string | null
  number: string | null
}

interface Filed extends Likeness {
  id: string
  personName: string
  phones: string[]
}

/** Who the customer being typed may already be: candidates by index, judged by shared/intake/rules-duplicates.ts. */
export async function findDuplicates(
  services: Services,
  seat: Seat,
  input: { name: string; phone: string; address: string },
): Promise<DuplicateHit[]> {
  return services.database.read(async (reader) => {
    const numbers = readPhones(input.phone, await phoneHome(services, reader)).phones.map((phone) => phone.key)
    const rows = await findCandidates(services, reader, nameKeysOf(input.name).nameKey, numbers, input.address)
    const ids = rows.map(({ id }) => id)
    const met = await customersMet(services, reader, seat, 'customers.view', ids)
    const filed = [...groupByCustomer(rows.filter(({ id }) => met.has(id))).values()]
    return possibleDuplicates({ name: input.name, phones: numbers, address: input.address }, filed)
      .slice(0, mostHits)
      .map((hit) => hitRow(seat, hit, numbers))
  })
}

/** One candidate a customer, with all of its numbers; its name is the customer's or, where only that fits, the contact's. */
function groupByCustomer(rows: readonly Candidate[]): Map<string, Filed> {
  const filed = new Map<string, Filed>()
  for (const row of rows) {
    const known = filed.get(row.id) ?? { ...row, personName: row.personName ?? '', phones: [] }
    if (row.number) known.phones.push(row.number)
    filed.set(row.id, known)
  }
  return filed
}

async function findCandidates(
  services: Services,
  reader: Reader,
  nameKey: string,
  numbers: string[],
  address: string,
): Promise<Candidate[]> {
  const { database } = services
  const ids = new Set<string>()
  const collect = async (sql: string, values: unknown[]) => {
    const rows = (await reader.query(database.sql(`${sql} LIMIT ${mostCandidates}`), values)) as { id: string }[]
    for (const row of rows) ids.add(row.id)
  }
  for (const number of numbers)
    await collect('SELECT "customerId" AS "id" FROM "customers_phone" WHERE "number" = ?', [number])
  if ([...nameKey].length >= 2) await collect('SELECT "id" FROM "customers_customer" WHERE "nameKey" = ?', [nameKey])
  if ([...indexable(address)].length >= 6) {
    const seqs = await findCustomerText(database, reader, ['address'], [address], 0, mostCandidates)
    for (const seq of seqs) await collect('SELECT "id" FROM "customers_customer" WHERE "seq" = ?', [seq])
  }
  if (ids.size === 0) return []
  const marks = [...ids].map(() => '?').join(', ')
  return (await reader.query(
    database.sql(
      `SELECT c."id", c."name", c."address", s."name" AS "personName", p."number" FROM "customers_customer" c
       LEFT JOIN "customers_person" s ON s."customerId" = c."id" AND s."position" = 0
       LEFT JOIN "customers_phone" p ON p."customerId" = c."id" WHERE c."id" IN (${marks})`,
    ),
    [...ids],
  )) as Candidate[]
}

function hitRow(seat: Seat, hit: PossibleDuplicate<Filed>, typed: readonly string[]): DuplicateHit {
  const { candidate, reasons, score } = hit
  const same = candidate.phones.find((number) => typed.includes(number))
  const number = same ?? candidate.phones[0]
  return {
    customerId: candidate.id,
    name: candidate.name,
    personName: candidate.personName,
    address: shownAddress(seat, candidate.address),
    phoneShown: number ? shownPhone(seat, number, '', { known: same ?? null }).shown : '',
    reasons,
    score,
  }
}
