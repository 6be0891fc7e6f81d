import { type BusinessCalendar, dayOf } from './calendar.ts'

/** Whether the notice of a year is entered; a calendar that tells no years apart knows all that matter. Without the table of moons: a seat loads this first. */
export function isPublished(year: number, { publishedYears }: Pick<BusinessCalendar, 'publishedYears'>): boolean {
  return publishedYears?.includes(year) ?? true
}

/** 暂定: a span of working time that touches a year whose notice is not entered may still move. */
export function isProvisional(fromAt: string, toAt: string, calendar: BusinessCalendar): boolean {
  const last = Number(dayOf(toAt, calendar.timeZone).slice(0, 4))
  for (let year = Number(dayOf(fromAt, calendar.timeZone).slice(0, 4)); year <= last; year += 1)
    if (!isPublished(year, calendar)) return true
  return false
}
