import { addDays, type BusinessCalendar, dayOf, endOfDay, startOfDay, workingMinutesBetween } from '../kit/calendar.ts'
import type { ClockHours } from './schema.ts'

type DayHours = Extract<ClockHours, 'days' | 'workingDays'>

/** Minutes of a day, as limits in days are written down. */
export const dayMinutes = 1440
const minuteMs = 60_000
const dayMs = dayMinutes * minuteMs
/** Parts of a day are kept in whole milliseconds; less than this of a day is none. */
const nothingMs = 1000
/** A last day is not looked for further ahead than this. */
const farthestDays = 3_660

/** Whether a limit is counted in days rather than in hours. */
export function isByDays(hours: ClockHours): hours is DayHours {
  return hours === 'days' || hours === 'workingDays'
}

/**
 * How much of a limit in days runs between two instants, each day that counts taken as 24 hours: every day after that of the start (C83), of
 * `workingDays` those on which somebody works. A day counts by parts, of `workingDays` by its working time: half of the hours of a day is half a
 * day, however long the day is. So a pause gives back the parts of days that passed in it: nothing for a night, a weekend, a holiday or the rest
 * of the first day, all of a make-up day, and pauses of a morning and of an afternoon one day together.
 *
 * No paper says how a pause is given back to a limit in days, and a limit in days ends with a day (C83): so any part of a day that passed in a
 * pause, be it an hour, moves the end to the next day that counts, once; further hours move nothing more until the parts together come to more
 * than that day. The time that was lost is always given back, never less, and at most the rest of one day more: `house`, on the side of whoever
 * waited for something he could not hasten.
 */
export function ranInDays(
  hours: DayHours,
  startedAt: string,
  fromAt: string,
  toAt: string,
  calendar: BusinessCalendar,
): number {
  const { timeZone } = calendar
  const last = dayOf(toAt, timeZone)
  let ran = 0
  for (
    let day = laterOf(dayOf(fromAt, timeZone), addDays(dayOf(startedAt, timeZone), 1));
    day <= last;
    day = addDays(day, 1)
  ) {
    const [opensAt, closesAt] = [startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)]
    const whole = lengthOf(hours, opensAt, closesAt, calendar)
    if (whole > 0) ran += lengthOf(hours, laterOf(fromAt, opensAt), earlierOf(toAt, closesAt), calendar) / whole
  }
  return Math.round(ran * dayMs)
}

/**
 * When a limit in days runs out of which so much is left at an instant: always with a day, the last millisecond of that on which the rest has
 * run. Where nothing is left the day it goes on is the last.
 */
export function daysRunOutAt(
  hours: DayHours,
  startedAt: string,
  fromAt: string,
  leftMs: number,
  calendar: BusinessCalendar,
): string {
  const { timeZone } = calendar
  let day = dayOf(fromAt, timeZone)
  let left = leftMs
  for (let ahead = 0; left > nothingMs && ahead < farthestDays; ahead += 1) {
    if (ahead > 0) day = addDays(day, 1)
    left -= ranInDays(
      hours,
      startedAt,
      laterOf(fromAt, startOfDay(day, timeZone)),
      startOfDay(addDays(day, 1), timeZone),
      calendar,
    )
  }
  return endOfDay(day, timeZone)
}

function lengthOf(hours: DayHours, fromAt: string, toAt: string, calendar: BusinessCalendar): number {
  return hours === 'workingDays'
    ? workingMinutesBetween(fromAt, toAt, calendar)
    : Math.max(0, Date.parse(toAt) - Date.parse(fromAt))
}

const laterOf = (a: string, b: string) => (a > b ? a : b)
const earlierOf = (a: string, b: string) => (a < b ? a : b)
