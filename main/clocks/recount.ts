import { foldClock, marksOf } from '../../shared/clocks/fold.ts'
import type { Calendars, Subject } from '../../shared/clocks/schema.ts'
import type { Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { entriesOf, runningOf } from './clock-rows.ts'
import type { RunningRow } from './entities.ts'
import { keepRows } from './enter-times.ts'

/** A running clock folded anew from its ledger. */
export interface Recounted {
  row: RunningRow
  state: RunningRow['state']
  dueAt: string | null
}

/** Ids of subjects of a kind with a limit that counts working time and may still be met at an instant, or stands still. */
export async function countingWork(
  services: Services,
  reader: Reader,
  kind: Subject['kind'],
  fromAt: string,
): Promise<string[]> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT DISTINCT "subjectId" FROM "clocks_running" WHERE "subjectKind" = ? AND ("dueAt" IS NULL OR "dueAt" >= ?)
       AND "state" LIKE '%"hours":"working%' ORDER BY "subjectId"`,
    ),
    [kind, fromAt],
  )) as { subjectId: string }[]
  return rows.map(({ subjectId }) => subjectId)
}

/** Ids of subjects of a kind with a limit in days whose row was written by a release that counted days, and what stood still, by the wall. */
export async function countedByWall(services: Services, reader: Reader, kind: Subject['kind']): Promise<string[]> {
  const rows = (await reader.query(
    services.database.sql(
      `SELECT DISTINCT "subjectId" FROM "clocks_running" WHERE "subjectKind" = ? AND "state" LIKE '%"limitMs"%'
       AND ("state" LIKE '%"hours":"days"%' OR "state" LIKE '%"hours":"workingDays"%') ORDER BY "subjectId"`,
    ),
    [kind],
  )) as { subjectId: string }[]
  return rows.map(({ subjectId }) => subjectId)
}

/** What a subject's running limits are by another calendars, reckoned from the ledger; those that stay as they are keep their very state. */
export async function recounted(
  services: Services,
  reader: Reader,
  subject: Subject,
  calendars: Calendars,
): Promise<Recounted[]> {
  const found: Recounted[] = []
  for (const row of await runningOf(services, reader, subject)) {
    const folded =
      row.state.hours !== 'clock' ? foldClock(await entriesOf(services, reader, subject, row), calendars) : null
    const dueAt = folded ? marksOf(folded, calendars).dueAt : row.dueAt
    const isSame = folded === null || (dueAt === row.dueAt && JSON.stringify(folded) === JSON.stringify(row.state))
    found.push({ row, state: isSame ? row.state : folded, dueAt })
  }
  return found
}

/** Writes what `recounted` found, inside the caller's write; the subject's own row must be locked. Answers what runs then. */
export async function keepRecounted(
  services: Services,
  tx: Tx,
  subject: Subject,
  counted: readonly Recounted[],
  calendars: Calendars,
): Promise<RunningRow[]> {
  return keepRows(services, tx, subject, counted, calendars)
}
