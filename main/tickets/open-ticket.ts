import { regionOf } from '../../shared/presets/areas.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import type { FieldKey } from '../../shared/kit/field-entry.ts'
import type { caseFields } from '../../shared/tickets/fields.ts'
import { type Company, companyOf, schemesOf } from '../house/settings.ts'
import { nextNumberOfEach } from '../house/give-number.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { repairBefore } from './same-fault.ts'
import { type Ticket, TicketEntity } from './ticket-entity.ts'
import { TicketClocks } from './ticket-clocks.ts'
import { sheetNumbers, ticketNumbers } from './number-series.ts'

/** A case as the desk reports it. */
type TicketDraft = Pick<
  Ticket,
  | 'id'
  | 'intakeId'
  | 'receivedAt'
  | 'channel'
  | 'customerId'
  | 'personId'
  | 'productId'
  | FieldKey<typeof caseFields>
  | 'phone'
  | 'category'
  | 'kind'
  | 'handling'
>

/**
 * Opens a ticket with its numbers (R353), its clocks and its first deadline, inside the caller's write. `receivedAt` may
 * lie in the past: deadlines run from it.
 */
export async function openTicket(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  draft: TicketDraft,
  company?: Company,
): Promise<Locked<Ticket>> {
  const house = company ?? (await companyOf(tx))
  const now = services.now()
  const { category, productName } = draft
  const policyId = house.policies.at(draft.receivedAt, { category, productName }).id
  const today = dayOf(now, house.timeZone)
  const schemes = schemesOf(services, house)
  const wishes = [
    { series: ticketNumbers, scheme: schemes.ticket },
    { series: sheetNumbers, scheme: schemes.sheet },
  ]
  const [[number = '', sheetNumber = ''], againOfId] = await Promise.all([
    nextNumberOfEach(services, tx, today, wishes),
    repairBefore(services, tx, draft),
  ])
  const ticket: Ticket = {
    ...draft,
    number,
    sheetNumber,
    state: 'unassigned',
    againOfId,
    createdAt: now,
    operatorId: seat?.memberId ?? null,
    region: regionOf(draft.address, house.policies.at(now).policy.areas),
    presetId: house.presetId,
    policyId,
    policyKept: null,
    technicianId: null,
    visitFromAt: null,
    visitToAt: null,
    chaseCount: 0,
    nextDueAt: null,
    nextClock: null,
    pausedReason: null,
    closedAt: null,
    cancelledAt: null,
    cancelReason: null,
    version: 1,
    round: 1,
    roundAt: null,
  }
  const clocks = TicketClocks.ofNew(services, tx, seat, ticket, house)
  const due = await clocks.received(ticket.receivedAt).enter()
  const opened = await recordsOf(services, tx, seat).add(TicketEntity, { ...ticket, ...due })
  return opened
}
