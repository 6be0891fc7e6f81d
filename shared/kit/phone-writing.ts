import { plainSigns } from './asked-text.ts'

/** How a group of digits hangs on the one before it. `extension`: a word or sign for one stood between them. */
export type Join = 'none' | 'space' | 'dash' | 'extension'

/** Digits that stand together, and how they are joined to those before. */
export interface DigitGroup {
  digits: string
  join: Join
  /** A plus sign stood before the group. */
  plus: boolean
}

/** Digit groups without words between them; a chunk may still hold several numbers. */
export interface Chunk {
  groups: DigitGroup[]
  /** A list sign stood before the chunk, so a few digits may be the varied end of the number before: `87973316/17`. */
  variesEnd: boolean
}

const listSigns = /([/\\|、~&;,\n\r\t]|或者?|以及|和|及|与|與|\b(?:or|and)\b)/i
const extensionWord = /(?:转接?|轉接?|分机号?|分機號?|内线|內線|ext(?:ension)?|[x#*])+[\s.:=)-]*(?=\d)/iy
const otherNumber = /(?:qq|邮编|郵編|身份证|身分證|证号|證號|编号|編號|工号|工號)[号號]?[\s:.]*$/i

/**
 * One notation for all: half-width characters, plain dashes, no invisible signs, no tel: or sip: wrapping, no thousands
 * commas. Texts that a spreadsheet turned into `1.38E+10` get their digits back when all of them are still there.
 */
export function plainWriting(text: string): string {
  return plainSigns(text.replace(/[①-⑳]/g, '/'))
    .replace(/(?<=\d)[ー一](?=\d)/g, '-')
    .replace(/%2b/gi, '+')
    .replace(/^.*?\bsips?:([^@;>\s]+).*$/is, '$1')
    .replace(/[;,]\s*(?=ext)/gi, ' ')
    .replace(/^\s*\d{1,3}(?:,\d{3}){2,}\s*$/, (all) => all.replaceAll(',', ''))
    .replace(/(?<=\d{10})\.0{1,2}(?=\s*(?:$|[/、;,]))/g, '')
    .replace(/(?<![\d.])(\d)\.(\d{6,})e\+?(\d{1,2})(?!\d)/gi, (all, first: string, rest: string, power: string) =>
      rest.length === Number(power) ? first + rest : all,
    )
}

const scientific = /(?<![\d.])\d(?:\.\d+)?e\+?\d{2}(?!\d)/gi

/** Takes what a spreadsheet destroyed (`1.38124E+10`, `#####`) out of plain writing and says whether there was any. */
export function withoutDestroyed(plain: string): { rest: string; destroyed: boolean } {
  const rest = plain.replace(scientific, ' / ').replace(/#{4,}/g, ' / ')
  return { rest, destroyed: rest !== plain }
}

function chunksOfPart(part: string, variesEnd: boolean): Chunk[] {
  const chunks: Chunk[] = []
  let groups: DigitGroup[] = []
  let join: Join = 'none'
  let plus = false
  let words = ''
  const close = () => {
    if (groups.length > 0 && groups.length <= 24) chunks.push({ groups, variesEnd: variesEnd && chunks.length === 0 })
    groups = []
    join = 'none'
  }
  for (let at = 0; at < part.length;) {
    const digits = /^\d+/.exec(part.slice(at))?.[0]
    extensionWord.lastIndex = at
    const extension = groups.length > 0 ? extensionWord.exec(part)?.[0] : undefined
    const sign = part.charAt(at)
    if (digits) {
      const trunkZero = digits === '0' && part.charAt(at - 1) === '(' && part.charAt(at + 1) === ')'
      const bracketed = part.charAt(at - 1) === '[' && part.charAt(at + digits.length) === ']' && groups.length > 0
      if (!otherNumber.test(words) && !(trunkZero && groups.length > 0)) {
        groups.push({ digits, join: bracketed ? 'extension' : join, plus })
      }
      words = ''
      plus = false
      join = 'none'
      at += digits.length
    } else if (extension) {
      join = 'extension'
      at += extension.length
    } else {
      if (sign === '+') plus = true
      else if (sign === '-') join = join === 'extension' ? join : 'dash'
      else if (/[\s()[\].·•]/.test(sign)) join = join === 'none' ? 'space' : join
      else {
        close()
        plus = false
        words += sign
      }
      if (words && /[\s:.]/.test(sign)) words += sign
      at += 1
    }
  }
  close()
  return chunks
}

/** Cuts plain writing into chunks at list signs and words. Numbers with digits starred out fall away. */
export function chunksOf(plain: string): Chunk[] {
  const parts = plain.replace(/(?<!\d)(0\d{2,3})\/(?=[2-8]\d{6,7})/g, '$1-').split(listSigns)
  return parts.flatMap((part, i) => {
    if (i % 2 === 1 || part.includes('**')) return []
    return chunksOfPart(part, i > 0 && /[/、~]/.test(parts[i - 1] ?? ''))
  })
}
