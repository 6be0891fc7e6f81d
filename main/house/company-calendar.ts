import type { CompanyRow } from '../../shared/admin/schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import { chinaDays2026 } from '../../shared/kit/calendar-cn-2026.ts'
import type { Policy } from '../../shared/presets/schema.ts'

const calendars = new Map<string, BusinessCalendar>()

/** Working time of the trade's first duty line in the company's zone; one object each, so that its windows are worked out once. */
export function calendarOf(preset: Policy, { timeZone }: Pick<CompanyRow, 'timeZone'>): BusinessCalendar {
  const key = `${preset.id}/${timeZone}`
  let calendar = calendars.get(key)
  if (!calendar) {
    calendar = { timeZone, week: preset.duty[0].week, days: chinaDays2026 }
    calendars.set(key, calendar)
  }
  return calendar
}
