import type { CompanyRow } from '../../shared/admin/schema.ts'
import { type BusinessCalendar, dayOf } from '../../shared/kit/calendar.ts'
import { chinaDays2026 } from '../../shared/kit/calendar-cn-2026.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import type { Preset } from '../../shared/presets/grammar.ts'

const calendars = new Map<string, BusinessCalendar>()

/** The preset's version that counted on the day of an instant. A later version never moves an older deadline. */
export function presetAt(presetId: string, at: string, timeZone: string): Preset {
  const preset = presetById(presetId, dayOf(at, timeZone))
  if (!preset) throw new Error(`no preset ${presetId} counts at ${at}`)
  return preset
}

/** Working time of the trade's first duty line in the company's zone; one object each, so that its windows are worked out once. */
export function calendarOf(preset: Preset, { timeZone }: Pick<CompanyRow, 'timeZone'>): BusinessCalendar {
  const key = `${preset.id}/${preset.effectiveFrom}/${timeZone}`
  let calendar = calendars.get(key)
  if (!calendar) {
    calendar = { timeZone, week: preset.duty[0].week, days: chinaDays2026 }
    calendars.set(key, calendar)
  }
  return calendar
}
