import type { ImportSummary } from '../../shared/customers/import-match.ts'
import type { ImportProgress, ImportRunRow, ImportStart } from '../../shared/customers/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { type ImportRun, ImportRunEntity } from './entities.ts'
import { refuseWithoutRoom } from '../files/space.ts'
import { firstStored } from '../house/first-stored.ts'
import { importBytes, refuseForeignFile } from './import-source.ts'
import { dropLeftStages, hideLeftStage, hideStage, unfinished } from './import-stage.ts'
import { endImportThreads, runInThread } from './import-thread.ts'
import type { RunProgress } from './run-import.ts'

/** House number: what an import takes on the disk for each byte of its file, with rows, indexes, texts and the log. */
const bytesWrittenAByteRead = 12

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
export async function startImport(services: Services, seat: Seat, input: ImportStart): Promise<ImportProgress> {
  const runs = runsOf(services)
  const known = runs.get(input.id)?.progress ?? (await finishedProgress(services, input.id))
  if (!known) {
    await refuseForeignFile(services, seat, input.hash)
    await refuseWithoutRoom(services, (await importBytes(services, input.hash)).byteLength * bytesWrittenAByteRead)
  }
  const first = await services.database.write((tx) =>
    firstStored(services, tx, 'customers.importStart', input, () =>
      Promise.resolve(runs.get(input.id)?.progress ?? known),
    ),
  )
  if (first) return first
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
  const order = { what: 'run', nowAt: services.now(), importer: seat, input } as const
  const steer = { signal: cancel.signal, onProgress: (seen: RunProgress) => Object.assign(progress, seen) }
  const finished = clearStages(services)
    .then(() => runInThread(services, order, steer))
    .then((ended) => void Object.assign(progress, ended))
    .catch((error: unknown) => settle(services, progress, cancel.signal, error))
    .finally(() => (closing.has(services) ? undefined : clearStages(services)))
    // What it left is taken out before the next import, at the latest when the station opens again.
    .catch((error: unknown) => services.log.error('import.notCleared', { error: String(error) }))
  runs.set(input.id, { progress, cancel, finished })
  return { ...progress }
}

/**
 * What an import left that a kill ended is hidden before anybody reads, and taken out behind the work of the desk: hundreds of thousands of rows take
 * minutes, and the telephone rings meanwhile.
 */
export async function openImports(services: Services): Promise<void> {
  await hideLeftStage(services)
  clearStages(services).catch((error: unknown) => services.log.error('import.notCleared', { error: String(error) }))
}

const clearing = new WeakMap<Services, Promise<void>>()

/** A thread that died leaves its customers hidden; they go before the next import comes. Whoever asks meanwhile waits for the same. */
function clearStages(services: Services): Promise<void> {
  const going = clearing.get(services) ?? clear(services).finally(() => clearing.delete(services))
  clearing.set(services, going)
  return going
}

async function clear(services: Services): Promise<void> {
  const isOver = () => closing.has(services)
  await dropLeftStages(services, isOver)
  if (!isOver()) await hideStage(services, null)
}

const closing = new WeakSet<Services>()

/** Ends what is being imported before the station closes. */
export async function stopImports(services: Services): Promise<void> {
  const running = [...runsOf(services).values()]
  closing.add(services)
  for (const { cancel } of running) cancel.abort()
  await endImportThreads(services)
  await Promise.all(running.map(({ finished }) => finished))
  await clearing.get(services)?.catch(() => undefined)
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
      `SELECT r.*, m."name" AS "memberName" FROM "customers_import" r LEFT JOIN "house_member" m ON m."id" = r."memberId"
       WHERE r."finishedAt" <> '${unfinished}' ORDER BY r."startedAt" DESC, r."id" DESC LIMIT 50`,
    ),
  )) as (ImportRun & { memberName: string | null })[]
  return rows.map(({ id, kind, fileName, startedAt, finishedAt, memberName, summary, reportHash }) => ({
    ...{ id, kind, fileName, startedAt, finishedAt, memberName: memberName ?? '', reportHash },
    summary: (typeof summary === 'string' ? JSON.parse(summary) : summary) as ImportSummary,
  }))
}

const isRunning = ({ state }: ImportProgress): boolean => state === 'reading' || state === 'writing'

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
  if (!row || row.finishedAt === unfinished) return null
  const summary = row.summary as ImportSummary
  const rows = summary.read - summary.rejected
  return { id, state: 'done', done: rows, total: rows, summary, reportHash: row.reportHash, failure: null }
}
