import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlinesFrom } from '../../shared/clocks/deadlines.ts'
import { foldClock, foldEntry, inOrder, warnMinutesOf } from '../../shared/clocks/fold.ts'
import type { ClockEntry, Term } from '../../shared/clocks/schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'

const calendar: BusinessCalendar = { timeZone: 'Asia/Shanghai', week: [[], [], [], [], [], [], []], days: {} }
const at = (minute: number) => new Date(Date.parse('2026-11-20T02:00:00.000Z') + minute * 60_000).toISOString()
const term = (limitMinutes: number): Term => ({ limitMinutes, hours: 'clock', rule: 'house' })
const entry = (clock: string, round: number, nth: number, kind: ClockEntry['kind'], minute: number, of?: Term) =>
  ({
    ...{ clock, round, nth, kind, at: at(minute), term: of ?? null, pinnedAt: null, reason: '', memberId: null },
  }) satisfies ClockEntry

describe('the limits of a case', () => {
  const three = [
    entry('visit', 2, 1, 'start', 0, term(10)),
    entry('visit', 1, 1, 'start', 0, term(90)),
    entry('assign', 1, 1, 'start', 0, term(30)),
    entry('never', 1, 1, 'stop', 5),
  ]
  const told = (entries: readonly ClockEntry[]) =>
    deadlinesFrom(entries, calendar, at(1)).map(({ clock, round }) => `${round} ${clock}`)

  it('stand by round, then by what is due first; what never began is none', () => {
    expect(told(three)).toEqual(['1 assign', '1 visit', '2 visit'])
    expect(told(three.toReversed())).toEqual(['1 assign', '1 visit', '2 visit'])
  })

  it('that were met say what was due then, and what would be now where that differs', () => {
    const met = [...three.slice(1, 2), entry('visit', 1, 2, 'stop', 20)]
    const kept = [
      { clock: 'visit', round: 2, dueAt: at(1) },
      { clock: 'visit', round: 1, dueAt: at(60) },
    ] as never
    expect(deadlinesFrom(met, calendar, at(99), kept)).toMatchObject([{ dueAt: at(60), otherwiseAt: at(90) }])
    expect(deadlinesFrom(met, calendar, at(99))).toMatchObject([{ dueAt: at(90), otherwiseAt: null }])
  })
})

describe('entries of one clock', () => {
  it('count by instant, those of one instant as they were entered', () => {
    const [start, pause, resume, stop] = [
      entry('visit', 1, 1, 'start', 0, term(60)),
      entry('visit', 1, 2, 'pause', 5),
      entry('visit', 1, 3, 'resume', 5),
      entry('visit', 1, 4, 'stop', 9),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray([start, pause, resume, stop], { minLength: 4 }), (shuffled) => {
        expect(inOrder(shuffled).map(({ nth }) => nth)).toEqual([1, 2, 3, 4])
      }),
    )
  })

  it('after the stop change nothing but how many there are, and one that lies behind is refused', () => {
    const stopped = foldClock([entry('visit', 1, 1, 'start', 0, term(60)), entry('visit', 1, 2, 'stop', 9)], calendar)!
    expect(foldEntry(stopped, entry('visit', 1, 7, 'pause', 12), calendar)).toEqual({ ...stopped, entries: 7 })
    expect(foldEntry(stopped, entry('visit', 1, 1, 'pause', 12), calendar)).toEqual(stopped)
    const running = foldClock([entry('visit', 1, 1, 'start', 0, term(60)), entry('visit', 1, 2, 'pause', 9)], calendar)
    expect(() => foldEntry(running, entry('visit', 1, 3, 'resume', 8), calendar)).toThrow(RangeError)
  })
})

it.each([
  [10, null, 5],
  [60, null, 30],
  [2 * 1440, null, 30],
  [2 * 1440 + 1, null, 1440],
  [10, 3, 3],
  [10, 0, 0],
])('house: a limit of %d minutes with %s of its own warns %d before', (limitMinutes, warnMinutes, before) =>
  expect(warnMinutesOf({ limitMinutes, ...(warnMinutes === null ? {} : { warnMinutes }) })).toBe(before),
)
