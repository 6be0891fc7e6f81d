import type { Column } from '../kit/DataTable.tsx'
import type { CsvColumn } from '../kit/csv.ts'

/** A column a list can show, and what its cell says in a file. */
export interface ListColumn<Row> extends Column<Row>, CsvColumn<Row> {
  title: string
  /** Not on screen until the member wants it. */
  isExtra?: boolean
}
