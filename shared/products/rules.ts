import { daysBetween } from '../kit/calendar.ts'
import type { Policy } from '../presets/schema.ts'
import type { ProductRow, WarrantyVerdict } from './schema.ts'

/**
 * Last free day of a term that starts on a day: the day before the same day so many months later, and the last day of
 * that month where it is too short. 2025-03-18 and 24 months → 2027-03-17; 2024-02-29 and 12 months → 2025-02-28.
 */
export function lastFreeDay(startOn: string, months: number): string {
  const [year, month, day] = startOn.split('-').map(Number) as [number, number, number]
  const daysInMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const last = Date.UTC(year, month - 1 + months, Math.min(day - 1, daysInMonth))
  return new Date(last).toISOString().slice(0, 10)
}

/** What a verdict needs to know of a product. */
export type WarrantedProduct = Pick<ProductRow, 'purchasedOn' | 'acceptedOn' | 'proof'>

/**
 * Free, paid or unknown on a day, with every fact that led there. The
 * policy's start day goes before its fallback. `daysLeft` is 0 on the last free day and negative after it.
 */
export function warrantyVerdict(
  product: WarrantedProduct,
  preset: Pick<Policy, 'id' | 'warranty'>,
  on: string,
): WarrantyVerdict {
  const { warranty } = preset
  const dayOfStart = { purchased: product.purchasedOn, accepted: product.acceptedOn }
  const startedBy =
    [warranty.startsFrom, warranty.fallback].find((each) => each !== null && dayOfStart[each] !== null) ?? null
  const startOn = startedBy === null ? null : dayOfStart[startedBy]
  const months = warranty.months
  const facts: Pick<WarrantyVerdict, 'startOn' | 'startedBy' | 'proof' | 'months' | 'presetId' | 'exclusions'> = {
    startOn,
    startedBy,
    proof: startedBy === null ? 'none' : product.proof,
    months,
    presetId: preset.id,
    exclusions: [...warranty.exclusions],
  }
  if (startOn === null || months === null) {
    return {
      ...facts,
      stage: 'unknown',
      freeUntilOn: null,
      daysLeft: null,
      charge: warranty.afterwards,
      rules: [...warranty.freeRules],
      missing: startOn === null ? 'startDate' : 'months',
    }
  }
  const freeUntilOn = lastFreeDay(startOn, months)
  const isFree = on <= freeUntilOn
  return {
    ...facts,
    stage: isFree ? 'free' : 'paid',
    freeUntilOn,
    daysLeft: daysBetween(on, freeUntilOn),
    charge: isFree ? 'nothing' : warranty.afterwards,
    rules: [...(isFree ? warranty.freeRules : warranty.paidRules)],
    missing: null,
  }
}

/** The first day of a product that lies after today, null when none does: nobody buys tomorrow. */
export function laterDay(
  product: { purchasedOn?: string | null; acceptedOn?: string | null },
  today: string,
): 'purchasedOn' | 'acceptedOn' | null {
  return (['purchasedOn', 'acceptedOn'] as const).find((field) => (product[field] ?? '') > today) ?? null
}
