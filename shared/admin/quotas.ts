import { z } from 'zod'
import { versionSchema } from '../kit/fields.ts'
import type { Quota } from '../kit/quota.ts'
import { type Role, roles } from './rights.ts'

/**
 * What a member may do only so often: open a covered number or address (核对号码), look up whose a typed number is (查号), have papers with the whole
 * number (带整号的单).
 */
export const quotaKinds = ['reveal', 'lookUp', 'paper'] as const
export type QuotaKind = (typeof quotaKinds)[number]

/** Nobody does more of it by hand. */
const mostTimes = 10_000
const times = z.number().int().min(0).max(mostTimes)

const quota = z.object({ perHour: times, perDay: times }) satisfies z.ZodType<Quota>

/** An hour holds no more than the day it is part of. */
export const quotaSchema = quota.refine(({ perHour, perDay }) => perHour <= perDay, { path: ['perHour'] })

/** How often each role may do what. */
export const quotasSchema = z.record(z.enum(quotaKinds), z.record(z.enum(roles), quotaSchema))
export type Quotas = z.output<typeof quotasSchema>

/** The quotas that count, and their version: who changes them sends the one they saw. */
export const quotasRowSchema = z.object({
  quotas: z.record(z.enum(quotaKinds), z.record(z.enum(roles), quota)),
  version: versionSchema,
})
export type QuotasRow = z.output<typeof quotasRowSchema>

/** The same, to be set: no hour above its day. */
export const saveQuotasSchema = quotasRowSchema.extend({ quotas: quotasSchema })

const desk: Quota = { perHour: 90, perDay: 400 }
const printer: Quota = { perHour: 200, perDay: 500 }
const few: Quota = { perHour: 10, perDay: 40 }
const some: Quota = { perHour: 40, perDay: 160 }
const fewPapers: Quota = { perHour: 40, perDay: 100 }

/**
 * `house`: no paper has a figure. Opened numbers: what a busy day at that seat needs, and far below what an archive holds. Looked up: a desk without
 * a telephone system types every caller's, and a covered number has ten thousand readings. Papers: some hundred are a busy day at the printer; one
 * ticket counts once a day however often it is printed.
 */
export const houseQuotas: Quotas = {
  reveal: {
    administrator: { perHour: 30, perDay: 100 },
    supervisor: { perHour: 30, perDay: 100 },
    operator: { perHour: 30, perDay: 120 },
    dispatcher: some,
    technician: few,
    followupUser: some,
  },
  lookUp: {
    administrator: desk,
    supervisor: desk,
    operator: desk,
    dispatcher: desk,
    technician: few,
    followupUser: some,
  },
  paper: {
    administrator: printer,
    supervisor: printer,
    operator: printer,
    dispatcher: printer,
    technician: fewPapers,
    followupUser: fewPapers,
  },
}

/** What differs between two sets of quotas, in the order of the table. */
export function quotaChanges(before: Quotas, after: Quotas): { kind: QuotaKind; role: Role; was: Quota; is: Quota }[] {
  return quotaKinds.flatMap((kind) =>
    roles.flatMap((role) => {
      const [was, is] = [before[kind][role], after[kind][role]]
      return was.perHour === is.perHour && was.perDay === is.perDay ? [] : [{ kind, role, was, is }]
    }),
  )
}
