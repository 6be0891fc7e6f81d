import type { CustomerListRow } from '../../shared/customers/schema.ts'
import { guarded } from '../../shared/customers/import-cells.ts'

/** One column of the exported list: its heading and what stands under it, as shown on screen, masked numbers masked. */
export interface CsvColumn {
  head: string
  cell: (row: CustomerListRow) => string
}

/**
 * The list as a CSV file that spreadsheets open as it is: UTF-8 with a mark, CRLF, every cell guarded against formulas
 * and quoted where it must be.
 */
export function listCsv(columns: readonly CsvColumn[], rows: readonly CustomerListRow[]): string {
  const lines = [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))]
  return `\ufeff${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

function csvCell(text: string): string {
  const safe = guarded(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
