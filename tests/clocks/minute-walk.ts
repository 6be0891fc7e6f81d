import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import type { ClockEntry, Term } from '../../shared/clocks/schema.ts'

/** A year and what a late limit may reach beyond it, minute by minute from 2026-01-01T00:00Z. */
export const firstMs = Date.UTC(2026, 0, 1)
/** Minutes walked: longer than a year, so that limits end inside. */
export const horizon = 500 * 1440
/** The instant of a minute of the walk. */
export const at = (minute: number) => new Date(firstMs + minute * 60_000).toISOString()
const minuteOf = (instant: string) => Math.round((Date.parse(instant) - firstMs) / 60_000)

/** What the wall shows at every minute: asked of Intl each quarter of an hour, since no zone changes in between. */
export interface Wall {
  /** Local day at each minute, as a number that grows by one a day. */
  day: Int32Array
  isWorking: Uint8Array
}

/** The wall clock and the duty hours of every minute. */
export function wallOf({ timeZone, week, days }: BusinessCalendar): Wall {
  const day = new Int32Array(horizon)
  const isWorking = new Uint8Array(horizon)
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  })
  for (let quarter = 0; quarter < horizon; quarter += 15) {
    const [date = '', time = ''] = format.format(firstMs + quarter * 60_000).split(' ')
    const dayNumber = Date.parse(`${date}T00:00:00Z`) / 86_400_000
    const dated = days[date]
    const weekday = new Date(dayNumber * 86_400_000).getUTCDay()
    const windows = dated === 'off' ? [] : dated === 'working' ? week[1] : (dated ?? week[weekday] ?? [])
    for (let minute = quarter; minute < quarter + 15; minute += 1) {
      const clock = time.slice(0, 3) + String(Number(time.slice(3)) + minute - quarter).padStart(2, '0')
      day[minute] = dayNumber
      isWorking[minute] = windows.some(({ from, to }) => from <= clock && clock < to) ? 1 : 0
    }
  }
  return { day, isWorking }
}

/** What a walk along the wall finds of one clock: due in ms, null beyond the horizon or while it stands still. */
export interface Walked {
  isStarted: boolean
  isStanding: boolean
  dueMs: number | null
  pausedMinutes: number
  stoppedMinute: number | null
}

/** The slow oracle: one clock of one round, every minute looked at, nothing reckoned. `until`: what happens later is not known yet. */
export function walk(entries: readonly ClockEntry[], wall: Wall, until: number): Walked {
  const ledger = entries
    .map((entry) => ({ entry, minute: minuteOf(entry.at) }))
    .sort((a, b) => a.minute - b.minute || a.entry.nth - b.entry.nth)
  let next = 0
  let start: number | null = null
  let term: Term | null = null
  let limit = 0
  let ran = 0
  let pausedMinutes = 0
  let isPaused = false
  let dueMs: number | null = null
  let pinMs: number | null = null
  let stoppedMinute: number | null = null
  const toDayEnd = () => term?.hours === 'days' || term?.hours === 'workingDays'
  for (let minute = ledger[0]?.minute ?? 0; minute < horizon; minute += 1) {
    if (start !== null && toDayEnd() && dueMs === null && !isPaused && ran >= limit && ran > 0)
      dueMs = firstMs + minute * 60_000 - 1
    for (; ledger[next]?.minute === minute; next += 1) {
      const { entry } = ledger[next]!
      if (stoppedMinute !== null) continue
      if (start === null && entry.kind !== 'start') continue
      if (entry.kind === 'start' && start === null) start = minute
      else if (entry.kind === 'start') continue
      if (entry.term) {
        term = entry.term
        limit = minutesOf(term, start ?? minute, wall)
        if (ran < limit) dueMs = null
      }
      if (entry.kind === 'pause') isPaused = true
      if (entry.kind === 'resume') isPaused = false
      if (entry.kind === 'pin') pinMs = entry.pinnedAt === null ? null : Date.parse(entry.pinnedAt)
      if (entry.kind === 'stop') {
        stoppedMinute = minute
        isPaused = false
      }
    }
    if (start === null || term === null) continue
    if (dueMs === null && !isPaused && ran >= limit) dueMs = firstMs + minute * 60_000
    if (next === ledger.length && (dueMs !== null || (isPaused && minute > until))) break
    const counts = term.hours !== 'working' || wall.isWorking[minute] === 1
    if (counts && !isPaused) ran += 1
    if (counts && isPaused && dueMs === null && minute < until) pausedMinutes += 1
  }
  const isStanding =
    isPaused && stoppedMinute === null && (dueMs === null || (pinMs !== null && pinMs >= pausedSinceMs(entries)))
  if (dueMs !== null && pinMs !== null) dueMs = Math.max(dueMs, pinMs)
  return { isStarted: start !== null, isStanding, dueMs: isStanding ? null : dueMs, pausedMinutes, stoppedMinute }
}

/** When the pause began that still lasts. */
function pausedSinceMs(entries: readonly ClockEntry[]): number {
  let since: number | null = null
  for (const { kind, at: instant } of [...entries].sort(
    (a, b) => Date.parse(a.at) - Date.parse(b.at) || a.nth - b.nth,
  )) {
    if (kind === 'pause') since ??= Date.parse(instant)
    if (kind === 'resume') since = null
  }
  return since ?? Infinity
}

function minutesOf({ limitMinutes, hours }: Term, start: number, wall: Wall): number {
  if (hours === 'clock' || hours === 'working') return limitMinutes
  let left = limitMinutes / 1440
  let minute = start
  let last = wall.day[start] ?? 0
  if (hours === 'days') last += left
  else
    while (left > 0 && minute < horizon) {
      minute += 1
      const day = wall.day[minute] ?? 0
      if (day > last && wall.isWorking[minute] === 1) {
        last = day
        left -= 1
      }
    }
  let end = start
  while (end < horizon && (wall.day[end] ?? 0) <= last) end += 1
  return end - start
}
