import { expect, it } from 'vitest'
import { z } from 'zod'
import { appRouter } from '../../main/registry.ts'

/** Numbers that never reach a column of 32 bits: the sequence of the audit chain, and money. */
const wide = /^admin\.audit\.before$|Cents$/

interface Shape {
  type?: string
  maximum?: number
  properties?: Record<string, Shape>
  items?: Shape
  anyOf?: Shape[]
  oneOf?: Shape[]
  additionalProperties?: Shape | boolean
}

/** Paths of whole numbers that may be larger than a column of 32 bits holds. */
function unbounded(path: string, shape: Shape): string[] {
  const { type, maximum = Infinity, properties = {}, items, anyOf = [], oneOf = [], additionalProperties } = shape
  const parts = [...anyOf, ...oneOf, ...(items ? [items] : [])]
  if (typeof additionalProperties === 'object') parts.push(additionalProperties)
  return [
    ...(type === 'integer' && maximum > 2_147_483_647 && !wide.test(path) ? [path] : []),
    ...Object.entries(properties).flatMap(([name, part]) => unbounded(`${path}.${name}`, part)),
    ...parts.flatMap((part) => unbounded(path, part)),
  ]
}

it('takes no whole number that its column does not hold', () => {
  const procedures = Object.entries(
    appRouter._def.procedures as unknown as Record<string, { _def: { inputs: z.ZodType[] } }>,
  )
  const shapes = procedures.flatMap(([path, { _def }]) =>
    _def.inputs.map((schema) => [path, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })] as const),
  )
  expect(shapes.length).toBeGreaterThan(35)
  expect(shapes.flatMap(([path, shape]) => unbounded(path, shape as Shape))).toEqual([])
})
