import { z } from 'zod'
import { sortedKeys } from '../kit/field-entry.ts'
import { daySchema, idSchema } from '../kit/fields.ts'
import { listPageSchema, mostWalked, sortSchema, totalsSchema } from '../kit/lists.ts'
import { customerFields } from './fields.ts'

/** Columns the archive can be sorted by; not by a telephone number or an address, which not everybody sees whole. */
export const customerSorts = ['number', ...sortedKeys(customerFields), 'lastContactAt', 'createdAt'] as const

/** What narrows the archive; days are of the company's zone, both ends included. */
export const customerFilterSchema = z.object({
  text: z.string().max(60).default(''),
  category: z.string().max(40).nullish(),
  contactedFrom: daySchema.nullish(),
  contactedTo: daySchema.nullish(),
  createdFrom: daySchema.nullish(),
  createdTo: daySchema.nullish(),
})

const chosenIdsSchema = z.array(idSchema).min(1).max(mostWalked)

/** What a page of the archive is asked by. */
export const listCustomersSchema = customerFilterSchema.extend({
  /** Only these of them: what a member chose. */
  ids: chosenIdsSchema.nullish(),
  sort: sortSchema(customerSorts).nullish(),
  ...listPageSchema.shape,
})

/** Asks which of the chosen ones still are what a list shows. */
export const stillListedCustomersSchema = customerFilterSchema.extend({ ids: chosenIdsSchema })

/** The foot of the archive. */
export const customerTotalsSchema = totalsSchema('products', 'openTickets', 'never')
export type CustomerTotals = z.output<typeof customerTotalsSchema>
