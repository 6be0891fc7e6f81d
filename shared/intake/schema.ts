import { z } from 'zod'
import { inputShape, rowShape } from '../kit/field-schemas.ts'
import { daySchema, filledLineSchema, idSchema, instantSchema, lineSchema } from '../kit/fields.ts'
import { codeSchema } from '../presets/schema.ts'
import { lineFields } from './fields.ts'
import { outcomes } from './outcomes.ts'
import { heardFields } from './rules-joined.ts'

/** Code of a 受理方式 / 来源 (F01, F03): the policy offers its own choice of them (R011). */
export type Channel = string

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
  channel: codeSchema,
  outcome: z.enum(outcomes),
  /** Existing customer, or null: a new one is made from the fields with the id `newCustomerId`. */
  customerId: idSchema.nullish(),
  newCustomerId: idSchema,
  personId: idSchema.nullish(),
  /** Existing product, or null: a new one is made with `newProductId` when a product type is given. */
  productId: idSchema.nullish(),
  newProductId: idSchema,
  ticketId: idSchema,
  ...inputShape(lineFields),
  phone: lineSchema(60).default(''),
  /** Code of the policies' list of categories; empty: its first. */
  category: lineSchema(40).default(''),
  /** Day it was accepted and handed over, where the trade counts its warranty from there (R137, R140). */
  acceptedOn: daySchema.nullish(),
  dealer: lineSchema(80).default(''),
  /** 事由: code of the policy's kind of case, or empty: its first. */
  kind: lineSchema(40).default(''),
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
})
export type RecordIntakeInput = z.input<typeof recordIntakeSchema>
export type RecordIntake = z.output<typeof recordIntakeSchema>

/** What the seat shows after F9/F10/F11. */
export const recordedIntakeSchema = z.object({
  id: z.string(),
  registerNo: z.string(),
  customerId: z.string().nullable(),
  ticket: z
    .object({
      id: z.string(),
      number: z.string(),
    })
    .nullable(),
  dispatch: z
    .object({
      id: z.string(),
      number: z.string(),
    })
    .nullable(),
  /** True when the same entry had been stored before: nothing was doubled. */
  alreadyStored: z.boolean(),
  /** Another seat had just written the same caller down: one customer, and what was heard otherwise is kept. */
  joined: z
    .object({
      registerNo: z.string(),
      byName: z.string(),
      at: z.string(),
      ticketNumber: z.string(),
      /** Both wrote the same call down: there is one line, and the words of the second stand in its note. */
      isSameCall: z.boolean(),
      differs: z.array(z.enum(heardFields)),
    })
    .nullable(),
})
export type RecordedIntake = z.output<typeof recordedIntakeSchema>

/** A line of one's own that another seat joined just now: both wrote the same new caller down. */
export const joinedLineSchema = z.object({
  id: z.string(),
  registerNo: z.string(),
  customerName: z.string(),
  byName: z.string(),
  otherNo: z.string(),
})
export type JoinedLine = z.output<typeof joinedLineSchema>

/** What a telephone system tells of a call; may come twice and in any order. */
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

/** `lost`: it ended before anybody answered. */
export const callStateSchema = z.enum(['ringing', 'answered', 'ended', 'lost'])
export type CallState = z.output<typeof callStateSchema>

/** One telephone call as seats see it. */
export const callRowSchema = z.object({
  id: z.string(),
  direction: z.enum(['in', 'out']),
  state: callStateSchema,
  /** Grouped number; the seat that rings or talks sees it whole. */
  numberShown: z.string(),
  /** Normalised key for look-ups, only on calls of the reader's own seat. */
  number: z.string().nullable(),
  region: z.string(),
  line: z.string(),
  to: z.string(),
  ringAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  hungUpAt: z.string().nullable(),
  /** Member whose seat answered. */
  memberId: z.string().nullable(),
  memberName: z.string(),
  outcome: z.enum(outcomes).nullable(),
  customerId: z.string().nullable(),
  ticketId: z.string().nullable(),
  registeredAt: z.string().nullable(),
})
export type CallRow = z.output<typeof callRowSchema>

/** Lost calls of one number (漏接): a call-back closes them all. */
export const lostCallerSchema = z.object({
  /** Empty where this seat may not see it whole: others call back. */
  number: z.string(),
  numberShown: z.string(),
  region: z.string(),
  count: z.number(),
  firstAt: z.string(),
  lastAt: z.string(),
  /** Longest the caller let it ring, seconds; 0 when no hang-up was told. */
  rangSeconds: z.number(),
  customerId: z.string().nullable(),
  customerName: z.string(),
  tries: z.number(),
})
export type LostCaller = z.output<typeof lostCallerSchema>

/** A lost caller was called back. */
export const callBackSchema = z.object({
  id: idSchema,
  number: filledLineSchema(60),
  at: instantSchema,
  /** Not reached leaves the caller in the queue, counted. */
  reached: z.boolean(),
  note: lineSchema(200).default(''),
})

/** A call the telephone system told nothing of: F2, or a number dialled from the screen. */
export const startCallSchema = z.object({
  id: idSchema,
  number: lineSchema(60).default(''),
  direction: z.enum(['in', 'out']),
  at: instantSchema,
})
/** How a call ended that made no register entry. */
export const closeCallSchema = z.object({
  callId: idSchema,
  outcome: z.enum(outcomes),
  note: lineSchema(200).default(''),
})

/** A line of the register as clerks read it (用户叫修登记表 F03, 信息记录本 F12). */
/** Lines of the register that the board counts: complaints of today, and follow-ups past their three hours that nobody made. */
export const registerFilters = ['all', 'complaint', 'followUpLate'] as const
export type RegisterFilter = (typeof registerFilters)[number]

/** A line of the register (用户叫修登记表 F03). */
export const registerRowSchema = z.object({
  id: z.string(),
  registerNo: z.string(),
  receivedAt: z.string(),
  recordedAt: z.string(),
  channel: z.string(),
  outcome: z.enum(outcomes),
  handling: z.enum(handlings),
  customerId: z.string().nullable(),
  ...rowShape(lineFields),
  phoneShown: z.string(),
  clerkName: z.string(),
  /** Head told of a repair call (R012) and when. */
  notifiedName: z.string(),
  notifiedAt: z.string().nullable(),
  ticketId: z.string().nullable(),
  ticketNumber: z.string(),
  /** Person sent, empty while nobody is. */
  technicianName: z.string(),
  /** Latest instant of the follow-up call after phone guidance (R043). */
  followUpDueAt: z.string().nullable(),
})
export type RegisterRow = z.output<typeof registerRowSchema>
