import { z } from 'zod'
import type { FieldEntry, Shape } from './field-entry.ts'
import { daySchema, filledLineSchema, lineSchema, longTextSchema } from './fields.ts'

const sent = {
  line: ({ longest }: Shape) => lineSchema(longest).default(''),
  filledLine: ({ longest }: Shape) => filledLineSchema(longest),
  longText: ({ longest }: Shape) => longTextSchema(longest).default(''),
  choice: ({ codes = [], blank }: Shape) => z.enum(codes as [string]).default(blank ?? ''),
  policyChoice: () => lineSchema(40).default(''),
  maybeDay: () => daySchema.nullish(),
}
const shown = {
  line: () => z.string(),
  filledLine: () => z.string(),
  longText: () => z.string(),
  choice: ({ codes = [] }: Shape) => z.enum(codes as [string]),
  policyChoice: () => z.string(),
  maybeDay: () => z.string().nullable(),
}

type Coded<Code extends string> = z.ZodEnum<{ [C in Code]: C }>
type Sent<S extends Shape> = S extends { codes: readonly (infer Code extends string)[] }
  ? z.ZodDefault<Coded<Code>>
  : ReturnType<(typeof sent)[S['kind']]>
type Shown<S extends Shape> = S extends { codes: readonly (infer Code extends string)[] }
  ? Coded<Code>
  : ReturnType<(typeof shown)[S['kind']]>

/** The part of a `z.object` that takes fields as they are sent, with their limits. */
export function inputShape<const F extends readonly FieldEntry[]>(fields: F) {
  const shape = Object.fromEntries(fields.map((field) => [field.key, sent[field.shape.kind](field.shape)]))
  return shape as { [E in F[number] as E['key']]: Sent<E['shape']> }
}

/** The part of a `z.object` that takes fields as a seat gets them. */
export function rowShape<const F extends readonly FieldEntry[]>(fields: F) {
  const shape = Object.fromEntries(fields.map((field) => [field.key, shown[field.shape.kind](field.shape)]))
  return shape as { [E in F[number] as E['key']]: Shown<E['shape']> }
}
