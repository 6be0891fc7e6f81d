import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import type { withdrawSchema } from '../../shared/tickets/withdraw.ts'
import type { Seat, Services } from '../api/context.ts'
import { recordsOf } from '../database/records.ts'
import { audit } from '../house/audit.ts'
import { tell } from '../house/happenings.ts'
import { companyOf } from '../house/settings.ts'
import { lookAgain } from './looked-through.ts'
import { findResult, newestResult } from './result-rows.ts'
import { changeTicket, ticketToChange } from './ticket-rows.ts'
import { caseBefore, isWithdrawn, tookBack, withdrawStep } from './withdrawals.ts'
import { ResultEntity } from './work-entities.ts'

/**
 * 撤回结果: the newest result of a case was entered by mistake. The case and its clocks are again what they were before it: the visit is out, the
 * round it opened is none. By who entered it on the same day, or by a supervisor, while the line of the ledger waits and nobody was sent out after it.
 * Sent twice it is taken back once.
 */
export async function withdrawResult(
  services: Services,
  seat: Seat,
  input: z.output<typeof withdrawSchema>,
): Promise<void> {
  const { id, ticketId, reason } = input
  await services.database.write(async (tx) => {
    // The case may have gone back to the desk with his own result.
    const isOwn = (await findResult(services, tx, id))?.memberId === seat.memberId || (await tookBack(tx, seat, input))
    const ticket = await ticketToChange(services, tx, seat, ticketId, undefined, isOwn)
    const records = recordsOf(services, tx, seat)
    const result = await records.lock(ResultEntity, id)
    if (!result && (await isWithdrawn(tx, seat, input))) return
    if (result?.ticketId !== ticketId) throw new Failure('notFound', 'tickets.failure.nothingTold')
    if ((await newestResult(services, tx, ticketId))?.id !== id)
      throw new Failure('ruleBroken', 'tickets.failure.laterResult')
    const { outcome, finishedAt } = result
    const told = { ...result, kind: 'result', ofId: id, what: outcome, happenedAt: finishedAt, reason } as const
    const { step, due } = await withdrawStep(services, tx, seat, records, ticket, told)
    const before = await caseBefore(services, tx, records, ticket, step)
    await records.remove(ResultEntity, result)
    await changeTicket(services, tx, ticket, { ...before, ...due })
    if (ticket.handling === 'guidance' && ticket.intakeId)
      await tell(services, tx, 'tickets.guidanceWithdrawn', { intakeId: ticket.intakeId })
    const subject = `ticket:${ticketId}`
    await audit(services, tx, seat, { action: 'tickets.withdrawResult', subject, details: { outcome } })
    // It was over when the policies that count now took the open cases along.
    lookAgain((await companyOf(tx)).policies)
  })
}
