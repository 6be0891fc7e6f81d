import { EntitySchema } from 'typeorm'
import type { Role } from '../../shared/admin/rights.ts'
import type { RowScope } from '../../shared/admin/scopes.ts'
import { bigCount, count, id, instant, maybeFlag, maybeInstant, maybeText, stored, text } from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'
import { CalendarChangeEntity, CalendarDayEntity, CalendarYearEntity, PolicyEntity } from './policies/entities.ts'

/** A setting of the whole house by name; the value is JSON, dated by `changedAt`. */
export interface Setting {
  name: string
  value: unknown
  changedAt: string
  changedBy: string | null
}

export const SettingEntity = new EntitySchema<Setting>({
  name: 'Setting',
  tableName: 'admin_setting',
  columns: { name: id(), value: stored(), changedAt: instant(), changedBy: maybeText() },
})

/** An account (用户与权限表 F46). Disabled, never deleted: its name stands on papers. */
export interface Member {
  id: string
  login: string
  /** Lower-cased login: unique whatever the spelling. */
  loginKey: string
  name: string
  workNumber: string
  role: Role
  status: 'active' | 'disabled'
  extension: string
  phone: string
  region: string
  /** Department (部门) whose rows it may be narrowed to; null in rows from before there was one. */
  department: string | null
  /** Rows the account is narrowed to; null = all its role meets. */
  rowScope: RowScope | null
  passwordHash: string
  /** The password was set by somebody else; null in rows from before there was this question. */
  mustChangePassword: boolean | null
  createdAt: string
  updatedAt: string
  version: number
}

export const MemberEntity = new RecordSchema<Member>({
  name: 'Member',
  tableName: 'admin_member',
  // What opens the door never stands in a journal.
  journal: { subject: null, root: 'id', follows: ['passwordHash', 'mustChangePassword'], quiet: ['updatedAt'] },
  columns: {
    id: id(),
    login: text(),
    loginKey: text(),
    name: text(),
    workNumber: text(),
    role: text(),
    status: text(),
    extension: text(),
    phone: text(),
    region: text(),
    department: maybeText(),
    rowScope: maybeText(),
    passwordHash: text(),
    mustChangePassword: maybeFlag(),
    createdAt: instant(),
    updatedAt: instant(),
    version: count(),
  },
  indices: [
    { name: 'admin_member_login', columns: ['loginKey'], unique: true },
    { name: 'admin_member_extension', columns: ['extension'] },
  ],
})

/** A session by the hash of its token: the token itself is never stored. */
export interface Session {
  tokenHash: string
  memberId: string
  startedAt: string
  seenAt: string
  /** Absolute end, whatever the use. */
  endsAt: string
  endedAt: string | null
  device: string
}

export const SessionEntity = new EntitySchema<Session>({
  name: 'Session',
  tableName: 'admin_session',
  columns: {
    tokenHash: id(),
    memberId: text(),
    startedAt: instant(),
    seenAt: instant(),
    endsAt: instant(),
    endedAt: maybeInstant(),
    device: text(),
  },
  indices: [{ name: 'admin_session_member', columns: ['memberId'] }],
})

/** One link of an audit chain: what was done, to what, by whom, and the hash over it and its predecessor in the chain of its subject. */
export interface Audit {
  /** Rises over all chains; along one of them always, between them nearly in the order of the commits. */
  seq: number
  at: string
  memberId: string | null
  /** `tickets.assign`, `customers.reveal`, … */
  action: string
  subject: string
  details: string
  hash: string
}

export const AuditEntity = new EntitySchema<Audit>({
  name: 'Audit',
  tableName: 'admin_audit',
  columns: {
    seq: { ...bigCount(), primary: true },
    at: instant(),
    memberId: maybeText(),
    action: text(),
    subject: text(),
    details: text(),
    hash: text(),
  },
  indices: [
    { name: 'admin_audit_subject', columns: ['subject', 'seq'] },
    { name: 'admin_audit_at', columns: ['at'] },
    { name: 'admin_audit_member', columns: ['memberId', 'seq'] },
  ],
})

/** The end of an audit chain, and the place where its writers take turns: `chain`, the closed one, and `chain.1` to `chain.8`. */
export interface AuditHead {
  name: string
  seq: number
  hash: string
}

export const AuditHeadEntity = new EntitySchema<AuditHead>({
  name: 'AuditHead',
  tableName: 'admin_audit_head',
  columns: { name: id(), seq: bigCount(), hash: text() },
})

/** A running number by name. It only ever rises, in the transaction that uses it: numbers are never reused (R353). */
export interface Counter {
  name: string
  value: number
}

export const CounterEntity = new EntitySchema<Counter>({
  name: 'Counter',
  tableName: 'admin_counter',
  columns: { name: id(), value: bigCount() },
})

/** What came first under an id of a seat's own: `tickets.note:<id>` and a keyed digest of its content. */
export interface Sent {
  name: string
  digest: string
  at: string
}

export const SentEntity = new EntitySchema<Sent>({
  name: 'Sent',
  tableName: 'admin_sent',
  columns: { name: id(), digest: text(), at: instant() },
  indices: [{ name: 'admin_sent_at', columns: ['at'] }],
})

/** The tables of what every feature stands on. */
export const houseEntities = [
  ...[AuditEntity, AuditHeadEntity, CalendarChangeEntity, CalendarDayEntity, CalendarYearEntity, CounterEntity],
  ...[MemberEntity, PolicyEntity, SentEntity, SessionEntity, SettingEntity],
]
