import { f01 } from './f01.ts'
import { f11 } from './f11.ts'
import type { Form } from './grammar.ts'

/** Every paper form by its id. Sorted, one line a form. */
export const forms = {
  F01: f01,
  F11: f11,
} as const satisfies Readonly<Record<string, Form>>

export type FormId = keyof typeof forms
