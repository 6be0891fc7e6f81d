import { addDays, dayOf, instantAt } from './calendar.ts'
import { spokenDay } from './spoken-day.ts'
import { spokenStretch } from './spoken-time.ts'

/** A window of a visit, instants UTC. */
export interface VisitWindow {
  fromAt: string
  toAt: string
}

const halfHourMs = 30 * 60_000

/**
 * A visit as it is agreed on the telephone, in the company's zone: `14:30`, `1430`, `14-16`, `明天 9`, 今晚8点半, 下周三下午3点, 周五上午,
 * `11-21 14:00-15:30`, `11.21 9点半`. Without a day it is the next such time after `nowAt`; without an end it lasts `usualMinutes`; of a half of the day
 * that runs already it is the rest. Undefined when it cannot be read, may be meant of the night as of the afternoon, or lies in the past: 今晚8点
 * after eight is no time, and never tomorrow's.
 */
export function readVisit(text: string, nowAt: string, zone: string, usualMinutes: number): VisitWindow | undefined {
  const today = dayOf(nowAt, zone)
  const { on, rest } = spokenDay(text.normalize('NFKC').trim().toLowerCase(), today)
  const stretch = spokenStretch(rest, usualMinutes)
  if (!stretch || (on === null && stretch.isHalfDay)) return undefined
  for (const day of on === null ? [today, addDays(today, 1)] : [on]) {
    const [fromAt, toAt] = [instantOf(day, stretch.from, zone), instantOf(day, stretch.to, zone)]
    if (fromAt > nowAt) return { fromAt, toAt }
    const restAt = new Date((Math.floor(Date.parse(nowAt) / halfHourMs) + 1) * halfHourMs).toISOString()
    if (stretch.isHalfDay && restAt < toAt) return { fromAt: restAt, toAt }
  }
  return undefined
}

const instantOf = (day: string, minute: number, zone: string) => instantAt(day, minute * 60_000, zone)
