import type { AnyProcedure } from '@trpc/server'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { appRouter } from '../../main/registry.ts'

interface Definition {
  type: 'query' | 'mutation' | 'subscription'
  output?: unknown
}

const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>).map(
  ([path, procedure]) => ({ path, ...(procedure._def as unknown as Definition) }),
)
const answering = procedures.filter(({ type }) => type !== 'subscription')

describe('answers of the API', () => {
  it('are there', () => expect(answering.length).toBeGreaterThan(40))

  it('leave the station through a schema: what it does not name stays inside', () =>
    expect(answering.filter(({ output }) => !(output instanceof z.ZodType)).map(({ path }) => path)).toEqual([]))

  it('are never taken as they come', () => {
    const open = answering.filter(({ output }) => holdsAnything(output as z.ZodType))
    expect(open.map(({ path }) => path)).toEqual([])
  })

  it('are answers also where they stream: one procedure tells hints', () =>
    expect(procedures.filter(({ type }) => type === 'subscription').map(({ path }) => path)).toEqual(['admin.changes']))
})

/** Whether a schema lets something through unread at any depth: `any`, `unknown`, or an object that keeps strange keys. */
function holdsAnything(schema: z.ZodType, seen = new Set<unknown>()): boolean {
  if (seen.has(schema)) return false
  seen.add(schema)
  const def = schema._zod.def as unknown as Record<string, unknown>
  if (def.type === 'any' || def.type === 'unknown' || def.type === 'custom') return true
  if (def.type === 'object' && def.catchall !== undefined) return true
  return Object.values(def).some((part) => partsOf(part).some((inner) => holdsAnything(inner, seen)))
}

function partsOf(part: unknown): z.ZodType[] {
  if (part instanceof z.ZodType) return [part]
  if (Array.isArray(part)) return part.flatMap(partsOf)
  if (typeof part === 'function') return [] // a lazy schema names itself again
  return part !== null && typeof part === 'object' ? Object.values(part).flatMap(partsOf) : []
}
