import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import { fitness } from '../../shared/presets/p21-fitness.ts'
import { stoves } from '../../shared/presets/p32-stoves.ts'
import { medical } from '../../shared/presets/p34-medical.ts'
import { everyDayEightToSix, fiveByEight } from '../../shared/presets/shared-parts.ts'
import {
  deadlinesFor,
  nextDeadline,
  readClock,
  unassignedMark,
  type ClockEntry,
  type Marks,
  type Pause,
} from '../../shared/tickets/rules.ts'

const calendar: BusinessCalendar = { timeZone: 'Asia/Shanghai', week: everyDayEightToSix, days: {} }
const report = '2026-11-20T02:36:00.000Z' // 10:36 in Shanghai
/** So long after the report: `m(10, 1)` is ten minutes and a second. */
const m = (minutes: number, seconds = 0) =>
  new Date(Date.parse(report) + minutes * 60_000 + seconds * 1000).toISOString()

const sent = { level: '', handling: 'dispatch' } as const
const guided = { level: '', handling: 'guidance' } as const

function only(clock: string, deadlines: ReturnType<typeof deadlinesFor>) {
  const found = deadlines.filter((each) => each.clock === clock)
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('assignment clock', () => {
  it.each([
    [m(0), 'met'],
    [m(9, 59), 'met'],
    [m(10), 'met'],
    [m(10, 1), 'late'],
    [m(600), 'late'],
  ])('R036 C61 assigned at %s: %s', (assignedAt, state) =>
    expect(
      only('assign', deadlinesFor(stoves, sent, { receivedAt: report, assignedAt }, [], calendar, m(700))),
    ).toEqual({
      clock: 'assign',
      dueAt: m(10),
      startedAt: report,
      limitMinutes: 10,
      pausedMinutes: 0,
      hours: 'clock',
      rule: 'house',
      metAt: assignedAt,
      state,
    }),
  )

  it.each([
    [m(10), 'running'],
    [m(10, 1), 'late'],
  ])('R036 C61 nobody sent at %s: %s', (now, state) =>
    expect(only('assign', deadlinesFor(fitness, sent, { receivedAt: report }, [], calendar, now))).toMatchObject({
      state,
      metAt: null,
    }),
  )

  it.each([
    [m(4, 59), null, 299, 'fine'],
    [m(5), null, 300, 'due'],
    [m(10), null, 600, 'due'],
    [m(10, 1), null, 601, 'late'],
    [m(60), m(10), 600, 'fine'],
    [m(60), m(10, 1), 601, 'late'],
    [m(-1), null, 0, 'fine'], // a seat's clock may run ahead of the station's
  ])('R036 seen at %s, assigned at %s: %d seconds old, %s', (now, assignedAt, ageSeconds, state) =>
    expect(unassignedMark(report, assignedAt, now)).toEqual({ ageSeconds, state }),
  )
})

describe('visit and guidance of stoves (P32)', () => {
  it.each([
    [m(180), 'met'],
    [m(180, 1), 'late'],
  ])('R044 C56 arrived at %s: %s', (arrivedAt, state) =>
    expect(
      only('visit', deadlinesFor(stoves, sent, { receivedAt: report, arrivedAt }, [], calendar, m(700))),
    ).toMatchObject({ dueAt: '2026-11-20T05:36:00.000Z', limitMinutes: 180, rule: 'R044', state }),
  )

  it('R044 a later visit agreed with consent takes the place of the promise, an earlier one does not', () => {
    const visit = (agreedVisitAt: string) =>
      only('visit', deadlinesFor(stoves, sent, { receivedAt: report, agreedVisitAt }, [], calendar, m(200)))
    expect(visit(m(1440))).toMatchObject({ dueAt: m(1440), state: 'running' })
    expect(visit(m(120))).toMatchObject({ dueAt: m(180), state: 'late' })
  })

  it.each([
    [m(185), 'met'],
    [m(185, 1), 'late'],
  ])('R043 guided at +5 min, asked how it works at %s: %s', (followedUpAt, state) =>
    expect(
      deadlinesFor(stoves, guided, { receivedAt: report, guidedAt: m(5), followedUpAt }, [], calendar, m(700)),
    ).toMatchObject([{ clock: 'guide', startedAt: m(5), dueAt: m(185), limitMinutes: 180, rule: 'R043', state }]),
  )

  it('R043 counts from the report while nobody wrote down when the guidance was given', () =>
    expect(deadlinesFor(stoves, guided, { receivedAt: report }, [], calendar, m(1))).toMatchObject([{ dueAt: m(180) }]))
})

describe('levels of medical devices (P34)', () => {
  const dues = (level: string, marks: Omit<Marks, 'receivedAt'>) =>
    deadlinesFor(medical, { level, handling: 'dispatch' }, { receivedAt: report, ...marks }, [], calendar, m(0)).map(
      ({ clock, dueAt, rule }) => [rule, clock, (Date.parse(dueAt) - Date.parse(report)) / 60_000],
    )

  it('R056 R057 R058 C05 level I: respond 1 h, plan 30 min after, solved 4 h from the report', () => {
    const start = [
      ['house', 'assign', 10],
      ['R056', 'respond', 60],
    ]
    expect(dues('I', {})).toEqual([...start, ['R058', 'solve', 240]])
    expect(dues('I', { respondedAt: m(20) })).toEqual([...start, ['R057', 'plan', 50], ['R058', 'solve', 240]])
  })

  it('R059 R060 R061 C05 level II: on site 2 h, plan 1 h after arrival, solved 8 h from the report', () => {
    const start = [
      ['house', 'assign', 10],
      ['R059', 'respond', 120],
      ['R059', 'visit', 120],
    ]
    expect(dues('II', { respondedAt: m(20) })).toEqual([...start, ['R061', 'solve', 480]])
    expect(dues('II', { arrivedAt: m(100) })).toEqual([...start, ['R060', 'plan', 160], ['R061', 'solve', 480]])
  })

  it.each([
    ['R056', 'I', 'respond', 60, 'respondedAt'],
    ['R058', 'I', 'solve', 240, 'solvedAt'],
    ['R059', 'II', 'visit', 120, 'arrivedAt'],
    ['R061', 'II', 'solve', 480, 'solvedAt'],
  ] as const)('%s C61 level %s, %s: %d min passes, one second more is late', (rule, level, clock, minutes, mark) => {
    const state = (at: string) =>
      only(
        clock,
        deadlinesFor(
          medical,
          { level, handling: 'dispatch' },
          { receivedAt: report, [mark]: at },
          [],
          calendar,
          m(999),
        ),
      )
    expect(state(m(minutes))).toMatchObject({ state: 'met', rule })
    expect(state(m(minutes, 1))).toMatchObject({ state: 'late', rule })
  })

  it.each([
    ['R057', 'I', { respondedAt: m(20) }, 50],
    ['R060', 'II', { arrivedAt: m(20) }, 80],
  ] as const)('%s C61 the plan of level %s', (rule, level, marks, minutes) => {
    const state = (plannedAt: string) =>
      only(
        'plan',
        deadlinesFor(
          medical,
          { level, handling: 'dispatch' },
          { receivedAt: report, ...marks, plannedAt },
          [],
          calendar,
          m(999),
        ),
      )
    expect(state(m(minutes))).toMatchObject({ state: 'met', rule })
    expect(state(m(minutes, 1))).toMatchObject({ state: 'late', rule })
  })
})

describe('pauses', () => {
  const solve = (pauses: Pause[], now: string, solvedAt: string | null = null) =>
    only(
      'solve',
      deadlinesFor(
        medical,
        { level: 'I', handling: 'dispatch' },
        { receivedAt: report, solvedAt },
        pauses,
        calendar,
        now,
      ),
    )

  it.each<[string, Pause[], string, Partial<ReturnType<typeof solve>>]>([
    ['a closed pause', [{ from: m(60), to: m(90) }], m(100), { dueAt: m(270), pausedMinutes: 30, state: 'running' }],
    [
      'two that overlap',
      [
        { from: m(60), to: m(90) },
        { from: m(80), to: m(100) },
      ],
      m(110),
      { dueAt: m(280), pausedMinutes: 40 },
    ],
    ['one still open', [{ from: m(60), to: null }], m(100), { dueAt: m(280), pausedMinutes: 40, state: 'paused' }],
    ['open, long past the limit', [{ from: m(60), to: null }], m(1000), { dueAt: m(1180), state: 'paused' }],
    [
      'begun when it was late',
      [{ from: m(241), to: null }],
      m(1000),
      { dueAt: m(240), pausedMinutes: 0, state: 'late' },
    ],
    ['of another clock', [{ from: m(60), to: m(90), clock: 'visit' }], m(100), { dueAt: m(240), pausedMinutes: 0 }],
    ['of its own clock', [{ from: m(60), to: m(90), clock: 'solve' }], m(100), { dueAt: m(270), pausedMinutes: 30 }],
    ['before the report', [{ from: m(-60), to: m(10) }], m(20), { dueAt: m(250), pausedMinutes: 10 }],
    ['still to come', [{ from: m(100), to: m(200) }], m(50), { dueAt: m(240), pausedMinutes: 0, state: 'running' }],
  ])('%s', (_, pauses, now, expected) => expect(solve(pauses, now)).toMatchObject(expected))

  it('a case solved after its pause is measured without it', () => {
    const pauses = [{ from: m(60), to: m(90) }]
    expect(solve(pauses, m(999), m(270))).toMatchObject({ state: 'met', dueAt: m(270) })
    expect(solve(pauses, m(999), m(270, 1))).toMatchObject({ state: 'late' })
  })

  it('C59 stands still over the night in working hours', () => {
    const office: BusinessCalendar = { timeZone: 'Asia/Shanghai', week: fiveByEight, days: {} }
    const preset = { clocks: [{ ...stoves.clocks[1]!, hours: 'working' as const }] }
    const visit = (pauses: Pause[]) =>
      deadlinesFor(preset, sent, { receivedAt: '2026-11-20T09:00:00.000Z' }, pauses, office, '2026-11-23T01:00:00.000Z')
    // Friday 17:00: one hour today, two on Monday from 08:30
    expect(visit([])).toMatchObject([{ dueAt: '2026-11-23T02:30:00.000Z', hours: 'working' }])
    // paused from 17:30 to Monday 09:00: one working hour
    expect(visit([{ from: '2026-11-20T09:30:00.000Z', to: '2026-11-23T01:00:00.000Z' }])).toMatchObject([
      { dueAt: '2026-11-23T03:30:00.000Z', pausedMinutes: 60 },
    ])
  })

  it('C59 a limit reached as the working day ends is not moved by a pause in the evening', () => {
    const office: BusinessCalendar = { timeZone: 'Asia/Shanghai', week: fiveByEight, days: {} }
    const preset = { clocks: [{ ...stoves.clocks[1]!, hours: 'working' as const }] }
    const evening = [{ from: '2026-11-20T12:00:00.000Z', to: '2026-11-20T14:00:00.000Z' }]
    expect(
      deadlinesFor(
        preset,
        sent,
        { receivedAt: '2026-11-20T07:00:00.000Z' },
        evening,
        office,
        '2026-11-20T15:00:00.000Z',
      ),
    ).toMatchObject([{ dueAt: '2026-11-20T10:00:00.000Z', state: 'late', pausedMinutes: 0 }])
  })

  it('agrees with counting every minute that did not stand still', () => {
    const anyPauses = fc.array(
      fc
        .tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: 0, max: 120 }))
        .map(([from, length]) => [from, from + length] as const),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(anyPauses, (spans) => {
        let ran = 0
        let minute = 0
        for (; ran < 240; minute += 1) if (!spans.some(([from, to]) => from <= minute && minute < to)) ran += 1
        const pauses = spans.map(([from, to]) => ({ from: m(from), to: m(to) }))
        const due = (Date.parse(solve(pauses, m(5000)).dueAt) - Date.parse(report)) / 60_000
        // a pause that begins exactly where the limit ends leaves the clock standing at its limit
        while (spans.some(([from, to]) => from <= minute && minute < to)) minute += 1
        expect(due).toBe(minute)
      }),
      { numRuns: 500 },
    )
  })
})

describe('next deadline', () => {
  it('is the earliest one not met, late ones included, paused ones not', () => {
    const marks = { receivedAt: report, assignedAt: m(3) }
    const all = deadlinesFor(stoves, sent, marks, [], calendar, m(200))
    expect(nextDeadline(all)).toMatchObject({ clock: 'visit', state: 'late' })
    expect(nextDeadline(deadlinesFor(stoves, sent, marks, [{ from: m(5), to: null }], calendar, m(20)))).toBeNull()
    expect(nextDeadline([])).toBeNull()
  })
})

describe('time ledger', () => {
  const ledger: ClockEntry[] = [
    { clock: 'assign', kind: 'start', at: m(0) },
    { clock: 'solve', kind: 'start', at: m(0) },
    { clock: 'assign', kind: 'stop', at: m(4) },
    { clock: 'solve', kind: 'pause', at: m(30) },
    { clock: 'solve', kind: 'resume', at: m(90) },
    { clock: 'visit', kind: 'stop', at: m(100) },
    { clock: 'solve', kind: 'pause', at: m(110) },
  ]

  it('becomes marks and pauses', () =>
    expect(readClock(ledger)).toEqual({
      marks: { receivedAt: m(0), assignedAt: m(4), arrivedAt: m(100) },
      pauses: [
        { clock: 'solve', from: m(30), to: m(90) },
        { clock: 'solve', from: m(110), to: null },
      ],
    }))

  it('knows when guidance was given and followed up (R043)', () =>
    expect(
      readClock([
        { clock: 'respond', kind: 'start', at: m(0) },
        { clock: 'guide', kind: 'start', at: m(6) },
        { clock: 'guide', kind: 'stop', at: m(120) },
      ]).marks,
    ).toEqual({ receivedAt: m(0), guidedAt: m(6), followedUpAt: m(120) }))

  it('reads the same in any order', () => {
    const all = fc.shuffledSubarray(ledger, { minLength: ledger.length })
    fc.assert(
      fc.property(all, (shuffled) => {
        expect(readClock(shuffled)).toEqual(readClock(ledger))
      }),
    )
  })

  it('refuses a ledger in which nothing starts', () => expect(() => readClock([])).toThrow(RangeError))
})
