import { deadlinesFrom } from '../clocks/deadlines.ts'
import type { ClockEntry, Deadline, Term } from '../clocks/schema.ts'
import { type BusinessCalendar, daysBetween } from '../kit/calendar.ts'
import type { CaseEvent } from '../presets/events.ts'
import { endOf } from '../presets/limit-ends.ts'
import type { ClockPolicy, Policy } from '../presets/schema.ts'
import type { PauseReason } from './schema.ts'

/** What a ticket brings to its deadlines. */
export interface TicketKind {
  /** 事由: code of the policy's kind of case; absent where nobody told kinds apart. */
  kind?: string | null
  level: string
  handling: 'dispatch' | 'guidance'
}

/** Nobody is sent where guidance was enough, and nobody asks how it works where somebody goes. */
const onlyFor: Readonly<Record<string, TicketKind['handling']>> = {
  assign: 'dispatch',
  visit: 'dispatch',
  guide: 'guidance',
}

/** Limits of the trade that hold for a case; one of its kind or level comes before one of every kind and level. */
export function clocksOf({ clocks }: Pick<Policy, 'clocks'>, { kind, level, handling }: TicketKind): ClockPolicy[] {
  const holding = clocks.filter(
    (policy) =>
      (policy.kind === undefined || policy.kind === kind) &&
      (policy.level === undefined || policy.level === level) &&
      (onlyFor[policy.clock] ?? handling) === handling,
  )
  const isNarrow = (policy: ClockPolicy) => policy.kind !== undefined || policy.level !== undefined
  return holding.filter(
    (policy) => isNarrow(policy) || !holding.some((each) => isNarrow(each) && each.clock === policy.clock),
  )
}

/**
 * What ends a clock of a case: as its limit says, also where its level or kind was another when it began; a clock its policy does not
 * have any more ends as its code has always done.
 */
export const endsWith = ({ clocks }: Pick<Policy, 'clocks'>, kind: TicketKind, clock: string): string =>
  endOf(
    clocksOf({ clocks }, kind).find((each) => each.clock === clock) ??
      clocks.find((each) => each.clock === clock) ?? { clock },
  )

/** The limit of a policy as a clock is started with it. */
export function termOf({ limitMinutes, hours, warnMinutes, rule }: ClockPolicy): Term {
  return { limitMinutes, hours, rule, ...(warnMinutes === undefined ? {} : { warnMinutes }) }
}

/** Instants known of a case that is not stored yet, or is looked at as a whole. */
export type Marks = { received: string } & Partial<Record<Exclude<CaseEvent, 'received'>, string>> & {
    /** Visit agreed with the customer's recorded consent (R044): where later than the promise, it takes its place. */
    agreedVisit?: string
  }

/**
 * Every deadline of a first round that has begun to run. "Within N" includes N: an instant exactly at the limit passes
 * (R036, C61). What counts from the guidance counts from the report while nobody wrote down when it was given (R043).
 */
export function deadlinesFor(
  preset: Pick<Policy, 'clocks'>,
  kind: TicketKind,
  marks: Marks,
  calendar: BusinessCalendar,
  now: string,
): Deadline[] {
  const entries = clocksOf(preset, kind).flatMap((policy) => {
    const startAt =
      (marks as Partial<Record<string, string>>)[policy.startsAt] ??
      (policy.startsAt === 'guided' ? marks.received : undefined)
    if (startAt === undefined) return []
    const { clock } = policy
    const line = { clock, round: 1, pinnedAt: null, term: null, reason: '', memberId: null }
    const stopAt = (marks as Partial<Record<string, string>>)[endOf(policy)]
    const lines: ClockEntry[] = [{ ...line, nth: 1, kind: 'start', at: startAt, term: termOf(policy) }]
    if (clock === 'visit' && marks.agreedVisit)
      lines.push({ ...line, nth: 2, kind: 'pin', at: startAt, pinnedAt: marks.agreedVisit })
    if (stopAt !== undefined) lines.push({ ...line, nth: 3, kind: 'stop', at: stopAt })
    return lines
  })
  return deadlinesFrom(entries, calendar, now)
}

/** Clock of each wait, what begins it, and how long it may last where policies from before say nothing: `house`, so that no ticket waits unseen. */
const waits: Readonly<Record<PauseReason, { clock: string; begins: CaseEvent; limitMinutes: number }>> = {
  waitingForPart: { clock: 'part', begins: 'waitForPart', limitMinutes: 3 * 1440 },
  waitingForMaker: { clock: 'factory', begins: 'waitForMaker', limitMinutes: 7 * 1440 },
  waitingForCustomer: { clock: 'customer', begins: 'waitForCustomer', limitMinutes: 1440 },
  other: { clock: 'wait', begins: 'waitForOther', limitMinutes: 1440 },
}

/** What begins with a wait of this reason. */
export const waitEvent = (reason: PauseReason): CaseEvent => waits[reason].begins

const waitClocks = new Set(Object.values(waits).map(({ clock }) => clock))

/** A clock that runs while the others stand still. */
export const isWait = (clock: string): boolean => waitClocks.has(clock)

/** So many days ahead somebody may say that a wait ends: `house`, a year. */
export const mostWaitDays = 366

/** Whether a day named for the end of a wait is further off than anybody waits. */
export const isTooFarToWait = (untilOn: string, today: string): boolean => daysBetween(today, untilOn) > mostWaitDays

/** What runs while a ticket waits: to the end of the day that was named, else as long as the limits of the case let it. */
export function waitFor(
  limits: readonly ClockPolicy[],
  reason: PauseReason,
  untilOn: string | null,
  today: string,
): { clock: string; term: Term } {
  const { clock, limitMinutes } = waits[reason]
  if (untilOn !== null) {
    const days = Math.max(0, daysBetween(today, untilOn))
    return { clock, term: { limitMinutes: days * 1440, hours: 'days', rule: 'house' } }
  }
  const limit = limits.find((each) => each.clock === clock)
  return { clock, term: limit ? termOf(limit) : { limitMinutes, hours: 'clock', rule: 'house' } }
}
