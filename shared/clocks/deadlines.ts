import type { BusinessCalendar } from '../kit/calendar.ts'
import { grouped } from '../kit/grouped.ts'
import { deadlineAt, foldClock } from './fold.ts'
import type { ClockEntry, ToldDeadline } from './schema.ts'
import { whyOf } from './why.ts'

/** Every limit of a subject that has begun to run, by round and instant, each with its why. */
export function deadlinesFrom(entries: readonly ClockEntry[], calendar: BusinessCalendar, now: string): ToldDeadline[] {
  const clocks = grouped(entries, ({ clock, round }) => `${round} ${clock}`)
  return [...clocks.values()]
    .flatMap((own) => {
      const state = foldClock(own, calendar)
      return state === null ? [] : [{ ...deadlineAt(state, calendar, now), steps: whyOf(own, calendar) }]
    })
    .sort((a, b) => a.round - b.round || (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
}
