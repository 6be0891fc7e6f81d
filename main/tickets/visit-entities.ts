import {
  count,
  id,
  instant,
  laterCount,
  laterText,
  maybeInstant,
  maybeText,
  refersTo,
  text,
} from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'

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
  /** See `nextNth`. */
  nth: number
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
    nth: laterCount(),
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
  /** The order's ticket once more: its history tells of the call. */
  ticketId: string
}

export const AttemptEntity = new RecordSchema<Attempt>({
  name: 'Attempt',
  tableName: 'tickets_attempt',
  journal: { subject: 'root', root: 'ticketId' },
  columns: {
    id: id(),
    dispatchId: text(),
    nth: count(),
    at: instant(),
    result: text(),
    note: text(),
    memberId: maybeText(),
    ticketId: laterText(),
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
