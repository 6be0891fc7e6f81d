import { describe, expect, it } from 'vitest'
import { type z } from 'zod'
import { appRouter } from '../../main/registry.ts'
import { allCommands, mayWait } from '../../shared/commands.ts'

const commands = Object.entries(allCommands).flatMap(([feature, names]) => names.map((name) => `${feature}.${name}`))
const procedures = appRouter._def.procedures as unknown as Record<
  string,
  { _def: { type: string; inputs: readonly z.ZodObject[] } }
>

describe('a command that may wait at a seat', () => {
  it.each(commands)('%s is a write the station knows, with an id of the asker', (path) => {
    const found = procedures[path]
    expect(found?._def.type).toBe('mutation')
    const id = found?._def.inputs[0]?.shape['id'] as z.ZodType
    expect(id.safeParse(undefined).success).toBe(false)
  })

  it('is none that is not named', () => {
    expect(commands.every(mayWait)).toBe(true)
    expect(['admin.signIn', 'intake', 'intake.close', '__proto__.record', 'tickets.chase.x'].some(mayWait)).toBe(false)
  })
})
