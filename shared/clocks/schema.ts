import { z } from 'zod'
import type { BusinessCalendar } from '../kit/calendar.ts'

/** Whose time runs: `kind` is `<feature>.<thing>` (`tickets.ticket`), the word change hints use. */
export interface Subject {
  kind: string
  id: string
}

/**
 * How a limit runs: round the clock, in the working hours of the calendar, to the end of a day so many days on, or to the end
 * of a working day so many working days on. The day of the start is not counted (C83); 0 days is the same day.
 */
export const clockHours = ['clock', 'working', 'days', 'workingDays'] as const
export type ClockHours = (typeof clockHours)[number]

/** A limit as the policy has it when a clock starts, or from a change of policy on. */
export interface Term {
  /** For `days` and `workingDays` whole days of 1440. */
  limitMinutes: number
  hours: ClockHours
  /** Warned so many minutes before it runs out; absent: see `warnMinutesOf`. */
  warnMinutes?: number | undefined
  /** Rule id of the paper, or `house` where the number is ours. */
  rule: string
}

/**
 * What can happen to a clock. `pin` sets the deadline itself, `policy` changes its terms while it runs; without terms the policies have the limit
 * no more: it is neither met nor late, and runs on where later ones have it again. `restop` says that it stopped at another
 * instant than was entered: the newest one counts in place of every stop. `withdraw` says that a line should never have been entered: neither
 * counts.
 */
export const entryKinds = ['start', 'pause', 'resume', 'stop', 'pin', 'policy', 'restop', 'withdraw'] as const
export type EntryKind = (typeof entryKinds)[number]

/**
 * One line of the ledger of time: what happened to one clock of a subject, when, and why. Never changed once written; a line
 * may be entered later than it happened, so the order is `at`, then `nth`.
 */
export interface ClockEntry {
  /** Code of the clock in the policy (`assign`, `visit`), or a company's own. */
  clock: string
  /** 1 for the first visit or the first pass of a stage; each further one counts by itself. */
  round: number
  /** Place among the lines of this clock and round, from 1, as they were entered. */
  nth: number
  kind: EntryKind
  at: string
  /** Of `start` and `policy`; null otherwise. */
  term: Term | null
  /** Of `start` and `policy`: the policies whose working week counts from here on; absent, or null: those the subject stands on. */
  policyId?: string | null
  /** Of `pin`: the instant agreed with the customer (R044); null takes an earlier one away. */
  pinnedAt: string | null
  reason: string
  memberId: string | null
  /** Of `withdraw`: the `nth` of the line it withdraws, of the same clock and round. */
  withdraws?: number | null
}

/**
 * Whose working time counts: one calendar throughout, or that of the policies an entry names (null: those the subject stands on). Another duty
 * week counts from the entry that brought it; what ran before ran by the week there was. Dated days are facts and count in every one of them.
 */
export type Calendars = BusinessCalendar | ((policyId: string | null) => BusinessCalendar)

/** One clock of one round, folded up to its last entry: small enough to stand in a row, enough to go on from. */
export interface ClockState {
  clock: string
  round: number
  /** Entries folded so far. */
  entries: number
  startedAt: string
  limitMinutes: number
  hours: ClockHours
  warnMinutes: number
  rule: string
  /** The policies whose week counts; absent from what was written before policies were named. */
  policyId?: string | null
  /** Milliseconds run up to `countedAt`, of the time the limit counts; of a limit in days each day that counts is 86,400,000. */
  ranMs: number
  /** Milliseconds stood still up to `countedAt`: working time where working time or working days count. */
  pausedMs: number
  countedAt: string
  /** Stands still since, null while it runs. */
  pausedAt: string | null
  /** Ran out at, once something happened after that; null while it has not, or nothing has. */
  overAt: string | null
  pinnedAt: string | null
  stoppedAt: string | null
  /** Stopped because the policies have the limit no more. */
  isDropped?: true
}

const termSchema = z.object({
  limitMinutes: z.number(),
  hours: z.enum(clockHours),
  warnMinutes: z.number().optional(),
  rule: z.string(),
})

/** One thing that happened to a clock, for a person who checks it by hand. */
export const whyStepSchema = z.object({
  kind: z.enum(['start', 'pause', 'pin', 'policy', 'stop']),
  at: z.string(),
  /** Of a pause: its end, null while it lasts. */
  untilAt: z.string().nullable(),
  /** Of a pause: whole minutes it stood still, counted as the limit runs. */
  minutes: z.number(),
  /** Of a start and a change of policy. */
  term: termSchema.nullable(),
  /** Of a pin. */
  pinnedAt: z.string().nullable(),
  reason: z.string(),
  memberId: z.string().nullable(),
})
export type WhyStep = z.output<typeof whyStepSchema>

/** A limit that was met, and when it was due then. */
export interface KeptLimit {
  clock: string
  round: number
  dueAt: string
}

/** A limit as it stands at an instant. */
export const deadlineSchema = z.object({
  clock: z.string(),
  round: z.number(),
  dueAt: z.string(),
  startedAt: z.string(),
  /** Limit in minutes as the policy has it. */
  limitMinutes: z.number(),
  /** Whole minutes it stood still. */
  pausedMinutes: z.number(),
  hours: z.enum(clockHours),
  rule: z.string(),
  /** Agreed with the customer (R044), null where nothing was. */
  pinnedAt: z.string().nullable(),
  /** Met at this instant, null while running. */
  metAt: z.string().nullable(),
  state: z.enum(['running', 'paused', 'met', 'late']),
  /** 暂定: it counts working time of a year whose holidays are not published yet, and moves when they are. */
  isProvisional: z.boolean(),
})
export type Deadline = z.output<typeof deadlineSchema>

/** A limit with what made it so, step by step. */
export const toldDeadlineSchema = deadlineSchema.extend({
  /** Of a limit that was met: when the calendar as it is entered now would have it due, where that is another instant. */
  otherwiseAt: z.string().nullable(),
  steps: z.array(whyStepSchema),
})
export type ToldDeadline = z.output<typeof toldDeadlineSchema>
