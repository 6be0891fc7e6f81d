import { areaCodeOf, planNumber } from './phone-plan.ts'

/** Chinese numerals as numbers are read out (幺 is one). */
const numerals = ['〇零○', '一幺壹', '二两兩贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖']
const numeralValues = new Map(numerals.flatMap((signs, value) => [...signs].map((sign) => [sign, String(value)])))
const anyDigit = new RegExp(`[\\p{Nd}\\p{No}${numerals.join('')}]`, 'gu')
/** Fewer digits are no telephone number of anybody. */
const fewestDigits = 7
/** Stands for signs nobody sees, as long as they are. */
const unseen = '\u00ad'

/** Digits written together, where they stand, and what stands between them and those before. */
interface Piece {
  digits: string
  from: number
  to: number
  gap: string
  isInternational: boolean
}

/**
 * A text with its telephone numbers covered, however they are written: of each the last four digits stay, as they were written. Dates, times,
 * amounts and our own numbers, which begin with letters, stay; so does what no numbering plan knows.
 */
export function withoutNumbers(text: string): string {
  if ((text.match(anyDigit)?.length ?? 0) < fewestDigits) return text
  const signs = [...text]
  const plain = signs.map(plainSign).join('').replaceAll(oddlyParted, withDashes)
  let covered = ''
  let done = 0
  for (const [first, last] of numbersIn(plain)) {
    const kept = signs.slice(first, last).filter((_, nth) => /\d/.test(plain.charAt(first + nth)))
    covered += `${signs.slice(done, first).join('')}****${kept.slice(-4).join('')}`
    done = last
  }
  return done === 0 ? text : covered + signs.slice(done).join('')
}

/**
 * Three, four and four digits, as a mobile number is said, or an area code and twice four, with the same signs between them that stand in no number
 * otherwise. No date, time or amount is written so.
 */
const oddlyParted = /(?<!\d)(1[3-9]\d|0\d{2,3})(?![-\u00ad .,_()]+\d)([^\p{L}\d]{1,5})(\d{4})\2(\d{4})(?!\d)/gu
const withDashes = (_: string, first: string, between: string, second: string, third: string) =>
  [first, second, third].join('-'.padEnd(between.length))

/** One sign for one, so that places stay: digits of any script, plain dashes, dots, commas and spaces. */
function plainSign(sign: string): string {
  if (/^[\x20-\x7e]$/.test(sign)) return sign
  if (/\p{Nd}/u.test(sign)) return digitOf(sign)
  if (/[\p{Pd}−]/u.test(sign)) return '-'
  if (/[。．·・•]/u.test(sign)) return '.'
  if (/[、，]/u.test(sign)) return ','
  if (/\s/u.test(sign)) return ' '
  if (/\p{Cf}/u.test(sign)) return unseen
  const half = sign.normalize('NFKC')
  return numeralValues.get(sign) ?? (half.length === 1 ? half : '\ufffd')
}

/** Digits of a script stand one after the other, from nought. */
function digitOf(sign: string): string {
  const half = sign.normalize('NFKC')
  if (/^\d$/.test(half)) return half
  const code = sign.codePointAt(0)!
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

/** Words before digits that say it is a telephone all the same. */
const calledBy = /^(?:tel|phone|mobile|mob|cell|ph|call|fax|wx|vx|wechat|qq)$/i
const isMobile = (written: string) => /^1[3-9]\d{9}$/.test(written.replace(/\.\d+$/, '').replace(/\D/g, ''))

const year = '(?:19|20)\\d\\d'
const month = '(?:0?[1-9]|1[0-2])'
const day = '(?:0?[1-9]|[12]\\d|3[01])'
/** What holds many digits and is no telephone, unless it says so: our own numbers, dates, amounts, figures with decimals. */
const others: readonly [RegExp, isNone: (written: string) => boolean][] = [
  [/[A-Za-z]+[-_/.]?\d+(?:[-_/.]\d+)*/g, (written) => calledBy.test(/^[A-Za-z]+/.exec(written)![0])],
  [new RegExp(`(?<!\\d|\\d[-)]|0\\d{2,3}[-) ]{1,2})${year}[-/.年]${month}[-/.月]${day}(?!\\d)`, 'g'), () => false],
  [new RegExp(`(?<![\\d-])(?:${day}[-/.]${month}|${month}[-/.]${day})[-/.]${year}(?![\\d-])`, 'g'), () => false],
  [/[¥$] ?\d[\d,]*(?:\.\d+)?|(?<![\d,.])\d[\d,]*(?:\.\d+)? ?(?:元|块|圆|万|亿)/g, isMobile],
  [/(?<![\d.])\d+\.\d{1,2}(?![\d.])/g, isMobile],
]

/** Places of telephone numbers, in order: first and behind the last. */
function numbersIn(plain: string): [number, number][] {
  const open = others.reduce(
    (rest, [form, isNone]) =>
      rest.replace(form, (written) => (isNone(written) ? written : '\ufffd'.repeat(written.length))),
    plain,
  )
  return [...open.matchAll(/\d+(?:[-\u00ad .,_()]{1,5}\d+)*/g)]
    .filter(([run]) => run.replace(/\D/g, '').length >= fewestDigits)
    .flatMap(({ 0: run, index }) => numbersOf(piecesOf(run, index, open), open))
    .sort(([a], [b]) => a - b)
}

function piecesOf(run: string, at: number, plain: string): Piece[] {
  let end = 0
  return [...run.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
    const from = at + index
    const gap = run.slice(end, index)
    end = index + digits.length
    return { digits, from, to: at + end, gap, isInternational: /\+ ?$/.test(plain.slice(0, from)) }
  })
}

/** Longer than any number as it is dialled. */
const mostDigits = 20

/** Whole numbers first, each as long as it can be; then, of what is left, those without an area code. */
function numbersOf(pieces: readonly Piece[], plain: string): [number, number][] {
  const found: [number, number][] = []
  let left: Piece[] = []
  const settle = () => {
    if (left.length > 0) found.push(...take(left, (some) => isLocal(some, plain))[0])
    left = []
  }
  const [whole, rest] = take(pieces, isWhole)
  found.push(...whole)
  for (const piece of pieces) {
    if (rest.includes(piece)) left.push(piece)
    else settle()
  }
  settle()
  return found
}

/** Takes numbers out of pieces from the left; answers where they stand and which pieces belong to none. */
function take(
  pieces: readonly Piece[],
  isNumber: (some: readonly Piece[]) => boolean,
): [numbers: [number, number][], rest: Piece[]] {
  const numbers: [number, number][] = []
  const rest: Piece[] = []
  for (let nth = 0; nth < pieces.length; nth += 1) {
    const some: Piece[] = []
    let length = 0
    let longest = 0
    for (const piece of pieces.slice(nth, nth + mostDigits)) {
      some.push(piece)
      length += piece.digits.length
      if (length > mostDigits) break
      if (isNumber(some)) longest = some.length
    }
    const first = pieces[nth]!
    if (longest === 0) rest.push(first)
    else numbers.push([first.from, pieces[nth + longest - 1]!.to])
    nth += Math.max(0, longest - 1)
  }
  return [numbers, rest]
}

const digitsOf = (pieces: readonly Piece[]) => pieces.map(({ digits }) => digits).join('')

/** What the plan dials from anywhere. */
function isWhole(pieces: readonly Piece[]): boolean {
  const [first] = pieces
  const digits = digitsOf(pieces)
  if (pieces.length === 1 && digits.length <= 16 && /1[3-9]\d{9}/.test(digits)) return true
  const planned = planNumber(digits, first!.isInternational)
  if (!planned || planned.kind === 'short') return false
  // Without the nought of its area code it has to stand apart: 2026110012 is no number of Canton.
  return planned.kind !== 'landline' || /^0|^86/.test(digits) || areaCodeOf(planned.key) === `0${first!.digits}`
}

const numberWord = /(?:[编單单运運订訂机機]号?|[编單单运運订訂机機]號|序列[号號]|条码|條碼|[Nn][Oo]\.?)[:： ]?$/
const asDate = /^20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
const localShapes = /^(?:7|8|3,4|4,4|2,2,2,2|1(?:,1){6,7})$/

/** Seven or eight digits as people at home dial them, or a mobile number with a digit missing or too many. */
function isLocal(pieces: readonly Piece[], plain: string): boolean {
  const digits = digitsOf(pieces)
  const { from } = pieces[0]!
  const { to } = pieces.at(-1)!
  if (numberWord.test(plain.slice(0, from)) || /^[A-Za-z]/.test(plain.slice(to))) return false
  if (pieces.length === 1 && /^1[3-9]\d{8,11}$/.test(digits)) return true
  return (
    /^[2-8]\d{6,7}$/.test(digits) &&
    !asDate.test(digits) &&
    localShapes.test(pieces.map((piece) => piece.digits.length).join()) &&
    pieces.slice(1).every(({ gap }) => /^[-\u00ad ]+$/.test(gap))
  )
}
