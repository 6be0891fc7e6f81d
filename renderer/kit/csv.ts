import { byteOrderMark, csvLine } from '../../shared/kit/csv.ts'

/** One column of an exported list. */
export interface CsvColumn<Row> {
  /** Translated. */
  title: string
  text: (row: Row) => string | number | boolean | null
}

/** A list as CSV text, the head first. Without byte order mark. */
export const csvText = <Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string =>
  [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))].map(csvLine).join('')

/** The bytes of the file: UTF-8 with byte order mark. */
export const csvBytes = (text: string): Uint8Array => new TextEncoder().encode(byteOrderMark + text)
