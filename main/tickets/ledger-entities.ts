import { bigCount, flag, id, instant, maybeInstant, maybeText, refersTo, text } from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'

/** 维修服务台帐 F05, one line per finished ticket; `archiveNo` is its 归档号 once archived (R013). */
export interface Ledger {
  id: string
  lineNo: number
  ticketId: string
  on: string
  user: string
  product: string
  problem: string
  result: string
  personId: string
  inWarranty: boolean
  archiveNo: string | null
  archivedAt: string | null
  recordedAt: string
  memberId: string | null
}

export const LedgerEntity = new RecordSchema<Ledger>({
  name: 'Ledger',
  tableName: 'tickets_ledger',
  journal: { subject: 'root', root: 'ticketId' },
  columns: {
    id: id(),
    lineNo: bigCount(),
    ticketId: text(),
    on: text(),
    user: text(),
    product: text(),
    problem: text(),
    result: text(),
    personId: text(),
    inWarranty: flag(),
    archiveNo: maybeText(),
    archivedAt: maybeInstant(),
    recordedAt: instant(),
    memberId: maybeText(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_ledger_ticket')],
  indices: [
    { name: 'tickets_ledger_line', columns: ['lineNo'], unique: true },
    { name: 'tickets_ledger_archive', columns: ['archiveNo'] },
    { name: 'tickets_ledger_of', columns: ['ticketId'], unique: true },
  ],
})
