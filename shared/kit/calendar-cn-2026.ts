import type { DatedDay } from './calendar.ts'
import { addDays } from './calendar.ts'

/** First and last day of each holiday (元旦, 春节, 清明, 劳动节, 端午, 中秋, 国庆). */
const holidays: readonly (readonly [first: string, last: string])[] = [
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
]

/** Weekend days worked instead (调休上班). */
const makeUpDays = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']

/**
 * Public holidays of mainland China 2026 with make-up working days, for `BusinessCalendar.days`.
 * Source: 国务院办公厅关于2026年部分节假日安排的通知, announced 2025-11-04.
 */
export const chinaDays2026: Readonly<Record<string, DatedDay>> = (() => {
  const days: Record<string, DatedDay> = {}
  for (const [first, last] of holidays) for (let day = first; day <= last; day = addDays(day, 1)) days[day] = 'off'
  for (const day of makeUpDays) days[day] = 'working'
  return days
})()
