import { customerFields } from '../../shared/customers/fields.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import { findRows } from '../database/typed-rows.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'
import { toldFields } from '../house/field-rows.ts'
import type { RecordKind } from '../house/record-kind.ts'
import { namesOf } from './add-customer.ts'
import { CustomerEntity, PersonEntity, type Phone, PhoneEntity } from './entities.ts'
import { shownPhone } from './shown-phone.ts'
import { putCustomerText, removeCustomerTexts } from './texts.ts'

/** A save of the archive is the seat's own business until somebody acts on it. */
const shared = {
  page: 'subject',
  view: 'customers.view',
  edit: 'customers.edit',
  undoable: ['customers.add', 'customers.change'],
  refuse: refuseForeign,
  counter: { 'customers.import': 'history.instead.import', 'tickets.fixMismatch': 'history.instead.changeAgain' },
} as const

/** Customers, their people and their numbers, as their history shows them. */
export const customerKinds: readonly RecordKind[] = [
  {
    ...shared,
    entity: CustomerEntity as unknown as RecordSchema<never>,
    fields: toldFields(customerFields),
    nameOf: () => '',
    settle,
  },
  {
    ...shared,
    entity: PersonEntity as unknown as RecordSchema<never>,
    fields: {
      name: { label: 'customers.field.person' },
      title: { label: 'customers.field.title' },
      note: { label: 'customers.field.note' },
      leftOn: { label: 'customers.field.leftOn', as: 'day' },
    },
    nameOf: (_, { name, title }) => [name, title].filter(Boolean).join(' '),
  },
  {
    ...shared,
    entity: PhoneEntity as unknown as RecordSchema<never>,
    fields: {
      number: { label: 'customers.field.phone', sight: 'phone' },
      extension: { label: 'customers.field.extension' },
      note: { label: 'customers.field.note' },
    },
    nameOf: phoneName,
    standsAgain: numberStands,
  },
]

async function numberStands(tx: Tx, row: Readonly<Record<string, unknown>>): Promise<boolean> {
  const { customerId, number, extension } = row as Partial<Phone>
  return tx.existsBy(PhoneEntity, { customerId, number, extension })
}

/** On a customer's page the history is that customer's. */
async function refuseForeign(services: Services, seat: Seat, customerId: string): Promise<void> {
  await services.database.read((reader) => refuseForeignCustomer(services, reader, seat, customerId))
}

function phoneName(seat: Seat, { number, extension }: Readonly<Record<string, unknown>>): string {
  if (typeof number !== 'string') return ''
  return shownPhone(seat, number, typeof extension === 'string' ? extension : '').shown
}

/** What a customer is found by, as its names and its address are now; nothing once it is gone. */
async function settle(
  { database }: Services,
  tx: Tx,
  customerId: string,
  gone: Readonly<Record<string, unknown>> | null,
): Promise<void> {
  if (gone) return removeCustomerTexts(database, tx, [Number(gone.seq)])
  const [customer] = await findRows(database, tx, CustomerEntity, { id: customerId })
  if (!customer) return
  const people = await findRows(database, tx, PersonEntity, { customerId })
  const { seq, address } = customer
  await putCustomerText(database, tx, seq, { names: namesOf(customer, people), address })
}
