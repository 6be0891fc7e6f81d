import type { Choice, Policy } from './schema.ts'

type Warranty = Policy['warranty']

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * The warranty after the company changed something of it: what it says itself stands on no rule of the paper any more (R417). A term
 * that was emptied has no rule behind it, and another first day not the paper's name of that day.
 */
export function ownWarranty(before: Warranty, part: Partial<Warranty>): Warranty {
  const after = { ...before, ...part }
  const isOther = (field: keyof Warranty) => !isSame(before[field], after[field])
  if (isOther('startsFrom')) delete after.startName
  if (isOther('months') || isOther('startsFrom')) after.freeRules = after.months === null ? [] : ['house']
  if (isOther('afterwards')) after.paidRules = ['house']
  if (after.fallback === null) delete after.fallbackRule
  else if (isOther('fallback')) after.fallbackRule = 'house'
  return after
}

/** What the company changes of a choice: called, meant or handled otherwise it is its own and no paper's (R417). Models are no word of the paper. */
export function ownChoice<Item extends Choice>(before: Item, part: Partial<Item>): Partial<Item> {
  const isOther = (['text', 'meaning', 'handling'] as const).some(
    (field) => field in part && !isSame(part[field as keyof Item], before[field as keyof Item]),
  )
  return isOther && before.rule ? { ...part, rule: 'house' } : part
}
