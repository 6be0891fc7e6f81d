import { z } from 'zod'
import { daySchema, idSchema } from '../../shared/kit/fields.ts'
import { type Page, pageSchema } from '../../shared/kit/paging.ts'
import {
  archiveSchema,
  assignSchema,
  type AttemptRow,
  type BoardFigures,
  cancelSchema,
  chaseSchema,
  contactSchema,
  prepareSchema,
  type DispatchRow,
  handBackSchema,
  type LedgerRow,
  ledgerSchema,
  listTicketsSchema,
  type MismatchRow,
  mismatchSchema,
  pauseSchema,
  type ResultRow,
  resultSchema,
  type TechnicianLoad,
  type TicketPage,
  type TicketRow,
  type TicketView,
  type VisitOffer,
} from '../../shared/tickets/schema.ts'
import { may, router } from '../api/trpc.ts'
import { archiveTicket } from './archive-ticket.ts'
import { boardFigures } from './board.ts'
import { chaseTicket } from './chase-ticket.ts'
import { assignTicket } from './dispatch-ticket.ts'
import { enterLedger } from './enter-ledger.ts'
import { handBack } from './hand-back.ts'
import { listLedger } from './list-ledger.ts'
import { countTickets, listTickets } from './list-tickets.ts'
import { cancelTicket, pauseTicket, resumeTicket } from './pause-ticket.ts'
import { prepareVisit } from './prepare-visit.ts'
import { recordContact } from './record-contact.ts'
import { fixMismatch, recordMismatch } from './record-mismatch.ts'
import { recordResult } from './record-result.ts'
import { technicianLoads, visitOffers } from './technician-loads.ts'
import { readTicketPage } from './ticket-page.ts'

const dayWishSchema = z.object({ day: daySchema.nullish() }).default({})
const offerSchema = z.object({ address: z.string().max(200).nullish(), ticketId: idSchema.nullish() }).default({})

/** Tickets from the report to the archive. A technician sees and changes only what is assigned to him. */
export const ticketsRouter = router({
  list: may('tickets.view')
    .input(listTicketsSchema)
    .query(({ ctx, input }): Promise<Page<TicketRow>> => listTickets(ctx.services, ctx.seat, input)),

  /** Tickets in each saved view; counting stops at 9999. */
  counts: may('tickets.view').query(({ ctx }): Promise<Record<TicketView, number>> =>
    countTickets(ctx.services, ctx.seat),
  ),

  page: may('tickets.view')
    .input(z.object({ id: idSchema }))
    .query(({ ctx, input }): Promise<TicketPage> => readTicketPage(ctx.services, ctx.seat, input.id)),

  board: may('tickets.board').query(({ ctx }): Promise<BoardFigures> => boardFigures(ctx.services)),

  technicians: may('tickets.dispatch')
    .input(dayWishSchema)
    .query(({ ctx, input }): Promise<TechnicianLoad[]> => technicianLoads(ctx.services, input.day ?? null)),

  visitOffers: may('tickets.dispatch')
    .input(offerSchema)
    .query(({ ctx, input }): Promise<VisitOffer[]> => visitOffers(ctx.services, input)),

  assign: may('tickets.dispatch')
    .input(assignSchema)
    .mutation(({ ctx, input }): Promise<DispatchRow> => assignTicket(ctx.services, ctx.seat, input)),

  contact: may('tickets.contact')
    .input(contactSchema)
    .mutation(({ ctx, input }): Promise<AttemptRow> => recordContact(ctx.services, ctx.seat, input)),

  prepare: may('tickets.contact')
    .input(prepareSchema)
    .mutation(({ ctx, input }): Promise<DispatchRow> => prepareVisit(ctx.services, ctx.seat, input)),

  mismatch: may('tickets.contact')
    .input(mismatchSchema)
    .mutation(({ ctx, input }): Promise<MismatchRow> => recordMismatch(ctx.services, ctx.seat, input)),

  fixMismatch: may('customers.edit')
    .input(z.object({ id: idSchema }))
    .mutation(({ ctx, input }): Promise<MismatchRow> => fixMismatch(ctx.services, ctx.seat, input)),

  handBack: may('tickets.contact')
    .input(handBackSchema)
    .mutation(({ ctx, input }): Promise<TicketRow> => handBack(ctx.services, ctx.seat, input)),

  chase: may('tickets.chase')
    .input(chaseSchema)
    .mutation(({ ctx, input }): Promise<{ count: number }> => chaseTicket(ctx.services, ctx.seat, input)),

  cancel: may('tickets.dispatch')
    .input(cancelSchema)
    .mutation(({ ctx, input }): Promise<TicketRow> => cancelTicket(ctx.services, ctx.seat, input)),

  pause: may('tickets.dispatch')
    .input(pauseSchema)
    .mutation(({ ctx, input }): Promise<TicketRow> => pauseTicket(ctx.services, ctx.seat, input)),

  resume: may('tickets.dispatch')
    .input(z.object({ ticketId: idSchema, version: z.number().int() }))
    .mutation(({ ctx, input }): Promise<TicketRow> => resumeTicket(ctx.services, ctx.seat, input)),

  recordResult: may('tickets.finish')
    .input(resultSchema)
    .mutation(({ ctx, input }): Promise<ResultRow> => recordResult(ctx.services, ctx.seat, input)),

  enterLedger: may('tickets.close')
    .input(ledgerSchema)
    .mutation(({ ctx, input }): Promise<LedgerRow> => enterLedger(ctx.services, ctx.seat, input)),

  /** Closes: the only way there is, behind result and ledger (R013). */
  archive: may('tickets.close')
    .input(archiveSchema)
    .mutation(({ ctx, input }): Promise<{ archiveNo: string }> => archiveTicket(ctx.services, ctx.seat, input)),

  ledger: may('tickets.view')
    .input(pageSchema.extend({ text: z.string().max(60).default('') }))
    .query(({ ctx, input }): Promise<Page<LedgerRow>> => listLedger(ctx.services, ctx.seat, input)),
})
