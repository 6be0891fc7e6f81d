import type { Language, Text } from '../kit/words.ts'
import type { FormField, FormRecord, FormValue, ListColumn, PrintInfo } from './grammar.ts'

/** Follows a dotted path; a key with dots in it wins over the walk. Unknown is null. */
export function valueAt(record: FormValue | FormRecord | undefined, path: string): FormValue {
  if (record === null || record === undefined || typeof record !== 'object') return null
  const holder = record as Readonly<Record<string, FormValue>>
  if (holder[path] !== undefined) return holder[path]
  const dot = path.indexOf('.')
  if (dot < 0) return null
  return valueAt(holder[path.slice(0, dot)], path.slice(dot + 1))
}

/** The text of a plain value; empty for unknown, groups and lists. */
export const plainText = (value: FormValue): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

/** The items of a list value, none when it is no list. */
export const itemsOf = (value: FormValue): readonly FormValue[] =>
  Array.isArray(value) ? (value as readonly FormValue[]) : []

/** Fills `{{name}}` in the text of that language. */
export function inWords(text: Text, language: Language, facts: Readonly<Record<string, string | number>> = {}): string {
  return text[language].replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(facts[name] ?? ''))
}

/** Phone in groups as it is said, 138 1234 5678; masked numbers keep their stars. Anything else stays as written. */
export function groupedPhone(text: string): string {
  const bare = text.replaceAll(/[\s-]/gu, '')
  const mobile = /^(1\d{2})([\d*]{4})([\d*]{4})$/u.exec(bare)
  if (mobile) return mobile.slice(1).join(' ')
  const toll = /^([48]00)(\d{3})(\d{4})$/u.exec(bare)
  return toll ? toll.slice(1).join(' ') : text
}

/** Cents as 1,234.00 without a sign. */
export function plainMoney(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100)
  const rest = String(Math.abs(Math.round(cents)) % 100).padStart(2, '0')
  return `${cents < 0 ? '-' : ''}${String(whole).replaceAll(/\B(?=(\d{3})+$)/gu, ',')}.${rest}`
}

/** An instant in the zone of the print, `2026-11-20 10:38`; text that is no instant stays as written. */
export function localTime(text: string, timeZone: string): { on: string; at: string } | null {
  const at = Date.parse(text)
  if (!/^\d{4}-\d\d-\d\dT/u.test(text) || Number.isNaN(at)) return null
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return { on: `${part('year')}-${part('month')}-${part('day')}`, at: `${part('hour')}:${part('minute')}` }
}

/** The times of a window stay on one line: the word joiner behind the dash is no ink. */
function shownTime(text: string, until: FormValue, timeZone: string): string {
  const from = localTime(text, timeZone)
  if (!from) return text
  const to = typeof until === 'string' ? localTime(until, timeZone) : null
  if (!to) return `${from.on} ${from.at}`
  return to.on === from.on ? `${from.on} ${from.at}–\u2060${to.at}` : `${from.on} ${from.at} – ${to.on} ${to.at}`
}

function shownColumn(item: FormValue, column: ListColumn, info: PrintInfo): string {
  const value = valueAt(item, column.path)
  if (value === null || value === '') return ''
  if (column.kind === 'money') return typeof value === 'number' ? plainMoney(value) : plainText(value)
  if (column.kind === 'count') return `×${plainText(value)}`
  if (column.kind === 'dateTime') return shownTime(plainText(value), null, info.timeZone)
  const option = column.options?.find((one) => one.value === plainText(value))
  return option ? inWords(option.text, info.language) : plainText(value)
}

/** One column of one item of a table, without the × a sentence has. */
export function shownInTable(
  item: FormValue,
  value: ListColumn | { product: readonly [string, string] },
  info: PrintInfo,
): string {
  if ('product' in value) {
    const [count, price] = value.product.map((path) => valueAt(item, path))
    return typeof count === 'number' && typeof price === 'number' ? plainMoney(count * price) : ''
  }
  return shownColumn(item, value, info).replace(/^×/u, '')
}

/** Whatever is written on a list's place when it is text already, else its items in words. */
function shownList(value: FormValue, field: FormField & { kind: 'list' }, info: PrintInfo): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : ''
  const items = (value as readonly FormValue[]).map((item) =>
    typeof item === 'string'
      ? item
      : field.columns
          .map((column) => shownColumn(item, column, info))
          .filter(Boolean)
          .join(' '),
  )
  const comma = info.language === 'en' ? ', ' : '、'
  return items.filter(Boolean).join(field.between === 'lines' ? '\n' : comma)
}

/** Options of a choice with their words, the firm's own where the settings hold them. */
export function optionsOf(path: string, field: FormField, info: PrintInfo): { value: string; text: string }[] {
  if (field.kind !== 'choice') return []
  if (field.options === 'settings') return info.options[path] ?? []
  return field.options.map((option) => ({ value: option.value, text: inWords(option.text, info.language) }))
}

/** Whether a choice holds the option; a record may hold one value or a list of them. */
export const isChosen = (held: FormValue, value: string): boolean =>
  Array.isArray(held) ? itemsOf(held).map(plainText).includes(value) : plainText(held) === value

/** What a known value looks like on paper; empty when it is not known. */
export function shown(path: string, field: FormField, record: FormRecord, info: PrintInfo): string {
  const value = valueAt(record, path)
  if (value === null || value === '') return ''
  switch (field.kind) {
    case 'phone':
      return groupedPhone(plainText(value))
    case 'money':
      return typeof value === 'number' ? `¥${plainMoney(value)}` : plainText(value)
    case 'dateTime':
      return shownTime(plainText(value), field.until === undefined ? null : valueAt(record, field.until), info.timeZone)
    case 'choice': {
      const known = optionsOf(path, field, info)
      const held = (Array.isArray(value) ? itemsOf(value) : [value]).map(plainText)
      return held.map((one) => known.find((option) => option.value === one)?.text ?? one).join('、')
    }
    case 'list':
      return shownList(value, field, info)
    case 'signature':
      return typeof value === 'string' ? value : plainText(valueAt(value, 'name'))
    default:
      return plainText(value)
  }
}
