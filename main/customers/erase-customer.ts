import type { z } from 'zod'
import { customerFields } from '../../shared/customers/fields.ts'
import { hasSubstance } from '../../shared/customers/rules-reveal.ts'
import type { EraseEffect, eraseSchema } from '../../shared/customers/schema.ts'
import { erasedFields } from '../../shared/kit/field-entry.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { audit } from '../house/audit.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'
import { countNeeded, countRows, eraseRows } from '../house/rows-of-customer.ts'
import { CustomerEntity } from './entities.ts'
import { removeCustomerTexts } from './texts.ts'

/** What erasing a customer would meet. Refused for a customer the seat does not meet. */
export async function eraseEffect(
  services: Services,
  reader: Reader,
  seat: Seat,
  customerId: string,
): Promise<EraseEffect> {
  await refuseForeignCustomer(services, reader, seat, customerId)
  const count = (kind: string) => countRows(services, reader, kind, [customerId])
  return {
    openCases: await countNeeded(services, reader, customerId),
    cases: await count('tickets.ticket'),
    calls: await count('intake.call'),
    lines: await count('intake.register'),
    people: await count('customers.person'),
    phones: await count('customers.phone'),
    products: await count('products.product'),
  }
}

/**
 * Erases the person of a customer (抹除): name, people, numbers and addresses go from the archive and from every case, line and call of theirs; the
 * key of their journal is dropped, so that what stood before opens for nobody. Cases, products, times and money stay under the customer's number.
 * Refused without a reason of substance, while a case is open, and where the number was not typed by hand. Nothing takes it back. Sent twice it is
 * done once.
 */
export async function eraseCustomer(
  services: Services,
  seat: Seat,
  { customerId, reason, typed }: z.output<typeof eraseSchema>,
): Promise<void> {
  const { database } = services
  await database.write(async (tx) => {
    await refuseForeignCustomer(services, tx, seat, customerId)
    const customer = await recordsOf(services, tx, seat).lock(CustomerEntity, customerId)
    if (!customer) throw new Failure('notFound', 'customers.failure.gone')
    if (customer.erasedAt !== null) return
    if (!hasSubstance(reason)) throw new Failure('invalid', 'customers.failure.reasonThin', {}, 'reason')
    if (typed !== customer.number) throw new Failure('invalid', 'customers.failure.eraseTyped', {}, 'typed')
    const openCases = await countNeeded(services, tx, customerId)
    if (openCases > 0) throw new Failure('ruleBroken', 'customers.failure.eraseOpen', { count: openCases })
    const cases = await countRows(services, tx, 'tickets.ticket', [customerId])
    await eraseRows(services, tx, customer)
    await removeCustomerTexts(database, tx, [customer.seq])
    const now = services.now()
    // Past the record door: its journal would keep what is to be forgotten. The version says to every open form that it is overtaken.
    await tx.update(
      CustomerEntity,
      { id: customerId },
      {
        ...erasedFields(customerFields, customer.number),
        ...{ nameKey: customer.number, pinyin: '', initials: '', region: '' },
        ...{ updatedAt: now, erasedAt: now, version: customer.version + 1 },
      },
    )
    await audit(services, tx, seat, {
      action: 'customers.erase',
      subject: `customer:${customerId}`,
      details: { reason, cases },
    })
    tx.changed('customers.customer', customerId)
  })
}
