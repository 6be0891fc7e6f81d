import { id, instant, maybeInstant, maybeText, refersTo, text } from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'

/** 撤回: something told of a case that was taken back, with the reason. What it said is in the journal alone. */
export interface Withdrawal {
  id: string
  ticketId: string
  kind: 'moment' | 'result' | 'wait'
  /** Id it had. */
  ofId: string
  /** One of `toldEvents`, or the outcome of a visit. */
  what: string
  /** When it was said to have happened. */
  happenedAt: string | null
  reason: string
  at: string
  memberId: string | null
  /** The ticket's customer once more, for the timeline. */
  customerId: string | null
}

export const WithdrawalEntity = new RecordSchema<Withdrawal>({
  name: 'Withdrawal',
  tableName: 'tickets_withdrawal',
  journal: { subject: 'root', root: 'ticketId' },
  columns: {
    id: id(),
    ticketId: text(),
    kind: text(),
    ofId: text(),
    what: text(),
    happenedAt: maybeInstant(),
    reason: text(),
    at: instant(),
    memberId: maybeText(),
    customerId: maybeText(),
  },
  foreignKeys: [refersTo('Ticket', 'ticketId', 'tickets_withdrawal_ticket')],
  indices: [
    { name: 'tickets_withdrawal_of', columns: ['ticketId', 'at'] },
    { name: 'tickets_withdrawal_customer', columns: ['customerId', 'at'] },
  ],
})
