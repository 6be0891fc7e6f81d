import { beforeEach, describe, expect, it } from 'vitest'
import {
  dropDraft,
  holdDraft,
  keepDraft,
  letDraftsGo,
  readDrafts,
  readKeptDrafts,
  saveDraft,
} from '../../renderer/app/drafts.ts'
import { openStore } from '../../renderer/app/sealed-store.ts'

const valuesOf = (drafts: { value: unknown }[]) => drafts.map(({ value }) => value)

beforeEach(async () => (await openStore()).clear('drafts'))

describe('a draft', () => {
  it('ends with the newest word, however fast the keys come', async () => {
    for (const text of ['漏', '漏水', '漏水，', '漏水，阀门', '漏水，阀门裂了']) keepDraft('intake:1', { text })
    expect(valuesOf(await readKeptDrafts('intake:'))).toEqual([{ text: '漏水，阀门裂了' }])
    expect(valuesOf(await readDrafts('intake:'))).toEqual([{ text: '漏水，阀门裂了' }])
  })

  it('that is let go while it is being written is gone', async () => {
    keepDraft('intake:1', { text: 'half' })
    keepDraft('intake:1', null)
    expect(await readKeptDrafts('intake:')).toEqual([])
  })

  it('typed anew after it was let go is there', async () => {
    keepDraft('intake:1', null)
    keepDraft('intake:1', { text: 'anew' })
    expect(valuesOf(await readKeptDrafts('intake:'))).toEqual([{ text: 'anew' }])
  })

  it('lies sealed, and one that this computer cannot open any more is passed over', async () => {
    await saveDraft('intake:1', { text: '张建国' })
    const store = await openStore()
    const row = await store.get('drafts', 'intake:1')
    expect(new TextDecoder().decode(row?.sealed.bytes)).not.toContain('张建国')
    if (row) await store.put('drafts', { ...row, sealed: { ...row.sealed, iv: new Uint8Array(12) } })
    expect(await readDrafts('intake:')).toEqual([])
  })

  it('of another prefix is not read, and the oldest comes first', async () => {
    await saveDraft('intake:b', 1)
    await new Promise((resolve) => setTimeout(resolve, 5))
    await saveDraft('intake:a', 2)
    await saveDraft('step:1', 3)
    expect(valuesOf(await readDrafts('intake:'))).toEqual([1, 2])
    await dropDraft('intake:b')
    expect(valuesOf(await readDrafts('intake:'))).toEqual([2])
  })

  it('open in one window is not taken by another until it is let go', async () => {
    const another = () =>
      navigator.locks.request('gendan-draft.intake:1', { ifAvailable: true }, (lock) => lock !== null)
    expect(await holdDraft('intake:1')).toBe(true)
    expect(await holdDraft('intake:1')).toBe(true)
    expect(await another()).toBe(false)
    await letDraftsGo('intake:')
    expect(await another()).toBe(true)
    expect(await holdDraft('intake:1')).toBe(true)
    void letDraftsGo('intake:')
    expect(await holdDraft('intake:1')).toBe(true)
    await letDraftsGo('intake:')
  })
})
