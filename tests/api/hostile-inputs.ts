import fc from 'fast-check'
import { z } from 'zod'

/** The part of JSON Schema that zod writes for inputs. */
interface Shape {
  type?: string | string[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  oneOf?: Shape[]
  additionalProperties?: Shape | boolean
  format?: string
  minimum?: number
  maximum?: number
  maxLength?: number
  minLength?: number
  minItems?: number
  maxItems?: number
}

const words = ['赵桂兰', '138', '13812345678', '青禾路', 'zgl', '0531-87654321', '1234', 'GD20261120-0001', '空', 'P32']

const hostile: unknown[] = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    "'; DROP TABLE admin_member; --",
    '%',
    '_%',
    '\\',
    '"',
    '\ud800',
    'x'.repeat(3000),
    '１３８',
    '../../etc/passwd',
  ],
  ...[
    '<script>alert(1)</script>',
    '{{7*7}}',
    '=1+1',
    '\u202eabc',
    '👨‍👩‍👧',
    '\n\n',
    '2026-02-30',
    '9999-12-31T23:59:59.999Z',
    '0000-01-01T00:00:00.000Z',
  ],
  ...[-1, 0, 0.5, 2 ** 31, 2 ** 53, 1e308, -(2 ** 63), null, true, [], {}, [[]], { constructor: 1 }, ['x'], { 0: 1 }],
]

/** Inputs of a procedure: mostly as its schema asks, with ids that exist, one place in some of them broken. */
export function inputsFor(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  const fitting = fitted(shape, ids)
  const broken = fitting.chain((value) =>
    fc.tuple(fc.nat(), fc.constantFrom(...hostile)).map(([place, bad]) => breakAt(value, place, bad)),
  )
  return fc.oneof(
    { weight: 5, arbitrary: fitting },
    { weight: 4, arbitrary: broken },
    { weight: 1, arbitrary: fc.constantFrom(...hostile) },
  )
}

function fitted(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (shape.enum) return fc.constantFrom(...shape.enum)
  const choices = shape.anyOf ?? shape.oneOf
  if (choices) return fc.oneof(...choices.map((choice) => fitted(choice, ids)))
  if (Array.isArray(shape.type)) return fc.oneof(...shape.type.map((type) => fitted({ ...shape, type }, ids)))
  if (shape.type === 'object') return fittedObject(shape, ids)
  if (shape.type === 'array')
    return fc.array(fitted(shape.items ?? {}, ids), {
      minLength: shape.minItems ?? 0,
      maxLength: Math.max(Math.min(shape.maxItems ?? 3, 3), shape.minItems ?? 0),
    })
  if (shape.type === 'string') return fittedText(shape, ids)
  if (shape.type === 'integer' || shape.type === 'number') return fittedNumber(shape)
  if (shape.type === 'boolean') return fc.boolean()
  if (shape.type === 'null') return fc.constant(null)
  return fc.constantFrom<unknown>('x', 1, null, {})
}

function fittedObject(
  { properties = {}, required = [], additionalProperties }: Shape,
  ids: readonly string[],
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, fitted(shape, ids)]))
  const known = fc.record(fields, { requiredKeys: Object.keys(fields).filter((name) => required.includes(name)) })
  if (typeof additionalProperties !== 'object' || Object.keys(fields).length > 0) return known
  return fc.dictionary(fc.constantFrom('name', 'phone', 'x', '__proto__'), fitted(additionalProperties, ids), {
    maxKeys: 3,
  })
}

function fittedText({ format, maxLength = 40, minLength = 0 }: Shape, ids: readonly string[]): fc.Arbitrary<string> {
  if (format === 'uuid')
    return fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...ids) },
      { weight: 1, arbitrary: fc.uuid({ version: 7 }) },
    )
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString())
  if (format === 'date')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10))
  return fc.oneof(
    fc.constantFrom(...words),
    fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'binary' }),
    fc.constantFrom('a'.repeat(maxLength)),
  )
}

function fittedNumber({ minimum, maximum }: Shape): fc.Arbitrary<number> {
  const [low, high] = [
    Math.max(minimum ?? -1000, Number.MIN_SAFE_INTEGER),
    Math.min(maximum ?? 1000, Number.MAX_SAFE_INTEGER),
  ]
  const ends = [minimum, maximum].filter((end) => end !== undefined)
  return fc.oneof(fc.integer({ min: low, max: Math.min(high, Math.max(low, 1000)) }), fc.constantFrom(low, ...ends))
}

/** Puts a bad value at one place of a value, counted through all of its depths. */
function breakAt(value: unknown, place: number, bad: unknown): unknown {
  if (value === null || typeof value !== 'object') return bad
  const entries = Object.entries(value)
  if (entries.length === 0) return bad
  const nth = place % entries.length
  const deeper = Math.floor(place / entries.length)
  const broken = entries.map(([name, entry], at) => [name, at === nth ? breakAt(entry, deeper, bad) : entry] as const)
  return Array.isArray(value) ? broken.map(([, entry]) => entry) : Object.fromEntries(broken)
}
