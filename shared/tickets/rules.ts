import { addWorkingMinutes, workingMinutesBetween, type BusinessCalendar } from '../kit/calendar.ts'
import type { ClockPolicy, Policy } from '../presets/schema.ts'
import type { Clock, Deadline } from './schema.ts'

/** Instants the clocks start and stop at. Each of the last six meets the clock named beside it. */
export interface Marks {
  receivedAt: string
  /** assign */
  assignedAt?: string | null
  /** respond */
  respondedAt?: string | null
  /** visit */
  arrivedAt?: string | null
  /** plan: handling plan submitted */
  plannedAt?: string | null
  /** solve */
  solvedAt?: string | null
  /** guide: the follow-up call after phone guidance was made */
  followedUpAt?: string | null
  /** Phone guidance was given (R043), the start of `guide`; the report counts while it is not known. */
  guidedAt?: string | null
  /** Visit agreed with the customer's recorded consent (R044): where later than the promise, it takes its place. */
  agreedVisitAt?: string | null
}

/** A clock stood still; `to` null while it still does. `clock` absent: every clock of the ticket. */
export interface Pause {
  from: string
  to: string | null
  clock?: Clock
}

/** What a ticket brings to its deadlines. */
export interface TicketKind {
  level: string
  handling: 'dispatch' | 'guidance'
}

const minuteMs = 60_000
const startMark = {
  received: 'receivedAt',
  assigned: 'assignedAt',
  responded: 'respondedAt',
  arrived: 'arrivedAt',
  guided: 'guidedAt',
} as const
const metMark = {
  assign: 'assignedAt',
  respond: 'respondedAt',
  visit: 'arrivedAt',
  plan: 'plannedAt',
  solve: 'solvedAt',
  guide: 'followedUpAt',
} as const satisfies Record<Clock, keyof Marks>

/** Nobody is sent where guidance was enough, and nobody asks how it works where somebody goes. */
const runsFor: Record<Clock, readonly TicketKind['handling'][]> = {
  assign: ['dispatch'],
  respond: ['dispatch', 'guidance'],
  visit: ['dispatch'],
  plan: ['dispatch', 'guidance'],
  solve: ['dispatch', 'guidance'],
  guide: ['guidance'],
}

/**
 * Every deadline of a ticket that has begun to run, in the preset's order, each with what a person needs to check it by
 * hand. "Within N" includes N: an instant exactly at the limit passes (R036, C61). `now` decides running, paused and
 * late.
 */
export function deadlinesFor(
  preset: Pick<Policy, 'clocks'>,
  ticket: TicketKind,
  marks: Marks,
  pauses: readonly Pause[],
  calendar: BusinessCalendar,
  now: string,
): Deadline[] {
  return preset.clocks.flatMap((policy) => {
    if (policy.level !== undefined && policy.level !== ticket.level) return []
    if (!isTicketLimit(policy) || !runsFor[policy.clock].includes(ticket.handling)) return []
    const startedAt = marks[startMark[policy.startsAt]] ?? (policy.startsAt === 'guided' ? marks.receivedAt : null)
    return startedAt === null ? [] : [deadline(policy, startedAt, marks, pauses, calendar, now)]
  })
}

/** A limit of the ticket itself, by the clock or by working hours; others (回访, 资料不符) are kept beside it. */
type TicketLimit = ClockPolicy & { clock: Clock; startsAt: keyof typeof startMark; hours: Deadline['hours'] }
const isTicketLimit = (policy: ClockPolicy): policy is TicketLimit =>
  policy.clock in metMark && policy.startsAt in startMark && (policy.hours === 'clock' || policy.hours === 'working')

function deadline(
  policy: TicketLimit,
  startedAt: string,
  marks: Marks,
  pauses: readonly Pause[],
  calendar: BusinessCalendar,
  now: string,
): Deadline {
  const { clock, limitMinutes, hours, rule } = policy
  const metAt = marks[metMark[clock]] ?? null
  const still = pauses.filter((pause) => pause.clock === undefined || pause.clock === clock)
  const run = runOut(policy, startedAt, standstills(still, metAt ?? now), metAt ?? now, calendar)
  const agreedAt =
    clock === 'visit' && marks.agreedVisitAt && marks.agreedVisitAt > run.dueAt ? marks.agreedVisitAt : null
  const dueAt = agreedAt ?? run.dueAt
  const late = (metAt ?? now) > dueAt
  const state = metAt === null ? (late ? 'late' : run.standing ? 'paused' : 'running') : late ? 'late' : 'met'
  return {
    clock,
    dueAt,
    startedAt,
    limitMinutes,
    pausedMinutes: Math.floor(run.pausedMinutes),
    hours,
    rule,
    metAt,
    state,
  }
}

/** Pauses up to an instant, in order, overlapping ones joined; an open one lasts until that instant. */
function standstills(pauses: readonly Pause[], until: string): { from: string; to: string; open: boolean }[] {
  const cut = pauses
    .map(({ from, to }) => ({ from, to: to === null || to > until ? until : to, open: to === null || to > until }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const joined: { from: string; to: string; open: boolean }[] = []
  for (const pause of cut) {
    const last = joined.at(-1)
    if (last !== undefined && pause.from <= last.to) {
      last.to = last.to > pause.to ? last.to : pause.to
      last.open ||= pause.open
    } else joined.push(pause)
  }
  return joined
}

/**
 * Lets the limit run from the start, standing still in pauses. `standing`: it stands still at `until`, not yet run out.
 */
function runOut(
  { limitMinutes, hours }: ClockPolicy,
  startedAt: string,
  pauses: readonly { from: string; to: string; open: boolean }[],
  until: string,
  calendar: BusinessCalendar,
): { dueAt: string; pausedMinutes: number; standing: boolean } {
  const working = hours === 'working'
  const between = (from: string, to: string) =>
    working ? workingMinutesBetween(from, to, calendar) : (Date.parse(to) - Date.parse(from)) / minuteMs
  const add = (from: string, minutes: number) =>
    working ? addWorkingMinutes(from, minutes, calendar) : new Date(Date.parse(from) + minutes * minuteMs).toISOString()
  let at = startedAt
  let left = limitMinutes
  let pausedMinutes = 0
  for (const pause of pauses) {
    if (pause.to <= at) continue
    const from = pause.from > at ? pause.from : at
    const ran = between(at, from)
    if (ran >= left && add(at, left) < from) break
    left -= ran
    pausedMinutes += between(from, pause.to)
    at = pause.to
    if (pause.open && pause.to === until) return { dueAt: add(at, left), pausedMinutes, standing: true }
  }
  return { dueAt: add(at, left), pausedMinutes, standing: false }
}

/**
 * The deadline that comes next: earliest of those not met, late ones included, paused ones not. null when none is left.
 */
export function nextDeadline(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines
    .filter((each) => each.metAt === null && each.state !== 'paused')
    .reduce<Deadline | null>((next, each) => (next === null || each.dueAt < next.dueAt ? each : next), null)
}

/** One line of a ticket's time ledger. */
export interface ClockEntry {
  clock: Clock
  kind: 'start' | 'pause' | 'resume' | 'stop'
  at: string
}

/**
 * Folds the time ledger, in any order, into marks and pauses. The report is the earliest start of any clock; the start
 * of `guide` is also the guidance; a second stop of the same clock changes nothing; a pause without resume is open.
 * Throws RangeError for a ledger in which no clock starts.
 */
export function readClock(entries: readonly ClockEntry[]): { marks: Marks; pauses: Pause[] } {
  const ordered = [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : order[a.kind] - order[b.kind]))
  const received = ordered.find((entry) => entry.kind === 'start')
  if (received === undefined) throw new RangeError('no clock starts in this ledger')
  const marks: Marks = { receivedAt: received.at }
  const pauses: Pause[] = []
  const open = new Map<Clock, Pause>()
  for (const { clock, kind, at } of ordered) {
    if (kind === 'start' && clock === 'guide') marks.guidedAt ??= at
    if (kind === 'stop') marks[metMark[clock]] ??= at
    if (kind === 'pause' && !open.has(clock)) {
      const pause: Pause = { from: at, to: null, clock }
      open.set(clock, pause)
      pauses.push(pause)
    }
    if (kind === 'resume') {
      const pause = open.get(clock)
      if (pause !== undefined) pause.to = at
      open.delete(clock)
    }
  }
  return { marks, pauses }
}

const order = { start: 0, resume: 1, pause: 2, stop: 3 } as const

/** Age of a report nobody has been sent for: `due` in the second half of the limit, `late` once past it (R036). */
export interface UnassignedMark {
  ageSeconds: number
  state: 'fine' | 'due' | 'late'
}

/** How long a report waited, or waits, for assignment. Ten minutes exactly passes, one second more is late (R036). */
export function unassignedMark(
  receivedAt: string,
  assignedAt: string | null,
  now: string,
  limitMinutes = 10,
): UnassignedMark {
  const waitedMs = Math.max(0, Date.parse(assignedAt ?? now) - Date.parse(receivedAt))
  const limitMs = limitMinutes * minuteMs
  const state = waitedMs > limitMs ? 'late' : assignedAt === null && waitedMs * 2 >= limitMs ? 'due' : 'fine'
  return { ageSeconds: Math.floor(waitedMs / 1000), state }
}
