import type { Language } from './words.ts'

const formats = new Map<Language, Intl.NumberFormat>()

/** Money as people read it in a language: `¥1,240.50`; `CN¥` where ¥ alone could be another currency. Renminbi. */
export function formatCents(cents: number, language: Language): string {
  let format = formats.get(language)
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY' })
    formats.set(language, format)
  }
  return format.format(cents / 100)
}

const mostCents = 100_000_000_000
const amount = /^(?:¥|￥|cn¥|rmb|cny)?(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{0,2}))?(万)?(?:元|块|圆|圓|塊)?(?:整|正)?$/u

/**
 * Cents of an amount as typed (`1,240.50`, `¥1240.5`, `１２元`, `2.5万`), null when it is none, negative, finer than a cent
 * or beyond a thousand million. A comma must stand before three digits: `1,24` is a slip, not a number.
 */
export function parseMoney(text: string): number | null {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')
  const found = amount.exec(plain)
  if (found === null) return null
  const [, whole = '', fraction = '', tenThousand] = found
  if (whole === '' && fraction === '') return null
  const cents = Number(whole.replaceAll(',', '') || '0') * 100 + Number(fraction.padEnd(2, '0'))
  const total = tenThousand === undefined ? cents : cents * 10_000
  return total <= mostCents ? total : null
}

const figures = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿']

/** Up to four digits in capitals, `零` once for any run of zeros inside: 1010 → 壹仟零壹拾. */
function fourDigits(value: number): string {
  const digits = String(value)
  let text = ''
  for (const [at, digit] of [...digits].entries()) {
    if (digit !== '0') text += figures[Number(digit)]! + places[digits.length - 1 - at]!
    else if (/[1-9]/u.test(digits.slice(at + 1)) && !text.endsWith('零')) text += '零'
  }
  return text
}

/**
 * Amount in Chinese capitals as receipts and invoices want it: 2864000 → 贰万捌仟陆佰肆拾元整. Whole cents from 0 up to
 * 999,999,999,999.99; anything else throws RangeError.
 */
export function amountInCapitals(cents: number): string {
  if (!Number.isSafeInteger(cents) || cents < 0 || cents >= 1e14) throw new RangeError('not an amount in cents')
  const [yuan, jiao, fen] = [Math.floor(cents / 100), Math.floor(cents / 10) % 10, cents % 10]
  let text = ''
  for (let group = 2; group >= 0; group -= 1) {
    const value = Math.floor(yuan / 10_000 ** group) % 10_000
    if (value === 0) continue
    const gap = text !== '' && (value < 1000 || Math.floor(yuan / 10_000 ** (group + 1)) % 10_000 === 0)
    text += (gap ? '零' : '') + fourDigits(value) + groups[group]!
  }
  if (text !== '') text += '元'
  if (jiao === 0 && fen === 0) return `${text === '' ? '零元' : text}整`
  if (jiao > 0) text += `${figures[jiao]}角`
  else if (text !== '') text += '零'
  return fen > 0 ? `${text}${figures[fen]}分` : `${text}整`
}
