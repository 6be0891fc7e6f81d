import { Failure } from '../../shared/kit/failure.ts'
import { readPhones } from '../../shared/kit/phone.ts'
import type { TicketRow } from '../../shared/tickets/schema.ts'
import type { Seat, Services } from '../api/context.ts'
import { shownAddress, shownPhone } from '../customers/public.ts'
import type { Reader, Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { type Ticket, TicketEntity } from './entities.ts'

/** A ticket with the names of its people. */
export type NamedTicket = Ticket & { technicianName: string | null; operatorName: string | null }

/** `SELECT ${ticketColumns} FROM ${ticketTables}`; the ticket is `t`. */
export const ticketColumns = 't.*, technician."name" AS "technicianName", operator."name" AS "operatorName"'
export const ticketTables = `"tickets_ticket" t
  LEFT JOIN "house_member" technician ON technician."id" = t."technicianId"
  LEFT JOIN "house_member" operator ON operator."id" = t."operatorId"`

/** A technician meets only the tickets assigned to him; everybody else who may look at tickets meets all. */
export function refuseForeign(seat: Seat, ticket: Pick<Ticket, 'technicianId'>): void {
  if (seat.role === 'technician' && ticket.technicianId !== seat.memberId)
    throw new Failure('notAllowed', 'tickets.failure.notYours')
}

/** The ticket, locked until the write settles, so that two seats change it one after the other. */
export async function ticketToChange(
  services: Services,
  tx: Tx,
  seat: Seat,
  id: string,
  version?: number,
): Promise<Locked<Ticket>> {
  const ticket = await recordsOf(services, tx, seat).lock(TicketEntity, id)
  if (!ticket) throw new Failure('notFound', 'tickets.failure.gone')
  refuseForeign(seat, ticket)
  if (version !== undefined && version !== ticket.version)
    throw new Failure('changedByOther', 'tickets.failure.changedByOther')
  return ticket
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

export async function readTicket(services: Services, reader: Reader, seat: Seat, id: string): Promise<NamedTicket> {
  const [ticket] = (await reader.query(
    services.database.sql(`SELECT ${ticketColumns} FROM ${ticketTables} WHERE t."id" = ?`),
    [id],
  )) as NamedTicket[]
  if (!ticket) throw new Failure('notFound', 'tickets.failure.gone')
  refuseForeign(seat, ticket)
  return ticket
}

/** The row a seat may see: phone and address shown, masked or hidden by its role. */
export async function readTicketRow(services: Services, reader: Reader, seat: Seat, id: string): Promise<TicketRow> {
  return ticketRow(seat, await readTicket(services, reader, seat, id))
}

export function ticketRow(seat: Seat, ticket: NamedTicket): TicketRow {
  const own = ticket.technicianId === seat.memberId
  return {
    id: ticket.id,
    number: ticket.number,
    state: ticket.state,
    createdAt: ticket.createdAt,
    receivedAt: ticket.receivedAt,
    channel: ticket.channel,
    customerId: ticket.customerId,
    customerName: ticket.customerName,
    contactName: ticket.contactName,
    phoneShown: phoneAsSaid(seat, ticket.phone, own),
    address: shownAddress(seat, ticket.address, own),
    region: ticket.region,
    category: ticket.category,
    productId: ticket.productId,
    productName: ticket.productName,
    model: ticket.model,
    serialNo: ticket.serialNo,
    purchasedOn: ticket.purchasedOn,
    symptom: ticket.symptom,
    fault: ticket.fault,
    level: ticket.level,
    handling: ticket.handling as TicketRow['handling'],
    technicianId: ticket.technicianId,
    technicianName: ticket.technicianName ?? '',
    visitFromAt: ticket.visitFromAt,
    visitToAt: ticket.visitToAt,
    chaseCount: ticket.chaseCount,
    nextDueAt: ticket.nextDueAt,
    nextClock: ticket.nextClock,
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
