import { z } from 'zod'
import { daySchema, filledLineSchema, idSchema, lineSchema, textSchema } from '../kit/fields.ts'
import { choiceSchema, numberedThings, policySchema, windowSchema } from '../presets/schema.ts'

const datedDaySchema = z.union([z.enum(['off', 'working']), z.array(windowSchema).readonly()])

/** The policies that count now and the calendar they count by: what a seat decides with. */
export const policyNowSchema = z.object({
  /** Versions of the layers joined by `+`; empty before the first one. */
  id: z.string(),
  policy: policySchema,
  /** As in `KnownChoices`. */
  known: z.object({
    categories: z.array(choiceSchema).readonly(),
    channels: z.array(choiceSchema).readonly(),
    faults: z.array(choiceSchema).readonly(),
    levels: z.array(choiceSchema).readonly(),
    beforeLeaving: z.array(choiceSchema).readonly(),
    clocks: z.array(choiceSchema).readonly(),
  }),
  /** Dated days by day, and the years whose notice is entered. */
  days: z.record(z.string(), datedDaySchema),
  publishedYears: z.array(z.number()),
})
export type PolicyNow = z.output<typeof policyNowSchema>

/** One difference between two versions by place; values as JSON, null where nothing stood. */
export const policyChangeSchema = z.object({
  path: z.array(z.string()),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type PolicyChange = z.output<typeof policyChangeSchema>

/** A change as people read it (see `PolicyLine`). */
export const policyLineSchema = z.object({
  part: z.string(),
  item: textSchema.nullable(),
  field: z.string(),
  before: textSchema.nullable(),
  after: textSchema.nullable(),
})

/** Layers that are edited in the settings: what counts for all, what a category of customers changes of it, what a product type does. */
export const editedLayers = ['company', 'category', 'productType'] as const

/** Whose policies are meant: `key` is the code of the category or the product type, empty for the company. */
export const policyPlaceSchema = z.object({ layer: z.enum(editedLayers), key: z.string().max(40) })
export type PolicyPlace = z.output<typeof policyPlaceSchema>

/** The ground all other layers lie on. */
export const wholeCompany: PolicyPlace = { layer: 'company', key: '' }

/** Parts of the policies that a layer above the company may change. */
export const layeredParts = ['clocks', 'contact', 'calls', 'promise', 'warranty', 'duty'] as const

/** Where a company's first version counts from: every case there ever was. People read 从一开始 in its place. */
export const sinceEver = '2000-01-01T00:00:00.000Z'

/** A piece of a layer that what lies under it does not carry any more: it counts no more. `item` null for a part itself. */
export const leftOutSchema = z.object({ part: z.string(), item: textSchema.nullable() })
export type LeftOutPart = z.output<typeof leftOutSchema>

/** A version of the company's policies in its history, newest first. */
export const policyVersionSchema = z.object({
  id: z.string(),
  version: z.number(),
  effectiveAt: z.string(),
  reason: z.string(),
  madeByName: z.string(),
  madeAt: z.string(),
  withdrawnAt: z.string().nullable(),
  /** Who took it back and why; empty while it stands, and where a release before asked for no reason. */
  withdrawnByName: z.string(),
  withdrawnReason: z.string(),
  runningCases: z.enum(['switch', 'finish']),
  state: z.enum(['past', 'counts', 'comes', 'withdrawn']),
  /** Against the version before it. */
  changes: z.array(policyChangeSchema),
  /** The same as people read it, a layer with what lies under it. */
  lines: z.array(policyLineSchema),
  /** Of a layer's version that stands: what of it does not count, the company's in its place. */
  leftOut: z.array(leftOutSchema),
  /** Open cases that went over to it, were kept from it, went back when it was taken back, and could not be taken over or back. */
  cases: z.object({ moved: z.number(), kept: z.number(), back: z.number(), stuck: z.number() }),
})
export type PolicyVersionRow = z.output<typeof policyVersionSchema>

/**
 * A draft of the policies and how it shall begin to count. Above the company `policy` is the whole as it would be, and only what differs in it from
 * `below`, the company's version it was edited over, is kept.
 */
export const policyDraftSchema = z.object({
  place: policyPlaceSchema.default(wholeCompany),
  below: z.string().max(80).default(''),
  /** Made once when the draft began: publishing it twice publishes it once. */
  id: idSchema,
  /** Newest version of this layer the editor saw, empty where there was none; a newer one refuses the draft. */
  basedOn: z.string().max(80),
  /** First day it counts, company's zone; null: from now on. */
  effectiveOn: daySchema.nullable(),
  runningCases: z.enum(['switch', 'finish']),
  /** Open cases that stay on what they stand on. */
  kept: z.array(idSchema).max(500),
  reason: lineSchema(200),
  policy: policySchema,
})
export type PolicyDraftInput = z.input<typeof policyDraftSchema>

/** A draft with the place its list of moved limits begins at, for the next page of them. */
export const previewPolicySchema = policyDraftSchema.extend({ skip: z.number().int().min(0).max(1_000_000).default(0) })

/** What a category or a product type changes of something the company would no longer have: `item` null for a part itself. */
export const lostPartSchema = leftOutSchema.extend({ layer: textSchema })
export type LostPart = z.output<typeof lostPartSchema>

/** What a draft would change if it began to count now (预览). */
export const policyPreviewSchema = z.object({
  /** Open cases, and the limits that run in them. */
  cases: z.number(),
  limits: z.number(),
  moved: z.array(
    z.object({
      ticketId: z.string(),
      number: z.string(),
      customerName: z.string(),
      clock: z.string(),
      clockText: textSchema,
      beforeAt: z.string().nullable(),
      afterAt: z.string().nullable(),
      becomesLate: z.boolean(),
    }),
  ),
  movedCount: z.number(),
  /** Of those, how many are of cases outside the rows the seat meets: counted, not named. */
  elsewhereCount: z.number(),
  lateCount: z.number(),
  /** Open cases that could not go over: they would stay on what they stand on. */
  stuck: z.number(),
  /** Open cases that would lie in another area. */
  placed: z.number(),
  /** What layers say that goes with what the draft takes away. */
  lost: z.array(lostPartSchema),
  /** Another home area: how a number without area code is read, and how many stored ones were completed by an earlier one. */
  readings: z.object({ before: z.string(), after: z.string(), kept: z.number() }).nullable(),
})
export type PolicyPreview = z.output<typeof policyPreviewSchema>

/** Number schemes as they are being typed, and the day they shall begin to count; null: today. */
export const nextNumbersSchema = z.object({
  numbers: z.record(z.enum(numberedThings), z.string().max(40)),
  effectiveOn: daySchema.nullable(),
})

/** The number each thing would get next (see `readNextNumbers`). */
export const nextNumbersAnswerSchema = z.record(z.enum(numberedThings), z.string().nullable())
export type NextNumbers = z.output<typeof nextNumbersAnswerSchema>

/** Takes a version of a policy back, with the reason. */
export const withdrawPolicySchema = z.object({ id: idSchema, reason: filledLineSchema(200) })

/** A limit that moved, or would. `nth`: its place in the list, from 1. */
export const movedLimitSchema = z.object({
  nth: z.number(),
  ticketId: z.string(),
  number: z.string(),
  customerName: z.string(),
  clock: z.string(),
  clockText: textSchema,
  beforeAt: z.string().nullable(),
  afterAt: z.string().nullable(),
})
export type MovedLimitRow = z.output<typeof movedLimitSchema>

/**
 * A change of the calendar: the notice of a year with all its days, or closed and open days of the company's own (`year` null), where a null kind gives
 * the day back to the public calendar. Counts at once.
 */
export const calendarDraftSchema = z.object({
  /** Made once when the draft began: applied twice it is applied once. */
  id: idSchema,
  year: z.number().int().min(2000).max(2100).nullable(),
  /** Number or title of the notice; empty for own days. */
  source: lineSchema(200),
  days: z
    .array(z.object({ on: daySchema, kind: datedDaySchema.nullable(), name: lineSchema(40) }))
    .min(1)
    .max(120),
})
export type CalendarDraft = z.output<typeof calendarDraftSchema>

/** What a change of the calendar would move (预览): the first rows, and how many in all. */
export const calendarPreviewSchema = z.object({
  moved: z.array(movedLimitSchema),
  movedCount: z.number(),
  /** Of those, how many are of cases outside the rows the seat meets: counted, not named. */
  elsewhereCount: z.number(),
  lateCount: z.number(),
})
export type CalendarPreview = z.output<typeof calendarPreviewSchema>

/** A change of the calendar as it is kept, newest first. */
export const calendarChangeSchema = z.object({
  id: z.string(),
  year: z.number().nullable(),
  source: z.string(),
  days: z.array(z.object({ on: z.string(), kind: datedDaySchema.nullable(), name: z.string() })),
  madeByName: z.string(),
  madeAt: z.string(),
  withdrawnAt: z.string().nullable(),
  /** Limits it moved, and that its taking back moved. */
  movedCount: z.number(),
  movedBackCount: z.number(),
  /** Nothing later stands over it. */
  canTakeBack: z.boolean(),
})
export type CalendarChangeRow = z.output<typeof calendarChangeSchema>

/** A page of what a change of the calendar moved, or its taking back (`back`). */
export const movedPageSchema = z.object({
  id: idSchema,
  /** What the change or the version moved, what went back with it, which cases were kept from it, and which could not go. */
  which: z.enum(['moved', 'back', 'kept', 'stuck']),
  after: z.number().int().min(0).max(1_000_000).default(0),
})
export type MovedPage = z.output<typeof movedPageSchema>

/** Whether each limit can be kept, from the cases of the last days (see `LimitFigures`). */
export const limitFiguresSchema = z.object({
  days: z.number(),
  /** Only the newest were looked at. */
  isCut: z.boolean(),
  rows: z.array(
    z.object({
      key: z.string(),
      cases: z.number(),
      kept: z.number(),
      lateP50Minutes: z.number().nullable(),
      lateP90Minutes: z.number().nullable(),
      ranP50Minutes: z.number().nullable(),
      ranP90Minutes: z.number().nullable(),
    }),
  ),
})
export type LimitFiguresAnswer = z.output<typeof limitFiguresSchema>
