import { foldClock, marksOf, standing } from '../../shared/clocks/fold.ts'
import type { Calendars, ClockEntry, Subject } from '../../shared/clocks/schema.ts'
import { grouped } from '../../shared/kit/grouped.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { recordsOf } from '../database/records.ts'
import { insertRows } from '../database/typed-rows.ts'
import { asEntry, runningOf } from './clock-rows.ts'
import { type EntryRow, MetEntity, RunningEntity, type RunningRow } from './entities.ts'
import { keepEntries, metRow } from './enter-times.ts'

/** A step whose lines are to be withdrawn. */
export interface WithdrawnStep {
  /** Of the record door (see `Records.step`). */
  step: string
  /** When it was entered: what was warned of or late by then has been said already. */
  enteredAt: string
  reason: string
}

type Line = ClockEntry & Pick<EntryRow, 'step'>

/**
 * Withdraws every line a step entered into the ledger of a subject, inside the caller's write; the subject's own row must be locked. The lines stay,
 * each with one that withdraws it, and the clocks are as if they had never been entered: a limit they met runs on, a round they began is none.
 * Answers what runs then. Throws `ruleBroken` where the step ended a limit and clocks of the subject were moved since: what those later steps would
 * have done to it nobody knows, so they go first.
 */
export async function withdrawTimes(
  services: Services,
  tx: Tx,
  seat: Seat | null,
  subject: Subject,
  calendars: Calendars,
  { step, enteredAt, reason }: WithdrawnStep,
): Promise<RunningRow[]> {
  const text = 'SELECT * FROM "clocks_entry" WHERE "subjectId" = ? AND "subjectKind" = ? ORDER BY "place", "id"'
  const rows = (await tx.query(services.database.sql(text), [subject.id, subject.kind])) as EntryRow[]
  const lines = rows.map((row): Line => ({ ...asEntry(row), step: row.step }))
  const rounds = [...grouped(lines, ({ clock, round }) => `${round} ${clock}`).values()]
  const own = new Set(rounds.flatMap((round) => linesOfStep(round, step)))
  if (own.size === 0 && lines.some((line) => line.step === null))
    throw new Failure('ruleBroken', 'clocks.failure.beforeSteps')
  refuseMoved(lines, new Set(rounds.flatMap(standing)), own)
  for (const kept of rounds) {
    const gone = kept.filter((line) => own.has(line))
    if (gone.length === 0) continue
    const { clock, round } = kept[0]!
    const last = Math.max(...kept.map(({ nth }) => nth))
    const withdrawals = gone.map(({ nth: withdraws }, index): ClockEntry => ({
      ...{ clock, round, nth: last + 1 + index, kind: 'withdraw', at: services.now(), withdraws, reason },
      ...{ term: null, pinnedAt: null, memberId: seat?.memberId ?? null },
    }))
    await keepEntries(services, tx, subject, withdrawals, recordsOf(services, tx, seat).step)
    await standAgain(services, tx, subject, calendars, [...kept, ...withdrawals], enteredAt)
  }
  return runningOf(services, tx, subject)
}

/** What a step entered of one clock, and what corrected the end it entered. */
function linesOfStep(round: readonly Line[], step: string): Line[] {
  const stands = standing(round)
  const own = stands.filter((line) => line.step === step)
  const hasEnded = own.some(({ kind }) => kind === 'stop')
  return hasEnded ? [...own, ...stands.filter((line) => line.kind === 'restop' && line.step !== step)] : own
}

/** `lines`: all of the subject, in the order they were entered. */
function refuseMoved(lines: readonly Line[], stands: ReadonlySet<Line>, own: ReadonlySet<Line>): void {
  const last = lines.findLastIndex((line) => own.has(line) && line.kind !== 'restop')
  if (last < 0 || ![...own].some(({ kind }) => kind === 'stop')) return
  if (lines.slice(last + 1).some((line) => stands.has(line) && !own.has(line)))
    throw new Failure('ruleBroken', 'clocks.failure.movedSince')
}

/** Writes anew what stands beside the ledger of one clock and round: its running row, or what was kept of its end. */
async function standAgain(
  services: Services,
  tx: Tx,
  subject: Subject,
  calendars: Calendars,
  entries: readonly ClockEntry[],
  enteredAt: string,
): Promise<void> {
  const { database } = services
  const { clock, round } = entries[0]!
  const of = '"subjectId" = ? AND "subjectKind" = ? AND "clock" = ? AND "round" = ?'
  const place = [subject.id, subject.kind, clock, round]
  await tx.query(database.sql(`DELETE FROM "clocks_running" WHERE ${of}`), place)
  await tx.query(database.sql(`DELETE FROM "clocks_met" WHERE ${of}`), place)
  const state = foldClock(entries, calendars)
  if (state === null || state.isDropped) return
  if (state.stoppedAt !== null)
    return insertRows(database, tx, MetEntity, [metRow(services.newId(), subject, state, state.stoppedAt, calendars)])
  const marks = marksOf(state, calendars)
  const toldBy = (at: string | null) => (at !== null && at <= enteredAt ? at : null)
  const running: RunningRow = {
    ...{ id: services.newId(), subjectKind: subject.kind, subjectId: subject.id, clock, round, state },
    ...marks,
    ...{ warnedAt: toldBy(marks.warnAt), alarmedAt: toldBy(marks.dueAt) },
  }
  await insertRows(database, tx, RunningEntity, [running])
}
