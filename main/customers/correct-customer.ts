import { readPhones, reversePhone } from '../../shared/kit/phone.ts'
import { phoneHome } from '../house/phone-home.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Records, recordsOf } from '../database/records.ts'
import { namesOf } from './add-customer.ts'
import { CustomerEntity, PersonEntity, PhoneEntity } from './entities.ts'
import { putCustomerText } from './texts.ts'

/**
 * Corrects one fact of the customer file by what was found on site (R051), inside the caller's write. A corrected phone
 * becomes the primary one, the first of all; the numbers known before stay behind it.
 */
export async function correctCustomer(
  services: Services,
  tx: Tx,
  seat: Seat,
  correction: { customerId: string; address?: string; phone?: string },
): Promise<void> {
  const records = recordsOf(services, tx, seat, 'customers.correct')
  const customer = await records.lock(CustomerEntity, correction.customerId)
  if (!customer) return
  const address = correction.address ?? customer.address
  if (correction.phone !== undefined) await addPrimaryPhone(services, tx, records, customer.id, correction.phone)
  await records.change(CustomerEntity, customer, { address, updatedAt: services.now() })
  if (address === customer.address) return
  const people = await records.lockWhere(PersonEntity, { customerId: customer.id })
  await putCustomerText(services.database, tx, customer.seq, { names: namesOf(customer, people), address })
}

async function addPrimaryPhone(
  services: Services,
  tx: Tx,
  records: Records,
  customerId: string,
  raw: string,
): Promise<void> {
  const [read] = readPhones(raw, await phoneHome(services, tx)).phones
  if (!read) return
  const rows = await records.lockWhere(PhoneEntity, { customerId })
  const standing = rows.sort((one, other) => one.position - other.position)
  const same = standing.find((phone) => phone.number === read.key)
  if (same) await records.change(PhoneEntity, same, { isPrimary: true, position: 0 })
  for (const [nth, phone] of standing.filter((each) => each !== same).entries())
    await records.change(PhoneEntity, phone, { isPrimary: false, position: nth + 1 })
  if (same) return
  await records.add(PhoneEntity, {
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
    position: 0,
    pickedAt: null,
    usedAt: null,
  })
}
