/** What spreadsheets show where a formula failed; in an archive they stand for nothing. */
const failedFormula = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/i

/**
 * A cell as the clerk meant it: without control characters, without the quote that guards an exported formula, without the `="…"` that
 * keeps a number's zeros in a spreadsheet, on one line with single spaces.
 */
export function plainCell(cell: string | undefined): string {
  return plainText(cell).replaceAll(/\s+/g, ' ')
}

/** Like `plainCell`, keeping line breaks: for notes and complaints. */
export function plainText(cell: string | undefined): string {
  const text = unguarded(
    (cell ?? '').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g, '').trim(),
  )
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

/** Takes the guarding quote away again, so that a mended report of refused rows reads like the file it came from. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** What makes two writings of one text the same: width, case and every space aside. */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b-\u200d\ufeff]+/g, '')
}
