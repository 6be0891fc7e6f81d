/** What spreadsheets show where a formula failed; in an archive they stand for nothing. */
const failedFormula = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i

/** Nearly all cells are plain already; this look spares them the rest. */
const needsCare = /[\u0000-\u001f\u007f\u00a0\u200b\u3000\ufeff]|^[\s'=#]|\s$|\s\s/

/**
 * A cell as the clerk meant it: without control characters, without the quote that guards an exported formula, without the `="…"` that
 * keeps a number's zeros in a spreadsheet, on one line with single spaces.
 */
export function plainCell(cell: string | undefined): string {
  return cell === undefined || !needsCare.test(cell) ? (cell ?? '') : plainText(cell).replaceAll(/\s+/g, ' ')
}

/** Like `plainCell`, keeping line breaks: for notes and complaints. */
export function plainText(cell: string | undefined): string {
  if (cell === undefined || !needsCare.test(cell)) return cell ?? ''
  const seen = cell.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g, '').trim()
  const text = unguarded(seen)
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
