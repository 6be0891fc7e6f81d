import { isByDays } from '../clocks/days.ts'
import { type BusinessCalendar, workingMinutesBetween } from '../kit/calendar.ts'
import type { ClockPolicy, Policy, PolicyProblem } from './schema.ts'

/** A limit has run out after so many weeks as its working hours stand (`house`: five years); holidays and pauses lie on top of them. */
const mostWeeks = 260

const dayMinutes = 1440
/** Any week, beginning with a Sunday. */
const [sundayAt, weekLaterAt] = ['2026-03-01T00:00:00.000Z', '2026-03-08T00:00:00.000Z']

/**
 * What no desk can work by: limits that would take longer than five years of its working hours, no working hours at all, or a limit of no time by
 * the clock, which every case has missed as it begins (of no days is the same day). Nothing new is accepted with one; what is kept already is read
 * as it is.
 */
export function unworkable({ clocks, duty }: Pick<Policy, 'clocks' | 'duty'>): PolicyProblem[] {
  const calendar: BusinessCalendar = { timeZone: 'UTC', week: duty[0].week, days: {} }
  const workingMinutes = workingMinutesBetween(sundayAt, weekLaterAt, calendar)
  if (workingMinutes === 0) return [{ path: 'duty.0.week', reason: 'noHours' }]
  const workingDays = duty[0].week.filter((windows) => windows.length > 0).length
  const weeksOf = ({ hours, limitMinutes }: ClockPolicy): number => {
    if (hours === 'working') return limitMinutes / workingMinutes
    if (!isByDays(hours)) return limitMinutes / dayMinutes / 7
    return limitMinutes / dayMinutes / (hours === 'workingDays' ? workingDays : 7)
  }
  const reasonOf = (clock: ClockPolicy): 'tooLong' | 'noTime' | undefined => {
    if (weeksOf(clock) > mostWeeks) return 'tooLong'
    return clock.limitMinutes === 0 && !isByDays(clock.hours) ? 'noTime' : undefined
  }
  return clocks.flatMap((clock, at) => {
    const reason = reasonOf(clock)
    return reason ? [{ path: `clocks.${at}.limitMinutes`, reason }] : []
  })
}
