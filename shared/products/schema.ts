import { z } from 'zod'
import { daySchema, filledLineSchema, idSchema, lineSchema, textSchema } from '../kit/fields.ts'

/** A sold product with its user (S15, R166). */
export const productInputSchema = z.object({
  id: idSchema,
  customerId: idSchema,
  /** 产品名称 / 产品类型 */
  name: filledLineSchema(80),
  /** 规格型号 */
  model: lineSchema(60).default(''),
  /** 出厂编号 */
  serialNo: lineSchema(60).default(''),
  /** 购买日期 */
  purchasedOn: daySchema.nullish(),
  /** 验收交付日期: starts the warranty where the preset says so (R137, R140). */
  acceptedOn: daySchema.nullish(),
  dealer: lineSchema(80).default(''),
  /** 发票号 */
  invoiceNo: lineSchema(40).default(''),
  /** How the purchase date is known: 发票已核, 客户口述, none. */
  proof: z.enum(['invoice', 'told', 'none']).default('none'),
  note: lineSchema(200).default(''),
  version: z.number().int().min(0).max(2_147_483_647).optional(),
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
  name: z.string(),
  model: z.string(),
  serialNo: z.string(),
  purchasedOn: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  dealer: z.string(),
  invoiceNo: z.string(),
  proof: z.enum(['invoice', 'told', 'none']),
  note: z.string(),
  version: z.number(),
  warranty: warrantyVerdictSchema,
  openTickets: z.number(),
})
export type ProductRow = z.output<typeof productRowSchema>
