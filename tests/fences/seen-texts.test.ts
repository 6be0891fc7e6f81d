import type { AnyProcedure } from '@trpc/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { appRouter } from '../../main/registry.ts'
import { callHookSchema } from '../../shared/intake/schema.ts'

/** Inputs where any sign may stand, because nothing of them is kept for others to read. */
const taken = new Set([
  // secrets, and what is compared alone
  ...['admin.changePassword.current', 'admin.changePassword.next', 'admin.saveMember.password'],
  ...['admin.setUp.administrator.password', 'admin.signIn.login', 'admin.signIn.password', 'admin.removeSample.name'],
  // names of what there is; another is refused or finds nothing
  'customers.pick.number',
  ...['previewPolicy', 'savePolicy'].flatMap((name) =>
    ['basedOn', 'below', 'place.key'].map((field) => `admin.${name}.${field}`),
  ),
  // what a list may be asked, read by that list's own schema; shown through `filterText`
  'lists.askExport.wish',
])

/** Texts with a sign nobody sees, one for each shape a text may be asked in. */
const probes = ['a\u202eb', '张\u3164三', '13812345678\u202e', 'GD{seq:4}\u2066']

const inputs = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>).flatMap(
  ([path, procedure]) => {
    const { type, inputs: schemas } = procedure._def as unknown as { type: string; inputs: z.ZodType[] }
    return type === 'mutation' ? schemas.map((schema): [string, z.ZodType] => [path, schema]) : []
  },
)

describe('texts that come in to stay', () => {
  const open = [...inputs, ['/hooks/call', callHookSchema] as [string, z.ZodType]].flatMap(([path, schema]) =>
    openTexts(schema, path),
  )

  it('are many', () => expect(inputs.length).toBeGreaterThan(50))

  it('keep no sign that nobody sees: they go through lineSchema or longTextSchema, or must have a form', () =>
    expect([...new Set(open)].filter((path) => !taken.has(path)).sort()).toEqual([]))

  it('are not excused twice', () => expect([...taken].filter((path) => !open.includes(path))).toEqual([]))
})

/** Where a schema lets a sign through that nobody sees, by its path. */
function openTexts(schema: z.ZodType, path: string, above = new Set<unknown>()): string[] {
  if (above.has(schema)) return []
  const def = schema._zod.def as unknown as Record<string, unknown>
  const within = new Set([...above, schema])
  if (isText(schema)) return probes.some((probe) => holdsProbe(schema, probe)) ? [path] : []
  if (def['type'] === 'object')
    return Object.entries((schema as z.ZodObject).shape).flatMap(([key, part]) =>
      openTexts(part as z.ZodType, `${path}.${key}`, within),
    )
  if (['any', 'unknown', 'custom'].includes(def['type'] as string)) return [path]
  if (def['type'] === 'lazy') return openTexts((def['getter'] as () => z.ZodType)(), path, within)
  return Object.entries(def)
    .filter(([name]) => name !== 'checks')
    .flatMap(([, part]) => partsOf(part))
    .flatMap((part) => openTexts(part, path, within))
}

/** A string, with whatever is done to it behind. */
function isText(schema: z.ZodType): boolean {
  const def = schema._zod.def as unknown as { type: string; in?: z.ZodType }
  return def.type === 'string' || (def.type === 'pipe' && isText(def.in!))
}

function holdsProbe(schema: z.ZodType, probe: string): boolean {
  const read = schema.safeParse(probe)
  return read.success && /[\p{Default_Ignorable_Code_Point}]/u.test(String(read.data))
}

function partsOf(part: unknown): z.ZodType[] {
  if (part instanceof z.ZodType) return [part]
  return Array.isArray(part) ? part.flatMap(partsOf) : []
}
