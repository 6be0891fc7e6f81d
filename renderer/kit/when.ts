import type { TFunction } from 'i18next'
import { companyDay, companyTime, companyZone } from './station-clock.ts'

const dayKeys: Readonly<Record<number, string>> = {
  [-1]: 'kit.when.yesterday',
  0: 'kit.when.today',
  1: 'kit.when.tomorrow',
}
const wholeDays = (fromOn: string, toOn: string) => Math.round((Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000)

/** A day (`2026-11-20`) within the year as 11-20, else whole; today, yesterday and tomorrow by name. */
export function shortDay(on: string, nowAt: string, t: TFunction): string {
  const today = companyDay(nowAt)
  const key = dayKeys[wholeDays(today, on)]
  if (key) return t(key)
  return on.slice(0, 4) === today.slice(0, 4) ? on.slice(5) : on
}

/** An instant on the company's clock: 14:00 today, else 昨天 14:00, 11-20 14:00, 2025-11-20. */
export function shortWhen(at: string, nowAt: string, language: string, t: TFunction, namesToday = false): string {
  const [on, today] = [companyDay(at), companyDay(nowAt)]
  if (on === today && !namesToday) return companyTime(at)
  return on.slice(0, 4) === today.slice(0, 4) ? `${shortDay(on, nowAt, t)} ${companyTime(at)}` : on
}

/** The weekday of an instant at the company: 周五, Fri. */
export const weekdayOf = (at: string, language: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: companyZone() }).format(new Date(at))

/** The whole truth for hover: day, weekday, time with seconds, zone; on the company's clock. */
export const exactTime = (at: string, language: string) =>
  new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: companyZone(),
    timeZoneName: 'short',
  }).format(new Date(at))

/**
 * What people type for a day: 2026-11-20, 20261120, 2026/11/20, 11-20, 1120, 11.20; within the company's year at `nowAt`.
 * Undefined when it is no day.
 */
export function readDay(typed: string, nowAt: string): string | undefined {
  const text = typed
    .trim()
    .replace(/[年月./\s]/g, '-')
    .replace(/日$/, '')
  const match = /^(?:(\d{4})-?)?(\d{1,2})-?(\d{2}|(?<=-)\d)$/.exec(text)
  if (!match) return undefined
  const [, year = companyDay(nowAt).slice(0, 4), month = '', day = ''] = match
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${on}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(on) ? on : undefined
}
