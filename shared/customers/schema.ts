import { z } from 'zod'
import { listedFields } from '../kit/field-entry.ts'
import { inputShape, rowShape } from '../kit/field-schemas.ts'
import { filledLineSchema, idSchema, lineSchema, versionSchema } from '../kit/fields.ts'
import { failureDataSchema } from '../kit/failure.ts'
import { outcomes } from '../intake/outcomes.ts'
import { duplicateReasons } from '../intake/rules-duplicates.ts'
import { productRowSchema } from '../products/schema.ts'
import { ticketRowSchema } from '../tickets/schema.ts'
import { customerFields } from './fields.ts'
import { archiveKinds, columnGuessSchema, columnMappingSchema } from './import-columns.ts'
import { importSummarySchema } from './import-match.ts'
import { callRejects, customerRejects, importNotes } from './import-rows.ts'

/** A telephone number as edited; the id is made by the seat. */
export const phoneInputSchema = z.object({
  id: idSchema,
  /** As typed; normalised by shared/kit/phone.ts at write and at read. */
  raw: filledLineSchema(60),
  personId: idSchema.nullish(),
  note: lineSchema(60).default(''),
})

/** A contact person (联系人) as edited. */
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
  ...inputShape(customerFields),
  people: z.array(personInputSchema).max(50).default([]),
  phones: z.array(phoneInputSchema).max(50).default([]),
  /** Version the editor saw; absent for a new customer. A stale one is refused as `changedByOther`. */
  version: versionSchema.optional(),
})
export type CustomerInput = z.input<typeof customerInputSchema>

/** A contact person as stored; `leftOn` is a day. */
export const personRowSchema = z.object({
  id: z.string(),
  customerId: z.string(),
  name: z.string(),
  title: z.string(),
  note: z.string(),
  leftOn: z.string().nullable(),
})
export type PersonRow = z.output<typeof personRowSchema>

/** A phone as a reader may see it: `shown` is masked unless the reader's role and the moment allow more. */
export const phoneRowSchema = z.object({
  id: z.string(),
  customerId: z.string(),
  personId: z.string().nullable(),
  shown: z.string(),
  masked: z.boolean(),
  kind: z.string(),
  isPrimary: z.boolean(),
  note: z.string(),
})
export type PhoneRow = z.output<typeof phoneRowSchema>

/** A customer with people and numbers, as the reader may see them. */
export const customerRowSchema = z.object({
  id: z.string(),
  /** 客户编号, KH-000001 */
  number: z.string(),
  ...rowShape(customerFields),
  /** The reader sees addresses covered: they open by `revealAddress`. */
  addressMasked: z.boolean(),
  version: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** When the person was erased (抹除); null where nobody asked for it. */
  erasedAt: z.string().nullable(),
  people: z.array(personRowSchema),
  phones: z.array(phoneRowSchema),
})
export type CustomerRow = z.output<typeof customerRowSchema>

/** Why a person is offered for a caller. `guess` stands apart, dim: 只是猜测. */
export const matchReasonSchema = z.enum([
  'exactNumber',
  'primaryNumber',
  'pickedBefore',
  'usedBefore',
  'sameTail',
  'oneDigitOff',
])
export type MatchReason = z.output<typeof matchReasonSchema>

/** One ranked answer to "who is it". */
export const callerMatchSchema = z.object({
  customerId: z.string(),
  personId: z.string().nullable(),
  customerName: z.string(),
  personName: z.string(),
  personTitle: z.string(),
  address: z.string(),
  /** The matching number, grouped or masked by role. */
  phoneShown: z.string(),
  reasons: z.array(matchReasonSchema),
  /** Only a guess: a near number, never preselected. */
  guess: z.boolean(),
  lastContactAt: z.string().nullable(),
})
export type CallerMatch = z.output<typeof callerMatchSchema>

/** Ways the search box finds a customer. */
export const searchKindSchema = z.enum([
  'phoneTail',
  'name',
  'initials',
  'pinyin',
  'serial',
  'address',
  'number',
  'ticket',
])
export type SearchKind = z.output<typeof searchKindSchema>

/** A customer the search box found, and by what. */
export const searchHitSchema = z.object({
  customerId: z.string(),
  customerName: z.string(),
  personName: z.string(),
  address: z.string(),
  phoneShown: z.string(),
  kind: searchKindSchema,
  /** What matched, with the matching part: serial number, address, ticket number. */
  matched: z.string(),
})
export type SearchHit = z.output<typeof searchHitSchema>

/** Caller's number → everything the intake screen shows at the first ring. */
export const callerNumberSchema = z.object({ number: z.string().max(60) })
/** What is typed into the search box: a tail, a name, initials, a serial number, an address. */
export const searchSchema = z.object({ text: z.string().max(60), limit: z.number().int().min(1).max(50).default(20) })
/** Asked in place, recorded in the audit chain: 回拨, 核对身份, 师傅要, or own words of substance (see `hasSubstance`). */
const reasonSchema = filledLineSchema(80)
/** Asks for one number whole; counted against the member's quota. */
export const revealSchema = z.object({ phoneId: idSchema, reason: reasonSchema })
/** Asks for a customer's addresses whole; counted as a number is. */
export const revealAddressSchema = z.object({ customerId: idSchema, reason: reasonSchema })
/** Erases the person of a customer for good. `typed`: the customer's number, typed by hand. */
export const eraseSchema = z.object({ customerId: idSchema, reason: reasonSchema, typed: filledLineSchema(40) })
/** What erasing would meet, told before it is asked for: how many of each go or are emptied, and the open cases that forbid it. */
export const eraseEffectSchema = z.object({
  openCases: z.number(),
  cases: z.number(),
  calls: z.number(),
  lines: z.number(),
  people: z.number(),
  phones: z.number(),
  products: z.number(),
})
export type EraseEffect = z.output<typeof eraseEffectSchema>
/** A number shown whole (核对号码), and until when the screen leaves it open. */
export const revealedSchema = z.object({ number: z.string(), until: z.string() })
export type Revealed = z.output<typeof revealedSchema>
/** Addresses shown whole, and until when. */
export const revealedAddressSchema = z.object({
  address: z.string(),
  addressNote: z.string(),
  invoiceAddress: z.string(),
  until: z.string(),
})
export type RevealedAddress = z.output<typeof revealedAddressSchema>

/** Who of the callers offered it was; remembered for the next call of this number. */
export const pickSchema = z.object({ number: z.string().max(60), customerId: idSchema, personId: idSchema.nullish() })

/** One line of a customer's timeline (往来). */
export const timelineEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  /** `<feature>.<thing>`: features bring their kinds, and say how they read. */
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  productId: z.string().nullable(),
  ticketId: z.string().nullable(),
  /** Seconds for a call. */
  seconds: z.number().nullable(),
  verdict: z.enum(['solved', 'open', 'again', 'lost', 'handedBack']).nullable(),
  /** What a line of the register came to; null for other kinds. */
  outcome: z.enum(outcomes).nullable(),
  /** Why it was handed back or given up; empty where nobody wrote it. */
  reason: z.string(),
  by: z.string(),
})
export type TimelineEntry = z.output<typeof timelineEntrySchema>

/** A stretch of the timeline, and how many entries of each kind there are in all. */
export const timelinePageSchema = z.object({
  entries: z.array(timelineEntrySchema),
  /** Where the next page begins; null at the end. */
  next: z.string().nullable(),
  counts: z.record(z.string(), z.number()),
})

/** Asks for a page of a customer's timeline, newest first. */
export const timelineSchema = z.object({
  customerId: idSchema,
  /** `next` of the page before. */
  after: z.string().max(200).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
})

/** Everything the intake screen shows of one customer. */
export const customerCardSchema = z.object({
  customer: customerRowSchema,
  products: z.array(productRowSchema),
  openTickets: z.array(ticketRowSchema),
  /** Newest first, at most ten. */
  recent: z.array(timelineEntrySchema),
  recentCount: z.number(),
})
export type CustomerCard = z.output<typeof customerCardSchema>

/** Answer to a ringing number: who it may be, ranked, and the card of the first who is no guess. */
export const callerCardSchema = z.object({
  number: z.string().nullable(),
  numberShown: z.string(),
  region: z.string(),
  matches: z.array(callerMatchSchema),
  /** Whoever rings here is filed outside the rows the seat meets: said, not named, so that nobody files him twice. */
  isElsewhere: z.boolean(),
  card: customerCardSchema.nullable(),
})
export type CallerCard = z.output<typeof callerCardSchema>

/** One line of the customer archive's list. */
export const customerListRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  ...rowShape(listedFields(customerFields)),
  phoneShown: z.string(),
  products: z.number(),
  openTickets: z.number(),
  lastContactAt: z.string().nullable(),
  createdAt: z.string(),
})
export type CustomerListRow = z.output<typeof customerListRowSchema>

/** A customer that may be the one being typed: 用这一个. */
export const duplicateHitSchema = z.object({
  customerId: z.string(),
  name: z.string(),
  personName: z.string(),
  address: z.string(),
  phoneShown: z.string(),
  reasons: z.array(z.enum(duplicateReasons)),
  score: z.number(),
})
export type DuplicateHit = z.output<typeof duplicateHitSchema>

/** What is typed so far of a new customer. */
export const duplicatesSchema = z.object({
  name: z.string().max(80).default(''),
  phone: z.string().max(60).default(''),
  address: z.string().max(200).default(''),
})

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/)

/** A stored archive file and how to read it: its columns by what they stand for (0-based), as corrected by the member. */
export const importFileSchema = z.object({
  hash: hashSchema,
  fileName: filledLineSchema(200),
  /** Absent: what the heading looks like. */
  kind: z.enum(['customers', 'calls']).nullish(),
  /** Absent: as guessed. */
  mapping: columnMappingSchema.nullish(),
})
export type ImportFile = z.output<typeof importFileSchema>

/** Starting the same id twice is one run. */
export const importStartSchema = importFileSchema.extend({ id: idSchema })
export type ImportStart = z.output<typeof importStartSchema>

/** One thing to say about a row of an archive file. */
export const importRemarkSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('reject'),
    code: z.enum([...customerRejects, ...callRejects]),
  }),
  z.object({
    what: z.literal('note'),
    code: z.enum(importNotes),
    text: z.string(),
  }),
  z.object({
    what: z.literal('change'),
    field: z.string(),
    value: z.string(),
  }),
  z.object({
    what: z.literal('conflict'),
    field: z.string(),
    kept: z.string(),
    inFile: z.string(),
  }),
])
export type ImportRemark = z.output<typeof importRemarkSchema>

/** A row of the dry run: what it is, and why. `at` counts as the file does (heading of a CSV is 1). */
export const importPreviewRowSchema = z.object({
  at: z.number(),
  name: z.string(),
  phone: z.string(),
  text: z.string(),
  remarks: z.array(importRemarkSchema),
})
export type ImportPreviewRow = z.output<typeof importPreviewRowSchema>

/** What a row of a file comes to. */
export const importKinds = ['new', 'update', 'unchanged', 'conflict', 'rejected'] as const
export type ImportKind = (typeof importKinds)[number]

/** The dry run of a file: what was found in it, how its columns are read, what each row would do. Nothing is written. */
export const importPreviewSchema = z.object({
  kind: z.enum(archiveKinds),
  /** `csv`: its encoding; `xlsx`: its sheet. */
  format: z.object({
    kind: z.enum(['csv', 'xlsx']),
    detail: z.string(),
  }),
  headingAt: z.number(),
  warnings: z.array(z.string()),
  columns: z.array(columnGuessSchema),
  mapping: columnMappingSchema,
  sample: z.array(
    z.object({
      at: z.number(),
      cells: z.array(z.string()),
    }),
  ),
  summary: importSummarySchema,
  /** First rows of each kind; `summary` counts them all. */
  rows: z.record(z.enum(importKinds), z.array(importPreviewRowSchema)),
})
export type ImportPreview = z.output<typeof importPreviewSchema>

/** How a run stands; the last three are its ends. */
export const importStateSchema = z.enum(['reading', 'writing', 'done', 'cancelled', 'failed'])

/** How far a run is. `total` is 0 while the file is still being read. */
export const importProgressSchema = z.object({
  id: z.string(),
  state: importStateSchema,
  done: z.number(),
  total: z.number(),
  summary: importSummarySchema.nullable(),
  /** File of the rejected rows in the layout they came in; null when there are none. */
  reportHash: z.string().nullable(),
  failure: failureDataSchema.nullable(),
})
export type ImportProgress = z.output<typeof importProgressSchema>

/** A finished import. */
export const importRunRowSchema = z.object({
  id: z.string(),
  kind: z.enum(archiveKinds),
  fileName: z.string(),
  startedAt: z.string(),
  finishedAt: z.string(),
  memberName: z.string(),
  summary: importSummarySchema,
  reportHash: z.string().nullable(),
})
export type ImportRunRow = z.output<typeof importRunRowSchema>
