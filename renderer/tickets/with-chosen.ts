import type { ListFilter } from '../lists/public.ts'

/**
 * The choices of a condition and always the one that narrows now: a saved view may keep what stands in no open case any more. It is called what
 * `known` calls it, else as it stands.
 */
export function withChosen(
  choices: ListFilter['choices'],
  chosen: string | null | undefined,
  known: ListFilter['choices'] = [],
): ListFilter['choices'] {
  if (!chosen || choices.some(({ value }) => value === chosen)) return choices
  return [...choices, known.find(({ value }) => value === chosen) ?? { value: chosen, text: chosen }]
}
