import type { ImportChange, PersonField, PlannedRow } from '../../shared/customers/import-match.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Records, recordsOf } from '../database/records.ts'
import { addProduct, fillProduct } from '../products/public.ts'
import { makePerson, makePhone, namesOf } from './add-customer.ts'
import { type Customer, CustomerEntity, PersonEntity, PhoneEntity } from './entities.ts'
import type { KnownCustomer } from './import-known.ts'
import { putCustomerText } from './texts.ts'

/** A customer that rows complete, as it stands after the rows before. */
export interface Target {
  customerId: string
  seq: number
  name: string
  address: string
  note: string
  /** Its people's names. */
  names: string[]
  personId: string | null
  phoneCount: number
  /** This very import brought it. */
  isFresh: boolean
  /** Products that rows of this file brought, by row. */
  productOfRow: Map<number, string>
}

/** What of a known customer an import may fill in: only what is empty. */
export function targetOf(known: KnownCustomer): Target {
  return {
    customerId: known.id,
    seq: known.seq,
    name: known.name,
    address: known.address,
    note: known.storedNote,
    names: [...known.peopleNames],
    personId: known.firstPersonId,
    phoneCount: known.phoneCount,
    isFresh: false,
    productOfRow: new Map(),
  }
}

/** Completes a customer with what a row brings, inside the import's write. Nothing that stands is overwritten. */
export async function completeCustomer(
  services: Services,
  tx: Tx,
  row: PlannedRow,
  target: Target,
  { memberId }: { memberId: string | null },
): Promise<void> {
  const records = recordsOf(services, tx, memberId === null ? null : { memberId }, 'customers.import')
  if (target.isFresh) records.leaveOut(target.customerId)
  const customer = await records.lock(CustomerEntity, target.customerId)
  if (!customer) return
  const fields: Partial<Pick<Customer, Exclude<PersonField, 'contact'>>> = {}
  const products = new Map<string, Record<string, string>>()
  let isIndexed = true
  for (const change of row.changes) {
    if (change.what === 'phone') await addPhone(services, records, target, change)
    else if (change.what === 'product') await addProductOf(services, tx, records, target, row.at, change)
    else if (change.what === 'productField') {
      const id = change.productId ?? target.productOfRow.get(change.ofRow ?? -1)
      if (id) products.set(id, { ...products.get(id), [change.field]: change.value })
    } else if (change.field === 'contact') {
      isIndexed = false
      await addContact(services, records, target, change.value)
    } else if (change.field === 'note') {
      fields.note = target.note = [change.value, target.note].filter((text) => text !== '').join('\n')
    } else if (change.field === 'address') {
      isIndexed = false
      fields.address = target.address = change.value
    } else fields[change.field] = change.value
  }
  for (const [id, facts] of products) await fillProduct(services, records, id, facts)
  await records.change(CustomerEntity, customer, { ...fields, updatedAt: services.now() })
  if (isIndexed) return
  const names = namesOf(
    target,
    target.names.map((name) => ({ name })),
  )
  await putCustomerText(services.database, tx, target.seq, { names, address: target.address })
}

async function addPhone(
  services: Services,
  records: Records,
  target: Target,
  { phone }: ImportChange & { what: 'phone' },
): Promise<void> {
  const { customerId, personId } = target
  const row = makePhone(services, { customerId, personId, phone, raw: phone.key, position: target.phoneCount++ })
  await records.add(PhoneEntity, row)
}

async function addProductOf(
  services: Services,
  tx: Tx,
  records: Records,
  target: Target,
  at: number,
  change: ImportChange & { what: 'product' },
): Promise<void> {
  const { customerId } = target
  const id = services.newId()
  if (target.isFresh) records.leaveOut(id)
  await addProduct(services, tx, null, { ...change.product, id, customerId })
  target.productOfRow.set(at, id)
}

async function addContact(services: Services, records: Records, target: Target, name: string): Promise<void> {
  const person = makePerson(services, { customerId: target.customerId, name, position: target.names.length })
  target.names.push(person.name)
  await records.add(PersonEntity, person)
}
