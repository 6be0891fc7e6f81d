import { readPhone, readPhones, type Phone, type PhoneHome, type PhoneProblem } from '../kit/phone.ts'
import { looksLikeFormula, plainCell, plainText, textKey } from './import-cells.ts'
import type { ColumnMapping, ImportTarget } from './import-columns.ts'
import { readDay, readMoment } from './import-dates.ts'
import { type FieldEntry, plainlyImported } from '../kit/field-entry.ts'
import { customerFields } from './fields.ts'
import { fourCategories } from '../presets/shared-parts.ts'
import type { Choice } from '../presets/schema.ts'

/** Why a row cannot become a customer: no name, no number, a number nobody can read, or one that a spreadsheet destroyed. */
export const customerRejects = ['noName', 'noPhone', 'phoneUnusable', 'phoneSpreadsheet'] as const
export type CustomerReject = (typeof customerRejects)[number]

/** Why a row cannot become a call: no moment, or one that is none. */
export const callRejects = ['noTime', 'timeUnusable'] as const
export type CallReject = (typeof callRejects)[number]

/** What a row may lose without being refused. */
export const importNotes = [
  'impossibleDate',
  'unreadableDate',
  'phoneUnusable',
  'phoneSpreadsheet',
  'unknownCategory',
  'cutText',
  'nameIsFormula',
] as const

/** What a row lost without being refused; the report says so beside the row. `text` is what the file had there. */
export interface ImportNote {
  code: (typeof importNotes)[number]
  target: ImportTarget
  text: string
}

/** The product of a row; an empty text or null means the file did not say. */
export interface ProductDraft {
  name: string
  model: string
  serialNo: string
  /** Day, `2024-05-01`. */
  purchasedOn: string | null
  dealer: string
}

/** Fields that are a line in the file and a line in the record. */
export const plainlyRead = plainlyImported(customerFields)
/** Their values; empty where the file says nothing. */
export type PlainlyRead = Readonly<Record<(typeof plainlyRead)[number]['key'], string>>

/** A customer as one row tells it. `at` is the record or sheet row; `nameKey` is the name without spaces, width and case. */
export interface CustomerDraft extends PlainlyRead {
  at: number
  name: string
  nameKey: string
  phones: Phone[]
  address: string
  /** Code of the policies' list. */
  category: string | null
  contact: string
  /** The number the old archive gave the customer; ours is assigned by the station. */
  oldNumber: string
  note: string
  product: ProductDraft | null
  notes: readonly ImportNote[]
}

/** A call as one row tells it. `at` is the record or sheet row; `receivedAt` an instant. */
export interface CallDraft {
  at: number
  receivedAt: string
  /** The caller's number as the file wrote it, kept even when it is no number (`anonymous`, `95588`). */
  callerText: string
  /** The number it stands for; null for a withheld or unreadable one. */
  caller: Phone | null
  name: string
  product: string
  complaint: string
  notes: readonly ImportNote[]
}

/** One row after reading. Blank rows, totals lines and repeated headings are no rows and are not counted. */
export type Interpreted<Draft, Reject> =
  | { kind: 'draft'; at: number; draft: Draft }
  | { kind: 'rejected'; at: number; reason: Reject; notes: readonly ImportNote[] }
  | { kind: 'skipped'; at: number; why: 'blank' | 'totals' | 'heading' }

/** What a row needs besides itself. */
export interface RowContext {
  /** Record number or sheet row. */
  at: number
  heading: readonly string[]
  home?: PhoneHome
  /** 用户类别 the firm knows; absent: the four of the house. */
  categories?: readonly Choice[]
  /** Minutes the office's clock is ahead of UTC, for the times in call archives; 480 is Beijing and Taipei. */
  utcOffsetMinutes?: number
}

/** One for all drafts without a note: an archive has hundreds of thousands of them. */
const noNotes: readonly ImportNote[] = []

/** What the four categories of the house are also called in old lists. */
const categoryWords: readonly (readonly [RegExp, string])[] = [
  [/^(新产品|新產品|newproduct)/, 'newProduct'],
  [/^(特殊|vip|special)/, 'special'],
  [/^(集团|集團|团体|團體|大客户|大客戶|group)/, 'group'],
  [/^(一般|普通|general|normal)/, 'general'],
]

const totalsWord =
  /^(?:合计|总计|小计|共计|总数|本页合计|合計|總計|小計|共計|總數|total|totals|subtotal|grandtotal)[::]?[\d.,]*[户戶条條人行rows]*$/

function skipped(cells: readonly string[], context: RowContext): 'blank' | 'totals' | 'heading' | null {
  let [filled, repeated, first] = [0, 0, '']
  for (const [i, cell] of cells.entries()) {
    const text = plainCell(cell)
    if (text === '') continue
    if (filled++ === 0) first = text
    if (cell === context.heading[i]) repeated++
  }
  if (filled === 0) return 'blank'
  if (filled * 2 <= Math.max(4, context.heading.length) && totalsWord.test(textKey(first))) return 'totals'
  return filled > 1 && repeated * 3 >= filled * 2 ? 'heading' : null
}

/** Reads a row of a customer archive. It is usable with a name and at least one usable number; a bad date loses only the date. */
export function interpretCustomerRow(
  cells: readonly string[],
  mapping: ColumnMapping,
  context: RowContext,
): Interpreted<CustomerDraft, CustomerReject> {
  const { at } = context
  const why = skipped(cells, context)
  if (why) return { kind: 'skipped', at, why }
  const notes: ImportNote[] = []
  const line = lineReader(cells, mapping, notes)
  const name = withoutInnerSpaces(line('name', 80))
  const { phones, problem } = phonesOf(cells, mapping, context.home, notes)
  if (textKey(name) === '') return { kind: 'rejected', at, reason: 'noName', notes }
  if (looksLikeFormula(name)) notes.push({ code: 'nameIsFormula', target: 'name', text: name })
  if (problem !== 'none') return { kind: 'rejected', at, reason: rejectOf[problem], notes: [] }
  const draft: CustomerDraft = {
    at,
    name,
    nameKey: textKey(name),
    phones,
    address: addressOf(line),
    category: categoryOf(line('category', 40), context.categories ?? fourCategories, notes),
    contact: line('contact', 60),
    oldNumber: line('number', 40),
    note: limited(plainText(cellOf(cells, mapping, 'note')), 2000, 'note', notes),
    ...plainLines(line),
    product: productOf(line, notes),
    notes: notes.length > 0 ? notes : noNotes,
  }
  return { kind: 'draft', at, draft }
}

/** Reads a row of a call archive. Withheld, short and foreign callers are kept; only a call without a moment is refused. */
export function interpretCallRow(
  cells: readonly string[],
  mapping: ColumnMapping,
  context: RowContext,
): Interpreted<CallDraft, CallReject> {
  const { at } = context
  const why = skipped(cells, context)
  if (why) return { kind: 'skipped', at, why }
  const notes: ImportNote[] = []
  const line = lineReader(cells, mapping, notes)
  const moment = readMoment(plainCell(cellOf(cells, mapping, 'at')))
  if (moment.problem !== 'none') {
    return { kind: 'rejected', at, reason: moment.problem === 'missing' ? 'noTime' : 'timeUnusable', notes }
  }
  const callerText = line('fromNumber', 60)
  const draft: CallDraft = {
    at,
    receivedAt: instantOf(moment.on, moment.time ?? '00:00:00', context.utcOffsetMinutes ?? 480),
    callerText,
    caller: readPhone(callerText, context.home) ?? readPhones(callerText, context.home).phones[0] ?? null,
    name: withoutInnerSpaces(line('name', 80)),
    product: line('product', 80),
    complaint: limited(plainText(cellOf(cells, mapping, 'complaint')), 4000, 'complaint', notes),
    notes: notes.length > 0 ? notes : noNotes,
  }
  return { kind: 'draft', at, draft }
}

type LineReader = (target: ImportTarget, longest: number) => string

const cellOf = (cells: readonly string[], mapping: ColumnMapping, target: ImportTarget): string | undefined => {
  const column = mapping[target]
  return column === undefined ? undefined : cells[column]
}

function lineReader(cells: readonly string[], mapping: ColumnMapping, notes: ImportNote[]): LineReader {
  return (target, longest) => limited(plainCell(cellOf(cells, mapping, target)), longest, target, notes)
}

function limited(text: string, longest: number, target: ImportTarget, notes: ImportNote[]): string {
  if (text.length <= longest) return text
  notes.push({ code: 'cutText', target, text })
  const cut = text.slice(0, longest)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}

/** `张 爱 英` is 张爱英; the spaces of a Latin name stay. */
const withoutInnerSpaces = (name: string): string => name.replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')

const rejectOf: Readonly<Record<Exclude<PhoneProblem, 'none'>, CustomerReject>> = {
  missing: 'noPhone',
  spreadsheet: 'phoneSpreadsheet',
  unusable: 'phoneUnusable',
}
const worse: readonly PhoneProblem[] = ['none', 'spreadsheet', 'unusable', 'missing']

function phonesOf(
  cells: readonly string[],
  mapping: ColumnMapping,
  home: PhoneHome | undefined,
  notes: ImportNote[],
): { phones: Phone[]; problem: PhoneProblem } {
  const phones: Phone[] = []
  let problem: PhoneProblem = 'missing'
  for (const target of ['phone', 'phone2', 'phone3'] as const) {
    const text = plainCell(cellOf(cells, mapping, target))
    if (text === '') continue
    const read = readPhones(text, home)
    for (const phone of read.phones) {
      if (!phones.some((other) => other.key === phone.key && other.extension === phone.extension)) phones.push(phone)
    }
    if (worse.indexOf(read.problem) < worse.indexOf(problem)) problem = read.problem
    if (read.problem === 'spreadsheet') notes.push({ code: 'phoneSpreadsheet', target, text })
    if (read.problem === 'unusable') notes.push({ code: 'phoneUnusable', target, text })
  }
  return { phones, problem }
}

function plainLines(line: LineReader): PlainlyRead {
  const fields: readonly FieldEntry[] = plainlyRead
  const read = fields.map(({ key, shape }) => [key, line(key as ImportTarget, shape.longest ?? 200)])
  return Object.fromEntries(read) as PlainlyRead
}

/** Province, city and district go before the street, unless the street already tells them. */
function addressOf(line: LineReader): string {
  return (['province', 'city', 'district'] as const).reduceRight(
    (address, target) => {
      const part = line(target, 40)
      return address.includes(part) ? address : part + address
    },
    line('address', 200),
  )
}

/** By the name the firm gives it, also one that is retired: an old list is read as it was meant. */
function categoryOf(text: string, categories: readonly Choice[], notes: ImportNote[]): string | null {
  if (text === '') return null
  const key = textKey(text)
  const named = categories.find((choice) => Object.values(choice.text).some((name) => textKey(name) === key))
  const usual = categoryWords.find(([word]) => word.test(key))?.[1]
  const found = named?.code ?? categories.find(({ code }) => code === usual)?.code
  if (found === undefined) notes.push({ code: 'unknownCategory', target: 'category', text })
  return found ?? null
}

function productOf(line: LineReader, notes: ImportNote[]): ProductDraft | null {
  const day = line('purchasedOn', 40)
  const read = readDay(day)
  if (read.problem === 'impossible') notes.push({ code: 'impossibleDate', target: 'purchasedOn', text: day })
  if (read.problem === 'unreadable') notes.push({ code: 'unreadableDate', target: 'purchasedOn', text: day })
  const product: ProductDraft = {
    name: line('product', 80),
    model: line('model', 60),
    serialNo: line('serialNo', 60),
    purchasedOn: read.on,
    dealer: line('dealer', 80),
  }
  return product.name || product.model || product.serialNo ? product : null
}

function instantOf(on: string, time: string, utcOffsetMinutes: number): string {
  return new Date(Date.parse(`${on}T${time}.000Z`) - utcOffsetMinutes * 60_000).toISOString()
}
