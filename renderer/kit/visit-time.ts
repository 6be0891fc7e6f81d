import { addDays, dayOf, instantAt } from '../../shared/kit/calendar.ts'
import { isDay } from './day-text.ts'

/** A window of a visit, instants UTC. */
export interface VisitWindow {
  fromAt: string
  toAt: string
}

const dayWords: Readonly<Record<string, number>> = {
  今天: 0,
  今: 0,
  today: 0,
  明天: 1,
  明: 1,
  tomorrow: 1,
  后天: 2,
  後天: 2,
}
const usualMinutes = 60

/**
 * A visit as it is agreed on the telephone, in the company's zone: `14:30`, `1430`, `14-16`, `明天 9`, `11-21 14:00-15:30`,
 * `11.21 9点半`. Without a day it is the next such time after `nowAt`; without an end it lasts an hour. Undefined when it
 * cannot be read, may be meant of the night as of the afternoon, or lies in the past.
 */
export function readVisit(text: string, nowAt: string, zone: string): VisitWindow | undefined {
  const today = dayOf(nowAt, zone)
  const { offset, on, rest } = splitDay(text.normalize('NFKC').trim().toLowerCase(), today)
  const clock = readClock(rest)
  if (!clock) return undefined
  const days = on ? [on] : offset === undefined ? [today, addDays(today, 1)] : [addDays(today, offset)]
  for (const day of days) {
    const fromAt = instantOf(day, clock.from, zone)
    if (fromAt > nowAt) return { fromAt, toAt: instantOf(day, clock.to, zone) }
  }
  return undefined
}

const instantOf = (day: string, minute: number, zone: string) => instantAt(day, minute * 60_000, zone)

function splitDay(text: string, today: string): { offset?: number; on?: string; rest: string } {
  for (const [word, offset] of Object.entries(dayWords).sort((a, b) => b[0].length - a[0].length))
    if (text.startsWith(word)) return { offset, rest: text.slice(word.length).trim() }
  const dated = /^(?:(\d{4})[-./年])?(\d{1,2})[-./月](\d{1,2})(?:日|号|號)?\s+(.+)$/.exec(text)
  if (!dated) return { rest: text }
  const [, year, month = '', day = '', rest = ''] = dated
  const written = (each: string) => `${each}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const thisYear = written(year ?? today.slice(0, 4))
  const on = year || thisYear >= today ? thisYear : written(String(Number(today.slice(0, 4)) + 1))
  return isDay(on) ? { on, rest } : { rest: '' }
}

function readClock(text: string): { from: number; to: number } | undefined {
  const [first = '', second, ...more] = text.split(/\s*(?:-|–|—|~|到|至)\s*/)
  if (more.length > 0) return undefined
  const from = minuteOf(first)
  if (from === undefined) return undefined
  const to = second === undefined ? from + usualMinutes : minuteOf(second)
  return to !== undefined && to > from && to <= 1440 ? { from, to } : undefined
}

/** `1` to `6` may be of the night or of the afternoon: `01` and `13` say which. */
const unclearHour = /^[1-6]$/

function minuteOf(text: string): number | undefined {
  const match = /^(\d{1,2})(?:(?:[:.点點时時](?:(\d{1,2})分?|(半))?)|(\d{2}))?$/.exec(text.trim())
  if (!match) return undefined
  const [, hour = '', minute, half, run] = match
  if (unclearHour.test(hour)) return undefined
  const minutes = Number(hour) * 60 + (half ? 30 : Number(minute ?? run ?? 0))
  return Number(hour) < 24 && Number(minute ?? run ?? 0) < 60 ? minutes : undefined
}
