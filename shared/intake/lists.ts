import { z } from 'zod'
import { sortedKeys } from '../kit/field-entry.ts'
import { daySchema, idSchema } from '../kit/fields.ts'
import { listPageSchema, sortSchema, totalsSchema } from '../kit/lists.ts'
import { lineFields } from './fields.ts'
import { outcomes } from './outcomes.ts'
import { callStateSchema, registerFilters } from './schema.ts'

/** Columns the calls can be sorted by; not by a number nobody may read whole. */
export const callSorts = ['at', 'direction', 'region', 'state', 'rang', 'talked', 'member', 'outcome'] as const

/** What narrows the calls; days are of the company's zone, both ends included. */
export const callFilterSchema = z.object({
  text: z.string().max(60).default(''),
  startedFrom: daySchema.nullish(),
  startedTo: daySchema.nullish(),
  direction: z.enum(['in', 'out']).nullish(),
  state: callStateSchema.nullish(),
  memberId: idSchema.nullish(),
})

/** What a page of the calls is asked by. */
export const listCallsSchema = callFilterSchema.extend({
  sort: sortSchema(callSorts).nullish(),
  ...listPageSchema.shape,
})

/** The foot of the calls; the talking time in seconds. */
export const callTotalsSchema = totalsSchema('answered', 'lost', 'talkedSeconds')
export type CallTotals = z.output<typeof callTotalsSchema>

/** Columns the register can be sorted by; not by a telephone number or an address. */
export const registerSorts = [
  'no',
  'at',
  'channel',
  'outcome',
  'customer',
  'product',
  'bought',
  'symptom',
  'clerk',
  'notified',
  'technician',
  ...sortedKeys(lineFields),
] as const

/** What narrows the register; days are of the company's zone, both ends included. */
export const registerFilterSchema = z.object({
  text: z.string().max(60).default(''),
  only: z.enum(registerFilters).default('all'),
  receivedFrom: daySchema.nullish(),
  receivedTo: daySchema.nullish(),
  outcome: z.enum(outcomes).nullish(),
  channel: z.string().max(40).nullish(),
  clerkId: idSchema.nullish(),
})

/** What a page of the register is asked by. */
export const listRegisterSchema = registerFilterSchema.extend({
  sort: sortSchema(registerSorts).nullish(),
  ...listPageSchema.shape,
})

/** The foot of the register. */
export const registerTotalsSchema = totalsSchema('repair', 'consult', 'complaint', 'followUpLate')
export type RegisterTotals = z.output<typeof registerTotalsSchema>
