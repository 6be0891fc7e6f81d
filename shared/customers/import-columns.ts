import { z } from 'zod'
import type { FieldEntry, ImportTargets } from '../kit/field-entry.ts'
import { productFields } from '../products/fields.ts'
import { customerFields } from './fields.ts'

/** What a column of a customer archive can mean besides the fields. `province`, `city` and `district` are put in front of `address`. */
type StructuralTarget = 'phone' | 'phone2' | 'phone3' | 'province' | 'city' | 'district' | 'number' | 'contact'

/** What a column of a customer archive can mean. */
export type CustomerTarget =
  StructuralTarget | ImportTargets<typeof customerFields> | ImportTargets<typeof productFields>

const fields: readonly FieldEntry[] = [...customerFields, ...productFields]
const imported = fields.filter((field) => field.import !== undefined)
const targetOf = ({ key, import: { target } = { headings: '' } }: FieldEntry) => (target ?? key) as CustomerTarget

/** Where a heading holds two words of one length, the meaning that stands first here wins. Fields that are not named follow. */
const precedence: readonly CustomerTarget[] = [
  ...(['name', 'phone', 'phone2', 'phone3', 'province', 'city', 'district', 'address', 'product', 'model'] as const),
  ...(['serialNo', 'purchasedOn', 'category', 'number', 'dealer', 'contact'] as const),
]

/** What a column of a customer archive can mean. */
export const customerTargets: readonly CustomerTarget[] = [...new Set([...precedence, ...imported.map(targetOf)])]

/** What a column of a call archive can mean; `at` is the moment of the call. */
export const callTargets = ['at', 'fromNumber', 'name', 'product', 'complaint'] as const

export type CallTarget = (typeof callTargets)[number]
/** What a column of either archive can be read as. */
export type ImportTarget = CustomerTarget | CallTarget
/** All of them, each once. */
export const importTargets = [...new Set([...customerTargets, ...callTargets])] as [ImportTarget, ...ImportTarget[]]

/** The two kinds of archive that can be imported. */
export const archiveKinds = ['customers', 'calls'] as const
export type ArchiveKind = (typeof archiveKinds)[number]

/** Which column (0-based) stands for which target. Plain data: the member corrects it on screen and sends it back. */
export const columnMappingSchema = z.partialRecord(z.enum(importTargets), z.number().int().min(0).max(255)).readonly()
export type ColumnMapping = z.output<typeof columnMappingSchema>

/**
 * Why a column was taken for its target: its heading is the word, contains the word, or its cells look like it. `counter`: the column
 * only counts the rows of the file and is left out.
 */
export const guessReasonSchema = z.enum(['sameWord', 'partOfHeading', 'cells', 'counter', 'none'])

/** One line of the mapping step. `confidence` runs from 0 to 1; below 0.6 the screen asks for a look. */
export const columnGuessSchema = z.object({
  column: z.number(),
  heading: z.string(),
  target: z.enum(importTargets).nullable(),
  confidence: z.number(),
  reason: guessReasonSchema,
})
export type ColumnGuess = z.output<typeof columnGuessSchema>

/** Headings as offices write them, normalised as `headingKey` does. The first of a target is its own name. */
const words: Readonly<Record<ArchiveKind, Readonly<Record<string, string>>>> = {
  customers: {
    ...Object.fromEntries(imported.map((field) => [targetOf(field), field.import?.headings ?? ''])),
    phone:
      '电话 联系电话 联系方式 手机 手机号 手机号码 电话号码 联系电话1 电话1 手机1 移动电话 客户电话 用户电话 联络电话 号码 主电话 ' +
      '電話 聯絡電話 聯絡方式 連絡電話 手機 手機號碼 行動電話 電話號碼 電話1 客戶電話 phone telephone tel mobile cell phonenumber mobilephone phone1 phoneno',
    phone2:
      '电话2 联系电话2 手机2 备用电话 其他电话 其它电话 第二电话 固定电话 固话 座机 家庭电话 电话二 联系电话二 宅电 ' +
      '電話2 聯絡電話2 手機2 備用電話 其他電話 市話 室內電話 住家電話 phone2 mobile2 tel2 otherphone homephone landline alternatephone',
    phone3:
      '电话3 联系电话3 手机3 办公电话 单位电话 电话三 電話3 聯絡電話3 公司電話 辦公電話 phone3 mobile3 tel3 officephone workphone',
    province: '省 省份 省市 所在省 所属省份 省分 province state',
    city: '市 城市 地市 所在市 所在城市 縣市 city town',
    district: '区 区县 县 区县市 县区 所在区 所在区县 區 區縣 鄉鎮市區 行政區 district county',
    number:
      '编号 客户编号 用户编号 档案号 档案编号 客户代码 会员号 卡号 編號 客戶編號 用戶編號 檔案編號 客戶代碼 會員編號 customerno customernumber customerid id code',
    contact: '联系人 联络人 经办人 负责人 联系人姓名 聯絡人 聯絡人姓名 承辦人 負責人 contact contactperson contactname',
  },
  calls: {
    at: '来电时间 通话时间 时间 日期 来电日期 受理时间 报修时间 接听时间 来电日期时间 登记时间 來電時間 通話時間 時間 報修時間 受理時間 at time date calltime calledat datetime',
    fromNumber:
      '来电号码 主叫号码 主叫 来电电话 电话 联系电话 号码 电话号码 手机 來電號碼 主叫號碼 來電電話 電話 聯絡電話 caller callernumber from fromnumber phone phonenumber tel mobile',
    name: '姓名 客户姓名 用户姓名 客户 用户 来电人 联系人 客户名称 客戶姓名 用戶姓名 客戶 來電人 聯絡人 name customer customername callername contact',
    product: '产品 产品名称 品名 商品 设备 型号 產品 產品名稱 商品 設備 product productname item device model',
    complaint:
      '故障/意见 故障 意见 故障现象 故障描述 问题 问题描述 内容 来电内容 通话内容 投诉内容 报修内容 诉求 备注 故障意见 ' +
      '故障/意見 意見 故障現象 問題 問題描述 內容 來電內容 報修內容 備註 complaint fault problem issue description content note notes',
  },
}

/** The column a remark of an import speaks of, by its field: `product.name` is the product's. */
export function targetOfField(field: string): ImportTarget {
  return (field === 'product.name' ? 'product' : field.replace('product.', '')) as ImportTarget
}

/** Text key of what a column stands for: as the field is called, where a file calls it so, too. */
export function targetLabel(target: ImportTarget): string {
  const field = imported.find((each) => targetOf(each) === target)
  return field ? (field.import?.label ?? field.label) : `customers.importTarget.${target}`
}

const table: Readonly<Record<ArchiveKind, ReadonlyMap<string, ImportTarget>>> = {
  customers: wordTable('customers', customerTargets),
  calls: wordTable('calls', callTargets),
}

function wordTable(kind: ArchiveKind, targets: readonly ImportTarget[]): Map<string, ImportTarget> {
  const found = new Map<string, ImportTarget>()
  for (const target of targets) {
    for (const word of (words[kind][target] ?? '').split(' ')) if (!found.has(word)) found.set(word, target)
  }
  return found
}

/** A heading without width, case, spaces, stars and colons, so that ` 联系电话 * ` and `联系电话:` are one word. */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*:_.\-"'“”]+/g, '')
}

/** The meaning of one heading by its words alone. */
export function guessHeading(kind: ArchiveKind, heading: string): Omit<ColumnGuess, 'column' | 'heading'> {
  const key = headingKey(heading)
  const nothing = { target: null, confidence: 0, reason: 'none' } as const
  if (key === '' || key.length > 20) return nothing
  const same = table[kind].get(key)
  if (same) return { target: same, confidence: 1, reason: 'sameWord' }
  const parts = [key.replace(/\(.*?\)|\[.*?\]|【.*?】/g, ''), ...key.split(/[/()\[\]、,|【】]/)]
  for (const part of parts) {
    const target = table[kind].get(part)
    if (target) return { target, confidence: 0.8, reason: 'partOfHeading' }
  }
  let longest = ''
  for (const word of table[kind].keys()) {
    if (word.length > longest.length && word.length > 1 && key.includes(word)) longest = word
  }
  const target = table[kind].get(longest)
  return target ? { target, confidence: 0.4 + 0.3 * (longest.length / key.length), reason: 'partOfHeading' } : nothing
}

const looksLikePhone = (cell: string): boolean => {
  const digits = cell.normalize('NFKC').replace(/\D/g, '')
  return digits.length >= 7 && digits.length <= 24 && /^(\+|00)?[\d\s()\-转#]+/.test(cell.normalize('NFKC').trim())
}

/**
 * Takes each column for at most one target, the surest heading first; a second column of phones becomes `phone2`, then `phone3`.
 * Where no heading speaks of a phone, the column whose cells look like phones is taken.
 */
export function guessColumns(
  kind: ArchiveKind,
  heading: readonly string[],
  sampleRows: readonly (readonly string[])[],
): ColumnGuess[] {
  const guesses = heading.map((text, column): ColumnGuess => ({ column, heading: text, ...guessHeading(kind, text) }))
  const taken = new Set<ImportTarget>()
  for (const guess of guesses.toSorted((a, b) => b.confidence - a.confidence || a.column - b.column)) {
    if (guess.target === null) continue
    const free = [guess.target, ...(/^phone/.test(guess.target) ? (['phone', 'phone2', 'phone3'] as const) : [])].find(
      (target) => !taken.has(target),
    )
    if (free === undefined) Object.assign(guess, { target: null, confidence: 0, reason: 'none' })
    else taken.add((guess.target = free))
  }
  for (const guess of guesses) {
    if (guess.target !== 'number' || !countsRows(sampleRows.map((row) => row[guess.column] ?? ''))) continue
    Object.assign(guess, { target: null, confidence: 0, reason: 'counter' })
  }
  const phone: ImportTarget = kind === 'customers' ? 'phone' : 'fromNumber'
  if (!taken.has(phone)) {
    const column = guesses
      .filter((guess) => guess.target === null || guess.target === 'phone2')
      .map((guess) => ({ guess, share: share(sampleRows, guess.column) }))
      .toSorted((a, b) => b.share - a.share)[0]
    if (column && column.share >= 0.6) Object.assign(column.guess, { target: phone, confidence: 0.5, reason: 'cells' })
  }
  return guesses
}

/** 1, 2, 3 … down the file numbers the rows, not the customers. */
function countsRows(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => cell.trim() !== '').map(Number)
  const steps = numbers.slice(1).filter((number, i) => number === numbers[i]! + 1)
  return numbers.length >= 3 && numbers[0]! <= 2 && steps.length >= (numbers.length - 1) * 0.9
}

function share(rows: readonly (readonly string[])[], column: number): number {
  const filled = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
  return filled.length === 0 ? 0 : filled.filter(looksLikePhone).length / filled.length
}

/** The mapping the guesses add up to. */
export function mappingOf(guesses: readonly ColumnGuess[]): ColumnMapping {
  const mapping: Partial<Record<ImportTarget, number>> = {}
  for (const guess of guesses) if (guess.target !== null) mapping[guess.target] = guess.column
  return mapping
}

/**
 * How much a row looks like the heading of an archive: how many different targets its cells name, and how surely (`score`).
 */
export function headingScore(cells: readonly string[]): { kind: ArchiveKind; score: number; named: number } {
  const [customers, calls] = [scoreAs('customers', cells), scoreAs('calls', cells)]
  return calls.score > customers.score ? calls : customers
}

function scoreAs(kind: ArchiveKind, cells: readonly string[]): { kind: ArchiveKind; score: number; named: number } {
  const best = new Map<ImportTarget, number>()
  for (const cell of cells) {
    const { target, confidence } = guessHeading(kind, cell)
    if (target && confidence > (best.get(target) ?? 0)) best.set(target, confidence)
  }
  return { kind, score: [...best.values()].reduce((sum, value) => sum + value, 0), named: best.size }
}
