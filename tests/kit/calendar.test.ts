import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chinaDays2026 } from '../../shared/kit/calendar-cn-2026.ts'
import {
  addDays,
  addWorkingMinutes,
  dayOf,
  daysBetween,
  endOfDay,
  isWorkingAt,
  startOfDay,
  timeOf,
  windowsOn,
  workingMinutesBetween,
  type BusinessCalendar,
  type DatedDay,
  type Week,
  type Window,
} from '../../shared/kit/calendar.ts'

const day: readonly Window[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
]
const officeWeek: Week = [[], day, day, day, day, day, []]
const shanghai: BusinessCalendar = { timeZone: 'Asia/Shanghai', week: officeWeek, days: chinaDays2026 }

const zones = [
  'Asia/Shanghai',
  'Asia/Taipei',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Santiago',
]

/** Minute by minute, straight from Intl: slow and hard to get wrong. */
function oracle(calendar: BusinessCalendar) {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: calendar.timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const worksAt = (ms: number) => {
    const [date = '', time = ''] = format.format(ms).split(' ')
    const dated = calendar.days[date]
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay()
    const monday = calendar.week[1]
    const windows = dated === 'off' ? [] : dated === 'working' ? monday : (dated ?? calendar.week[weekday]!)
    return windows.some(({ from, to }) => from <= time.slice(0, 5) && time.slice(0, 5) < to)
  }
  return {
    worksAt,
    between(from: number, to: number) {
      let minutes = 0
      for (let at = from; at < to; at += 60_000) if (worksAt(at)) minutes += 1
      return minutes
    },
    add(from: number, minutes: number) {
      let at = from
      for (let left = minutes; left > 0; at += 60_000) if (worksAt(at)) left -= 1
      return at
    },
  }
}

const time = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const anyWindows = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 6 })
  .map((minutes) => minutes.sort((a, b) => a - b))
  .map((minutes) =>
    Array.from({ length: Math.floor(minutes.length / 2) }, (_, at) => ({
      from: time(minutes[2 * at]!),
      to: time(minutes[2 * at + 1]!),
    })),
  )
/** Clocks change in these weeks in one zone or another. */
const anyStart = fc
  .tuple(
    fc.constantFrom('2026-03-07', '2026-03-28', '2026-04-04', '2026-09-05', '2026-10-24', '2026-10-31', '2026-02-13'),
    fc.integer({ min: 0, max: 3 * 1440 }),
  )
  .map(([from, minutes]) => Date.parse(`${from}T00:00:00.000Z`) + minutes * 60_000)
const anyCalendar: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  week: fc
    .tuple(anyWindows, anyWindows, anyWindows, anyWindows, anyWindows, anyWindows)
    .map(([a, b, c, d, e, f]): Week => [a, [{ from: '09:00', to: '24:00' }], b, c, d, e, f]),
  days: fc.dictionary(
    fc.integer({ min: 1, max: 28 }).map((of) => `2026-03-${String(of).padStart(2, '0')}`),
    fc.oneof(fc.constant<DatedDay>('off'), fc.constant<DatedDay>('working'), anyWindows),
    { maxKeys: 4 },
  ),
})
const iso = (ms: number) => new Date(ms).toISOString()

describe('business calendar', () => {
  it('C59 agrees with counting minute by minute, over changes of clocks, lunch, holidays and make-up days', () => {
    fc.assert(
      fc.property(anyCalendar, anyStart, fc.integer({ min: 1, max: 1500 }), (calendar, start, minutes) => {
        const slow = oracle(calendar)
        expect(isWorkingAt(iso(start), calendar)).toBe(slow.worksAt(start))
        expect(workingMinutesBetween(iso(start), iso(start + 2880 * 60_000), calendar)).toBe(
          slow.between(start, start + 2880 * 60_000),
        )
        expect(addWorkingMinutes(iso(start), minutes, calendar)).toBe(iso(slow.add(start, minutes)))
      }),
      { numRuns: 20 },
    )
  })

  it('C59 takes back what it added, to the millisecond', () => {
    fc.assert(
      fc.property(anyCalendar, anyStart, fc.integer({ min: 0, max: 20_000 }), fc.nat(59_999), (calendar, at, n, ms) => {
        const start = iso(at + ms)
        expect(workingMinutesBetween(start, addWorkingMinutes(start, n, calendar), calendar)).toBe(n)
      }),
    )
  })

  it.each([
    ['2026-03-02T00:30:00.000Z', 60, '2026-03-02T01:30:00.000Z', 'inside the morning'],
    ['2026-03-02T03:50:00.000Z', 10, '2026-03-02T04:00:00.000Z', 'to the last minute before lunch'],
    ['2026-03-02T03:50:00.000Z', 11, '2026-03-02T05:31:00.000Z', 'over lunch'],
    ['2026-03-02T04:30:00.000Z', 1, '2026-03-02T05:31:00.000Z', 'begun at lunch'],
    ['2026-03-06T09:59:00.000Z', 2, '2026-03-09T00:31:00.000Z', 'over a weekend'],
    ['2026-02-13T09:59:00.000Z', 2, '2026-02-14T00:31:00.000Z', 'into a Saturday worked instead'],
    ['2026-02-14T09:59:00.000Z', 2, '2026-02-24T00:31:00.000Z', 'over the Spring Festival'],
    ['2026-03-07T05:00:00.000Z', 0, '2026-03-07T05:00:00.000Z', 'nothing on a Saturday'],
  ])('from %s, %d working minutes end at %s (%s)', (start, minutes, end) =>
    expect(addWorkingMinutes(start, minutes, shanghai)).toBe(end),
  )

  it('looks ten years ahead in a calendar that never works, and refuses negative minutes', () => {
    const never = { ...shanghai, week: [[], [], [], [], [], [], []] as Week, days: {} }
    expect(addWorkingMinutes('2026-03-02T00:30:00.000Z', 1, never)).toBe('2036-03-09T00:30:00.000Z')
    expect(() => addWorkingMinutes('2026-03-02T00:30:00.000Z', -1, shanghai)).toThrow(RangeError)
  })

  it('counts nothing backwards', () =>
    expect(workingMinutesBetween('2026-03-02T02:00:00.000Z', '2026-03-02T01:00:00.000Z', shanghai)).toBe(0))

  it('does 10,000 computations in less than 300 ms', () => {
    const starts = Array.from({ length: 10_000 }, (_, at) =>
      iso(Date.parse('2026-01-01T00:00:00.000Z') + at * 3_000_000),
    )
    const spent = Array.from({ length: 5 }, () => {
      const begun = performance.now()
      for (const start of starts) addWorkingMinutes(start, 600, shanghai)
      return performance.now() - begun
    })
    expect(Math.min(...spent)).toBeLessThan(300)
  })
})

describe('days', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', 'Asia/Shanghai', '2026-03-01', '23:59'],
    ['2026-03-01T16:00:00.000Z', 'Asia/Shanghai', '2026-03-02', '00:00'],
    ['2026-03-08T06:59:00.000Z', 'America/New_York', '2026-03-08', '01:59'],
    ['2026-03-08T07:00:00.000Z', 'America/New_York', '2026-03-08', '03:00'],
    ['2026-11-01T06:30:00.000Z', 'America/New_York', '2026-11-01', '01:30'],
    ['2026-04-04T15:15:00.000Z', 'Australia/Lord_Howe', '2026-04-05', '01:45'],
  ])('%s in %s is %s, %s', (instant, zone, on, clock) => {
    expect(dayOf(instant, zone)).toBe(on)
    expect(timeOf(instant, zone)).toBe(clock)
  })

  it.each([
    ['2026-03-02', 'Asia/Shanghai', '2026-03-01T16:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'], // clocks jump from 00:00 to 01:00
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'], // a day Samoa never had
  ])('%s in %s begins at %s', (on, zone, instant) => expect(startOfDay(on, zone)).toBe(instant))

  it('ends a day one millisecond before the next', () =>
    expect(endOfDay('2026-03-08', 'America/New_York')).toBe('2026-03-09T03:59:59.999Z'))

  it('begins every day with an instant of that day, and not later than needed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 20_000 }), (zone, days) => {
        const on = addDays('1975-01-01', days)
        const start = startOfDay(on, zone)
        expect(dayOf(start, zone)).toBe(on)
        expect(dayOf(iso(Date.parse(start) - 1), zone)).toBe(addDays(on, -1))
      }),
    )
  })

  it('adds days and takes them back', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(daysBetween('2026-11-20', '2027-03-17')).toBe(117)
    expect(daysBetween('2027-03-17', '2026-11-20')).toBe(-117)
  })
})

describe('holidays of mainland China 2026', () => {
  const days = Object.entries(chinaDays2026)
  const weekday = (on: string) => new Date(`${on}T00:00:00Z`).getUTCDay()

  it('gives 33 days off and six weekend days worked instead', () => {
    expect(days.filter(([, kind]) => kind === 'off')).toHaveLength(33)
    const worked = days.filter(([, kind]) => kind === 'working').map(([on]) => on)
    expect(worked).toHaveLength(6)
    expect(worked.every((on) => [0, 6].includes(weekday(on)))).toBe(true)
  })

  it('takes the hours of a weekday on a Saturday worked instead, and none on a holiday', () => {
    expect(windowsOn('2026-02-14', shanghai)).toEqual(day)
    expect(windowsOn('2026-02-16', shanghai)).toEqual([])
    expect(windowsOn('2026-10-01', shanghai)).toEqual([])
  })
})
