import { readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ImportSummary, planImport } from '../../shared/customers/import-match.ts'
import { customersWords } from '../../shared/customers/words.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { companyOf, ensureCompany } from '../admin/public.ts'
import type { Services } from '../api/context.ts'
import { FolderTaken } from '../database/folder-lock.ts'
import { readStationKey } from '../hosts/station-key.ts'
import { openStation } from '../station.ts'
import { writeRejects } from './import/write-rejects.ts'
import { planCalls } from './import-calls.ts'
import { knownOf } from './import-known.ts'
import { runImport } from './import-runs.ts'
import { type ImportSource, readSource } from './import-source.ts'

/**
 * `npm run import -- customers|calls FILE --data DIR [--dry-run] [--report FILE]`: an archive into a station's folder, all or nothing.
 * Progress goes to stderr; the last line of stdout is JSON. Ends with 0 when done, 1 when refused, 2 when called wrongly.
 */
const usage = 'usage: npm run import -- customers|calls FILE --data DIR [--dry-run] [--report FILE]\n'
const options = {
  data: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  report: { type: 'string' },
} as const

const archiveKinds = ['customers', 'calls'] as const

function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [word, file] = positionals
    const kind = archiveKinds.find((each) => each === word)
    if (positionals.length !== 2 || !values.data || !file || !kind) return null
    return { kind, file: resolve(file), data: resolve(values.data), isDryRun: values['dry-run'], report: values.report }
  } catch {
    return null
  }
}

const given = readArguments()
if (!given) {
  process.stderr.write(usage)
  process.exit(2)
}
process.exitCode = await run(given).catch(refuse)

async function run({ kind, file, data, isDryRun, report }: NonNullable<typeof given>): Promise<number> {
  const bytes = readFileSync(file)
  const { key } = readStationKey(data)
  const station = await openStation({ folder: data, key, postgresUrl: process.env.GENDAN_POSTGRES, schedule: false })
  const { services } = station
  const cancel = new AbortController()
  const stop = () => cancel.abort(new Error('cancelled; nothing was written'))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await ensureCompany(services)
    const hash = await services.files.put(bytes)
    const input = { id: services.newId(), hash, fileName: basename(file), kind, bytes }
    const { source, summary } = isDryRun
      ? await plan(services, input, cancel.signal)
      : await write(services, input, cancel.signal)
    if (report && source.rejected.length > 0) {
      const { language } = await services.database.read(companyOf)
      writeFileSync(resolve(report), (await writeRejects(source.table, source.rejected, language)).bytes)
    }
    process.stdout.write(`${JSON.stringify(answer(source, summary))}\n`)
    return 0
  } finally {
    await station.close()
  }
}

type Input = Parameters<typeof runImport>[2]
interface Outcome {
  source: ImportSource
  summary: ImportSummary
}

async function plan(services: Services, input: Input, signal: AbortSignal): Promise<Outcome> {
  return services.database.read(async (reader) => {
    const { timeZone } = await companyOf(reader)
    const source = await readSource(input.bytes, input, timeZone, services.now(), { signal })
    if (source.kind === 'calls') return { source, summary: (await planCalls(services, reader, source, signal)).summary }
    const known = await knownOf(services, reader, source.drafts, signal)
    return { source, summary: planImport(source.drafts, known.lookup, source.rejected.length).summary }
  })
}

async function write(services: Services, input: Input, signal: AbortSignal): Promise<Outcome> {
  const progress: Parameters<typeof runImport>[3] = {
    state: 'reading',
    done: 0,
    total: 0,
    summary: null,
    reportHash: null,
  }
  const tell = setInterval(
    () => process.stderr.write(`${progress.state} ${progress.done}${progress.total ? `/${progress.total}` : ''}\n`),
    1000,
  )
  try {
    const source = await runImport(services, null, input, progress, signal)
    if (!progress.summary) throw new Error('an import ended without a summary')
    return { source, summary: progress.summary }
  } finally {
    clearInterval(tell)
  }
}

/** Rows that only differ count as unchanged: nothing was written for them. */
function answer({ rejected }: ImportSource, summary: ImportSummary) {
  const { read, added, updated, unchanged, conflicts, people } = summary
  const rejects = rejected.map(({ at, reason }) => ({ record: at, reason }))
  return { read, added, updated, unchanged: unchanged + conflicts, rejected: rejects.length, people, rejects }
}

function refuse(error: unknown): number {
  const language = /^zh/.test(process.env.LC_ALL ?? process.env.LANG ?? '') ? 'zh-CN' : 'en'
  const words: Record<string, Record<'zh-CN' | 'en', string>> = customersWords
  const said = error instanceof Failure ? words[error.data.text.replace(/^customers\./, '')] : undefined
  const facts = error instanceof Failure ? error.data.facts : {}
  const text = said
    ? said[language].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
    : String((error as Error).message)
  process.stderr.write(`${text}\n`)
  if (!(error instanceof Failure || error instanceof FolderTaken) && process.env.GENDAN_DEBUG) console.error(error)
  return 1
}
