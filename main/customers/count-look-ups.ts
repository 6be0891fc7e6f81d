import { createHmac } from 'node:crypto'
import { readPhone } from '../../shared/kit/phone.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { audit } from '../house/audit.ts'
import { doneSince } from '../house/done-since.ts'
import { phoneHome } from '../house/phone-home.ts'
import { type Counted, withinQuota } from '../house/quota.ts'
import { later } from '../scheduler/scheduler.ts'

const action = 'customers.lookUp'

/**
 * Whose a whole number is, is an answer that opens covered ones: who asks for a number that no telephone line told the seat of leaves an entry and
 * is refused by name over the quota, whether the number is known or not. A number counts once a day; the entry holds a keyed digest of it.
 */
export async function countLookUp(services: Services, seat: Seat, text: string): Promise<void> {
  const number = await services.database.read(async (reader) => {
    const phone = readPhone(text, await phoneHome(services, reader))
    return phone && !(await isInHand(services, reader, seat, phone.key)) ? phone.key : null
  })
  if (number !== null) await countNumber(services, seat, number)
}

/** The same for a number that is known not to lie before the seat. */
export async function countNumber(services: Services, seat: Seat, number: string): Promise<void> {
  const digest = createHmac('sha256', services.auditKey).update(`number ${number}`).digest('hex').slice(0, 32)
  const subject = `number:${digest}`
  const since = later(services.now(), -86_400)
  const done = await services.database.read((reader) => doneSince(services, reader, seat.memberId, [action], since))
  if (done.some((each) => each.subject === subject)) return
  const refusal = { action: 'customers.lookUpRefused', text: 'customers.failure.lookUpLimit' }
  const counted: Counted = { actions: [action], quota: 'lookUp', subject, refusal }
  await withinQuota(services, seat, counted, (tx) => audit(services, tx, seat, { action, subject, details: {} }))
}

/** Whether any feature says that a number lies before the seat: it rings, or its caller waits to be called back. */
export async function isInHand(services: Services, reader: Reader, seat: Seat, number: string): Promise<boolean> {
  for (const { inHand } of services.features) if (inHand && (await inHand(services, reader, seat, number))) return true
  return false
}
