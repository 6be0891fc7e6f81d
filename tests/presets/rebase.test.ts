import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, type Plain } from '../../shared/presets/merge.ts'
import { rebased, valueAt } from '../../shared/presets/rebase.ts'

const choice = (code: string, text = code) => ({ code, text })
const was = {
  name: 'steam',
  contact: { attempts: 3, gapMinutes: 30 },
  faults: [choice('a'), choice('b'), choice('c')],
}

describe('a draft beside what was published meanwhile', () => {
  it('takes over what only the other side changed, and keeps what is changed here', () => {
    const mine = { ...was, contact: { attempts: 5, gapMinutes: 30 } }
    const theirs = { ...was, contact: { attempts: 3, gapMinutes: 60 }, faults: [...was.faults, choice('d')] }
    expect(rebased(was, mine, theirs)).toEqual({
      document: { ...was, contact: { attempts: 5, gapMinutes: 60 }, faults: theirs.faults },
      conflicts: [],
    })
  })

  it('names what both changed, where what stands here stays', () => {
    const mine = { ...was, name: 'mine' }
    const theirs = { ...was, name: 'theirs' }
    expect(rebased(was, mine, theirs)).toEqual({ document: mine, conflicts: [['name']] })
    expect(rebased(was, mine, mine)).toEqual({ document: mine, conflicts: [] })
  })

  it('keeps a line whole that one side changed and the other took out', () => {
    const changed = { ...was, faults: [choice('a', 'leaks'), choice('b'), choice('c')] }
    const without = { ...was, faults: was.faults.slice(1) }
    const back = rebased(was, changed, without)
    expect(back.conflicts).toEqual([['faults', 'a']])
    expect(valueAt(back.document, ['faults', 'a'])).toEqual(choice('a', 'leaks'))
    expect(rebased(was, without, changed)).toEqual({ document: without, conflicts: [['faults', 'a']] })
  })

  it('an order made here loses no line that was added there', () => {
    const mine = { ...was, faults: [choice('c'), choice('a'), choice('b')] }
    const theirs = { ...was, faults: [...was.faults, choice('d')] }
    expect(rebased(was, mine, theirs).document).toEqual({
      ...was,
      faults: [choice('c'), choice('a'), choice('b'), choice('d')],
    })
  })

  const documents = fc.record({
    name: fc.constantFrom('x', 'y', 'z'),
    contact: fc.record({ attempts: fc.nat(2), gapMinutes: fc.nat(2) }),
    faults: fc.uniqueArray(fc.record({ code: fc.constantFrom('a', 'b', 'c', 'd'), text: fc.constantFrom('p', 'q') }), {
      selector: ({ code }) => code,
      maxLength: 4,
    }),
  }) as fc.Arbitrary<Plain>

  it('a side that changed nothing has no say, whatever the other did', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        expect(rebased(before, before, after)).toEqual({ document: after, conflicts: [] })
        const mine = rebased(before, after, before)
        expect(mine.conflicts).toEqual([])
        expect(isSame(mine.document, after)).toBe(true)
      }),
    )
  })

  it('whatever differs from what is stored is a change of one’s own, and nothing the other side changed is undone unnamed', () => {
    fc.assert(
      fc.property(documents, documents, documents, (before, mine, theirs) => {
        const { document, conflicts } = rebased(before, mine, theirs)
        for (const place of [['name'], ['contact', 'attempts'], ['faults', 'a', 'text'], ['faults', 'b']]) {
          const [w, m, t, d] = [before, mine, theirs, document].map((each) => valueAt(each, place))
          const isNamed = conflicts.some((path) => path.every((name, at) => place[at] === name))
          if (!isSame(w, m)) expect(isSame(d, m) || isNamed).toBe(true)
          else if (!isSame(w, t) && !isNamed) expect(isSame(d, t)).toBe(true)
        }
      }),
    )
  })
})
