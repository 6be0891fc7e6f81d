import { type FieldEntry, line, longText, maybeDay } from '../kit/field-entry.ts'

/**
 * What is said of a case when it is reported (F03), in the order of the paper: the line of the register keeps it as it was said, the case takes it over.
 * Columns, what is sent and shown, the draft, plain cells, the page, the history and the papers follow from here. Telephone numbers, and what a policy
 * offers to choose from (channel, kind, handling), have cells and columns of their own.
 */
export const caseFields = [
  {
    /** 报修渠道备注: the number of the letter, whose address the mail came from, who passed it on. */
    key: 'channelNote',
    label: 'intake.field.channelNote',
    shape: line(100),
    column: 'laterText',
    erased: 'emptied',
    group: 'channel',
    usual: 'intake.channelNote.usual',
    page: { section: 'received' },
    listed: { width: 'words', isSortable: true, isExtra: true },
    paper: { F01: 'channelNote' },
  },
  {
    key: 'customerName',
    label: 'tickets.field.customer',
    shape: line(80),
    column: 'text',
    erased: 'numbered',
    paper: { F01: 'customerName', F11: 'customerName' },
  },
  {
    key: 'contactName',
    label: 'tickets.field.contact',
    shape: line(60),
    column: 'text',
    erased: 'emptied',
    paper: { F01: 'contactName' },
  },
  {
    key: 'address',
    label: 'tickets.field.address',
    shape: line(200),
    column: 'text',
    sight: 'address',
    erased: 'emptied',
    paper: { F01: 'address', F11: 'address' },
  },
  {
    key: 'productName',
    label: 'tickets.field.product',
    shape: line(80),
    column: 'text',
    erased: 'kept',
    paper: { F01: 'productName' },
  },
  {
    key: 'model',
    label: 'products.field.model',
    shape: line(60),
    column: 'text',
    erased: 'kept',
    paper: { F01: 'model' },
  },
  {
    key: 'serialNo',
    label: 'tickets.field.serialNo',
    shape: line(60),
    column: 'text',
    erased: 'kept',
    paper: { F01: 'serialNo' },
  },
  {
    key: 'purchasedOn',
    label: 'products.field.purchasedOn',
    shape: maybeDay(),
    column: 'maybeDay',
    erased: 'kept',
    paper: { F01: 'purchasedOn', F11: 'purchasedOn' },
  },
  {
    key: 'symptom',
    label: 'tickets.field.symptom',
    shape: longText(2000),
    column: 'text',
    erased: 'kept',
    paper: { F01: 'symptom', F11: 'symptom' },
  },
  {
    /** Code of the policy's common fault, or empty. */
    key: 'fault',
    label: 'tickets.field.fault',
    shape: line(40),
    column: 'text',
    erased: 'kept',
    codeOf: 'faults',
  },
  {
    /** Code of the policy's level of a fault or its impact, or empty. */
    key: 'level',
    label: 'tickets.field.level',
    shape: line(40),
    column: 'text',
    erased: 'kept',
    codeOf: 'levels',
    paper: { F01: 'faultLevel' },
  },
] as const satisfies readonly FieldEntry[]
