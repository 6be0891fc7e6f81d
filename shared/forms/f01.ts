import { content, desk, growing, label, row, signing, site, ticks, value } from './cells.ts'
import {
  attemptColumns,
  outcomeOptions,
  partColumns,
  partsTable,
  receiptOptions,
  satisfactionOptions,
  warrantyOptions,
} from './choices.ts'
import type { Form, FormCell, FormHead } from './grammar.ts'
import { formsWords as w } from './words.ts'

const head: FormHead = {
  number: 'serviceNo',
  customer: 'customerName',
  code: 'qr',
  arrangement: 'under',
  entries: [
    { label: w.serviceNo, value: { field: 'serviceNo' }, strong: true },
    { label: w.hotline, value: { print: 'hotline' } },
  ],
}

const warranty = (): FormCell =>
  content(
    'rest',
    { piece: 'field', field: 'warrantyState' },
    { piece: 'field', field: 'warrantyUntilOn', around: w.untilDay },
  )
const bought = (width: number): FormCell =>
  content(
    width,
    { piece: 'field', field: 'purchasedOn' },
    { piece: 'field', field: 'invoiceNo', around: w.withInvoice },
  )
const channel = (width: number): FormCell =>
  content(width, { piece: 'field', field: 'channel' }, { piece: 'field', field: 'channelNote', around: w.nextLine })
const sameFault = (width: number): FormCell =>
  content(width, { piece: 'field', field: 'sameFaultCount', around: w.timeOf })
const attempts = (lineMm: number): FormCell =>
  content('rest', { piece: 'attempts', field: 'contactAttempts', count: 3, lineMm })
const parts = (rows: number): FormCell => ({
  cell: 'table',
  width: 'rest',
  field: 'partsUsed',
  columns: partsTable,
  rows,
})

/** 售后服务跟踪单: the one numbered paper that follows a case from the call to the follow-up (F01, R353). */
export const f01: Form = {
  id: 'F01',
  title: w.titleF01,
  fields: {
    serviceNo: desk('text', w.serviceNo),
    receivedAt: desk('dateTime', w.receivedAt),
    channel: { kind: 'choice', by: 'desk', label: w.channel, options: 'settings' },
    channelNote: desk('text', w.channel),
    operatorName: desk('text', w.operator),
    customerName: desk('text', w.customerName),
    contactName: desk('text', w.contactName),
    phone: desk('phone', w.phone),
    address: desk('text', w.address),
    customerCategory: { kind: 'choice', by: 'desk', label: w.customerCategory, options: 'settings' },
    productName: desk('text', w.productName),
    model: desk('text', w.model),
    serialNo: desk('text', w.serialNo),
    purchasedOn: desk('date', w.purchasedOn),
    invoiceNo: desk('text', w.invoiceNo),
    warrantyState: { kind: 'choice', by: 'desk', label: w.warrantyState, options: warrantyOptions },
    warrantyUntilOn: desk('date', w.warrantyState),
    symptom: desk('longText', w.symptom),
    causeAndParts: desk('longText', w.causeAndParts),
    faultLevel: { kind: 'choice', by: 'desk', label: w.faultLevel, options: 'settings' },
    sameFaultCount: desk('text', w.sameFault),
    dispatchedAt: desk('dateTime', w.dispatchedAt),
    technicianName: desk('text', w.technicianService),
    appointmentAt: { kind: 'dateTime', by: 'desk', label: w.appointment, until: 'appointmentEndAt' },
    contactAttempts: { kind: 'list', by: 'site', label: w.contactAttempts, columns: attemptColumns, between: 'lines' },
    arrivedAt: site('dateTime', w.arrivedAt),
    finishedAt: site('dateTime', w.finishedAt),
    result: site('longText', w.result),
    partsUsed: { kind: 'list', by: 'site', label: w.partsUsed, columns: partColumns, between: 'commas' },
    outcome: { kind: 'choice', by: 'site', label: w.outcome, options: outcomeOptions },
    chargeCents: site('money', w.charge),
    receipt: { kind: 'choice', by: 'site', label: w.receipt, options: receiptOptions },
    followups: {
      kind: 'list',
      by: 'site',
      label: w.followups,
      columns: [
        { path: 'on', kind: 'date' },
        { path: 'result', kind: 'text' },
      ],
      between: 'lines',
    },
    customerOpinion: site('longText', w.customerOpinion),
    satisfaction: { kind: 'choice', by: 'site', label: w.satisfaction, options: satisfactionOptions },
    customerSign: site('signature', w.customerSign),
    technicianSign: site('signature', w.technicianServiceSign),
    supervisorSign: site('signature', w.supervisorSign),
  },
  layouts: {
    a4: {
      head,
      note: w.scanNoteSquare,
      blocks: [
        {
          id: 'accepted',
          head: { text: w.accepted },
          rows: [
            row(
              8,
              label(w.receivedAt, 22),
              value('receivedAt', 43),
              label(w.channel, 22),
              channel(30),
              label(w.operator, 22),
              value('operatorName'),
            ),
          ],
        },
        {
          id: 'customer',
          head: { text: w.customer },
          rows: [
            row(
              8,
              label(w.customerOrUnit, 22),
              value('customerName'),
              label(w.contactName, 22),
              value('contactName', 35),
            ),
            row(7.7, label(w.address, 22), value('address'), label(w.phone, 22), value('phone', 35)),
            row(7.7, label(w.customerCategory, 22), ticks('customerCategory')),
          ],
        },
        {
          id: 'product',
          head: { text: w.product },
          rows: [
            row(
              7.7,
              label(w.productName, 22),
              value('productName', 43),
              label(w.model, 22),
              value('model', 30),
              label(w.serialNo, 22),
              value('serialNo'),
            ),
            row(7.7, label(w.purchasedOn, 22), bought(43), label(w.warrantyState, 22), warranty()),
          ],
        },
        {
          id: 'fault',
          head: { text: w.fault },
          rows: [
            growing(0.5, 13, label(w.symptomOrDefect, 22), value('symptom', 'rest', 2)),
            growing(0.5, 10.5, label(w.causeAndParts, 22), value('causeAndParts', 'rest', 1)),
            row(7.7, label(w.faultLevel, 22), ticks('faultLevel'), label(w.sameFault, 22), sameFault(35)),
          ],
        },
        {
          id: 'dispatch',
          head: { text: w.dispatch },
          rows: [
            row(
              8,
              label(w.dispatchedAt, 22),
              value('dispatchedAt', 43),
              label(w.technicianService, 22),
              value('technicianName', 30),
              label(w.appointment, 22),
              value('appointmentAt'),
            ),
            row(8.5, label(w.contactAttempts, 22), attempts(24)),
          ],
        },
        {
          id: 'visit',
          head: { text: w.afterDispatch },
          rows: [
            row(
              8.5,
              label(w.arrivedAt, 22),
              value('arrivedAt', 'rest'),
              label(w.finishedAt, 22),
              value('finishedAt', 65),
            ),
            growing(2, 22, label(w.result, 22), value('result', 'rest', 3)),
            row(24, label(w.partsUsed, 22), parts(3)),
            row(8, label(w.outcome, 22), ticks('outcome')),
            row(8, label(w.charge, 22), value('chargeCents', 43), label(w.receipt, 22), ticks('receipt')),
          ],
        },
        {
          id: 'followup',
          head: { text: w.followup },
          rows: [
            growing(1, 15, label(w.followups, 22), value('followups', 'rest', 2)),
            growing(1, 15, label(w.customerOpinion, 22), value('customerOpinion', 'rest', 2)),
            row(8, label(w.satisfaction, 22), ticks('satisfaction')),
          ],
        },
        {
          id: 'signatures',
          head: { text: w.signatures },
          rows: [
            row(
              19,
              signing('customerSign', w.customerSign),
              signing('technicianSign', w.technicianServiceSign),
              signing('supervisorSign', w.supervisorSign),
            ),
          ],
        },
      ],
    },
    '241x140': {
      head: { ...head, code: 'code128' },
      note: w.scanNoteBar,
      blocks: [
        {
          id: 'accepted',
          head: { text: w.accepted },
          rows: [
            row(
              7.5,
              label(w.receivedAt, 24),
              value('receivedAt', 41),
              label(w.channel, 22),
              channel(27),
              label(w.operator, 22),
              value('operatorName'),
            ),
          ],
        },
        {
          id: 'customer',
          head: { text: w.customer },
          rows: [
            row(
              7.5,
              label(w.customerOrUnit, 24),
              value('customerName'),
              label(w.contactName, 22),
              value('contactName', 27),
              label(w.phone, 22),
              value('phone', 52.8),
            ),
            row(
              7.5,
              label(w.address, 24),
              value('address'),
              label(w.customerCategory, 22),
              ticks('customerCategory', 74.8),
            ),
          ],
        },
        {
          id: 'product',
          head: { text: w.product },
          rows: [
            row(
              7.4,
              label(w.productName, 24),
              value('productName', 41),
              label(w.model, 22),
              value('model', 27),
              label(w.serialNo, 22),
              value('serialNo'),
            ),
            row(7.4, label(w.purchasedOn, 24), bought(41), label(w.warrantyState, 22), warranty()),
          ],
        },
        {
          id: 'fault',
          head: { text: w.fault },
          rows: [
            growing(1, 11, label(w.symptomOrDefect, 24), value('symptom', 'rest', 1)),
            growing(1, 11, label(w.causeAndParts, 24), value('causeAndParts', 'rest', 1)),
            row(7.5, label(w.faultLevel, 24), ticks('faultLevel'), label(w.sameFault, 22), sameFault(52.8)),
          ],
        },
        {
          id: 'dispatch',
          head: { text: w.dispatch },
          rows: [
            row(
              7.4,
              label(w.dispatchedAt, 24),
              value('dispatchedAt', 41),
              label(w.technicianService, 22),
              value('technicianName', 27),
              label(w.appointment, 22),
              value('appointmentAt'),
            ),
            row(7.5, label(w.contactAttempts, 24), attempts(25)),
          ],
        },
        {
          id: 'visit',
          head: { text: w.afterDispatch },
          rows: [
            row(7.5, label(w.arrivedAt, 24), value('arrivedAt'), label(w.finishedAt, 22), value('finishedAt', 71)),
            growing(1, 15, label(w.result, 24), value('result', 'rest', 2)),
            row(21, label(w.partsUsed, 24), parts(2)),
            row(7.5, label(w.outcome, 24), ticks('outcome')),
            row(7.5, label(w.charge, 24), value('chargeCents', 41), label(w.receipt, 22), ticks('receipt')),
          ],
        },
        {
          id: 'followup',
          head: { text: w.followup },
          rows: [
            row(11, label(w.followups, 24), value('followups', 'rest', 1)),
            row(
              8,
              label(w.customerOpinion, 24),
              value('customerOpinion'),
              label(w.satisfaction, 22),
              ticks('satisfaction', 74.8),
            ),
          ],
        },
        {
          id: 'signatures',
          head: { text: w.signatures },
          rows: [
            row(
              13,
              signing('customerSign', w.customerSign),
              signing('technicianSign', w.technicianServiceSign),
              signing('supervisorSign', w.supervisorSign),
            ),
          ],
        },
      ],
    },
  },
}
