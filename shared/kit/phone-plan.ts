/** What a number is by its digits alone; `internal` is an extension of the house. */
export type PhoneKind =
  'mobile' | 'landline' | 'hotline' | 'short' | 'internal' | 'hongKong' | 'macao' | 'taiwan' | 'foreign'

/** A number by the numbering plan, before anything is known of an extension. */
export interface PlannedNumber {
  key: string
  kind: PhoneKind
}

const wideAreaCode = '0(?:10|2[0-57-9])'
const otherAreaCode = '0(?:3[1-9]|4[1-8]|5[1-9]|6[369]|7\\d|8[1-357-9]|9\\d)\\d'
const areaCode = `(?:${wideAreaCode}|${otherAreaCode})`
const areaCodeAtStart = new RegExp(`^${areaCode}`)
const landline = new RegExp(`^(?:${wideAreaCode}[2-8]\\d{7}|${otherAreaCode}[2-8]\\d{6,7})$`)
const mobile = /^1[3-9]\d{9}$/
const hotline = /^[48]00\d{7}$/
const short = /^(?:1[12]\d|1[0-2]\d{3}|11[68]114|95\d{3}|96\d{3,4}|9510\d{4}|1010\d{4})$/
const shortBehindAreaCode = new RegExp(`^(${areaCode})(1[12]\\d|1[0-2]\\d{3}|95\\d{3}|96\\d{3,4})$`)
const internal = /^(?:[2-9]\d{2,3}|1\d{3}|[2-8]\d{4})$/
const local = /^[2-8]\d{6,7}$/
/** Dialled before the number: IP telephony, a second number on one card, hiding the own number. */
const dialledBefore = /^(?:0?179\d\d|10193|11808|12593|12520|12583[123]|193)(?=0|1[3-9])/
const twoDigitCountry = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** The country code at the start of international digits (no plus sign): `1`, `44`, `852`. */
export function countryCodeOf(digits: string): string {
  if (/^[17]/.test(digits)) return digits.slice(0, 1)
  return digits.slice(0, twoDigitCountry.test(digits) ? 2 : 3)
}

/** The area code of a landline key with its zero (`0531`), or null for every other key. */
export function areaCodeOf(key: string): string | null {
  return landline.test(key) ? (areaCodeAtStart.exec(key)?.[0] ?? null) : null
}

function mainlandDigits(digits: string): PlannedNumber | null {
  if (mobile.test(digits)) return { key: digits, kind: 'mobile' }
  if (hotline.test(digits)) return { key: digits, kind: 'hotline' }
  if (landline.test(digits)) return { key: digits, kind: 'landline' }
  if (/^01[3-9]\d{9}$/.test(digits)) return { key: digits.slice(1), kind: 'mobile' }
  if (landline.test('0' + digits)) return { key: '0' + digits, kind: 'landline' }
  return null
}

function regionDigits(digits: string): PlannedNumber | null {
  if (/^852[2-9]\d{7}$/.test(digits)) return { key: '+' + digits, kind: 'hongKong' }
  if (/^853[2-9]\d{7}$/.test(digits)) return { key: '+' + digits, kind: 'macao' }
  const taiwan = /^8860?([2-9]\d{7,8})$/.exec(digits)
  return taiwan ? { key: '+886' + taiwan[1], kind: 'taiwan' } : null
}

function internationalDigits(digits: string): PlannedNumber | null {
  const bare = digits.replace(/^0+/, '')
  const country = countryCodeOf(bare)
  const national = bare.slice(country.length)
  if (country === '86') {
    const again = national.replace(/^(?:0086|86)(?=0?1[3-9]\d{9}$)/, '')
    return mainlandDigits(again) ?? shortNumber(again)
  }
  if (country === '852' || country === '853' || country === '886') return regionDigits(bare)
  if (country === '1') return /^1[2-9]\d\d[2-9]\d{6}$/.test(bare) ? { key: '+' + bare, kind: 'foreign' } : null
  return bare.length >= 8 && bare.length <= 15 && !/^(?:0|210|999)/.test(bare)
    ? { key: '+' + bare, kind: 'foreign' }
    : null
}

/** A whole number as people dial it, not short, not internal. `international`: a plus sign stood before the digits. */
export function planNumber(digits: string, international: boolean): PlannedNumber | null {
  if (international) return internationalDigits(digits)
  if (digits.startsWith('00')) return internationalDigits(digits.slice(2))
  if (/^(?:85[23]\d{8}|8860?\d{9})$/.test(digits)) {
    const region = regionDigits(digits)
    if (region) return region
  }
  if (/^09\d{8}$/.test(digits)) return { key: '+886' + digits.slice(1), kind: 'taiwan' }
  const mainland = mainlandDigits(digits)
  if (mainland) return mainland
  const behindCountry = /^0?86(\d{10,12})$/.exec(digits)?.[1]
  if (behindCountry) return mainlandDigits(behindCountry)
  const prefix = dialledBefore.exec(digits)?.[0]
  return prefix ? mainlandDigits(digits.slice(prefix.length)) : null
}

/** Service numbers: `110`, `10086`, `95588`. An area code before them falls away, except before the provincial 96. */
export function shortNumber(digits: string): PlannedNumber | null {
  if (short.test(digits)) return { key: digits, kind: 'short' }
  const behind = shortBehindAreaCode.exec(digits)
  if (!behind?.[2]) return null
  return { key: behind[2].startsWith('96') ? digits : behind[2], kind: 'short' }
}

/** An extension of the firm's own exchange, three to five digits. */
export function internalNumber(digits: string): PlannedNumber | null {
  return internal.test(digits) ? { key: digits, kind: 'internal' } : null
}

/** Seven or eight digits without an area code, completed with the one at home (`0531` or `531`). */
export function localNumber(digits: string, homeAreaCode: string): PlannedNumber | null {
  const key = '0' + homeAreaCode.replace(/^0/, '') + digits
  return local.test(digits) && landline.test(key) ? { key, kind: 'landline' } : null
}
