import { z } from 'zod'
import { filledLineSchema, idSchema, instantSchema, lineSchema, longTextSchema } from '../kit/fields.ts'
import type { FailureData } from '../kit/failure.ts'
import type { DuplicateReason } from '../intake/rules-duplicates.ts'
import type { ProductRow } from '../products/schema.ts'
import type { TicketRow } from '../tickets/schema.ts'
import {
  type ArchiveKind,
  callTargets,
  type ColumnGuess,
  type ColumnMapping,
  customerTargets,
  type ImportTarget,
} from './import-columns.ts'
import type { ImportSummary } from './import-match.ts'
import type { CallReject, CustomerReject, ImportNote } from './import-rows.ts'

/** 用户类别 (R168). */
export const customerCategories = ['general', 'special', 'group', 'newProduct'] as const

export const phoneInputSchema = z.object({
  id: idSchema,
  /** As typed; normalised by shared/kit/phone.ts at write and at read. */
  raw: filledLineSchema(60),
  personId: idSchema.nullish(),
  note: lineSchema(60).default(''),
})

export const personInputSchema = z.object({
  id: idSchema,
  name: filledLineSchema(60),
  /** 食堂管理员, 户主 */
  title: lineSchema(60).default(''),
  note: lineSchema(200).default(''),
  /** Day the person left the unit; kept for history, no longer offered. */
  leftOn: z.iso.date().nullish(),
})

/** Customer archive record (客户档案, S13). People and phones are sent whole; absent ones are removed. */
export const customerInputSchema = z.object({
  id: idSchema,
  name: filledLineSchema(80),
  category: z.enum(customerCategories).default('general'),
  address: lineSchema(200).default(''),
  /** 走北门，11:00–12:00 就餐不进后厨 */
  addressNote: lineSchema(200).default(''),
  invoiceAddress: lineSchema(200).default(''),
  bestTime: lineSchema(60).default(''),
  note: longTextSchema(2000).default(''),
  people: z.array(personInputSchema).max(50).default([]),
  phones: z.array(phoneInputSchema).max(50).default([]),
  /** Version the editor saw; absent for a new customer. A stale one is refused as `changedByOther`. */
  version: z.number().int().optional(),
})
export type CustomerInput = z.input<typeof customerInputSchema>

export interface PersonRow {
  id: string
  customerId: string
  name: string
  title: string
  note: string
  leftOn: string | null
}

/** A phone as a reader may see it: `shown` is masked unless the reader's role and the moment allow more. */
export interface PhoneRow {
  id: string
  customerId: string
  personId: string | null
  shown: string
  masked: boolean
  kind: string
  isPrimary: boolean
  note: string
}

export interface CustomerRow {
  id: string
  /** 客户编号, KH-000001 */
  number: string
  name: string
  category: (typeof customerCategories)[number]
  address: string
  addressNote: string
  invoiceAddress: string
  bestTime: string
  note: string
  version: number
  createdAt: string
  updatedAt: string
  people: PersonRow[]
  phones: PhoneRow[]
}

/** Why a person is offered for a caller. `guess` stands apart, dim: 只是猜测. */
export type MatchReason = 'exactNumber' | 'primaryNumber' | 'pickedBefore' | 'usedBefore' | 'sameTail' | 'oneDigitOff'

/** One ranked answer to "who is it". */
export interface CallerMatch {
  customerId: string
  personId: string | null
  customerName: string
  personName: string
  personTitle: string
  address: string
  /** The matching number, grouped or masked by role. */
  phoneShown: string
  reasons: MatchReason[]
  /** Only a guess: a near number, never preselected. */
  guess: boolean
  lastContactAt: string | null
}

/** Ways the search box finds a customer. */
export type SearchKind = 'phoneTail' | 'name' | 'initials' | 'pinyin' | 'serial' | 'address' | 'number' | 'ticket'

export interface SearchHit {
  customerId: string
  customerName: string
  personName: string
  address: string
  phoneShown: string
  kind: SearchKind
  /** What matched, with the matching part: serial number, address, ticket number. */
  matched: string
}

/** Caller's number → everything the intake screen shows at the first ring. */
export const callerCardSchema = z.object({ number: z.string().max(60) })
export const searchSchema = z.object({ text: z.string().max(60), limit: z.number().int().min(1).max(50).default(20) })
export const revealSchema = z.object({
  phoneId: idSchema,
  /** Asked in place, recorded in the audit chain: 回拨, 核对身份, 师傅要, or own words. */
  reason: filledLineSchema(80),
})
export const pickSchema = z.object({ number: z.string().max(60), customerId: idSchema, personId: idSchema.nullish() })

/** One line of a customer's timeline (往来). */
export interface TimelineEntry {
  id: string
  at: string
  kind: 'call' | 'register' | 'dispatch' | 'result' | 'chase' | 'created'
  title: string
  detail: string
  productId: string | null
  ticketId: string | null
  /** Seconds for a call. */
  seconds: number | null
  verdict: 'solved' | 'open' | 'again' | 'lost' | null
  by: string
}

export const timelineSchema = z.object({
  customerId: idSchema,
  before: instantSchema.nullish(),
  limit: z.number().int().min(1).max(200).default(50),
})

/** Everything the intake screen shows of one customer. */
export interface CustomerCard {
  customer: CustomerRow
  products: ProductRow[]
  openTickets: TicketRow[]
  /** Newest first, at most ten. */
  recent: TimelineEntry[]
  recentCount: number
}

/** Answer to a ringing number: who it may be, ranked, and the card of the first who is no guess. */
export interface CallerCard {
  number: string | null
  numberShown: string
  region: string
  matches: CallerMatch[]
  card: CustomerCard | null
}

/** One line of the customer archive's list. */
export interface CustomerListRow {
  id: string
  number: string
  name: string
  category: CustomerRow['category']
  phoneShown: string
  address: string
  products: number
  openTickets: number
  lastContactAt: string | null
}

/** A customer that may be the one being typed: 用这一个. */
export interface DuplicateHit {
  customerId: string
  name: string
  personName: string
  address: string
  phoneShown: string
  reasons: DuplicateReason[]
  score: number
}

export const duplicatesSchema = z.object({
  name: z.string().max(80).default(''),
  phone: z.string().max(60).default(''),
  address: z.string().max(200).default(''),
})

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)
const importTargets = [...new Set([...customerTargets, ...callTargets])] as [ImportTarget, ...ImportTarget[]]

/** A stored archive file and how to read it: its columns by what they stand for (0-based), as corrected by the member. */
export const importFileSchema = z.object({
  hash: hashSchema,
  fileName: filledLineSchema(200),
  /** Absent: what the heading looks like. */
  kind: z.enum(['customers', 'calls']).nullish(),
  /** Absent: as guessed. */
  mapping: z.partialRecord(z.enum(importTargets), z.number().int().min(0).max(255)).nullish(),
})
export type ImportFile = z.output<typeof importFileSchema>

/** Starting the same id twice is one run. */
export const importStartSchema = importFileSchema.extend({ id: idSchema })
export type ImportStart = z.output<typeof importStartSchema>

/** One thing to say about a row of an archive file. */
export type ImportRemark =
  | { what: 'reject'; code: CustomerReject | CallReject }
  | { what: 'note'; code: ImportNote['code']; text: string }
  | { what: 'change'; field: string; value: string }
  | { what: 'conflict'; field: string; kept: string; inFile: string }

/** A row of the dry run: what it is, and why. `at` counts as the file does (heading of a CSV is 1). */
export interface ImportPreviewRow {
  at: number
  name: string
  phone: string
  text: string
  remarks: ImportRemark[]
}

export const importKinds = ['new', 'update', 'unchanged', 'conflict', 'rejected'] as const
export type ImportKind = (typeof importKinds)[number]

/** The dry run of a file: what was found in it, how its columns are read, what each row would do. Nothing is written. */
export interface ImportPreview {
  kind: ArchiveKind
  /** `csv`: its encoding; `xlsx`: its sheet. */
  format: { kind: 'csv' | 'xlsx'; detail: string }
  headingAt: number
  warnings: string[]
  columns: ColumnGuess[]
  mapping: ColumnMapping
  sample: { at: number; cells: string[] }[]
  summary: ImportSummary
  /** First rows of each kind; `summary` counts them all. */
  rows: Record<ImportKind, ImportPreviewRow[]>
}

export type ImportState = 'reading' | 'writing' | 'done' | 'cancelled' | 'failed'

/** How far a run is. `total` is 0 while the file is still being read. */
export interface ImportProgress {
  id: string
  state: ImportState
  done: number
  total: number
  summary: ImportSummary | null
  /** File of the rejected rows in the layout they came in; null when there are none. */
  reportHash: string | null
  failure: FailureData | null
}

/** A finished import. */
export interface ImportRunRow {
  id: string
  kind: ArchiveKind
  fileName: string
  startedAt: string
  finishedAt: string
  memberName: string
  summary: ImportSummary
  reportHash: string | null
}
