import { z } from 'zod'
import { features } from '../kit/features.ts'
import { daySchema, idSchema } from '../kit/fields.ts'
import { listPageSchema, sortSchema, totalsSchema } from '../kit/lists.ts'

/** What narrows the audit chain; days are of the company's zone, both ends included. */
export const auditFilterSchema = z.object({
  /** A sequence number, or words of an entry, of what it is about or of who did it. */
  text: z.string().max(60).default(''),
  /** `ticket:<id>`, `company` … */
  subject: z.string().max(80).nullish(),
  memberId: idSchema.nullish(),
  feature: z.enum(features).nullish(),
  /** `<feature>.<verb>` */
  action: z.string().max(80).nullish(),
  onFrom: daySchema.nullish(),
  onTo: daySchema.nullish(),
})
export type AuditFilter = z.output<typeof auditFilterSchema>

/** What a page of the audit chain is asked by; entries stand in the order of their time, the newest first. */
export const listAuditSchema = auditFilterSchema.extend({
  sort: sortSchema(['at']).nullish(),
  ...listPageSchema.shape,
})

/** The foot of the audit page: how many entries match. */
export const auditTotalsSchema = totalsSchema()
