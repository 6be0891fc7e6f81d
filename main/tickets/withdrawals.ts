import { mayUse } from '../../shared/admin/rights.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { isSame } from '../../shared/kit/merge.ts'
import { outcomeOptions } from '../../shared/forms/choices.ts'
import type { Text } from '../../shared/kit/words.ts'
import { eventFacts } from '../../shared/presets/events.ts'
import { withdrawalRefusal } from '../../shared/tickets/rules-withdraw.ts'
import type { TicketPage } from '../../shared/tickets/schema.ts'
import type { WithdrawnKind } from '../../shared/tickets/withdraw.ts'
import type { Seat, Services } from '../api/context.ts'
import { nextDueOf, withdrawTimes } from '../clocks/public.ts'
import type { Reader, Tx } from '../database/database.ts'
import { broughtUnder, changesOfStep } from '../database/journal.ts'
import type { Locked, Records } from '../database/records.ts'
import { calendarsOf, companyOf } from '../house/settings.ts'
import type { NamedResult } from './result-rows.ts'
import { type NextDue, noDue, subjectOf } from './ticket-clocks.ts'
import type { Ticket } from './ticket-entity.ts'
import { DispatchEntity } from './visit-entities.ts'
import { WithdrawalEntity } from './withdrawal-entity.ts'
import { endOfWait } from './wait-over.ts'
import { MomentEntity, ResultEntity } from './work-entities.ts'

/** What was told of a case, by the id it was sent under. */
interface Told {
  id: string
  ticketId: string
}

/** What was entered of a case: by whom, and when. */
interface Entered {
  memberId: string | null
  recordedAt: string
}

/** Why a seat may not take that back (see `withdrawalRefusal`); null where it may. */
export function whyKept(
  seat: Seat,
  kind: WithdrawnKind,
  { state }: Pick<Ticket, 'state'>,
  { memberId, recordedAt }: Entered,
  { now, timeZone }: { now: string; timeZone: string },
) {
  return withdrawalRefusal({
    ...{ kind, state, isOwn: memberId === seat.memberId, isSupervisor: mayUse(seat.role, 'admin.audit') },
    isToday: dayOf(recordedAt, timeZone) === dayOf(now, timeZone),
  })
}

/** What a withdrawal takes back, and why. */
interface Withdrawing extends Entered {
  kind: WithdrawnKind
  ofId: string
  what: string
  happenedAt: string | null
  reason: string
}

/**
 * Withdraws what a step entered of a locked case into the ledger of time and keeps the reason; answers the step and what falls due next. What the
 * step changed besides is the caller's. Throws where the seat may not, or where the clocks were moved since (see `withdrawTimes`).
 */
export async function withdrawStep(
  services: Services,
  tx: Tx,
  seat: Seat,
  records: Records,
  ticket: Locked<Ticket>,
  told: Withdrawing,
): Promise<{ step: string; due: NextDue }> {
  const { kind, ofId, what, happenedAt, reason } = told
  const company = await companyOf(tx)
  const at = services.now()
  const refusal = whyKept(seat, kind, ticket, told, { now: at, timeZone: company.timeZone })
  if (refusal) throw new Failure(refusal.kind, refusal.text)
  const record = kind === 'result' ? ResultEntity.kind : MomentEntity.kind
  const brought = (await broughtUnder(services.database, tx, ticket.id)).get(`${record}:${ofId}`)
  if (!brought) throw new Failure('ruleBroken', 'clocks.failure.beforeSteps')
  const { step } = brought
  const said = { step, enteredAt: told.recordedAt, reason }
  const running = await withdrawTimes(services, tx, seat, subjectOf(ticket.id), calendarsOf(ticket, company), said)
  const next = nextDueOf(running)
  await records.add(WithdrawalEntity, {
    ...{ id: services.newId(), ticketId: ticket.id, kind, ofId, what, happenedAt, reason, at },
    ...{ memberId: seat.memberId, customerId: ticket.customerId },
  })
  return { step, due: next ? { nextDueAt: next.dueAt, nextClock: next.clock } : noDue }
}

/** What the case was before a step; its orders are put back. Throws where something of it is not as the step left it. */
export async function caseBefore(
  services: Services,
  tx: Tx,
  records: Records,
  ticket: Ticket,
  step: string,
): Promise<Partial<Ticket>> {
  let before: Partial<Ticket> = {}
  for (const { kind, recordId, values } of await changesOfStep(services, tx, step)) {
    if (values === null) throw new Failure('ruleBroken', 'history.failure.erased')
    const order = kind === DispatchEntity.kind ? await records.lock(DispatchEntity, recordId) : null
    const stands = (kind === DispatchEntity.kind ? order : ticket) as Readonly<Record<string, unknown>> | null
    if (Object.entries(values.after).some(([field, value]) => !isSame(stands?.[field], value)))
      throw new Failure('ruleBroken', 'clocks.failure.movedSince')
    if (order) await records.change(DispatchEntity, order, values.before)
    else before = values.before
  }
  return before
}

/** Whether this seat took that back of the case before: nothing of the sort stands there any more. */
export async function tookBack(reader: Reader, seat: Seat, { id, ticketId }: Told): Promise<boolean> {
  return reader.existsBy(WithdrawalEntity, { ticketId, ofId: id, memberId: seat.memberId })
}

/**
 * Whether that was taken back of the case before by this seat with these words: sent twice it is taken back once. Throws `ruleBroken` where another
 * did, or with other words: what is sent now would be acknowledged and stored nowhere.
 */
export async function isWithdrawn(reader: Reader, seat: Seat, input: Told & { reason: string }): Promise<boolean> {
  const before = await reader.findOneBy(WithdrawalEntity, { ticketId: input.ticketId, ofId: input.id })
  if (!before) return false
  if (before.memberId !== seat.memberId || before.reason !== input.reason)
    throw new Failure('ruleBroken', 'tickets.failure.alreadyWithdrawn')
  return true
}

/** What was told under this id was taken back: sent once more, as a seat does that never heard it arrived, it does not come back. Throws `ruleBroken`. */
export async function refuseWithdrawn(reader: Reader, { id, ticketId }: Told): Promise<void> {
  if (await reader.existsBy(WithdrawalEntity, { ticketId, ofId: id }))
    throw new Failure('ruleBroken', 'tickets.failure.withdrawnSince')
}

/** What was taken back of a case, newest first. */
export async function withdrawalsOf(
  services: Services,
  reader: Reader,
  ticketId: string,
): Promise<TicketPage['withdrawals']> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT w."id", w."at", w."kind", w."what", w."happenedAt", w."reason", m."name" AS "byName"
       FROM "tickets_withdrawal" w LEFT JOIN "house_member" m ON m."id" = w."memberId"
       WHERE w."ticketId" = ? ORDER BY w."at" DESC, w."id" DESC`,
    ),
    [ticketId],
  )) as (Omit<TicketPage['withdrawals'][number], 'byName'> & { what: string; byName: string | null })[]
  return rows.map(({ what, byName, ...row }) => ({ ...row, text: textOf(row.kind, what), byName: byName ?? '' }))
}

/** What this seat may take back of a case: its newest result, and the times told of it. */
export function withdrawable(
  seat: Seat,
  ticket: Pick<Ticket, 'state' | 'pausedReason'>,
  told: {
    result: NamedResult | null
    moments: readonly (Entered & { id: string; event: string; at: string; text: Text })[]
    /** See `waitsSentOn`. */
    sentOn: ReadonlySet<string>
  },
  day: { now: string; timeZone: string },
): TicketPage['withdrawable'] {
  const { result, moments, sentOn } = told
  const isWaitAgain = ticket.pausedReason !== null
  const may = (kind: WithdrawnKind, entered: Entered) => whyKept(seat, kind, ticket, entered, day) === null
  return [
    ...(result !== null && mayUse(seat.role, 'tickets.finish') && may('result', result)
      ? [{ id: result.id, kind: 'result' as const, text: textOf('result', result.outcome), at: result.finishedAt }]
      : []),
    ...moments
      .filter((moment) => may(kindOfMoment(moment), moment))
      .filter((moment) => kindOfMoment(moment) === 'moment' || !(isWaitAgain || sentOn.has(moment.id)))
      .map(({ id, event, at, text }) => ({ id, kind: kindOfMoment({ event }), text, at })),
  ]
}

/** The end of a wait stands among the times told, and is taken back by rules of its own. */
export const kindOfMoment = ({ event }: { event: string }): 'moment' | 'wait' =>
  event === 'waitOver' ? 'wait' : 'moment'

/**
 * Ends of a wait on whose word somebody was sent, by the orders that stand: those that came after it in the order of steps, though the clock of the
 * station that sent be behind that of the one where the end was told.
 */
export async function waitsSentOn(
  services: Services,
  reader: Reader,
  ticketId: string,
  moments: readonly { id: string; event: string }[],
  orders: readonly { id: string }[],
): Promise<ReadonlySet<string>> {
  const waits = moments.filter((moment) => kindOfMoment(moment) === 'wait')
  if (waits.length === 0 || orders.length === 0) return new Set()
  const brought = await broughtUnder(services.database, reader, ticketId)
  const lastSent = Math.max(...orders.map(({ id }) => brought.get(`${DispatchEntity.kind}:${id}`)?.version ?? 0))
  const isBefore = ({ id }: { id: string }) =>
    (brought.get(`${MomentEntity.kind}:${id}`)?.version ?? lastSent) < lastSent
  return new Set(waits.filter(isBefore).map(({ id }) => id))
}

/** Codes a later release knows no more are told as they are; what a wait was for stands after its event. */
function textOf(kind: WithdrawnKind, what: string): Text {
  const [event = '', waitedFor] = what.split(' ')
  const known =
    kind === 'result'
      ? outcomeOptions.find(({ value }) => value === what)?.text
      : (endOfWait(waitedFor) ?? eventFacts(event)?.text)
  return known ?? { 'zh-CN': what, 'zh-TW': what, en: what }
}
