import { parseMoney } from '../../shared/kit/money.ts'
import { saysNothing } from '../../shared/kit/seen-text.ts'

/** One part as it is typed: money in yuan, figures as text. */
export interface PartLine {
  name: string
  quantity: string
  price: string
}

/** A line of parts to be filled; one piece unless told. */
export const emptyPart: PartLine = { name: '', quantity: '1', price: '' }

/** Yuan as one types them: 12850 → `128.50`, 12800 → `128`, 0 → `0`. */
export function yuanText(cents: number): string {
  const whole = Math.floor(cents / 100)
  const rest = cents % 100
  return rest === 0 ? String(whole) : `${whole}.${String(rest).padStart(2, '0')}`
}

/** A part's fields that cannot be read, empty when the line may be kept. A price left out is none charged. */
export function partProblems({ name, quantity, price }: PartLine): ('name' | 'quantity' | 'price')[] {
  const problems: ('name' | 'quantity' | 'price')[] = []
  if (saysNothing(name)) problems.push('name')
  if (!/^\d{1,3}$/.test(quantity.normalize('NFKC').trim()) || Number(quantity.normalize('NFKC')) < 1)
    problems.push('quantity')
  if (price.trim() !== '' && parseMoney(price) === null) problems.push('price')
  return problems
}

/** A line nobody wrote in. */
export const isEmptyPart = ({ name, price }: PartLine) => saysNothing(name) && price.trim() === ''

/** The lines that hold a part, as the station takes them. Unreadable ones must have been refused before. */
export function partsOf(lines: readonly PartLine[]): { name: string; quantity: number; unitPriceCents: number }[] {
  return lines
    .filter((line) => !isEmptyPart(line))
    .map(({ name, quantity, price }) => ({
      name: name.trim(),
      quantity: Number(quantity.normalize('NFKC')),
      unitPriceCents: price.trim() === '' ? 0 : (parseMoney(price) ?? 0),
    }))
}

/** Sum of the readable lines in cents. */
export function partsSum(lines: readonly PartLine[]): number {
  return partsOf(lines.filter((line) => partProblems(line).length === 0)).reduce(
    (sum, { quantity, unitPriceCents }) => sum + quantity * unitPriceCents,
    0,
  )
}
