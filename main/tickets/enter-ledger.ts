import type { z } from 'zod'
import { Failure } from '../../shared/kit/failure.ts'
import { mayStep, stateAfter } from '../../shared/tickets/rules-gates.ts'
import type { LedgerRow, ledgerSchema } from '../../shared/tickets/schema.ts'
import { audit } from '../house/audit.ts'
import { nextValue } from '../house/next-number.ts'
import type { Seat, Services } from '../api/context.ts'
import { recordsOf } from '../database/records.ts'
import { type Ledger, LedgerEntity } from './ledger-entities.ts'
import { findLedgerRow } from './list-ledger.ts'
import { newestResult } from './result-rows.ts'
import { changeTicket, storedStep, ticketToChange } from './ticket-rows.ts'

/** Enters the finished case into the service ledger (维修服务台帐 F05), second step of the close gate (R013). Sent twice it is one line. */
export async function enterLedger(
  services: Services,
  seat: Seat,
  input: z.output<typeof ledgerSchema>,
): Promise<LedgerRow> {
  return services.database.write(async (tx) => {
    const ticket = await ticketToChange(services, tx, seat, input.ticketId)
    const already = await storedStep(services, tx, 'tickets.enterLedger', input, () =>
      tx.findOneBy(LedgerEntity, { id: input.id }),
    )
    if (already) return (await findLedgerRow(services, tx, seat, { id: input.id }))!
    const refusal = mayStep(ticket.state, 'ledger')
    if (refusal) throw new Failure('ruleBroken', refusal.text, refusal.facts)
    const result = await newestResult(services, tx, ticket.id)
    if (!result) throw new Failure('ruleBroken', 'tickets.failure.resultFirst')
    const line: Ledger = {
      id: input.id,
      lineNo: await nextValue(services, tx, 'tickets.ledger'),
      ticketId: ticket.id,
      on: result.serviceOn,
      user: ticket.customerName,
      product: [ticket.productName, ticket.model].filter(Boolean).join(' '),
      problem: ticket.symptom,
      result: result.result,
      personId: result.servicePersonId,
      inWarranty: input.inWarranty,
      archiveNo: null,
      archivedAt: null,
      recordedAt: services.now(),
      memberId: seat.memberId,
    }
    await recordsOf(services, tx, seat).add(LedgerEntity, line)
    await changeTicket(services, tx, ticket, { state: stateAfter.ledger })
    await audit(services, tx, seat, {
      action: 'tickets.enterLedger',
      subject: `ticket:${ticket.id}`,
      details: { lineNo: line.lineNo },
    })
    return (await findLedgerRow(services, tx, seat, { id: input.id }))!
  })
}
