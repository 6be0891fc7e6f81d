/** What a spreadsheet would take for a formula, also behind blanks: = + - @ and their full-width forms, tab, return. */
const formulaStart = /^[\s\u{feff}]*[=+\-@＝＋－＠]|^[\t\r]/u

/** Digits of which a spreadsheet that takes them for a number loses some: zeros before, and all after the fifteenth. */
const digitsAtRisk = /^(?:0\d+|\d{16,})$/

/**
 * One cell: a formula becomes text by a leading apostrophe (numbers stay numbers), digits that would be cut stand as `="…"`, quotes are doubled.
 * Quoted also at the separators of other countries: a spreadsheet that splits there would begin a cell in the middle of ours.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  const text = String(value)
  if (typeof value === 'string' && digitsAtRisk.test(text)) return `"=""${text}"""`
  const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a CSV file, ended as spreadsheets want it (CRLF). */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`

/** Begins a file of UTF-8, so that a Chinese Excel reads it. */
export const byteOrderMark = '\u{feff}'
