import { readPhone } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import { phoneHome } from '../house/phone-home.ts'
import { refuseForeignCustomer } from '../house/customer-scope.ts'

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
    await tx.query(
      services.database.sql('UPDATE "customers_phone" SET "pickedAt" = ? WHERE "number" = ? AND "customerId" = ?'),
      [services.now(), phone.key, input.customerId],
    )
  })
}
