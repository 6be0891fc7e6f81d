import type { FieldColumns } from '../../shared/kit/field-entry.ts'
import { caseFields } from '../../shared/tickets/fields.ts'
import type { PauseReason, TicketState } from '../../shared/tickets/schema.ts'
import {
  columnsOf,
  count,
  id,
  instant,
  maybeFlag,
  maybeInstant,
  maybeText,
  refersTo,
  text,
} from '../database/columns.ts'
import { RecordSchema } from '../database/record-schema.ts'

/** A service case (工单), with the customer's facts as they were said when it was opened. */
export interface Ticket extends FieldColumns<typeof caseFields> {
  id: string
  number: string
  /** 服务单编号 of the tracking sheet F01, given with the ticket and printed on the paper (R353). */
  sheetNumber: string
  intakeId: string | null
  state: TicketState
  createdAt: string
  receivedAt: string
  channel: string
  operatorId: string | null
  customerId: string
  personId: string | null
  productId: string | null
  /** 返修: the repair after which the same fault of the same product came back; null the first time. */
  againOfId: string | null
  phone: string
  region: string
  category: string
  kind: string | null
  handling: string
  presetId: string
  /** Versions of the policies it stands on, joined by `+`; null in cases from before policies were rows. */
  policyId: string | null
  /** It stays on them whatever changes. */
  policyKept: boolean | null
  technicianId: string | null
  visitFromAt: string | null
  visitToAt: string | null
  chaseCount: number
  /** Next running deadline, kept beside the clock entries so that boards and alarms find it by index. */
  nextDueAt: string | null
  nextClock: string | null
  /** Of the release before: marks of alarms stand in the rows of the clocks. */
  alarmedDueAt?: string | null
  pausedReason: PauseReason | null
  closedAt: string | null
  /** When it was given up, and why; null unless it was. */
  cancelledAt: string | null
  cancelReason: string | null
  version: number
  /** 第几次: which visit it is in. */
  round: number
  /** When that round began; null for the first, which begins with the report. */
  roundAt: string | null
}

export const TicketEntity = new RecordSchema<Ticket>({
  name: 'Ticket',
  tableName: 'tickets_ticket',
  journal: { subject: 'customerId', root: 'id', follows: ['nextDueAt', 'nextClock', 'alarmedDueAt', 'chaseCount'] },
  texts: { columns: ['symptom'], since: 'createdAt' },
  columns: {
    id: id(),
    number: text(),
    sheetNumber: text(),
    intakeId: maybeText(),
    state: text(),
    createdAt: instant(),
    receivedAt: instant(),
    channel: text(),
    operatorId: maybeText(),
    customerId: text(),
    personId: maybeText(),
    productId: maybeText(),
    againOfId: maybeText(),
    ...columnsOf(caseFields),
    phone: text(),
    region: text(),
    category: text(),
    kind: maybeText(),
    handling: text(),
    presetId: text(),
    policyId: maybeText(),
    policyKept: maybeFlag(),
    technicianId: maybeText(),
    visitFromAt: maybeInstant(),
    visitToAt: maybeInstant(),
    chaseCount: count(),
    nextDueAt: maybeInstant(),
    nextClock: maybeText(),
    alarmedDueAt: maybeInstant(),
    pausedReason: maybeText(),
    closedAt: maybeInstant(),
    cancelledAt: maybeInstant(),
    cancelReason: maybeText(),
    version: count(),
    round: { ...count(), default: 1 },
    roundAt: maybeInstant(),
  },
  foreignKeys: [refersTo('Customer', 'customerId', 'tickets_ticket_customer')],
  indices: [
    { name: 'tickets_ticket_number', columns: ['number'], unique: true },
    { name: 'tickets_ticket_sheet', columns: ['sheetNumber'], unique: true },
    { name: 'tickets_ticket_created', columns: ['createdAt', 'id'] },
    { name: 'tickets_ticket_state', columns: ['state', 'createdAt', 'id'] },
    { name: 'tickets_ticket_due', columns: ['nextDueAt', 'id'] },
    { name: 'tickets_ticket_alarm', columns: ['alarmedDueAt', 'nextDueAt'] },
    { name: 'tickets_ticket_operator', columns: ['operatorId', 'state', 'createdAt', 'id'] },
    { name: 'tickets_ticket_paused', columns: ['pausedReason', 'createdAt', 'id'] },
    { name: 'tickets_ticket_customer_state', columns: ['customerId', 'state', 'createdAt'] },
    { name: 'tickets_ticket_product', columns: ['productId', 'createdAt'] },
    { name: 'tickets_ticket_again', columns: ['againOfId', 'receivedAt'] },
    { name: 'tickets_ticket_technician', columns: ['technicianId', 'state', 'visitFromAt'] },
    { name: 'tickets_ticket_visit', columns: ['visitFromAt'] },
    { name: 'tickets_ticket_closed', columns: ['closedAt', 'id'] },
  ],
})
