import { hasSubstance, revealLimits, revealWait } from '../../shared/customers/rules-reveal.ts'
import type { Revealed, RevealedAddress } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { groupPhone } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { audit } from '../house/audit.ts'
import { doneSince } from '../house/done-since.ts'
import { meetsCustomer } from '../house/customer-scope.ts'
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
  const phone = await withinLimit(services, seat, async (tx) => {
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
  const { address, addressNote, invoiceAddress } = await withinLimit(services, seat, async (tx) => {
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

/** Refuses by name whoever has opened too much, and leaves one entry an hour that says so to the supervisor. */
async function withinLimit<Found>(services: Services, seat: Seat, open: (tx: Tx) => Promise<Found>): Promise<Found> {
  const answer = await services.database.write(async (tx) => {
    const wait = await waitOf(services, tx, seat)
    if (wait === null) return { found: await open(tx) }
    if (!(await isTold(services, tx, seat)))
      await audit(services, tx, seat, {
        action: 'customers.revealRefused',
        subject: `member:${seat.memberId}`,
        details: { limit: wait.limit },
      })
    return { wait }
  })
  if ('wait' in answer) throw new Failure('ruleBroken', 'customers.failure.revealLimit', { ...answer.wait })
  return answer.found
}

async function waitOf(services: Services, tx: Tx, seat: Seat): Promise<{ limit: number; until: string } | null> {
  const now = services.now()
  const reveals = ['customers.reveal', 'customers.revealAddress']
  return revealWait(
    revealLimits[seat.role],
    await doneSince(services, tx, seat.memberId, reveals, later(now, -86_400)),
    now,
  )
}

async function isTold(services: Services, tx: Tx, seat: Seat): Promise<boolean> {
  const told = await doneSince(services, tx, seat.memberId, ['customers.revealRefused'], later(services.now(), -3600))
  return told.length > 0
}
