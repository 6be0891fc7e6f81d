import { isDay } from '../../shared/kit/spoken-day.ts'
import { dayParts } from '../kit/day-text.ts'

const two = (text: string) => text.padStart(2, '0')

/**
 * A purchase day as people say it: 20250318, 2025-3-18, 25.3.18, 2025 年 3 月 18 日, 3.18, 0318. Without a year it is the
 * latest such day up to `today` (`2026-11-20`), since nobody buys tomorrow. Undefined when it is no day or lies ahead.
 */
export function readPurchaseDay(text: string, today: string): string | undefined {
  const parts = dayParts(text)
  if (!parts) return undefined
  const [year, month, day] = parts
  const thisYear = Number(today.slice(0, 4))
  const years = year ? [year.length === 2 ? 2000 + Number(year) : Number(year)] : [thisYear, thisYear - 1]
  for (const each of years) {
    const on = `${each}-${two(month)}-${two(day)}`
    if (isDay(on) && on <= today) return on
  }
  return undefined
}
