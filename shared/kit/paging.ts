import { z } from 'zod'

/** Schema of one page of rows. */
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable() })

/** One page of a list, cut by keyset so that pages never shift when rows are added; `next` is null on the last. */
export interface Page<Row> {
  rows: Row[]
  next: string | null
}
