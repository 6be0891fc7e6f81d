import { z } from 'zod'
import type { FormRecord, PaperId } from '../forms/grammar.ts'
import { idSchema } from '../kit/fields.ts'
import type { Text } from '../kit/words.ts'

export const printModes = ['blank', 'half', 'complete'] as const

/** Asks for the record that fills a paper form; blank papers need no ticket. */
export const sheetSchema = z.object({
  formId: z.enum(['F01', 'F11']),
  ticketId: idSchema.nullish(),
  mode: z.enum(printModes),
})

/** Recorded when paper was really printed or saved: the second time is a 补打. */
export const printedSchema = z.object({
  id: idSchema,
  formId: z.enum(['F01', 'F11']),
  ticketId: idSchema,
  paper: z.string().max(20),
})

/** What a paper form is filled with, and what its foot says. `record` has the paths the form's fields name. */
export interface SheetRecord {
  record: FormRecord
  info: {
    company: { name: string; branch: string; hotline: string }
    /** Sheet number or dispatch number, empty on a blank paper. */
    number: string
    hotline: string
    /** Which printing this would be, from 1; from 2 on a 补打; 0 on blank paper, which is not counted. */
    nth: number
    printedBy: string
    at: string
  }
}

/** A paper form of the company's trade. */
export interface SheetForm {
  id: string
  title: Text
  papers: PaperId[]
}
