import { Failure } from '../../shared/kit/failure.ts'
import { mayStep } from '../../shared/tickets/rules-gates.ts'
import { visitOverAt, visitTimesOf } from '../../shared/tickets/rules-visit.ts'
import type { PauseReason, ResultRow } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { tell } from '../house/happenings.ts'
import { seatScope } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import type { Ticket } from './ticket-entity.ts'
import { DispatchEntity } from './visit-entities.ts'
import { ResultEntity } from './work-entities.ts'
import { correctResult } from './correct-result.ts'
import { columnsOf, finalOutcomes, findResult, type ResultFacts, resultRow } from './result-rows.ts'
import { refuseAhead, refuseBeforeVisit } from './refuse-times.ts'
import { kindOf, roundAtOf, TicketClocks } from './ticket-clocks.ts'
import { changeTicket, nextNth, storedStep, ticketToChange } from './ticket-rows.ts'
import { refuseWithdrawn } from './withdrawals.ts'

/**
 * Enters what the visit brought (F04), first step of the close gate (R013). An outcome that is not the end gives the case
 * back to the desk for another dispatch. With the version seen, the newest result is corrected while the ledger waits.
 */
export async function recordResult(services: Services, seat: Seat, input: ResultFacts): Promise<ResultRow> {
  const result = await services.database.write(async (tx) => {
    // The case may have gone back to the desk with his own result: sending that again must still find it.
    const isOwnStep = (await findResult(services, tx, input.id))?.memberId === seat.memberId
    const ticket = await ticketToChange(services, tx, seat, input.ticketId, undefined, isOwnStep)
    const isNew = input.version === undefined
    const before = await storedStep(services, tx, isNew ? 'tickets.recordResult' : null, input, () =>
      findResult(services, tx, input.id),
    )
    if (before && isNew) return before
    if (!before) await refuseWithdrawn(tx, input)
    const { arrivedAt, finishedAt } = input
    await refuseBeforeVisit(services, tx, ticket, { arrivedAt, finishedAt })
    refuseTimes(input, services.now())
    await refuseNobody(services, tx, seat, input.servicePersonId)
    await (before
      ? correctResult(services, tx, seat, before, ticket, input)
      : enterResult(services, tx, seat, ticket, input))
    await audit(services, tx, seat, {
      action: before ? 'tickets.correctResult' : 'tickets.recordResult',
      subject: `ticket:${ticket.id}`,
      details: { outcome: input.outcome, chargeCents: input.chargeCents },
    })
    return (await findResult(services, tx, input.id))!
  })
  return resultRow(seat, result)
}

async function enterResult(
  services: Services,
  tx: Tx,
  seat: Seat,
  ticket: Locked<Ticket>,
  input: ResultFacts,
): Promise<void> {
  const refusal = mayStep(ticket.state, 'result', kindOf(ticket).handling)
  if (refusal) throw new Failure('ruleBroken', refusal.text, refusal.facts)
  const records = recordsOf(services, tx, seat)
  const now = services.now()
  await records.add(ResultEntity, {
    ...columnsOf(input),
    id: input.id,
    ticketId: ticket.id,
    customerId: ticket.customerId,
    recordedAt: now,
    memberId: seat.memberId,
    version: 1,
    nth: await nextNth(services, tx, 'tickets_result', ticket.id),
  })
  const orders = await records.lockWhere(DispatchEntity, { ticketId: ticket.id, state: 'active' })
  for (const order of orders) await records.change(DispatchEntity, order, { state: 'done' })
  const sentAts = orders.map(({ dispatchedAt }) => dispatchedAt)
  const overAt = visitOverAt(visitTimesOf(input, now).finishedAt, [roundAtOf(ticket), ...sentAts], now)
  const clocks = await TicketClocks.of(services, tx, seat, ticket, await companyOf(tx))
  if (ticket.pausedReason !== null) clocks.goOn(overAt)
  await changeTicket(services, tx, ticket, await after(clocks, ticket, input, now, overAt))
  if (ticket.handling === 'guidance' && ticket.intakeId)
    await tell(services, tx, 'tickets.guided', { intakeId: ticket.intakeId })
}

/** Outcomes that wait for something before anybody goes again, and for what. */
const waitsFor: Partial<Record<ResultFacts['outcome'], PauseReason>> = {
  waitsForPart: 'waitingForPart',
  needsFactory: 'waitingForMaker',
}

/**
 * Arriving answers the report and meets the visit; the end of the work meets all the rest (R056-R061) but what is meant for afterwards. Any
 * other outcome says that the repair has begun (R087) and begins the next round, whose limits run from the end of the visit, whenever that is
 * typed, or wait with the limit of what is waited for.
 */
async function after(
  clocks: TicketClocks,
  ticket: Ticket,
  input: ResultFacts,
  now: string,
  overAt: string,
): Promise<Partial<Ticket>> {
  const { arrivedAt, finishedAt } = visitTimesOf(input, now)
  clocks.happened('responded', arrivedAt)
  const { handling } = kindOf(ticket)
  if (handling === 'guidance') clocks.happened('followedUp', finishedAt)
  else clocks.happened('arrived', arrivedAt)
  if (finalOutcomes.includes(input.outcome)) {
    return { state: 'resulted', pausedReason: null, ...(await clocks.finished(finishedAt).enter()) }
  }
  if (handling === 'dispatch') clocks.happened('repairBegan', arrivedAt)
  clocks.nextRound(overAt)
  const reason = waitsFor[input.outcome] ?? null
  if (reason === null) clocks.received(overAt)
  else clocks.wait(reason, input.untilOn ?? null, reason, overAt)
  const due = await clocks.enter()
  const again = { state: 'unassigned', technicianId: null, visitFromAt: null, visitToAt: null } as const
  return { ...again, pausedReason: reason, round: ticket.round + 1, roundAt: overAt, ...due }
}

/** Nothing of a visit is still to come, and its end does not lie before its beginning. */
function refuseTimes({ arrivedAt, finishedAt }: ResultFacts, now: string): void {
  refuseAhead('arrivedAt', arrivedAt, now)
  refuseAhead('finishedAt', finishedAt, now)
  if (arrivedAt && finishedAt && finishedAt < arrivedAt)
    throw new Failure('invalid', 'tickets.failure.finishedBeforeArrival', {}, 'finishedAt')
}

/** Who meets only what is assigned enters own work only; the desk enters anybody's. */
async function refuseNobody(services: Services, reader: Reader, seat: Seat, memberId: string): Promise<void> {
  if (seatScope(seat, 'tickets.view') === 'assigned' && memberId !== seat.memberId)
    throw new Failure('notAllowed', 'tickets.failure.notYours', {}, 'servicePersonId')
  const found: unknown[] = await reader.query(services.database.sql('SELECT 1 FROM "house_member" WHERE "id" = ?'), [
    memberId,
  ])
  if (found.length === 0) throw new Failure('invalid', 'tickets.failure.noTechnician', {}, 'servicePersonId')
}
