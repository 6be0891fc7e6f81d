import { seenText } from '../kit/seen-text.ts'

/** What spreadsheets show where a formula failed; in an archive they stand for nothing. */
const failedFormula = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i

/** Nearly all cells are plain already; this look spares them the rest. */
const needsCare = /[\t\r\n\u00a0\u3000]|^[\s'=#]|\s$|\s\s/

/**
 * A cell as the clerk meant it: without signs nobody sees, without the quote that guards an exported formula, without the `="…"` that
 * keeps a number's zeros in a spreadsheet, on one line with single spaces.
 */
export function plainCell(cell: string | undefined): string {
  const text = plainText(cell)
  return needsCare.test(text) ? text.replaceAll(/\s+/g, ' ').trim() : text
}

/** Like `plainCell`, keeping line breaks: for notes and complaints. */
export function plainText(cell: string | undefined): string {
  const seen = seenText(cell ?? '')
  if (!needsCare.test(seen)) return seen
  const text = unguarded(seen.trim())
    .replace(/^="([\d\s+()-]*)"$/, '$1')
    .replaceAll(/\r\n?/g, '\n')
    .trim()
  return failedFormula.test(text) ? '' : text
}

/** Starts of a cell that a spreadsheet would calculate (with the full-width ones Excel also takes). */
const formulaStart = /^[=+\-@＝＋－＠\t\r]/

/** Puts a quote before a cell that would start a formula. Every exported cell goes through here. */
export function guarded(cell: string): string {
  return formulaStart.test(cell) ? `'${cell}` : cell
}

/** A name that a spreadsheet would calculate: kept as it stands, and worth a look. */
export function looksLikeFormula(name: string): boolean {
  return /^[=＝@＠]/.test(name) || /^[+＋\-－].*[(（]/.test(name)
}

/** Takes the guarding quote away again, so that a mended report of refused rows reads like the file it came from. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell
}

const alreadyKey = /^[\da-z\u4e00-\u9fff-]*$/

/** What makes two writings of one text the same: width, case and every space aside. */
export function textKey(text: string): string {
  if (alreadyKey.test(text)) return text
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b-\u200d\ufeff]+/g, '')
}
