import { caseFields } from '../../shared/tickets/fields.ts'
import type { Feature } from '../house/feature.ts'
import { customerNumber, erasedOf } from '../house/rows-of-customer.ts'
import { ticketFigures } from './board.ts'
import { LedgerEntity } from './ledger-entities.ts'
import { MovedEntity } from './moved-entity.ts'
import { TicketEntity } from './ticket-entity.ts'
import { AttemptEntity, DispatchEntity, MismatchEntity } from './visit-entities.ts'
import { ChaseEntity, MomentEntity, NoteEntity, PlanEntity, ResultEntity } from './work-entities.ts'
import { ticketLists } from './list-sources.ts'
import { recountDays } from './recount-days.ts'
import { ticketKinds } from './record-kinds.ts'
import { ticketsJobs } from './jobs.ts'
import { ticketsRouter } from './router.ts'
import { leadsToCustomers, ticketsMet } from './ticket-rows.ts'
import { countOpenTickets, isOpen, openTicketsOf } from './open-tickets.ts'
import { WithdrawalEntity } from './withdrawal-entity.ts'
import { byTicketNumber } from './search-ways.ts'
import { timelineSources } from './timeline-sources.ts'

/** Repairs from report to file (维修工单). */
export const tickets = {
  router: ticketsRouter,
  jobs: ticketsJobs,
  tasks: [recountDays],
  entities: [
    ...[AttemptEntity, ChaseEntity, DispatchEntity],
    ...[LedgerEntity, MismatchEntity, MomentEntity, MovedEntity, NoteEntity, PlanEntity, ResultEntity, TicketEntity],
    WithdrawalEntity,
  ],
  lists: ticketLists,
  names: [
    { kind: 'tickets.ticket', as: `"number" || ' ' || "customerName"`, met: ticketsMet },
    { kind: 'tickets.dispatch', as: '"number"' },
  ],
  records: ticketKinds,
  ofCustomer: [
    {
      kind: 'tickets.ticket',
      column: 'customerId',
      enteredAt: 'createdAt',
      erased: erasedOf(caseFields, { phone: '' }),
      needed: isOpen,
    },
    { kind: 'tickets.ledger', column: 'ticketId', of: 'tickets.ticket', erased: { user: customerNumber } },
    { kind: 'tickets.mismatch', column: 'ticketId', of: 'tickets.ticket', erased: { registered: '', correct: '' } },
    ...[
      'tickets.result',
      'tickets.chase',
      'tickets.moment',
      'tickets.moved',
      'tickets.note',
      'tickets.dispatch',
      'tickets.clock',
      'tickets.plan',
      'tickets.withdrawal',
    ].map((kind) => ({ kind, column: 'ticketId', of: 'tickets.ticket', erased: 'kept' as const })),
    ...['clocks.entry', 'clocks.met', 'clocks.running'].map((kind) => ({
      kind,
      column: 'subjectId',
      of: 'tickets.ticket',
      erased: 'kept' as const,
    })),
    { kind: 'tickets.attempt', column: 'dispatchId', of: 'tickets.dispatch', erased: 'kept' },
  ],
  doneBy: [
    { kind: 'tickets.dispatch', column: 'technicianId' },
    { kind: 'tickets.dispatch', column: 'dispatcherId' },
    { kind: 'tickets.result', column: 'memberId' },
    { kind: 'tickets.result', column: 'servicePersonId' },
    { kind: 'tickets.ledger', column: 'memberId' },
  ],
  figures: ticketFigures,
  timeline: timelineSources,
  search: [byTicketNumber],
  card: async (services, reader, { seat, customerId }) => ({
    openTickets: await openTicketsOf(services, reader, seat, customerId),
  }),
  counts: [{ of: 'openTickets', count: countOpenTickets }],
  leadsToCustomers,
  urgentTo: { 'tickets.ticket': 'tickets.dispatch' },
} satisfies Feature
