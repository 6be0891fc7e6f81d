import { visitingRoles } from '../../shared/admin/scopes.ts'
import { rolesSql } from '../house/roles-sql.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { promiseGate } from '../../shared/tickets/rules-gates.ts'
import { visitProblem } from '../../shared/tickets/rules-visit.ts'
import { assignSchema, type AssignInput, type DispatchRow } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { type Company, companyOf, schemesOf } from '../house/settings.ts'
import { nextNumber } from '../house/give-number.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { findDispatchRow } from './dispatch-rows.ts'
import { orderNumbers } from './number-series.ts'
import { type Ticket, TicketEntity } from './ticket-entity.ts'
import { type Dispatch, DispatchEntity } from './visit-entities.ts'
import { TicketClocks } from './ticket-clocks.ts'
import { changeTicket, nextNth, storedStep, ticketToChange } from './ticket-rows.ts'

/** Sends a technician (R041). Sending the same order twice stores it once; of two seats that assign the same ticket one is told no. */
export async function assignTicket(services: Services, seat: Seat, input: AssignInput): Promise<DispatchRow> {
  const row = await services.database.write(async (tx) => {
    // Before anything is looked for: the same order sent at once waits here, and finds the first.
    await recordsOf(services, tx, seat).lock(TicketEntity, input.ticketId)
    const already = await storedStep(services, tx, 'tickets.assign', input, async () => {
      const order = await tx.findOneBy(DispatchEntity, { id: input.id })
      if (order)
        await ticketToChange(services, tx, seat, input.ticketId, undefined, order.dispatcherId === seat.memberId)
      return order
    })
    if (already) return findDispatchRow(services, tx, input.id)
    refuseVisit(input, services.now())
    const dispatch = await dispatchTicket(services, tx, seat, input)
    await audit(services, tx, seat, {
      action: 'tickets.assign',
      subject: `ticket:${input.ticketId}`,
      details: { dispatch: dispatch.id, technicianId: input.technicianId, within3h: input.within3h },
    })
    return findDispatchRow(services, tx, input.id)
  })
  if (!row) throw new Error('the dispatch order is gone')
  return row
}

/**
 * Writes the dispatch order (售后派工单 F11) inside the caller's write. The promise gate holds (R044, R045). A ticket already
 * dispatched goes to another technician only from a seat that saw its present version.
 */
export async function dispatchTicket(
  services: Services,
  tx: Tx,
  seat: Seat,
  input: AssignInput,
  known: { ticket?: Locked<Ticket>; company?: Company } = {},
): Promise<Dispatch> {
  const asked = assignSchema.parse(input)
  const ticket = known.ticket ?? (await ticketToChange(services, tx, seat, asked.ticketId, asked.version))
  const company = known.company ?? (await companyOf(tx))
  const now = services.now()
  refuseState(ticket, asked.version)
  const clocks = await TicketClocks.of(services, tx, seat, ticket, company)
  const order = keptPromise(asked, ticket, company, clocks.promisedFromAt ?? now)
  await refuseNonTechnician(services, tx, order.technicianId)
  if (ticket.state === 'dispatched') await endDispatches(services, tx, seat, ticket.id)
  const dispatch = await insertOrder(services, tx, seat, order, ticket, company)
  // Who is sent is not waited for any longer.
  if (ticket.pausedReason !== null) clocks.goOn(now)
  clocks.happened('assigned', now).agree(order.consent === 'agreed' ? order.visitFromAt : null, now)
  await changeTicket(services, tx, ticket, {
    state: 'dispatched',
    technicianId: order.technicianId,
    visitFromAt: order.visitFromAt,
    visitToAt: order.visitToAt ?? null,
    pausedReason: null,
    ...(await clocks.enter()),
  })
  return dispatch
}

type Order = ReturnType<typeof assignSchema.parse>

function refuseState(ticket: Ticket, version: number | undefined): void {
  if (ticket.state === 'unassigned') return
  if (ticket.state !== 'dispatched') throw new Failure('ruleBroken', 'tickets.failure.tooLateToDispatch')
  if (version === undefined) throw new Failure('changedByOther', 'tickets.failure.alreadyDispatched')
}

/** Refuses beside its field a window in which nobody can come (see `visitProblem`). Every write that takes a promised visit asks here. */
export function refuseVisit(visit: Parameters<typeof visitProblem>[0], toldAt: string): void {
  const found = visitProblem(visit, toldAt)
  if (found) throw new Failure('invalid', `tickets.failure.${found.problem}`, {}, found.field)
}

/** Answers what the paper says: a "yes" beside a time later than the promise is a "no". */
function keptPromise(order: Order, ticket: Ticket, company: Company, fromAt: string): Order {
  const { promise } = company.policies.of(ticket)
  const gate = promiseGate({ ...order, consent: order.consent, receivedAt: fromAt }, promise)
  if (gate.way === 'arrangeOtherwise') throw new Failure('ruleBroken', 'tickets.failure.consentRefused', {}, 'consent')
  if (gate.way === 'ask') throw new Failure('ruleBroken', 'tickets.failure.promiseUnkept', {}, gate.missing[0])
  return promise === null ? order : { ...order, within3h: gate.isWithin ? 'yes' : 'no' }
}

async function refuseNonTechnician(services: Services, tx: Tx, technicianId: string): Promise<void> {
  const found: unknown[] = await tx.query(
    services.database.sql(
      `SELECT 1 FROM "house_member" WHERE "id" = ? AND ${rolesSql('"role"', visitingRoles).isOne} AND "status" = 'active'`,
    ),
    [technicianId],
  )
  if (found.length === 0) throw new Failure('invalid', 'tickets.failure.noTechnician', {}, 'technicianId')
}

/** Another technician goes instead: the order before is over. */
async function endDispatches(services: Services, tx: Tx, seat: Seat, ticketId: string): Promise<void> {
  const records = recordsOf(services, tx, seat)
  const over = { state: 'handedBack', fedBackAt: services.now(), handBackReason: 'reassigned' } as const
  for (const dispatch of await records.lockWhere(DispatchEntity, { ticketId, state: 'active' }))
    await records.change(DispatchEntity, dispatch, over)
}

async function insertOrder(
  services: Services,
  tx: Tx,
  seat: Seat,
  order: Order,
  { customerId }: Ticket,
  company: Company,
): Promise<Dispatch> {
  const today = dayOf(services.now(), company.timeZone)
  const dispatch: Dispatch = {
    id: order.id,
    number: await nextNumber(services, tx, today, {
      series: orderNumbers,
      scheme: schemesOf(services, company).dispatch,
    }),
    ticketId: order.ticketId,
    state: 'active',
    technicianId: order.technicianId,
    dispatcherId: seat.memberId,
    dispatchedAt: services.now(),
    visitFromAt: order.visitFromAt,
    visitToAt: order.visitToAt ?? null,
    cause: order.cause,
    measure: order.measure,
    parts: order.parts,
    within3h: order.within3h,
    rescheduleReason: order.rescheduleReason,
    consent: order.consent ?? null,
    fedBackAt: null,
    handBackReason: '',
    customerId,
    prepared: null,
    nth: await nextNth(services, tx, 'tickets_dispatch', order.ticketId),
  }
  return recordsOf(services, tx, seat).add(DispatchEntity, dispatch)
}
