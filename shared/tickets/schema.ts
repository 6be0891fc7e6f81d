import { z } from 'zod'
import {
  centsSchema,
  daySchema,
  filledLineSchema,
  idSchema,
  instantSchema,
  lineSchema,
  longTextSchema,
} from '../kit/fields.ts'
import type { WarrantyVerdict } from '../products/schema.ts'

/** Life of a ticket (工单). Every step is a command; `closed` passes the close gate (R013) on every path. */
export const ticketStates = ['unassigned', 'dispatched', 'resulted', 'ledgered', 'closed', 'cancelled'] as const
export type TicketState = (typeof ticketStates)[number]

/** Clocks a preset may run; derived from clock entries, never stored as a remaining time. */
export const clocks = ['assign', 'respond', 'visit', 'plan', 'solve', 'guide'] as const
export type Clock = (typeof clocks)[number]

/** Why this deadline: start, limit, rule, and pauses, so that a person can check it by hand. */
export interface Deadline {
  clock: Clock
  dueAt: string
  startedAt: string
  /** Limit in minutes as the preset has it. */
  limitMinutes: number
  /** Whole minutes the clock stood still. */
  pausedMinutes: number
  /** Clock hours, or hours of the business calendar. */
  hours: 'clock' | 'working'
  rule: string
  /** Met at this instant, null while running. */
  metAt: string | null
  state: 'running' | 'paused' | 'met' | 'late'
}

export const assignSchema = z.object({
  /** Id of the dispatch order, made by the asker. */
  id: idSchema,
  ticketId: idSchema,
  technicianId: idSchema,
  visitFromAt: instantSchema,
  visitToAt: instantSchema.nullish(),
  /** 可能原因, 维修措施, 所需配件 (R042). */
  cause: longTextSchema(500).default(''),
  measure: longTextSchema(500).default(''),
  parts: longTextSchema(500).default(''),
  /** R044: not within three hours needs apology, reason, and the customer's consent. */
  within3h: z.enum(['yes', 'no']),
  rescheduleReason: lineSchema(200).default(''),
  consent: z.enum(['agreed', 'refused']).nullish(),
  version: z.number().int().optional(),
})
export type AssignInput = z.input<typeof assignSchema>

export const contactResults = ['reached', 'noAnswer', 'busy', 'off', 'wrongNumber'] as const
export const contactSchema = z.object({
  id: idSchema,
  dispatchId: idSchema,
  at: instantSchema,
  result: z.enum(contactResults),
  note: lineSchema(200).default(''),
})

/** R052: one thing ready before leaving, or not after all. Each on its own, so that two who tick do not undo one another. */
export const prepareSchema = z.object({
  dispatchId: idSchema,
  code: z.string().regex(/^[a-zA-Z]{1,40}$/),
  isDone: z.boolean(),
})

/** R050, R051: facts differ from the register; fed back the same day, the customer file is corrected. */
export const mismatchSchema = z.object({
  id: idSchema,
  dispatchId: idSchema,
  field: z.enum(['address', 'phone', 'product', 'symptom', 'other']),
  correct: filledLineSchema(200),
})

export const handBackSchema = z.object({ dispatchId: idSchema, reason: filledLineSchema(200) })
export const chaseSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  callId: idSchema.nullish(),
  note: lineSchema(200).default(''),
})
export const cancelSchema = z.object({ ticketId: idSchema, reason: filledLineSchema(200), version: z.number().int() })
/** Why the clocks of a ticket stand still. */
export const pauseReasons = ['waitingForPart', 'waitingForCustomer', 'waitingForMaker', 'other'] as const
export const pauseSchema = z.object({
  ticketId: idSchema,
  reason: z.enum(pauseReasons),
  note: lineSchema(200).default(''),
  version: z.number().int(),
})

export const partUsedSchema = z.object({
  name: filledLineSchema(80),
  quantity: z.number().int().min(1).max(999),
  unitPriceCents: centsSchema,
})

/** 维修结论 (F01) */
export const repairOutcomes = ['solved', 'notSolved', 'waitsForPart', 'needsFactory', 'refused'] as const
export const receipts = ['invoice', 'receipt', 'none'] as const
export const satisfactions = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const

/** 用户叫修处理结果登记表 F04, with what F01 asks of the visit. */
export const resultSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  servicePersonId: idSchema,
  serviceOn: daySchema,
  arrivedAt: instantSchema.nullish(),
  finishedAt: instantSchema.nullish(),
  result: filledLineSchema(2000),
  outcome: z.enum(repairOutcomes),
  parts: z.array(partUsedSchema).max(30).default([]),
  chargeCents: centsSchema.default(0),
  receipt: z.enum(receipts).default('none'),
  opinion: longTextSchema(500).default(''),
  satisfaction: z.enum(satisfactions).nullish(),
  version: z.number().int().optional(),
})
export type ResultInput = z.input<typeof resultSchema>

/** 维修服务台帐 F05: one line per resulted ticket. */
export const ledgerSchema = z.object({ id: idSchema, ticketId: idSchema, inWarranty: z.boolean() })
export const archiveSchema = z.object({ ticketId: idSchema })

/** The gate of R013: what is still missing before a ticket may close, in the order of the paper. */
export type GateStep = 'result' | 'ledger' | 'archive'

export interface TicketRow {
  id: string
  number: string
  state: TicketState
  createdAt: string
  receivedAt: string
  channel: string
  customerId: string
  customerName: string
  contactName: string
  phoneShown: string
  address: string
  region: string
  category: string
  productId: string | null
  productName: string
  model: string
  serialNo: string
  purchasedOn: string | null
  symptom: string
  fault: string
  level: string
  handling: 'dispatch' | 'guidance'
  technicianId: string | null
  technicianName: string
  visitFromAt: string | null
  visitToAt: string | null
  chaseCount: number
  /** Next deadline still running, null when none. */
  nextDueAt: string | null
  nextClock: Clock | null
  pausedReason: string | null
  closedAt: string | null
  operatorName: string
  version: number
}

export interface AttemptRow {
  id: string
  nth: number
  at: string
  result: (typeof contactResults)[number]
  note: string
  byName: string
  /** Earliest next try after a failed one (R048), null after the third or when reached. */
  nextAt: string | null
}

export interface DispatchRow {
  id: string
  number: string
  ticketId: string
  state: 'active' | 'handedBack' | 'done'
  technicianId: string
  technicianName: string
  dispatcherName: string
  dispatchedAt: string
  visitFromAt: string
  visitToAt: string | null
  cause: string
  measure: string
  parts: string
  within3h: 'yes' | 'no'
  rescheduleReason: string
  consent: 'agreed' | 'refused' | null
  fedBackAt: string | null
  /** Codes of what is ready before leaving (R052). */
  prepared: string[]
  attempts: AttemptRow[]
}

export interface ResultRow {
  id: string
  servicePersonId: string
  servicePersonName: string
  serviceOn: string
  arrivedAt: string | null
  finishedAt: string | null
  result: string
  outcome: (typeof repairOutcomes)[number]
  parts: { name: string; quantity: number; unitPriceCents: number }[]
  chargeCents: number | null
  receipt: (typeof receipts)[number]
  opinion: string
  satisfaction: (typeof satisfactions)[number] | null
  version: number
  /** When it came into the register: from then on the case waits for its ledger line. */
  recordedAt: string
}

export interface LedgerRow {
  id: string
  lineNo: number
  ticketId: string
  ticketNumber: string
  on: string
  user: string
  product: string
  problem: string
  result: string
  personName: string
  inWarranty: boolean
  archiveNo: string | null
  recordedAt: string
}

/** A ticket with all that hangs on it: one page. */
export interface TicketPage {
  ticket: TicketRow
  sheetNumber: string
  warranty: WarrantyVerdict | null
  deadlines: Deadline[]
  dispatches: DispatchRow[]
  chases: { id: string; at: string; byName: string; note: string }[]
  /** `dueAt`: the file is corrected by then, the end of the same day (R051). */
  mismatches: {
    id: string
    at: string
    dueAt: string
    byName: string
    field: string
    registered: string
    correct: string
    fixedAt: string | null
  }[]
  result: ResultRow | null
  ledger: LedgerRow | null
  /** What the close gate still asks for; empty on a closed ticket. */
  missing: GateStep[]
  /** Earlier repairs of the same fault of the same product, newest first; this one is one more (`sameFaultBefore`). */
  sameFault: { ticketId: string; number: string; on: string; result: string; technicianName: string }[]
}

/** Saved views of the ticket list; every number on the board opens one of them. */
export const ticketViews = [
  'open',
  'unassigned',
  'late',
  'dueSoon',
  'today',
  'paused',
  'mine',
  'toLedger',
  'toArchive',
  'closed',
  'all',
] as const
export type TicketView = (typeof ticketViews)[number]

export const listTicketsSchema = z.object({
  view: z.enum(ticketViews).default('open'),
  text: z.string().max(60).default(''),
  technicianId: idSchema.nullish(),
  customerId: idSchema.nullish(),
  after: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
})

/** A technician as the dispatcher chooses (R041): workload and today's visits. */
export interface TechnicianLoad {
  id: string
  name: string
  region: string
  openTickets: number
  today: {
    ticketId: string
    number: string
    fromAt: string
    toAt: string | null
    title: string
    state: TicketState
    late: boolean
  }[]
}

export interface BoardFigures {
  late: number
  dueSoon: number
  unassigned: number
  oldestUnassignedAt: string | null
  complaints: number
  followupsLate: number
  lostCalls: number
  oldestLostAt: string | null
  callsToday: number
  /** Share of today's answered calls picked up within ten seconds (R001), percent; null without calls. */
  answeredIn10s: number | null
  closedToday: number
}

export interface SeatRow {
  memberId: string
  name: string
  state: 'free' | 'ringing' | 'talking' | 'away'
  sinceAt: string | null
}

/** A window the desk may offer the customer (R041, R044), best first. */
export interface VisitOffer {
  technicianId: string
  name: string
  fromAt: string
  toAt: string
  why: ('free' | 'busyThen' | 'sameRegion' | 'fewestOpen')[]
}

/** Facts that differ from the register, as the ticket page shows them. */
export type MismatchRow = TicketPage['mismatches'][number]
