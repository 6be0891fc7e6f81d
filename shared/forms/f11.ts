import { content, desk, growing, label, row, signing, site, ticks, value } from './cells.ts'
import { attemptColumns, partColumns, partsTable, warrantyOptions } from './choices.ts'
import type { Form, FormCell, FormHead } from './grammar.ts'
import { formsWords as w } from './words.ts'

const head: FormHead = {
  number: 'dispatchNo',
  customer: 'customerName',
  code: 'code128',
  arrangement: 'left',
  entries: [
    { label: w.dispatchedAt, value: { field: 'dispatchedAt' }, strong: true },
    { label: w.dispatcher, value: { field: 'dispatcherName' }, strong: true },
    { label: w.hotline, value: { print: 'hotline' } },
  ],
}

const phone = (width: number): FormCell =>
  content(width, { piece: 'field', field: 'phone' }, { piece: 'field', field: 'bestTime', around: w.bestAt })
const bought = (width: number): FormCell =>
  content(
    width,
    { piece: 'field', field: 'purchasedOn' },
    { piece: 'gap', widthMm: 3 },
    { piece: 'field', field: 'warrantyState' },
  )
const causeAndMeasure = (): FormCell => ({
  cell: 'content',
  width: 'rest',
  pieces: [
    { piece: 'field', field: 'cause' },
    { piece: 'field', field: 'measure', around: w.nextLine },
  ],
  lines: 1,
})
const technician = (width: number): FormCell =>
  content(
    width,
    { piece: 'field', field: 'technicianName' },
    { piece: 'gap', widthMm: 1.5 },
    { piece: 'field', field: 'technicianLoad', around: w.ordersToday },
  )
const attempts = (lineMm: number): FormCell =>
  content('rest', { piece: 'attempts', field: 'contactAttempts', count: 3, lineMm })

/** 售后派工单: tells a technician what, where and when; what he must know above, what he writes below (F11, R041–R049). */
export const f11: Form = {
  id: 'F11',
  title: w.titleF11,
  fields: {
    dispatchNo: desk('text', w.dispatchNo),
    dispatchedAt: desk('dateTime', w.dispatchedAt),
    dispatcherName: desk('text', w.dispatcher),
    customerName: desk('text', w.customerName),
    address: desk('text', w.unitAddress),
    phone: desk('phone', w.phone),
    bestTime: desk('text', w.bestTime),
    productType: desk('text', w.productType),
    purchasedOn: desk('date', w.purchasedOn),
    warrantyState: { kind: 'choice', by: 'desk', label: w.warrantyState, options: warrantyOptions },
    symptom: desk('longText', w.symptom),
    cause: desk('longText', w.cause),
    measure: desk('longText', w.measure),
    parts: { kind: 'list', by: 'desk', label: w.partsNeeded, columns: partColumns, between: 'commas' },
    technicianName: desk('text', w.technician),
    technicianLoad: desk('text', w.technician),
    appointmentAt: { kind: 'dateTime', by: 'desk', label: w.appointment, until: 'appointmentEndAt' },
    withinThreeHours: {
      kind: 'choice',
      by: 'desk',
      label: w.visitSoon,
      options: [
        { value: 'yes', text: w.can },
        { value: 'no', text: w.cannot },
      ],
    },
    rescheduleReason: desk('text', w.rescheduleReason),
    customerConsent: {
      kind: 'choice',
      by: 'desk',
      label: w.customerConsents,
      options: [
        { value: 'agreed', text: w.agreed },
        { value: 'refused', text: w.disagreed },
      ],
    },
    contactAttempts: { kind: 'list', by: 'site', label: w.contactAttempts, columns: attemptColumns, between: 'lines' },
    fedBackAt: site('dateTime', w.fedBackAt),
    result: site('longText', w.result),
    partsUsed: { kind: 'list', by: 'site', label: w.partsUsed, columns: partColumns, between: 'commas' },
    chargeCents: site('money', w.chargeShort),
    technicianSign: site('signature', w.technicianSign),
    customerSign: site('signature', w.customerSign),
  },
  layouts: {
    '241x140': {
      head,
      note: w.dispatchNote,
      blocks: [
        {
          id: 'dispatch',
          rows: [
            row(
              7.7,
              label(w.customerName, 21),
              value('customerName'),
              label(w.phone, 20.5),
              phone(33),
              label(w.productType, 20.5),
              value('productType', 48),
            ),
            row(7.4, label(w.unitAddress, 21), value('address'), label(w.purchasedOn, 20.5), bought(48)),
            row(11, label(w.symptom, 21), value('symptom', 'rest', 1)),
            row(11, label(w.causeAndMeasure, 21), causeAndMeasure(), label(w.partsNeeded, 20.5), value('parts', 78, 1)),
            row(
              7.4,
              label(w.technician, 21),
              technician(37),
              label(w.appointment, 20.5),
              value('appointmentAt'),
              label(w.visitSoon, 32),
              ticks('withinThreeHours', 32),
            ),
            row(
              7.4,
              label(w.rescheduleReason, 21),
              value('rescheduleReason'),
              label(w.customerConsents, 27),
              ticks('customerConsent', 40),
            ),
          ],
        },
        {
          id: 'visit',
          rows: [
            row(8, label(w.contactAttempts, 21), attempts(14), label(w.fedBackAt, 27), value('fedBackAt', 40)),
            growing(1, 15, label(w.result, 21), value('result', 'rest', 2)),
            row(
              12,
              label(w.partsAndCharge, 21),
              content(
                'rest',
                { piece: 'words', text: w.parts },
                { piece: 'gap', widthMm: 1.5 },
                { piece: 'blank', field: 'partsUsed', widthMm: 24 },
                { piece: 'gap', widthMm: 2 },
                { piece: 'words', text: w.chargeShort },
                { piece: 'gap', widthMm: 1 },
                { piece: 'blank', field: 'chargeCents', widthMm: 18 },
              ),
              label(w.technicianSign, 20.5),
              content(30, { piece: 'field', field: 'technicianSign' }),
              label(w.customerSign, 20.5),
              content(36, { piece: 'field', field: 'customerSign' }),
            ),
          ],
        },
      ],
    },
    a4: {
      head,
      note: w.dispatchNote,
      blocks: [
        {
          id: 'customer',
          head: { text: w.customer },
          rows: [
            row(8.5, label(w.customerName, 22), value('customerName'), label(w.phone, 22), phone(45)),
            row(8.5, label(w.unitAddress, 22), value('address')),
            row(8.5, label(w.productType, 22), value('productType'), label(w.purchasedOn, 22), bought(45)),
          ],
        },
        {
          id: 'fault',
          head: { text: w.fault },
          rows: [
            growing(0.5, 18, label(w.symptom, 22), value('symptom', 'rest', 2)),
            growing(0.5, 15, label(w.causeAndMeasure, 22), causeAndMeasure()),
            row(8.5, label(w.partsNeeded, 22), value('parts', 'rest', 1)),
          ],
        },
        {
          id: 'dispatch',
          head: { text: w.dispatch },
          rows: [
            row(8.5, label(w.technician, 22), technician(65), label(w.appointment, 22), value('appointmentAt')),
            row(
              8.5,
              label(w.visitSoonTall, 22),
              ticks('withinThreeHours', 65),
              label(w.customerConsentsTall, 22),
              ticks('customerConsent'),
            ),
            row(8.5, label(w.rescheduleReason, 22), value('rescheduleReason', 'rest', 1)),
          ],
        },
        {
          id: 'visit',
          head: { text: w.afterDispatch },
          rows: [
            row(9, label(w.contactAttempts, 22), attempts(24)),
            row(9, label(w.fedBackAtTall, 22), value('fedBackAt')),
            growing(4, 45, label(w.result, 22), value('result', 'rest', 6)),
            row(28, label(w.partsUsed, 22), {
              cell: 'table',
              width: 'rest',
              field: 'partsUsed',
              columns: partsTable,
              rows: 4,
            }),
            row(9, label(w.charge, 22), value('chargeCents')),
          ],
        },
        {
          id: 'signatures',
          head: { text: w.signatures },
          rows: [row(19, signing('technicianSign', w.technicianSign), signing('customerSign', w.customerSign))],
        },
      ],
    },
  },
}
