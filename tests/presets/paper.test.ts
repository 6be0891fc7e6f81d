import { describe, expect, it } from 'vitest'
import { features } from '../../shared/kit/features.ts'
import { presetById, presets } from '../../shared/presets/catalog.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { heldFromP18 } from './held-from-p18.ts'
import { heldToP17 } from './held-to-p17.ts'
import { paperRows } from './presets-paper.ts'
import { papersOfAll, papersOfRule, papersOfTrade } from './rules-paper.ts'

const held = { ...heldToP17, ...heldFromP18 }
const keyOf = ({ trade, item }: { trade: string; item: string }) => `${trade}/${item}`

/** Every rule a document cites, with where: `clocks.2.rule`. */
function rulesOf(value: unknown, path = ''): { rule: string; path: string }[] {
  if (typeof value === 'string')
    return /(^|\.)(rule|\w+Rules?(\.\d+)?)$/u.test(path) ? value.split(' ').map((rule) => ({ rule, path })) : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, each]) => rulesOf(each, path === '' ? key : `${path}.${key}`))
}

const speaksOf = (rule: string, trade: string): boolean =>
  (papersOfRule.get(rule) ?? []).some(
    (paper) => papersOfAll.includes(paper) || (papersOfTrade[trade] ?? []).some((own) => paper.startsWith(own)),
  )

describe('the papers', () => {
  it('have thirty-four trades, and each is shipped, beside the blank one', () => {
    const trades = [...new Set(paperRows.map(({ trade }) => trade))]
    expect(trades).toHaveLength(34)
    expect(presets.map(({ id }) => id)).toEqual(['P00', ...trades])
  })

  it('say nothing that is neither held nor left to a feature by name', () => {
    expect(paperRows.map(keyOf)).toEqual(Object.keys(held))
    for (const each of Object.values(held)) if (!(each instanceof Function)) expect(features).toContain(each.later)
  })
})

describe.each(paperRows.map((row) => [keyOf(row), row.rules.join(' '), row] as const))('%s', (key, rules, row) => {
  const expected = held[key]
  if (expected instanceof Function)
    it(`${rules} is in the trade as the paper has it: ${row.value}`, () =>
      expect(expected(presetById(row.trade)!, row)).toBeNull())
  else
    it(`${rules} stands in the notes until ${expected?.later} acts on it: ${row.value}`, () => {
      const { notes } = presetById(row.trade)!
      if (row.rules.length === 0) expect(notes.filter(({ rule }) => rule === 'house')).not.toEqual([])
      for (const rule of row.rules) expect(notes.flatMap((note) => note.rule.split(' '))).toContain(rule)
    })
})

describe.each(presets.map((preset) => [preset.id, preset] as const))('%s', (id, preset: Policy) => {
  const cited = rulesOf(preset).filter(({ rule }) => rule !== 'house')

  it('cites rules that exist', () => expect(cited.filter(({ rule }) => !papersOfRule.has(rule))).toEqual([]))

  it('R417 cites its own papers only; what is taken from elsewhere is the house’s', () =>
    expect(cited.filter(({ rule }) => !speaksOf(rule, id))).toEqual([]))

  it('R417 leaves no figure without a source: a limit of ours says that it is ours', () => {
    for (const { rule, source } of preset.clocks) expect(source.from === 'paper').toBe(rule !== 'house')
    for (const { rule } of [...preset.clocks, ...preset.duty, ...preset.register, preset.contact, preset.calls])
      expect(rule).not.toBe('')
    if (preset.warranty.months !== null) expect(preset.warranty.freeRules).not.toEqual([])
  })
})

describe('what one paper alone says (R417)', () => {
  it.each([
    ['R036', 'P01'],
    ['R048', 'P32'],
    ['R049', 'P32'],
    ['R168', 'P21'],
  ])('%s stands in %s and nowhere else', (rule, owner) =>
    expect(presets.filter((preset) => rulesOf(preset).some((each) => each.rule === rule)).map(({ id }) => id)).toEqual([
      owner,
    ]),
  )

  it('R002 R003 openings and closings are the house’s but where a paper has the words', () => {
    const by = (which: 'greetingRule' | 'closingRule') =>
      presets.filter(({ script }) => script[which] !== 'house').map(({ id }) => id)
    expect(by('greetingRule')).toEqual(['P13', 'P18', 'P32'])
    expect(by('closingRule')).toEqual(['P13', 'P18'])
  })
})
