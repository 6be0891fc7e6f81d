import { blankOf } from '../../shared/kit/field-entry.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { companyOf, schemesOf } from '../house/settings.ts'
import { nextNumbers } from '../house/give-number.ts'
import type { Services } from '../api/context.ts'
import { bringRecords } from '../database/bring-records.ts'
import type { Tx } from '../database/database.ts'
import { type Ticket, TicketEntity } from './ticket-entity.ts'
import { sheetNumbers, ticketNumbers } from './number-series.ts'

/** A case that was over before the station knew of it. */
export type PastTicket = Pick<
  Ticket,
  | 'id'
  | 'intakeId'
  | 'receivedAt'
  | 'customerId'
  | 'personId'
  | 'customerName'
  | 'phone'
  | 'address'
  | 'category'
  | 'productName'
  | 'symptom'
>

/**
 * Stores cases of an old archive as closed tickets, inside the caller's write: numbered by the day they came in, closed at that
 * instant, without clocks, so that nothing falls due. `tickets` in the order of their instants; some hundreds at a time.
 */
export async function addPastTickets(services: Services, tx: Tx, tickets: readonly PastTicket[]): Promise<void> {
  const company = await companyOf(tx)
  const { ticket: ticketScheme, sheet: sheetScheme } = schemesOf(services, company)
  const now = services.now()
  const byDay = grouped(tickets, (ticket) => dayOf(ticket.receivedAt, company.timeZone))
  const rows: Ticket[] = []
  for (const [day, past] of byDay) {
    const { length } = past
    const numbers = await nextNumbers(services, tx, day, { series: ticketNumbers, scheme: ticketScheme }, length)
    const sheets = await nextNumbers(services, tx, day, { series: sheetNumbers, scheme: sheetScheme }, length)
    for (const [nth, ticket] of past.entries()) {
      rows.push({
        ...blankOf(caseFields),
        ...ticket,
        number: numbers[nth]!,
        sheetNumber: sheets[nth]!,
        state: 'closed',
        createdAt: ticket.receivedAt,
        channel: 'phone',
        operatorId: null,
        productId: null,
        againOfId: null,
        contactName: ticket.customerName,
        region: '',
        model: '',
        serialNo: '',
        purchasedOn: null,
        fault: '',
        kind: null,
        level: '',
        handling: 'dispatch',
        presetId: company.presetId,
        policyId: company.policies.at(ticket.receivedAt).id,
        policyKept: null,
        technicianId: null,
        visitFromAt: null,
        visitToAt: null,
        chaseCount: 0,
        nextDueAt: null,
        nextClock: null,
        pausedReason: null,
        closedAt: ticket.receivedAt < now ? ticket.receivedAt : now,
        cancelledAt: null,
        cancelReason: null,
        version: 1,
        round: 1,
        roundAt: null,
      })
    }
  }
  await bringRecords(services.database, tx, TicketEntity, rows)
}
