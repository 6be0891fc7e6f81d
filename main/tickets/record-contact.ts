import type { z } from 'zod'
import { timeOf } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { mayContact, nextContact } from '../../shared/tickets/rules-contact.ts'
import type { AttemptRow, contactSchema } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { firstStored } from '../house/first-stored.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { attemptRows, attemptsOf } from './dispatch-rows.ts'
import { dispatchToChange, refuseOver } from './dispatch-to-change.ts'
import { handBackDispatch } from './hand-back.ts'
import { roundAtOf, TicketClocks } from './ticket-clocks.ts'
import { changeTicket } from './ticket-rows.ts'
import { AttemptEntity } from './visit-entities.ts'

/**
 * One try to reach the customer before the visit (R046, R048). Too early is refused with the time; after the last failed
 * one the case goes back to the desk in the same write (R049). Sent twice it counts once.
 */
export async function recordContact(
  services: Services,
  seat: Seat,
  input: z.output<typeof contactSchema>,
): Promise<AttemptRow> {
  return services.database.write(async (tx) => {
    const { dispatch, ticket } = await dispatchToChange(services, tx, seat, input.dispatchId)
    const stands = await firstStored(services, tx, 'tickets.contact', input, () =>
      tx.existsBy(AttemptEntity, { id: input.id }),
    )
    const already = stands && (await findAttemptRow(services, tx, input.dispatchId, input.id))
    if (already) return already
    refuseOver(dispatch)
    const company = await companyOf(tx)
    const policy = company.policies.of(ticket).contact
    const earlier = await attemptsOf(services, tx, [dispatch.id])
    const at = input.at > services.now() ? services.now() : input.at
    if (at < roundAtOf(ticket)) throw new Failure('invalid', 'tickets.failure.beforeReport', {}, 'at')
    const tries = earlier.map((attempt) => ({ at: attempt.at, result: attempt.result as AttemptRow['result'] }))
    const refusal = mayContact(tries, policy, at)
    if (refusal) {
      const { nextAt } = refusal.facts
      const facts = nextAt ? { ...refusal.facts, time: timeOf(String(nextAt), company.timeZone) } : refusal.facts
      throw new Failure('ruleBroken', refusal.text, facts, 'at')
    }
    const attempt = {
      id: input.id,
      dispatchId: dispatch.id,
      nth: tries.length + 1,
      at,
      result: input.result,
      note: input.note,
      memberId: seat.memberId,
      ticketId: ticket.id,
    }
    await recordsOf(services, tx, seat).add(AttemptEntity, attempt)
    if (input.result === 'reached') {
      const clocks = await TicketClocks.of(services, tx, seat, ticket, company)
      await changeTicket(services, tx, ticket, await clocks.happened('responded', at).enter())
    } else if (nextContact([...tries, attempt], policy, at).state === 'handBack') {
      await handBackDispatch(services, tx, seat, ticket, dispatch, 'notReached')
    } else await changeTicket(services, tx, ticket, {})
    await audit(services, tx, seat, {
      action: 'tickets.contact',
      subject: `ticket:${ticket.id}`,
      details: { dispatch: dispatch.id, nth: attempt.nth, result: input.result },
    })
    return attemptRows([...earlier, { ...attempt, byName: seat.name }], policy).at(-1)!
  })
}

async function findAttemptRow(
  services: Services,
  reader: Reader,
  dispatchId: string,
  id: string,
): Promise<AttemptRow | null> {
  const attempts = await attemptsOf(services, reader, [dispatchId])
  if (!attempts.some((attempt) => attempt.id === id)) return null
  const [policy] = (await reader.query(
    services.database.sql(
      `SELECT t."presetId", t."policyId" FROM "tickets_dispatch" d JOIN "tickets_ticket" t ON t."id" = d."ticketId" WHERE d."id" = ?`,
    ),
    [dispatchId],
  )) as { presetId: string; policyId: string | null }[]
  if (!policy) return null
  const { policies } = await companyOf(reader)
  const rows = attemptRows(attempts, policies.of(policy).contact)
  return rows.find((row) => row.id === id) ?? null
}
