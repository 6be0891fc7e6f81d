import { EntitySchema } from 'typeorm'
import { lineFields } from '../../shared/intake/fields.ts'
import type { Outcome } from '../../shared/intake/outcomes.ts'
import type { CallState } from '../../shared/intake/schema.ts'
import type { FieldColumns } from '../../shared/kit/field-entry.ts'
import { columnsOf, count, id, instant, maybeInstant, maybeText, text } from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'

/** One telephone call: the fold of its events, whatever order they came in. */
export interface Call {
  id: string
  /** The telephone system's own id, unique; for a call started by hand its own id. */
  externalId: string
  direction: 'in' | 'out'
  state: CallState
  /** Normalised number of the other side, empty when withheld. */
  number: string
  raw: string
  toRaw: string
  line: string
  region: string
  /** First instant known of it; lists sort by it. */
  startedAt: string
  ringAt: string | null
  answeredAt: string | null
  hungUpAt: string | null
  /** Extension that answered; while nobody knows who, those of members it rings or rang at, commas between, empty for the whole desk. */
  extension: string
  memberId: string | null
  outcome: Outcome | null
  note: string
  customerId: string | null
  ticketId: string | null
  registeredAt: string | null
  /** A lost call is settled by a call-back or by the caller reaching somebody. */
  settledAt: string | null
  settledBy: string | null
  /** Call-backs tried without reaching the caller. */
  tries: number
}

export const CallEntity = new EntitySchema<Call>({
  name: 'Call',
  tableName: 'intake_call',
  columns: {
    id: id(),
    externalId: text(),
    direction: text(),
    state: text(),
    number: text(),
    raw: text(),
    toRaw: text(),
    line: text(),
    region: text(),
    startedAt: instant(),
    ringAt: maybeInstant(),
    answeredAt: maybeInstant(),
    hungUpAt: maybeInstant(),
    extension: text(),
    memberId: maybeText(),
    outcome: maybeText(),
    note: text(),
    customerId: maybeText(),
    ticketId: maybeText(),
    registeredAt: maybeInstant(),
    settledAt: maybeInstant(),
    settledBy: maybeText(),
    tries: count(),
  },
  indices: [
    { name: 'intake_call_external', columns: ['externalId'], unique: true },
    { name: 'intake_call_number', columns: ['number', 'startedAt'] },
    { name: 'intake_call_customer', columns: ['customerId', 'startedAt'] },
    { name: 'intake_call_started', columns: ['startedAt'] },
    { name: 'intake_call_state', columns: ['state', 'settledAt'] },
  ],
})

/** One event as the telephone system sent it; the same event twice is one row. */
export interface CallEvent {
  id: string
  callId: string
  event: 'ring' | 'answer' | 'hangup'
  at: string
  from: string
  to: string
  line: string
  receivedAt: string
}

export const CallEventEntity = new EntitySchema<CallEvent>({
  name: 'CallEvent',
  tableName: 'intake_event',
  columns: {
    /** `<callId>/<event>/<at>/<to>/<from>`, `at` empty when the exchange names none: makes the hook idempotent. */
    id: id(),
    callId: text(),
    event: text(),
    at: instant(),
    from: text(),
    to: text(),
    line: text(),
    receivedAt: instant(),
  },
  indices: [{ name: 'intake_event_call', columns: ['callId'] }],
})

/** A line of the register (用户叫修登记表 F03, 信息记录本 F12), kept as it was said. */
export interface Intake extends FieldColumns<typeof lineFields> {
  id: string
  registerNo: string
  callId: string | null
  receivedAt: string
  recordedAt: string
  channel: string
  outcome: Outcome
  handling: string
  customerId: string | null
  personId: string | null
  productId: string | null
  ticketId: string | null
  phone: string
  /** 事由: code of the policy's kind of case; null before there were any. */
  kind: string | null
  /** Clerk (业务员, 接线人员). */
  memberId: string | null
  /** Head notified (R012) and when. */
  notifiedId: string | null
  notifiedAt: string | null
  /** Follow-up due after guidance by telephone (R043). */
  followUpDueAt: string | null
  /** When somebody asked how it works now; null while nobody has. */
  followedUpAt: string | null
  /** The line another seat had just written of the same new caller: both are of one customer. */
  joinedId: string | null
  version: number
}

export const IntakeEntity = new RecordSchema<Intake>({
  name: 'Intake',
  tableName: 'intake_register',
  journal: { subject: 'customerId', root: 'id', follows: ['followedUpAt', 'joinedId'] },
  columns: {
    id: id(),
    registerNo: text(),
    callId: maybeText(),
    receivedAt: instant(),
    recordedAt: instant(),
    channel: text(),
    outcome: text(),
    handling: text(),
    customerId: maybeText(),
    personId: maybeText(),
    productId: maybeText(),
    ticketId: maybeText(),
    ...columnsOf(lineFields),
    phone: text(),
    kind: maybeText(),
    memberId: maybeText(),
    notifiedId: maybeText(),
    notifiedAt: maybeInstant(),
    followUpDueAt: maybeInstant(),
    followedUpAt: maybeInstant(),
    joinedId: maybeText(),
    version: { ...count(), default: 1 },
  },
  indices: [
    { name: 'intake_register_joined', columns: ['joinedId'] },
    { name: 'intake_register_taken', columns: ['memberId', 'customerId'], where: '"ticketId" IS NULL' },
    { name: 'intake_register_call', columns: ['callId'] },
    { name: 'intake_register_number', columns: ['registerNo'], unique: true },
    { name: 'intake_register_customer', columns: ['customerId', 'receivedAt'] },
    { name: 'intake_register_received', columns: ['receivedAt'] },
    { name: 'intake_register_followup', columns: ['followedUpAt', 'followUpDueAt'] },
  ],
})
