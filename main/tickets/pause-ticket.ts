import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import type { cancelSchema, pauseSchema, TicketRow } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import type { Ticket } from './ticket-entity.ts'
import { DispatchEntity } from './visit-entities.ts'
import { isBeforeResult, noDue, TicketClocks } from './ticket-clocks.ts'
import { changeTicket, nextNth, readTicketRow, ticketToChange } from './ticket-rows.ts'
import { MomentEntity } from './work-entities.ts'

/** The clocks of an open ticket stand still for a reason; only the wait has a limit, so that it is not forgotten (principle 7). */
export async function pauseTicket(
  services: Services,
  seat: Seat,
  input: z.output<typeof pauseSchema>,
): Promise<TicketRow> {
  return change(services, seat, input, 'tickets.pause', async (tx, ticket) => {
    if (!isBeforeResult(ticket)) throw new Failure('ruleBroken', 'tickets.failure.nothingToPause')
    if (ticket.pausedReason !== null) throw new Failure('ruleBroken', 'tickets.failure.alreadyPaused')
    const clocks = await TicketClocks.of(services, tx, seat, ticket, await companyOf(tx))
    const note = input.note === '' ? input.reason : `${input.reason}: ${input.note}`
    const due = await clocks.wait(input.reason, input.untilOn ?? null, note, services.now()).enter()
    return { pausedReason: input.reason, ...due }
  })
}

/**
 * The wait is over: what stood still runs on with what was left, and a round that waited for it begins. It stands among the times told under the id
 * sent, by which it can be taken back.
 */
export async function resumeTicket(
  services: Services,
  seat: Seat,
  input: { ticketId: string; version: number; id?: string | undefined },
): Promise<TicketRow> {
  return change(services, seat, input, 'tickets.resume', async (tx, ticket) => {
    if (ticket.pausedReason === null) throw new Failure('ruleBroken', 'tickets.failure.notPaused')
    const clocks = await TicketClocks.of(services, tx, seat, ticket, await companyOf(tx))
    const now = services.now()
    const { id: ticketId, customerId } = ticket
    await recordsOf(services, tx, seat).add(MomentEntity, {
      ...{ id: input.id ?? services.newId(), ticketId, customerId, event: 'waitOver', at: now, note: '' },
      ...{ recordedAt: now, memberId: seat.memberId, nth: await nextNth(services, tx, 'tickets_moment', ticketId) },
    })
    return { pausedReason: null, ...(await clocks.goOn(now).enter()) }
  })
}

/** Gives a case up before anybody has done the work: nothing to enter, nothing to archive. */
export async function cancelTicket(
  services: Services,
  seat: Seat,
  input: z.output<typeof cancelSchema>,
): Promise<TicketRow> {
  return change(services, seat, input, 'tickets.cancel', async (tx, ticket) => {
    if (!isBeforeResult(ticket)) throw new Failure('ruleBroken', 'tickets.failure.tooLateToCancel')
    const now = services.now()
    const clocks = await TicketClocks.of(services, tx, seat, ticket, await companyOf(tx))
    await clocks.end(now, `cancelled: ${input.reason}`).enter()
    const records = recordsOf(services, tx, seat)
    const over = { state: 'handedBack', fedBackAt: now, handBackReason: input.reason } as const
    for (const dispatch of await records.lockWhere(DispatchEntity, { ticketId: ticket.id, state: 'active' }))
      await records.change(DispatchEntity, dispatch, over)
    return { state: 'cancelled', cancelledAt: now, cancelReason: input.reason, pausedReason: null, ...noDue }
  })
}

async function change(
  services: Services,
  seat: Seat,
  input: { ticketId: string; version: number },
  action: string,
  work: (tx: Tx, ticket: Locked<Ticket>) => Promise<Partial<Ticket>>,
): Promise<TicketRow> {
  const row = await services.database.write(async (tx) => {
    const ticket = await ticketToChange(services, tx, seat, input.ticketId, input.version)
    await changeTicket(services, tx, ticket, await work(tx, ticket))
    await audit(services, tx, seat, { action, subject: `ticket:${ticket.id}` })
    return readTicketRow(services, tx, seat, ticket.id)
  })
  return row
}
