import { readPhone } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import { markRecords } from '../database/mark-records.ts'
import { phoneHome } from '../house/phone-home.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'
import { PhoneEntity } from './entities.ts'

/** Remembers who was meant by a number: the same person stands first next time. */
export async function pickCustomer(
  services: Services,
  seat: Seat,
  input: { number: string; customerId: string },
): Promise<void> {
  await services.database.write(async (tx) => {
    const phone = readPhone(input.number, await phoneHome(services, tx))
    if (!phone) return
    await refuseForeignCustomer(services, tx, seat, input.customerId)
    const picked = { pickedAt: services.now() }
    const whose = [phone.key, input.customerId]
    await markRecords(services.database, tx, PhoneEntity, picked, '"number" = ? AND "customerId" = ?', whose)
  })
}
