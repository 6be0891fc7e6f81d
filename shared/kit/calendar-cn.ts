import { addDays, type BusinessCalendar, type DatedDay } from './calendar.ts'
import { isPublished } from './provisional.ts'

/** 正月初一, 清明, 端午, 中秋 by year, as the Purple Mountain almanac has them. */
const moonDays: Readonly<Record<string, readonly [spring: string, clear: string, boat: string, moon: string]>> = {
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
}

/** What is known of a year: its notice is entered, only the days the law itself names, or nothing. */
export type YearState = 'official' | 'statutory' | 'unknown'

/**
 * The thirteen days off a year that the law names (全国年节及纪念日放假办法, since 2025): 元旦, 除夕 to 初三, 清明, 1 and 2 May, 端午, 中秋,
 * 1 to 3 October. Without make-up days, which only the notice of the year knows. Empty for a year whose moon is not on file.
 */
export function statutoryDays(year: number): Readonly<Record<string, DatedDay>> {
  const moon = moonDays[year]
  if (!moon) return {}
  const [spring, clear, boat, middle] = moon.map((day) => `${year}-${day}`) as [string, string, string, string]
  const days = [
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((away) => addDays(spring, away)),
    clear,
    ...[`${year}-05-01`, `${year}-05-02`],
    boat,
    middle,
    ...[`${year}-10-01`, `${year}-10-02`, `${year}-10-03`],
  ]
  return Object.fromEntries(days.map((day): [string, DatedDay] => [day, 'off']))
}

/** Years whose statutory days can be computed. */
export const computedYears: readonly number[] = Object.keys(moonDays).map(Number)

/** What a calendar knows of a year. */
export function yearState(year: number, calendar: Pick<BusinessCalendar, 'publishedYears'>): YearState {
  if (isPublished(year, calendar)) return 'official'
  return computedYears.includes(year) ? 'statutory' : 'unknown'
}
