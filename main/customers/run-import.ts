import type { ImportSummary } from '../../shared/customers/import-match.ts'
import type { ImportFile, ImportProgress } from '../../shared/customers/schema.ts'
import type { Language } from '../../shared/kit/words.ts'
import type { Choice } from '../../shared/presets/schema.ts'
import { audit } from '../house/audit.ts'
import { companyOf } from '../house/settings.ts'
import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { keepFile } from '../files/keep-file.ts'
import { linkFile } from '../files/links.ts'
import { ImportRunEntity } from './entities.ts'
import type { RejectsFile } from './import/write-rejects.ts'
import { importCalls } from './import-calls.ts'
import {
  addNew,
  completeKnown,
  type CustomersPlan,
  importCustomers,
  type ImportWriting,
  planCustomers,
} from './import-customers.ts'
import { breathe, readKnown, slices } from './import-known.ts'
import { callsRemarked, reportOf } from './import-report.ts'
import { importBytes, type ImportSource, readSource } from './import-source.ts'
import { dropStage, type Hide, openStage, type Stage, unfinished } from './import-stage.ts'

/** Who imports: a member at a seat, or nobody for the command line. */
export type Importer = Parameters<typeof audit>[2]

/** A file that is stored already, and the id of its run. */
export type ImportInput = ImportFile & { id: string }

/** Where a run says how far it is. */
export type RunProgress = Pick<ImportProgress, 'state' | 'done' | 'total' | 'summary' | 'reportHash'>

interface Run {
  services: Services
  importer: Importer
  input: ImportInput
  source: ImportSource
  language: Language
  categories: readonly Choice[]
  writing: ImportWriting
  hide: Hide
}

interface Ended {
  summary: ImportSummary
  reportHash: string | null
  report: RejectsFile | null
}

/** What a run read, and its report: null when every row was plain. */
export interface RanImport {
  source: ImportSource
  report: RejectsFile | null
}

type CustomerSource = ImportSource & { kind: 'customers' }

/** Somebody may change what a plan rests on while it is being written; then it is made again, at last with everybody waiting. */
const attempts = 3

/**
 * One whole import: reads the file, decides every row, writes all of it with the report of rows refused or to check, the run's row and its
 * audit entry.
 * A throw, a cancel or a kill leaves nothing. Announces nothing: that is the station's part.
 */
export async function runImport(
  services: Services,
  importer: Importer,
  input: ImportInput,
  progress: RunProgress,
  { hide, signal }: { hide: Hide; signal?: AbortSignal },
): Promise<RanImport> {
  const startedAt = services.now()
  const company = await services.database.read(companyOf)
  const onProgress = (rows: number) => (progress.done = rows)
  const bytes = await importBytes(services, input.hash)
  const source = await readSource(bytes, input, company, startedAt, { signal, onProgress })
  Object.assign(progress, { state: 'writing', done: 0, total: source.drafts.length })
  const writing = {
    ...{ runId: input.id, memberId: importer?.memberId ?? null, startedAt, signal },
    onDone: (rows: number) => (progress.done = rows),
  }
  const run: Run = {
    services,
    importer,
    input,
    source,
    language: company.language,
    ...company.policies.known(startedAt),
    writing,
    hide,
  }
  const { report, ...ended } = await (source.kind === 'customers' ? writeCustomers(run, source) : writeWhole(run))
  Object.assign(progress, { state: 'done', done: source.drafts.length, ...ended })
  return { source, report }
}

async function writeCustomers(run: Run, source: CustomerSource): Promise<Ended> {
  const { services, writing } = run
  for (let attempt = 1; attempt < attempts; attempt++) {
    const plannedAt = services.now()
    const { planned, lastSeq } = await services.database.read(async (reader) => ({
      lastSeq: await highestSeq(reader),
      planned: await planCustomers(services, reader, source.drafts, source.rejected.length, writing.signal),
    }))
    const ended = await writeInTurns(run, planned, { plannedAt, lastSeq })
    if (ended) return ended
  }
  return writeWhole(run)
}

/** Everything in one write: nobody else writes meanwhile on SQLite. */
async function writeWhole(run: Run): Promise<Ended> {
  const { services, source, writing } = run
  return services.database.write(async (tx) => {
    await alone(services, tx)
    await breathe(writing.signal)
    if (source.kind === 'calls')
      return finish(
        run,
        tx,
        await importCalls(services, tx, source, writing),
        await reportOf(source, callsRemarked(source), run, writing.signal),
      )
    const { rows, summary } = await importCustomers(services, tx, source.drafts, source.rejected.length, writing)
    return finish(run, tx, summary, await reportOf(source, rows, run, writing.signal))
  })
}

/** What a plan was made on. */
interface Ground {
  plannedAt: string
  lastSeq: number
}

/** Null when somebody changed what the plan rests on. On SQLite the new customers are written unseen, in many short turns. */
async function writeInTurns(run: Run, planned: CustomersPlan, ground: Ground): Promise<Ended | null> {
  const { services, input, source, writing, hide } = run
  const { kind } = source
  const stage = await openStage(
    services,
    {
      ...{ id: input.id, kind, fileName: input.fileName, fileHash: input.hash },
      ...{ startedAt: writing.startedAt, memberId: writing.memberId },
    },
    planned.plan.summary.added,
  )
  const whole = services.database.engine === 'postgres'
  const report = await reportOf(source, planned.plan.rows, run, writing.signal)
  const last = async (tx: Tx): Promise<Ended | null> => {
    if (whole) await alone(services, tx)
    if (await isOutdated(services, tx, planned, ground, { stage, source })) return null
    if (whole) await addNew(services, (work) => work(tx), planned.plan, stage.block, writing)
    await completeKnown(services, tx, planned, writing)
    return finish(run, tx, planned.plan.summary, report)
  }
  try {
    if (!whole) {
      await hide(stage)
      await addNew(services, (work) => services.database.write(work), planned.plan, stage.block, writing)
    }
    const ended = await services.database.write(last)
    if (ended === null) await dropStage(services, stage)
    await hide(null)
    return ended
  } catch (error) {
    await dropStage(services, stage)
    await hide(null)
    throw error
  }
}

async function highestSeq(reader: { query: (text: string) => Promise<unknown> }): Promise<number> {
  const [row] = (await reader.query('SELECT max("seq") AS "seq" FROM "customers_customer"')) as { seq: number | null }[]
  return Number(row?.seq ?? 0)
}

/** Did a customer come or change, since the plan, that bears a number of the file or that a row completes? */
async function isOutdated(
  services: Services,
  tx: Tx,
  { plan, known }: CustomersPlan,
  { plannedAt, lastSeq }: Ground,
  { stage, source }: { stage: Stage; source: CustomerSource | ImportSource },
): Promise<boolean> {
  const changed = (await tx.query(
    services.database.sql(
      `SELECT p."number" FROM "customers_customer" c JOIN "customers_phone" p ON p."customerId" = c."id"
       WHERE c."updatedAt" > ? AND c."seq" NOT BETWEEN ? AND ?
       UNION ALL SELECT p."number" FROM "customers_customer" c JOIN "customers_phone" p ON p."customerId" = c."id"
       WHERE c."seq" > ? AND c."seq" < ?
       UNION ALL SELECT p."number" FROM "customers_customer" c JOIN "customers_phone" p ON p."customerId" = c."id"
       WHERE c."seq" > ?`,
    ),
    [
      ...[plannedAt, stage.firstSeq, stage.lastSeq],
      ...[lastSeq, Math.max(stage.firstSeq, lastSeq)],
      Math.max(stage.lastSeq, lastSeq),
    ],
  )) as { number: string }[]
  const numbers = new Set(changed.map(({ number }) => number))
  if (numbers.size > 0 && source.kind === 'customers')
    if (source.drafts.some(({ phones }) => phones.some(({ key }) => numbers.has(key)))) return true
  const completed = new Set(
    plan.rows.flatMap(({ kind, existingId }) => (kind === 'update' && existingId !== null ? [existingId] : [])),
  )
  for (const ids of slices([...completed])) {
    const now = await readKnown(services, tx, ids)
    if (now.length < ids.length) return true
    if (now.some((one) => JSON.stringify(one) !== JSON.stringify(known.byId.get(one.id)))) return true
  }
  return false
}

/** The end of a run inside its last write: its row, its report, its audit entry. */
async function finish(run: Run, tx: Tx, summary: ImportSummary, report: RejectsFile | null): Promise<Ended> {
  const { services, importer, input, source, writing } = run
  const { memberId, startedAt } = writing
  const { id, fileName, hash: fileHash } = input
  const kept =
    report &&
    (await keepFile(services, {
      ...{ content: report.bytes, name: report.name, mime: report.mediaType },
      ...{ memberId, use: 'importReport' },
    }))
  const reportHash = kept?.hash ?? null
  const subject = { subjectKind: 'customers.import', subjectId: id }
  await linkFile(services, tx, { hash: fileHash, use: 'import', ...subject })
  if (reportHash !== null) await linkFile(services, tx, { hash: reportHash, use: 'importReport', ...subject })
  await tx.delete(ImportRunEntity, { id, finishedAt: unfinished })
  await tx.insert(ImportRunEntity, {
    ...{ id, kind: source.kind, fileName, fileHash, startedAt, finishedAt: services.now() },
    ...{ memberId, summary, reportHash },
  })
  await audit(services, tx, importer, {
    action: 'customers.import',
    subject: `import:${id}`,
    details: { kind: source.kind, ...summary },
  })
  writing.signal?.throwIfAborted()
  return { summary, reportHash, report }
}

/** On PostgreSQL several stations may import at once: the second waits, then sees what the first brought. */
async function alone(services: Services, tx: Tx): Promise<void> {
  if (services.database.engine === 'postgres') await tx.query('SELECT pg_advisory_xact_lock(7210019)')
}
