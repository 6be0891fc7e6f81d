import { z } from 'zod'
import { textSchema } from '../kit/fields.ts'
import type { KnownChoices } from '../presets/offered.ts'

/** How a condition of a list is told to somebody who did not set it: what it is called, and how its value reads. */
export type ToldAs = { label: string } & (
  | { as: 'text' | 'from' | 'to' | 'day' }
  /** Rows chosen by hand are told by how many they are. */
  | { as: 'count' }
  /** An id, told by the name of what it is of. */
  | { as: 'name' }
  /** A code of ours: the value behind this key. */
  | { as: 'code'; words: string }
  /** A code of the firm's policies. */
  | { as: 'choice'; of: keyof KnownChoices }
)

/** Every condition a list may be asked by; null for what narrows nothing, its order. */
export type ToldWish<Wish> = { readonly [Name in keyof Wish]-?: ToldAs | null }

/** A condition in words: by a text key, in the words of the policies, or as it is. */
export const toldConditionSchema = z.object({
  label: z.string(),
  side: z.enum(['from', 'to']).nullable(),
  key: z.string().nullable(),
  choice: textSchema.nullable(),
  text: z.string(),
})
export type ToldCondition = z.output<typeof toldConditionSchema>
