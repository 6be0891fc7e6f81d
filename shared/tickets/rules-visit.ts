import type { Deadline } from '../clocks/schema.ts'
import { isWait, meetsWith } from './rules.ts'

/** When somebody arrived, and when the work was done. */
export interface VisitTimes {
  arrivedAt: string
  finishedAt: string
}

/** The instants a result tells; what it leaves unsaid was when it was entered. */
export function visitTimesOf(
  said: { arrivedAt?: string | null | undefined; finishedAt?: string | null | undefined },
  enteredAt: string,
): VisitTimes {
  const finishedAt = said.finishedAt ?? enteredAt
  return { arrivedAt: said.arrivedAt ?? finishedAt, finishedAt }
}

type Met = Pick<Deadline, 'clock' | 'round' | 'startedAt' | 'metAt'>

/**
 * Limits that a corrected visit met at another instant: those that ended with it as it was told first. Arriving answers the report and meets the
 * visit, the end of the work meets all the rest (R056-R061), none before it began.
 */
export function metOtherwise(
  limits: readonly Met[],
  handling: 'dispatch' | 'guidance',
  before: VisitTimes,
  after: VisitTimes,
): { clock: string; round: number; at: string }[] {
  return limits.flatMap(({ clock, round, startedAt, metAt }) => {
    if (metAt === null || isWait(clock)) return []
    const mark = meetsWith(clock)
    const isByArrival = mark === 'responded' || (mark === 'arrived' && handling === 'dispatch')
    const endOf = ({ arrivedAt, finishedAt }: VisitTimes) => {
      const at = isByArrival ? arrivedAt : finishedAt
      return at > startedAt ? at : startedAt
    }
    const at = endOf(after)
    return endOf(before) === metAt && at !== metAt ? [{ clock, round, at }] : []
  })
}
