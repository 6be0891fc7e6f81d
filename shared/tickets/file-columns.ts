import { type CellSpeech, fieldColumns, type FileColumn, stampText } from '../lists/column.ts'
import { caseFields } from './fields.ts'
import type { LedgerRow, TechnicianLoad, TicketRow } from './schema.ts'

/** Which visit a ticket is in, and where it stands: 第 2 次 等件. The first goes without saying. */
function stateText({ round, pausedReason, state }: TicketRow, { say }: CellSpeech): string {
  const where = pausedReason ? say(`tickets.pause.${pausedReason}`) : say(`tickets.state.${state}`)
  return round > 1 ? `${say('tickets.state.nth', { nth: round })} ${where}` : where
}

/** What a list of tickets can show, in the order it is read. */
export const ticketFileColumns = [
  { id: 'due', title: 'tickets.column.left', text: ({ nextDueAt }, { zone }) => stampText(nextDueAt, zone) },
  { id: 'closed', title: 'tickets.column.closedAt', text: ({ closedAt }, { zone }) => stampText(closedAt, zone) },
  { id: 'number', title: 'tickets.column.number', text: ({ number }) => number },
  { id: 'state', title: 'tickets.column.state', text: stateText },
  { id: 'customer', title: 'tickets.column.customer', text: ({ customerName }) => customerName, isFreeText: true },
  { id: 'phone', title: 'tickets.column.phone', text: ({ phoneShown }) => phoneShown, isPersonal: true },
  { id: 'region', title: 'tickets.column.region', text: ({ region }) => region },
  { id: 'address', title: 'tickets.column.address', text: ({ address }) => address, isPersonal: true },
  {
    id: 'product',
    title: 'tickets.column.product',
    text: ({ productName, model }) => [productName, model].filter(Boolean).join(' '),
    isFreeText: true,
  },
  { id: 'serial', title: 'tickets.column.serial', text: ({ serialNo }) => serialNo },
  { id: 'symptom', title: 'tickets.column.symptom', text: ({ symptom }) => symptom, isFreeText: true },
  { id: 'visit', title: 'tickets.column.visit', text: ({ visitFromAt }, { zone }) => stampText(visitFromAt, zone) },
  { id: 'technician', title: 'tickets.column.technician', text: ({ technicianName }) => technicianName },
  { id: 'received', title: 'tickets.column.received', text: ({ receivedAt }, { zone }) => stampText(receivedAt, zone) },
  { id: 'chases', title: 'tickets.column.chases', text: ({ chaseCount }) => chaseCount },
  { id: 'operator', title: 'tickets.column.operator', text: ({ operatorName }) => operatorName },
  ...fieldColumns(caseFields),
] as const satisfies readonly FileColumn<TicketRow>[]

/** The columns of 维修服务台帐 F05, in the paper's order. */
export const ledgerFileColumns = [
  { id: 'lineNo', title: 'tickets.ledger.lineNo', text: ({ lineNo }) => lineNo },
  { id: 'on', title: 'tickets.ledger.on', text: ({ on }) => on },
  { id: 'user', title: 'tickets.ledger.user', text: ({ user }) => user, isFreeText: true },
  { id: 'product', title: 'tickets.ledger.product', text: ({ product }) => product, isFreeText: true },
  { id: 'problem', title: 'tickets.ledger.problem', text: ({ problem }) => problem, isFreeText: true },
  { id: 'result', title: 'tickets.ledger.result', text: ({ result }) => result, isFreeText: true },
  { id: 'personName', title: 'tickets.ledger.person', text: ({ personName }) => personName, isFreeText: true },
  {
    id: 'inWarranty',
    title: 'tickets.ledger.warranty',
    text: ({ inWarranty }, { say }) => say(inWarranty ? 'tickets.ledger.inWarranty' : 'tickets.ledger.outOfWarranty'),
  },
  { id: 'archiveNo', title: 'tickets.ledger.archiveNo', text: ({ archiveNo }) => archiveNo },
  { id: 'ticket', title: 'tickets.column.number', text: ({ ticketNumber }) => ticketNumber },
] as const satisfies readonly FileColumn<LedgerRow>[]

/** A visit of a day with who goes. */
export type VisitLine = TechnicianLoad['today'][number] & { id: string; technicianName: string }

/** The visits of a day, as their file has them. */
export const visitFileColumns = [
  { id: 'technician', title: 'tickets.column.technician', text: ({ technicianName }) => technicianName },
  { id: 'from', title: 'tickets.column.visit', text: ({ fromAt }, { zone }) => stampText(fromAt, zone) },
  { id: 'to', title: 'tickets.visits.to', text: ({ toAt }, { zone }) => stampText(toAt, zone) },
  { id: 'number', title: 'tickets.column.number', text: ({ number }) => number },
  { id: 'fault', title: 'tickets.board.customerFault', text: ({ title }) => title, isFreeText: true },
  { id: 'state', title: 'tickets.column.state', text: ({ state }, { say }) => say(`tickets.state.${state}`) },
] as const satisfies readonly FileColumn<VisitLine>[]
