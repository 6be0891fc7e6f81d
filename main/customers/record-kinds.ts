import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import { putText } from '../database/search/text-index.ts'
import { findRows } from '../database/typed-rows.ts'
import type { RecordKind } from '../house/record-kind.ts'
import { maskPhone } from '../../shared/kit/phone.ts'
import { namesOf } from './add-customer.ts'
import { CustomerEntity, PersonEntity, PhoneEntity } from './entities.ts'

/** A save of the archive is the seat's own business until somebody acts on it. */
const undoable = ['customers.add', 'customers.change']

/** Customers, their people and their numbers, as their history shows them. */
export const customerKinds: readonly RecordKind[] = [
  {
    entity: CustomerEntity as unknown as RecordSchema<never>,
    fields: {
      name: null,
      category: null,
      address: 'address',
      addressNote: null,
      invoiceAddress: 'address',
      bestTime: null,
      note: null,
    },
    page: 'subject',
    view: 'customers.view',
    edit: 'customers.edit',
    undoable,
    nameOf: ({ name }) => String(name),
    settle,
  },
  {
    entity: PersonEntity as unknown as RecordSchema<never>,
    fields: { name: null, title: null, note: null, leftOn: null },
    page: 'subject',
    view: 'customers.view',
    edit: 'customers.edit',
    undoable,
    nameOf: ({ name, title }) => [name, title].filter(Boolean).join(' '),
    settle,
  },
  {
    entity: PhoneEntity as unknown as RecordSchema<never>,
    fields: { number: 'phone', extension: null, note: null, personId: null },
    page: 'subject',
    view: 'customers.view',
    edit: 'customers.edit',
    undoable,
    nameOf: ({ number }) => maskPhone(String(number)),
  },
]

/** What a customer is found by, as its names and its address are now. */
async function settle({ database }: Services, tx: Tx, customerId: string): Promise<void> {
  const [customer] = await findRows(database, tx, CustomerEntity, { id: customerId })
  if (!customer) return
  const people = await findRows(database, tx, PersonEntity, { customerId })
  const { seq, address } = customer
  await putText(tx, database.engine, seq, { names: namesOf(customer, people), address }, false)
}
