import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import type { withdrawSchema } from '../../shared/tickets/withdraw.ts'
import type { Seat, Services } from '../api/context.ts'
import { recordsOf } from '../database/records.ts'
import { audit } from '../house/audit.ts'
import { changeTicket, ticketToChange } from './ticket-rows.ts'
import { DispatchEntity } from './visit-entities.ts'
import { caseBefore, isWithdrawn, kindOfMoment, waitsSentOn, withdrawStep } from './withdrawals.ts'
import { waitedFor } from './wait-over.ts'
import { MomentEntity } from './work-entities.ts'

/**
 * 撤回记时间: what somebody told never happened, or not then. Limits that counted from it are none, limits it met run on. By who told it, or by a
 * supervisor, while the case has not reached the books. Sent twice it is taken back once.
 */
export async function withdrawMoment(
  services: Services,
  seat: Seat,
  input: z.output<typeof withdrawSchema>,
): Promise<void> {
  const { id, ticketId, reason } = input
  await services.database.write(async (tx) => {
    const ticket = await ticketToChange(services, tx, seat, ticketId)
    const records = recordsOf(services, tx, seat)
    const moment = await records.lock(MomentEntity, id)
    if (!moment && (await isWithdrawn(tx, seat, input))) return
    if (moment?.ticketId !== ticketId) throw new Failure('notFound', 'tickets.failure.nothingTold')
    const { event, at: happenedAt } = moment
    // What the same event told once more did not begin, because this one had, would be begun by nobody; and who told it too is not contradicted unheard.
    const same = await records.lockWhere(MomentEntity, { ticketId, event })
    if (same.some(({ nth }) => nth > moment.nth)) throw new Failure('ruleBroken', 'tickets.failure.toldSince')
    const kind = kindOfMoment(moment)
    if (kind === 'wait') {
      const orders = await records.lockWhere(DispatchEntity, { ticketId })
      if ((await waitsSentOn(services, tx, ticketId, [moment], orders)).has(id))
        throw new Failure('ruleBroken', 'tickets.failure.sentSinceWait')
    }
    const what = kind === 'wait' ? `${event} ${(await waitedFor(services, tx, ticketId, id)) ?? ''}`.trim() : event
    const told = { ...moment, kind, ofId: id, what, happenedAt, reason }
    const { step, due } = await withdrawStep(services, tx, seat, records, ticket, told)
    // The case waits again.
    const before = kind === 'wait' ? await caseBefore(services, tx, records, ticket, step) : {}
    await records.remove(MomentEntity, moment)
    await changeTicket(services, tx, ticket, { ...before, ...due })
    const subject = `ticket:${ticketId}`
    await audit(services, tx, seat, { action: 'tickets.withdrawMoment', subject, details: { event } })
  })
}
