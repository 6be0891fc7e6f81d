import { dueAtOf, foldClock } from '../clocks/fold.ts'
import type { BusinessCalendar } from '../kit/calendar.ts'
import type { ClockPolicy, ContactPolicy, Preparation } from '../presets/schema.ts'
import { termOf } from './rules.ts'
import type { contactResults } from './schema.ts'

/** A try to reach the customer before the visit. */
export interface Attempt {
  at: string
  result: (typeof contactResults)[number]
}

/** A named no: text key of the failure and the facts that fill it. */
export interface Refusal {
  text: string
  facts: Readonly<Record<string, string | number>>
}

/** What the contact rule allows next (R048, R049). */
export interface NextContact {
  /** `handBack`: the case goes back to the internal desk at once (R049). */
  state: 'now' | 'wait' | 'reached' | 'handBack'
  /** Which try comes next, null when none does. */
  nth: number | null
  /** Earliest instant of the next try (R048); null for the first one and when none comes. */
  nextAt: string | null
}

/** What the technician does next: call now, wait, set out, or hand back. A wrong number counts as a failed try. */
export function nextContact(
  attempts: readonly Attempt[],
  policy: Pick<ContactPolicy, 'attempts' | 'gapMinutes'>,
  now: string,
): NextContact {
  if (attempts.some((attempt) => attempt.result === 'reached')) return { state: 'reached', nth: null, nextAt: null }
  if (attempts.length >= policy.attempts) return { state: 'handBack', nth: null, nextAt: null }
  const nth = attempts.length + 1
  if (attempts.length === 0) return { state: 'now', nth, nextAt: null }
  const last = Math.max(...attempts.map((attempt) => Date.parse(attempt.at)))
  const nextAt = new Date(last + policy.gapMinutes * 60_000).toISOString()
  return { state: now < nextAt ? 'wait' : 'now', nth, nextAt }
}

/** null when a try may be made, or was made, at this instant; else why not (R048 not earlier, R049 no fourth). */
export function mayContact(
  attempts: readonly Attempt[],
  policy: Pick<ContactPolicy, 'attempts' | 'gapMinutes'>,
  at: string,
): Refusal | null {
  const { state, nextAt } = nextContact(attempts, policy, at)
  if (state === 'reached') return { text: 'tickets.failure.contactReached', facts: {} }
  if (state === 'handBack') return { text: 'tickets.failure.contactHandBack', facts: { attempts: attempts.length } }
  if (state === 'wait')
    return { text: 'tickets.failure.contactTooEarly', facts: { nextAt: nextAt ?? '', gapMinutes: policy.gapMinutes } }
  return null
}

/**
 * R051: when facts that differ have to be put right, by the limit of the case; of no day but its own that is the end of it in the company's
 * zone, its last millisecond included. null: the case's policies set no such limit.
 */
export function mismatchDue(at: string, limit: ClockPolicy | undefined, calendar: BusinessCalendar): string | null {
  if (!limit) return null
  const line = { clock: limit.clock, round: 1, nth: 1, pinnedAt: null, reason: '', memberId: null }
  return dueAtOf(foldClock([{ ...line, kind: 'start', at, term: termOf(limit) }], calendar)!, calendar)
}

/** R052: what belongs to this order before leaving, each ticked off or not, in the trade's order. */
export function preparationsOf(
  asked: readonly Preparation[],
  order: { parts: string; prepared: readonly string[] },
): (Preparation & { isDone: boolean })[] {
  return asked
    .filter(({ onlyWithParts }) => !onlyWithParts || order.parts.trim() !== '')
    .map((preparation) => ({ ...preparation, isDone: order.prepared.includes(preparation.code) }))
}
