import { hasSubstance } from '../../shared/customers/rules-reveal.ts'
import type { Revealed, RevealedAddress } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { groupPhone } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { audit } from '../house/audit.ts'
import { meetsCustomer } from '../house/customer-scope.ts'
import { type Counted, withinQuota } from '../house/quota.ts'
import { later } from '../scheduler/scheduler.ts'
import { CustomerEntity, PhoneEntity } from './entities.ts'

/** What was revealed covers itself again after this long: `house`. */
const shownSeconds = 60

/** Why something is shown whole, and of whom. */
interface Reveal {
  action: 'customers.reveal' | 'customers.revealAddress'
  customerId: string
  reason: string
  details: Record<string, string>
}

/** Shows one number whole, for a reason that stays in the audit chain. The entry is there before the number is. */
export async function revealPhone(
  services: Services,
  seat: Seat,
  { phoneId, reason }: { phoneId: string; reason: string },
): Promise<Revealed> {
  const phone = await withinQuota(services, seat, counted, async (tx) => {
    const found = await tx.findOneBy(PhoneEntity, { id: phoneId })
    if (!found) throw new Failure('notFound', 'customers.failure.gone')
    const { customerId } = found
    await noteReveal(services, tx, seat, { action: 'customers.reveal', customerId, reason, details: { phoneId } })
    return found
  })
  return { number: groupPhone(phone.number, phone.extension || null), until: later(services.now(), shownSeconds) }
}

/** Shows the addresses of a customer whole, under the same conditions. */
export async function revealAddress(
  services: Services,
  seat: Seat,
  { customerId, reason }: { customerId: string; reason: string },
): Promise<RevealedAddress> {
  const { address, addressNote, invoiceAddress } = await withinQuota(services, seat, counted, async (tx) => {
    const found = await tx.findOneBy(CustomerEntity, { id: customerId })
    if (!found) throw new Failure('notFound', 'customers.failure.gone')
    await noteReveal(services, tx, seat, { action: 'customers.revealAddress', customerId, reason, details: {} })
    return found
  })
  return { address, addressNote, invoiceAddress, until: later(services.now(), shownSeconds) }
}

async function noteReveal(services: Services, tx: Tx, seat: Seat, reveal: Reveal): Promise<void> {
  const { action, customerId, reason, details } = reveal
  if (!hasSubstance(reason)) throw new Failure('invalid', 'customers.failure.reasonThin', {}, 'reason')
  if (!(await meetsCustomer(services, tx, seat, 'customers.reveal', customerId)))
    throw new Failure('notAllowed', 'customers.failure.revealForeign')
  await audit(services, tx, seat, { action, subject: `customer:${customerId}`, details: { ...details, reason } })
}

const counted: Counted = {
  actions: ['customers.reveal', 'customers.revealAddress'],
  quota: 'reveal',
  refusal: { action: 'customers.revealRefused', text: 'customers.failure.revealLimit' },
}
