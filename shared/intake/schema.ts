import { z } from 'zod'
import { daySchema, filledLineSchema, idSchema, instantSchema, lineSchema, longTextSchema } from '../kit/fields.ts'

/** 受理方式 / 来源 (F01, F03): a preset offers its own choice of them (R011). */
export const channels = ['phone', 'letter', 'fax', 'email', 'written', 'walkIn', 'line400'] as const
export type Channel = (typeof channels)[number]

/** How a call ended for the desk; Alt+1…9 in this order (screens.md, R015: every desk event is recorded). */
export const outcomes = [
  'repair',
  'consult',
  'chase',
  'complaint',
  'booking',
  'callBack',
  'transferred',
  'wrongNumber',
  'silent',
] as const
export type Outcome = (typeof outcomes)[number]

/** 处理方式 (F12): guided by telephone, or somebody goes. */
export const handlings = ['dispatch', 'guidance'] as const

/** Answers to "can we be there within three hours" (R044). */
export const threeHourAnswers = ['yes', 'no'] as const

/**
 * The register entry (用户叫修登记表 F03, 信息记录本 F12). Shapes are checked here; which fields must be filled is the
 * preset's (R010, R014) and is checked by `missingFields` of shared/intake/rules.ts, on the seat and on the station alike.
 */
export const recordIntakeSchema = z.object({
  /** Made once when the form opened: sending it twice stores it once. */
  id: idSchema,
  /** The telephone call it belongs to, null for a letter. */
  callId: idSchema.nullish(),
  receivedAt: instantSchema,
  channel: z.enum(channels),
  outcome: z.enum(outcomes),
  /** Existing customer, or null: a new one is made from the fields with the id `newCustomerId`. */
  customerId: idSchema.nullish(),
  newCustomerId: idSchema,
  personId: idSchema.nullish(),
  /** Existing product, or null: a new one is made with `newProductId` when a product type is given. */
  productId: idSchema.nullish(),
  newProductId: idSchema,
  ticketId: idSchema,
  customerName: lineSchema(80).default(''),
  contactName: lineSchema(60).default(''),
  phone: lineSchema(60).default(''),
  category: z.enum(['general', 'special', 'group', 'newProduct']).default('general'),
  address: lineSchema(200).default(''),
  productName: lineSchema(80).default(''),
  model: lineSchema(60).default(''),
  serialNo: lineSchema(60).default(''),
  purchasedOn: daySchema.nullish(),
  dealer: lineSchema(80).default(''),
  symptom: longTextSchema(2000).default(''),
  /** Code of the preset's common fault, or empty. */
  fault: lineSchema(40).default(''),
  /** Code of the preset's fault level / impact, or empty. */
  level: lineSchema(40).default(''),
  parts: lineSchema(200).default(''),
  handling: z.enum(handlings).default('dispatch'),
  /** Promised window of the visit. */
  visitFromAt: instantSchema.nullish(),
  visitToAt: instantSchema.nullish(),
  technicianId: idSchema.nullish(),
  within3h: z.enum(threeHourAnswers).nullish(),
  /** R044: apology given, reason, and the customer's recorded consent to another time; R045 when refused. */
  rescheduleReason: lineSchema(200).default(''),
  consent: z.enum(['agreed', 'refused']).nullish(),
  note: longTextSchema(1000).default(''),
})
export type RecordIntakeInput = z.input<typeof recordIntakeSchema>
export type RecordIntake = z.output<typeof recordIntakeSchema>

/** What the seat shows after F9/F10/F11. */
export interface RecordedIntake {
  id: string
  registerNo: string
  customerId: string | null
  ticket: { id: string; number: string } | null
  dispatch: { id: string; number: string } | null
  /** True when the same entry had been stored before: nothing was doubled. */
  alreadyStored: boolean
}

export const callEvents = ['ring', 'answer', 'hangup'] as const

/** What a PBX posts to /hooks/call, as JSON or form fields. */
export const callHookSchema = z.object({
  event: z.enum(callEvents),
  callId: filledLineSchema(100),
  from: lineSchema(60),
  to: lineSchema(60),
  /** Instant with any offset; absent means now. */
  at: z.iso.datetime({ offset: true }),
  line: lineSchema(60).optional(),
})
export type CallHook = z.output<typeof callHookSchema>

export type CallState = 'ringing' | 'answered' | 'ended' | 'lost'

/** One telephone call as seats see it. */
export interface CallRow {
  id: string
  direction: 'in' | 'out'
  state: CallState
  /** Grouped number; the seat that rings or talks sees it whole. */
  numberShown: string
  /** Normalised key for look-ups, only on calls of the reader's own seat. */
  number: string | null
  region: string
  line: string
  to: string
  ringAt: string | null
  answeredAt: string | null
  hungUpAt: string | null
  /** Member whose seat answered. */
  memberId: string | null
  memberName: string
  outcome: Outcome | null
  customerId: string | null
  ticketId: string | null
  registeredAt: string | null
}

/** Lost calls of one number (漏接): a call-back closes them all. */
export interface LostCaller {
  number: string
  numberShown: string
  region: string
  count: number
  firstAt: string
  lastAt: string
  /** Longest the caller let it ring, seconds; 0 when no hang-up was told. */
  rangSeconds: number
  customerId: string | null
  customerName: string
  tries: number
}

export const callBackSchema = z.object({
  id: idSchema,
  number: filledLineSchema(60),
  at: instantSchema,
  /** Not reached leaves the caller in the queue, counted. */
  reached: z.boolean(),
  note: lineSchema(200).default(''),
})

export const startCallSchema = z.object({
  id: idSchema,
  number: lineSchema(60).default(''),
  direction: z.enum(['in', 'out']),
  at: instantSchema,
})
export const closeCallSchema = z.object({
  callId: idSchema,
  outcome: z.enum(outcomes),
  note: lineSchema(200).default(''),
})

/** A line of the register as clerks read it (用户叫修登记表 F03, 信息记录本 F12). */
export interface RegisterRow {
  id: string
  registerNo: string
  receivedAt: string
  recordedAt: string
  channel: Channel
  outcome: Outcome
  handling: (typeof handlings)[number]
  customerId: string | null
  customerName: string
  contactName: string
  phoneShown: string
  address: string
  productName: string
  model: string
  serialNo: string
  purchasedOn: string | null
  symptom: string
  level: string
  note: string
  clerkName: string
  /** Head told of a repair call (R012) and when. */
  notifiedName: string
  notifiedAt: string | null
  ticketId: string | null
  ticketNumber: string
  /** Person sent, empty while nobody is. */
  technicianName: string
  /** Latest instant of the follow-up call after phone guidance (R043). */
  followUpDueAt: string | null
}
