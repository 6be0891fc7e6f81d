import { EncryptedFileError } from 'hucre'
import { streamXlsxRows, writeXlsxStream } from 'hucre/xlsx'
import { Failure } from '../../../shared/kit/failure.ts'

/** One row of a sheet as text; `row` is the number the sheet shows, from 1. */
export interface SheetRow {
  row: number
  cells: string[]
}

/**
 * The rows of a sheet (0-based) as text. The one place that knows the spreadsheet library, together with `writeSheet`. A damaged
 * workbook throws `importDamaged`, an encrypted one `importEncrypted`.
 */
export async function* sheetRows(bytes: Uint8Array, sheet: number, maxRows?: number): AsyncGenerator<SheetRow, void> {
  try {
    for await (const row of streamXlsxRows(bytes, { sheet, ...(maxRows === undefined ? {} : { maxRows }) })) {
      yield { row: row.index + 1, cells: row.values.map((value) => cellText(value)) }
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    const key = error instanceof EncryptedFileError ? 'importEncrypted' : 'importDamaged'
    throw new Failure('invalid', `customers.failure.${key}`)
  }
}

/** A workbook with one sheet of text cells, streamed: memory does not grow with the rows. */
export function writeSheet(
  name: string,
  rows: Iterable<string[]> | AsyncIterable<string[]>,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(rows, { name: name.slice(0, 31) || 'Sheet1', repeatHeaders: false })
}

/** A day as `2024-05-01`, with its time behind it if it has one; a phone number stored as a number keeps every digit. */
function cellText(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return ownCopy(value)
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : String(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (Number.isNaN(value.getTime())) return ''
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  const [day, time] = [text.slice(0, 10), text.slice(11, 19)]
  if (day < '1900-01-01') return time
  return time === '00:00:00' ? day : `${day} ${time}`
}

/** A cell cut out of the sheet's XML would keep the whole piece of XML in memory; a copy does not. */
const ownCopy = (text: string): string => (text.length > 12 ? ` ${text}`.slice(1) : text)
