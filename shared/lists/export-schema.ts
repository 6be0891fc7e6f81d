import { z } from 'zod'
import { filledLineSchema, idSchema, lineSchema } from '../kit/fields.ts'
import { languages } from '../kit/words.ts'
import { columnIdsSchema, listNameSchema } from './schema.ts'
import { toldConditionSchema } from './told-wish.ts'

/** A list on its way out of the house (导出). `wish` is what the list's own question takes, without its page. */
export const askExportSchema = z.object({
  id: idSchema,
  list: listNameSchema,
  /** What the file is called, without its end. */
  name: filledLineSchema(120),
  wish: z.record(z.string().max(40), z.json()),
  columns: columnIdsSchema,
  language: z.enum(languages),
  /** Telephones and addresses whole: a second person has to agree first. */
  isWhole: z.boolean(),
  /** What it is for; asked where it is whole. */
  reason: lineSchema(200).default(''),
})

/**
 * `waiting` for the second person, `running`, `done` and ready to be fetched; `refused` by the second person, `stopped` by who asked, `failed`.
 */
export const exportStates = ['waiting', 'running', 'done', 'refused', 'stopped', 'failed'] as const

/** A list that leaves the house, as who asked and who may agree see it. */
export const exportRowSchema = z.object({
  id: z.string(),
  list: z.string(),
  name: z.string(),
  /** Text keys of its columns, in order. */
  columns: z.array(z.string()),
  /** Those of them with whole telephones or addresses, where it is whole. */
  personal: z.array(z.string()),
  /** Text key of what the list is called; its name above was given by who asked. */
  title: z.string(),
  /** The conditions in words, telephone numbers shortened. */
  conditions: z.array(toldConditionSchema),
  /** How many rows it would have now, as who asked sees the list; null where it does not wait. */
  matches: z.object({ count: z.number(), isMore: z.boolean() }).nullable(),
  isWhole: z.boolean(),
  reason: z.string(),
  isMine: z.boolean(),
  memberName: z.string(),
  askedAt: z.string(),
  state: z.enum(exportStates),
  decidedByName: z.string(),
  /** Rows written so far. */
  rows: z.number(),
  /** Where to fetch it: `/files/<hash>`. Only who asked is told, until it is swept. */
  hash: z.string().nullable(),
})
export type ExportRow = z.output<typeof exportRowSchema>

/** Agrees to another's export, or not. */
export const decideExportSchema = z.object({ id: idSchema, isAllowed: z.boolean() })

/** Hours a file can be fetched, and an unanswered request stands: `house`. */
export const exportHours = 24

/** Signs of the shortest reason that says something (`house`); it must be of substance, too (see `hasSubstance`). */
export const shortestReason = 4
