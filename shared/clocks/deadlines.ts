import { grouped } from '../kit/grouped.ts'
import { deadlineAt, foldClock } from './fold.ts'
import type { Calendars, ClockEntry, KeptLimit, ToldDeadline } from './schema.ts'
import { whyOf } from './why.ts'

/** Every limit of a subject that has begun to run, by round and instant, each with its why; none that the policies dropped. `kept`: those met, as they were due then. */
export function deadlinesFrom(
  entries: readonly ClockEntry[],
  calendars: Calendars,
  now: string,
  kept: readonly KeptLimit[] = [],
): ToldDeadline[] {
  const clocks = grouped(entries, ({ clock, round }) => `${round} ${clock}`)
  return [...clocks.values()]
    .flatMap((own) => {
      const state = foldClock(own, calendars)
      if (state === null || state.isDropped) return []
      const then = kept.find(({ clock, round }) => clock === state.clock && round === state.round)
      const told = deadlineAt(state, calendars, now, then?.dueAt)
      const reckonedAt = deadlineAt(state, calendars, now).dueAt
      const otherwiseAt = reckonedAt === told.dueAt ? null : reckonedAt
      return [{ ...told, otherwiseAt, steps: whyOf(own, calendars) }]
    })
    .sort((a, b) => a.round - b.round || (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
}
