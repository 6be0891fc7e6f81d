import { describe, expect, it } from 'vitest'
import { deadlinesFrom } from '../../shared/clocks/deadlines.ts'
import { foldClock, marksOf, warnMinutesOf } from '../../shared/clocks/fold.ts'
import type { ClockEntry, Term } from '../../shared/clocks/schema.ts'
import { whyOf } from '../../shared/clocks/why.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import { everyDayEightToSix, fiveByEight } from '../../shared/presets/shared-parts.ts'
import { ledger, type Line, shownBy } from './one-clock.ts'

const open: BusinessCalendar = { timeZone: 'Asia/Shanghai', week: everyDayEightToSix, days: {} }
const office: BusinessCalendar = { timeZone: 'Asia/Shanghai', week: fiveByEight, days: { '2026-11-24': 'off' } }
const report = '2026-11-20T02:36:00.000Z' // Friday 10:36 in Shanghai
const m = (minutes: number, seconds = 0) =>
  new Date(Date.parse(report) + minutes * 60_000 + seconds * 1000).toISOString()

const fourHours: Term = { limitMinutes: 240, hours: 'clock', rule: 'R058' }
const start = (term: Term = fourHours, at = report): Line => ['start', at, { term }]
const shown = (lines: Line[], now: string, calendar = open) => shownBy(lines, now, calendar)

describe('a limit', () => {
  it.each<[string, Line[], string, object]>([
    ['R058 C61 runs from its start', [start()], m(240), { dueAt: m(240), state: 'running', alarmAt: m(240) }],
    ['R058 C61 one second more is late', [start()], m(240, 1), { state: 'late' }],
    [
      'R058 C61 met exactly in time',
      [start(), ['stop', m(240)]],
      m(999),
      { state: 'met', metAt: m(240), alarmAt: null },
    ],
    ['R058 met too late', [start(), ['stop', m(240, 1)]], m(999), { state: 'late', metAt: m(240, 1) }],
    [
      'a second stop changes nothing',
      [start(), ['stop', m(30)], ['stop', m(20), { nth: 1 }]],
      m(999),
      { metAt: m(20) },
    ],
    [
      'a corrected stop, later',
      [start(), ['stop', m(230)], ['restop', m(250)]],
      m(999),
      { state: 'late', metAt: m(250) },
    ],
    [
      'a corrected stop, earlier',
      [start(), ['stop', m(250)], ['restop', m(230)]],
      m(999),
      { state: 'met', metAt: m(230) },
    ],
    [
      'of two corrections the one entered last',
      [start(), ['stop', m(250)], ['restop', m(200)], ['restop', m(300)]],
      m(999),
      { metAt: m(300) },
    ],
    [
      'a corrected stop after a pause that the first one hid',
      [start(), ['stop', m(50)], ['pause', m(60)], ['resume', m(90)], ['restop', m(250)]],
      m(999),
      { state: 'met', dueAt: m(270), metAt: m(250) },
    ],
    ['a second start changes nothing', [start(), ['start', m(90), { term: fourHours }]], m(100), { dueAt: m(240) }],
  ])('%s', (_, lines, now, expected) => expect(shown(lines, now)).toMatchObject(expected))

  it('that never started has no state, whatever else is written', () =>
    expect(foldClock(ledger(['pause', m(1)], ['stop', m(2)]), open)).toBeNull())
})

describe('a pause', () => {
  it.each<[string, Line[], string, object]>([
    [
      'that is over',
      [start(), ['pause', m(60)], ['resume', m(90)]],
      m(100),
      { dueAt: m(270), pausedMinutes: 30, state: 'running' },
    ],
    [
      'begun twice stands once',
      [start(), ['pause', m(60)], ['pause', m(80)], ['resume', m(100)]],
      m(110),
      { dueAt: m(280), pausedMinutes: 40 },
    ],
    [
      'still open never alarms',
      [start(), ['pause', m(60)]],
      m(1000),
      { dueAt: m(1180), pausedMinutes: 940, state: 'paused', alarmAt: null },
    ],
    ['begun exactly at the limit stands', [start(), ['pause', m(240)]], m(900), { state: 'paused', alarmAt: null }],
    [
      'begun when it was late stays late',
      [start(), ['pause', m(241)]],
      m(1000),
      { dueAt: m(240), pausedMinutes: 0, state: 'late', alarmAt: m(240) },
    ],
    [
      'is over when the work is',
      [start(), ['pause', m(60)], ['stop', m(90)]],
      m(999),
      { state: 'met', pausedMinutes: 30, dueAt: m(270) },
    ],
    [
      'entered late takes its place',
      [start(), ['pause', m(200)], ['resume', m(210)], ['pause', m(60)], ['resume', m(90)]],
      m(220),
      { dueAt: m(280) },
    ],
  ])('%s', (_, lines, now, expected) => expect(shown(lines, now)).toMatchObject(expected))

  it('C59 stands over the night in working hours, and over a holiday', () => {
    const visit = (...pauses: Line[]) =>
      shown(
        [start({ limitMinutes: 180, hours: 'working', rule: 'R044' }, '2026-11-20T09:00:00.000Z'), ...pauses],
        '2026-11-25T09:00:00.000Z',
        office,
      )
    // Friday 17:00: one hour today, two on Monday from 08:30
    expect(visit().dueAt).toBe('2026-11-23T02:30:00.000Z')
    // paused from 17:30 to Monday 09:00: one working hour
    expect(visit(['pause', '2026-11-20T09:30:00.000Z'], ['resume', '2026-11-23T01:00:00.000Z'])).toMatchObject({
      dueAt: '2026-11-23T03:30:00.000Z',
      pausedMinutes: 60,
    })
    // to the evening of Monday: Tuesday is off
    expect(visit(['pause', '2026-11-20T09:30:00.000Z'], ['resume', '2026-11-23T12:00:00.000Z']).dueAt).toBe(
      '2026-11-25T03:00:00.000Z',
    )
  })
})

describe('a visit agreed with the customer', () => {
  const visit: Line = start({ limitMinutes: 180, hours: 'clock', rule: 'R044' })
  it.each<[string, Line[], string, object]>([
    [
      'R044 later than the promise takes its place',
      [visit, ['pin', m(60), { pinnedAt: m(1440) }]],
      m(200),
      { dueAt: m(1440), state: 'running', pinnedAt: m(1440) },
    ],
    ['R044 earlier does not', [visit, ['pin', m(60), { pinnedAt: m(120) }]], m(200), { dueAt: m(180), state: 'late' }],
    [
      'R044 taken back leaves the promise',
      [visit, ['pin', m(60), { pinnedAt: m(1440) }], ['pin', m(90)]],
      m(200),
      { dueAt: m(180), state: 'late' },
    ],
    [
      'R044 the next agreement counts',
      [visit, ['pin', m(60), { pinnedAt: m(1440) }], ['pin', m(90), { pinnedAt: m(600) }]],
      m(200),
      { dueAt: m(600) },
    ],
  ])('%s', (_, lines, now, expected) => expect(shown(lines, now)).toMatchObject(expected))
})

describe('a change of policy', () => {
  const to = (limitMinutes: number, hours: Term['hours'] = 'clock'): Partial<ClockEntry> => ({
    term: { limitMinutes, hours, rule: 'house' },
  })
  it.each<[string, Line[], string, object]>([
    [
      'longer gives what is left',
      [start(), ['policy', m(100), to(300)]],
      m(120),
      { dueAt: m(300), rule: 'house', limitMinutes: 300 },
    ],
    ['shorter keeps what has run', [start(), ['policy', m(100), to(120)]], m(110), { dueAt: m(120) }],
    [
      'already run out falls due with the change, not before it',
      [start(), ['policy', m(100), to(60)]],
      m(101),
      { dueAt: m(100), state: 'late' },
    ],
    [
      'longer takes a lateness away',
      [start(), ['policy', m(300), to(600)]],
      m(310),
      { dueAt: m(600), state: 'running' },
    ],
    [
      'longer, still too short, makes it late since the longer one ran out',
      [start(), ['policy', m(300), to(250)]],
      m(310),
      { dueAt: m(250), state: 'late', limitMinutes: 250, alarmAt: m(250) },
    ],
    [
      'longer, still too short, leaves out what stood still before it ran out',
      [
        start(),
        ['pause', m(60)],
        ['resume', m(90)],
        ['pause', m(275)],
        ['resume', m(295)],
        ['policy', m(400), to(250)],
      ],
      m(410),
      { dueAt: m(300), state: 'late' },
    ],
    [
      'longer, run out exactly when it began to stand, is due when it goes on',
      [start(), ['pause', m(250)], ['resume', m(300)], ['policy', m(400), to(250)]],
      m(410),
      { dueAt: m(300), state: 'late' },
    ],
    [
      'longer twice, still too short each time',
      [start(), ['policy', m(300), to(250)], ['policy', m(310), to(260)]],
      m(320),
      { dueAt: m(260), state: 'late' },
    ],
    [
      'longer, met before the change within both, stays met',
      [start(), ['stop', m(200)], ['policy', m(300), to(250)]],
      m(310),
      { dueAt: m(240), state: 'met' },
    ],
    [
      'longer, met afterwards, is judged by it',
      [start(), ['policy', m(300), to(250)], ['stop', m(301)]],
      m(310),
      { dueAt: m(250), state: 'late' },
    ],
    [
      'shorter leaves late since when it was',
      [start(), ['policy', m(300), to(120)]],
      m(310),
      { dueAt: m(240), state: 'late' },
    ],
    [
      'shorter and longer again makes it late no sooner than it was',
      [start(), ['policy', m(100), to(60)], ['policy', m(300), to(80)]],
      m(310),
      { dueAt: m(100), state: 'late' },
    ],
    [
      'keeps its pauses',
      [start(), ['pause', m(60)], ['policy', m(70), to(300)], ['resume', m(90)]],
      m(120),
      { dueAt: m(330), pausedMinutes: 30 },
    ],
  ])('%s', (_, lines, now, expected) => expect(shown(lines, now)).toMatchObject(expected))

  it('C59 from the clock to working hours counts what has run by the clock', () =>
    // Friday 17:30, half an hour run by 18:00; 210 minutes of four hours are left on Monday from 08:30, lunch from 12 to 13:30
    expect(
      shown(
        [start(fourHours, '2026-11-20T09:30:00.000Z'), ['policy', '2026-11-20T10:00:00.000Z', to(240, 'working')]],
        '2026-11-20T11:00:00.000Z',
        office,
      ).dueAt,
    ).toBe('2026-11-23T04:00:00.000Z'))
})

describe('a limit in days', () => {
  it.each<[string, Term['hours'], number, string]>([
    ['R051 the same day, to its end', 'days', 0, '2026-11-20T15:59:59.999Z'],
    ['R083 C83 seven days, the first not counted', 'days', 7, '2026-11-27T15:59:59.999Z'],
    ['R097 three working days over a weekend and a holiday', 'workingDays', 3, '2026-11-26T15:59:59.999Z'],
  ])('%s', (_, hours, days, dueAt) =>
    expect(shown([start({ limitMinutes: days * 1440, hours, rule: 'house' })], m(1), office).dueAt).toBe(dueAt),
  )
})

describe('the warning', () => {
  it.each([
    [10, undefined, 5],
    [180, undefined, 30],
    [7 * 1440, undefined, 1440],
    [180, 60, 60],
    [180, 0, 0],
  ])('of %d minutes, told to warn %s before: %d', (limitMinutes, warnMinutes, expected) =>
    expect(warnMinutesOf({ limitMinutes, warnMinutes })).toBe(expected),
  )

  it.each<[string, Line[], string | null]>([
    ['stands before the end', [start()], m(210)],
    ['moves with a pause', [start(), ['pause', m(60)], ['resume', m(90)]], m(240)],
    ['is due at once when little is left', [start(), ['pause', m(235)], ['resume', m(300)]], m(300)],
    ['is silent while it stands', [start(), ['pause', m(60)]], null],
    ['goes with what was agreed', [start(), ['pin', m(10), { pinnedAt: m(1000) }]], m(970)],
  ])('%s', (_, lines, warnAt) => expect(marksOf(foldClock(ledger(...lines), open)!, open).warnAt).toBe(warnAt))
})

describe('why', () => {
  it('R044 answers step by step: started, paused, agreed, changed, met', () => {
    const lines = ledger(
      start(),
      ['pause', m(60), { reason: 'waitingForCustomer', memberId: 'zhou' }],
      ['pause', m(70)],
      ['resume', m(90)],
      ['pin', m(100), { pinnedAt: m(500), memberId: 'liu' }],
      ['policy', m(110), { term: { limitMinutes: 300, hours: 'clock', rule: 'house' } }],
      ['stop', m(400), { memberId: 'sun' }],
      ['stop', m(410)],
    )
    expect(
      whyOf(lines, open).map(({ kind, at, untilAt, minutes, pinnedAt, memberId }) => [
        kind,
        at,
        untilAt,
        minutes,
        pinnedAt,
        memberId,
      ]),
    ).toEqual([
      ['start', m(0), null, 0, null, null],
      ['pause', m(60), m(90), 30, null, 'zhou'],
      ['pin', m(100), null, 0, m(500), 'liu'],
      ['policy', m(110), null, 0, null, null],
      ['stop', m(400), null, 0, null, 'sun'],
    ])
  })

  it('tells rounds apart, each with its own limit', () => {
    const first = ledger(start(), ['stop', m(100)])
    const second = ledger(start(fourHours, m(120))).map((entry) => ({ ...entry, round: 2 }))
    expect(
      deadlinesFrom([...second, ...first], open, m(130)).map(({ round, dueAt, state }) => [round, dueAt, state]),
    ).toEqual([
      [1, m(240), 'met'],
      [2, m(360), 'running'],
    ])
  })
})
