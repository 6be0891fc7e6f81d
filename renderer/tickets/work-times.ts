import { dayOf, startOfDay, timeOf } from '../../shared/kit/calendar.ts'

/** Minute of the day of a time as typed: `12:41`, `1241`, `9`, `9点半`, `９：０５`; undefined when it is none. */
export function readTime(typed: string): number | undefined {
  const match = /^(\d{1,2})(?:[:.点點时時](?:(\d{1,2})分?|(半))?|(\d{2}))?$/.exec(typed.normalize('NFKC').trim())
  if (!match) return undefined
  const [, hour = '', minute, half, run] = match
  const minutes = half ? 30 : Number(minute ?? run ?? 0)
  return Number(hour) < 24 && minutes < 60 ? Number(hour) * 60 + minutes : undefined
}

/** The instant of a typed time on a day of the company's zone; null for an empty field, undefined when it is no time. */
export function instantOn(on: string, typed: string, zone: string): string | null | undefined {
  if (typed.trim() === '') return null
  const minute = readTime(typed)
  return minute === undefined ? undefined : new Date(Date.parse(startOfDay(on, zone)) + minute * 60_000).toISOString()
}

/** An instant as it is typed: `12:41`, and empty for none. */
export const timeText = (at: string | null, zone: string) => (at === null ? '' : timeOf(at, zone))

/** Day of an instant in the company's zone. */
export const dayText = (at: string, zone: string) => dayOf(at, zone)

/** An instant for a file: `2026-11-20 10:36` on the company's clock, empty for none. */
export const stampText = (at: string | null, zone: string) =>
  at === null ? '' : `${dayOf(at, zone)} ${timeOf(at, zone)}`
