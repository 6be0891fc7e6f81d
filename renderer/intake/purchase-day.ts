const two = (text: string) => text.padStart(2, '0')

/**
 * A purchase day as people say it: 20250318, 2025-3-18, 25.3.18, 2025 年 3 月 18 日, 3.18, 0318. Without a year it is the
 * latest such day up to `today` (`2026-11-20`), since nobody buys tomorrow. Undefined when it is no day or lies ahead.
 */
export function readPurchaseDay(text: string, today: string): string | undefined {
  const parts = partsOf(text)
  if (!parts) return undefined
  const [year, month, day] = parts
  const thisYear = Number(today.slice(0, 4))
  const years = year ? [year.length === 2 ? 2000 + Number(year) : Number(year)] : [thisYear, thisYear - 1]
  for (const each of years) {
    const on = `${each}-${two(month)}-${two(day)}`
    if (isDay(on) && on <= today) return on
  }
  return undefined
}

function partsOf(text: string): [year: string, month: string, day: string] | undefined {
  const plain = text.normalize('NFKC').trim()
  const written = plain
    .replaceAll(/[年月./\s]+/g, '-')
    .replace(/[日号號]$/, '')
    .replaceAll(/-+/g, '-')
  const apart = /^(?:(\d{2}|\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(written)
  const run = /^(\d{4})?(\d{2})(\d{2})$/.exec(written) ?? /^(\d{2})(\d{2})(\d{2})$/.exec(written)
  const found = apart ?? run
  return found ? [found[1] ?? '', found[2] ?? '', found[3] ?? ''] : undefined
}

function isDay(on: string): boolean {
  const date = new Date(`${on}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(on)
}
