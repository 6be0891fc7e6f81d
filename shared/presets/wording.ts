import type { Text } from '../kit/words.ts'
import type { Choice } from './schema.ts'

/** A text as the trade files write it: mainland Chinese, Taiwanese, English. */
export type Said = readonly [mainland: string, taiwan: string, english: string]

/** The same with the rule it stands on; without one it is ours (R417). */
export type Ruled = readonly [mainland: string, taiwan: string, english: string, rule?: string]

/** Choices by code, in the order they are offered. */
export type Table = Readonly<Record<string, Ruled>>

/** A text of the wire from its three wordings. */
export const said = ([mainland, taiwan, english]: Said | Ruled): Text => ({
  'zh-CN': mainland,
  'zh-TW': taiwan,
  en: english,
})

/** Choices from their table. */
export const choices = (table: Table): Choice[] =>
  Object.entries(table).map(([code, ruled]) => ({ code, text: said(ruled), ...(ruled[3] ? { rule: ruled[3] } : {}) }))

/** The same choices where the trade's paper names them. */
export const named = (rule: string, first: Choice, ...rest: readonly Choice[]): [Choice, ...Choice[]] => [
  { ...first, rule },
  ...rest.map((each) => ({ ...each, rule })),
]
