import { Failure } from '../../shared/kit/failure.ts'
import { readPhones } from '../../shared/kit/phone.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { shownPhone } from '../customers/public.ts'
import type { CustomerLeads } from '../house/customer-scope.ts'
import { seenFields } from '../house/field-rows.ts'
import { firstStored } from '../house/first-stored.ts'
import { type Condition, isInScope, type RowOwners, rowsMet, scopeConditions } from '../house/row-scope.ts'
import type { Reader, Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { promisedFromOf } from './promised-from.ts'
import { type Ticket, TicketEntity } from './ticket-entity.ts'

/** A ticket with the names of its people. */
export type NamedTicket = Ticket & {
  technicianName: string | null
  technicianStatus: string | null
  operatorName: string | null
}

/** `SELECT ${ticketColumns} FROM ${ticketTables}`; the ticket is `t`. */
export const ticketColumns =
  't.*, technician."name" AS "technicianName", technician."status" AS "technicianStatus", operator."name" AS "operatorName"'
/** What `ticketRow` reads, to stand after FROM; either member may be absent. */
export const ticketTables = `"tickets_ticket" t
  LEFT JOIN "house_member" technician ON technician."id" = t."technicianId"
  LEFT JOIN "house_member" operator ON operator."id" = t."operatorId"`

/** Columns that say whose a ticket is. */
export const ticketOwners = (alias: string): RowOwners<string> => ({
  assigned: `${alias}."technicianId"`,
  own: `${alias}."operatorId"`,
  outlet: `${alias}."region"`,
})

/** Tickets a seat meets, as conditions on `t`; none where it meets all. */
export const ticketScope = (seat: Seat, alias = 't'): Condition[] =>
  scopeConditions(seat, 'tickets.view', ticketOwners(alias))

/** Those of some tickets that a seat meets. Asks nothing where it meets all. */
export const ticketsMet = (
  services: Services,
  reader: Reader,
  seat: Seat,
  ids: readonly string[],
): Promise<ReadonlySet<string>> =>
  rowsMet(services, reader, { from: '"tickets_ticket" t', id: 't."id"' }, ticketScope(seat), ids)

/** Refuses a ticket that the seat does not meet. */
export async function refuseForeign(
  services: Services,
  reader: Reader,
  seat: Seat,
  { technicianId, operatorId, region }: Pick<Ticket, 'technicianId' | 'operatorId' | 'region'>,
): Promise<void> {
  const owners = { assigned: technicianId, own: operatorId, outlet: region }
  if (!(await isInScope(services, reader, seat, 'tickets.view', owners)))
    throw new Failure('notAllowed', 'tickets.failure.notYours')
}

/**
 * The ticket, locked until the write settles, so that two seats change it one after the other. `isOwnStep`: the caller has seen that the
 * step is the seat's own, also where the ticket went back to the desk meanwhile.
 */
export async function ticketToChange(
  services: Services,
  tx: Tx,
  seat: Seat,
  id: string,
  version?: number,
  isOwnStep = false,
): Promise<Locked<Ticket>> {
  const ticket = await recordsOf(services, tx, seat).lock(TicketEntity, id)
  if (!ticket) throw new Failure('notFound', 'tickets.failure.gone')
  if (!isOwnStep) await refuseForeign(services, tx, seat, ticket)
  if (version !== undefined && version !== ticket.version)
    throw new Failure('changedByOther', 'tickets.failure.changedByOther')
  return ticket
}

/**
 * The step that stands under an input's id (see `firstStored`). It is answered to the ticket it was made on; sent for another one it would be
 * acknowledged and kept nowhere.
 */
export async function storedStep<Step extends { ticketId: string }>(
  services: Services,
  tx: Tx,
  command: string | null,
  input: { id: string; ticketId: string },
  find: () => Promise<Step | null>,
): Promise<Step | null> {
  return firstStored(services, tx, command, input, async () => {
    const step = await find()
    if (step && step.ticketId !== input.ticketId)
      throw new Failure('invalid', 'tickets.failure.otherTicket', {}, 'ticketId')
    return step
  })
}

/**
 * The place of the next order, result or time told among those of its ticket, which must be locked: what was entered later has the higher one,
 * whatever the clocks of the stations say.
 */
export async function nextNth(
  services: Services,
  tx: Tx,
  table: 'tickets_dispatch' | 'tickets_moment' | 'tickets_result',
  ticketId: string,
): Promise<number> {
  const text = `SELECT max("nth") AS "last" FROM "${table}" WHERE "ticketId" = ?`
  const [stands] = (await tx.query(services.database.sql(text), [ticketId])) as { last: number | null }[]
  return (stands?.last ?? 0) + 1
}

/** Changes a ticket that was locked before, counting its version up. */
export async function changeTicket(
  services: Services,
  tx: Tx,
  ticket: Locked<Ticket>,
  changes: Partial<Ticket>,
): Promise<Locked<Ticket>> {
  return recordsOf(services, tx, null).change(TicketEntity, ticket, changes)
}

/** The ticket with its names. `isOwnStep`: see `ticketToChange`. */
export async function readTicket(
  services: Services,
  reader: Reader,
  seat: Seat,
  id: string,
  isOwnStep = false,
): Promise<NamedTicket> {
  const [ticket] = (await reader.query(
    services.database.sql(`SELECT ${ticketColumns} FROM ${ticketTables} WHERE t."id" = ?`),
    [id],
  )) as NamedTicket[]
  if (!ticket) throw new Failure('notFound', 'tickets.failure.gone')
  if (!isOwnStep) await refuseForeign(services, reader, seat, ticket)
  return ticket
}

/** The row a seat may see: phone and address shown, masked or hidden by its role. */
export async function readTicketRow(
  services: Services,
  reader: Reader,
  seat: Seat,
  id: string,
  isOwnStep = false,
): Promise<TicketRow> {
  const ticket = await readTicket(services, reader, seat, id, isOwnStep)
  const promised = await promisedFromOf(services, reader, [ticket])
  return ticketRow(seat, ticket, promised.get(id) ?? null)
}

/** Tickets of the seat lead it to their customers: to look at them also once they are closed, to open a number only while they are not. */
export const leadsToCustomers: CustomerLeads = (seat, right) => {
  const conditions = [
    ...ticketScope(seat),
    ...(right === 'customers.reveal'
      ? [{ where: `t."state" IN ('unassigned', 'dispatched', 'resulted', 'ledgered')`, values: [] }]
      : []),
  ]
  return {
    from: '"tickets_ticket" t',
    customerId: 't."customerId"',
    where: conditions.map(({ where }) => where).join(' AND ') || '1 = 1',
    values: conditions.flatMap(({ values }) => values),
  }
}

/**
 * A ticket as this seat may see it: numbers and address whole where it is assigned to the reader or the role may see them. `promisedFromAt`: see `promisedFrom`. `isProvisional`: whether
 * its next deadline may still move (see `ticketRows`).
 */
export function ticketRow(
  seat: Seat,
  ticket: NamedTicket,
  promisedFromAt: string | null,
  isProvisional = false,
): TicketRow {
  const own = ticket.technicianId === seat.memberId
  return {
    id: ticket.id,
    number: ticket.number,
    state: ticket.state,
    createdAt: ticket.createdAt,
    receivedAt: ticket.receivedAt,
    channel: ticket.channel,
    customerId: ticket.customerId,
    ...seenFields(seat, caseFields, ticket, own),
    phoneShown: phoneAsSaid(seat, ticket.phone, own),
    region: ticket.region,
    category: ticket.category,
    productId: ticket.productId,
    handling: ticket.handling as TicketRow['handling'],
    policyId: ticket.policyId,
    technicianId: ticket.technicianId,
    technicianName: ticket.technicianName ?? '',
    technicianIsDisabled: ticket.technicianStatus === 'disabled',
    visitFromAt: ticket.visitFromAt,
    visitToAt: ticket.visitToAt,
    chaseCount: ticket.chaseCount,
    nextDueAt: ticket.nextDueAt,
    nextClock: ticket.nextClock,
    nextIsProvisional: isProvisional,
    round: ticket.round,
    roundAt: ticket.roundAt ?? ticket.receivedAt,
    promisedFromAt,
    pausedReason: ticket.pausedReason,
    closedAt: ticket.closedAt,
    operatorName: ticket.operatorName ?? '',
    version: ticket.version,
  }
}

/** The first number of what was written down, shown or masked by the seat's role; empty where none was. */
export function phoneAsSaid(seat: Seat, said: string, own: boolean): string {
  if (said === '') return ''
  const [phone] = readPhones(said).phones
  return shownPhone(seat, phone?.key ?? said, phone?.extension ?? '', { own }).shown
}
