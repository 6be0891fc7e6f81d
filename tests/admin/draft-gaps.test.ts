import { describe, expect, it } from 'vitest'
import { emptied, nameGaps, type NameGap } from '../../renderer/admin/policies/draft-gaps.ts'
import { freeCode } from '../../renderer/admin/policies/free-code.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import { ownLimit } from '../../shared/presets/limits.ts'
import type { Choice, Policy } from '../../shared/presets/schema.ts'

const base = presetById('P32')!
const named = (code: string, name: string): Choice => ({ code, text: { 'zh-CN': name, 'zh-TW': name, en: name } })
const fresh = (part: NameGap['part']) => (part === 'areas' ? '片区' : '新的一条')
const gapsOf = (policy: Policy) => nameGaps({ policy, base }, 'zh-CN', fresh)
const withCategories = (...added: Choice[]): Policy => ({ ...base, categories: [...base.categories, ...added] })
const [first] = base.categories

describe('the name of a line that is published (house)', () => {
  it.each([
    ['', 'unnamed'],
    ['   ', 'unnamed'],
    ['新的一条', 'fresh'],
    ['新的一条 2', 'fresh'],
    [first!.text['zh-CN'], 'twice'],
  ])('%j is refused as %s', (name, reason) =>
    expect(gapsOf(withCategories(named('own1', name)))).toEqual([{ part: 'categories', code: 'own1', reason }]),
  )

  it('of its own is taken, and what was published before is not asked about', () => {
    expect(gapsOf(withCategories(named('own1', '签约食堂'), named('own2', '新的一条龙')))).toEqual([])
    expect(
      nameGaps({ policy: withCategories(named('own1', '')), base: withCategories(named('own1', '')) }, 'zh-CN', fresh),
    ).toEqual([])
  })

  it.each([
    ['', 'unnamed'],
    ['新的一条', 'fresh'],
  ])('is missed for a limit too: %j is %s', (name, reason) => {
    const limit = ownLimit(base, { 'zh-CN': name, 'zh-TW': name, en: name })
    const at = String(base.clocks.length)
    expect(gapsOf({ ...base, clocks: [...base.clocks, limit] })).toEqual([{ part: 'limits', code: at, reason }])
  })

  it('is missed for an area too', () =>
    expect(gapsOf({ ...base, areas: [{ code: 'own1', name: '片区 1', places: [] }] })).toEqual([
      { part: 'areas', code: 'own1', reason: 'fresh' },
    ]))
})

describe('what a draft empties (house)', () => {
  it('is a weekday that had hours, and a list that had lines', () => {
    const [line, ...others] = base.duty
    const week = line.week.map((windows, day) => (day === 3 ? [] : windows)) as unknown as typeof line.week
    const policy: Policy = { ...base, faults: [], duty: [{ ...line, week }, ...others] }
    expect(emptied({ policy, base })).toEqual({ days: [{ line: line.code, day: 3 }], lists: ['faults'] })
    expect(emptied({ policy, base: policy })).toEqual({ days: [], lists: [] })
  })
})

it.each([
  [[], 'own1'],
  [['own2', 'own3'], 'own1'],
  [['own1', 'own3'], 'own2'],
  [['own1', 'own2'], 'own3'],
])('a further line among %j has the free code %s', (codes, code) =>
  expect(freeCode(codes.map((each) => ({ code: each })))).toBe(code),
)
