import { describe, expect, it } from 'vitest'
import { addDays, addWorkingMinutes, type BusinessCalendar } from '../../shared/kit/calendar.ts'
import { computedYears, isProvisional, statutoryDays, yearState } from '../../shared/kit/calendar-cn.ts'
import { chinaDays2026 } from '../../shared/kit/calendar-cn-2026.ts'

/** What the engine's own Chinese calendar calls a day: month/day of the moon. */
const moonName = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
const moonOf = (day: string) => moonName.format(new Date(`${day}T00:00:00.000Z`))

const day = [{ from: '09:00', to: '18:00' }]
const calendar: BusinessCalendar = {
  timeZone: 'Asia/Shanghai',
  week: [[], day, day, day, day, day, []],
  days: { ...chinaDays2026, ...statutoryDays(2027) },
  publishedYears: [2026],
}

describe('days off by law', () => {
  it.each(computedYears)('of %i are thirteen, less where two fall together', (year) => {
    const days = Object.keys(statutoryDays(year))
    expect(days.length).toBeLessThanOrEqual(13)
    expect(days.length).toBeGreaterThanOrEqual(12)
    for (const each of days) expect(each.slice(0, 4)).toBe(String(year))
  })

  it.each(computedYears)('of %i stand where the moon stands', (year) => {
    const days = Object.keys(statutoryDays(year))
    const spring = days.find((each, at) => at === 2)!
    // New moon fell 4 and 7 minutes from midnight in these years; the almanac has the day beside the engine's.
    const away = { 2027: 1, 2030: -1 }[year] ?? 0
    expect(moonOf(addDays(spring, away))).toBe('1/1')
    expect(days.map(moonOf)).toEqual(expect.arrayContaining(['5/5', '8/15']))
  })

  it('of 2026 lie within its notice, which has make-up days besides', () => {
    for (const each of Object.keys(statutoryDays(2026))) expect(chinaDays2026[each]).toBe('off')
  })
})

describe('a year without its notice', () => {
  it('2026-12-31 16:00 + 4 working hours of 09-18 = 2027-01-04 11:00, provisional', () => {
    const from = '2026-12-31T08:00:00.000Z'
    const due = addWorkingMinutes(from, 240, calendar)
    expect(due).toBe('2027-01-04T03:00:00.000Z')
    expect(isProvisional(from, due, calendar)).toBe(true)
    expect(isProvisional(from, '2026-12-31T10:00:00.000Z', calendar)).toBe(false)
    expect(isProvisional(from, due, { ...calendar, publishedYears: [2026, 2027] })).toBe(false)
  })

  it.each([
    [2026, 'official'],
    [2027, 'statutory'],
    [2040, 'statutory'],
    [2041, 'unknown'],
  ])('%i is %s', (year, state) => expect(yearState(year, calendar)).toBe(state))
})
