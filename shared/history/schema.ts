import { z } from 'zod'
import { idSchema } from '../kit/fields.ts'

/** Which record's history is asked for: `customers.customer` and its id. */
export const recordSchema = z.object({
  kind: z.string().regex(/^[a-z]+\.[A-Za-z_]+$/),
  id: idSchema,
})
export type RecordRef = z.output<typeof recordSchema>

/** Asks for the steps of one record, newest first. */
export const historySchema = recordSchema.extend({
  /** Cursor: steps before this one. */
  before: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(200).default(100),
})

/** One field of one record in a step, as the reader may see it. */
export const historyLineSchema = z.object({
  kind: z.string(),
  recordId: z.string(),
  /** What the record is called; empty where the page says it. */
  of: z.string(),
  what: z.enum(['change', 'add', 'remove']),
  /** Column; empty where the whole record came or went. */
  field: z.string(),
  /** Text key of the field's name, or of the kind of record. */
  label: z.string(),
  /** How `before` and `after` are written; a `code` has its text key, a list of the policies codes of it with a space between, `policies` are numbers of versions joined by `+`. */
  as: z.enum([
    ...(['text', 'categories', 'faults', 'levels', 'beforeLeaving'] as const),
    ...(['policies', 'code', 'day', 'instant', 'cents', 'flag'] as const),
  ]),
  /** Null where the reader's role does not see it, or the person was erased. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type HistoryLine = z.output<typeof historyLineSchema>

/** What became of a step: it stands, it was taken back, it takes another one back, or it brings one again that was taken back. */
export const stepStates = ['stands', 'undone', 'undo', 'redo'] as const

/** What was done in one go: one save, one call. */
export const historyStepSchema = z.object({
  step: z.string(),
  at: z.string(),
  /** Null: the station itself. */
  byName: z.string().nullable(),
  isOwn: z.boolean(),
  /** As the audit chain calls it: `customers.change`. */
  doing: z.string(),
  state: z.enum(stepStates),
  /** Whether the reader may take it back here. */
  canUndo: z.boolean(),
  /** Text key of why not, or of the step that takes it back; null where there is nothing to say. */
  instead: z.string().nullable(),
  lines: z.array(historyLineSchema),
})
export type HistoryStep = z.output<typeof historyStepSchema>

/** A page of steps; `next` is null at the end. */
export const historyRowsSchema = z.object({
  rows: z.array(historyStepSchema),
  next: z.string().nullable(),
  /** Own step that Ctrl+Z takes back, and the one Ctrl+Y brings again. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
})
export type HistoryRows = z.output<typeof historyRowsSchema>

/** The step to be taken back, by the id its history shows. */
export const undoStepSchema = z.object({ step: idSchema })

/** What was taken back: the step that did it, which can be taken back itself. Null where there was nothing to take back. */
export const undoneSchema = z.object({
  step: z.string(),
  /** Text keys of the fields, in the order of the form. */
  labels: z.array(z.string()),
})
export type Undone = z.output<typeof undoneSchema>
