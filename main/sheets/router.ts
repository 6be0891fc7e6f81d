import { printedSchema, type SheetForm, type SheetRecord, sheetSchema } from '../../shared/sheets/schema.ts'
import { may, router } from '../api/trpc.ts'

const soon = (): never => {
  throw new Error('not there yet')
}

/** Paper forms filled from the rows, and how often they were printed. */
export const sheetsRouter = router({
  record: may('sheets.print').input(sheetSchema).query(async (): Promise<SheetRecord> => soon()),
  printed: may('sheets.print').input(printedSchema).mutation(async (): Promise<{ nth: number }> => soon()),
  forms: may('sheets.print').query(async (): Promise<SheetForm[]> => soon()),
})
