import { printedSchema, type SheetForm, type SheetRecord, sheetSchema } from '../../shared/sheets/schema.ts'
import { may, router } from '../api/trpc.ts'
import { countPrinting } from './count-printing.ts'
import { fillSheet, listForms } from './fill-sheet.ts'

/** Paper forms filled from the rows, and how often they were printed. A technician prints only what is assigned to him. */
export const sheetsRouter = router({
  record: may('sheets.print')
    .input(sheetSchema)
    .query(({ ctx, input }): Promise<SheetRecord> => fillSheet(ctx.services, ctx.seat, input)),

  printed: may('sheets.print')
    .input(printedSchema)
    .mutation(({ ctx, input }): Promise<{ nth: number }> => countPrinting(ctx.services, ctx.seat, input)),

  forms: may('sheets.print').query(({ ctx }): Promise<SheetForm[]> => listForms(ctx.services)),
})
