import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presets } from '../../shared/presets/catalog.ts'
import {
  differencesBetween,
  isSame,
  mergeDocuments,
  partThatDiffers,
  type Plain,
  withDifferences,
} from '../../shared/presets/merge.ts'
import { stoves } from '../../shared/presets/p32-stoves.ts'
import { type Policy, readPolicy } from '../../shared/presets/schema.ts'

const plain = (policy: Policy) => JSON.parse(JSON.stringify(policy)) as Plain

const scalar = fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.boolean(), fc.constant(null))
const item = fc.record(
  { code: fc.constantFrom('a', 'b', 'c', 'd', 'e'), text: fc.string({ maxLength: 2 }), limit: fc.integer() },
  { requiredKeys: ['code'] },
)
const known = fc.uniqueArray(item, { selector: ({ code }) => code, maxLength: 5, minLength: 1 })
const document = fc.dictionary(
  fc.constantFrom('x', 'y', 'z'),
  fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), known),
  {
    maxKeys: 3,
    noNullPrototype: true,
  },
) as fc.Arbitrary<Plain>

describe('two documents', () => {
  it('have no differences with themselves, and the second follows from the first by their differences', () => {
    fc.assert(
      fc.property(document, document, (a, b) => {
        expect(differencesBetween(a, a)).toEqual([])
        const made = withDifferences(a, differencesBetween(a, b))
        expect(isSame(made, b)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('of two trades become each other, list by list in their order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...presets), fc.constantFrom(...presets), (a, b) => {
        const made = withDifferences(plain(a), differencesBetween(plain(a), plain(b)))
        expect(made).toEqual(plain(b))
      }),
      { numRuns: 60 },
    )
  })

  it('differ in one place when one limit is changed, and say which', () => {
    const clocks = stoves.clocks.map((clock) => (clock.clock === 'assign' ? { ...clock, limitMinutes: 15 } : clock))
    expect(differencesBetween(plain(stoves), plain({ ...stoves, clocks }))).toEqual([
      { path: ['clocks', 'assign//', 'limitMinutes'], before: 10, after: 15 },
    ])
  })
})

describe('a layer over a document', () => {
  it('says only what differs, and lies over the document as the whole it was made from', () => {
    const limits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 600 })), { maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom(...presets), limits, (preset, changes) => {
        const clocks = [...preset.clocks]
        for (const [nth, limitMinutes] of changes) {
          const at = nth % clocks.length
          clocks[at] = { ...clocks[at]!, limitMinutes }
        }
        const whole = plain({ ...preset, clocks, contact: { ...preset.contact, attempts: 4 } })
        const part = partThatDiffers(plain(preset), whole)
        expect(mergeDocuments(plain(preset), part)).toEqual(whole)
        const changed = clocks.filter(
          (clock, at) => clock !== preset.clocks[at] && !isSame({ ...clock }, { ...preset.clocks[at]! }),
        )
        expect((part as { clocks?: unknown[] } | undefined)?.clocks?.length ?? 0).toBe(changed.length)
      }),
      { numRuns: 200 },
    )
    expect(partThatDiffers(plain(stoves), plain(stoves))).toBeUndefined()
  })

  it('takes nothing away: what the whole lacks comes back', () => {
    const whole = plain({ ...stoves, faults: stoves.faults.slice(1) })
    expect(mergeDocuments(plain(stoves), partThatDiffers(plain(stoves), whole))).toEqual(plain(stoves))
  })

  it('of nothing changes nothing, of everything replaces everything', () => {
    fc.assert(
      fc.property(document, (a) => {
        expect(isSame(mergeDocuments(a, {}), a)).toBe(true)
        expect(isSame(mergeDocuments(a, a), a)).toBe(true)
        expect(isSame(mergeDocuments({}, a), a)).toBe(true)
      }),
    )
  })

  it('changes one limit of a contract and leaves the rest of the trade', () => {
    const layer = {
      clocks: [{ clock: 'visit', limitMinutes: 60, rule: 'house' }],
      warranty: { months: 60, freeRules: ['house'] },
    }
    const merged = readPolicy(mergeDocuments(plain(stoves), layer))
    expect(merged.clocks.map(({ clock, limitMinutes }) => [clock, limitMinutes])).toEqual([
      ['assign', 10],
      ['visit', 60],
      ['guide', 180],
      ['mismatch', 0],
      ...['part', 'factory', 'customer', 'wait'].map((clock) => [clock, expect.any(Number) as number]),
    ])
    expect(merged.warranty.months).toBe(60)
    expect({ ...merged, clocks: [], warranty: null }).toEqual({ ...stoves, clocks: [], warranty: null })
  })
})
