import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import { mayStep } from '../../shared/tickets/rules-gates.ts'
import type { Clock, ResultRow, resultSchema } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { tell } from '../house/happenings.ts'
import { seatScope } from '../house/row-scope.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { storeOnce } from '../database/write-rows.ts'
import { clockEntriesOf, dueNow, enterClocks, noDue, pausedClocks } from './clock-ledger.ts'
import { DispatchEntity, type Result, ResultEntity, type Ticket } from './entities.ts'
import { findResult, resultRow } from './result-rows.ts'
import { changeTicket, ticketToChange } from './ticket-rows.ts'

type ResultFacts = z.output<typeof resultSchema>

/** Outcomes after which nobody goes again: repaired, or the customer wants no repair. */
const finalOutcomes: readonly ResultFacts['outcome'][] = ['solved', 'refused']

/**
 * Enters what the visit brought (F04), first step of the close gate (R013). An outcome that is not the end gives the case
 * back to the desk for another dispatch. With the version seen, the newest result is corrected while the ledger waits.
 */
export async function recordResult(services: Services, seat: Seat, input: ResultFacts): Promise<ResultRow> {
  const { database } = services
  const stored = () => database.read((reader) => findResult(services, reader, input.id))
  const write = () =>
    database.write(async (tx) => {
      // The case may have gone back to the desk with his own result: sending that again must still find it.
      const isOwnStep = (await findResult(services, tx, input.id))?.memberId === seat.memberId
      const ticket = await ticketToChange(services, tx, seat, input.ticketId, undefined, isOwnStep)
      const before = await findResult(services, tx, input.id)
      if (before && input.version === undefined) return before
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
  const result = await storeOnce(write, stored)
  if (result.ticketId !== input.ticketId) throw new Failure('invalid', 'tickets.failure.otherTicket', {}, 'ticketId')
  services.changes.announce({ feature: 'tickets', id: input.ticketId })
  return resultRow(seat, result)
}

async function enterResult(
  services: Services,
  tx: Tx,
  seat: Seat,
  ticket: Locked<Ticket>,
  input: ResultFacts,
): Promise<void> {
  const refusal = mayStep(ticket.state, 'result', ticket.handling as 'dispatch' | 'guidance')
  if (refusal) throw new Failure('ruleBroken', refusal.text, refusal.facts)
  const records = recordsOf(services, tx, seat)
  await records.add(ResultEntity, {
    ...columnsOf(input),
    id: input.id,
    ticketId: ticket.id,
    customerId: ticket.customerId,
    recordedAt: services.now(),
    memberId: seat.memberId,
    version: 1,
  })
  for (const dispatch of await records.lockWhere(DispatchEntity, { ticketId: ticket.id, state: 'active' }))
    await records.change(DispatchEntity, dispatch, { state: 'done' })
  await stopClocks(services, tx, seat, ticket, input)
  const isFinal = finalOutcomes.includes(input.outcome)
  const due = isFinal ? noDue : await dueNow(services, tx, ticket, await companyOf(tx))
  const again = { state: 'unassigned', technicianId: null, visitFromAt: null, visitToAt: null } as const
  await changeTicket(services, tx, ticket, { ...(isFinal ? { state: 'resulted' } : again), pausedReason: null, ...due })
  if (ticket.handling === 'guidance' && ticket.intakeId)
    await tell(services, tx, 'tickets.guided', { intakeId: ticket.intakeId })
}

async function correctResult(
  services: Services,
  tx: Tx,
  seat: Seat,
  before: Result,
  ticket: Locked<Ticket>,
  input: ResultFacts,
): Promise<void> {
  if (before.version !== input.version) throw new Failure('changedByOther', 'tickets.failure.changedByOther')
  if (ticket.state !== 'resulted') throw new Failure('ruleBroken', 'tickets.failure.alreadyDone')
  if (!finalOutcomes.includes(input.outcome))
    throw new Failure('ruleBroken', 'tickets.failure.outcomeStands', {}, 'outcome')
  const records = recordsOf(services, tx, seat)
  const stands = (await records.lock(ResultEntity, before.id))!
  await records.change(ResultEntity, stands, { ...columnsOf(input), version: before.version + 1 })
  await changeTicket(services, tx, ticket, {})
}

/** Arriving answers the report and meets the visit; the end of the work meets the plan and the solution (R056-R061). */
async function stopClocks(services: Services, tx: Tx, seat: Seat, ticket: Ticket, input: ResultFacts): Promise<void> {
  const now = services.now()
  const entries = await clockEntriesOf(services, tx, ticket.id)
  const arrived = input.arrivedAt ?? input.finishedAt ?? now
  const finished = input.finishedAt ?? now
  const isGuided = ticket.handling === 'guidance'
  const stops: { clock: Clock; at: string }[] = [
    { clock: 'respond', at: arrived },
    ...(isGuided ? [{ clock: 'guide' as const, at: finished }] : [{ clock: 'visit' as const, at: arrived }]),
    ...(finalOutcomes.includes(input.outcome)
      ? (['plan', 'solve'] as const).map((clock) => ({ clock, at: finished }))
      : []),
  ]
  const open = stops.filter((stop) => !entries.some((entry) => entry.clock === stop.clock && entry.kind === 'stop'))
  await enterClocks(services, tx, seat, ticket.id, [
    ...pausedClocks(entries).map((clock) => ({ clock, kind: 'resume' as const, at: now })),
    ...open.map((stop) => ({ ...stop, kind: 'stop' as const })),
  ])
}

function columnsOf(input: ResultFacts) {
  const { servicePersonId, serviceOn, result, outcome, chargeCents, receipt, opinion } = input
  return {
    ...{ servicePersonId, serviceOn, result, outcome, chargeCents, receipt, opinion },
    arrivedAt: input.arrivedAt ?? null,
    finishedAt: input.finishedAt ?? null,
    parts: input.parts,
    satisfaction: input.satisfaction ?? null,
  }
}

/** A clock of a seat may run this far ahead of the station's. */
const aheadMinutes = 15

function refuseTimes({ arrivedAt, finishedAt }: ResultFacts, now: string): void {
  const latest = new Date(Date.parse(now) + aheadMinutes * 60_000).toISOString()
  if (arrivedAt && arrivedAt > latest) throw new Failure('invalid', 'tickets.failure.notYet', {}, 'arrivedAt')
  if (finishedAt && finishedAt > latest) throw new Failure('invalid', 'tickets.failure.notYet', {}, 'finishedAt')
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
