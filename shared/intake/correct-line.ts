import { z } from 'zod'
import { daySchema, idSchema, lineSchema, longTextSchema, versionSchema } from '../kit/fields.ts'
import { outcomes } from './outcomes.ts'

/** What was heard and may have been written down wrong, and how the call ended (see `outcomesInstead`). Who called when is no matter of hearing. */
const correctable = {
  customerName: lineSchema(80),
  contactName: lineSchema(60),
  /** Masked it stays as it is. */
  phone: lineSchema(60),
  address: lineSchema(200),
  productName: lineSchema(80),
  model: lineSchema(60),
  serialNo: lineSchema(60),
  purchasedOn: daySchema.nullable(),
  symptom: longTextSchema(2000),
  note: longTextSchema(1000),
  outcome: z.enum(outcomes),
}

/** Fields of a line that can be corrected (更正登记), in the order of speech. */
export const correctableFields = Object.keys(correctable) as (keyof typeof correctable)[]

/** Asks for one line, by itself or by the ticket it opened. */
export const lineOfSchema = z.union([z.object({ id: idSchema }), z.object({ ticketId: idSchema })])

/** Corrects fields of a line; those left out stay. A stale version is merged, or refused with both values. */
export const correctLineSchema = z.object({
  id: idSchema,
  version: versionSchema,
  changes: z.object(correctable).partial(),
})

/** A line as its correction begins. */
export const correctableLineSchema = z.object({
  id: z.string(),
  registerNo: z.string(),
  outcome: z.enum(outcomes),
  /** What the outcome may be corrected to, itself among them; none where a case hangs on the line. */
  outcomes: z.array(z.enum(outcomes)),
  clerkName: z.string(),
  recordedAt: z.string(),
  version: z.number(),
  customerName: z.string(),
  contactName: z.string(),
  phone: z.string(),
  address: z.string(),
  productName: z.string(),
  model: z.string(),
  serialNo: z.string(),
  purchasedOn: z.string().nullable(),
  symptom: z.string(),
  note: z.string(),
})
export type CorrectableLine = z.output<typeof correctableLineSchema>

/** The line as corrected, and whether its open case was corrected with it. */
export const correctedLineSchema = correctableLineSchema.extend({ isCaseChanged: z.boolean() })
export type CorrectedLine = z.output<typeof correctedLineSchema>
