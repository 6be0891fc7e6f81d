import { z } from 'zod'
import { daySchema, idSchema } from '../../shared/kit/fields.ts'
import { pageSchema, type Page } from '../../shared/kit/paging.ts'
import {
  archiveSchema, assignSchema, type AttemptRow, type BoardFigures, cancelSchema, chaseSchema, contactSchema, type DispatchRow,
  handBackSchema, type LedgerRow, ledgerSchema, listTicketsSchema, type MismatchRow, mismatchSchema, pauseSchema, type ResultRow,
  resultSchema, type TechnicianLoad, type TicketPage, type TicketRow, type TicketView, type VisitOffer,
} from '../../shared/tickets/schema.ts'
import { may, router } from '../api/trpc.ts'

const soon = (): never => {
  throw new Error('not there yet')
}

/** Tickets from the report to the archive. */
export const ticketsRouter = router({
  list: may('tickets.view').input(listTicketsSchema).query(async (): Promise<Page<TicketRow>> => soon()),
  counts: may('tickets.view').query(async (): Promise<Record<TicketView, number>> => soon()),
  page: may('tickets.view').input(z.object({ id: idSchema })).query(async (): Promise<TicketPage> => soon()),
  board: may('tickets.board').query(async (): Promise<BoardFigures> => soon()),
  technicians: may('tickets.dispatch')
    .input(z.object({ day: daySchema.nullish() }).default({}))
    .query(async (): Promise<TechnicianLoad[]> => soon()),
  visitOffers: may('tickets.dispatch')
    .input(z.object({ address: z.string().max(200).nullish(), ticketId: idSchema.nullish() }).default({}))
    .query(async (): Promise<VisitOffer[]> => soon()),
  assign: may('tickets.dispatch').input(assignSchema).mutation(async (): Promise<DispatchRow> => soon()),
  contact: may('tickets.contact').input(contactSchema).mutation(async (): Promise<AttemptRow> => soon()),
  mismatch: may('tickets.contact').input(mismatchSchema).mutation(async (): Promise<MismatchRow> => soon()),
  fixMismatch: may('customers.edit').input(z.object({ id: idSchema })).mutation(async (): Promise<MismatchRow> => soon()),
  handBack: may('tickets.contact').input(handBackSchema).mutation(async (): Promise<TicketRow> => soon()),
  chase: may('tickets.chase').input(chaseSchema).mutation(async (): Promise<{ count: number }> => soon()),
  cancel: may('tickets.dispatch').input(cancelSchema).mutation(async (): Promise<TicketRow> => soon()),
  pause: may('tickets.dispatch').input(pauseSchema).mutation(async (): Promise<TicketRow> => soon()),
  resume: may('tickets.dispatch')
    .input(z.object({ ticketId: idSchema, version: z.number().int() }))
    .mutation(async (): Promise<TicketRow> => soon()),
  recordResult: may('tickets.finish').input(resultSchema).mutation(async (): Promise<ResultRow> => soon()),
  enterLedger: may('tickets.close').input(ledgerSchema).mutation(async (): Promise<LedgerRow> => soon()),
  archive: may('tickets.close').input(archiveSchema).mutation(async (): Promise<{ archiveNo: string }> => soon()),
  ledger: may('tickets.view')
    .input(pageSchema.extend({ text: z.string().max(60).default('') }))
    .query(async (): Promise<Page<LedgerRow>> => soon()),
})
