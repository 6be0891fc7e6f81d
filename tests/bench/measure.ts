/** Milliseconds of many runs of one thing. */
export interface Timing {
  p50: number
  p95: number
  count: number
}

/** Runs `once` for each input after a short warm-up, and gives the median and the 95th percentile in milliseconds. */
export async function timed<T>(inputs: readonly T[], once: (input: T) => unknown): Promise<Timing> {
  for (const input of inputs.slice(0, Math.min(50, inputs.length))) await once(input)
  const taken: number[] = []
  for (const input of inputs) {
    const from = performance.now()
    await once(input)
    taken.push(performance.now() - from)
  }
  return percentiles(taken)
}

/** Median and 95th percentile of times already taken. */
export function percentiles(taken: number[]): Timing {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), count: taken.length }
}

/** Prints rows as one aligned table; the first row is its head. */
export function table(rows: readonly string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? []
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)].join('\n')
}

/** Milliseconds as the tables print them. */
export const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
