import { type CellSpeech, fieldColumns, type FileColumn, stampText } from '../lists/column.ts'
import { choiceText } from '../presets/offered.ts'
import { lineFields } from './fields.ts'
import type { SeatRow } from '../tickets/board.ts'
import type { CallRow, LostCaller, RegisterRow } from './schema.ts'

/** The columns of 用户叫修登记表 F03 and 信息记录本 F12 in the order a clerk reads them. */
export const registerFileColumns = [
  { id: 'no', title: 'tickets.register.no', text: ({ registerNo }) => registerNo },
  { id: 'at', title: 'tickets.register.at', text: ({ receivedAt }, { zone }) => stampText(receivedAt, zone) },
  {
    id: 'channel',
    title: 'tickets.register.channel',
    text: ({ channel }, { language, choices }) => choiceText(choices.channels, channel, language),
  },
  {
    id: 'outcome',
    title: 'tickets.register.outcome',
    text: ({ outcome }, { say }) => say(`tickets.outcome.${outcome}`),
  },
  {
    id: 'customer',
    title: 'tickets.column.customer',
    text: ({ customerName, contactName }) => customerName || contactName,
    isFreeText: true,
  },
  { id: 'phone', title: 'tickets.column.phone', text: ({ phoneShown }) => phoneShown, isPersonal: true },
  { id: 'address', title: 'tickets.register.address', text: ({ address }) => address, isPersonal: true },
  {
    id: 'product',
    title: 'tickets.column.product',
    text: ({ productName, model }) => [productName, model].filter(Boolean).join(' '),
    isFreeText: true,
  },
  { id: 'bought', title: 'tickets.register.bought', text: ({ purchasedOn }) => purchasedOn ?? '' },
  { id: 'symptom', title: 'tickets.column.symptom', text: ({ symptom, note }) => symptom || note, isFreeText: true },
  { id: 'clerk', title: 'tickets.register.clerk', text: ({ clerkName }) => clerkName },
  {
    id: 'notified',
    title: 'tickets.register.notified',
    text: ({ notifiedName, notifiedAt }, { zone }) =>
      [notifiedName, stampText(notifiedAt, zone)].filter(Boolean).join(' '),
  },
  { id: 'technician', title: 'tickets.column.technician', text: ({ technicianName }) => technicianName },
  { id: 'ticket', title: 'tickets.column.number', text: ({ ticketNumber }) => ticketNumber },
  ...fieldColumns(lineFields),
] as const satisfies readonly FileColumn<RegisterRow>[]

/** Whole seconds between two instants as a text; empty where one of them is missing. */
function secondsText(fromAt: string | null, toAt: string | null, { say }: CellSpeech): string {
  if (!fromAt || !toAt) return ''
  const count = Math.max(0, Math.round((Date.parse(toAt) - Date.parse(fromAt)) / 1000))
  return say('tickets.calls.seconds', { count })
}

/** What a list of calls shows: how long each rang, who answered, what came of it. */
export const callFileColumns = [
  {
    id: 'at',
    title: 'tickets.calls.at',
    text: ({ ringAt, answeredAt }, { zone }) => stampText(ringAt ?? answeredAt, zone),
  },
  {
    id: 'direction',
    title: 'tickets.calls.direction',
    text: ({ direction }, { say }) => say(`tickets.calls.way.${direction}`),
  },
  { id: 'number', title: 'tickets.calls.number', text: ({ numberShown }) => numberShown, isPersonal: true },
  { id: 'region', title: 'tickets.calls.region', text: ({ region }) => region },
  { id: 'state', title: 'tickets.column.state', text: ({ state }, { say }) => say(`tickets.calls.state.${state}`) },
  {
    id: 'rang',
    title: 'tickets.calls.rang',
    text: ({ ringAt, answeredAt, hungUpAt }, speech) => secondsText(ringAt, answeredAt ?? hungUpAt, speech),
  },
  {
    id: 'talked',
    title: 'tickets.calls.talked',
    text: ({ answeredAt, hungUpAt }, speech) => secondsText(answeredAt, hungUpAt, speech),
  },
  { id: 'member', title: 'tickets.calls.member', text: ({ memberName }) => memberName },
  {
    id: 'outcome',
    title: 'tickets.register.outcome',
    text: ({ outcome }, { say }) => (outcome ? say(`tickets.outcome.${outcome}`) : ''),
  },
] as const satisfies readonly FileColumn<CallRow>[]

/** Callers nobody called back, as their file has them. */
export const lostFileColumns = [
  { id: 'number', title: 'tickets.calls.number', text: ({ numberShown }) => numberShown, isPersonal: true },
  { id: 'customer', title: 'tickets.column.customer', text: ({ customerName }) => customerName, isFreeText: true },
  { id: 'region', title: 'tickets.calls.region', text: ({ region }) => region },
  { id: 'count', title: 'tickets.lost.count', text: ({ count }) => count },
  { id: 'first', title: 'tickets.lost.first', text: ({ firstAt }, { zone }) => stampText(firstAt, zone) },
  { id: 'last', title: 'tickets.lost.last', text: ({ lastAt }, { zone }) => stampText(lastAt, zone) },
] as const satisfies readonly FileColumn<LostCaller & { id: string }>[]

/** Seats of the desk, as their file has them. */
export const seatFileColumns = [
  { id: 'member', title: 'tickets.calls.member', text: ({ name }) => name },
  { id: 'state', title: 'tickets.column.state', text: ({ state }, { say }) => say(`tickets.seat.${state}`) },
  { id: 'since', title: 'tickets.seat.since', text: ({ sinceAt }, { zone }) => stampText(sinceAt, zone) },
] as const satisfies readonly FileColumn<SeatRow & { id: string }>[]
