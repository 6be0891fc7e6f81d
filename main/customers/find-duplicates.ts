import type { DuplicateHit } from '../../shared/customers/schema.ts'
import { readPhones } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { indexable } from '../database/search/grams.ts'
import { findText } from '../database/search/text-index.ts'
import { nameKeysOf } from './name-keys.ts'
import { shownAddress, shownPhone } from './shown-phone.ts'

const mostCandidates = 30
const mostHits = 5
const weights = { samePhone: 5, sameName: 3, nearName: 1, sameAddress: 2 } as const
/** A same name alone is no duplicate in a country of 李伟. */
const leastScore = 4

interface Candidate {
  id: string
  name: string
  nameKey: string
  address: string
  personName: string | null
  number: string | null
  extension: string | null
}

/** Who the customer being typed may already be: same number, or name and address alike. */
export async function findDuplicates(
  services: Services,
  seat: Seat,
  input: { name: string; phone: string; address: string },
): Promise<DuplicateHit[]> {
  const { nameKey } = nameKeysOf(input.name)
  const numbers = readPhones(input.phone).phones.map(phone => phone.key)
  const address = indexable(input.address)
  return services.database.read(async reader => {
    const candidates = await findCandidates(services, reader, nameKey, numbers, input.address)
    return candidates
      .map(candidate => judge(seat, candidate, { nameKey, numbers, address }))
      .filter(hit => hit.score >= leastScore)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostHits)
  })
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
  for (const number of numbers) await collect('SELECT "customerId" AS "id" FROM "customers_phone" WHERE "number" = ?', [number])
  if ([...nameKey].length >= 2) await collect('SELECT "id" FROM "customers_customer" WHERE "nameKey" = ?', [nameKey])
  if ([...indexable(address)].length >= 6) {
    const seqs = await findText(reader, database.engine, 'address', address, mostCandidates)
    for (const seq of seqs) await collect('SELECT "id" FROM "customers_customer" WHERE "seq" = ?', [seq])
  }
  if (ids.size === 0) return []
  const marks = [...ids].map(() => '?').join(', ')
  return (await reader.query(
    database.sql(
      `SELECT c."id", c."name", c."nameKey", c."address", s."name" AS "personName", p."number", p."extension" FROM "customers_customer" c
       LEFT JOIN "customers_person" s ON s."customerId" = c."id" AND s."position" = 0
       LEFT JOIN "customers_phone" p ON p."customerId" = c."id" WHERE c."id" IN (${marks})`,
    ),
    [...ids],
  )) as Candidate[]
}

function judge(
  seat: Seat,
  candidate: Candidate,
  typed: { nameKey: string; numbers: string[]; address: string },
): DuplicateHit {
  const reasons: DuplicateHit['reasons'] = []
  const samePhone = candidate.number !== null && typed.numbers.includes(candidate.number)
  if (samePhone) reasons.push('samePhone')
  if (typed.nameKey !== '' && candidate.nameKey === typed.nameKey) reasons.push('sameName')
  else if (oneApart(candidate.nameKey, typed.nameKey)) reasons.push('nearName')
  if (typed.address.length >= 6 && indexable(candidate.address).includes(typed.address)) reasons.push('sameAddress')
  return {
    customerId: candidate.id,
    name: candidate.name,
    personName: candidate.personName ?? '',
    address: shownAddress(seat, candidate.address),
    phoneShown: candidate.number
      ? shownPhone(seat, candidate.number, candidate.extension ?? '', { known: samePhone ? candidate.number : null }).shown
      : '',
    reasons,
    score: reasons.reduce((sum, reason) => sum + weights[reason], 0),
  }
}

/** Same length and one character different: 范志刚, 范志钢. */
function oneApart(a: string, b: string): boolean {
  const [left, right] = [[...a], [...b]]
  return left.length === right.length && left.length >= 2 && left.filter((character, index) => character !== right[index]).length === 1
}
