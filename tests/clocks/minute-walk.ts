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
  /** Working minutes, and minutes at all, of each local day. */
  workOf: ReadonlyMap<number, number>
  lengthOf: ReadonlyMap<number, number>
}

/** The wall clock and the duty hours of every minute. */
export function wallOf({ timeZone, week, days }: BusinessCalendar): Wall {
  const day = new Int32Array(horizon)
  const isWorking = new Uint8Array(horizon)
  const workOf = new Map<number, number>()
  const lengthOf = new Map<number, number>()
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
      const works = windows.some(({ from, to }) => from <= clock && clock < to) ? 1 : 0
      isWorking[minute] = works
      workOf.set(dayNumber, (workOf.get(dayNumber) ?? 0) + works)
      lengthOf.set(dayNumber, (lengthOf.get(dayNumber) ?? 0) + 1)
    }
  }
  return { day, isWorking, workOf, lengthOf }
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
  let ran = 0
  let pausedMinutes = 0
  let isPaused = false
  let dueMs: number | null = null
  let pinMs: number | null = null
  let stoppedMinute: number | null = null
  /** Minutes in which it could have run out, what had run before each, and the instant it would have been due at. */
  const chances: { ran: number; ms: number }[] = []
  const lastTerm = ledger.findLast(({ entry }) => entry.kind === 'policy')?.minute ?? -1
  const noteChance = (minute: number, ms: number) => {
    if (minute <= lastTerm) chances.push({ ran, ms })
  }
  const isByDays = () => term?.hours === 'days' || term?.hours === 'workingDays'
  // Parts of days are sums of fractions: a thousandth of a minute is their noise.
  const isOut = () => term !== null && ran > term.limitMinutes - 0.001
  /** What a minute that passes is worth to the limit. */
  const worth = (minute: number): number => {
    const day = wall.day[minute] ?? 0
    switch (term?.hours) {
      case 'clock':
        return 1
      case 'working':
        return wall.isWorking[minute] ?? 0
      case 'days':
        return day > (wall.day[start ?? minute] ?? 0) ? 1440 / (wall.lengthOf.get(day) ?? 1440) : 0
      case 'workingDays':
        return day > (wall.day[start ?? minute] ?? 0) && wall.isWorking[minute] === 1
          ? 1440 / (wall.workOf.get(day) ?? 1)
          : 0
      default:
        return 0
    }
  }
  for (let minute = ledger[0]?.minute ?? 0; minute < horizon; minute += 1) {
    const isNewDay = minute > 0 && wall.day[minute] !== wall.day[minute - 1]
    if (start !== null && minute > start && isNewDay && isByDays() && !isPaused) {
      noteChance(minute, firstMs + minute * 60_000 - 1)
      if (dueMs === null && isOut()) dueMs = firstMs + minute * 60_000 - 1
    }
    for (; ledger[next]?.minute === minute; next += 1) {
      const { entry } = ledger[next]!
      if (stoppedMinute !== null) continue
      if (start === null && entry.kind !== 'start') continue
      if (entry.kind === 'start' && start === null) start = minute
      else if (entry.kind === 'start') continue
      if (entry.term) {
        term = entry.term
        const { limitMinutes } = term
        const since = chances.find((chance) => chance.ran > limitMinutes - 0.001)
        if (!isOut() || since === undefined) dueMs = null
        else if (dueMs !== null) dueMs = Math.max(dueMs, since.ms)
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
    if (!isPaused && !isByDays()) {
      noteChance(minute, firstMs + minute * 60_000)
      if (dueMs === null && isOut()) dueMs = firstMs + minute * 60_000
    }
    if (next === ledger.length && (dueMs !== null || (isPaused && minute > until))) break
    const isSeen = term.hours === 'clock' || term.hours === 'days' || wall.isWorking[minute] === 1
    if (!isPaused) ran += worth(minute)
    else if (isSeen && dueMs === null && minute < until) pausedMinutes += 1
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
