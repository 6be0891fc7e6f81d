import { readPhones, reversePhone } from '../../shared/kit/phone.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { putText } from '../database/search/text-index.ts'
import { namesOf } from './add-customer.ts'
import { CustomerEntity, PersonEntity, PhoneEntity } from './entities.ts'

/**
 * Corrects one fact of the customer file by what was found on site (R051), inside the caller's write. A corrected phone
 * becomes the primary one; the numbers known before stay.
 */
export async function correctCustomer(
  services: Services,
  tx: Tx,
  correction: { customerId: string; address?: string; phone?: string },
): Promise<void> {
  const customer = await tx.findOneBy(CustomerEntity, { id: correction.customerId })
  if (!customer) return
  const address = correction.address ?? customer.address
  if (correction.phone !== undefined) await addPrimaryPhone(services, tx, customer.id, correction.phone)
  await tx.update(
    CustomerEntity,
    { id: customer.id },
    { address, updatedAt: services.now(), version: customer.version + 1 },
  )
  if (address === customer.address) return
  const people = await tx.findBy(PersonEntity, { customerId: customer.id })
  await putText(tx, services.database.engine, customer.seq, { names: namesOf(customer, people), address }, false)
}

async function addPrimaryPhone(services: Services, tx: Tx, customerId: string, raw: string): Promise<void> {
  const [read] = readPhones(raw).phones
  if (!read) return
  const standing = await tx.findBy(PhoneEntity, { customerId })
  await tx.update(PhoneEntity, { customerId }, { isPrimary: false })
  const same = standing.find((phone) => phone.number === read.key)
  if (same) {
    await tx.update(PhoneEntity, { id: same.id }, { isPrimary: true })
    return
  }
  await tx.insert(PhoneEntity, {
    id: services.newId(),
    customerId,
    personId: standing[0]?.personId ?? null,
    number: read.key,
    reversed: reversePhone(read.key),
    extension: read.extension ?? '',
    raw,
    kind: read.kind,
    note: '',
    isPrimary: true,
    position: standing.length,
    pickedAt: null,
    usedAt: null,
  })
}
