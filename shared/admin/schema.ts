import { z } from 'zod'
import { areaCodeSchema, filledLineSchema, idSchema, lineSchema, versionSchema } from '../kit/fields.ts'
import { languages } from '../kit/words.ts'
import { roles } from './rights.ts'
import { rowScopes } from './scopes.ts'

/** Login name: letters, digits, dot, dash, underscore, or Chinese; unique in the station, case-insensitive (F46). */
export const loginSchema = z
  .string()
  .trim()
  .min(2)
  .max(40)
  .regex(/^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{N}._-]+$/u)

/** Password: eight characters or more; length is what counts. */
export const passwordSchema = z.string().min(8).max(200)

/**
 * The company's hotline as customers are told it: digits as they are written, more than one number, an extension. It may be left empty; words
 * alone are no number.
 */
export const hotlineSchema = lineSchema(40).refine(
  (line) =>
    line === '' ||
    (/^[\p{Nd}\s+\-–—()（）转轉#*,，、;；/／.·]+$/u.test(line) && line.replace(/\P{Nd}/gu, '').length >= 3),
)

/** First run (screens.md): language → company and line of business → administrator → sample or import. */
export const setUpSchema = z.object({
  language: z.enum(languages),
  companyName: filledLineSchema(80),
  hotline: hotlineSchema.default(''),
  branch: lineSchema(40).default(''),
  /** Empty: said later in the settings. */
  areaCode: areaCodeSchema.default(''),
  presetId: z.string().regex(/^[a-zA-Z\d]{0,8}$/),
  /** Whole-product warranty in months where the trade has no common figure (P32); null keeps the preset's. */
  warrantyMonths: z.number().int().min(0).max(600).nullable(),
  administrator: z.object({ login: loginSchema, name: filledLineSchema(40), password: passwordSchema }),
  start: z.enum(['sample', 'import', 'empty']),
})

/** Anything may be typed: what is wrong is told by waiting, not by its shape. */
export const signInSchema = z.object({ login: z.string().max(40), password: z.string().max(200) })

/** A member's own new password. It is typed twice on the page; once is enough here. */
export const changePasswordSchema = z.object({ current: z.string().max(200), next: passwordSchema })

/** An account as edited (用户与权限表 F46). */
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
  /** Outlet or area (片区): visits are offered by it, and an account may be narrowed to it. */
  region: lineSchema(40).default(''),
  department: lineSchema(40).default(''),
  /** Rows the account is narrowed to within its role. */
  rowScope: z.enum(rowScopes).default('all'),
  /** New password; absent keeps the old. */
  password: passwordSchema.optional(),
  /** A password given here is changed at the next sign-in. Says nothing where the member's own password stays. */
  mustChangePassword: z.boolean().default(true),
  /** Version the editor saw; absent for a new member. */
  version: versionSchema.optional(),
})
export type MemberInput = z.input<typeof memberInputSchema>

/** One account (用户与权限表 F46). */
export const memberRowSchema = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  workNumber: z.string(),
  role: z.enum(roles),
  status: z.enum(['active', 'disabled']),
  extension: z.string(),
  phone: z.string(),
  region: z.string(),
  department: z.string(),
  rowScope: z.enum(rowScopes),
  /** The password was set by the administrator: nothing but a new one is open to this member. */
  mustChangePassword: z.boolean(),
  version: z.number(),
  createdAt: z.string(),
})
export type MemberRow = z.output<typeof memberRowSchema>

/** An account in the administrator's list. */
export const memberListRowSchema = memberRowSchema.extend({
  /** Instant until which failed sign-ins keep this member waiting; null when the next try may come now. */
  waitsUntil: z.string().nullable(),
})
export type MemberListRow = z.output<typeof memberListRowSchema>

/** A defect that a user met, by the six letters on screen. */
export const incidentRowSchema = z.object({
  id: z.string(),
  at: z.string(),
  memberId: z.string().nullable(),
  procedure: z.string(),
  summary: z.string(),
  seen: z.boolean(),
})

/** What everybody may know of a colleague: enough to ask or assign him. */
export const colleagueSchema = z.object({
  id: z.string(),
  name: z.string(),
  workNumber: z.string(),
  role: z.enum(roles),
  region: z.string(),
})

/** What the sample company still holds. `…Since`: entered on its customers after it was opened; goes with it. */
export const sampleLeftSchema = z.object({
  customers: z.number(),
  products: z.number(),
  tickets: z.number(),
  calls: z.number(),
  members: z.number(),
  ticketsSince: z.number(),
  registersSince: z.number(),
})
export type SampleLeft = z.output<typeof sampleLeftSchema>

/** Backups of the station: its own, or left to the server of its PostgreSQL. `newest` null: none yet. `at`: instant it was begun. */
export const backupStateSchema = z.union([
  z.object({
    by: z.literal('station'),
    folder: z.string(),
    newest: z
      .object({
        at: z.string(),
        bytes: z.number(),
      })
      .nullable(),
  }),
  z.object({
    by: z.literal('server'),
  }),
])
export type BackupState = z.output<typeof backupStateSchema>

/** One entry of the audit chain as it is read. */
export const auditRowSchema = z.object({
  /** Its sequence number as text. */
  id: z.string(),
  seq: z.number(),
  at: z.string(),
  memberId: z.string().nullable(),
  memberName: z.string().nullable(),
  /** `<feature>.<verb>` */
  action: z.string(),
  /** `ticket:<id>`, `company` … */
  subject: z.string(),
  /** JSON */
  details: z.string(),
  hash: z.string(),
  /** What the ids of subject and details are called now. */
  names: z.record(z.string(), z.string()).readonly(),
})
export type AuditRow = z.output<typeof auditRowSchema>

/** Company, preset and language as every screen needs them. */
export const companyRowSchema = z.object({
  name: z.string(),
  branch: z.string(),
  hotline: z.string(),
  language: z.enum(languages),
  timeZone: z.string(),
  presetId: z.string(),
  warrantyMonths: z.number().nullable(),
  /** Rises with every save: who edits sends the one they saw. */
  version: z.number(),
})
export type CompanyRow = z.output<typeof companyRowSchema>

/** The company as edited in the settings. */
export const companyInputSchema = z.object({
  name: filledLineSchema(80),
  branch: lineSchema(40),
  hotline: hotlineSchema,
  language: z.enum(languages),
  presetId: z.string().regex(/^[a-zA-Z\d]{0,8}$/),
  warrantyMonths: z.number().int().min(0).max(600).nullable(),
  /** Version the editor saw. */
  version: versionSchema,
})
export type CompanyInput = z.input<typeof companyInputSchema>

/** Room on the station's disk, for the warning on every seat. */
export const spaceRowSchema = z.object({ state: z.enum(['wide', 'low', 'last']), freeMegabytes: z.number() })

/** What every page must know first. `needsSetUp` leads to the first run; a page nobody is signed in on gets of the company what it shows. */
export const houseStateSchema = z.object({
  version: z.string(),
  needsSetUp: z.boolean(),
  company: companyRowSchema.nullable(),
  /** Signed-in member of this session, null when signed out. */
  me: memberRowSchema.nullable(),
})
