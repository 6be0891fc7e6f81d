import { readFile, stat } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ArchiveKind, headingScore } from '../../../shared/customers/import-columns.ts'
import { Failure } from '../../../shared/kit/failure.ts'
import { checkWorkbook } from './check-zip.ts'
import { decodeText, type TextEncoding } from './decode-text.ts'
import { type CsvState, type Delimiter, delimiters, parseCsv } from './parse-csv.ts'
import { sheetRows } from './workbook.ts'

/** The file as it was handed in; with a path it is read when needed and only up to the limit. */
export type TableFile = { name: string; bytes: Uint8Array } | { name: string; path: string }

/** One row of text cells. `at` is the record number of a CSV (first record 1, blank records count) or the row of the sheet. */
export interface TableRow {
  at: number
  cells: string[]
}

/** How the file was written, so that the report of refused rows can be written the same way. */
export type TableFormat =
  | { kind: 'csv'; encoding: TextEncoding; delimiter: Delimiter; newline: '\r\n' | '\n' }
  | { kind: 'xlsx'; sheet: string; otherTables: string[] }

/** What was odd about the file without stopping it. */
export type TableWarning = 'lostCharacters' | 'mendedQuotes' | 'otherTables'

/** An opened archive. `rows()` starts below the heading each time it is called and fills `warnings` on its way. */
export interface Table {
  name: string
  format: TableFormat
  kind: ArchiveKind
  heading: TableRow
  /** The first rows below the heading, for guessing and for the preview. */
  sample: TableRow[]
  warnings: ReadonlySet<TableWarning>
  rows: () => AsyncGenerator<TableRow, void>
}

/** Limits of one reading; whoever asks may stop it. */
export interface ReadTableOptions {
  /** Rows below the heading; more throw `importTooManyRows`. */
  maxRows?: number
  /** Bytes of the file as it lies there; more throw `importTooLarge`. */
  maxBytes?: number
  /** Name of the sheet, when the member chose another than the likeliest. */
  sheet?: string
  /** Number of the heading row, when the member pointed at it. */
  headingAt?: number
  signal?: AbortSignal
  /** Called every few thousand rows; `share` (0 to 1) is null where the length of the sheet is not known. */
  onProgress?: (progress: { rows: number; share: number | null }) => void
}

type Source = (maxRows?: number) => AsyncGenerator<TableRow & { share: number | null }, void>

const lookAhead = 60
const sampleSize = 50
const breathEvery = 2000
const mostColumns = 256
/** A sheet that holds something further to the right is no archive, however small its file (`house`). */
const mostReach = 1024
const mostSheets = 30

/**
 * Opens a CSV text or an .xlsx workbook: finds encoding, delimiter, the right sheet and the heading row. Refuses by name: `oldXls`,
 * `importEncrypted`, `importDamaged`, `importTooLarge`, `importTooManyRows`, `importTooWide`, `importEmpty`, `importNoHeading`, `importNotTable`.
 */
export async function readTable(file: TableFile, options: ReadTableOptions = {}): Promise<Table> {
  options.signal?.throwIfAborted()
  const bytes = await bytesOf(file, options.maxBytes ?? 64 * 1024 * 1024)
  if (bytes.length === 0) throw no('importEmpty')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw no(holds(bytes, 'EncryptedPackage') ? 'importEncrypted' : 'oldXls')
  if (startsWith(bytes, [0x50, 0x4b])) return openWorkbook(file.name, bytes, options)
  return openText(file.name, bytes, options)
}

const no = (key: string, facts: Record<string, number> = {}): Failure =>
  new Failure('invalid', `customers.failure.${key}`, facts)

async function bytesOf(file: TableFile, maxBytes: number): Promise<Uint8Array> {
  const size = 'bytes' in file ? file.bytes.length : (await stat(file.path)).size
  if (size > maxBytes) throw no('importTooLarge', { megabytes: Math.round(maxBytes / 1024 / 1024) })
  return 'bytes' in file ? file.bytes : readFile(file.path)
}

const startsWith = (bytes: Uint8Array, start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)
const holds = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'))

async function openWorkbook(name: string, bytes: Uint8Array, options: ReadTableOptions): Promise<Table> {
  const sheets = checkWorkbook(bytes)
  const found: { sheet: number; top: Top }[] = []
  let filled = false
  let failure: Error | undefined
  for (let sheet = 0; sheet < Math.min(sheets.length, mostSheets); sheet++) {
    if (options.sheet !== undefined && sheets[sheet] !== options.sheet) continue
    options.signal?.throwIfAborted()
    try {
      const rows = await gather(sheetSource(bytes, sheet)(lookAhead))
      filled ||= rows.some((row) => row.cells.some((cell) => cell.trim() !== ''))
      const top = findHeading(rows, options.headingAt)
      if (top) found.push({ sheet, top })
    } catch (error) {
      if (error instanceof Error) failure ??= error // a chart sheet has no rows; a really damaged book has no other sheet either
    }
  }
  const best = found.toSorted((a, b) => b.top.score - a.top.score || a.sheet - b.sheet)[0]
  if (!best) throw failure ?? no(filled ? 'importNoHeading' : 'importEmpty')
  const otherTables = found.filter((one) => one !== best && one.top.rows.length > 0).map((one) => sheets[one.sheet]!)
  const format: TableFormat = { kind: 'xlsx', sheet: sheets[best.sheet]!, otherTables }
  const warnings = new Set<TableWarning>(otherTables.length > 0 ? ['otherTables'] : [])
  return table(name, format, best.top, warnings, sheetSource(bytes, best.sheet), options)
}

function sheetSource(bytes: Uint8Array, sheet: number): Source {
  return async function* (maxRows) {
    for await (const { row, cells } of sheetRows(bytes, sheet, maxRows)) {
      if (cells.findLastIndex((cell) => cell !== '') >= mostReach) throw no('importTooWide', { row, most: mostReach })
      yield { at: row, cells: cells.slice(0, mostColumns), share: null }
    }
  }
}

async function openText(name: string, bytes: Uint8Array, options: ReadTableOptions): Promise<Table> {
  const { text, encoding, lostCharacters } = decodeText(bytes)
  if (text.trim() === '') throw no('importEmpty')
  if (/^\s*(<!doctype|<html|<table|<\?xml|%PDF|\{\\rtf)/i.test(text.slice(0, 200))) throw no('importNotTable')
  const warnings = new Set<TableWarning>(lostCharacters > 0 ? ['lostCharacters'] : [])
  const tries = await Promise.all(
    delimiters.map(async (delimiter) => {
      const rows = await gather(textSource(text, delimiter, new Set())(lookAhead))
      return { delimiter, top: findHeading(rows, options.headingAt) }
    }),
  )
  const best = tries.reduce((first, next) => ((next.top?.score ?? 0) > (first.top?.score ?? 0) ? next : first))
  if (!best.top) throw no('importNoHeading')
  const newline = /\r?\n/.exec(text)?.[0] === '\n' ? '\n' : '\r\n'
  const format: TableFormat = { kind: 'csv', encoding, delimiter: best.delimiter, newline }
  return table(name, format, best.top, warnings, textSource(text, best.delimiter, warnings), options)
}

function textSource(text: string, delimiter: Delimiter, warnings: Set<TableWarning>): Source {
  return async function* (maxRows = Infinity) {
    const state: CsvState = { at: 0, mendedQuotes: 0 }
    let at = 0
    for (const cells of parseCsv(text, delimiter, state)) {
      if (++at > maxRows) return
      if (state.mendedQuotes > 0) warnings.add('mendedQuotes')
      yield { at, cells: cells.slice(0, mostColumns), share: state.at / text.length }
    }
  }
}

async function gather(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const gathered: TableRow[] = []
  for await (const { at, cells } of rows) gathered.push({ at, cells })
  return gathered
}

interface Top {
  heading: TableRow
  kind: ArchiveKind
  score: number
  rows: TableRow[]
}

/** The row among the first thirty that names most columns; title rows above it name one at best, rows of data hold long numbers. */
function findHeading(rows: TableRow[], headingAt?: number): Top | null {
  let best: Top | null = null
  for (const [i, heading] of rows.entries()) {
    if (headingAt === undefined ? i >= 30 : heading.at !== headingAt) continue
    if (headingAt === undefined && heading.cells.some((cell) => /\d{7}/.test(cell.normalize('NFKC')))) continue
    const { kind, score, named } = headingScore(heading.cells)
    const enough = headingAt !== undefined || (named >= 2 && score >= 1)
    if (enough && score > (best?.score ?? -1)) best = { heading, kind, score, rows: rows.slice(i + 1) }
  }
  return best
}

function table(
  name: string,
  format: TableFormat,
  top: Top,
  warnings: Set<TableWarning>,
  source: Source,
  options: ReadTableOptions,
): Table {
  const { heading, kind } = top
  const maxRows = options.maxRows ?? 500_000
  async function* rows(): AsyncGenerator<TableRow, void> {
    let count = 0
    for await (const { at, cells, share } of source()) {
      if (at <= heading.at) continue
      if (++count > maxRows) throw no('importTooManyRows', { most: maxRows })
      if (count % breathEvery === 0) {
        await nextTurn()
        options.signal?.throwIfAborted()
        options.onProgress?.({ rows: count, share })
      }
      yield { at, cells }
    }
    options.onProgress?.({ rows: count, share: 1 })
  }
  return { name, format, kind, heading, sample: top.rows.slice(0, sampleSize), warnings, rows }
}
