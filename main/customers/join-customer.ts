import { isSameCaller } from '../../shared/intake/rules-joined.ts'
import { readPhones } from '../../shared/kit/phone.ts'
import { phoneHome } from '../house/phone-home.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { makePhone, namesOf } from './add-customer.ts'
import { CustomerEntity, PersonEntity, PhoneEntity } from './entities.ts'
import { nameKeysOf } from './name-keys.ts'
import { putCustomerText } from './texts.ts'

/**
 * The customer that another member has made of the same caller since an instant: one of the numbers, and a name that may be the same. Null where
 * there is none. Two writes that ask for one number ask one after the other, so that of two seats at the same moment the second meets the first.
 */
export async function customerJustMade(
  services: Services,
  tx: Tx,
  seat: Seat,
  caller: { phones: readonly string[]; name: string; since: string },
): Promise<string | null> {
  const { database } = services
  const home = await phoneHome(services, tx)
  const numbers = [
    ...new Set(caller.phones.flatMap((raw) => readPhones(raw, home).phones.map(({ key }) => key))),
  ].sort()
  if (numbers.length === 0) return null
  if (database.engine === 'postgres')
    for (const number of numbers) await tx.query('SELECT pg_advisory_xact_lock(7210021, hashtext($1))', [number])
  const rows = (await tx.query(
    database.sql(
      `SELECT c."id", c."name" FROM "customers_phone" p JOIN "customers_customer" c ON c."id" = p."customerId"
       WHERE p."number" IN (${numbers.map(() => '?').join(', ')}) AND c."createdAt" >= ? AND c."source" = 'intake'
         AND c."createdBy" <> ? ORDER BY c."createdAt", c."id"`,
    ),
    [...numbers, caller.since, seat.memberId],
  )) as { id: string; name: string }[]
  return rows.find(({ name }) => isSameCaller(name, caller.name))?.id ?? null
}

/** What a second seat heard of a customer that was just made. */
export interface SecondHearing {
  customerId: string
  contactName: string
  phones: readonly string[]
  address: string
}

/**
 * Takes what the file lacks from what a second seat heard: a number, an address. What stands there stays. Answers the contact that was meant,
 * else the first one.
 */
export async function joinCustomer(
  services: Services,
  tx: Tx,
  seat: Seat,
  heard: SecondHearing,
): Promise<{ personId: string | null }> {
  const { customerId } = heard
  const records = recordsOf(services, tx, seat, 'customers.join')
  const customer = await records.lock(CustomerEntity, customerId)
  if (!customer) return { personId: null }
  const people = (await records.lockWhere(PersonEntity, { customerId })).sort((a, b) => a.position - b.position)
  const key = nameKeysOf(heard.contactName).nameKey
  const person = people.find(({ name }) => nameKeysOf(name).nameKey === key) ?? people[0]
  const standing = await records.lockWhere(PhoneEntity, { customerId })
  const known = new Set(standing.map(({ number }) => number))
  let position = standing.length
  const home = await phoneHome(services, tx)
  for (const raw of heard.phones)
    for (const phone of readPhones(raw, home).phones) {
      if (known.has(phone.key)) continue
      known.add(phone.key)
      const personId = person?.id ?? null
      await records.add(PhoneEntity, makePhone(services, { customerId, personId, phone, raw, position }))
      position += 1
    }
  const address = customer.address || heard.address
  if (position === standing.length && address === customer.address) return { personId: person?.id ?? null }
  await records.change(CustomerEntity, customer, { address, updatedAt: services.now() })
  if (address !== customer.address)
    await putCustomerText(services.database, tx, customer.seq, { names: namesOf(customer, people), address })
  return { personId: person?.id ?? null }
}

/** Keeps words of a register line with the customer, on a line of their own: an address with the way there, where it is covered as addresses are. The same words are kept once. */
export async function noteOnCustomer(
  services: Services,
  tx: Tx,
  seat: Seat,
  { customerId, words, address = '' }: { customerId: string; words: string; address?: string },
): Promise<void> {
  const records = recordsOf(services, tx, seat, 'customers.join')
  const customer = await records.lock(CustomerEntity, customerId)
  if (!customer) return
  const note = withLine(customer.note, words)
  const addressNote = withLine(customer.addressNote, address)
  if (note === customer.note && addressNote === customer.addressNote) return
  await records.change(CustomerEntity, customer, { note, addressNote, updatedAt: services.now() })
}

const withLine = (text: string, line: string): string =>
  line === '' || text.includes(line) ? text : [text, line].filter(Boolean).join('\n')
