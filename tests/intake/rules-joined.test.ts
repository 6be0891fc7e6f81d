import { describe, expect, it } from 'vitest'
import { type Heard, heardOtherwise, isSameCaller } from '../../shared/intake/rules-joined.ts'

describe('two seats that write one caller down', () => {
  it.each([
    ['王建国', '王建国', true],
    ['王建国', '王 建国', true],
    ['王建国', '王先生', true],
    ['李女士', '王建国', false],
    ['王建国', '王建园', true],
    ['王建国', '李秀英', false],
    ['王芳', '李芳', false],
    ['济南友谊宾馆', '济南友宜宾馆', true],
    ['济南友谊宾馆', '济南铁道宾馆', false],
    ['', '王建国', false],
    ['', '', false],
  ])('%s and %s may be the same caller: %s', (one, other, expected) => {
    expect(isSameCaller(one, other)).toBe(expected)
    expect(isSameCaller(other, one)).toBe(expected)
  })

  it('tells what the second heard otherwise, and nothing that it left out', () => {
    const first: Heard = {
      customerName: '王建国',
      contactName: '王建国',
      phone: '138 1234 5678',
      address: '经十路 5 号',
      productName: '双眼大锅灶',
      model: '',
      serialNo: '',
      purchasedOn: '2025-03-18',
      symptom: '点不着火',
      note: '',
    }
    expect(
      heardOtherwise(first, { ...first, phone: '13812345678', address: '', model: 'A5', symptom: '漏气' }),
    ).toEqual(['model', 'symptom'])
    expect(heardOtherwise(first, first)).toEqual([])
  })
})
