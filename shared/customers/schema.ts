import { z } from 'zod'
import { filledLineSchema, idSchema, instantSchema, lineSchema, longTextSchema } from '../kit/fields.ts'
import type { ProductRow } from '../products/schema.ts'
import type { TicketRow } from '../tickets/schema.ts'

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

export const timelineSchema = z.object({ customerId: idSchema, before: instantSchema.nullish(), limit: z.number().int().min(1).max(200).default(50) })

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
  reasons: ('samePhone' | 'sameName' | 'nearName' | 'sameAddress')[]
  score: number
}

export const duplicatesSchema = z.object({
  name: z.string().max(80).default(''),
  phone: z.string().max(60).default(''),
  address: z.string().max(200).default(''),
})
