/** Delimiters that are tried, the likelier first. */
export const delimiters = [',', '\t', ';'] as const

export type Delimiter = (typeof delimiters)[number]

/** Excel itself holds no longer cell than 32,767 characters; a "cell" longer than this is a quote somebody forgot to close. */
const longestQuotedCell = 100_000

/** Where the parser stands, for progress; and how often a broken quote was read as an ordinary character. */
export interface CsvState {
  /** Characters read so far. */
  at: number
  mendedQuotes: number
}

/**
 * Records of a CSV text, one array of cells each; a blank line is a record with one empty cell. Line breaks inside quotes belong to
 * their cell. Never fails: a stray quote inside quotes is kept, a quote that never closes properly is an ordinary character.
 */
export function* parseCsv(text: string, delimiter: Delimiter, state: CsvState): Generator<string[], void> {
  const lastQuote = text.lastIndexOf('"')
  let cells: string[] = []
  let quotesCount = true
  let at = 0
  while (at < text.length) {
    let cell: string
    const quoted = quotesCount && text.charCodeAt(at) === 34 ? quotedCell(text, at, delimiter, lastQuote) : undefined
    if (quoted) {
      cell = quoted.cell
      at = quoted.end
    } else {
      if (quoted === null) {
        state.mendedQuotes++
        quotesCount = false
      }
      const end = cellEnd(text, at, delimiter)
      cell = text.slice(at, end)
      at = end
    }
    cells.push(cell)
    const next = text[at]
    if (next === delimiter) {
      at++
      if (at < text.length) continue
      cells.push('')
    } else if (next === '\r' && text[at + 1] === '\n') at += 2
    else at++
    state.at = at
    yield cells
    cells = []
    quotesCount = true
  }
}

function cellEnd(text: string, from: number, delimiter: Delimiter): number {
  const mark = delimiter.charCodeAt(0)
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === mark || code === 10 || code === 13) break
  }
  return at
}

/** `null` when the quote at `open` opens nothing that closes. */
function quotedCell(
  text: string,
  open: number,
  delimiter: Delimiter,
  lastQuote: number,
): { cell: string; end: number } | null {
  let from = open + 1
  let doubled = false
  while (from <= lastQuote) {
    const quote = text.indexOf('"', from)
    if (quote - open > longestQuotedCell) return null
    const next = text[quote + 1]
    if (next === '"') {
      doubled = true
      from = quote + 2
      continue
    }
    let end = quote + 1
    while (text[end] === ' ') end++
    const after = text[end]
    if (after === undefined || after === delimiter || after === '\n' || after === '\r') {
      const raw = text.slice(open + 1, quote)
      return { cell: doubled ? raw.replaceAll('""', '"') : raw, end }
    }
    if (/[\r\n]/.test(text.slice(open, quote))) return null
    from = quote + 1
  }
  return null
}
