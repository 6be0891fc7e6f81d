import { EntitySchema } from 'typeorm'
import { count, id, instant, maybeText, refersTo, text } from '../database/columns.ts'

/** One printing of a paper; from the second on it is a 补打. */
export interface Printing {
  id: string
  formId: string
  ticketId: string
  paper: string
  nth: number
  printedAt: string
  memberId: string | null
}

export const PrintingEntity = new EntitySchema<Printing>({
  name: 'Printing',
  tableName: 'sheets_printing',
  columns: {
    id: id(),
    formId: text(),
    ticketId: text(),
    paper: text(),
    nth: count(),
    printedAt: instant(),
    memberId: maybeText(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'sheets_printing_ticket')],
  indices: [{ name: 'sheets_printing_of', columns: ['ticketId', 'formId', 'nth'], unique: true }],
})
