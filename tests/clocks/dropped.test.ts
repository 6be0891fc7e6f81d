import { expect, it } from 'vitest'
import { deadlinesFrom } from '../../shared/clocks/deadlines.ts'
import { foldClock } from '../../shared/clocks/fold.ts'
import type { ClockEntry, Term } from '../../shared/clocks/schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'

const calendar: BusinessCalendar = { timeZone: 'Asia/Shanghai', week: [[], [], [], [], [], [], []], days: {} }
const at = (minute: number) => new Date(Date.parse('2026-11-20T02:00:00.000Z') + minute * 60_000).toISOString()
const hour: Term = { limitMinutes: 60, hours: 'clock', rule: 'house' }
const entry = (nth: number, kind: ClockEntry['kind'], minute: number, term: Term | null = null): ClockEntry => ({
  ...{ clock: 'own1', round: 1, nth, kind, at: at(minute), term, pinnedAt: null, reason: '', memberId: null },
})
const begun = [entry(1, 'start', 0, hour)]
const dropped = [...begun, entry(2, 'policy', 20)]

it('house: a limit the policies have no more is no deadline, and is not met', () => {
  expect(foldClock(dropped, calendar)).toMatchObject({ isDropped: true, stoppedAt: at(20) })
  expect(deadlinesFrom(dropped, calendar, at(90))).toEqual([])
})

it('house: where they have it again it is due as if it had never been dropped', () => {
  const again = [...dropped, entry(3, 'policy', 40, hour)]
  const [deadline] = deadlinesFrom(again, calendar, at(41))
  expect(deadline).toMatchObject({ dueAt: at(60), state: 'running', metAt: null })
  expect(deadline!.steps.map(({ kind }) => kind)).toEqual(['start', 'policy', 'policy'])
  expect(deadlinesFrom([...again, entry(4, 'stop', 50)], calendar, at(90))).toMatchObject([{ metAt: at(50) }])
})

it('what was met is not taken up by other policies', () => {
  const met = [...begun, entry(2, 'stop', 20), entry(3, 'policy', 40, hour)]
  expect(foldClock(met, calendar)).toMatchObject({ stoppedAt: at(20) })
})
