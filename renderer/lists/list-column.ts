import type { Column } from '../kit/DataTable.tsx'

/** A column a list can show; what its cell says in a file, the list's file columns say. */
export interface ListColumn<Row> extends Column<Row> {
  title: string
  /** Not on screen until the member wants it. */
  isExtra?: boolean
}
