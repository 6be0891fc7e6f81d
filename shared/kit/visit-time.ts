import { addDays, dayOf, instantAt } from './calendar.ts'
import { spokenDay } from './spoken-day.ts'
import { spokenStretch } from './spoken-time.ts'

/** A window of a visit, instants UTC. */
export interface VisitWindow {
  fromAt: string
  toAt: string
}

const halfHourMs = 30 * 60_000

/** Why words name no time that can be agreed: it is over, it may be meant of the night as of the afternoon, or it cannot be read. */
export type VisitProblem = 'past' | 'unclear' | 'unreadable'

/**
 * A visit as it is agreed on the telephone, in the company's zone: `14:30`, `1430`, `14-16`, `明天 9`, 今晚8点半, 下周三下午3点, 周五上午,
 * `11-21 14:00-15:30`, `11.21 9点半`. Without a day it is the next such time after `nowAt`; without an end it lasts `usualMinutes`, past midnight too;
 * of a half of the day that runs already it is the rest. A weekday whose time is over is the next week's. Else says what is wrong: 今晚8点 after eight
 * is no time, and never tomorrow's.
 */
export function understandVisit(
  text: string,
  nowAt: string,
  zone: string,
  usualMinutes: number,
): { window: VisitWindow; problem?: never } | { window?: never; problem: VisitProblem } {
  const today = dayOf(nowAt, zone)
  const { on, again, rest } = spokenDay(text.normalize('NFKC').trim().toLowerCase(), today)
  const stretch = spokenStretch(rest, usualMinutes)
  if (stretch === 'unclear') return { problem: 'unclear' }
  if (!stretch || (on === null && stretch.isHalfDay)) return { problem: 'unreadable' }
  for (const day of on === null ? [today, addDays(today, 1)] : again ? [on, again] : [on]) {
    const [fromAt, toAt] = [instantOf(day, stretch.from, zone), instantOf(day, stretch.to, zone)]
    if (fromAt > nowAt) return { window: { fromAt, toAt } }
    const restAt = new Date((Math.floor(Date.parse(nowAt) / halfHourMs) + 1) * halfHourMs).toISOString()
    if (stretch.isHalfDay && restAt < toAt) return { window: { fromAt: restAt, toAt } }
  }
  return { problem: 'past' }
}

/** The window of `understandVisit`; undefined where there is none. */
export const readVisit = (text: string, nowAt: string, zone: string, usualMinutes: number): VisitWindow | undefined =>
  understandVisit(text, nowAt, zone, usualMinutes).window

const dayMinutes = 1440
/** Minutes of a day, those past its midnight of the next one. */
const instantOf = (day: string, minute: number, zone: string) =>
  instantAt(addDays(day, Math.floor(minute / dayMinutes)), (minute % dayMinutes) * 60_000, zone)
