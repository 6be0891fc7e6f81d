import { describe, expect, it } from 'vitest'
import { addDays, addWorkingMinutes, type BusinessCalendar } from '../../shared/kit/calendar.ts'
import { computedYears, statutoryDays, yearState } from '../../shared/kit/calendar-cn.ts'
import { chinaDays2026 } from '../../shared/kit/calendar-cn-2026.ts'
import { isProvisional } from '../../shared/kit/provisional.ts'

/**
 * First day of the year, leap month (0: none) and long months (1, from the first on, the leap one in its place) as the Hong Kong Observatory prints
 * them: a table of its own, so that a slip in ours is seen. The engine's Chinese calendar is a day off in 2027 and 2030, where the new moon fell
 * minutes from midnight.
 */
const almanac: Readonly<Record<number, readonly [first: string, leap: number, long: string]>> = {
  2025: ['01-29', 6, '1010010101110'],
  2026: ['02-17', 0, '101001001110'],
  2027: ['02-06', 0, '110100100110'],
  2028: ['01-26', 5, '1110100100110'],
  2029: ['02-13', 0, '110101010011'],
  2030: ['02-03', 0, '010110101010'],
  2031: ['01-23', 3, '0110101101010'],
  2032: ['02-11', 0, '100101101101'],
  2033: ['01-31', 11, '0100101011101'],
  2034: ['02-19', 0, '010010101101'],
  2035: ['02-08', 0, '101001001101'],
  2036: ['01-28', 6, '1101001001011'],
  2037: ['02-15', 0, '110100100101'],
  2038: ['02-04', 0, '110101010010'],
  2039: ['01-24', 5, '1101101010100'],
  2040: ['02-12', 0, '101101011010'],
}

/** A day of the moon by the almanac; `clear` by the sun: the formula of the century for 清明. */
function almanacDays(year: number): string[] {
  const [first, leap, long] = almanac[year]!
  const dayOfMoon = (month: number, nth: number) => {
    const before = leap > 0 && leap < month ? month : month - 1
    const days = [...long].slice(0, before).reduce((sum, isLong) => sum + 29 + Number(isLong), 0)
    return addDays(`${year}-${first}`, days + nth - 1)
  }
  const clear = Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)
  return [dayOfMoon(1, 1), `${year}-04-0${clear}`, dayOfMoon(5, 5), dayOfMoon(8, 15)]
}

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

  it.each(computedYears)('of %i stand where the almanac has them', (year) => {
    const [spring = '', clear = '', boat = '', middle = ''] = almanacDays(year)
    expect(Object.keys(statutoryDays(year)).sort()).toEqual(
      [
        ...new Set([
          `${year}-01-01`,
          ...[-1, 0, 1, 2].map((away) => addDays(spring, away)),
          ...[clear, `${year}-05-01`, `${year}-05-02`, boat, middle],
          ...['01', '02', '03'].map((nth) => `${year}-10-${nth}`),
        ]),
      ].sort(),
    )
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
