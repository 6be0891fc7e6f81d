import { useTranslation } from 'react-i18next'
import { addDays } from '../../shared/kit/calendar.ts'
import { type Days, readDays } from '../../shared/lists/days.ts'
import type { ListFilter } from './FilterChips.tsx'

/** Spans of days that can be chosen, with today the last one. */
const spans = ['today', 'week', 'month'] as const

const daysBack: Readonly<Record<(typeof spans)[number], number>> = { today: 0, week: 6, month: 29 }

/** Days of a span that goes on until `today`, or those that were set; what nobody knows any more narrows nothing. */
export function daysOf(chosen: string | undefined, today: string): Days {
  const span = spans.find((known) => known === chosen)
  return span ? { from: addDays(today, -daysBack[span]), to: null } : (readDays(chosen) ?? { from: null, to: null })
}

/** Days back from today or any others, as a condition of a list. */
export function useSpanFilter(id: string, label: string): ListFilter {
  const { t } = useTranslation()
  return {
    id,
    label,
    isDays: true,
    choices: spans.map((value) => ({ value, text: t(`lists.filter.span.${value}`) })),
  }
}
