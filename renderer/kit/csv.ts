/** One column of an exported list. */
export interface CsvColumn<Row> {
  /** Translated. */
  title: string
  text: (row: Row) => string | number | boolean | null
}

/** What a spreadsheet would take for a formula, also behind blanks: = + - @ and their full-width forms, tab, return. */
const formulaStart = /^[\s\u{feff}]*[=+\-@＝＋－＠]|^[\t\r]/u

/** One cell: a formula becomes text by a leading apostrophe (numbers stay numbers), quotes are doubled. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  const text = String(value)
  const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A list as CSV text, lines ended as spreadsheets want (CRLF), the head first. Without byte order mark. */
export function csvText<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ title }) => csvCell(title)),
    ...rows.map((row) => columns.map(({ text }) => csvCell(text(row)))),
  ]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

/** The bytes of the file: UTF-8 with byte order mark, so that a Chinese Excel reads it. */
export const csvBytes = (text: string): Uint8Array => new TextEncoder().encode(`\u{feff}${text}`)
