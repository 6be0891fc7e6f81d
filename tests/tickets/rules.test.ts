import { describe, expect, it } from 'vitest'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import { supply } from '../../shared/presets/p04-supply.ts'
import { radiation } from '../../shared/presets/p09-radiation.ts'
import { itSystems } from '../../shared/presets/p10-it-systems.ts'
import { fitness } from '../../shared/presets/p21-fitness.ts'
import { stoves } from '../../shared/presets/p32-stoves.ts'
import { medical } from '../../shared/presets/p34-medical.ts'
import { everyDayEightToSix, houseLimits } from '../../shared/presets/shared-parts.ts'
import { clocksOf, deadlinesFor, isWait, endsWith, type Marks, waitFor } from '../../shared/tickets/rules.ts'

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

describe('limits of a case', () => {
  /** Those that tell one case from another: the waits and the same day of a wrong fact hold for every one. */
  const limits = (...of: Parameters<typeof clocksOf>) =>
    clocksOf(...of)
      .filter((limit) => !houseLimits.includes(limit))
      .map(({ clock, limitMinutes, rule }) => `${clock} ${limitMinutes} ${rule}`)

  it.each([
    ['R067 a repair', supply, { kind: 'repair', ...sent }, ['assign 10 house', 'respond 120 R066', 'visit 720 R067']],
    [
      'R068 guidance',
      supply,
      { kind: 'onSiteGuidance', ...sent },
      ['assign 10 house', 'respond 120 R066', 'visit 1440 R068'],
    ],
    ['a case of no kind', supply, sent, ['assign 10 house', 'respond 120 R066']],
    ['R392 an inquiry', radiation, { kind: 'inquiry', ...guided }, ['respond 1440 R392 R082']],
    [
      'C89 level 1',
      itSystems,
      { ...sent, level: 'level1' },
      ['assign 10 house', 'respond 10 house', 'solve 240 R075', 'visit 240 R076', 'plan 300 R077'],
    ],
    [
      'R081 level 3',
      itSystems,
      { ...sent, level: 'level3' },
      ['assign 10 house', 'respond 240 R075', 'solve 240 R075', 'visit 240 R076', 'plan 300 R077'],
    ],
  ])('%s runs under its own: one of its kind or level comes before one of all', (_, trade, kind, expected) =>
    expect(limits(trade, kind)).toEqual(expected),
  )
})

describe('assignment clock', () => {
  it.each([
    [m(0), 'met'],
    [m(9, 59), 'met'],
    [m(10), 'met'],
    [m(10, 1), 'late'],
    [m(600), 'late'],
  ])('R036 C61 assigned at %s: %s', (assignedAt, state) =>
    expect(
      only('assign', deadlinesFor(stoves, sent, { received: report, assigned: assignedAt }, calendar, m(700))),
    ).toMatchObject({
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
    expect(only('assign', deadlinesFor(fitness, sent, { received: report }, calendar, now))).toMatchObject({
      state,
      metAt: null,
    }),
  )
})

describe('visit and guidance of stoves (P32)', () => {
  it.each([
    [m(180), 'met'],
    [m(180, 1), 'late'],
  ])('R044 C56 arrived at %s: %s', (arrivedAt, state) =>
    expect(
      only('visit', deadlinesFor(stoves, sent, { received: report, arrived: arrivedAt }, calendar, m(700))),
    ).toMatchObject({ dueAt: '2026-11-20T05:36:00.000Z', limitMinutes: 180, rule: 'R044', state }),
  )

  it('R044 a later visit agreed with consent takes the place of the promise, an earlier one does not', () => {
    const visit = (agreedVisit: string) =>
      only('visit', deadlinesFor(stoves, sent, { received: report, agreedVisit }, calendar, m(200)))
    expect(visit(m(1440))).toMatchObject({ dueAt: m(1440), state: 'running' })
    expect(visit(m(120))).toMatchObject({ dueAt: m(180), state: 'late' })
  })

  it.each([
    [m(185), 'met'],
    [m(185, 1), 'late'],
  ])('R043 guided at +5 min, asked how it works at %s: %s', (followedUpAt, state) =>
    expect(
      deadlinesFor(stoves, guided, { received: report, guided: m(5), followedUp: followedUpAt }, calendar, m(700)),
    ).toMatchObject([{ clock: 'guide', startedAt: m(5), dueAt: m(185), limitMinutes: 180, rule: 'R043', state }]),
  )

  it('R043 counts from the report while nobody wrote down when the guidance was given', () =>
    expect(deadlinesFor(stoves, guided, { received: report }, calendar, m(1))).toMatchObject([{ dueAt: m(180) }]))
})

describe('levels of medical devices (P34)', () => {
  const dues = (level: string, marks: Omit<Marks, 'received'>) =>
    deadlinesFor(medical, { level, handling: 'dispatch' }, { received: report, ...marks }, calendar, m(0)).map(
      ({ clock, dueAt, rule }) => [rule, clock, (Date.parse(dueAt) - Date.parse(report)) / 60_000],
    )

  it('R056 R057 R058 C05 level I: respond 1 h, plan 30 min after, solved 4 h from the report', () => {
    const start = [
      ['house', 'assign', 10],
      ['R056', 'respond', 60],
    ]
    expect(dues('I', {})).toEqual([...start, ['R058', 'solve', 240]])
    expect(dues('I', { responded: m(20) })).toEqual([
      ['house', 'assign', 10],
      ['R057', 'plan', 50],
      ['R056', 'respond', 60],
      ['R058', 'solve', 240],
    ])
  })

  it('R059 R060 R061 C05 level II: on site 2 h, plan 1 h after arrival, solved 8 h from the report', () => {
    const start = [
      ['house', 'assign', 10],
      ['R059', 'respond', 120],
      ['R059', 'visit', 120],
    ]
    expect(dues('II', { responded: m(20) })).toEqual([...start, ['R061', 'solve', 480]])
    expect(dues('II', { arrived: m(100) })).toEqual([...start, ['R060', 'plan', 160], ['R061', 'solve', 480]])
  })

  it.each([
    ['R056', 'I', 'respond', 60, 'responded'],
    ['R058', 'I', 'solve', 240, 'finished'],
    ['R059', 'II', 'visit', 120, 'arrived'],
    ['R061', 'II', 'solve', 480, 'finished'],
  ] as const)('%s C61 level %s, %s: %d min passes, one second more is late', (rule, level, clock, minutes, mark) => {
    const state = (at: string) =>
      only(
        clock,
        deadlinesFor(medical, { level, handling: 'dispatch' }, { received: report, [mark]: at }, calendar, m(999)),
      )
    expect(state(m(minutes))).toMatchObject({ state: 'met', rule })
    expect(state(m(minutes, 1))).toMatchObject({ state: 'late', rule })
  })

  it.each([
    ['R057', 'I', { responded: m(20) }, 50],
    ['R060', 'II', { arrived: m(20) }, 80],
  ] as const)('%s C61 the plan of level %s', (rule, level, marks, minutes) => {
    const state = (planned: string) =>
      only(
        'plan',
        deadlinesFor(
          medical,
          { level, handling: 'dispatch' },
          { received: report, ...marks, planned },
          calendar,
          m(999),
        ),
      )
    expect(state(m(minutes))).toMatchObject({ state: 'met', rule })
    expect(state(m(minutes, 1))).toMatchObject({ state: 'late', rule })
  })
})

describe('what runs while a ticket waits', () => {
  it.each([
    ['waitingForPart', null, 'part', 3 * 1440, 'clock'],
    ['waitingForMaker', null, 'factory', 7 * 1440, 'clock'],
    ['waitingForCustomer', null, 'customer', 1440, 'clock'],
    ['waitingForPart', '2026-11-24', 'part', 4 * 1440, 'days'],
    ['waitingForPart', '2026-11-20', 'part', 0, 'days'],
    ['waitingForPart', '2026-11-01', 'part', 0, 'days'], // a day that is over ends with today
  ] as const)('house %s until %s: %s, %d minutes by %s', (reason, untilOn, clock, limitMinutes, hours) => {
    const term = { limitMinutes, hours, rule: 'house' }
    expect(waitFor([], reason, untilOn, '2026-11-20')).toEqual({ clock, term })
    expect(waitFor(stoves.clocks, reason, untilOn, '2026-11-20')).toEqual({ clock, term })
    expect(isWait(clock)).toBe(true)
  })

  it('knows what meets a clock; a company’s own is met by the solution', () =>
    expect(['assign', 'visit', 'plan', 'spareUnit'].map((clock) => endsWith({ clocks: [] }, sent, clock))).toEqual([
      'assigned',
      'arrived',
      'planned',
      'finished',
    ]))

  it('a limit that says what ends it ends so, also where the case is of another level by now', () => {
    const [solve] = supply.clocks
    const own = { ...solve!, clock: 'own1', level: 'I', endsAt: 'loaned' }
    expect(endsWith({ clocks: [own] }, { ...sent, level: 'I' }, 'own1')).toBe('loaned')
    expect(endsWith({ clocks: [own] }, { ...sent, level: 'II' }, 'own1')).toBe('loaned')
  })

  it('waits as long as the company lets it', () => {
    const clocks = stoves.clocks.map((limit) => (limit.clock === 'part' ? { ...limit, limitMinutes: 600 } : limit))
    expect(waitFor(clocks, 'waitingForPart', null, '2026-11-20').term).toMatchObject({ limitMinutes: 600 })
    expect(waitFor(clocks, 'waitingForMaker', null, '2026-11-20').term).toMatchObject({ limitMinutes: 7 * 1440 })
  })

  it('lets the limit of a level come before the one of every level', () => {
    const [respond] = medical.clocks.filter(({ clock, level }) => clock === 'respond' && level === 'I')
    const { level: _, ...everyLevel } = { ...respond!, limitMinutes: 999 }
    const found = clocksOf({ clocks: [everyLevel, respond!] }, { level: 'I', handling: 'dispatch' })
    expect(found.map(({ limitMinutes }) => limitMinutes)).toEqual([60])
  })
})
