import type { Language } from '../kit/words.ts'
import type { Choice, Policy } from './schema.ts'

/** Every choice there ever was of the lists whose codes stand on records without a version, or outlast it there or in their history. */
export interface KnownChoices {
  categories: readonly Choice[]
  channels: readonly Choice[]
  faults: readonly Choice[]
  levels: readonly Choice[]
  beforeLeaving: readonly Choice[]
  /** 时限 by their clock: a case keeps those it met. */
  clocks: readonly Choice[]
}

/** The choices of a list that something new may take; `kept` stays among them where it stands already. */
export function offered<C extends Choice>(choices: readonly C[], kept = ''): C[] {
  return choices.filter(({ code, isRetired }) => !isRetired || code === kept)
}

/** The choice something new begins with; policies that hold have one of every list that is asked for. */
export const firstOffered = (choices: readonly Choice[]): string => offered(choices)[0]?.code ?? ''

/** What a code is called, also one that nothing new takes; the code itself where nobody ever named it. */
export function choiceText(choices: readonly Choice[], code: string, language: Language): string {
  return choices.find((choice) => choice.code === code)?.text[language] ?? code
}

/** The models that are sold of what a product is called, in any language; none where the policies do not know it by that name. */
export function modelsOf({ productTypes }: Pick<Policy, 'productTypes'>, productName: string): readonly string[] {
  const named = productName.trim()
  return productTypes.find(({ text }) => Object.values(text).includes(named))?.models ?? []
}

/**
 * The product type whose model stands beside the name of another one that is not sold so; null where nothing is wrong: a model nobody lists was
 * typed and stays, and of a name the policies do not know nobody can tell.
 */
export function typeOfModel(
  { productTypes }: Pick<Policy, 'productTypes'>,
  productName: string,
  model: string,
): Policy['productTypes'][number] | null {
  const [named, sold] = [productName.trim(), model.trim()]
  const own = productTypes.filter(({ text }) => Object.values(text).includes(named))
  const has = ({ models }: Policy['productTypes'][number]) => models?.includes(sold) ?? false
  return own.length === 0 || own.some(has) ? null : (productTypes.find(has) ?? null)
}

/** No choice known: what a seat shows before the station has answered. */
export const noneKnown: KnownChoices = {
  ...{ categories: [], channels: [], faults: [], levels: [], beforeLeaving: [], clocks: [] },
}

const lists = ['channels', 'kinds', 'categories', 'faults', 'productTypes', 'levels'] as const

/** The policies with only what is offered today, for who takes something new down; the same object where nothing is retired. */
export function offeredBy(policy: Policy): Policy {
  if (lists.every((name) => policy[name].every(({ isRetired }) => !isRetired))) return policy
  return { ...policy, ...Object.fromEntries(lists.map((name) => [name, offered<Choice>(policy[name])])) }
}
