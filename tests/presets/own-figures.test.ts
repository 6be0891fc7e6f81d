import { describe, expect, it } from 'vitest'
import { presetById } from '../../shared/presets/catalog.ts'
import { ownChoice, ownWarranty } from '../../shared/presets/own-figures.ts'
import { languages } from '../../shared/kit/words.ts'
import type { Level, ProductType } from '../../shared/presets/schema.ts'
import { allWords } from '../../shared/words.ts'

/** 暖通: 36 months from 调试验收, R102 R105 behind them, R102 R106 behind what follows. */
const { warranty } = presetById('P01')!
const other = (text: string) => ({ 'zh-CN': text, 'zh-TW': text, en: text })

describe('R417: a figure the company changed names no rule of the paper', () => {
  it.each([
    [{ months: 24 }, { freeRules: ['house'], paidRules: ['R102', 'R106'], startName: warranty.startName }],
    [{ months: null }, { freeRules: [] }],
    [{ months: 36 }, { freeRules: ['R102', 'R105'] }],
    [{ startsFrom: 'purchased' }, { freeRules: ['house'], startName: undefined }],
    [{ startsFrom: 'accepted' }, { freeRules: ['R102', 'R105'], startName: warranty.startName }],
    [{ afterwards: 'partsOnly' }, { paidRules: ['house'], freeRules: ['R102', 'R105'] }],
    [{ freeName: other('免费') }, { freeRules: ['R102', 'R105'], paidRules: ['R102', 'R106'] }],
  ] as const)('%j', (part, rules) =>
    expect({ startName: undefined, ...ownWarranty(warranty, part) }).toMatchObject({ ...part, ...rules }),
  )

  it('a fallback has its rule, none has none', () => {
    const none = ownWarranty(warranty, { fallback: null })
    expect(none).not.toHaveProperty('fallbackRule')
    expect(ownWarranty(none, { fallback: 'purchased' })).toMatchObject({ fallbackRule: 'house' })
  })

  const level: Level & Pick<ProductType, 'models'> = {
    code: 'I',
    text: other('Ⅰ级'),
    meaning: other('停机'),
    severity: 1,
    rule: 'R099',
  }
  it.each([
    [{ text: other('一级') }, { text: other('一级'), rule: 'house' }],
    [{ meaning: other('漏气') }, { meaning: other('漏气'), rule: 'house' }],
    [{ text: other('Ⅰ级') }, { text: other('Ⅰ级') }],
    [{ models: ['A1'] }, { models: ['A1'] }],
  ])('a choice: %j', (part, changed) => expect(ownChoice(level, part)).toEqual(changed))

  it('a choice that was the company’s stays without a rule', () =>
    expect(ownChoice({ code: 'own1', text: other('甲') }, { text: other('乙') })).toEqual({ text: other('乙') }))
})

it.each(languages)('R417: a figure of ours is called the same on every screen, in %s', (language) => {
  const { trades, products, intake, tickets, admin } = allWords
  const said = [trades['say.house'], products['why.house'], intake['deadline.house'], tickets['deadline.house']]
  const plain = [...said, admin['policy.source.own']].map((text) => text[language].replaceAll(/[()（）]/gu, '').trim())
  expect(new Set(plain.map((text) => text.toLowerCase())).size).toBe(1)
})
