import { customerFields } from '../../shared/customers/fields.ts'
import type { CustomerRow, PersonRow, PhoneRow } from '../../shared/customers/schema.ts'
import type { FieldRow } from '../../shared/kit/field-entry.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { seenFields, shownAddress, sightFor } from '../house/field-rows.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { type CustomerLeads, meetsCustomer, refuseForeignCustomer } from '../house/customer-scope.ts'
import { scopeConditions } from '../house/row-scope.ts'
import type { Customer, Person, Phone } from './entities.ts'
import { shownPhone } from './shown-phone.ts'

/** A customer with people and phones as a seat may see it. `known` is a number the seat has itself. */
export async function readCustomer(
  services: Services,
  reader: Reader,
  seat: Seat,
  id: string,
  known: string | null = null,
): Promise<CustomerRow> {
  const { database } = services
  await refuseForeignCustomer(services, reader, seat, id)
  const asked = (text: string) => reader.query<unknown>(database.sql(text), [id])
  const [customers, people, phones] = (await Promise.all([
    asked('SELECT * FROM "customers_customer" WHERE "id" = ?'),
    asked('SELECT * FROM "customers_person" WHERE "customerId" = ? ORDER BY "position", "id"'),
    asked('SELECT * FROM "customers_phone" WHERE "customerId" = ? ORDER BY "position", "id"'),
  ])) as [Customer[], Person[], Phone[]]
  const [customer] = customers
  if (!customer) throw new Failure('notFound', 'customers.failure.gone')
  const isOwn = await isOnTheWayTo(services, reader, seat, id)
  return {
    id: customer.id,
    number: customer.number,
    ...seenFields(seat, customerFields, customer, isOwn),
    addressMasked: isAddressMasked(seat, customer, isOwn),
    version: customer.version,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
    erasedAt: customer.erasedAt,
    people: people.map(personRow),
    phones: phones.map((phone) => phoneRow(seat, phone, known)),
  }
}

/** The fields of a customer to stand beside a case of theirs that the seat meets (`own`: it is assigned to it); null where there is none. */
export async function customerBeside(
  services: Services,
  reader: Reader,
  seat: Seat,
  id: string,
  own: boolean,
): Promise<FieldRow<typeof customerFields> | null> {
  const text = services.database.sql('SELECT * FROM "customers_customer" WHERE "id" = ?')
  const [customer] = (await reader.query(text, [id])) as Customer[]
  return customer ? seenFields(seat, customerFields, customer, own) : null
}

/** Does the seat see less of the addresses than there is? */
const isAddressMasked = (seat: Seat, { address, addressNote, invoiceAddress }: Customer, isOwn: boolean): boolean =>
  [address, addressNote, invoiceAddress].some((each) => shownAddress(seat, each, isOwn) !== each)

/** Whoever sees only the addresses of his own rows is sent to this customer just now: he has to find the house (怎么走). */
const isOnTheWayTo = async (services: Services, reader: Reader, seat: Seat, id: string): Promise<boolean> =>
  sightFor(seat, 'address') === 'own' && (await meetsCustomer(services, reader, seat, 'customers.reveal', id))

function personRow({ id, customerId, name, title, note, leftOn }: Person): PersonRow {
  return { id, customerId, name, title, note, leftOn }
}

function phoneRow(seat: Seat, phone: Phone, known: string | null): PhoneRow {
  const { id, customerId, personId, kind, note } = phone
  return {
    id,
    customerId,
    personId,
    kind,
    note,
    isPrimary: !!phone.isPrimary,
    ...shownPhone(seat, phone.number, phone.extension, { known }),
  }
}

/** Who files a customer by hand meets it. What the desk or an import brought, its lines and tickets lead to. */
export const leadsToCustomers: CustomerLeads = (seat, right) => {
  const [scope] = right === 'customers.reveal' ? [] : scopeConditions(seat, right, { own: 'own."createdBy"' })
  const { where, values } = scope ?? { where: '1 = 0', values: [] }
  return {
    from: '"customers_customer" own',
    customerId: 'own."id"',
    where: `own."source" = 'archive' AND ${where}`,
    values,
  }
}
