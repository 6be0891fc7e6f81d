import { expect, it } from 'vitest'
import { modelsOf, typeOfModel } from '../../shared/presets/offered.ts'

const wok = {
  code: 'wok',
  text: { 'zh-CN': '双眼大锅灶', 'zh-TW': '雙眼大鍋灶', en: 'Double wok range' },
  models: ['A5'],
}
const steamer = { code: 'steamer', text: { 'zh-CN': '蒸柜', 'zh-TW': '蒸櫃', en: 'Steamer' } }

it.each([
  ['双眼大锅灶', ['A5']],
  ['雙眼大鍋灶', ['A5']],
  ['Double wok range', ['A5']],
  [' 双眼大锅灶 ', ['A5']],
  ['双眼大锅', []],
  ['蒸柜', []], // a type nobody gave models
  ['', []],
])('what is called %j is sold as %j', (name, models) =>
  expect(modelsOf({ productTypes: [wok, steamer] }, name)).toEqual(models),
)

it.each([
  ['蒸柜', 'A5', 'wok'],
  ['Steamer', ' A5 ', 'wok'],
  ['双眼大锅灶', 'A5', null],
  ['雙眼大鍋灶', 'A5', null],
  ['蒸柜', 'A5 改', null], // typed: nobody's model
  ['蒸柜', '', null],
  ['双眼大', 'A5', null], // still being typed
  ['', 'A5', null],
])('%j as %j is a model of %j', (name, model, code) =>
  expect(typeOfModel({ productTypes: [wok, steamer] }, name, model)?.code ?? null).toBe(code),
)
