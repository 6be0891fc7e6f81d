import { EntitySchema } from 'typeorm'
import { customerFields } from '../../shared/customers/fields.ts'
import type { FieldColumns } from '../../shared/kit/field-entry.ts'
import { RecordSchema } from '../database/record-schema.ts'
import {
  columnsOf,
  count,
  flag,
  id,
  instant,
  maybeDay,
  maybeInstant,
  maybeText,
  refersTo,
  stored,
  text,
} from '../database/columns.ts'

/** Customer archive record (客户档案). */
export interface Customer extends FieldColumns<typeof customerFields> {
  id: string
  /** Running integer: the row's key in the text index, the number's sequence. */
  seq: number
  number: string
  /** Name without spaces, for equality. */
  nameKey: string
  pinyin: string
  initials: string
  region: string
  source: string
  createdAt: string
  createdBy: string | null
  updatedAt: string
  lastContactAt: string | null
  /** When the person was erased; the row stays for its cases. */
  erasedAt: string | null
  version: number
}

export const CustomerEntity = new RecordSchema<Customer>({
  name: 'Customer',
  tableName: 'customers_customer',
  journal: { subject: 'id', root: 'id', follows: ['lastContactAt', 'erasedAt'], quiet: ['updatedAt'] },
  columns: {
    id: id(),
    seq: count(),
    number: text(),
    ...columnsOf(customerFields),
    nameKey: text(),
    pinyin: text(),
    initials: text(),
    region: text(),
    source: text(),
    createdAt: instant(),
    createdBy: maybeText(),
    updatedAt: instant(),
    lastContactAt: maybeInstant(),
    erasedAt: maybeInstant(),
    version: count(),
  },
  indices: [
    { name: 'customers_customer_seq', columns: ['seq'], unique: true },
    { name: 'customers_customer_number', columns: ['number'], unique: true },
    { name: 'customers_customer_name', columns: ['nameKey'] },
    { name: 'customers_customer_pinyin', columns: ['pinyin', 'id'] },
    { name: 'customers_customer_initials', columns: ['initials', 'id'] },
    { name: 'customers_customer_updated', columns: ['updatedAt', 'id'] },
    { name: 'customers_customer_contacted', columns: ['lastContactAt', 'id'] },
    { name: 'customers_customer_created', columns: ['createdAt', 'id'] },
    { name: 'customers_customer_category', columns: ['category', 'updatedAt', 'id'] },
    // Over an expression, which only a migration can say; see `list-customers.ts`.
    { name: 'customers_customer_number_order', columns: ['number'], synchronize: false },
    { name: 'customers_customer_filed', columns: ['createdBy'], where: `"source" = 'archive'` },
  ],
})

/** A contact person of a customer (联系人). A private customer has one of the same name. */
export interface Person {
  id: string
  customerId: string
  name: string
  pinyin: string
  initials: string
  title: string
  note: string
  leftOn: string | null
  position: number
}

export const PersonEntity = new RecordSchema<Person>({
  name: 'Person',
  tableName: 'customers_person',
  journal: { subject: 'customerId', root: 'customerId', quiet: ['position'] },
  columns: {
    id: id(),
    customerId: text(),
    name: text(),
    pinyin: text(),
    initials: text(),
    title: text(),
    note: text(),
    leftOn: maybeDay(),
    position: count(),
  },
  foreignKeys: [refersTo('Customer', 'customerId', 'customers_person_customer')],
  indices: [
    { name: 'customers_person_of', columns: ['customerId'] },
    { name: 'customers_person_pinyin', columns: ['pinyin', 'id'] },
    { name: 'customers_person_initials', columns: ['initials', 'id'] },
  ],
})

/** A telephone number of a customer, normalised by shared/kit/phone.ts. */
export interface Phone {
  id: string
  customerId: string
  personId: string | null
  /** Normalised key, as shared/kit/phone.ts makes it. */
  number: string
  /** The same backwards: a tail is a prefix of it. */
  reversed: string
  extension: string
  raw: string
  kind: string
  note: string
  isPrimary: boolean
  position: number
  /** Last time an operator picked this customer for this number. */
  pickedAt: string | null
  /** Last call from this number about this customer. */
  usedAt: string | null
}

export const PhoneEntity = new RecordSchema<Phone>({
  name: 'Phone',
  tableName: 'customers_phone',
  journal: {
    subject: 'customerId',
    root: 'customerId',
    follows: ['pickedAt', 'usedAt'],
    quiet: ['position', 'isPrimary'],
  },
  columns: {
    id: id(),
    customerId: text(),
    personId: maybeText(),
    number: text(),
    reversed: text(),
    extension: text(),
    raw: text(),
    kind: text(),
    note: text(),
    isPrimary: flag(),
    position: count(),
    pickedAt: maybeInstant(),
    usedAt: maybeInstant(),
  },
  foreignKeys: [refersTo('Customer', 'customerId', 'customers_phone_customer')],
  indices: [
    { name: 'customers_phone_of', columns: ['customerId'] },
    { name: 'customers_phone_number', columns: ['number'] },
    { name: 'customers_phone_reversed', columns: ['reversed', 'id'] },
  ],
})

/** One finished import: what came in, who brought it, and the report of rejected rows. */
export interface ImportRun {
  id: string
  kind: 'customers' | 'calls'
  fileName: string
  fileHash: string
  startedAt: string
  finishedAt: string
  memberId: string | null
  summary: unknown
  /** Content hash of the report file, null when nothing was rejected. */
  reportHash: string | null
}

export const ImportRunEntity = new EntitySchema<ImportRun>({
  name: 'ImportRun',
  tableName: 'customers_import',
  columns: {
    id: id(),
    kind: text(),
    fileName: text(),
    fileHash: text(),
    startedAt: instant(),
    finishedAt: instant(),
    memberId: maybeText(),
    summary: stored(),
    reportHash: maybeText(),
  },
  indices: [{ name: 'customers_import_started', columns: ['startedAt'] }],
})
