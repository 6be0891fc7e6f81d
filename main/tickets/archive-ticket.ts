import { dayOf } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { closeGate, mayStep, stateAfter } from '../../shared/tickets/rules-gates.ts'
import { audit } from '../house/audit.ts'
import { companyOf, schemesOf } from '../house/settings.ts'
import { nextNumber } from '../house/give-number.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { type Locked, recordsOf } from '../database/records.ts'
import { TicketClocks } from './ticket-clocks.ts'
import { type Ledger, LedgerEntity } from './ledger-entities.ts'
import { newestResult } from './result-rows.ts'
import { changeTicket, ticketToChange } from './ticket-rows.ts'
import { archiveNumbers } from './number-series.ts'

/**
 * Gives the archive number and closes the case: last step of the close gate (R013), and the only way a ticket is ever
 * closed. Archiving twice answers the same number.
 */
export async function archiveTicket(
  services: Services,
  seat: Seat,
  input: { ticketId: string },
): Promise<{ archiveNo: string }> {
  const archiveNo = await services.database.write(async (tx) => {
    const ticket = await ticketToChange(services, tx, seat, input.ticketId)
    const line = await ledgerLineOf(services, tx, seat, ticket.id)
    if (ticket.state === 'closed' && line?.archiveNo) return line.archiveNo
    const refusal = mayStep(ticket.state, 'archive')
    if (refusal) throw new Failure('ruleBroken', refusal.text, refusal.facts)
    const hasResult = (await newestResult(services, tx, ticket.id)) !== null
    const [missing] = closeGate({ hasResult, hasLedger: line !== null, hasArchive: true })
    if (missing || !line)
      throw new Failure(
        'ruleBroken',
        missing === 'result' ? 'tickets.failure.resultFirst' : 'tickets.failure.ledgerFirst',
      )
    const number = await nextArchiveNo(services, tx)
    const now = services.now()
    await recordsOf(services, tx, seat).change(LedgerEntity, line, { archiveNo: number, archivedAt: now })
    const clocks = await TicketClocks.of(services, tx, seat, ticket, await companyOf(tx))
    const due = await clocks.happened('archived', now).enter()
    await changeTicket(services, tx, ticket, { state: stateAfter.archive, closedAt: now, pausedReason: null, ...due })
    await audit(services, tx, seat, {
      action: 'tickets.archive',
      subject: `ticket:${ticket.id}`,
      details: { archiveNo: number },
    })
    return number
  })
  return { archiveNo }
}

async function ledgerLineOf(services: Services, tx: Tx, seat: Seat, ticketId: string): Promise<Locked<Ledger> | null> {
  const [line] = await recordsOf(services, tx, seat).lockWhere(LedgerEntity, { ticketId })
  return line ?? null
}

async function nextArchiveNo(services: Services, tx: Tx): Promise<string> {
  const company = await companyOf(tx)
  const today = dayOf(services.now(), company.timeZone)
  return nextNumber(services, tx, today, { series: archiveNumbers, scheme: schemesOf(services, company).archive })
}
