import { z } from 'zod'

/** Keyset paging: `after` is the opaque cursor of the last row seen; pages never shift when rows are added. */
export const pageSchema = z.object({
  after: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
})

export type PageInput = z.input<typeof pageSchema>

/** Schema of one page of rows. */
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable() })

/** One page of a list; `next` is null on the last. */
export interface Page<Row> {
  rows: Row[]
  next: string | null
}
