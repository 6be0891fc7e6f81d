import { customerFields } from '../../shared/customers/fields.ts'
import type { Failure } from '../../shared/kit/failure.ts'
import { type FieldColumns, fillFields } from '../../shared/kit/field-entry.ts'
import { type Phone as ReadPhone, type PhoneHome, readPhones, reversePhone } from '../../shared/kit/phone.ts'
import { homeOf } from '../../shared/presets/phone-home.ts'
import { firstOffered } from '../../shared/presets/offered.ts'
import { companyOf, schemesOf } from '../house/settings.ts'
import { nextNumber } from '../house/give-number.ts'
import { nextValue } from '../house/next-number.ts'
import { customerNumbers } from './number-series.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { type Customer, CustomerEntity, type Person, PersonEntity, type Phone, PhoneEntity } from './entities.ts'
import { nameKeysOf } from './name-keys.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { putCustomerText } from './texts.ts'

/** A customer as a register entry or an import knows it. */
export interface CustomerDraft extends Partial<Omit<FieldColumns<typeof customerFields>, 'name'>> {
  id: string
  name: string
  contactName?: string
  contactTitle?: string
  personId?: string
  /** As typed; unusable ones are left out. */
  phones: string[]
  /** Where it came from: `intake`, `import:<id>`, `sample`. */
  source: string
}

/** Adds a customer with one contact person, phones and texts to search by, inside the caller's write. Sent twice it is stored once; `taken` refuses an id that stands. */
export async function addCustomer(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  draft: CustomerDraft,
  taken?: Failure,
): Promise<Customer> {
  const already = await tx.findOneBy(CustomerEntity, { id: draft.id })
  if (already && taken) throw taken
  if (already) return already
  const now = services.now()
  const company = await companyOf(tx)
  const today = dayOf(now, company.timeZone)
  const seq = await nextValue(services, tx, 'customers.seq')
  const category = firstOffered(company.policies.at(now).policy.categories)
  const number = await nextNumber(services, tx, today, {
    series: customerNumbers,
    scheme: schemesOf(services, company).customer,
  })
  const customer = makeCustomer(draft, { seq, number, category, now, memberId: seat?.memberId ?? null })
  const person = makePerson(services, { ...draft, id: draft.personId, customerId: draft.id })
  const records = recordsOf(services, tx, seat, 'customers.add')
  await records.add(CustomerEntity, customer)
  await records.add(PersonEntity, person)
  for (const phone of phonesOf(services, draft, person.id, homeOf(company.policies.at(now).policy)))
    await records.add(PhoneEntity, phone)
  const texts = { names: namesOf(customer, [person]), address: customer.address }
  await putCustomerText(services.database, tx, seq, texts, true)
  return customer
}

/** Names that the text index holds for a customer: its own and its people's, each once. */
export function namesOf(customer: Pick<Customer, 'name'>, people: Pick<Person, 'name'>[]): string[] {
  return [...new Set([customer.name, ...people.map((person) => person.name)])]
}

/** What a new customer gets from the station: its place in the running order, its number, its instant and its maker. */
export interface CustomerOrigin {
  seq: number
  number: string
  /** In which it stands when nobody said another. */
  category: string
  now: string
  memberId: string | null
}

/** The row of a new customer. Every customer of the archive begins here, whoever brings it. */
export function makeCustomer(
  draft: Omit<CustomerDraft, 'phones'>,
  { seq, number, category, now, memberId }: CustomerOrigin,
): Customer {
  return {
    id: draft.id,
    seq,
    number,
    ...fillFields(customerFields, draft),
    category: draft.category || category,
    ...nameKeysOf(draft.name),
    region: '',
    source: draft.source,
    createdAt: now,
    createdBy: memberId,
    updatedAt: now,
    lastContactAt: null,
    erasedAt: null,
    version: 1,
  }
}

/** The row of a person of a customer; without a contact's name the customer speaks for itself. */
export function makePerson(
  services: Services,
  given: {
    id?: string
    customerId: string
    name: string
    contactName?: string
    contactTitle?: string
    position?: number
  },
): Person {
  const name = given.contactName?.trim() || given.name
  const { pinyin, initials } = nameKeysOf(name)
  return {
    id: given.id ?? services.newId(),
    customerId: given.customerId,
    name,
    pinyin,
    initials,
    title: given.contactTitle ?? '',
    note: '',
    leftOn: null,
    position: given.position ?? 0,
  }
}

/** The row of a telephone number; the first of a customer is its primary one. */
export function makePhone(
  services: Services,
  given: { customerId: string; personId: string | null; phone: ReadPhone; raw: string; position: number },
): Phone {
  const { customerId, personId, phone, raw, position } = given
  return {
    id: services.newId(),
    customerId,
    personId,
    number: phone.key,
    reversed: reversePhone(phone.key),
    extension: phone.extension ?? '',
    raw,
    kind: phone.kind,
    note: '',
    isPrimary: position === 0,
    position,
    pickedAt: null,
    usedAt: null,
  }
}

function phonesOf(services: Services, draft: CustomerDraft, personId: string, home: PhoneHome): Phone[] {
  const known = new Set<string>()
  const rows: Phone[] = []
  for (const raw of draft.phones) {
    for (const phone of readPhones(raw, home).phones) {
      if (known.has(phone.key)) continue
      known.add(phone.key)
      rows.push(makePhone(services, { customerId: draft.id, personId, phone, raw, position: rows.length }))
    }
  }
  return rows
}
