import { z } from 'zod'
import { sortedKeys } from '../kit/field-entry.ts'
import { daySchema, idSchema } from '../kit/fields.ts'
import { listPageSchema, mostWalked, sortSchema, totalsSchema } from '../kit/lists.ts'
import { caseFields } from './fields.ts'
import { ticketViews } from './schema.ts'

/** Columns a ticket list can be sorted by. */
export const ticketSorts = [
  'due',
  'number',
  'state',
  'customer',
  'region',
  'product',
  'visit',
  'technician',
  'chases',
  'received',
  'symptom',
  'closed',
  ...sortedKeys(caseFields),
] as const

/** What narrows a list of tickets; days are of the company's zone, both ends included. */
export const ticketFilterSchema = z.object({
  view: z.enum(ticketViews).default('open'),
  text: z.string().max(60).default(''),
  technicianId: idSchema.nullish(),
  customerId: idSchema.nullish(),
  region: z.string().max(100).nullish(),
  productName: z.string().max(200).nullish(),
  receivedFrom: daySchema.nullish(),
  receivedTo: daySchema.nullish(),
})
/** Asks for a page of a filtered, sorted list. */
export const listTicketsSchema = ticketFilterSchema.extend({
  /** Only these of them: what a member chose. */
  ids: z.array(idSchema).min(1).max(mostWalked).nullish(),
  sort: sortSchema(ticketSorts).nullish(),
  ...listPageSchema.shape,
})

/** Columns the ledger can be sorted by. */
export const ledgerSorts = [
  'lineNo',
  'on',
  'user',
  'product',
  'problem',
  'result',
  'personName',
  'inWarranty',
  'archiveNo',
  'ticket',
] as const

/** What narrows the ledger; days are of the company's zone, both ends included. */
export const ledgerFilterSchema = z.object({
  text: z.string().max(60).default(''),
  onFrom: daySchema.nullish(),
  onTo: daySchema.nullish(),
  personId: idSchema.nullish(),
  inWarranty: z.enum(['yes', 'no']).nullish(),
})

/** What a page of the ledger is asked by. */
export const listLedgerSchema = ledgerFilterSchema.extend({
  sort: sortSchema(ledgerSorts).nullish(),
  ...listPageSchema.shape,
})

/** The foot of the ledger. */
export const ledgerTotalsSchema = totalsSchema('inWarranty', 'outOfWarranty', 'archived')
export type LedgerTotals = z.output<typeof ledgerTotalsSchema>

/** The foot of a list of tickets. */
export const ticketTotalsSchema = totalsSchema('late', 'dueSoon', 'chases')
export type TicketTotals = z.output<typeof ticketTotalsSchema>

/** What the filters offer: what stands in open tickets. */
export const ticketChoicesSchema = z.object({
  regions: z.array(z.string()),
  productNames: z.array(z.string()),
  technicians: z.array(z.object({ id: z.string(), name: z.string() })),
})
