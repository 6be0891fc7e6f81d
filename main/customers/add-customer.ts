import { readPhones, reversePhone } from '../../shared/kit/phone.ts'
import { counterOf, formatNumber } from '../../shared/admin/rules.ts'
import { nextValue } from '../admin/next-number.ts'
import { companyOf } from '../admin/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { putText } from '../database/search/text-index.ts'
import { type Customer, CustomerEntity, type Person, PersonEntity, type Phone, PhoneEntity } from './entities.ts'
import { nameKeysOf } from './name-keys.ts'
import { dayOf } from '../../shared/kit/calendar.ts'

/** A customer as a register entry or an import knows it. */
export interface CustomerDraft {
  id: string
  name: string
  contactName?: string
  contactTitle?: string
  personId?: string
  /** As typed; unusable ones are left out. */
  phones: string[]
  category?: string
  address?: string
  note?: string
  /** Where it came from: `intake`, `import:<id>`, `sample`. */
  source: string
}

/** Adds a customer with one contact person, phones and texts to search by, inside the caller's write. Sent twice it is stored once. */
export async function addCustomer(services: Services, tx: Tx, seat: Seat | null, draft: CustomerDraft): Promise<Customer> {
  const already = await tx.findOneBy(CustomerEntity, { id: draft.id })
  if (already) return already
  const now = services.now()
  const company = await companyOf(tx)
  const today = dayOf(now, company.timeZone)
  const counter = counterOf(company.numbers.customer, today)
  const seq = await nextValue(services, tx, 'customers.seq')
  const number = formatNumber(company.numbers.customer, today, await nextValue(services, tx, `customers:${counter}`))
  const customer: Customer = {
    id: draft.id,
    seq,
    number,
    name: draft.name,
    ...nameKeysOf(draft.name),
    category: draft.category ?? 'general',
    address: draft.address ?? '',
    addressNote: '',
    invoiceAddress: '',
    region: '',
    bestTime: '',
    note: draft.note ?? '',
    source: draft.source,
    createdAt: now,
    createdBy: seat?.memberId ?? null,
    updatedAt: now,
    lastContactAt: null,
    version: 1,
  }
  const person = personOf(services, draft)
  await tx.insert(CustomerEntity, customer)
  await tx.insert(PersonEntity, person)
  for (const phone of phonesOf(services, draft, person.id)) await tx.insert(PhoneEntity, phone)
  await putText(tx, services.database.engine, seq, { names: namesOf(customer, [person]), address: customer.address }, true)
  return customer
}

/** Names that the text index holds for a customer: its own and its people's, each once. */
export function namesOf(customer: Pick<Customer, 'name'>, people: Pick<Person, 'name'>[]): string[] {
  return [...new Set([customer.name, ...people.map(person => person.name)])]
}

function personOf(services: Services, draft: CustomerDraft): Person {
  const name = draft.contactName?.trim() || draft.name
  const { pinyin, initials } = nameKeysOf(name)
  return {
    id: draft.personId ?? services.newId(),
    customerId: draft.id,
    name,
    pinyin,
    initials,
    title: draft.contactTitle ?? '',
    note: '',
    leftOn: null,
    position: 0,
  }
}

function phonesOf(services: Services, draft: CustomerDraft, personId: string): Phone[] {
  const known = new Set<string>()
  const rows: Phone[] = []
  for (const raw of draft.phones) {
    for (const { key, kind, extension } of readPhones(raw).phones) {
      if (known.has(key)) continue
      known.add(key)
      rows.push({
        id: services.newId(),
        customerId: draft.id,
        personId,
        number: key,
        reversed: reversePhone(key),
        extension: extension ?? '',
        raw,
        kind,
        note: '',
        isPrimary: rows.length === 0,
        position: rows.length,
        pickedAt: null,
        usedAt: null,
      })
    }
  }
  return rows
}
