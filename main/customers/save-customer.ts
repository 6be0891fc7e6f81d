import type { z } from 'zod'
import { customerFields } from '../../shared/customers/fields.ts'
import type { CustomerRow, customerInputSchema } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { pickFields } from '../../shared/kit/field-entry.ts'
import { audit } from '../house/audit.ts'
import { phoneHome } from '../house/phone-home.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'
import { firstStored } from '../house/first-stored.ts'
import { companyOf } from '../house/settings.ts'
import { firstOffered, offered } from '../../shared/presets/offered.ts'
import { sayOvertaken } from '../house/overtaken.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Locked, type Records, recordsOf } from '../database/records.ts'
import { addCustomer, namesOf } from './add-customer.ts'
import { type Customer, CustomerEntity, PersonEntity } from './entities.ts'
import { keepPeople, keepPhones } from './keep-lists.ts'
import { nameKeysOf } from './name-keys.ts'
import { customerKinds } from './record-kinds.ts'
import { readCustomer } from './rows.ts'
import { putCustomerText } from './texts.ts'

type Input = z.output<typeof customerInputSchema>

/**
 * Adds or changes an archive record with its people and phones, sent whole. A phone that came masked is sent back unchanged by its id and keeps
 * its number. What others changed since the version the editor saw stays; the same field changed by both is refused with both values. Without a
 * version it is a new record, and sent twice it is stored once.
 */
export async function saveCustomer(services: Services, seat: Seat, input: Input): Promise<CustomerRow> {
  const { database } = services
  const write = database.write(async (tx) => {
    const isNew = input.version === undefined
    const records = recordsOf(services, tx, seat, isNew ? 'customers.add' : 'customers.change')
    const stands = await firstStored(services, tx, isNew ? 'customers.save' : null, input, async () => {
      const customer = await records.lock(CustomerEntity, input.id)
      if (customer) await refuseForeignCustomer(services, tx, seat, input.id)
      return customer
    })
    if (stands && isNew) return
    if (stands?.erasedAt) throw new Failure('ruleBroken', 'customers.failure.erased')
    if (!stands && !isNew) throw new Failure('notFound', 'customers.failure.gone')
    const customer = stands
      ? await changeCustomer(services, tx, records, stands, await placed(services, tx, input, stands), input.version!)
      : await newCustomer(services, tx, seat, records, await placed(services, tx, input, null))
    if (!customer) return
    const people = await records.lockWhere(PersonEntity, { customerId: input.id })
    const { seq, address } = customer
    await putCustomerText(database, tx, seq, { names: namesOf(customer, people), address })
    await audit(services, tx, seat, {
      action: isNew ? 'customers.add' : 'customers.change',
      subject: `customer:${input.id}`,
      details: { people: people.length, phones: input.phones.length },
    })
  })
  await write.catch(sayOvertaken(services, seat, customerKinds, 'customers.failure.changedByOther'))
  return database.read((reader) => readCustomer(services, reader, seat, input.id))
}

/** The input in a category the policies offer, or in the one where the customer stands already; left blank it is that one, or the first. */
async function placed(services: Services, tx: Tx, input: Input, stands: Customer | null): Promise<Input> {
  const { categories } = (await companyOf(tx)).policies.at(services.now()).policy
  const category = input.category || (stands?.category ?? firstOffered(categories))
  const isFree = offered(categories, stands?.category).some(({ code }) => code === category)
  if (!isFree && category !== stands?.category)
    throw new Failure('invalid', 'customers.failure.noCategory', {}, 'category')
  return { ...input, category }
}

/** The record after the save; null when nothing is to be changed. */
async function changeCustomer(
  services: Services,
  tx: Tx,
  records: Records,
  stands: Locked<Customer>,
  input: Input,
  seen: number,
): Promise<Customer | null> {
  const wanted = await records.merged(CustomerEntity, stands, seen, pickFields(customerFields, input))
  const since = await records.since(stands, seen)
  const home = await phoneHome(services, tx)
  const isPeopleChanged = await keepPeople(records, input, since)
  const isListChanged = (await keepPhones(records, input, since, home)) || isPeopleChanged
  if (Object.keys(wanted).length === 0 && !isListChanged) return null
  return records.change(CustomerEntity, stands, {
    ...wanted,
    ...(wanted.name === undefined ? {} : nameKeysOf(wanted.name)),
    updatedAt: services.now(),
  })
}

async function newCustomer(services: Services, tx: Tx, seat: Seat, records: Records, input: Input): Promise<Customer> {
  const { id, name } = input
  await addCustomer(services, tx, seat, { id, name, phones: [], source: 'archive' })
  const added = (await records.lock(CustomerEntity, id))!
  const customer = await records.change(CustomerEntity, added, pickFields(customerFields, input))
  await keepPeople(records, input, [])
  await keepPhones(records, input, [], await phoneHome(services, tx))
  return customer
}
