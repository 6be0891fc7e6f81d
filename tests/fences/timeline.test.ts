import { describe, expect, it } from 'vitest'
import { features } from '../../main/registry.ts'
import { entryTellers } from '../../renderer/entry-tellers.ts'
import { sourcesIn, withoutComments } from './sources.ts'

const brought = features.flatMap(({ timeline }) => timeline ?? []).map(({ kind }) => kind)

describe('the timeline', () => {
  it.each(brought)('has somebody who says %s', (kind) => expect(entryTellers).toHaveProperty([kind]))

  it('has nobody who says what no feature brings', () =>
    expect(Object.keys(entryTellers).toSorted()).toEqual(brought.toSorted()))

  it('names no kind that a feature brings', () => {
    const rooms = ['main/customers', 'renderer/customers', 'renderer/kit']
    const own = sourcesIn(...rooms).filter(({ path }) => /timeline|entry-text/i.test(path))
    expect(own.map(({ path }) => path)).toEqual(expect.arrayContaining(['main/customers/timeline.ts']))
    const named = own.filter(({ text }) => brought.some((kind) => withoutComments(text).includes(`'${kind}'`)))
    expect(named.map(({ path }) => path)).toEqual([])
  })
})
