import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, mergeFields, mergeLists } from '../../shared/kit/merge.ts'

describe('three-way merge', () => {
  it.each([
    ['nobody changed it', 'a', 'a', 'a', {}, []],
    ['only the editor did', 'a', 'a', 'b', { field: 'b' }, []],
    ['only somebody else did', 'a', 'b', 'a', {}, []],
    ['both did, to the same', 'a', 'b', 'b', {}, []],
    ['both did, to two things', 'a', 'b', 'c', {}, [{ field: 'field', theirs: 'b', yours: 'c' }]],
    ['absent and null are one', null, undefined, null, {}, []],
    ['the editor did not send it', 'a', 'b', undefined, {}, []],
  ])('of a field: %s', (_, seen, stands, wanted, changes, clashes) => {
    expect(mergeFields({ field: seen }, { field: stands }, { field: wanted })).toEqual({ changes, clashes })
  })

  const row = (id: string, note = '') => ({ id, note })

  it.each([
    ['both added one', ['a'], ['a', 'b'], ['a', 'c'], ['a', 'c', 'b'], 0],
    ['one removed, one added', ['a', 'b'], ['a', 'b', 'c'], ['a'], ['a', 'c'], 0],
    ['both removed the same', ['a', 'b'], ['a'], ['a'], ['a'], 0],
    ['the editor moved, somebody added', ['a', 'b'], ['a', 'b', 'c'], ['b', 'a'], ['b', 'a', 'c'], 0],
    ['both moved, differently', ['a', 'b', 'c'], ['b', 'a', 'c'], ['c', 'a', 'b'], null, 1],
  ])('of a list: %s', (_, seen, stands, wanted, order, clashes) => {
    const merged = mergeLists(
      seen.map((id) => row(id)),
      stands.map((id) => row(id)),
      wanted.map((id) => row(id)),
    )
    expect(merged.clashes).toHaveLength(clashes)
    if (order) expect(merged.order).toEqual(order)
  })

  it('of a list: a row removed here and changed there is a clash, either way round', () => {
    const [was, changed] = [[row('a')], [row('a', 'x')]]
    expect(mergeLists(was, changed, []).clashes).toMatchObject([{ field: 'removed', id: 'a', yours: null }])
    expect(mergeLists(was, [], changed).clashes).toMatchObject([{ field: 'removed', id: 'a', theirs: null }])
  })

  const record = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.nat(2) })

  it('loses no change of either side: each field is what one of them wanted, or a clash with both', () => {
    fc.assert(
      fc.property(record, record, record, (seen, stands, wanted) => {
        const { changes, clashes } = mergeFields(seen, stands, wanted)
        for (const field of ['a', 'b', 'c'] as const) {
          const [was, theirs, yours] = [seen[field], stands[field], wanted[field]]
          const after = changes[field] ?? theirs
          if (clashes.some((clash) => clash.field === field)) expect(new Set([was, theirs, yours]).size).toBe(3)
          else expect(after).toBe(theirs === was ? yours : theirs)
        }
      }),
    )
  })

  const list = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), note: fc.nat(1) }), {
    selector: ({ id }) => id,
  })

  it('orders exactly the rows that are there afterwards, each once, in the order of the side that moved them', () => {
    fc.assert(
      fc.property(list, list, list, (seen, stands, wanted) => {
        const { adds, removes, order, clashes } = mergeLists(seen, stands, wanted)
        if (clashes.length > 0) return
        const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
        const kept = [...ids(stands).filter((id) => !removes.includes(id)), ...ids(adds)]
        expect([...order].sort()).toEqual(kept.sort())
        if (isSame(seen, stands)) expect(order).toEqual(ids(wanted))
        if (isSame(seen, wanted)) expect(order).toEqual(ids(stands))
      }),
      { numRuns: 2000 },
    )
  })
})
