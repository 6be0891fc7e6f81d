import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInCapitals, formatCents, parseMoney } from '../../shared/kit/money.ts'

describe('money', () => {
  it.each([
    [2864000, 'zh-CN', '¥28,640.00'],
    [124050, 'zh-CN', '¥1,240.50'],
    [0, 'zh-CN', '¥0.00'],
    [5, 'en', 'CN¥0.05'],
    [124050, 'zh-TW', 'CN¥1,240.50'],
  ] as const)('%d cents read in %s as %s', (cents, language, text) => expect(formatCents(cents, language)).toBe(text))

  it.each([
    ['1240.5', 124050],
    ['¥1,240.50', 124050],
    ['￥28，640元整', 2864000],
    ['１２元', 1200],
    [' 3 块 ', 300],
    ['.5', 50],
    ['5.', 500],
    ['2.5万', 2500000],
    ['0', 0],
    ['1000000000', 100_000_000_000],
    ['1000000000.01', null],
    ['', null],
    ['.', null],
    ['元', null],
    ['-5', null],
    ['1,24', null],
    ['1.234', null],
    ['12 yuan', null],
    ['1e3', null],
  ])('%j is %s cents', (text, cents) => expect(parseMoney(text)).toBe(cents))

  it('reads back what it writes, in every language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000_000 }),
        fc.constantFrom('zh-CN', 'zh-TW', 'en'),
        (cents, language) => {
          expect(parseMoney(formatCents(cents, language))).toBe(cents)
        },
      ),
    )
  })
})

/** Reads capitals back: the other direction, written from the meaning of the characters. */
function centsOf(capitals: string): number {
  const value = '零壹贰叁肆伍陆柒捌玖'
  const place: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }
  let [total, group, digit, cents] = [0, 0, 0, 0]
  for (const sign of capitals) {
    if (value.includes(sign)) digit = value.indexOf(sign)
    else if (place[sign] !== undefined) [group, digit] = [group + digit * place[sign], 0]
    else if (sign === '万' || sign === '亿' || sign === '元') {
      total += (group + digit) * { 万: 10_000, 亿: 100_000_000, 元: 1 }[sign]
      ;[group, digit] = [0, 0]
    } else if (sign === '角' || sign === '分') [cents, digit] = [cents + digit * (sign === '角' ? 10 : 1), 0]
  }
  return total * 100 + cents
}

describe('capitals', () => {
  it.each([
    [2864000, '贰万捌仟陆佰肆拾元整'],
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [55, '伍角伍分'],
    [100, '壹元整'],
    [105, '壹元零伍分'],
    [1050, '壹拾元伍角整'],
    [101000, '壹仟零壹拾元整'],
    [100100, '壹仟零壹元整'],
    [1000100, '壹万零壹元整'],
    [1010000, '壹万零壹佰元整'],
    [1000000, '壹万元整'],
    [10000000000, '壹亿元整'],
    [10000000100, '壹亿零壹元整'],
    [10001000000, '壹亿零壹万元整'],
    [168032, '壹仟陆佰捌拾元叁角贰分'],
    [10700053, '壹拾万柒仟元伍角叁分'],
    [20_000_05, '贰万元零伍分'],
  ])('%d cents are %s', (cents, text) => expect(amountInCapitals(cents)).toBe(text))

  it.each([-1, 0.5, Number.NaN, 1e14])('refuses %d', (cents) =>
    expect(() => amountInCapitals(cents)).toThrow(RangeError),
  )

  it('read back to the same amount, with one 零 for a gap and none at an end', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ min: 0, max: 1e13 }),
          fc.integer({ min: 0, max: 999 }).map((n) => n * 100_000),
        ),
        (cents) => {
          const text = amountInCapitals(cents)
          expect(centsOf(text)).toBe(cents)
          if (cents > 0) expect(text).not.toMatch(/零零|^零|零[万亿元整角]|零$/u)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
