import { counterOf, formatNumber } from '../../shared/admin/rules.ts'
import { blankOf } from '../../shared/kit/field-entry.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import { dayOf } from '../../shared/kit/calendar.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { companyOf } from '../house/settings.ts'
import { nextBlock } from '../house/next-number.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { insertRows } from '../database/write-rows.ts'
import type { Ticket } from './ticket-entity.ts'

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
  const { ticket: ticketScheme, sheet: sheetScheme } = company.numbers
  const now = services.now()
  const byDay = grouped(tickets, (ticket) => dayOf(ticket.receivedAt, company.timeZone))
  const rows: Ticket[] = []
  for (const [day, past] of byDay) {
    let nth = await nextBlock(services, tx, `tickets.ticket:${counterOf(ticketScheme, day)}`, past.length)
    let sheetNth = await nextBlock(services, tx, `tickets.sheet:${counterOf(sheetScheme, day)}`, past.length)
    for (const ticket of past) {
      rows.push({
        ...blankOf(caseFields),
        ...ticket,
        number: formatNumber(ticketScheme, day, nth++),
        sheetNumber: formatNumber(sheetScheme, day, sheetNth++),
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
        version: 1,
        round: 1,
        roundAt: null,
      })
    }
  }
  await insertRows(services.database, tx, 'tickets_ticket', rows)
}
