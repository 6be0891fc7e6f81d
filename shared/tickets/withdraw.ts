import { z } from 'zod'
import { filledLineSchema, idSchema, textSchema } from '../kit/fields.ts'

/** What is taken back of a case: a time somebody told (记时间), what a visit came to, or that a wait is over (配件到了). */
export const withdrawnKinds = ['moment', 'result', 'wait'] as const
export type WithdrawnKind = (typeof withdrawnKinds)[number]

/** 撤回: takes one of them back, with the reason. `id`: of the moment or the result. */
export const withdrawSchema = z.object({ id: idSchema, ticketId: idSchema, reason: filledLineSchema(200) })

/** What this seat may take back of a case now, newest first. */
export const withdrawableSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(withdrawnKinds),
    /** What was told: of a moment or a wait its event, of a result its outcome. */
    text: textSchema,
    at: z.string().nullable(),
  }),
)

/** What was taken back of a case, newest first. */
export const withdrawalRowsSchema = z.array(
  z.object({
    id: z.string(),
    at: z.string(),
    byName: z.string(),
    kind: z.enum(withdrawnKinds),
    text: textSchema,
    happenedAt: z.string().nullable(),
    reason: z.string(),
  }),
)
