import { z } from 'zod'
import { formRecordSchema, paperIds } from '../forms/grammar.ts'
import { idSchema, lineSchema, textSchema } from '../kit/fields.ts'

/** How much of the paper is filled; see `fillModes` of the forms. */
export const printModes = ['blank', 'half', 'complete'] as const

/** Asks for the record that fills a paper form; blank papers need no ticket. */
export const sheetSchema = z.object({
  formId: z.enum(['F01', 'F11']),
  ticketId: idSchema.nullish(),
  mode: z.enum(printModes),
})

/** Asks for what goes onto paper: numbers whole, and kept in the audit chain. */
export const paperSchema = sheetSchema.extend({ ticketId: idSchema })

/** Recorded when paper was really printed or saved: the second time is a 补打. */
export const printedSchema = z.object({
  id: idSchema,
  formId: z.enum(['F01', 'F11']),
  ticketId: idSchema,
  paper: lineSchema(20),
})

/** What a paper form is filled with, and what its foot says. `record` has the paths the form's fields name. */
export const sheetRecordSchema = z.object({
  record: formRecordSchema,
  info: z.object({
    company: z.object({
      name: z.string(),
      branch: z.string(),
      hotline: z.string(),
    }),
    /** Sheet number or dispatch number, empty on a blank paper. */
    number: z.string(),
    hotline: z.string(),
    /** Which printing this would be, from 1; from 2 on a 补打; 0 on blank paper, which is not counted. */
    nth: z.number(),
    /** Fault levels to tick, as the policies of the ticket have them. */
    levels: z.array(z.object({ code: z.string(), text: textSchema })),
    /** 用户类别 to tick, and the one the ticket stands in. */
    categories: z.array(z.object({ code: z.string(), text: textSchema })),
    /** 受理方式, with the ticket's own. */
    channels: z.array(z.object({ code: z.string(), text: textSchema })),
    /** What words of the paper name of the policies: those of the ticket, on blank paper those that count now. */
    figures: z.record(z.string(), textSchema),
    printedBy: z.string(),
    at: z.string(),
  }),
})
export type SheetRecord = z.output<typeof sheetRecordSchema>

/** A paper form of the company's trade. */
export const sheetFormSchema = z.object({
  id: z.string(),
  title: textSchema,
  papers: z.array(z.enum(paperIds)),
})
export type SheetForm = z.output<typeof sheetFormSchema>
