import { backWhyText } from '../../shared/tickets/back-why.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import type { Seat, Services } from '../api/context.ts'
import type { RecordSchema } from '../database/record-schema.ts'
import { toldFields } from '../house/field-rows.ts'
import type { RecordKind } from '../house/record-kind.ts'
import { LedgerEntity } from './ledger-entities.ts'
import { TicketEntity } from './ticket-entity.ts'
import { AttemptEntity, DispatchEntity, MismatchEntity } from './visit-entities.ts'
import { WithdrawalEntity } from './withdrawal-entity.ts'
import { ChaseEntity, MomentEntity, NoteEntity, PlanEntity, type Result, ResultEntity } from './work-entities.ts'
import { readTicket } from './ticket-rows.ts'

/** Steps of a case reach a technician, the customer or the books: each is taken back by another step, with its reason. */
const shared = {
  page: 'root',
  view: 'tickets.view',
  edit: 'tickets.finish',
  takenBy: { 'tickets.note': 'tickets.note' },
  undoable: ['intake.correct', 'tickets.note', 'tickets.prepare'],
  counter: {
    'intake.record': 'history.instead.cancel',
    'tickets.assign': 'history.instead.handBack',
    'tickets.handBack': 'history.instead.dispatchAgain',
    'tickets.pause': 'history.instead.resume',
    'tickets.resume': 'history.instead.withdrawWait',
    'tickets.recordResult': 'history.instead.withdrawResult',
    'tickets.correctResult': 'history.instead.correctResult',
    'tickets.fixMismatch': 'history.instead.changeAgain',
    'tickets.cancel': 'history.instead.registerAgain',
    'tickets.enterLedger': 'history.instead.none',
    'tickets.moment': 'history.instead.withdrawMoment',
    'tickets.withdrawMoment': 'history.instead.tellAgain',
    'tickets.withdrawResult': 'history.instead.tellAgain',
    'tickets.chase': 'history.instead.counted',
    'tickets.contact': 'history.instead.counted',
    'tickets.mismatch': 'history.instead.fixMismatch',
    'tickets.submitPlan': 'history.instead.submitPlan',
    'tickets.archive': 'history.instead.none',
  },
  refuse: async (services: Services, seat: Seat, ticketId: string): Promise<void> => {
    await services.database.read((reader) => readTicket(services, reader, seat, ticketId))
  },
} as const

/** Parts a result names and how many of each; what they cost stands in the charge. */
const partsUsed = (parts: unknown): string =>
  ((parts ?? []) as Result['parts']).map(({ name, quantity }) => `${name} × ${quantity}`).join('、')

/** A case with its orders, its results and its line in the ledger, as the history of the case shows them. */
export const ticketKinds: readonly RecordKind[] = [
  {
    ...shared,
    entity: TicketEntity as unknown as RecordSchema<never>,
    fields: {
      state: { label: 'tickets.column.state', as: 'code', words: (code) => `tickets.state.${code}` },
      phone: { label: 'customers.field.phone', sight: 'phone' },
      ...toldFields(caseFields),
      region: { label: 'tickets.column.region' },
      technicianId: { label: 'tickets.field.technician', as: 'member' },
      visitFromAt: { label: 'tickets.field.visit', as: 'instant' },
      policyId: { label: 'tickets.field.policies', as: 'policies' },
      policyKept: { label: 'tickets.field.policyKept', as: 'flag' },
      cancelReason: { label: 'tickets.field.cancelReason' },
    },
    nameOf: () => '',
  },
  {
    ...shared,
    entity: DispatchEntity as unknown as RecordSchema<never>,
    fields: {
      state: { label: 'history.field.orderState', as: 'code', words: (code) => `history.order.${code}` },
      cause: { label: 'tickets.field.cause' },
      measure: { label: 'tickets.field.measure' },
      parts: { label: 'tickets.field.partsToBring' },
      prepared: { label: 'tickets.field.beforeLeaving', as: 'beforeLeaving' },
      handBackReason: { label: 'tickets.field.reason', as: 'code', words: backWhyText },
    },
    nameOf: (_, { number }) => (typeof number === 'string' ? number : ''),
  },
  {
    ...shared,
    entity: ResultEntity as unknown as RecordSchema<never>,
    fields: {
      servicePersonId: { label: 'tickets.field.servicePerson', as: 'member' },
      serviceOn: { label: 'tickets.field.serviceOn', as: 'day' },
      arrivedAt: { label: 'tickets.field.arrived', as: 'instant' },
      finishedAt: { label: 'tickets.field.finished', as: 'instant' },
      result: { label: 'tickets.field.result' },
      parts: { label: 'tickets.field.partsUsed', written: partsUsed },
      outcome: { label: 'tickets.field.outcome', as: 'code', words: (code) => `history.outcome.${code}` },
      chargeCents: { label: 'tickets.field.charge', as: 'cents', sight: 'charge' },
      opinion: { label: 'tickets.field.opinion' },
    },
    nameOf: () => '',
  },
  {
    ...shared,
    entity: MismatchEntity as unknown as RecordSchema<never>,
    fields: { fixedAt: { label: 'tickets.mismatch.fixed', as: 'instant' } },
    nameOf: () => '',
  },
  {
    ...shared,
    entity: AttemptEntity as unknown as RecordSchema<never>,
    fields: { note: { label: 'tickets.field.note' } },
    nameOf: () => '',
  },
  {
    ...shared,
    entity: PlanEntity as unknown as RecordSchema<never>,
    fields: { cause: { label: 'tickets.field.cause' }, plan: { label: 'tickets.field.plan' } },
    nameOf: () => '',
  },
  {
    ...shared,
    entity: ChaseEntity as unknown as RecordSchema<never>,
    fields: { note: { label: 'tickets.field.note' } },
    nameOf: () => '',
  },
  {
    ...shared,
    entity: NoteEntity as unknown as RecordSchema<never>,
    fields: { note: { label: 'tickets.field.note' } },
    nameOf: (_, { note }) => (typeof note === 'string' ? note : ''),
  },
  {
    ...shared,
    entity: MomentEntity as unknown as RecordSchema<never>,
    fields: { at: { label: 'tickets.field.happenedAt', as: 'instant' }, note: { label: 'tickets.field.note' } },
    nameOf: (_, { note }) => (typeof note === 'string' ? note : ''),
  },
  {
    ...shared,
    entity: WithdrawalEntity as unknown as RecordSchema<never>,
    fields: { reason: { label: 'tickets.field.reason' } },
    nameOf: (_, { reason }) => (typeof reason === 'string' ? reason : ''),
  },
  {
    ...shared,
    entity: LedgerEntity as unknown as RecordSchema<never>,
    fields: { archiveNo: { label: 'tickets.ledger.archiveNo' } },
    nameOf: () => '',
  },
]
