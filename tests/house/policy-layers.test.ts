import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  PolicyBook,
  type PolicyLayer,
  policyLayers,
  type PolicyVersion,
} from '../../main/house/policies/policy-book.ts'
import { stoves } from '../../shared/presets/p32-stoves.ts'
import type { Policy } from '../../shared/presets/schema.ts'

const at = '2026-11-20T02:36:00.000Z'
const type = stoves.productTypes[0]!
const facts = { category: stoves.categories[1]!.code, productName: type.text['zh-CN'], contract: 'contract-7' }
const keys: Readonly<Record<PolicyLayer, string>> = {
  ...{ company: '', category: facts.category, productType: type.code, contract: facts.contract },
}
const version = (layer: PolicyLayer, document: object, more: Partial<PolicyVersion> = {}): PolicyVersion => ({
  ...{ id: `${layer}1`, layer, key: keys[layer], version: 1, effectiveAt: '2026-01-01T00:00:00.000Z', document },
  ...{ reason: '', madeBy: null, madeAt: '2026-01-01T00:00:00.000Z', withdrawnAt: null, withdrawnBy: null },
  ...{ withdrawnReason: null, runningCases: 'finish' },
  ...more,
})
const book = (...versions: PolicyVersion[]) => new PolicyBook(versions, 'P32', { days: {}, publishedYears: [2026] })

/** Each piece as one layer says it, and as it is read; `n` tells the layers apart. */
const pieces = {
  limit: {
    say: (n: number) => ({ clocks: [{ clock: 'visit', limitMinutes: 100 + n, rule: 'house' }] }),
    read: ({ clocks }: Policy) => clocks.find(({ clock }) => clock === 'visit')!.limitMinutes - 100,
  },
  contact: {
    say: (n: number) => ({ contact: { attempts: 1 + n } }),
    read: ({ contact }: Policy) => contact.attempts - 1,
  },
  warranty: {
    say: (n: number) => ({ warranty: { months: 100 + n, freeRules: ['house'] } }),
    read: ({ warranty }: Policy) => warranty.months! - 100,
  },
  levels: {
    say: (n: number) => ({ levels: [{ code: stoves.levels[0]!.code, meaning: { en: `as ${n}` } }] }),
    read: ({ levels }: Policy) => Number(levels[0]!.meaning.en.slice(3)),
  },
}
type Piece = keyof typeof pieces
const pieceNames = Object.keys(pieces) as Piece[]
const upper = policyLayers.slice(1)
/** Every choice of the layers above the company. */
const subsets = Array.from({ length: 2 ** upper.length }, (_, bits) => upper.filter((_, nth) => bits & (1 << nth)))
const layersOf = (says: (layer: PolicyLayer) => readonly Piece[]) =>
  policyLayers.map((layer, n) => {
    const said = says(layer).map((piece) => pieces[piece].say(n))
    return version(
      layer,
      layer === 'company'
        ? laid(
            stoves,
            pieceNames.map((piece) => pieces[piece].say(0)),
          )
        : (Object.assign({}, ...said) as object),
    )
  })
const laid = (ground: Policy, parts: readonly object[]): Policy => {
  const [limit, contact, warranty, level] = parts as [
    { clocks: [{ limitMinutes: number }] },
    Pick<Policy, 'contact'>,
    Pick<Policy, 'warranty'>,
    { levels: [{ meaning: { en: string } }] },
  ]
  return {
    ...ground,
    clocks: ground.clocks.map((each) => (each.clock === 'visit' ? { ...each, ...limit.clocks[0] } : each)),
    contact: { ...ground.contact, ...contact.contact },
    warranty: { ...ground.warranty, ...warranty.warranty },
    levels: ground.levels.map((each, nth) =>
      nth === 0 ? { ...each, meaning: { ...each.meaning, ...level.levels[0].meaning } } : each,
    ),
  }
}

describe('which policies count for a case: contract before product type before category before company', () => {
  const cases = subsets.flatMap((layers) => pieceNames.map((piece) => [piece, layers] as const))
  it.each(cases)('%s said by the company and %j', (piece, layers) => {
    const versions = layersOf((layer) => (layers.includes(layer) ? [piece] : []))
    const top = ['company' as const, ...layers].at(-1)!
    expect(pieces[piece].read(book(...versions).at(at, facts).policy)).toBe(policyLayers.indexOf(top))
  })

  it('each piece by itself is that of the highest layer that says it, whatever else the layers say', () => {
    const says = fc.record(
      Object.fromEntries(upper.map((layer) => [layer, fc.subarray(pieceNames)])) as Record<
        PolicyLayer,
        fc.Arbitrary<Piece[]>
      >,
    )
    fc.assert(
      fc.property(says, (said) => {
        const { policy } = book(...layersOf((layer) => (layer === 'company' ? [] : said[layer]))).at(at, facts)
        for (const piece of pieceNames) {
          const top = upper.findLast((layer) => said[layer].includes(piece)) ?? 'company'
          expect([piece, pieces[piece].read(policy)]).toEqual([piece, policyLayers.indexOf(top)])
        }
      }),
      { numRuns: 200 },
    )
  })

  const all = layersOf(() => ['limit'])
  const visitOf = (...[of, when]: [Parameters<PolicyBook['at']>[1], string?]) =>
    policyLayers[pieces.limit.read(book(...all).at(when ?? at, of).policy)]
  it.each([
    [facts, 'contract'],
    [{ ...facts, contract: 'contract-8' }, 'productType'], // another contract's is no matter of this case
    [{ ...facts, contract: '' }, 'productType'],
    [{ ...facts, contract: undefined, productName: type.text.en }, 'productType'],
    [{ ...facts, contract: undefined, productName: '别的' }, 'category'],
    [{ contract: facts.contract }, 'contract'],
    [{}, 'company'],
  ] as [Parameters<PolicyBook['at']>[1], PolicyLayer][])('of %j the %s', (of, layer) => expect(visitOf(of)).toBe(layer))

  it('a contract counts from its first day until it is taken back; its case names its version', () => {
    const [ground, , , contract] = all as [PolicyVersion, PolicyVersion, PolicyVersion, PolicyVersion]
    const dated = { ...contract, effectiveAt: '2026-11-20T00:00:00.000Z', withdrawnAt: '2026-11-25T00:00:00.000Z' }
    const policies = book(ground, dated)
    const idAt = (instant: string) => policies.at(instant, facts).id
    expect(idAt('2026-11-19T23:59:59.999Z')).toBe('company1')
    expect(idAt('2026-11-20T00:00:00.000Z')).toBe('company1+contract1')
    expect(idAt('2026-11-25T00:00:00.000Z')).toBe('company1')
    const limit = { clock: 'visit', level: '', kind: null }
    expect(policies.layerOfLimit('company1+contract1', limit)).toMatchObject({ layer: 'contract', key: 'contract-7' })
  })
})
