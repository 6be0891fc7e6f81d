/** An open ticket as the release before had it. */
export interface OldTicket {
  id: string
  state: string
  presetId: string
  level: string
  handling: string
  receivedAt: string
  round: number
  roundAt: string | null
  pausedReason: string | null
  nextDueAt: string | null
  alarmedDueAt: string | null
  dispatchedAt: string | null
  reachedAt: string | null
}

/** A line of the clocks as the first release kept it. */
export interface OldEntry {
  subjectId: string
  clock: string
  round: number
  nth: number
  kind: string
  at: string
  limitMinutes: number | null
  rule: string
  pinnedAt: string | null
}

interface NewEntry {
  clock: string
  round: number
  nth: number
  kind: string
  at: string
  limitMinutes: number | null
  hours: string | null
  rule: string
  reason: string
}

interface NewRunning {
  clock: string
  round: number
  state: string
  dueAt: string | null
  warnAt: string | null
  warnedAt: string | null
  alarmedAt: string | null
}

const minuteMs = 60_000
/** How long a wait may last unseen. */
const waits: Readonly<Record<string, readonly [clock: string, minutes: number]>> = {
  waitingForPart: ['part', 4320],
  waitingForMaker: ['factory', 10_080],
  waitingForCustomer: ['customer', 1440],
  other: ['wait', 1440],
}

/**
 * The rows of what runs on an open ticket, and the lines it lacked: the limits of a round that had none, and of a wait. Every limit of that
 * release runs by the clock. Kept apart from the rules of today, which may change.
 */
export function carriedClocks(
  ticket: OldTicket,
  old: readonly OldEntry[],
): { entries: NewEntry[]; running: NewRunning[]; next: { dueAt: string | null; clock: string | null } | null } {
  const added = [...roundLines(ticket, old), ...waitLines(ticket, old)]
  const all = [...old, ...added.map((line) => ({ ...line, subjectId: ticket.id, pinnedAt: null }))]
  const keys = [...new Set(all.map(({ clock, round }) => `${clock}/${round}`))]
  const running = keys.flatMap((key) => {
    const row = runningRow(all.filter(({ clock, round }) => `${clock}/${round}` === key))
    return row === null ? [] : [row.dueAt !== null && row.dueAt === ticket.alarmedDueAt ? told(row) : row]
  })
  const due = running
    .flatMap(({ dueAt, clock }) => (dueAt === null ? [] : [{ dueAt, clock }]))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0]
  const next = due ?? { dueAt: null, clock: null }
  return { entries: added, running, next: next.dueAt === ticket.nextDueAt ? null : next }
}

const told = (row: NewRunning): NewRunning => ({ ...row, warnedAt: row.dueAt, alarmedAt: row.dueAt })

const start = (clock: string, round: number, at: string, limitMinutes: number, rule: string): NewEntry => ({
  ...{ clock, round, nth: 1, kind: 'start', at, limitMinutes, hours: 'clock', rule, reason: '' },
})

const line = (kind: string, clock: string, round: number, nth: number, at: string): NewEntry => ({
  ...{ clock, round, nth, kind, at, limitMinutes: null, hours: null, rule: '', reason: '' },
})

/** A second visit had no limits: it has those that the visit before had met, from its result on. */
function roundLines({ round, roundAt, ...ticket }: OldTicket, old: readonly OldEntry[]): NewEntry[] {
  if (round < 2 || roundAt === null) return []
  const metAt: Record<string, string | null> = {
    assign: ticket.state === 'dispatched' ? ticket.dispatchedAt : null,
    respond: ticket.reachedAt,
  }
  return ['assign', 'respond', 'visit'].flatMap((clock) => {
    const first = old.find((entry) => entry.clock === clock && entry.kind === 'start')
    const isMet = old.some((entry) => entry.clock === clock && entry.kind === 'stop')
    if (!isMet || !first || first.limitMinutes === null) return []
    const at = metAt[clock] ?? null
    const stop = at !== null && at > roundAt ? [line('stop', clock, 2, 2, at)] : []
    return [start(clock, 2, roundAt, first.limitMinutes, first.rule), ...stop]
  })
}

/** A ticket whose clocks stand still waits since they do. */
function waitLines({ pausedReason }: OldTicket, old: readonly OldEntry[]): NewEntry[] {
  const wait = pausedReason === null ? undefined : waits[pausedReason]
  const since = old
    .filter(({ kind }) => kind === 'pause')
    .map(({ at }) => at)
    .sort()
    .at(-1)
  return wait && since ? [start(wait[0], 1, since, wait[1], 'house')] : []
}

/** One clock of one round, minute for minute as its lines say; null when it never began or is met. */
function runningRow(lines: readonly Omit<OldEntry, 'subjectId'>[]): NewRunning | null {
  const ordered = [...lines].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.nth - b.nth))
  const first = ordered.find(({ kind }) => kind === 'start')
  if (!first || first.limitMinutes === null) return null
  const limitMs = first.limitMinutes * minuteMs
  let ranMs = 0
  let pausedMs = 0
  let countedAt = first.at
  let pausedAt: string | null = null
  let overAt: string | null = null
  let pinnedAt: string | null = null
  const iso = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString()
  for (const { kind, at, pinnedAt: agreedAt } of ordered.slice(ordered.indexOf(first) + 1)) {
    const passed = Date.parse(at) - Date.parse(countedAt)
    if (pausedAt === null) {
      const outAt: string = overAt ?? iso(countedAt, Math.max(0, limitMs - ranMs))
      overAt = outAt < at ? outAt : null
      ranMs += passed
    } else if (overAt === null) pausedMs += passed
    countedAt = at
    if (kind === 'stop') return null
    if (kind === 'pause') pausedAt ??= at
    if (kind === 'resume') pausedAt = null
    if (kind === 'pin') pinnedAt = agreedAt
  }
  const { clock, round, limitMinutes, rule } = first
  const warnMinutes = limitMinutes > 2880 ? 1440 : Math.min(30, limitMinutes / 2)
  const base = overAt ?? iso(countedAt, Math.max(0, limitMs - ranMs))
  const dueAt: string = pinnedAt !== null && pinnedAt > base ? pinnedAt : base
  const stands = pausedAt !== null && (overAt === null || (pinnedAt !== null && pinnedAt >= pausedAt))
  const warnAt = new Date(Math.max(Date.parse(dueAt) - warnMinutes * minuteMs, Date.parse(first.at))).toISOString()
  const state = {
    ...{ clock, round, entries: Math.max(...lines.map(({ nth }) => nth)), startedAt: first.at, limitMinutes },
    ...{ hours: 'clock', warnMinutes, rule, limitMs, ranMs, pausedMs, countedAt, pausedAt, overAt, pinnedAt },
    stoppedAt: null,
  }
  const marks = stands ? { dueAt: null, warnAt: null } : { dueAt, warnAt }
  return { clock, round, state: JSON.stringify(state), ...marks, warnedAt: null, alarmedAt: null }
}
