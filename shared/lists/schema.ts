import { z } from 'zod'
import { filledLineSchema, idSchema, lineSchema, versionSchema } from '../kit/fields.ts'

/** Name of a list: the question that answers its rows, `tickets.list`. */
export const listNameSchema = z.string().regex(/^[a-z]{2,20}\.[a-zA-Z]{2,30}$/)

/** Ids of columns in the order they stand on screen. */
export const columnIdsSchema = z
  .array(z.string().regex(/^[a-zA-Z]{1,30}$/))
  .min(1)
  .max(60)

/** Name of a condition or a column. */
const partSchema = z.string().regex(/^[\w.-]{1,30}$/)
const orderSchema = z.object({ by: partSchema, isDown: z.boolean() })

/** What a view (视图) asks for: conditions by name, empty ones left out, and the order. Each list knows what its conditions mean. */
export const viewWishSchema = z.object({
  filters: z.record(partSchema, lineSchema(200)),
  sort: orderSchema.nullable(),
  /** Null: the columns the member keeps for this list anyway. */
  columns: columnIdsSchema.nullable(),
})
export type ViewWish = z.output<typeof viewWishSchema>

/** A view on its way to the station; without a version it is new. */
export const saveViewSchema = z.object({
  id: idSchema,
  version: versionSchema.optional(),
  list: listNameSchema,
  name: filledLineSchema(40),
  wish: viewWishSchema.refine(({ filters }) => Object.keys(filters).length <= 20),
})
export type SaveView = z.input<typeof saveViewSchema>

/** A saved view as a member meets it. */
export const viewRowSchema = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  /** Seen by everybody who sees the list. */
  isShared: z.boolean(),
  /** May change and remove it: its owner, and for a shared one who may share. */
  isMine: z.boolean(),
  ownerName: z.string(),
  wish: viewWishSchema,
})
export type ViewRow = z.output<typeof viewRowSchema>

/** What a member keeps of a list. */
export const keptListSchema = z.object({
  /** Shared ones first, each by name. */
  views: z.array(viewRowSchema),
  /** Columns the member chose; null: those the list shows by itself. */
  columns: columnIdsSchema.nullable(),
  /** The view the member's list opens with; null: the whole list. */
  defaultViewId: z.string().nullable(),
})
export type KeptList = z.output<typeof keptListSchema>

/** A member's own choice for a list: what is given is kept, null goes back to the list's own. */
export const keepChoiceSchema = z.object({
  list: listNameSchema,
  columns: columnIdsSchema.nullish(),
  defaultViewId: idSchema.nullish(),
})

/** Views one member may keep of one list, and a firm may share of one (house). */
export const mostViews = 40
