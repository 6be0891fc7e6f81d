import type { Letters } from './papers.ts'

/**
 * Heights are estimated, never asked of a browser, so that screen and print break pages at the same place. Every guess
 * errs to the wide side: a real face may leave a line a little emptier, but nothing grows out of its cell.
 */

const mmPerPt = 25.4 / 72
/** Height of a line as a multiple of the letters. */
const lead = 1.3

/** mm from the top of one line to the top of the next. */
export const lineHeightMm = (letters: Letters): number => letters.pt * mmPerPt * lead

/** Letters that are about half as wide as an average Latin letter. */
const narrow = /[ijltfr.,:;'`|!()[\]{}]/u
const wide = /[mwMW@%&]/u
const latin = /[\u0020-\u024f\u2010-\u2013\u2060]/u
const unseen = /[\u200b-\u200f\u2060\ufe00-\ufe0f]|\p{M}/u
/** Closing signs never begin a line, opening signs never end one. */
const closing = /[，。、；：？！）》」』】〉〕”’％…—·℃°,.;:?!)\]}%]/u
const opening = /[（《「『【〈〔“‘([{￥¥$]/u

function widthEm(letter: string, bold: boolean): number {
  const more = bold ? 0.04 : 0
  if (letter === ' ' || letter === '\u00a0') return 0.3
  if (unseen.test(letter)) return 0
  if (letter === '-') return 0.5
  if (!latin.test(letter)) return 1
  if (wide.test(letter)) return 0.96
  if (narrow.test(letter)) return 0.42 + more
  if (/[A-Z]/u.test(letter)) return 0.72 + more
  return letter > '\u007f' ? 0.8 : 0.58 + more
}

/** Width of one line of text, rather too wide than too narrow. */
export function textWidthMm(text: string, letters: Letters): number {
  let em = 0
  for (const letter of text) em += widthEm(letter, letters.bold)
  return em * letters.pt * mmPerPt
}

/** Cuts text where a line may end: after every CJK letter and space, but a Latin word or a sign stays with its own. */
export function unbreakables(text: string): string[] {
  const units: string[] = []
  let joins = false
  for (const letter of text) {
    const last = units.at(-1)
    const word = latin.test(letter) && letter !== ' '
    const before = last?.at(-1) ?? ''
    const inWord = word && latin.test(before) && before !== ' '
    if (last !== undefined && (joins || inWord || letter === ' ' || closing.test(letter) || /\p{M}/u.test(letter)))
      units[units.length - 1] = last + letter
    else units.push(letter)
    joins = opening.test(letter)
  }
  return units
}

/** A place on the lines of a cell: which line, how far along. */
export interface Caret {
  line: number
  xMm: number
}

/**
 * Walks a text from the caret on and says where it ends; `\n` begins a new line, a word longer than a line breaks
 * anywhere. `onUnit` hears every unbreakable with the line it stands on.
 */
export function flow(
  text: string,
  letters: Letters,
  widthMm: number,
  from: Caret,
  onUnit?: (unit: string, line: number) => void,
): Caret {
  let { line, xMm } = from
  const room = widthMm - 0.2
  text.split('\n').forEach((paragraph, index) => {
    if (index > 0) {
      line += 1
      xMm = 0
      onUnit?.('\n', line)
    }
    for (const unit of unbreakables(paragraph)) {
      const width = textWidthMm(unit.trimEnd(), letters)
      if (xMm + width <= room || (xMm === 0 && width <= room)) {
        onUnit?.(unit, line)
        xMm += textWidthMm(unit, letters)
        continue
      }
      if (xMm > 0) {
        line += 1
        xMm = 0
      }
      if (width <= room) {
        onUnit?.(unit, line)
        xMm = textWidthMm(unit, letters)
        continue
      }
      for (const letter of unit) {
        const step = textWidthMm(letter, letters)
        if (xMm + step > room && xMm > 0) {
          line += 1
          xMm = 0
        }
        onUnit?.(letter, line)
        xMm += step
      }
    }
  })
  return { line, xMm }
}

/**
 * A word wider than the room. Browsers would break it at signs of their own choice and need more lines than counted,
 * so such a text is drawn with breaks allowed anywhere.
 */
export const breaksAnywhere = (text: string, letters: Letters, widthMm: number): boolean =>
  unbreakables(text).some((unit) => textWidthMm(unit, letters) > widthMm - 0.2)

/** Moves past something that cannot break: a box with its word, a writing line. */
export function step(stepMm: number, widthMm: number, from: Caret): Caret {
  if (from.xMm > 0 && from.xMm + stepMm > widthMm) return { line: from.line + 1, xMm: stepMm }
  return { line: from.line, xMm: from.xMm + stepMm }
}

/** Lines a text needs in that width, at least 1. */
export const lineCount = (text: string, letters: Letters, widthMm: number): number =>
  flow(text, letters, widthMm, { line: 0, xMm: 0 }).line + 1

/** The text up to that many lines, and the rest; the rest is empty when all of it fits. */
export function cutAfterLines(text: string, letters: Letters, widthMm: number, lines: number): [string, string] {
  let head = ''
  let rest = ''
  flow(text, letters, widthMm, { line: 0, xMm: 0 }, (unit, line) => {
    if (line < lines) head += unit
    else rest += unit
  })
  return [head, rest.replace(/^[\s]+/u, '')]
}
