import { z } from 'zod'

/**
 * Sorting by a column that no index keeps, and sums, walk every row that matches: up to here. Beyond it the list says that the
 * filter has to be narrower, instead of taking seconds.
 */
export const mostWalked = 10_000

/** Chosen order of a list; without it the list keeps its own. Rows where the column is empty come last either way. */
export const sortSchema = <const Columns extends readonly [string, ...string[]]>(columns: Columns) =>
  z.object({ by: z.enum(columns), isDown: z.boolean() })

/**
 * What a list did not look at, said under it: its text means more customers, numbers or products than are looked through (`text`), or stands in
 * more symptoms (`told`); it looked for the text in the newest only (`recent`); the words of older cases are not in the index yet (`index`); it is too long to stand by what is due first (`order`).
 */
export const listGaps = ['text', 'told', 'recent', 'index', 'order'] as const
export type ListGap = (typeof listGaps)[number]

/** The foot of a list; the sums are null where too many rows match to walk them, or not all that match are known. */
export const totalsSchema = <const Names extends readonly string[]>(...names: Names) =>
  z.object({
    /** Exact, or with `isMore` the fewest there are. */
    count: z.number(),
    isMore: z.boolean(),
    leftOut: z.array(z.enum(listGaps)),
    sums: z
      .object(Object.fromEntries(names.map((name) => [name, z.number()])) as Record<Names[number], z.ZodNumber>)
      .nullable(),
  })

/** Cursor of a list that may be sorted by texts: longer than that of an instant, as long as the signs that are compared may make it. */
export const listPageSchema = z.object({
  after: z.string().max(1800).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
})
