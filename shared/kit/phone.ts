import {
  areaCodeOf,
  countryCodeOf,
  internalNumber,
  localNumber,
  planNumber,
  shortNumber,
  type PhoneKind,
  type PlannedNumber,
} from './phone-plan.ts'
import { chunksOf, plainWriting, withoutDestroyed, type Chunk, type DigitGroup } from './phone-writing.ts'

/**
 * A number (电话) in the one form in which it is stored and looked up.
 * `key`: mainland numbers as dialled inside the country (`13812345678`, `053187973316`, `4000008003`, `95588`), all
 * others with a plus sign and the country code (`+85291234567`). `extension` (分机): its digits, or null.
 */
export interface Phone {
  key: string
  kind: PhoneKind
  extension: string | null
}

/** Where the desk stands: its area code (`0531`) completes local numbers of seven or eight digits. */
export interface PhoneHome {
  areaCode?: string
}

/**
 * Why a cell gave no number: `missing` nothing was written, `spreadsheet` a spreadsheet destroyed the digits,
 * `unusable` something else stands there. `none` as soon as one number could be read.
 */
export type PhoneProblem = 'none' | 'missing' | 'spreadsheet' | 'unusable'

/** Typed by clerks who had no number; 12345 is a real hotline, but nobody's phone. */
const placeholder = /^(?:12345|123456)$/

const aloneInternal = /^\s*(?:内线|內線|分机号?|分機號?|ext\.?|#)?[\s:]*(\d{3,5})\s*$/i

const joined = (groups: readonly DigitGroup[]) => groups.map((group) => group.digits).join('')

function planGroups(groups: readonly DigitGroup[], areaCode: string | undefined): PlannedNumber | null {
  const last = groups[groups.length - 1]
  const planned = planNumber(joined(groups), groups[0]?.plus === true)
  if (planned) {
    const before = groups.slice(0, -1)
    const mainland = !planned.key.startsWith('+')
    if (
      mainland &&
      last?.join === 'dash' &&
      last.digits.length <= 6 &&
      planNumber(joined(before), before[0]?.plus === true)
    ) {
      return null // whole without its last group, which then is an extension
    }
    const oldSixDigits = planned.kind === 'taiwan' && groups.length === 2 && groups[0]?.digits.length === 4
    return oldSixDigits && !groups[0]?.plus ? null : planned
  }
  const looksLocal = groups.length === 1 || (groups.length === 2 && last?.digits.length === 4)
  return areaCode && looksLocal && !groups[0]?.plus ? localNumber(joined(groups), areaCode) : null
}

/** Every digit group must find its number; `maySkip` lets short groups of none stand aside (floors, dates). */
function phonesOfChunk({ groups }: Chunk, home: PhoneHome, maySkip: boolean): Phone[] | null {
  const known = new Map<string, Phone[] | null>()
  const from = (start: number, areaCode: string | undefined, skipped: boolean): Phone[] | null => {
    if (start === groups.length) return []
    const id = `${start} ${areaCode} ${skipped}`
    let found = known.get(id)
    if (found === undefined) {
      found = search(start, areaCode, skipped)
      known.set(id, found)
    }
    return found
  }
  const search = (start: number, areaCode: string | undefined, skipped: boolean): Phone[] | null => {
    let end = start + 1
    while (end < groups.length && groups[end]?.join !== 'extension' && !groups[end]?.plus) end += 1
    for (; end > start; end -= 1) {
      const number = planGroups(groups.slice(start, end), maySkip ? undefined : areaCode)
      if (!number) continue
      const nextAreaCode = areaCodeOf(number.key) ?? areaCode
      const next = groups[end]
      const mayExtend = next && next.digits.length <= 6 && (next.join === 'extension' || next.join === 'dash')
      const plain = mayExtend && next.join === 'extension' ? null : from(end, nextAreaCode, false)
      if (plain) return [{ ...number, extension: null }, ...plain]
      const after = mayExtend ? from(end + 1, nextAreaCode, false) : null
      if (after && next) return [{ ...number, extension: next.digits }, ...after]
    }
    const group = groups[start]
    const aside = maySkip && group && group.digits.length <= 4 && !group.plus
    return aside && (skipped || start === 0 || group.join === 'space') ? from(start + 1, areaCode, true) : null
  }
  return from(0, home.areaCode, false)
}

function shortOfChunk({ groups }: Chunk): Phone | null {
  if (groups.some((group) => group.join === 'extension')) return null
  const short = groups[0]?.plus ? null : shortNumber(joined(groups))
  return short && { ...short, extension: null }
}

function variedEnd(chunk: Chunk, before: Phone | undefined): Phone | null {
  const digits = chunk.groups.length === 1 ? (chunk.groups[0]?.digits ?? '') : ''
  if (!chunk.variesEnd || before?.kind !== 'landline' || before.extension || !/^\d{1,4}$/.test(digits)) return null
  return { ...before, key: before.key.slice(0, -digits.length) + digits }
}

function readAll(plain: string, home: PhoneHome): Phone[] {
  const chunks = chunksOf(plain)
  const phones: Phone[] = []
  for (const chunk of chunks) {
    const before = phones[phones.length - 1]
    const areaCode = phones.map((phone) => areaCodeOf(phone.key)).findLast((code) => code !== null) ?? home.areaCode
    const varied = variedEnd(chunk, before)
    const short = shortOfChunk(chunk)
    const found =
      phonesOfChunk(chunk, { areaCode }, false) ??
      (varied ? [varied] : short ? [short] : phonesOfChunk(chunk, { areaCode }, true))
    for (const phone of found ?? []) {
      if (!phones.some((other) => other.key === phone.key && other.extension === phone.extension)) phones.push(phone)
    }
  }
  const only = internalNumber(aloneInternal.exec(plain)?.[1] ?? '')
  return phones.length === 0 && only ? [{ ...only, extension: null }] : phones
}

/** One number however it is written (call display, form field, search box). Null: there is none or more than one. */
export function readPhone(text: string, home: PhoneHome = {}): Phone | null {
  const { rest, destroyed } = withoutDestroyed(plainWriting(text))
  const phones = readAll(rest, home)
  return !destroyed && phones.length === 1 ? (phones[0] ?? null) : null
}

/** All numbers of a cell in order, each once, and why there are none. Keyboard runs (`12345`) stand for no number. */
export function readPhones(text: string, home: PhoneHome = {}): { phones: Phone[]; problem: PhoneProblem } {
  const { rest, destroyed } = withoutDestroyed(plainWriting(text))
  const phones = readAll(rest, home).filter((phone) => !placeholder.test(phone.key))
  if (phones.length > 0) return { phones, problem: 'none' }
  if (destroyed) return { phones, problem: 'spreadsheet' }
  return { phones, problem: /[\p{L}\p{N}]/u.test(rest) ? 'unusable' : 'missing' }
}

const evenGroups: Readonly<Record<number, readonly number[]>> = {
  6: [3, 3],
  7: [3, 4],
  8: [4, 4],
  9: [3, 3, 3],
  10: [3, 3, 4],
  11: [3, 4, 4],
  12: [4, 4, 4],
  13: [4, 3, 3, 3],
  14: [4, 3, 3, 4],
}

function cut(digits: string, lengths: readonly number[] | undefined): string[] {
  let at = 0
  return lengths ? lengths.map((length) => digits.slice(at, (at += length))) : [digits]
}

/** A key in the groups in which it is read out, the country or area code first. A text that is no key is one group. */
function groupsOf(key: string): string[] {
  if (key.startsWith('+')) {
    const country = countryCodeOf(key.slice(1))
    const national = key.slice(1 + country.length)
    const taipei = country === '886' && !national.startsWith('9')
    const lengths = taipei ? [1, national.length - 5, 4] : evenGroups[national.length]
    return ['+' + country, ...cut(national, lengths)]
  }
  const areaCode = areaCodeOf(key) ?? /^0(?:10|2\d|\d{3})(?=96\d{3,4}$)/.exec(key)?.[0]
  if (areaCode) {
    const number = key.slice(areaCode.length)
    return [areaCode, ...cut(number, number.length > 6 ? evenGroups[number.length] : undefined)]
  }
  if (!/^\d{8,11}$/.test(key)) return [key]
  return cut(key, evenGroups[key.length])
}

/** `138 1234 5678`, `0531 8797 3316-8`, `+852 9123 4567`; what it writes reads back to the same key and extension. */
export function groupPhone(key: string, extension?: string | null): string {
  const sign = key.startsWith('+') ? ' x' : '-'
  return groupsOf(key).join(' ') + (extension ? sign + extension : '')
}

/** Digits at the end of a number that a mask leaves open, at most. */
export const shownDigits = 4

/**
 * `138 **** 5678`, `0531 **** 2210`, `+852 **** 4567`: the network, area or country code and the last four digits.
 * Public service numbers and internal extensions name nobody and stay open; anything else is starred out.
 */
export function maskPhone(key: string): string {
  if (shortNumber(key) || internalNumber(key)) return groupPhone(key)
  const [first, ...rest] = groupsOf(key)
  const hidden = rest.join('')
  if (!first || !/^\+?\d+$/.test(key) || hidden.length < 5) return '****'
  const kept = hidden.length < 7 ? 2 : shownDigits
  const stars = key.startsWith('+') ? 4 : hidden.length - kept
  return `${first} ${'*'.repeat(stars)} ${hidden.slice(-kept)}`
}

/** Whether a number ends in these digits as far as its mask shows it: the answer tells nothing that the mask does not. */
export function showsEnd(key: string, digits: string): boolean {
  return maskPhone(key).replaceAll(' ', '').endsWith(digits)
}

/** The digits backwards, so that the last digits someone remembers become the start of an indexed text. */
export function reversePhone(key: string): string {
  return [...key.replace(/\D/g, '')].reverse().join('')
}
