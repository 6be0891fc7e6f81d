import type { z } from 'zod'
import type { handBackSchema, TicketRow } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { companyOf } from '../house/settings.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { dispatchToChange, refuseOver } from './dispatch-to-change.ts'
import type { Ticket } from './ticket-entity.ts'
import { type Dispatch, DispatchEntity } from './visit-entities.ts'
import { TicketClocks } from './ticket-clocks.ts'
import { changeTicket, readTicketRow } from './ticket-rows.ts'

/** Gives a dispatch order back to the desk by hand, with the reason (R045, R047). Handing back twice is told so. */
export async function handBack(
  services: Services,
  seat: Seat,
  input: z.output<typeof handBackSchema>,
): Promise<TicketRow> {
  const { database } = services
  const row = await database.write(async (tx) => {
    const { dispatch, ticket } = await dispatchToChange(services, tx, seat, input.dispatchId)
    refuseOver(dispatch)
    await handBackDispatch(services, tx, seat, ticket, dispatch, input.reason)
    await audit(services, tx, seat, {
      action: 'tickets.handBack',
      subject: `ticket:${ticket.id}`,
      details: { dispatch: dispatch.id },
    })
    return readTicketRow(services, tx, seat, ticket.id, true)
  })
  return row
}

/** The case is unassigned again: its clocks run on, sending somebody has its limit anew, and no visit is agreed any more (R049). */
export async function handBackDispatch(
  services: Services,
  tx: Tx,
  seat: Seat,
  ticket: Locked<Ticket>,
  dispatch: Locked<Dispatch>,
  reason: string,
): Promise<Ticket> {
  const now = services.now()
  const over = { state: 'handedBack', fedBackAt: now, handBackReason: reason } as const
  await recordsOf(services, tx, seat).change(DispatchEntity, dispatch, over)
  const clocks = await TicketClocks.of(services, tx, seat, ticket, await companyOf(tx))
  return changeTicket(services, tx, ticket, {
    state: 'unassigned',
    technicianId: null,
    visitFromAt: null,
    visitToAt: null,
    ...(await clocks.sendAgain(now).agree(null, now).enter()),
  })
}
