import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idSchema } from '../../shared/kit/fields.ts'
import { timeOrderedId } from '../../shared/kit/ids.ts'

const instants = fc.integer({ min: 0, max: 2 ** 47 })
const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

it('makes ids that the schemas take and that sort as time', () => {
  fc.assert(
    fc.property(instants, instants, bytes, bytes, (a, b, left, right) => {
      const [first, second] = [timeOrderedId(a, left), timeOrderedId(b, right)]
      expect(idSchema.safeParse(first).success).toBe(true)
      if (a !== b) expect(first < second).toBe(a < b)
    }),
  )
})

it('gives the instant back', () => {
  fc.assert(
    fc.property(instants, bytes, (at, random) => {
      expect(Number.parseInt(timeOrderedId(at, random).replaceAll('-', '').slice(0, 12), 16)).toBe(at)
    }),
  )
})
