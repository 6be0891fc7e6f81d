import { dayOf } from '../../shared/kit/calendar.ts'
import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import type { ClockPolicy } from '../../shared/presets/schema.ts'
import { type cancelSchema, type Clock, clocks, type pauseSchema, type TicketRow } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { clockEntriesOf, dueNow, enterClocks, noDue, pausedClocks } from './clock-ledger.ts'
import { type ClockEntry, DispatchEntity, type Ticket } from './entities.ts'
import { changeTicket, readTicketRow, ticketToChange } from './ticket-rows.ts'

/** Stops the clocks of an open ticket for a reason; the ledger keeps when and why (principle 7). */
export async function pauseTicket(
  services: Services,
  seat: Seat,
  input: z.output<typeof pauseSchema>,
): Promise<TicketRow> {
  return change(services, seat, input, 'tickets.pause', async (tx, ticket) => {
    if (!isOpen(ticket)) throw new Failure('ruleBroken', 'tickets.failure.nothingToPause')
    if (ticket.pausedReason !== null) throw new Failure('ruleBroken', 'tickets.failure.alreadyPaused')
    const company = await companyOf(tx)
    const entries = await clockEntriesOf(services, tx, ticket.id)
    const running = runningClocks(ticket, entries, company.policies.of(ticket).clocks)
    const reason = input.note === '' ? input.reason : `${input.reason}: ${input.note}`
    await enterClocks(
      services,
      tx,
      seat,
      ticket.id,
      running.map((clock) => ({ clock, kind: 'pause', at: services.now(), reason })),
    )
    return { pausedReason: input.reason, ...(await dueNow(services, tx, ticket, company)) }
  })
}

/** Lets the paused clocks run on; what was left is left. */
export async function resumeTicket(
  services: Services,
  seat: Seat,
  input: { ticketId: string; version: number },
): Promise<TicketRow> {
  return change(services, seat, input, 'tickets.resume', async (tx, ticket) => {
    if (ticket.pausedReason === null) throw new Failure('ruleBroken', 'tickets.failure.notPaused')
    const standing = pausedClocks(await clockEntriesOf(services, tx, ticket.id))
    await enterClocks(
      services,
      tx,
      seat,
      ticket.id,
      standing.map((clock) => ({ clock, kind: 'resume', at: services.now() })),
    )
    return { pausedReason: null, ...(await dueNow(services, tx, ticket, await companyOf(tx))) }
  })
}

/** Gives a case up before anybody has done the work: nothing to enter, nothing to archive. */
export async function cancelTicket(
  services: Services,
  seat: Seat,
  input: z.output<typeof cancelSchema>,
): Promise<TicketRow> {
  return change(services, seat, input, 'tickets.cancel', async (tx, ticket) => {
    if (!isOpen(ticket)) throw new Failure('ruleBroken', 'tickets.failure.tooLateToCancel')
    const now = services.now()
    const entries = await clockEntriesOf(services, tx, ticket.id)
    const started = [...new Set(entries.filter((entry) => entry.kind === 'start').map((entry) => entry.clock))]
    const open = started.filter((clock) => !entries.some((entry) => entry.clock === clock && entry.kind === 'stop'))
    await enterClocks(
      services,
      tx,
      seat,
      ticket.id,
      open.map((clock) => ({ clock, kind: 'stop', at: now, reason: `cancelled: ${input.reason}` })),
    )
    const records = recordsOf(services, tx, seat)
    const over = { state: 'handedBack', fedBackAt: now, handBackReason: input.reason } as const
    for (const dispatch of await records.lockWhere(DispatchEntity, { ticketId: ticket.id, state: 'active' }))
      await records.change(DispatchEntity, dispatch, over)
    return { state: 'cancelled', pausedReason: null, ...noDue }
  })
}

async function change(
  services: Services,
  seat: Seat,
  input: { ticketId: string; version: number },
  action: string,
  work: (tx: Tx, ticket: Ticket) => Promise<Partial<Ticket>>,
): Promise<TicketRow> {
  const row = await services.database.write(async (tx) => {
    const ticket = await ticketToChange(services, tx, seat, input.ticketId, input.version)
    await changeTicket(services, tx, ticket, await work(tx, ticket))
    await audit(services, tx, seat, { action, subject: `ticket:${ticket.id}` })
    return readTicketRow(services, tx, seat, ticket.id)
  })
  services.changes.announce({ feature: 'tickets', id: row.id })
  return row
}

function isOpen({ state }: Ticket): boolean {
  return state === 'unassigned' || state === 'dispatched'
}

/** Clocks of the trade not stopped yet, those that have not begun included: they too stand still meanwhile. */
function runningClocks(
  ticket: Ticket,
  entries: readonly ClockEntry[],
  policies: readonly Pick<ClockPolicy, 'clock' | 'level'>[],
): Clock[] {
  const ofTicket = policies.filter(({ level }) => level === undefined || level === ticket.level)
  return clocks.filter(
    (clock) =>
      ofTicket.some((policy) => policy.clock === clock) &&
      !entries.some((entry) => entry.clock === clock && entry.kind === 'stop'),
  )
}
