import type { FormOption, ListColumn, TableColumn } from './grammar.ts'
import { formsWords as w } from './words.ts'

/** Choices and lists several forms share. Values are the ones the features store. */

/** Where the product stands in its warranty, as F01 ticks it; `unknown` until a receipt was seen. */
export const warrantyOptions: readonly FormOption[] = [
  { value: 'free', text: w.warrantyFree },
  { value: 'paid', text: w.warrantyPaid },
  { value: 'outside', text: w.warrantyOutside },
  { value: 'unknown', text: w.warrantyUnknown },
]

/** How a visit ended, as F01 and F11 tick it. */
export const outcomeOptions: readonly FormOption[] = [
  { value: 'solved', text: w.outcomeSolved },
  { value: 'notSolved', text: w.outcomeNotSolved },
  { value: 'waitsForPart', text: w.outcomePart },
  { value: 'needsFactory', text: w.outcomeFactory },
  { value: 'refused', text: w.outcomeRefused },
]

/** What the customer could show of the purchase. */
export const receiptOptions: readonly FormOption[] = [
  { value: 'invoice', text: w.receiptInvoice },
  { value: 'receipt', text: w.receiptReceipt },
  { value: 'none', text: w.receiptNone },
]

/** The four degrees the customer ticks on the paper. */
export const satisfactionOptions: readonly FormOption[] = [
  { value: 'verySatisfied', text: w.satisfactionVerySatisfied },
  { value: 'satisfied', text: w.satisfactionSatisfied },
  { value: 'fair', text: w.satisfactionFair },
  { value: 'dissatisfied', text: w.satisfactionDissatisfied },
]

/** `{ name, quantity, unitPriceCents }` in a sentence: 先导火管 XD-80 ×1. */
export const partColumns: readonly ListColumn[] = [
  { path: 'name', kind: 'text' },
  { path: 'quantity', kind: 'count' },
]

/** 名称型号, 数量, 单价, 金额 of the same items. */
export const partsTable: readonly TableColumn[] = [
  { text: w.nameAndModel, width: 'rest', align: 'start', value: { path: 'name', kind: 'text' } },
  { text: w.quantity, width: 15, align: 'middle', value: { path: 'quantity', kind: 'count' } },
  { text: w.unitPrice, width: 22, align: 'end', value: { path: 'unitPriceCents', kind: 'money' } },
  { text: w.amount, width: 22, align: 'end', value: { product: ['quantity', 'unitPriceCents'] } },
]

/** `{ at, result, note }` of calls before a visit, for screens; the paper draws them as numbered attempts. */
export const attemptColumns: readonly ListColumn[] = [
  { path: 'at', kind: 'dateTime' },
  {
    path: 'result',
    kind: 'choice',
    options: [
      { value: 'reached', text: w.reached },
      { value: 'noAnswer', text: w.noAnswer },
    ],
  },
  { path: 'note', kind: 'text' },
]
