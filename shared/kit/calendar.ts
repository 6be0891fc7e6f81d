/** Working hours of one stretch of a day, local time, `HH:mm`; `to` may be `24:00`, and must be later than `from`. */
export interface Window {
  from: string
  to: string
}

/** Windows of the seven weekdays, Sunday first; an empty list is a day off. A lunch break is two windows. */
export type Week = readonly [
  readonly Window[],
  readonly Window[],
  readonly Window[],
  readonly Window[],
  readonly Window[],
  readonly Window[],
  readonly Window[],
]

/** A dated exception: a holiday, a make-up working day (调休, keeps Monday's hours), or its own windows. */
export type DatedDay = 'off' | 'working' | readonly Window[]

/** When somebody works, as data. `timeZone` is an IANA name; `days` are exceptions by day, `2026-02-14`. */
export interface BusinessCalendar {
  timeZone: string
  week: Week
  days: Readonly<Record<string, DatedDay>>
  /** Years whose public holidays are announced and entered; absent: all that matter. Working time elsewhere is provisional. */
  publishedYears?: readonly number[]
}

const dayMs = 86_400_000
const minuteMs = 60_000
/** Working time is not looked for further ahead than this. */
const farthestDays = 3_660

/** How the offset of a zone runs through one UTC day: `before` up to `changesAt`, `after` from then on. All in ms. */
interface ZoneDay {
  before: number
  after: number
  changesAt: number
}

type Stretch = readonly [fromMs: number, toMs: number]

const formatters = new Map<string, Intl.DateTimeFormat>()
const zoneDays = new Map<string, Map<number, ZoneDay>>()
const stretchesOf = new WeakMap<BusinessCalendar, Map<number, readonly Stretch[]>>()

/** Asks Intl; slow, so only twice a day of a zone and while a change of clocks is being looked for. */
function askOffset(ms: number, zone: string): number {
  let formatter = formatters.get(zone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formatters.set(zone, formatter)
  }
  const part: Record<string, string> = {}
  for (const { type, value } of formatter.formatToParts(ms)) part[type] = value
  const local = Date.UTC(
    Number(part['year']),
    Number(part['month']) - 1,
    Number(part['day']),
    Number(part['hour']),
    Number(part['minute']),
    Number(part['second']),
  )
  return local - Math.floor(ms / 1000) * 1000
}

function zoneDay(utcDay: number, zone: string): ZoneDay {
  let known = zoneDays.get(zone)
  if (known === undefined) zoneDays.set(zone, (known = new Map<number, ZoneDay>()))
  let found = known.get(utcDay)
  if (found === undefined) {
    if (known.size > 20_000) known.clear()
    let from = utcDay * dayMs
    let to = from + dayMs
    const before = askOffset(from, zone)
    const after = askOffset(to, zone)
    if (before !== after) {
      while (to - from > 1000) {
        const middle = Math.floor((from + to) / 2000) * 1000
        if (askOffset(middle, zone) === before) from = middle
        else to = middle
      }
    }
    found = { before, after, changesAt: to }
    known.set(utcDay, found)
  }
  return found
}

function offsetAt(ms: number, zone: string): number {
  const day = zoneDay(Math.floor(ms / dayMs), zone)
  return ms < day.changesAt ? day.before : day.after
}

const iso = (ms: number) => new Date(ms).toISOString()
const dayText = (localMs: number) => iso(localMs).slice(0, 10)
const localMidnight = (day: string) => Date.parse(`${day}T00:00:00.000Z`)

/** The calendar day an instant falls on in a zone: `2026-03-02`. */
export function dayOf(instant: string, zone: string): string {
  const ms = Date.parse(instant)
  return dayText(ms + offsetAt(ms, zone))
}

/** Wall clock of an instant in a zone: `10:36`. */
export function timeOf(instant: string, zone: string): string {
  const ms = Date.parse(instant)
  return iso(ms + offsetAt(ms, zone)).slice(11, 16)
}

/** Stretches of constant offset that touch a local day, each with its offset. */
function offsetsAround(day: string, zone: string): { from: number; to: number; offset: number }[] {
  const utcDay = localMidnight(day) / dayMs
  const found = [{ from: -Infinity, to: Infinity, offset: zoneDay(utcDay - 1, zone).before }]
  for (const { before, after, changesAt } of [utcDay - 1, utcDay, utcDay + 1].map((each) => zoneDay(each, zone))) {
    if (before === after) continue
    found[found.length - 1]!.to = changesAt
    found.push({ from: changesAt, to: Infinity, offset: after })
  }
  return found
}

/**
 * Instants of one local day whose wall clock lies between two minutes of the day. Clock changes may cut or double it.
 */
function stretchesBetween(day: string, fromMinute: number, toMinute: number, zone: string): Stretch[] {
  const midnight = localMidnight(day)
  return offsetsAround(day, zone)
    .map(({ from, to, offset }): Stretch => [
      Math.max(from, midnight + fromMinute * minuteMs - offset),
      Math.min(to, midnight + toMinute * minuteMs - offset),
    ])
    .filter(([from, to]) => from < to)
}

/**
 * First instant of a day in a zone, also where clocks change at midnight. A day the zone skipped starts with the next.
 */
export function startOfDay(day: string, zone: string): string {
  const found = stretchesBetween(day, 0, 1440, zone)[0]
  if (found !== undefined) return iso(found[0])
  return startOfDay(addDays(day, 1), zone)
}

/**
 * Instant at which the clock on the wall of a zone shows so many milliseconds past midnight of a day. Shown twice: the first
 * time; never shown (clocks were put forward): as if they had not been.
 */
export function instantAt(day: string, msOfDay: number, zone: string): string {
  const local = localMidnight(day) + msOfDay
  const around = offsetsAround(day, zone)
  const shown = around.find(({ from, to, offset }) => from <= local - offset && local - offset < to)
  return iso(local - (shown ?? around[0]!).offset)
}

/** Last millisecond of a day in a zone: "the same day" ends here, included (C61). */
export function endOfDay(day: string, zone: string): string {
  return iso(Date.parse(startOfDay(addDays(day, 1), zone)) - 1)
}

/** Adds calendar days to a day; negative goes back. */
export function addDays(day: string, days: number): string {
  return dayText(localMidnight(day) + days * dayMs)
}

/** Whole days from one day to another, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((localMidnight(to) - localMidnight(from)) / dayMs)
}

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Working windows of a day, exceptions applied. */
export function windowsOn(day: string, calendar: BusinessCalendar): readonly Window[] {
  const dated = calendar.days[day]
  if (dated === 'off') return []
  if (dated === 'working')
    return [1, 2, 3, 4, 5, 6, 0].map((each) => calendar.week[each]!).find((each) => each.length > 0) ?? []
  return dated ?? calendar.week[new Date(localMidnight(day)).getUTCDay()]!
}

/** Working stretches of a local day, counted from 1970-01-01, in order and not touching each other. */
function stretchesOn(localDay: number, calendar: BusinessCalendar): readonly Stretch[] {
  let known = stretchesOf.get(calendar)
  if (known === undefined) stretchesOf.set(calendar, (known = new Map<number, readonly Stretch[]>()))
  let found = known.get(localDay)
  if (found === undefined) {
    const day = dayText(localDay * dayMs)
    const sorted = windowsOn(day, calendar)
      .flatMap(({ from, to }) => stretchesBetween(day, minuteOf(from), minuteOf(to), calendar.timeZone))
      .sort((a, b) => a[0] - b[0])
    const merged: [number, number][] = []
    for (const [from, to] of sorted) {
      const last = merged.at(-1)
      if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
      else merged.push([from, to])
    }
    if (known.size > 5_000) known.clear()
    known.set(localDay, (found = merged))
  }
  return found
}

const localDayOf = (ms: number, zone: string) => Math.floor((ms + offsetAt(ms, zone)) / dayMs)

/** Is somebody at work at this instant? A window includes its first minute and not its last moment. */
export function isWorkingAt(instant: string, calendar: BusinessCalendar): boolean {
  const ms = Date.parse(instant)
  return stretchesOn(localDayOf(ms, calendar.timeZone), calendar).some(([from, to]) => from <= ms && ms < to)
}

/**
 * The instant at which so many minutes of working time have passed since `startAt`; the end of a window counts as
 * reached. Zero minutes is `startAt` itself. What ten years ahead do not hold ends with them, so that no record is refused for
 * it. Throws RangeError for negative minutes.
 */
export function addWorkingMinutes(startAt: string, minutes: number, calendar: BusinessCalendar): string {
  if (!(minutes >= 0)) throw new RangeError('minutes must not be negative')
  const start = Date.parse(startAt)
  let left = Math.round(minutes * minuteMs)
  if (left === 0) return iso(start)
  const first = localDayOf(start, calendar.timeZone)
  for (let day = first; day < first + farthestDays; day += 1) {
    for (const [from, to] of stretchesOn(day, calendar)) {
      const begin = Math.max(from, start)
      if (to <= begin) continue
      if (to - begin >= left) return iso(begin + left)
      left -= to - begin
    }
  }
  return iso(start + farthestDays * dayMs)
}

/** Minutes of working time between two instants, fractions kept; zero when `toAt` is not later. */
export function workingMinutesBetween(fromAt: string, toAt: string, calendar: BusinessCalendar): number {
  const from = Date.parse(fromAt)
  const to = Date.parse(toAt)
  if (to <= from) return 0
  const last = localDayOf(to, calendar.timeZone)
  let passed = 0
  for (let day = localDayOf(from, calendar.timeZone); day <= last; day += 1) {
    for (const [begin, end] of stretchesOn(day, calendar)) {
      passed += Math.max(0, Math.min(end, to) - Math.max(begin, from))
    }
  }
  return passed / minuteMs
}
