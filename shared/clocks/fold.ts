import { addWorkingMinutes, type BusinessCalendar, workingMinutesBetween } from '../kit/calendar.ts'
import { isProvisional } from '../kit/provisional.ts'
import { dayMinutes, daysRunOutAt, isByDays, ranInDays } from './days.ts'
import type { Calendars, ClockEntry, ClockHours, ClockState, Deadline, Term } from './schema.ts'

const minuteMs = 60_000

/** Warned 30 minutes before the end, on the last day of what is longer than two days, in the second half of what is short: `house`. */
export function warnMinutesOf({ limitMinutes, warnMinutes }: Pick<Term, 'limitMinutes' | 'warnMinutes'>): number {
  return warnMinutes ?? (limitMinutes > 2 * dayMinutes ? dayMinutes : Math.min(30, limitMinutes / 2))
}

/**
 * The state of a clock after all its entries, whatever order they come in. Null for a clock that never started. What lies
 * behind its stop counts for nothing; entries must be of one clock and one round.
 */
export function foldClock(entries: readonly ClockEntry[], calendars: Calendars): ClockState | null {
  const state = foldSteps(entries, calendars).at(-1)?.state ?? null
  const withdrawals = entries.filter(({ kind }) => kind === 'withdraw')
  if (state === null || withdrawals.length === 0) return state
  // The next line takes its place behind them.
  return { ...state, entries: Math.max(state.entries, ...withdrawals.map(({ nth }) => nth)) }
}

/** Every entry that counts, in order, with the state it met and the one it left. */
export function foldSteps(
  entries: readonly ClockEntry[],
  calendars: Calendars,
): { entry: ClockEntry; before: ClockState | null; state: ClockState | null }[] {
  const passed: ClockState[] = []
  return inOrder(entries).map((entry) => {
    const before = passed.at(-1) ?? null
    const state = foldEntry(before, entry, calendars, passed)
    if (state) passed.push(state)
    return { entry, before, state }
  })
}

/** Lines that count: neither those withdrawn nor what withdraws them. Of any clocks and rounds of one subject. */
export function standing<Entry extends ClockEntry>(entries: readonly Entry[]): readonly Entry[] {
  const withdrawals = entries.filter(({ kind }) => kind === 'withdraw')
  if (withdrawals.length === 0) return entries
  const place = ({ clock, round }: Entry, nth: unknown) => `${round} ${String(nth)} ${clock}`
  const gone = new Set(withdrawals.map((entry) => place(entry, entry.withdraws)))
  return entries.filter((entry) => entry.kind !== 'withdraw' && !gone.has(place(entry, entry.nth)))
}

/** Entries that count, in their order: by instant, then as they were entered. A corrected stop stands as the only one. */
export function inOrder(entries: readonly ClockEntry[]): ClockEntry[] {
  return withRightStop(standing(entries)).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.nth - b.nth))
}

function withRightStop(entries: readonly ClockEntry[]): ClockEntry[] {
  const right = entries.filter(({ kind }) => kind === 'restop').sort((a, b) => b.nth - a.nth)[0]
  if (!right) return [...entries]
  const others = entries.filter(({ kind }) => kind !== 'stop' && kind !== 'restop')
  return [...others, { ...right, kind: 'stop' }]
}

/**
 * An entry this state cannot take alone, because something later is counted already, because a release wrote it that counted days by the wall,
 * or because other terms come to what is over under them, too, and when it ran out by them lies further back: fold from the first entry instead.
 */
export function needsLedger(state: ClockState, entry: ClockEntry, calendars: Calendars): boolean {
  if (isTakenUp(state, entry)) return needsLedger(takenUp(state), entry, calendars)
  if (isBehind(state, entry.at) || (isByDays(state.hours) && 'limitMs' in state)) return true
  if (entry.kind !== 'policy' || entry.term === null || state.stoppedAt !== null) return false
  return isOverUnder(countedTo(state, entry.at, calendarOf(state, calendars)), entry.term)
}

const isBehind = (state: ClockState, at: string) => at < state.countedAt

const isOverUnder = ({ overAt, ranMs }: ClockState, { limitMinutes }: Term) =>
  overAt !== null && ranMs >= limitMinutes * minuteMs

/**
 * One entry more, from the last state alone. Before a start and after a stop nothing changes; a second start, a pause of what
 * stands and a resume of what runs change nothing either. Throws RangeError for an entry that `needsLedger`, unless all states it went through
 * are `passed`. A corrected stop of what stopped already is a matter of the whole ledger: see `foldClock`.
 */
export function foldEntry(
  state: ClockState | null,
  entry: ClockEntry,
  calendars: Calendars,
  passed: readonly ClockState[] = [],
): ClockState | null {
  if (state === null) return entry.kind === 'start' ? started(entry) : null
  if (isTakenUp(state, entry)) return foldEntry(takenUp(state), entry, calendars, passed)
  if (state.stoppedAt !== null) return { ...state, entries: Math.max(state.entries, entry.nth) }
  if (isBehind(state, entry.at)) throw new RangeError('the entry lies behind what is counted')
  const now = {
    ...countedTo(state, entry.at, calendarOf(state, calendars)),
    entries: Math.max(state.entries, entry.nth),
  }
  switch (entry.kind) {
    case 'start':
    case 'withdraw':
      return now
    case 'pause':
      return { ...now, pausedAt: now.pausedAt ?? entry.at }
    case 'resume':
      return { ...now, pausedAt: null }
    case 'stop':
    case 'restop':
      return { ...now, stoppedAt: entry.at, pausedAt: null }
    case 'pin':
      return { ...now, pinnedAt: entry.pinnedAt }
    case 'policy':
      return entry.term === null
        ? { ...now, stoppedAt: entry.at, isDropped: true }
        : underTerm(now, entry, entry.term, [...passed, now], calendars)
  }
}

/** Policies that have the limit again: it runs on as if it had never been dropped. */
const isTakenUp = ({ isDropped }: ClockState, { kind, term }: ClockEntry): boolean =>
  isDropped === true && kind === 'policy' && term !== null

function takenUp({ isDropped: _, ...state }: ClockState): ClockState {
  return { ...state, stoppedAt: null }
}

function calendarOf({ policyId }: Pick<ClockState, 'policyId'>, calendars: Calendars): BusinessCalendar {
  return typeof calendars === 'function' ? calendars(policyId ?? null) : calendars
}

function started({ clock, round, nth, at, term, policyId }: ClockEntry): ClockState {
  if (term === null) throw new RangeError('a clock starts with its limit')
  return {
    ...{ clock, round, entries: nth, startedAt: at },
    ...limitOf(term),
    policyId: policyId ?? null,
    ...{ ranMs: 0, pausedMs: 0, countedAt: at },
    ...{ pausedAt: null, overAt: null, pinnedAt: null, stoppedAt: null },
  }
}

/**
 * What has run stays run (C59): a longer limit gives what is left of it, a shorter one already over falls due with the change. What is over under
 * both was due when it ran out by the later of the two.
 */
function underTerm(
  state: ClockState,
  { policyId }: Pick<ClockEntry, 'policyId'>,
  term: Term,
  passed: readonly ClockState[],
  calendars: Calendars,
): ClockState {
  const outAt = isOverUnder(state, term) ? ranOutAt(passed, term, calendars) : null
  return {
    ...state,
    ...limitOf(term),
    policyId: policyId ?? state.policyId ?? null,
    overAt: outAt === null ? null : laterOf(state.overAt, outAt),
  }
}

/** When what has run came to a limit, with time passing after that; null while nothing has. `passed`: every state up to now. */
function ranOutAt(passed: readonly ClockState[], { limitMinutes }: Term, calendars: Calendars): string | null {
  if (passed.length < 2) throw new RangeError('when it ran out lies behind what is counted')
  for (const [nth, next] of passed.entries()) {
    const state = passed[nth - 1]
    if (!state || state.pausedAt !== null || next.ranMs < limitMinutes * minuteMs) continue
    const outAt = runsOutAt({ ...state, limitMinutes }, state.countedAt, calendarOf(state, calendars))
    if (outAt < next.countedAt) return outAt
  }
  return null
}

function limitOf(term: Term) {
  const { limitMinutes, hours, rule } = term
  return { limitMinutes, hours, warnMinutes: warnMinutesOf(term), rule }
}

/** Everything up to an instant counted: what ran, what stood still, and whether it ran out on the way. */
function countedTo(state: ClockState, at: string, calendar: BusinessCalendar): ClockState {
  if (state.pausedAt !== null) {
    const stoodMs = state.overAt === null ? stoodBetween(state.countedAt, at, state.hours, calendar) : 0
    return { ...state, countedAt: at, pausedMs: state.pausedMs + stoodMs }
  }
  const outAt = state.overAt ?? runsOutAt(state, state.countedAt, calendar)
  const ranMs = state.ranMs + ranBetween(state, at, calendar)
  return { ...state, countedAt: at, ranMs, overAt: outAt < at ? outAt : null }
}

function ranBetween({ countedAt, hours, startedAt }: ClockState, at: string, calendar: BusinessCalendar): number {
  return isByDays(hours)
    ? ranInDays(hours, startedAt, countedAt, at, calendar)
    : stoodBetween(countedAt, at, hours, calendar)
}

/** How long somebody saw it stand: working time where working time or working days count, else by the wall clock. */
function stoodBetween(from: string, to: string, hours: ClockHours, calendar: BusinessCalendar): number {
  return hours === 'working' || hours === 'workingDays'
    ? Math.round(workingMinutesBetween(from, to, calendar) * minuteMs)
    : Math.max(0, Date.parse(to) - Date.parse(from))
}

function runsOutAt(state: ClockState, fromAt: string, calendar: BusinessCalendar, keepMs = 0): string {
  const { hours, startedAt, limitMinutes, ranMs } = state
  if (isByDays(hours)) {
    const dueAt = daysRunOutAt(hours, startedAt, fromAt, limitMinutes * minuteMs - ranMs, calendar)
    return keepMs === 0 ? dueAt : laterOf(new Date(Date.parse(dueAt) - keepMs).toISOString(), fromAt)
  }
  const leftMs = Math.max(0, limitMinutes * minuteMs - keepMs - ranMs)
  return hours === 'working'
    ? addWorkingMinutes(fromAt, leftMs / minuteMs, calendar)
    : new Date(Date.parse(fromAt) + leftMs).toISOString()
}

const laterOf = (a: string | null, b: string) => (a !== null && a > b ? a : b)

/**
 * When the clock runs out: what it was given, less what has run, from its last entry on. An instant agreed with the customer
 * takes its place where it is later (R044). While it stands still the answer holds only if it went on at `now`.
 */
export function dueAtOf(state: ClockState, calendars: Calendars, now: string = state.countedAt): string {
  const fromAt = state.pausedAt === null ? state.countedAt : laterOf(now, state.countedAt)
  return laterOf(state.pinnedAt, state.overAt ?? runsOutAt(state, fromAt, calendarOf(state, calendars)))
}

/** Stands still with time left: neither warned of nor late. What had run out before it was stopped stays late. */
export function isStanding(state: ClockState): boolean {
  if (state.pausedAt === null) return false
  return state.overAt === null || laterOf(state.pinnedAt, state.overAt) >= state.pausedAt
}

/** The two marks of a running clock: both null while it stands still. A warning may lie in the past as soon as it is set. */
export function marksOf(
  state: ClockState,
  calendars: Calendars,
): { dueAt: string; warnAt: string } | { dueAt: null; warnAt: null } {
  if (state.stoppedAt !== null || isStanding(state)) return { dueAt: null, warnAt: null }
  const dueAt = dueAtOf(state, calendars)
  const warnMs = state.warnMinutes * minuteMs
  const isPinned = dueAt === state.pinnedAt
  const warnAt =
    isPinned || state.overAt !== null
      ? new Date(Date.parse(dueAt) - warnMs).toISOString()
      : runsOutAt(state, state.countedAt, calendarOf(state, calendars), warnMs)
  return { dueAt, warnAt }
}

/** Whether a running limit counts working time still to come in a year whose notice is not entered. What was agreed with the customer stays. */
export function mayMove(
  { hours, pinnedAt, dueAt }: Pick<ClockState, 'hours' | 'pinnedAt'> & { dueAt: string },
  calendar: BusinessCalendar,
  now: string,
): boolean {
  const isByWork = hours === 'working' || hours === 'workingDays'
  return isByWork && dueAt > now && dueAt !== pinnedAt && isProvisional(now, dueAt, calendar)
}

/**
 * The clock as a person reads it at an instant. "Within N" includes N: exactly at the limit still passes (R036, C61). `keptDueAt`: of a limit that
 * was met, when it was due then; whether it was in time does not change with a calendar that is corrected later.
 */
export function deadlineAt(
  state: ClockState,
  calendars: Calendars,
  now: string,
  keptDueAt: string | null = null,
): Deadline {
  const calendar = calendarOf(state, calendars)
  const { clock, round, startedAt, limitMinutes, hours, rule, pinnedAt, stoppedAt: metAt } = state
  const at = laterOf(now, state.countedAt)
  const stands = isStanding(state)
  const dueAt = (metAt === null ? null : keptDueAt) ?? dueAtOf(state, calendar, at)
  const isLate = !stands && (metAt ?? at) > dueAt
  const openMs =
    stands && state.overAt === null && at > state.countedAt ? stoodBetween(state.countedAt, at, hours, calendar) : 0
  return {
    ...{ clock, round, dueAt, startedAt, limitMinutes, hours, rule, pinnedAt, metAt },
    pausedMinutes: Math.floor((state.pausedMs + openMs) / minuteMs),
    state: isLate ? 'late' : metAt !== null ? 'met' : stands ? 'paused' : 'running',
    isProvisional: metAt === null && mayMove({ hours, pinnedAt, dueAt }, calendar, now),
  }
}
