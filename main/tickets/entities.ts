import { EntitySchema } from 'typeorm'
import type { PauseReason, TicketState } from '../../shared/tickets/schema.ts'
import {
  bigCount,
  cents,
  count,
  flag,
  id,
  instant,
  maybeFlag,
  maybeInstant,
  maybeText,
  refersTo,
  stored,
  text,
} from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'

/** A service case (工单), with the customer's facts as they were said when it was opened. */
export interface Ticket {
  id: string
  number: string
  /** 服务单编号 of the tracking sheet F01, given with the ticket and printed on the paper (R353). */
  sheetNumber: string
  intakeId: string | null
  state: TicketState
  createdAt: string
  receivedAt: string
  channel: string
  operatorId: string | null
  customerId: string
  personId: string | null
  productId: string | null
  customerName: string
  contactName: string
  phone: string
  address: string
  region: string
  category: string
  productName: string
  model: string
  serialNo: string
  purchasedOn: string | null
  symptom: string
  fault: string
  kind: string | null
  level: string
  handling: string
  presetId: string
  /** Versions of the policies it stands on, joined by `+`; null in cases from before policies were rows. */
  policyId: string | null
  /** It stays on them whatever changes. */
  policyKept: boolean | null
  technicianId: string | null
  visitFromAt: string | null
  visitToAt: string | null
  chaseCount: number
  /** Next running deadline, kept beside the clock entries so that boards and alarms find it by index. */
  nextDueAt: string | null
  nextClock: string | null
  /** Of the release before: marks of alarms stand in the rows of the clocks. */
  alarmedDueAt?: string | null
  pausedReason: PauseReason | null
  closedAt: string | null
  version: number
  /** 第几次: which visit it is in. */
  round: number
  /** When that round began; null for the first, which begins with the report. */
  roundAt: string | null
}

export const TicketEntity = new RecordSchema<Ticket>({
  name: 'Ticket',
  tableName: 'tickets_ticket',
  journal: { subject: 'customerId', root: 'id', follows: ['nextDueAt', 'nextClock', 'alarmedDueAt', 'chaseCount'] },
  columns: {
    id: id(),
    number: text(),
    sheetNumber: text(),
    intakeId: maybeText(),
    state: text(),
    createdAt: instant(),
    receivedAt: instant(),
    channel: text(),
    operatorId: maybeText(),
    customerId: text(),
    personId: maybeText(),
    productId: maybeText(),
    customerName: text(),
    contactName: text(),
    phone: text(),
    address: text(),
    region: text(),
    category: text(),
    productName: text(),
    model: text(),
    serialNo: text(),
    purchasedOn: maybeText(),
    symptom: text(),
    fault: text(),
    kind: maybeText(),
    level: text(),
    handling: text(),
    presetId: text(),
    policyId: maybeText(),
    policyKept: maybeFlag(),
    technicianId: maybeText(),
    visitFromAt: maybeInstant(),
    visitToAt: maybeInstant(),
    chaseCount: count(),
    nextDueAt: maybeInstant(),
    nextClock: maybeText(),
    alarmedDueAt: maybeInstant(),
    pausedReason: maybeText(),
    closedAt: maybeInstant(),
    version: count(),
    round: { ...count(), default: 1 },
    roundAt: maybeInstant(),
  },
  foreignKeys: [refersTo('Customer', 'customerId', 'tickets_ticket_customer')],
  indices: [
    { name: 'tickets_ticket_number', columns: ['number'], unique: true },
    { name: 'tickets_ticket_sheet', columns: ['sheetNumber'], unique: true },
    { name: 'tickets_ticket_created', columns: ['createdAt', 'id'] },
    { name: 'tickets_ticket_state', columns: ['state', 'createdAt', 'id'] },
    { name: 'tickets_ticket_due', columns: ['nextDueAt', 'id'] },
    { name: 'tickets_ticket_alarm', columns: ['alarmedDueAt', 'nextDueAt'] },
    { name: 'tickets_ticket_operator', columns: ['operatorId', 'state', 'createdAt', 'id'] },
    { name: 'tickets_ticket_paused', columns: ['pausedReason', 'createdAt', 'id'] },
    { name: 'tickets_ticket_customer_state', columns: ['customerId', 'state', 'createdAt'] },
    { name: 'tickets_ticket_product', columns: ['productId', 'createdAt'] },
    { name: 'tickets_ticket_technician', columns: ['technicianId', 'state', 'visitFromAt'] },
    { name: 'tickets_ticket_visit', columns: ['visitFromAt'] },
    { name: 'tickets_ticket_closed', columns: ['closedAt', 'id'] },
  ],
})

/** 处理方案 (R057, R060): cause and plan, as they were submitted. */
export interface Plan {
  id: string
  ticketId: string
  at: string
  cause: string
  plan: string
  memberId: string | null
}

export const PlanEntity = new EntitySchema<Plan>({
  name: 'Plan',
  tableName: 'tickets_plan',
  columns: { id: id(), ticketId: text(), at: instant(), cause: text(), plan: text(), memberId: maybeText() },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_plan_ticket')],
  indices: [{ name: 'tickets_plan_of', columns: ['ticketId', 'at'] }],
})

/** A dispatch order (售后派工单 F11). A ticket handed back and dispatched again has several. */
export interface Dispatch {
  id: string
  number: string
  ticketId: string
  state: 'active' | 'handedBack' | 'done'
  technicianId: string
  dispatcherId: string | null
  dispatchedAt: string
  visitFromAt: string
  visitToAt: string | null
  cause: string
  measure: string
  parts: string
  within3h: 'yes' | 'no'
  rescheduleReason: string
  consent: 'agreed' | 'refused' | null
  /** When the case went back to the internal desk (R049), and why. */
  fedBackAt: string | null
  handBackReason: string
  /** The ticket's customer once more, for the timeline. */
  customerId: string | null
  /** Codes of what is ready before leaving, one space between (R052). */
  prepared: string | null
}

export const DispatchEntity = new RecordSchema<Dispatch>({
  name: 'Dispatch',
  tableName: 'tickets_dispatch',
  journal: { subject: 'root', root: 'ticketId' },
  columns: {
    id: id(),
    number: text(),
    ticketId: text(),
    state: text(),
    technicianId: text(),
    dispatcherId: maybeText(),
    dispatchedAt: instant(),
    visitFromAt: instant(),
    visitToAt: maybeInstant(),
    cause: text(),
    measure: text(),
    parts: text(),
    within3h: text(),
    rescheduleReason: text(),
    consent: maybeText(),
    fedBackAt: maybeInstant(),
    handBackReason: text(),
    customerId: maybeText(),
    prepared: maybeText(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_dispatch_ticket')],
  indices: [
    { name: 'tickets_dispatch_number', columns: ['number'], unique: true },
    { name: 'tickets_dispatch_of', columns: ['ticketId', 'dispatchedAt'] },
    { name: 'tickets_dispatch_customer', columns: ['customerId', 'dispatchedAt'] },
  ],
})

/** One call to the customer before the visit (R046-R049). */
export interface Attempt {
  id: string
  dispatchId: string
  nth: number
  at: string
  result: string
  note: string
  memberId: string | null
}

export const AttemptEntity = new EntitySchema<Attempt>({
  name: 'Attempt',
  tableName: 'tickets_attempt',
  columns: {
    id: id(),
    dispatchId: text(),
    nth: count(),
    at: instant(),
    result: text(),
    note: text(),
    memberId: maybeText(),
  },
  foreignKeys: [refersTo('Dispatch', 'dispatchId', 'tickets_attempt_dispatch')],
  indices: [{ name: 'tickets_attempt_of', columns: ['dispatchId', 'nth'], unique: true }],
})

/** Facts that differ from the register (R050, R051). */
export interface Mismatch {
  id: string
  ticketId: string
  dispatchId: string
  at: string
  field: string
  registered: string
  correct: string
  memberId: string | null
  fixedAt: string | null
}

export const MismatchEntity = new RecordSchema<Mismatch>({
  name: 'Mismatch',
  tableName: 'tickets_mismatch',
  journal: { subject: 'root', root: 'ticketId' },
  columns: {
    id: id(),
    ticketId: text(),
    dispatchId: text(),
    at: instant(),
    field: text(),
    registered: text(),
    correct: text(),
    memberId: maybeText(),
    fixedAt: maybeInstant(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_mismatch_ticket')],
  indices: [{ name: 'tickets_mismatch_of', columns: ['ticketId'] }],
})

/** 催办: the customer asked again; counted on the ticket. */
export interface Chase {
  id: string
  ticketId: string
  callId: string | null
  at: string
  note: string
  memberId: string | null
  /** The ticket's customer once more, for the timeline. */
  customerId: string | null
}

export const ChaseEntity = new EntitySchema<Chase>({
  name: 'Chase',
  tableName: 'tickets_chase',
  columns: {
    id: id(),
    ticketId: text(),
    callId: maybeText(),
    at: instant(),
    note: text(),
    memberId: maybeText(),
    customerId: maybeText(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_chase_ticket')],
  indices: [
    { name: 'tickets_chase_of', columns: ['ticketId', 'at'] },
    { name: 'tickets_chase_customer', columns: ['customerId', 'at'] },
  ],
})

/** 用户叫修处理结果登记表 F04: one a visit; the newest counts for the close gate. */
export interface Result {
  id: string
  ticketId: string
  servicePersonId: string
  serviceOn: string
  arrivedAt: string | null
  finishedAt: string | null
  result: string
  outcome: string
  parts: { name: string; quantity: number; unitPriceCents: number }[]
  chargeCents: number
  receipt: string
  opinion: string
  satisfaction: string | null
  recordedAt: string
  memberId: string | null
  version: number
  /** The ticket's customer once more, for the timeline. */
  customerId: string | null
}

export const ResultEntity = new RecordSchema<Result>({
  name: 'Result',
  tableName: 'tickets_result',
  journal: { subject: 'root', root: 'ticketId' },
  columns: {
    id: id(),
    ticketId: text(),
    servicePersonId: text(),
    serviceOn: text(),
    arrivedAt: maybeInstant(),
    finishedAt: maybeInstant(),
    result: text(),
    outcome: text(),
    parts: stored(),
    chargeCents: cents(),
    receipt: text(),
    opinion: text(),
    satisfaction: maybeText(),
    recordedAt: instant(),
    memberId: maybeText(),
    version: count(),
    customerId: maybeText(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_result_ticket')],
  indices: [
    { name: 'tickets_result_of', columns: ['ticketId', 'recordedAt'] },
    { name: 'tickets_result_customer', columns: ['customerId', 'recordedAt'] },
  ],
})

/** 维修服务台帐 F05, one line per finished ticket; `archiveNo` is its 归档号 once archived (R013). */
export interface Ledger {
  id: string
  lineNo: number
  ticketId: string
  on: string
  user: string
  product: string
  problem: string
  result: string
  personId: string
  inWarranty: boolean
  archiveNo: string | null
  archivedAt: string | null
  recordedAt: string
  memberId: string | null
}

export const LedgerEntity = new RecordSchema<Ledger>({
  name: 'Ledger',
  tableName: 'tickets_ledger',
  journal: { subject: 'root', root: 'ticketId' },
  columns: {
    id: id(),
    lineNo: bigCount(),
    ticketId: text(),
    on: text(),
    user: text(),
    product: text(),
    problem: text(),
    result: text(),
    personId: text(),
    inWarranty: flag(),
    archiveNo: maybeText(),
    archivedAt: maybeInstant(),
    recordedAt: instant(),
    memberId: maybeText(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_ledger_ticket')],
  indices: [
    { name: 'tickets_ledger_line', columns: ['lineNo'], unique: true },
    { name: 'tickets_ledger_of', columns: ['ticketId'], unique: true },
  ],
})
