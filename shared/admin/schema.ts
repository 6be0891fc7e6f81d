import { z } from 'zod'
import { features } from '../kit/features.ts'
import { daySchema, filledLineSchema, idSchema, lineSchema } from '../kit/fields.ts'
import { languages } from '../kit/words.ts'
import { roles } from './rights.ts'

/** Login name: letters, digits, dot, dash, underscore, or Chinese; unique in the station, case-insensitive (F46). */
export const loginSchema = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^[\p{L}\p{N}._-]+$/u)

/** Password: eight characters or more; length is what counts. */
export const passwordSchema = z.string().min(8).max(200)

/** First run (screens.md): language → company and line of business → administrator → sample or import. */
export const setUpSchema = z.object({
  language: z.enum(languages),
  companyName: filledLineSchema(80),
  hotline: lineSchema(40).default(''),
  branch: lineSchema(40).default(''),
  presetId: z.string().max(8),
  /** Whole-product warranty in months where the trade has no common figure (P32); null keeps the preset's. */
  warrantyMonths: z.number().int().min(0).max(600).nullable(),
  administrator: z.object({ login: loginSchema, name: filledLineSchema(40), password: passwordSchema }),
  start: z.enum(['sample', 'import', 'empty']),
})
export type SetUpInput = z.input<typeof setUpSchema>

export const signInSchema = z.object({ login: z.string().max(40), password: z.string().max(200) })

/** A member's own new password. It is typed twice on the page; once is enough here. */
export const changePasswordSchema = z.object({ current: z.string().max(200), next: passwordSchema })

export const memberInputSchema = z.object({
  id: idSchema,
  login: loginSchema,
  name: filledLineSchema(40),
  /** Work number shown beside the name, 018. */
  workNumber: lineSchema(12).default(''),
  role: z.enum(roles),
  status: z.enum(['active', 'disabled']).default('active'),
  /** Telephone extension of the seat: a ring to it shows on this seat only. */
  extension: lineSchema(12).default(''),
  phone: lineSchema(40).default(''),
  region: lineSchema(40).default(''),
  /** New password; absent keeps the old. */
  password: passwordSchema.optional(),
  /** A password given here is changed at the next sign-in. Says nothing where the member's own password stays. */
  mustChangePassword: z.boolean().default(true),
  /** Version the editor saw; absent for a new member. */
  version: z.number().int().optional(),
})
export type MemberInput = z.input<typeof memberInputSchema>

/** One account (用户与权限表 F46). */
export interface MemberRow {
  id: string
  login: string
  name: string
  workNumber: string
  role: (typeof roles)[number]
  status: 'active' | 'disabled'
  extension: string
  phone: string
  region: string
  /** The password was set by the administrator: nothing but a new one is open to this member. */
  mustChangePassword: boolean
  version: number
  createdAt: string
}

/** An account in the administrator's list. */
export interface MemberListRow extends MemberRow {
  /** Instant until which failed sign-ins keep this member waiting; null when the next try may come now. */
  waitsUntil: string | null
}

/** A list that is about to leave the house as a file (导出). `filter` is what it was narrowed to, empty when to nothing. */
export const exportedSchema = z.object({
  feature: z.enum(features),
  view: z.string().regex(/^[a-zA-Z]{1,40}$/u),
  filter: z.string().max(120).default(''),
  rows: z.number().int().min(0),
})

/** What the sample company still holds. `…Since`: entered on its customers after it was opened; goes with it. */
export interface SampleLeft {
  customers: number
  products: number
  tickets: number
  calls: number
  members: number
  ticketsSince: number
  registersSince: number
}

/** Backups of the station: its own, or left to the server of its PostgreSQL. `newest` null: none yet. `at`: instant it was begun. */
export type BackupState =
  { by: 'station'; folder: string; newest: { at: string; bytes: number } | null } | { by: 'server' }

/** The audit chain, narrowed. `day` is `2026-11-20` in the company's zone. */
export const listAuditSchema = z.object({
  /** Sequence number of the last entry seen. */
  before: z.number().int().nullish(),
  subject: z.string().max(80).nullish(),
  memberId: idSchema.nullish(),
  feature: z.enum(features).nullish(),
  day: daySchema.nullish(),
  limit: z.number().int().min(1).max(200).default(50),
})

/** One entry of the audit chain as it is read. */
export interface AuditRow {
  seq: number
  at: string
  memberId: string | null
  memberName: string | null
  /** `<feature>.<verb>` */
  action: string
  /** `ticket:<id>`, `company` … */
  subject: string
  /** JSON */
  details: string
  hash: string
  /** What the ids of subject and details are called now. */
  names: Readonly<Record<string, string>>
}

/** Company, preset and language as every screen needs them. */
export interface CompanyRow {
  name: string
  branch: string
  hotline: string
  language: (typeof languages)[number]
  timeZone: string
  presetId: string
  warrantyMonths: number | null
  /** Number schemes, `GD{yyyy}{MM}{dd}-{seq:4}`: unique, never reused (R353). */
  numbers: { ticket: string; dispatch: string; sheet: string; customer: string; archive: string }
  /** Rises with every save: who edits sends the one they saw. */
  version: number
}

export const companyInputSchema = z.object({
  name: filledLineSchema(80),
  branch: lineSchema(40),
  hotline: lineSchema(40),
  language: z.enum(languages),
  presetId: z.string().max(8),
  warrantyMonths: z.number().int().min(0).max(600).nullable(),
  numbers: z.object({
    ticket: filledLineSchema(40),
    dispatch: filledLineSchema(40),
    sheet: filledLineSchema(40),
    customer: filledLineSchema(40),
    archive: filledLineSchema(40),
  }),
  /** Version the editor saw. */
  version: z.number().int(),
})
export type CompanyInput = z.input<typeof companyInputSchema>

/** What a page must know before anything else. `needsSetUp` leads to the first run. */
export interface HouseState {
  version: string
  needsSetUp: boolean
  company: CompanyRow | null
  /** Signed-in member of this session, null when signed out. */
  me: MemberRow | null
}
