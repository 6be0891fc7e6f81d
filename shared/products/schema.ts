import { z } from 'zod'
import { inputShape, rowShape } from '../kit/field-schemas.ts'
import { idSchema, textSchema, versionSchema } from '../kit/fields.ts'
import { productFields } from './fields.ts'

/** A sold product with its user (S15, R166). */
export const productInputSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  ...inputShape(productFields),
  version: versionSchema.optional(),
})
export type ProductInput = z.input<typeof productInputSchema>

/** Stage of the warranty and every fact that led there: 起算, 期限, 条款, 除外, 收费. */
export const warrantyVerdictSchema = z.object({
  stage: z.enum(['free', 'paid', 'unknown']),
  /** Last free day, null while unknown. */
  freeUntilOn: z.string().nullable(),
  /** Whole days left, 0 and negative once over, null while unknown. */
  daysLeft: z.number().nullable(),
  startOn: z.string().nullable(),
  startedBy: z.enum(['purchased', 'accepted']).nullable(),
  proof: z.enum(['invoice', 'told', 'none']),
  months: z.number().nullable(),
  /** Who pays what afterwards. */
  charge: z.enum(['nothing', 'partsOnly', 'feeAgreed', 'asQuoted']),
  /** Rule ids and the preset the answer stands on. */
  rules: z.array(z.string()),
  presetId: z.string(),
  /** What the free stage never covers. */
  exclusions: z.array(textSchema),
  missing: z.enum(['startDate', 'months']).nullable(),
})
export type WarrantyVerdict = z.output<typeof warrantyVerdictSchema>

/** A product of a customer, as stored. */
export const productRowSchema = z.object({
  id: z.string(),
  customerId: z.string(),
  ...rowShape(productFields),
  version: z.number(),
  warranty: warrantyVerdictSchema,
  openTickets: z.number(),
})
export type ProductRow = z.output<typeof productRowSchema>
