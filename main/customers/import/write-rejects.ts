import iconv from 'iconv-lite'
import { guarded } from '../../../shared/customers/import-cells.ts'
import type { CallReject, CustomerReject } from '../../../shared/customers/import-rows.ts'
import { customersImportWords } from '../../../shared/customers/import-words.ts'
import type { Language } from '../../../shared/kit/words.ts'
import type { Table, TableRow } from './read-table.ts'
import type { TextEncoding } from './decode-text.ts'
import { writeSheet } from './workbook.ts'

/** A refused row as the file had it, and why. */
export interface RejectedRow extends TableRow {
  reason: CustomerReject | CallReject
}

/** A row that was imported with a remark or a conflict, and what happened to it, in words. */
export interface RowToCheck extends TableRow {
  remarks: readonly string[]
}

/** The report as a file to hand out. */
export interface RejectsFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/**
 * The refused rows, then those imported that want a look, in the layout of their file: same columns, order, delimiter and encoding, what
 * happened in one more column. Mended and imported again it reads like the first file. No cell starts a formula. Text that Big5 cannot hold
 * is written as UTF-8.
 */
export async function writeRejects(
  table: Pick<Table, 'name' | 'format' | 'heading'>,
  rejected: readonly RejectedRow[],
  language: Language,
  toCheck: readonly RowToCheck[] = [],
): Promise<RejectsFile> {
  const rows = reportRows(table.heading.cells, rejected, toCheck, language)
  const base = table.name.replace(/\.[^.]*$/, '')
  const name = `${base}-${customersImportWords.importReportHeading[language]}`
  if (table.format.kind === 'xlsx') {
    const bytes = new Uint8Array(await new Response(writeSheet(table.format.sheet, rows)).arrayBuffer())
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return { name: `${name}.xlsx`, mediaType, bytes }
  }
  const { delimiter, newline, encoding } = table.format
  const text = [...rows]
    .map((cells) => cells.map((cell) => csvCell(cell, delimiter)).join(delimiter) + newline)
    .join('')
  return { name: `${name}.csv`, mediaType: 'text/csv', bytes: encoded(text, encoding) }
}

/** Reports that were written before say why alone. */
const ownHeadings: readonly string[] = [
  ...Object.values(customersImportWords.importReportHeading),
  ...['未导入原因', '未匯入原因', 'Why not imported'],
]

function* reportRows(
  heading: readonly string[],
  rejected: readonly RejectedRow[],
  toCheck: readonly RowToCheck[],
  language: Language,
): Generator<string[]> {
  const width = ownHeadings.includes(heading.at(-1) ?? '') ? heading.length - 1 : heading.length
  const shaped = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, i) => guarded(cells[i] ?? ''))
  const words = customersImportWords
  yield [...shaped(heading), words.importReportHeading[language]]
  for (const { cells, reason } of rejected)
    yield [...shaped(cells), `${words['importReport.refused'][language]}${words[`importReason.${reason}`][language]}`]
  for (const { cells, remarks } of toCheck)
    yield [...shaped(cells), `${words['importReport.toCheck'][language]}${remarks.join('；')}`]
}

function csvCell(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) || cell !== cell.trim()
    ? `"${cell.replaceAll('"', '""')}"`
    : cell
}

function encoded(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'utf-8' || encoding.startsWith('utf-16')) return iconv.encode(text, encoding, { addBOM: true })
  const bytes = iconv.encode(text, encoding)
  return iconv.decode(bytes, encoding) === text ? bytes : iconv.encode(text, 'utf-8', { addBOM: true })
}
