import { customerFields } from '../../shared/customers/fields.ts'
import type { CustomerRow, PersonRow, PhoneRow } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { seenFields } from '../house/field-rows.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
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
  const [customer] = (await reader.query(database.sql('SELECT * FROM "customers_customer" WHERE "id" = ?'), [
    id,
  ])) as Customer[]
  if (!customer) throw new Failure('notFound', 'customers.failure.gone')
  const people = (await reader.query(
    database.sql('SELECT * FROM "customers_person" WHERE "customerId" = ? ORDER BY "position", "id"'),
    [id],
  )) as Person[]
  const phones = (await reader.query(
    database.sql('SELECT * FROM "customers_phone" WHERE "customerId" = ? ORDER BY "position", "id"'),
    [id],
  )) as Phone[]
  return {
    id: customer.id,
    number: customer.number,
    ...seenFields(seat, customerFields, customer),
    version: customer.version,
    createdAt: customer.createdAt,
    updatedAt: customer.updatedAt,
    people: people.map(personRow),
    phones: phones.map((phone) => phoneRow(seat, phone, known)),
  }
}

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
