import type { ClockEntry, KeptLimit, Subject } from '../../shared/clocks/schema.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import type { EntryRow, RunningRow } from './entities.ts'

type Running = Pick<RunningRow, 'clock' | 'round' | 'state' | 'dueAt' | 'warnAt'>

/** Deadlines of a subject not met yet, standing ones included. */
export async function runningOf(services: Services, reader: Reader, subject: Subject): Promise<RunningRow[]> {
  const rows = (await reader.query(
    services.database.sql('SELECT * FROM "clocks_running" WHERE "subjectId" = ? AND "subjectKind" = ?'),
    [subject.id, subject.kind],
  )) as RunningRow[]
  return rows.map(withState)
}

/** The same of several subjects of one kind. */
export async function runningOfMany(
  services: Services,
  reader: Reader,
  kind: Subject['kind'],
  ids: readonly string[],
): Promise<RunningRow[]> {
  if (ids.length === 0) return []
  const rows = (await reader.query(
    services.database.sql(
      `SELECT * FROM "clocks_running" WHERE "subjectKind" = ? AND "subjectId" IN (${ids.map(() => '?').join(', ')})`,
    ),
    [kind, ...ids],
  )) as RunningRow[]
  return rows.map(withState)
}

/** The whole ledger of a subject, or of one of its clocks. Sort it with `inOrder`. */
export async function entriesOf(
  services: Services,
  reader: Reader,
  subject: Subject,
  one?: { clock: string; round: number },
): Promise<ClockEntry[]> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT * FROM "clocks_entry" WHERE "subjectId" = ? AND "subjectKind" = ?${one ? ' AND "clock" = ? AND "round" = ?' : ''}`,
    ),
    [subject.id, subject.kind, ...(one ? [one.clock, one.round] : [])],
  )) as EntryRow[]
  return rows.map(asEntry)
}

/** Limits of a subject that were met, each as it was due then. */
export async function keptOf(services: Services, reader: Reader, subject: Subject): Promise<KeptLimit[]> {
  return (await reader.query(
    services.database.sql(
      'SELECT "clock", "round", "dueAt" FROM "clocks_met" WHERE "subjectId" = ? AND "subjectKind" = ?',
    ),
    [subject.id, subject.kind],
  )) as KeptLimit[]
}

/** How often, and when last, each clock of a subject was started. */
export type Starts = ReadonlyMap<string, { round: number; at: string | null }>

/** The starts of a subject's clocks, those long met included. One that was withdrawn has its round all the same, and no instant. */
export async function startsOf(services: Services, reader: Reader, subject: Subject): Promise<Starts> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT s."clock", max(s."round") AS "round", max(CASE WHEN w."id" IS NULL THEN s."at" END) AS "at" FROM "clocks_entry" s
       LEFT JOIN "clocks_entry" w ON w."subjectId" = s."subjectId" AND w."subjectKind" = s."subjectKind"
         AND w."clock" = s."clock" AND w."round" = s."round" AND w."kind" = 'withdraw' AND w."withdraws" = s."nth"
       WHERE s."subjectId" = ? AND s."subjectKind" = ? AND s."kind" = 'start' GROUP BY s."clock"`,
    ),
    [subject.id, subject.kind],
  )) as { clock: string; round: number | string; at: string | null }[]
  return new Map(rows.map(({ clock, round, at }) => [clock, { round: Number(round), at }]))
}

/** The deadline that falls due first; null when none runs. */
export function nextDueOf(running: readonly Running[]): { dueAt: string; clock: string; round: number } | null {
  return running.reduce<{ dueAt: string; clock: string; round: number } | null>(
    (next, { dueAt, clock, round }) =>
      dueAt !== null && (next === null || dueAt < next.dueAt) ? { dueAt, clock, round } : next,
    null,
  )
}

const withState = (row: RunningRow): RunningRow => ({
  ...row,
  state: typeof row.state === 'string' ? (JSON.parse(row.state) as RunningRow['state']) : row.state,
})

/** A line of the ledger as its row has it. */
export function asEntry(row: EntryRow): ClockEntry {
  const { clock, round, nth, kind, at, limitMinutes, hours, warnMinutes, rule, policyId, pinnedAt, reason } = row
  const { memberId, withdraws } = row
  const term =
    limitMinutes === null || hours === null
      ? null
      : { limitMinutes, hours, rule, warnMinutes: warnMinutes ?? undefined }
  return { clock, round, nth, kind, at, term, policyId, pinnedAt, reason, memberId, withdraws }
}
