import { z } from 'zod'
import { boardFiguresSchema } from '../../shared/tickets/board.ts'
import { chosenSchema, chosenTicketSchema, stillListedSchema } from '../../shared/tickets/batch.ts'
import { daySchema, idSchema, versionSchema } from '../../shared/kit/fields.ts'
import { pageOf } from '../../shared/kit/paging.ts'
import {
  ledgerFilterSchema,
  ledgerTotalsSchema,
  listLedgerSchema,
  listTicketsSchema,
  ticketChoicesSchema,
  ticketFilterSchema,
  ticketTotalsSchema,
} from '../../shared/tickets/lists.ts'
import { workOfMemberSchema, workWishSchema } from '../../shared/tickets/member-work.ts'
import { momentSchema } from '../../shared/tickets/moment.ts'
import { withdrawSchema } from '../../shared/tickets/withdraw.ts'
import {
  archiveSchema,
  assignSchema,
  attemptRowSchema,
  cancelSchema,
  chaseSchema,
  contactSchema,
  prepareSchema,
  dispatchRowSchema,
  handBackSchema,
  ledgerRowSchema,
  ledgerSchema,
  mismatchRowSchema,
  mismatchSchema,
  noteSchema,
  pauseSchema,
  planRowSchema,
  planSchema,
  resultRowSchema,
  resultSchema,
  technicianLoadSchema,
  ticketPageSchema,
  ticketRowSchema,
  ticketViews,
  visitOfferSchema,
} from '../../shared/tickets/schema.ts'
import { may, router } from '../api/trpc.ts'
import { archiveTicket } from './archive-ticket.ts'
import { boardFigures } from './board.ts'
import { chaseTicket } from './chase-ticket.ts'
import { chosenTickets, matchingTickets, stillListed } from './chosen-tickets.ts'
import { assignTicket } from './dispatch-ticket.ts'
import { enterLedger } from './enter-ledger.ts'
import { handBack } from './hand-back.ts'
import { listLedger, totalLedger } from './list-ledger.ts'
import { countTickets, listTickets, ticketChoices, totalTickets } from './list-tickets.ts'
import { cancelTicket, pauseTicket, resumeTicket } from './pause-ticket.ts'
import { prepareVisit } from './prepare-visit.ts'
import { recordContact } from './record-contact.ts'
import { fixMismatch, recordMismatch } from './record-mismatch.ts'
import { recordMoment } from './record-moment.ts'
import { recordNote } from './record-note.ts'
import { withdrawMoment } from './withdraw-moment.ts'
import { withdrawResult } from './withdraw-result.ts'
import { recordResult } from './record-result.ts'
import { submitPlan } from './submit-plan.ts'
import { technicianLoads, visitOffers } from './technician-loads.ts'
import { workOfMember } from './work-of-member.ts'
import { readTicketPage } from './ticket-page.ts'

const dayWishSchema = z.object({ day: daySchema.nullish() }).default({})
const offerSchema = z.object({ address: z.string().max(200).nullish(), ticketId: idSchema.nullish() }).default({})

/** Tickets from the report to the archive. A technician sees and changes only what is assigned to him. */
export const ticketsRouter = router({
  list: may('tickets.view')
    .input(listTicketsSchema)
    .output(pageOf(ticketRowSchema))
    .query(({ ctx, input }) => listTickets(ctx.services, ctx.seat, input)),

  /** The foot of a list: how many, and what they sum up to. */
  totals: may('tickets.view')
    .input(ticketFilterSchema)
    .output(ticketTotalsSchema)
    .query(({ ctx, input }) => totalTickets(ctx.services, ctx.seat, input)),

  /** What the filters of a list offer. */
  choices: may('tickets.view')
    .output(ticketChoicesSchema)
    .query(({ ctx }) => ticketChoices(ctx.services, ctx.seat)),

  /** How the chosen ones stand (see `chosenTickets`). */
  chosen: may('tickets.view')
    .input(chosenSchema)
    .output(z.array(chosenTicketSchema))
    .query(({ ctx, input }) => chosenTickets(ctx.services, ctx.seat, input.ids)),

  /** Ids of all a list matches (see `matchingTickets`). */
  matching: may('tickets.view')
    .input(ticketFilterSchema)
    .output(z.object({ ids: z.array(z.string()) }))
    .query(({ ctx, input }) => matchingTickets(ctx.services, ctx.seat, input)),

  /** Which of the chosen ones a list still shows. */
  stillListed: may('tickets.view')
    .input(stillListedSchema)
    .output(z.object({ ids: z.array(z.string()) }))
    .query(({ ctx, input }) => stillListed(ctx.services, ctx.seat, input)),

  /** Tickets in each saved view; counting stops at 9999. */
  counts: may('tickets.view')
    .output(z.record(z.enum(ticketViews), z.number()))
    .query(({ ctx }) => countTickets(ctx.services, ctx.seat)),

  page: may('tickets.view')
    .input(z.object({ id: idSchema }))
    .output(ticketPageSchema)
    .query(({ ctx, input }) => readTicketPage(ctx.services, ctx.seat, input.id)),

  board: may('tickets.board')
    .output(boardFiguresSchema)
    .query(({ ctx }) => boardFigures(ctx.services, ctx.seat)),

  technicians: may('tickets.dispatch')
    .input(dayWishSchema)
    .output(z.array(technicianLoadSchema))
    .query(({ ctx, input }) => technicianLoads(ctx.services, ctx.seat, input.day ?? null)),

  workOf: may('admin.members')
    .input(workWishSchema)
    .output(workOfMemberSchema)
    .query(({ ctx, input }) => workOfMember(ctx.services, ctx.seat, input.memberId)),

  visitOffers: may('tickets.dispatch')
    .input(offerSchema)
    .output(z.array(visitOfferSchema))
    .query(({ ctx, input }) => visitOffers(ctx.services, ctx.seat, input)),

  assign: may('tickets.dispatch')
    .input(assignSchema)
    .output(dispatchRowSchema)
    .mutation(({ ctx, input }) => assignTicket(ctx.services, ctx.seat, input)),

  contact: may('tickets.contact')
    .input(contactSchema)
    .output(attemptRowSchema)
    .mutation(({ ctx, input }) => recordContact(ctx.services, ctx.seat, input)),

  prepare: may('tickets.contact')
    .input(prepareSchema)
    .output(dispatchRowSchema)
    .mutation(({ ctx, input }) => prepareVisit(ctx.services, ctx.seat, input)),

  mismatch: may('tickets.contact')
    .input(mismatchSchema)
    .output(mismatchRowSchema)
    .mutation(({ ctx, input }) => recordMismatch(ctx.services, ctx.seat, input)),

  fixMismatch: may('customers.edit')
    .input(z.object({ id: idSchema }))
    .output(mismatchRowSchema)
    .mutation(({ ctx, input }) => fixMismatch(ctx.services, ctx.seat, input)),

  handBack: may('tickets.contact')
    .input(handBackSchema)
    .output(ticketRowSchema)
    .mutation(({ ctx, input }) => handBack(ctx.services, ctx.seat, input)),

  chase: may('tickets.chase')
    .input(chaseSchema)
    .output(z.object({ count: z.number() }))
    .mutation(({ ctx, input }) => chaseTicket(ctx.services, ctx.seat, input)),

  note: may('tickets.note')
    .input(noteSchema)
    .output(z.object({ step: z.string().nullable() }))
    .mutation(({ ctx, input }) => recordNote(ctx.services, ctx.seat, input)),

  moment: may('tickets.note')
    .input(momentSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => recordMoment(ctx.services, ctx.seat, input)),

  withdrawMoment: may('tickets.note')
    .input(withdrawSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawMoment(ctx.services, ctx.seat, input)),

  withdrawResult: may('tickets.finish')
    .input(withdrawSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawResult(ctx.services, ctx.seat, input)),

  cancel: may('tickets.dispatch')
    .input(cancelSchema)
    .output(ticketRowSchema)
    .mutation(({ ctx, input }) => cancelTicket(ctx.services, ctx.seat, input)),

  pause: may('tickets.dispatch')
    .input(pauseSchema)
    .output(ticketRowSchema)
    .mutation(({ ctx, input }) => pauseTicket(ctx.services, ctx.seat, input)),

  resume: may('tickets.dispatch')
    .input(z.object({ ticketId: idSchema, version: versionSchema, id: idSchema.optional() }))
    .output(ticketRowSchema)
    .mutation(({ ctx, input }) => resumeTicket(ctx.services, ctx.seat, input)),

  submitPlan: may('tickets.contact')
    .input(planSchema)
    .output(planRowSchema)
    .mutation(({ ctx, input }) => submitPlan(ctx.services, ctx.seat, input)),

  recordResult: may('tickets.finish')
    .input(resultSchema)
    .output(resultRowSchema)
    .mutation(({ ctx, input }) => recordResult(ctx.services, ctx.seat, input)),

  enterLedger: may('tickets.close')
    .input(ledgerSchema)
    .output(ledgerRowSchema)
    .mutation(({ ctx, input }) => enterLedger(ctx.services, ctx.seat, input)),

  /** Closes: the only way there is, behind result and ledger (R013). */
  archive: may('tickets.close')
    .input(archiveSchema)
    .output(z.object({ archiveNo: z.string() }))
    .mutation(({ ctx, input }) => archiveTicket(ctx.services, ctx.seat, input)),

  ledger: may('tickets.view')
    .input(listLedgerSchema)
    .output(pageOf(ledgerRowSchema))
    .query(({ ctx, input }) => listLedger(ctx.services, ctx.seat, input)),

  /** The foot of the ledger. */
  ledgerTotals: may('tickets.view')
    .input(ledgerFilterSchema)
    .output(ledgerTotalsSchema)
    .query(({ ctx, input }) => totalLedger(ctx.services, ctx.seat, input)),
})
