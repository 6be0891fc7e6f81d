import {
  cents,
  count,
  id,
  instant,
  laterCount,
  maybeInstant,
  maybeText,
  refersTo,
  stored,
  text,
} from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'

/** 处理方案 (R057, R060): cause and plan, as they were submitted. */
export interface Plan {
  id: string
  ticketId: string
  at: string
  cause: string
  plan: string
  memberId: string | null
}

export const PlanEntity = new RecordSchema<Plan>({
  name: 'Plan',
  tableName: 'tickets_plan',
  journal: { subject: 'root', root: 'ticketId' },
  columns: { id: id(), ticketId: text(), at: instant(), cause: text(), plan: text(), memberId: maybeText() },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_plan_ticket')],
  indices: [{ name: 'tickets_plan_of', columns: ['ticketId', 'at'] }],
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

export const ChaseEntity = new RecordSchema<Chase>({
  name: 'Chase',
  tableName: 'tickets_chase',
  journal: { subject: 'root', root: 'ticketId' },
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

/** 记一句: what somebody wants known of the case. */
export interface Note {
  id: string
  ticketId: string
  at: string
  note: string
  memberId: string | null
  /** The ticket's customer once more, for the timeline. */
  customerId: string | null
}

export const NoteEntity = new RecordSchema<Note>({
  name: 'Note',
  tableName: 'tickets_note',
  journal: { subject: 'root', root: 'ticketId' },
  columns: {
    id: id(),
    ticketId: text(),
    at: instant(),
    note: text(),
    memberId: maybeText(),
    customerId: maybeText(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_note_ticket')],
  indices: [
    { name: 'tickets_note_of', columns: ['ticketId', 'at'] },
    { name: 'tickets_note_customer', columns: ['customerId', 'at'] },
  ],
})

/** 记时间: what somebody told has happened, one of `toldEvents`. */
export interface Moment {
  id: string
  ticketId: string
  event: string
  at: string
  note: string
  recordedAt: string
  memberId: string | null
  /** The ticket's customer once more, for who asks what is kept of him. */
  customerId: string | null
  /** See `nextNth`. */
  nth: number
}

export const MomentEntity = new RecordSchema<Moment>({
  name: 'Moment',
  tableName: 'tickets_moment',
  journal: { subject: 'root', root: 'ticketId' },
  columns: {
    id: id(),
    ticketId: text(),
    event: text(),
    at: instant(),
    note: text(),
    recordedAt: instant(),
    memberId: maybeText(),
    customerId: maybeText(),
    nth: laterCount(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_moment_ticket')],
  indices: [
    { name: 'tickets_moment_of', columns: ['ticketId', 'at'] },
    { name: 'tickets_moment_customer', columns: ['customerId', 'recordedAt'] },
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
  /** See `nextNth`. */
  nth: number
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
    nth: laterCount(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_result_ticket')],
  indices: [
    { name: 'tickets_result_of', columns: ['ticketId', 'recordedAt'] },
    { name: 'tickets_result_customer', columns: ['customerId', 'recordedAt'] },
  ],
})
