import { dueAtOf, foldClock, foldEntry, marksOf, needsLedger } from '../../shared/clocks/fold.ts'
import type { Calendars, ClockEntry, ClockState, Subject, Term } from '../../shared/clocks/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { insertRows } from '../database/typed-rows.ts'
import { entriesOf, runningOf, type Starts, startsOf } from './clock-rows.ts'
import { EntryEntity, type EntryRow, MetEntity, type MetRow, RunningEntity, type RunningRow } from './entities.ts'

interface LineFacts {
  clock: string
  at: string
  reason?: string
}

/** What happens to a clock. Without a round: a start is the next one of its clock, everything else meets what runs. */
export type TimeLine = LineFacts &
  (
    | { kind: 'start'; term: Term; policyId?: string | null }
    /** Without terms: the policies have the limit no more. */
    | { kind: 'policy'; term: Term | null; policyId?: string | null }
    | { kind: 'pin'; pinnedAt: string | null }
    | { kind: 'pause' | 'resume' | 'stop' }
  )

/** A clock that is folded up again: what stood in its row, and what it is now. */
export interface Open {
  row: RunningRow | null
  state: ClockState
}

/**
 * Enters lines into the ledger of a subject and moves its running rows, inside the caller's write; answers what runs then.
 * The subject's own row must be locked. Lines about a clock that does not run are not entered. A line that happened before
 * others already counted is put in its place. Throws `invalid` for a stop before its start.
 */
export async function enterTimes(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  subject: Subject,
  calendars: Calendars,
  lines: readonly TimeLine[],
  known: { running?: readonly RunningRow[]; starts?: Starts } = {},
): Promise<RunningRow[]> {
  const rows = known.running ?? (await runningOf(services, tx, subject))
  const open: Open[] = rows.map((row) => ({ row, state: row.state }))
  const hasStarts = lines.some(({ kind }) => kind === 'start')
  const starts = new Map(known.starts ?? (hasStarts ? await startsOf(services, tx, subject) : []))
  const isFirst = hasStarts && starts.size === 0
  const entered: ClockEntry[] = []
  for (const line of lines) {
    if (line.kind === 'start') {
      const round = (starts.get(line.clock)?.round ?? 0) + 1
      starts.set(line.clock, { round, at: line.at })
      const entry = entryOf(line, round, 1, seat)
      const state = foldEntry(null, entry, calendars)
      if (state) open.push({ row: null, state })
      entered.push(entry)
      continue
    }
    if (line.kind === 'policy' && !open.some(({ state }) => state.clock === line.clock)) {
      const state = await droppedOf(services, tx, subject, line.clock, calendars)
      if (state) open.push({ row: null, state })
    }
    for (const each of open.filter(
      ({ state }) => state.clock === line.clock && (state.stoppedAt === null || state.isDropped),
    )) {
      const { state } = each
      if (line.kind === 'stop' && line.at < state.startedAt)
        throw new Failure('invalid', 'clocks.failure.beforeStart', { clock: line.clock }, 'at')
      const entry = entryOf(line, state.round, state.entries + 1, seat)
      entered.push(entry)
      each.state = await stateAfter(services, tx, subject, state, entry, entered, calendars)
    }
  }
  await keepEntries(services, tx, subject, entered, recordsOf(services, tx, seat).step, isFirst)
  return keepRows(services, tx, subject, open, calendars)
}

/** The newest round of a clock, where the policies had dropped it. */
async function droppedOf(
  services: Services,
  reader: Reader,
  subject: Subject,
  clock: string,
  calendars: Calendars,
): Promise<ClockState | null> {
  const round = (await startsOf(services, reader, subject)).get(clock)?.round
  if (round === undefined) return null
  const state = foldClock(await entriesOf(services, reader, subject, { clock, round }), calendars)
  return state?.isDropped ? state : null
}

function entryOf(line: TimeLine, round: number, nth: number, seat: Seat | null): ClockEntry {
  const given = line.kind === 'start' || line.kind === 'policy' ? line : null
  return {
    ...{ clock: line.clock, round, nth, kind: line.kind, at: line.at },
    term: given?.term ?? null,
    policyId: given?.policyId ?? null,
    pinnedAt: line.kind === 'pin' ? line.pinnedAt : null,
    reason: line.reason ?? '',
    memberId: seat?.memberId ?? null,
  }
}

/** With an entry more; from the first entry on where this state cannot take it. `entered`: what the ledger does not hold yet, this entry included. */
async function stateAfter(
  services: Services,
  reader: Reader,
  subject: Subject,
  state: ClockState,
  entry: ClockEntry,
  entered: readonly ClockEntry[],
  calendars: Calendars,
): Promise<ClockState> {
  if (!needsLedger(state, entry, calendars)) return foldEntry(state, entry, calendars)!
  const { clock, round } = entry
  const kept = await entriesOf(services, reader, subject, { clock, round })
  const own = entered.filter((each) => each.clock === clock && each.round === round)
  return foldClock([...kept, ...own], calendars)!
}

/** What a line would make of a running clock, without entering it. */
export async function foreseen(
  services: Services,
  reader: Reader,
  subject: Subject,
  { state }: Pick<RunningRow, 'state'>,
  line: TimeLine,
  calendars: Calendars,
): Promise<ClockState> {
  const entry = entryOf(line, state.round, state.entries + 1, null)
  return stateAfter(services, reader, subject, state, entry, [entry], calendars)
}

/** Writes lines into the ledger, as they are, with the step of the record door they are part of. `isFirst`: it is known to hold none of the subject. */
export async function keepEntries(
  services: Services,
  tx: Tx,
  subject: Subject,
  entered: readonly ClockEntry[],
  step: string,
  isFirst = false,
): Promise<void> {
  if (entered.length === 0) return
  const last = isFirst ? 0 : await lastPlaceOf(services, tx, subject)
  const rows = entered.map(({ term, ...entry }, index): EntryRow => ({
    id: services.newId(),
    subjectKind: subject.kind,
    subjectId: subject.id,
    ...entry,
    policyId: entry.policyId ?? null,
    withdraws: entry.withdraws ?? null,
    step,
    place: last + 1 + index,
    limitMinutes: term?.limitMinutes ?? null,
    hours: term?.hours ?? null,
    warnMinutes: term?.warnMinutes ?? null,
    rule: term?.rule ?? '',
  }))
  await insertRows(services.database, tx, EntryEntity, rows)
}

async function lastPlaceOf({ database }: Services, reader: Reader, subject: Subject): Promise<number> {
  const text = 'SELECT max("place") AS "last" FROM "clocks_entry" WHERE "subjectId" = ? AND "subjectKind" = ?'
  const [stands] = (await reader.query(database.sql(text), [subject.id, subject.kind])) as { last: number | null }[]
  return stands?.last ?? 0
}

/** Writes the rows of clocks whose state is another than their row's; answers all that run then. */
export async function keepRows(
  services: Services,
  tx: Tx,
  subject: Subject,
  open: readonly Open[],
  calendars: Calendars,
): Promise<RunningRow[]> {
  const { database } = services
  const fresh: RunningRow[] = []
  const running: RunningRow[] = []
  const met: MetRow[] = []
  for (const { row, state } of open) {
    if (state.stoppedAt !== null) {
      if (!state.isDropped) met.push(metRow(services.newId(), subject, state, state.stoppedAt, calendars))
      if (row) await tx.query(database.sql('DELETE FROM "clocks_running" WHERE "id" = ?'), [row.id])
      continue
    }
    if (row?.state === state) {
      running.push(row)
      continue
    }
    const marks = marksOf(state, calendars)
    const told =
      row?.dueAt === marks.dueAt
        ? { warnedAt: row.warnedAt, alarmedAt: row.alarmedAt }
        : { warnedAt: null, alarmedAt: null }
    const { clock, round } = state
    const after: RunningRow = {
      id: row?.id ?? services.newId(),
      ...{ subjectKind: subject.kind, subjectId: subject.id, clock, round, state },
      ...marks,
      ...told,
    }
    running.push(after)
    if (row)
      await tx.query(
        database.sql(
          'UPDATE "clocks_running" SET "dueAt" = ?, "warnAt" = ?, "warnedAt" = ?, "alarmedAt" = ?, "state" = ? WHERE "id" = ?',
        ),
        [after.dueAt, after.warnAt, after.warnedAt, after.alarmedAt, JSON.stringify(state), row.id],
      )
    else fresh.push(after)
  }
  await insertRows(database, tx, MetEntity, met)
  await insertRows(database, tx, RunningEntity, fresh)
  return running
}

/** Longer than 32 bits of seconds nothing runs that anybody measures. */
const mostSeconds = 2_147_483_647

/** What is kept of a limit that was met. */
export function metRow(id: string, subject: Subject, state: ClockState, metAt: string, calendars: Calendars): MetRow {
  const { clock, round, ranMs } = state
  return {
    ...{ id, subjectKind: subject.kind, subjectId: subject.id, clock, round, metAt },
    dueAt: dueAtOf(state, calendars),
    ranSeconds: Math.min(mostSeconds, Math.round(ranMs / 1000)),
  }
}

/**
 * Says in the ledger whose working week counted where that was not written down, before the subject goes over to other policies: it stood on these
 * until now. Inside the caller's write; the subject's own row must be locked.
 */
export async function namePolicies(services: Services, tx: Tx, subject: Subject, policyId: string): Promise<void> {
  await tx.query(
    services.database.sql(
      `UPDATE "clocks_entry" SET "policyId" = ?
       WHERE "subjectId" = ? AND "subjectKind" = ? AND "policyId" IS NULL AND "kind" IN ('start', 'policy')`,
    ),
    [policyId, subject.id, subject.kind],
  )
}
