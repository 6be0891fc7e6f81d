import type { Deadline } from '../clocks/schema.ts'
import { isWait } from './rules.ts'

/** When somebody arrived, and when the work was done. */
export interface VisitTimes {
  arrivedAt: string
  finishedAt: string
}

/** How long ago a window may have begun when it is written down: the paper may come a little later than the word (`house`). */
const behindMinutes = 15
/** How far ahead a visit is agreed (`house`): beyond it a year was typed wrong. */
const aheadDays = 366

/** What is wrong with a window that is promised, and at which of its ends. */
export interface VisitProblem {
  problem: 'visitInPast' | 'visitTooFar' | 'windowBackwards'
  field: 'visitFromAt' | 'visitToAt'
}

/**
 * Why nobody can come in this window; null when somebody can, and where none was promised. `toldAt` is when it was promised: nobody is sent into the time before, and who has
 * been there already has a result to enter.
 */
export function visitProblem(
  { visitFromAt, visitToAt }: { visitFromAt?: string | null | undefined; visitToAt?: string | null | undefined },
  toldAt: string,
): VisitProblem | null {
  if (!visitFromAt) return null
  const told = Date.parse(toldAt)
  const latest = new Date(told + aheadDays * 86_400_000).toISOString()
  if (visitFromAt < new Date(told - behindMinutes * 60_000).toISOString())
    return { problem: 'visitInPast', field: 'visitFromAt' }
  if (visitFromAt > latest) return { problem: 'visitTooFar', field: 'visitFromAt' }
  if (!visitToAt) return null
  if (visitToAt <= visitFromAt) return { problem: 'windowBackwards', field: 'visitToAt' }
  if (visitToAt <= toldAt) return { problem: 'visitInPast', field: 'visitFromAt' }
  return visitToAt > latest ? { problem: 'visitTooFar', field: 'visitToAt' } : null
}

/**
 * The earliest instant that may be told of a visit: when somebody was first sent in its round, else when the round began; to the minute, as times
 * are typed. An instant still to come was written by a clock that stood ahead and was put back since: it bounds nothing, so that nobody is kept
 * from entering what he did. null: nothing bounds it.
 */
export function earliestVisit(
  roundAt: string,
  dispatchedAt: string | null,
  now: string,
): { at: string; isDispatch: boolean } | null {
  const minuteOf = (at: string) => new Date(Math.floor(Date.parse(at) / 60_000) * 60_000).toISOString()
  if (dispatchedAt !== null && dispatchedAt <= now) return { at: minuteOf(dispatchedAt), isDispatch: true }
  return roundAt <= now ? { at: minuteOf(roundAt), isDispatch: false } : null
}

/** The instants a result tells; what it leaves unsaid was when it was entered. */
export function visitTimesOf(
  said: { arrivedAt?: string | null | undefined; finishedAt?: string | null | undefined },
  enteredAt: string,
): VisitTimes {
  const finishedAt = said.finishedAt ?? enteredAt
  return { arrivedAt: said.arrivedAt ?? finishedAt, finishedAt }
}

/**
 * When a visit was over for what counts from it: at its end as it was told to the minute, never before who went was sent (`sinceAts`), and never later
 * than it was entered.
 */
export function visitOverAt(finishedAt: string, sinceAts: readonly string[], enteredAt: string): string {
  const told = sinceAts.reduce((latest, at) => (at > latest ? at : latest), finishedAt)
  return told < enteredAt ? told : enteredAt
}

type Met = Pick<Deadline, 'clock' | 'round' | 'startedAt' | 'metAt'>

/**
 * Limits that a corrected visit met at another instant: those that ended with it as it was told first. Arriving answers the report and meets the
 * visit, the end of the work meets all the rest (R056-R061), none before it began. `endsWith`: what ends a clock.
 */
export function metOtherwise(
  limits: readonly Met[],
  endsWith: (clock: string) => string,
  handling: 'dispatch' | 'guidance',
  before: VisitTimes,
  after: VisitTimes,
): { clock: string; round: number; at: string }[] {
  return limits.flatMap(({ clock, round, startedAt, metAt }) => {
    if (metAt === null || isWait(clock)) return []
    const mark = endsWith(clock)
    const isByArrival = mark === 'responded' || (mark === 'arrived' && handling === 'dispatch')
    const endOf = ({ arrivedAt, finishedAt }: VisitTimes) => {
      const at = isByArrival ? arrivedAt : finishedAt
      return at > startedAt ? at : startedAt
    }
    const at = endOf(after)
    return endOf(before) === metAt && at !== metAt ? [{ clock, round, at }] : []
  })
}
