import {
  paperSchema,
  printedSchema,
  sheetFormSchema,
  sheetRecordSchema,
  sheetSchema,
} from '../../shared/sheets/schema.ts'
import { z } from 'zod'
import { may, router } from '../api/trpc.ts'
import { countPrinting } from './count-printing.ts'
import { givePaper, refuseToGive } from './give-paper.ts'
import { fillSheet, listForms } from './fill-sheet.ts'

/** Paper forms filled from the rows, and how often they were printed. A technician prints only what is assigned to him. */
export const sheetsRouter = router({
  record: may('sheets.print')
    .input(sheetSchema)
    .output(sheetRecordSchema)
    .query(({ ctx, input }) => fillSheet(ctx.services, ctx.seat, input)),

  /** What goes onto the paper itself (see `givePaper`). */
  paper: may('sheets.print')
    .input(paperSchema)
    .output(sheetRecordSchema)
    .mutation(({ ctx, input }) => givePaper(ctx.services, ctx.seat, input)),

  /** Asked before a paper is drawn (see `refuseToGive`). */
  mayPrint: may('sheets.print')
    .input(paperSchema)
    .output(z.void())
    .query(({ ctx, input }) => refuseToGive(ctx.services, ctx.seat, input)),

  printed: may('sheets.print')
    .input(printedSchema)
    .output(z.object({ nth: z.number() }))
    .mutation(({ ctx, input }) => countPrinting(ctx.services, ctx.seat, input)),

  forms: may('sheets.print')
    .output(z.array(sheetFormSchema))
    .query(({ ctx }) => listForms(ctx.services)),
})
