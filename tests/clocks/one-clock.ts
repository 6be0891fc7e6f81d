import { deadlineAt, foldClock, marksOf } from '../../shared/clocks/fold.ts'
import type { ClockEntry, EntryKind } from '../../shared/clocks/schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'

/** One thing that happened to the clock. */
export type Line = readonly [kind: EntryKind, at: string, more?: Partial<ClockEntry>]

/** A ledger of one clock, in the order its lines were entered. */
export const ledger = (...lines: Line[]): ClockEntry[] =>
  lines.map(([kind, at, more], index) => ({
    ...{ clock: 'solve', round: 1, nth: index + 1, kind, at, term: null, pinnedAt: null, reason: '', memberId: null },
    ...more,
  }))

/** What somebody reads of the clock at an instant, and when it alarms. */
export function shownBy(lines: readonly Line[], now: string, calendar: BusinessCalendar) {
  const state = foldClock(ledger(...lines), calendar)!
  return { ...deadlineAt(state, calendar, now), alarmAt: marksOf(state, calendar).dueAt }
}
