import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CompanyRow } from '../../shared/admin/schema.ts'
import { type BusinessCalendar, dayOf, timeOf } from '../../shared/kit/calendar.ts'
import type { Language, Text } from '../../shared/kit/words.ts'
import { offeredBy } from '../../shared/presets/offered.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { useCompany } from '../app/use-house.ts'
import { useCalendar, usePolicies } from '../app/use-policies.ts'
import { shortDay } from '../kit/when.ts'
import { useNow } from '../kit/use-now.ts'

/** The company and what the policies of its trade offer today, with the clock as a value. */
export interface Trade {
  company: CompanyRow
  preset: Policy
  calendar: BusinessCalendar
  /** Day in the company's zone: `2026-11-20`. */
  today: string
  /** Moves each half minute. */
  nowAt: string
}

/** null until the house has answered. */
export function useTrade(): Trade | null {
  const company = useCompany()
  const nowAt = useNow()
  const today = company ? dayOf(nowAt, company.timeZone) : ''
  const now = usePolicies()
  const calendar = useCalendar(now, company?.timeZone)
  const preset = useMemo(() => (now ? offeredBy(now.policy) : null), [now])
  return company && preset && calendar ? { company, preset, calendar, today, nowAt } : null
}

/** A text of the presets in the member's language. */
export function useSay(): (text: Text) => string {
  const { i18n } = useTranslation()
  return (text) => text[i18n.language as Language]
}

/** Times of the company's zone as they are said: `14:30`, `明天 14:30`, `明天 14:30–15:30`. */
export function useTimes({ company, nowAt }: Pick<Trade, 'company' | 'nowAt'>) {
  const { t } = useTranslation()
  const zone = company.timeZone
  const today = dayOf(nowAt, zone)
  const day = (at: string) => shortDay(dayOf(at, zone), nowAt, t)
  const clock = (at: string) => timeOf(at, zone)
  const when = (at: string) => (dayOf(at, zone) === today ? clock(at) : `${day(at)} ${clock(at)}`)
  const span = (fromAt: string, toAt: string | null) =>
    `${dayOf(fromAt, zone) === today ? '' : `${day(fromAt)} `}${clock(fromAt)}${toAt ? `–${clock(toAt)}` : ''}`
  return { day, clock, when, span }
}
