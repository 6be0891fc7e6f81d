import { describe, expect, it } from 'vitest'
import { foldClock, needsLedger } from '../../shared/clocks/fold.ts'
import type { ClockEntry, Term } from '../../shared/clocks/schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import { ledger, type Line, shownBy } from './one-clock.ts'

const start = (term: Term, at: string): Line => ['start', at, { term }]

describe('a limit of two working days that stood still', () => {
  // Monday to Friday 9 to 12 and 13 to 17: seven hours. Friday 27 November is off, Saturday 28 makes up for it, with a short day.
  const seven = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ]
  const desk: BusinessCalendar = {
    timeZone: 'Asia/Shanghai',
    week: [[], seven, seven, seven, seven, seven, []],
    days: { '2026-11-27': 'off', '2026-11-28': [{ from: '09:00', to: '11:00' }] },
  }
  const on = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString()
  const endOf = (day: number) => new Date(`2026-11-${day}T23:59:59.999+08:00`).toISOString()
  const pauses = (...spans: [from: string, to: string][]): Line[] =>
    spans.flatMap(([from, to]): Line[] => [
      ['pause', from],
      ['resume', to],
    ])
  it.each<[string, string, [string, string][], number, number]>([
    ['not at all', on(16, '10:00'), [], 18, 0],
    ['on the day of the start, which does not count', on(16, '10:00'), [[on(16, '11:00'), on(16, '16:00')]], 18, 240],
    ['for an hour inside one day', on(16, '10:00'), [[on(17, '10:00'), on(17, '11:00')]], 19, 60],
    ['for the lunch of one day', on(16, '10:00'), [[on(17, '12:00'), on(17, '13:00')]], 18, 0],
    ['over a night', on(16, '10:00'), [[on(17, '17:00'), on(18, '09:00')]], 18, 0],
    ['over a night and an hour of each day', on(16, '10:00'), [[on(17, '16:00'), on(18, '10:00')]], 19, 120],
    ['for a whole day', on(16, '10:00'), [[on(17, '09:00'), on(17, '17:00')]], 19, 420],
    ['from a morning to the next', on(16, '10:00'), [[on(17, '10:00'), on(18, '10:00')]], 19, 420],
    ['from a morning to the one after, and an hour', on(16, '10:00'), [[on(17, '10:00'), on(18, '11:00')]], 20, 480],
    ['over a weekend', on(19, '10:00'), [[on(20, '17:00'), on(23, '09:00')]], 23, 0],
    ['inside a weekend', on(19, '10:00'), [[on(21, '10:00'), on(22, '20:00')]], 23, 0],
    ['over a holiday', on(25, '10:00'), [[on(26, '17:00'), on(28, '09:00')]], 28, 0],
    ['for a make-up day, however short', on(25, '10:00'), [[on(28, '00:00'), on(28, '12:00')]], 30, 120],
    [
      'for half of a make-up day',
      on(24, '10:00'),
      [
        [on(25, '09:00'), on(25, '17:00')],
        [on(28, '10:00'), on(28, '11:00')],
      ],
      30,
      480,
    ],
    [
      'twice for half of a day',
      on(16, '10:00'),
      [
        [on(17, '09:00'), on(17, '12:30')],
        [on(17, '13:30'), on(17, '17:00')],
      ],
      19,
      390,
    ],
    [
      'for parts of two days that make one',
      on(16, '10:00'),
      [
        [on(17, '09:00'), on(17, '12:00')],
        [on(18, '13:00'), on(18, '17:00')],
      ],
      19,
      420,
    ],
    [
      'for parts of two days that make more',
      on(16, '10:00'),
      [
        [on(17, '09:00'), on(17, '14:00')],
        [on(18, '13:00'), on(18, '17:00')],
      ],
      20,
      480,
    ],
    [
      'in parts of a day that do not come out even: they make the day all the same',
      on(16, '10:00'),
      [
        [on(17, '12:00'), on(17, '13:00')],
        [on(17, '16:00'), on(17, '16:00')],
      ],
      18,
      0,
    ],
    ['for the evening of the last day', on(16, '10:00'), [[on(18, '20:00'), on(18, '21:00')]], 18, 0],
    [
      'from that evening on: the day it goes on is the last',
      on(16, '10:00'),
      [[on(18, '20:00'), on(19, '10:00')]],
      19,
      60,
    ],
  ])('%s', (_, startAt, spans, lastDay, stoodMinutes) => {
    const lines = [start({ limitMinutes: 2 * 1440, hours: 'workingDays', rule: 'house' }, startAt), ...pauses(...spans)]
    const until = on(30, '23:00')
    expect(shownBy(lines, until, desk)).toMatchObject({
      dueAt: endOf(lastDay),
      pausedMinutes: stoodMinutes,
    })
  })

  it('goes on with what is left whatever the week is like then, and by days of another kind', () => {
    const limit = (limitMinutes: number, hours: Term['hours']): Partial<ClockEntry> => ({
      term: { limitMinutes, hours, rule: 'house' },
    })
    const three = start({ limitMinutes: 3 * 1440, hours: 'workingDays', rule: 'house' }, on(19, '10:00'))
    const due = (...lines: Line[]) => shownBy([three, ...lines], on(20, '20:00'), desk).dueAt
    // Friday has run; Monday and Tuesday are left, or Saturday and Sunday
    expect(due()).toBe(endOf(24))
    expect(due(['policy', on(20, '18:00'), limit(3 * 1440, 'days')])).toBe(endOf(22))
    expect(due(['policy', on(20, '18:00'), limit(1440, 'workingDays')])).toBe(endOf(20))
  })

  it('longer and still over it was due with the day of the longer one', () => {
    const two = start({ limitMinutes: 2 * 1440, hours: 'workingDays', rule: 'house' }, on(16, '10:00'))
    const three: Line = [
      'policy',
      on(23, '10:00'),
      { term: { limitMinutes: 3 * 1440, hours: 'workingDays', rule: 'house' } },
    ]
    const pause = pauses([on(19, '09:00'), on(19, '10:00')])
    expect(shownBy([two, three], on(23, '11:00'), desk)).toMatchObject({ dueAt: endOf(19), state: 'late' })
    expect(shownBy([two, ...pause, three], on(23, '11:00'), desk)).toMatchObject({ dueAt: endOf(20), state: 'late' })
  })

  it('a pause of a limit in days gives back the days of the calendar', () => {
    const week = start({ limitMinutes: 3 * 1440, hours: 'days', rule: 'house' }, on(19, '10:00'))
    expect(shownBy([week], on(20, '08:00'), desk).dueAt).toBe(endOf(22))
    expect(shownBy([week, ...pauses([on(20, '12:00'), on(21, '12:00')])], on(22, '08:00'), desk)).toMatchObject({
      dueAt: endOf(23),
      pausedMinutes: 1440,
    })
  })

  it('a state that counted days by the wall is folded from the first entry', () => {
    const lines = ledger(start({ limitMinutes: 2 * 1440, hours: 'workingDays', rule: 'house' }, on(16, '10:00')))
    const state = foldClock(lines, desk)!
    const [pause] = ledger(['pause', on(17, '10:00')])
    expect(needsLedger(state, pause!, desk)).toBe(false)
    expect(needsLedger({ ...state, ...{ limitMs: 222_000_000 } }, pause!, desk)).toBe(true)
  })
})
