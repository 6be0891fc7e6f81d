/** Pieces of a number scheme: `GD{yyyy}{MM}{dd}-{seq:4}`. */
const token = /\{([^{}]*)\}/gu
const seqToken = /^seq(?::([1-9]))?$/u

/** Day parts have a fixed width, so that two counters can never produce the same number. */
const dayParts: ReadonlyMap<string, (on: string) => string> = new Map([
  ['yyyy', (on: string) => on.slice(0, 4)],
  ['yy', (on: string) => on.slice(2, 4)],
  ['MM', (on: string) => on.slice(5, 7)],
  ['dd', (on: string) => on.slice(8, 10)],
])

/** What is wrong with a scheme. */
export type SchemeProblem = 'noSeq' | 'severalSeqs' | 'unknownToken' | 'strayBrace' | 'unprintable'

/**
 * null when numbers of this scheme are unique; else why not. Exactly one `{seq}` or `{seq:1}` … `{seq:9}`, days only by
 * `{yyyy}`, `{yy}`, `{MM}`, `{dd}`, no loose brace, no control character and no half of a pair.
 */
export function schemeProblem(scheme: string): SchemeProblem | null {
  const tokens = [...scheme.matchAll(token)].map((match) => match[1]!)
  if (/[\p{Cc}\p{Cs}]/u.test(scheme)) return 'unprintable'
  if (/[{}]/u.test(scheme.replaceAll(token, ''))) return 'strayBrace'
  if (tokens.some((each) => !dayParts.has(each) && !seqToken.test(each))) return 'unknownToken'
  const seqs = tokens.filter((each) => seqToken.test(each)).length
  return seqs === 0 ? 'noSeq' : seqs > 1 ? 'severalSeqs' : null
}

function fill(scheme: string, on: string, seqText: (digits: number) => string): string {
  return scheme.replaceAll(token, (whole, name: string) => {
    const seq = seqToken.exec(name)
    return seq ? seqText(Number(seq[1] ?? 1)) : (dayParts.get(name)?.(on) ?? whole)
  })
}

/**
 * The number of a day (`2026-03-02`) and a running figure from 1. A figure longer than its digits simply grows. Throws
 * RangeError for a scheme with a problem and for a figure below 1.
 */
export function formatNumber(scheme: string, on: string, seq: number): string {
  const problem = schemeProblem(scheme)
  if (problem !== null) throw new RangeError(`number scheme ${scheme}: ${problem}`)
  if (!Number.isInteger(seq) || seq < 1) throw new RangeError('numbers run from 1')
  return fill(scheme, on, (digits) => String(seq).padStart(digits, '0'))
}

/**
 * Name of the counter a day's numbers are drawn from, kept for good: numbers are never reused (R353). It restarts
 * exactly as often as the text around the figure changes: daily with `{dd}`, never in a scheme without a day.
 */
export function counterOf(scheme: string, on: string): string {
  return fill(scheme, on, () => '{seq}')
}
