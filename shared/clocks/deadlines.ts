import { grouped } from '../kit/grouped.ts'
import { deadlineAt, foldClock } from './fold.ts'
import type { Calendars, ClockEntry, ToldDeadline } from './schema.ts'
import { whyOf } from './why.ts'

/** Every limit of a subject that has begun to run, by round and instant, each with its why. */
export function deadlinesFrom(entries: readonly ClockEntry[], calendars: Calendars, now: string): ToldDeadline[] {
  const clocks = grouped(entries, ({ clock, round }) => `${round} ${clock}`)
  return [...clocks.values()]
    .flatMap((own) => {
      const state = foldClock(own, calendars)
      return state === null ? [] : [{ ...deadlineAt(state, calendars, now), steps: whyOf(own, calendars) }]
    })
    .sort((a, b) => a.round - b.round || (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
}
