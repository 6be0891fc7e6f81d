import { Failure } from '../../shared/kit/failure.ts'
import { groupPhone } from '../../shared/kit/phone.ts'
import { audit } from '../house/audit.ts'
import type { Seat, Services } from '../api/context.ts'
import { later } from '../scheduler/scheduler.ts'
import { PhoneEntity } from './entities.ts'

/** A revealed number covers itself again after this long. */
const shownSeconds = 60

/** Shows one number whole, for a reason that stays in the audit chain. The entry is there before the number is. */
export async function revealPhone(
  services: Services,
  seat: Seat,
  input: { phoneId: string; reason: string },
): Promise<{ number: string; until: string }> {
  return services.database.write(async (tx) => {
    const phone = await tx.findOneBy(PhoneEntity, { id: input.phoneId })
    if (!phone) throw new Failure('notFound', 'customers.failure.gone')
    await audit(services, tx, seat, {
      action: 'customers.reveal',
      subject: `customer:${phone.customerId}`,
      details: { phoneId: phone.id, reason: input.reason },
    })
    return { number: groupPhone(phone.number, phone.extension || null), until: later(services.now(), shownSeconds) }
  })
}
