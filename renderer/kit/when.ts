import type { TFunction } from 'i18next'

const two = (value: number) => String(value).padStart(2, '0')
const dayOf = (date: Date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
const dayKeys: Readonly<Record<number, string>> = {
  [-1]: 'kit.when.yesterday',
  0: 'kit.when.today',
  1: 'kit.when.tomorrow',
}
const wholeDays = (fromOn: string, toOn: string) => Math.round((Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000)

/** A day (`2026-11-20`) within the year as 11-20, else whole; today, yesterday and tomorrow by name. */
export function shortDay(on: string, nowAt: string, t: TFunction): string {
  const today = dayOf(new Date(nowAt))
  const key = dayKeys[wholeDays(today, on)]
  if (key) return t(key)
  return on.slice(0, 4) === today.slice(0, 4) ? on.slice(5) : on
}

/** An instant in the clock of this computer: 14:00 today, else 昨天 14:00, 11-20 14:00, 2025-11-20. */
export function shortWhen(at: string, nowAt: string, language: string, t: TFunction, namesToday = false): string {
  const date = new Date(at)
  const on = dayOf(date)
  const time = date.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false })
  const isToday = on === dayOf(new Date(nowAt))
  if (isToday && !namesToday) return time
  return on.slice(0, 4) === dayOf(new Date(nowAt)).slice(0, 4) ? `${shortDay(on, nowAt, t)} ${time}` : on
}

/** The whole truth for hover: day, weekday, time with seconds, zone. */
export const exactTime = (at: string, language: string) =>
  new Date(at).toLocaleString(language, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  })

/**
 * What people type for a day: 2026-11-20, 20261120, 2026/11/20, 11-20, 1120, 11.20; within the year of `nowAt`.
 * Undefined when it is no day.
 */
export function readDay(typed: string, nowAt: string): string | undefined {
  const text = typed
    .trim()
    .replace(/[年月./\s]/g, '-')
    .replace(/日$/, '')
  const match = /^(?:(\d{4})-?)?(\d{1,2})-?(\d{2}|(?<=-)\d)$/.exec(text)
  if (!match) return undefined
  const [, year = String(new Date(nowAt).getFullYear()), month = '', day = ''] = match
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${on}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(on) ? on : undefined
}
