import type { FormOption } from '../../shared/forms/grammar.ts'
import type { Language } from '../../shared/kit/words.ts'

/** The word of a choice as the paper prints it; a code nobody knows is shown as it is. */
export const optionText = (options: readonly FormOption[], value: string | null, language: string) =>
  options.find((option) => option.value === value)?.text[language as Language] ?? value ?? ''

/** The choices of a paper as chips want them. */
export const chipsOf = <Value extends string>(options: readonly FormOption[], language: string) =>
  options.map(({ value, text }) => ({ value: value as Value, text: text[language as Language] }))
