import { z } from 'zod'
import { idSchema } from '../kit/fields.ts'

export const printModes = ['blank', 'half', 'complete'] as const
export type PrintMode = (typeof printModes)[number]

/** Asks for the record that fills a paper form; blank papers need no ticket. */
export const sheetSchema = z.object({
  formId: z.enum(['F01', 'F11']),
  ticketId: idSchema.nullish(),
  mode: z.enum(printModes),
})

/** Recorded when paper was really printed or saved: the second time is a 补打. */
export const printedSchema = z.object({ id: idSchema, formId: z.enum(['F01', 'F11']), ticketId: idSchema, paper: z.string().max(20) })
