import type { TFunction } from 'i18next'
import { isDay } from '../../shared/kit/spoken-day.ts'

const two = (text: string) => text.padStart(2, '0')

/** Year (empty when none was written), month and day as digits, of 20250318, 2025-3-18, 25.3.18, 2025 年 3 月 18 日, 3.18, 0318. */
export function dayParts(text: string): [year: string, month: string, day: string] | undefined {
  const written = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/[年月./\s]+/g, '-')
    .replace(/[日号號]$/, '')
    .replaceAll(/-+/g, '-')
  const apart = /^(?:(\d{2}|\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(written)
  const run = /^(\d{4})?(\d{2})(\d{2})$/.exec(written) ?? /^(\d{2})(\d{2})(\d{2})$/.exec(written)
  const found = apart ?? run
  return found ? [found[1] ?? '', found[2] ?? '', found[3] ?? ''] : undefined
}

/** The day that was meant but is in no calendar: `2025-02-30`, or `02-30` without a year. Undefined for a real day and for no day. */
export function missingDay(text: string): string | undefined {
  const parts = dayParts(text)
  if (!parts) return undefined
  const [year, month, day] = parts
  const inYear = `${two(month)}-${two(day)}`
  if (year === '') return isDay(`2024-${inYear}`) ? undefined : inYear
  const on = `${year.length === 2 ? `20${year}` : year}-${inYear}`
  return isDay(on) ? undefined : on
}

/** What to say of a text that is no day: that this day does not exist, else `otherwise`, how to write one. */
export function dayProblem(text: string, t: TFunction, otherwise: string): string {
  const day = missingDay(text)
  return day === undefined ? otherwise : t('kit.day.missing', { day })
}
