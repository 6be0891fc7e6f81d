import { z } from 'zod'
import { toldDeadlineSchema } from '../clocks/schema.ts'
import { rowShape } from '../kit/field-schemas.ts'
import {
  centsSchema,
  daySchema,
  filledLineSchema,
  idSchema,
  instantSchema,
  lineSchema,
  longTextSchema,
  textSchema,
  versionSchema,
} from '../kit/fields.ts'
import { warrantyVerdictSchema } from '../products/schema.ts'
import { caseFields } from './fields.ts'
import { toldOnPage } from './moment.ts'

/** Life of a ticket (工单). Every step is a command; `closed` passes the close gate (R013) on every path. */
export const ticketStates = ['unassigned', 'dispatched', 'resulted', 'ledgered', 'closed', 'cancelled'] as const
export type TicketState = (typeof ticketStates)[number]

/** Sends a technician (派工单 F11); instants in UTC. */
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
  version: versionSchema.optional(),
})
export type AssignInput = z.input<typeof assignSchema>

/** How a try to reach the customer ended. */
export const contactResults = ['reached', 'noAnswer', 'busy', 'off', 'wrongNumber'] as const
/** A try to reach the customer (R048). */
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

/** The technician gives the dispatch back. */
export const handBackSchema = z.object({ dispatchId: idSchema, reason: filledLineSchema(200) })
/** 催办: the customer asks where it stays. */
export const chaseSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  callId: idSchema.nullish(),
  note: lineSchema(200).default(''),
})
/** 记一句: a line on the case. */
export const noteSchema = z.object({ id: idSchema, ticketId: idSchema, note: filledLineSchema(200) })
/** Ends a ticket without a visit; nothing is erased. */
export const cancelSchema = z.object({ ticketId: idSchema, reason: filledLineSchema(200), version: versionSchema })
/** Why the clocks of a ticket stand still. */
export const pauseReasons = ['waitingForPart', 'waitingForCustomer', 'waitingForMaker', 'other'] as const
export type PauseReason = (typeof pauseReasons)[number]
/** Lets the clocks stand still from now on. */
export const pauseSchema = z.object({
  ticketId: idSchema,
  reason: z.enum(pauseReasons),
  /** Day the part, the unit or the customer is expected; absent: the house limit of such a wait. */
  untilOn: daySchema.nullish(),
  note: lineSchema(200).default(''),
  version: versionSchema,
})

/** 处理方案 (R057, R060): cause found and plan submitted, as a step of its own. */
export const planSchema = z.object({
  id: idSchema,
  ticketId: idSchema,
  cause: longTextSchema(500).pipe(z.string().min(1)),
  plan: longTextSchema(2000).pipe(z.string().min(1)),
  /** When it was answered, or arrived at, where nobody wrote that down yet: the plan counts from there. */
  begunAt: instantSchema.nullish(),
})

/** A part put in, as the paper lists it; the price of one piece. */
export const partUsedSchema = z.object({
  name: filledLineSchema(80),
  quantity: z.number().int().min(1).max(999),
  unitPriceCents: centsSchema,
})

/** 维修结论 (F01) */
export const repairOutcomes = ['solved', 'notSolved', 'waitsForPart', 'needsFactory', 'refused'] as const
/** What the customer could show of the purchase. */
export const receipts = ['invoice', 'receipt', 'none'] as const
/** The four degrees of F04. */
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
  /** Day the part arrives or the unit comes back, where the outcome waits for one. */
  untilOn: daySchema.nullish(),
  parts: z.array(partUsedSchema).max(30).default([]),
  chargeCents: centsSchema.default(0),
  receipt: z.enum(receipts).default('none'),
  opinion: longTextSchema(500).default(''),
  satisfaction: z.enum(satisfactions).nullish(),
  version: versionSchema.optional(),
})
export type ResultInput = z.input<typeof resultSchema>

/** 维修服务台帐 F05: one line per resulted ticket. */
export const ledgerSchema = z.object({ id: idSchema, ticketId: idSchema, inWarranty: z.boolean() })
/** Puts the closed ticket away (R013). */
export const archiveSchema = z.object({ ticketId: idSchema })

/** The gate of R013: what is still missing before a ticket may close, in the order of the paper. */
export const gateStepSchema = z.enum(['result', 'ledger', 'archive'])
export type GateStep = z.output<typeof gateStepSchema>

/** A ticket as the reader may see it. */
export const ticketRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  state: z.enum(ticketStates),
  createdAt: z.string(),
  receivedAt: z.string(),
  channel: z.string(),
  customerId: z.string(),
  ...rowShape(caseFields),
  phoneShown: z.string(),
  region: z.string(),
  category: z.string(),
  productId: z.string().nullable(),
  handling: z.enum(['dispatch', 'guidance']),
  /** Versions of the policies it stands on; null in cases from before they were rows. */
  policyId: z.string().nullable(),
  technicianId: z.string().nullable(),
  technicianName: z.string(),
  /** Nobody of that account can come any more: the case waits for somebody else. */
  technicianIsDisabled: z.boolean(),
  visitFromAt: z.string().nullable(),
  visitToAt: z.string().nullable(),
  chaseCount: z.number(),
  /** Next deadline still running, null when none. */
  nextDueAt: z.string().nullable(),
  /** Code of its clock in the policy, or of what is waited for. */
  nextClock: z.string().nullable(),
  /** 暂定: see `Deadline`. */
  nextIsProvisional: z.boolean(),
  /** 第几次: 1 for the first visit; unsolved, waiting for a part or sent to the factory begins another. */
  round: z.number(),
  /** When the present round began; the report for the first. */
  roundAt: z.string(),
  /** Since when the promise of a visit counts (R044); null while the case stands still before its round: then from the sending on. */
  promisedFromAt: z.string().nullable(),
  pausedReason: z.enum(pauseReasons).nullable(),
  closedAt: z.string().nullable(),
  operatorName: z.string(),
  version: z.number(),
})
export type TicketRow = z.output<typeof ticketRowSchema>

/** A try to reach the customer, as stored. */
export const attemptRowSchema = z.object({
  id: z.string(),
  nth: z.number(),
  at: z.string(),
  result: z.enum(contactResults),
  note: z.string(),
  byName: z.string(),
  /** Earliest next try after a failed one (R048), null after the third or when reached. */
  nextAt: z.string().nullable(),
})
export type AttemptRow = z.output<typeof attemptRowSchema>

/** A dispatch order with its tries, as stored. */
export const dispatchRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  ticketId: z.string(),
  state: z.enum(['active', 'handedBack', 'done']),
  technicianId: z.string(),
  technicianName: z.string(),
  dispatcherName: z.string(),
  dispatchedAt: z.string(),
  visitFromAt: z.string(),
  visitToAt: z.string().nullable(),
  cause: z.string(),
  measure: z.string(),
  parts: z.string(),
  within3h: z.enum(['yes', 'no']),
  rescheduleReason: z.string(),
  consent: z.enum(['agreed', 'refused']).nullable(),
  /** When it went back to the desk, and why: what was written, or `notReached`, `reassigned`. */
  fedBackAt: z.string().nullable(),
  handBackReason: z.string(),
  /** Codes of what is ready before leaving (R052). */
  prepared: z.array(z.string()),
  attempts: z.array(attemptRowSchema),
})
export type DispatchRow = z.output<typeof dispatchRowSchema>

/** What came of a visit, as stored. */
export const resultRowSchema = z.object({
  id: z.string(),
  servicePersonId: z.string(),
  servicePersonName: z.string(),
  serviceOn: z.string(),
  arrivedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  result: z.string(),
  outcome: z.enum(repairOutcomes),
  parts: z.array(
    z.object({
      name: z.string(),
      quantity: z.number(),
      unitPriceCents: z.number(),
    }),
  ),
  chargeCents: z.number().nullable(),
  receipt: z.enum(receipts),
  opinion: z.string(),
  satisfaction: z.enum(satisfactions).nullable(),
  version: z.number(),
  /** When it came into the register: from then on the case waits for its ledger line. */
  recordedAt: z.string(),
})
export type ResultRow = z.output<typeof resultRowSchema>

/** A line of the repair ledger. */
export const ledgerRowSchema = z.object({
  id: z.string(),
  lineNo: z.number(),
  ticketId: z.string(),
  ticketNumber: z.string(),
  on: z.string(),
  user: z.string(),
  product: z.string(),
  problem: z.string(),
  result: z.string(),
  personName: z.string(),
  inWarranty: z.boolean(),
  archiveNo: z.string().nullable(),
  recordedAt: z.string(),
})
export type LedgerRow = z.output<typeof ledgerRowSchema>

/** A handling plan as it was submitted. */
export const planRowSchema = z.object({
  id: z.string(),
  at: z.string(),
  byName: z.string(),
  cause: z.string(),
  plan: z.string(),
})
export type PlanRow = z.output<typeof planRowSchema>

/** A ticket with all that hangs on it: one page. */
export const ticketPageSchema = z.object({
  ticket: ticketRowSchema,
  sheetNumber: z.string(),
  warranty: warrantyVerdictSchema.nullable(),
  deadlines: z.array(toldDeadlineSchema),
  /** Limits that a layer of the policies over the company's sets, by clock: for which category or product type, and by which version. */
  limitLayers: z.record(
    z.string(),
    z.object({ layer: z.enum(['category', 'productType', 'contract']), name: textSchema, version: z.number() }),
  ),
  /** Who did what in the why of a deadline, by member id. */
  memberNames: z.record(z.string(), z.string()),
  plans: z.array(planRowSchema),
  /** The case still owes a handling plan (R057, R060), and whether its limit has begun. */
  planOwed: z.enum(['no', 'notBegun', 'running']),
  dispatches: z.array(dispatchRowSchema),
  chases: z.array(z.object({ id: z.string(), at: z.string(), byName: z.string(), note: z.string() })),
  /** 记一句, newest first. */
  notes: z.array(z.object({ id: z.string(), at: z.string(), byName: z.string(), note: z.string() })),
  ...toldOnPage,
  /** `dueAt`: the file is corrected by then (R051); null where the case has no such limit. */
  mismatches: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      dueAt: z.string().nullable(),
      byName: z.string(),
      field: z.string(),
      registered: z.string(),
      correct: z.string(),
      fixedAt: z.string().nullable(),
    }),
  ),
  /** When and why it was given up. */
  cancelled: z.object({ at: z.string().nullable(), reason: z.string() }).nullable(),
  result: resultRowSchema.nullable(),
  /** What the visits of earlier rounds came to, newest first. */
  earlier: z.array(resultRowSchema),
  ledger: ledgerRowSchema.nullable(),
  /** What the close gate still asks for; empty on a closed ticket. */
  missing: z.array(gateStepSchema),
  /** Earlier repairs of the same fault of the same product, newest first; this one is one more (`sameFaultBefore`). Of a case the seat does not meet only the day. */
  sameFault: z.array(
    z.object({
      ticketId: z.string(),
      number: z.string(),
      on: z.string(),
      result: z.string(),
      technicianName: z.string(),
    }),
  ),
  /** Cases of the same fault that came back after this repair, oldest first; cancelled ones left out. */
  cameBack: z.array(z.object({ ticketId: z.string(), number: z.string(), on: z.string() })),
})
export type TicketPage = z.output<typeof ticketPageSchema>

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

/** A technician as the dispatcher chooses (R041): workload and today's visits. */
export const technicianLoadSchema = z.object({
  id: z.string(),
  name: z.string(),
  region: z.string(),
  /** 已停用, or no technician any more: nobody is sent with them, what they were sent to waits for somebody else. */
  isDisabled: z.boolean(),
  openTickets: z.number(),
  today: z.array(
    z.object({
      ticketId: z.string(),
      number: z.string(),
      fromAt: z.string(),
      toAt: z.string().nullable(),
      title: z.string(),
      state: z.enum(ticketStates),
      late: z.boolean(),
    }),
  ),
})
export type TechnicianLoad = z.output<typeof technicianLoadSchema>

/** A window the desk may offer the customer (R041, R044), best first. */
export const visitOfferSchema = z.object({
  technicianId: z.string(),
  name: z.string(),
  fromAt: z.string(),
  toAt: z.string(),
  why: z.array(z.enum(['free', 'busyThen', 'sameRegion', 'fewestOpen'])),
})
export type VisitOffer = z.output<typeof visitOfferSchema>

/** Facts that differ from the register, as the ticket page shows them. */
export const mismatchRowSchema = ticketPageSchema.shape.mismatches.element
export type MismatchRow = z.output<typeof mismatchRowSchema>
