import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { ImportSummary } from '../../shared/customers/import-match.ts'
import { customersWords } from '../../shared/customers/words.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { ensureCompany } from '../house/first-company.ts'
import { FolderTaken } from '../database/folder-lock.ts'
import { readCommandLine, refuseCommand } from './command-line.ts'
import { keepFile } from '../files/keep-file.ts'
import { readStationKey } from './station-key.ts'
import { openStation } from '../station.ts'
import type { RejectsFile } from '../customers/import/write-rejects.ts'
import { dryRun } from './import-dry-run.ts'
import type { ImportSource } from '../customers/import-source.ts'
import { hideStage } from '../customers/import-stage.ts'
import { runImport, type RunProgress } from '../customers/run-import.ts'

/**
 * `npm run import -- customers|calls FILE --data DIR [--dry-run] [--report FILE]`: an archive into a station's folder, all or nothing; with
 * `--dry-run` nothing is written there. The report of rows refused or to check is written as the archive is: .csv for text, .xlsx for a
 * workbook.
 * Progress goes to stderr; the last line of stdout is JSON. Ends with 0 when done, 1 when refused, 2 when called wrongly.
 */
const usage = 'npm run import -- customers|calls FILE --data DIR [--dry-run] [--report FILE]'
const config = {
  options: { data: { type: 'string' }, 'dry-run': { type: 'boolean', default: false }, report: { type: 'string' } },
  allowPositionals: true,
} as const

const archiveKinds = ['customers', 'calls'] as const
const isChinese = /^zh/.test(process.env.LC_ALL ?? process.env.LANG ?? '')
const said = (zh: string, en: string): string => (isChinese ? zh : en)

/** A foreseen no of the command itself, worded already. */
class Refused extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
  }
}

const given = readArguments()
const cancel = new AbortController()
const stop = () => cancel.abort(new Error(said('已停止，什么都没有写入', 'stopped; nothing was written')))
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
process.exitCode = await run().catch(refuse)

function readArguments() {
  const { values, positionals } = readCommandLine(usage, config)
  const [word, file, ...more] = positionals
  const kind = archiveKinds.find((each) => each === word)
  if (!kind) return refuseCommand(`the first word is customers or calls, not "${word ?? ''}"`, usage)
  if (!file) return refuseCommand('FILE is missing: the archive to import', usage)
  if (more.length > 0) return refuseCommand(`one FILE at a time; "${more[0] ?? ''}" is too many`, usage)
  if (!values.data) return refuseCommand('--data DIR is missing: the folder of the station', usage)
  return { kind, file: resolve(file), data: resolve(values.data), isDryRun: values['dry-run'], report: values.report }
}

async function run(): Promise<number> {
  const { kind, file, data, isDryRun, report } = given
  const bytes = readArchive(file)
  const place = report === undefined ? null : reportPlace(report, bytes)
  const about = { fileName: basename(file), kind }
  if (isDryRun && isEmpty(data))
    say(
      `${data} 里还没有工作站：按空的档案核对，什么都没有建立`,
      `no station in ${data}: checked against an empty archive; nothing was made there`,
    )
  const {
    source,
    summary,
    report: rows,
  } = isDryRun ? await dryRun(data, { ...about, hash: '' }, bytes, cancel.signal) : await write(data, about, bytes)
  if (place && rows) writeFileSync(place, rows.bytes)
  process.stdout.write(`${JSON.stringify(answer(source, summary))}\n`)
  return 0
}

interface Outcome {
  source: ImportSource
  summary: ImportSummary
  report: RejectsFile | null
}

async function write(
  data: string,
  about: { fileName: string; kind: ImportSource['kind'] },
  bytes: Uint8Array,
): Promise<Outcome> {
  const wasEmpty = isEmpty(data)
  const { key } = readStationKey(data)
  const station = await openStation({ folder: data, key, postgresUrl: process.env.GENDAN_POSTGRES, schedule: false })
  const { services } = station
  if (wasEmpty) sayNew(data)
  const progress: RunProgress = { state: 'reading', done: 0, total: 0, summary: null, reportHash: null }
  const tell = setInterval(
    () => process.stderr.write(`${progress.state} ${progress.done}${progress.total ? `/${progress.total}` : ''}\n`),
    250,
  )
  try {
    await ensureCompany(services)
    const { hash } = await keepFile(services, {
      ...{ content: bytes, name: about.fileName, mime: 'application/octet-stream', memberId: null, use: 'import' },
    })
    const input = { ...about, id: services.newId(), hash }
    const hide = (stage: Parameters<typeof hideStage>[1]) => hideStage(services, stage)
    const { source, report } = await runImport(services, null, input, progress, { hide, signal: cancel.signal })
    if (!progress.summary) throw new Error('an import ended without a summary')
    return { source, summary: progress.summary, report }
  } finally {
    clearInterval(tell)
    await station.close()
  }
}

/** No station has been in the folder; one on PostgreSQL keeps its archive elsewhere. */
function isEmpty(data: string): boolean {
  return !process.env.GENDAN_POSTGRES && !existsSync(join(data, 'gendan.db'))
}

/** A mistyped folder is noticed at once. */
function sayNew(data: string): void {
  const keyFile = join(data, 'station.key')
  const [zh, en] = existsSync(keyFile) ? [`，密钥在 ${keyFile}`, `, its key in ${keyFile}`] : ['', '']
  say(`${data} 里还没有工作站：已在那里新建${zh}`, `no station in ${data} yet: a new one was made there${en}`)
}

function say(zh: string, en: string): void {
  process.stderr.write(`${said(zh, en)}\n`)
}

function readArchive(file: string): Buffer {
  const found = statSync(file, { throwIfNoEntry: false })
  const nothing = said('什么都没有改动；请核对路径后再运行', 'nothing was changed; check the path and run it again')
  if (!found) throw new Refused(said(`没有这个文件：${file}。${nothing}`, `there is no file ${file}; ${nothing}`))
  if (!found.isFile()) throw new Refused(said(`这不是文件：${file}。${nothing}`, `${file} is not a file; ${nothing}`))
  try {
    return readFileSync(file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new Refused(
      said(`无法读取 ${file}（${code}）。${nothing}`, `${file} cannot be read (${code}); ${nothing}`),
      error,
    )
  }
}

/** The report is written as the archive is, so its name may not say otherwise. */
function reportPlace(report: string, archive: Uint8Array): string {
  const ending = archive[0] === 0x50 && archive[1] === 0x4b ? '.xlsx' : '.csv'
  const named = extname(report).toLowerCase()
  if (named !== '' && named !== ending)
    return refuseCommand(`--report: the report of this archive is a ${ending} file, not ${named}`, usage)
  const place = resolve(named === '' ? `${report}${ending}` : report)
  if (!existsSync(dirname(place))) return refuseCommand(`--report: there is no folder ${dirname(place)}`, usage)
  return place
}

/** Rows that only differ count as unchanged: nothing was written for them. */
function answer({ rejected }: ImportSource, summary: ImportSummary) {
  const { read, added, updated, unchanged, conflicts, people } = summary
  const rejects = rejected.map(({ at, reason }) => ({ record: at, reason }))
  return { read, added, updated, unchanged: unchanged + conflicts, rejected: rejects.length, people, rejects }
}

function refuse(error: unknown): number {
  const words: Record<string, Record<'zh-CN' | 'en', string>> = customersWords
  const text = error instanceof Failure ? words[error.data.text.replace(/^customers\./, '')] : undefined
  const facts = error instanceof Failure ? error.data.facts : {}
  const shown = text
    ? text[isChinese ? 'zh-CN' : 'en'].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''))
    : String((error as Error).message)
  process.stderr.write(`${shown}\n`)
  const isForeseen = error instanceof Failure || error instanceof FolderTaken || error instanceof Refused
  if (!isForeseen && process.env.GENDAN_DEBUG) console.error(error)
  return 1
}
