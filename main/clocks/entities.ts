import { EntitySchema } from 'typeorm'
import type { ClockHours, ClockState, EntryKind } from '../../shared/clocks/schema.ts'
import {
  count,
  id,
  instant,
  laterCount,
  maybeCount,
  maybeInstant,
  maybeText,
  stored,
  text,
} from '../database/columns.ts'

/** Time is a ledger: every start, pause, resume, stop, pin and change of policy, of any subject, with its reason (principle 7). */
export interface EntryRow {
  id: string
  /** `<feature>.<thing>`, as change hints name it. */
  subjectKind: string
  subjectId: string
  clock: string
  round: number
  nth: number
  kind: EntryKind
  at: string
  /** The limit, of a start or a change of policy; null otherwise. */
  limitMinutes: number | null
  hours: ClockHours | null
  warnMinutes: number | null
  rule: string
  /** Of a start or a change of policy: whose working week counts from here; null: the policies the subject stands on, as long as it does. */
  policyId: string | null
  pinnedAt: string | null
  reason: string
  memberId: string | null
  /** Of `withdraw`: the `nth` it withdraws. */
  withdraws: number | null
  /** The step of the record door it was entered by; null: by a release that did not say. */
  step: string | null
  /**
   * Rises with every line of a subject, whatever the clocks of its stations say. 0: entered by a release that did not number them, before all that
   * have a number, in the order of their ids.
   */
  place: number
}

export const EntryEntity = new EntitySchema<EntryRow>({
  name: 'ClocksEntry',
  tableName: 'clocks_entry',
  columns: {
    id: id(),
    subjectKind: text(),
    subjectId: text(),
    clock: text(),
    round: count(),
    nth: count(),
    kind: text(),
    at: instant(),
    limitMinutes: maybeCount(),
    hours: maybeText(),
    warnMinutes: maybeCount(),
    rule: text(),
    policyId: maybeText(),
    pinnedAt: maybeInstant(),
    reason: text(),
    memberId: maybeText(),
    withdraws: maybeCount(),
    step: maybeText(),
    place: laterCount(),
  },
  indices: [{ name: 'clocks_entry_of', columns: ['subjectId', 'subjectKind', 'clock', 'round'] }],
})

/** One deadline that runs or stands still, with its two marks. Gone with its stop: the ledger keeps what was. */
export interface RunningRow {
  id: string
  subjectKind: string
  subjectId: string
  clock: string
  round: number
  /** The clock folded up to its last entry, so that another one costs the same however many there were. */
  state: ClockState
  /** null while it stands still. */
  dueAt: string | null
  warnAt: string | null
  /** When it was warned of, and when it was said to be late: once each for one `dueAt`. */
  warnedAt: string | null
  alarmedAt: string | null
}

export const RunningEntity = new EntitySchema<RunningRow>({
  name: 'ClocksRunning',
  tableName: 'clocks_running',
  columns: {
    id: id(),
    subjectKind: text(),
    subjectId: text(),
    clock: text(),
    round: count(),
    state: stored(),
    dueAt: maybeInstant(),
    warnAt: maybeInstant(),
    warnedAt: maybeInstant(),
    alarmedAt: maybeInstant(),
  },
  indices: [
    { name: 'clocks_running_of', columns: ['subjectId', 'subjectKind', 'clock', 'round'], unique: true },
    { name: 'clocks_running_alarm', columns: ['alarmedAt', 'dueAt'] },
    { name: 'clocks_running_warn', columns: ['warnedAt', 'warnAt'] },
  ],
})

/** A limit that was met: when it was due then, when it was met, and the time it took of the kind it runs in. */
export interface MetRow {
  id: string
  subjectKind: string
  subjectId: string
  clock: string
  round: number
  metAt: string
  dueAt: string
  /** Whole seconds, pauses left out; working seconds where the limit counts working time. */
  ranSeconds: number
}

export const MetEntity = new EntitySchema<MetRow>({
  name: 'ClocksMet',
  tableName: 'clocks_met',
  columns: {
    id: id(),
    subjectKind: text(),
    subjectId: text(),
    clock: text(),
    round: count(),
    metAt: instant(),
    dueAt: instant(),
    ranSeconds: count(),
  },
  indices: [
    { name: 'clocks_met_at', columns: ['subjectKind', 'metAt'] },
    { name: 'clocks_met_of', columns: ['subjectId'] },
  ],
})
