import type { ImportSummary } from '../../shared/customers/import-match.ts'
import type { ImportFile, ImportProgress, ImportRunRow, ImportStart } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { audit, companyOf } from '../admin/public.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { keepFile } from '../files/handle-file.ts'
import { type ImportRun, ImportRunEntity } from './entities.ts'
import { type RejectsFile, writeRejects } from './import/write-rejects.ts'
import { importCalls } from './import-calls.ts'
import { importCustomers } from './import-customers.ts'
import { breathe } from './import-known.ts'
import { importBytes, type ImportSource, readSource } from './import-source.ts'

/** Who imports: a member at a seat, or nobody for the command line. */
export type Importer = Parameters<typeof audit>[2]

interface LiveRun {
  progress: ImportProgress
  cancel: AbortController
  finished: Promise<void>
}

/** Runs of this station since it started; a finished one also stands in the database. */
const live = new WeakMap<Services, Map<string, LiveRun>>()

const runsOf = (services: Services): Map<string, LiveRun> => {
  const known = live.get(services) ?? new Map<string, LiveRun>()
  live.set(services, known)
  return known
}

/** Starts a run in the background and answers at once. The same id again answers how far it is; a second run at a time is refused. */
export async function startImport(services: Services, importer: Importer, input: ImportStart): Promise<ImportProgress> {
  const runs = runsOf(services)
  const known = runs.get(input.id)?.progress ?? (await finishedProgress(services, input.id))
  if (known) return known
  const bytes = await importBytes(services, input.hash)
  const twin = runs.get(input.id)
  if (twin) return twin.progress
  if ([...runs.values()].some(({ progress }) => isRunning(progress)))
    throw new Failure('busy', 'customers.failure.importRunning')
  for (const id of runs.keys()) if (runs.size > 20) runs.delete(id)
  const cancel = new AbortController()
  const progress: ImportProgress = {
    id: input.id,
    state: 'reading',
    done: 0,
    total: 0,
    summary: null,
    reportHash: null,
    failure: null,
  }
  const finished = runImport(services, importer, { ...input, bytes }, progress, cancel.signal)
    .then(() => undefined)
    .catch((error: unknown) => settle(services, progress, cancel.signal, error))
  runs.set(input.id, { progress, cancel, finished })
  return { ...progress }
}

/** How far a run is; one that ended before the station's last start is told from its row. */
export async function importProgress(services: Services, id: string): Promise<ImportProgress> {
  const progress = runsOf(services).get(id)?.progress ?? (await finishedProgress(services, id))
  if (!progress) throw new Failure('notFound', 'customers.failure.importGone')
  return { ...progress }
}

/** Stops a run and answers when nothing of it is left. One that is done stays done. */
export async function cancelImport(services: Services, id: string): Promise<ImportProgress> {
  const run = runsOf(services).get(id)
  run?.cancel.abort()
  await run?.finished
  return importProgress(services, id)
}

/** Finished imports, newest first. */
export async function listImports(services: Services): Promise<ImportRunRow[]> {
  const rows = (await services.database.read((reader) =>
    reader.query(
      `SELECT r.*, m."name" AS "memberName" FROM "customers_import" r LEFT JOIN "admin_member" m ON m."id" = r."memberId"
       ORDER BY r."startedAt" DESC, r."id" DESC LIMIT 50`,
    ),
  )) as (ImportRun & { memberName: string | null })[]
  return rows.map(({ id, kind, fileName, startedAt, finishedAt, memberName, summary, reportHash }) => ({
    ...{ id, kind, fileName, startedAt, finishedAt, memberName: memberName ?? '', reportHash },
    summary: (typeof summary === 'string' ? JSON.parse(summary) : summary) as ImportSummary,
  }))
}

/**
 * One whole import: reads the file, then decides and writes everything in one transaction, with the report of refused rows, the run's
 * row and its audit entry. A throw, a cancel or a kill leaves nothing.
 */
export async function runImport(
  services: Services,
  importer: Importer,
  input: ImportFile & { id: string; bytes: Uint8Array },
  progress: Pick<ImportProgress, 'state' | 'done' | 'total' | 'summary' | 'reportHash'>,
  signal?: AbortSignal,
): Promise<ImportSource> {
  const startedAt = services.now()
  const company = await services.database.read(companyOf)
  const onProgress = (rows: number) => (progress.done = rows)
  const source = await readSource(input.bytes, input, company.timeZone, startedAt, { signal, onProgress })
  const report = source.rejected.length > 0 ? await writeRejects(source.table, source.rejected, company.language) : null
  Object.assign(progress, { state: 'writing', done: 0, total: source.drafts.length })
  const memberId = importer?.memberId ?? null
  const { summary, reportHash } = await services.database.write(async (tx) => {
    await alone(services, tx)
    await breathe(signal)
    const writing = { runId: input.id, memberId, signal, onDone: (rows: number) => (progress.done = rows) }
    const summary =
      source.kind === 'customers'
        ? await importCustomers(services, tx, source, writing)
        : await importCalls(services, tx, source, writing)
    const reportHash = report && (await keepReport(services, report, memberId))
    await tx.insert(ImportRunEntity, {
      ...{
        id: input.id,
        kind: source.kind,
        fileName: input.fileName,
        fileHash: input.hash,
        startedAt,
        finishedAt: services.now(),
      },
      ...{ memberId, summary, reportHash },
    })
    await audit(services, tx, importer, {
      action: 'customers.import',
      subject: `import:${input.id}`,
      details: { kind: source.kind, ...summary },
    })
    signal?.throwIfAborted()
    return { summary, reportHash }
  })
  Object.assign(progress, { state: 'done', done: source.drafts.length, summary, reportHash })
  services.changes.announce({ feature: 'customers', id: input.id })
  if (source.kind === 'calls')
    for (const feature of ['intake', 'tickets'] as const) services.changes.announce({ feature, id: input.id })
  return source
}

const isRunning = ({ state }: ImportProgress): boolean => state === 'reading' || state === 'writing'

/** On PostgreSQL several stations may import at once: the second waits, then sees what the first brought. */
async function alone(services: Services, tx: Tx): Promise<void> {
  if (services.database.engine === 'postgres') await tx.query('SELECT pg_advisory_xact_lock(7210019)')
}

function keepReport(services: Services, report: RejectsFile, memberId: string | null): Promise<string> {
  return keepFile(services, { bytes: report.bytes, name: report.name, mime: report.mediaType, memberId })
}

function settle(services: Services, progress: ImportProgress, signal: AbortSignal, error: unknown): void {
  if (signal.aborted) {
    progress.state = 'cancelled'
    return
  }
  progress.state = 'failed'
  progress.failure =
    error instanceof Failure
      ? error.data
      : { kind: 'invalid', text: 'customers.failure.importBroken', facts: {}, field: '' }
  if (!(error instanceof Failure))
    services.log.error('import.failed', { error: String(error), stack: error instanceof Error ? error.stack : '' })
}

async function finishedProgress(services: Services, id: string): Promise<ImportProgress | null> {
  const row = await services.database.read((reader) => reader.findOneBy(ImportRunEntity, { id }))
  if (!row) return null
  const summary = row.summary as ImportSummary
  const rows = summary.read - summary.rejected
  return { id, state: 'done', done: rows, total: rows, summary, reportHash: row.reportHash, failure: null }
}
