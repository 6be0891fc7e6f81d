import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numberOrder } from '../../shared/kit/number-order.ts'

const sorted = (numbers: readonly string[]) =>
  numbers.toSorted((one, other) => (numberOrder(one) < numberOrder(other) ? -1 : 1))

it.each([
  [['GD20261120-9', 'GD20261120-10', 'GD20261120-9999', 'GD20261120-10000', 'GD20261121-1']],
  [['KH-000009', 'KH-000010', 'KH-999999', 'KH-1000000']],
  [['9', '10', '100', 'A-1', '维2026/11/001', '维2026/11/1000', '维2026/12/001']],
])('%j stand so', (numbers) => expect(sorted(numbers.toReversed())).toEqual(numbers))

it('figures stand as they count, behind whatever sign', () =>
  fc.assert(
    fc.property(
      fc.nat(),
      fc.nat(),
      fc.constantFrom('', 'GD', '维/', 'KH-'),
      fc.nat({ max: 9 }),
      (one, other, sign, width) => {
        const written = (count: number) => sign + String(count).padStart(width, '0')
        expect(numberOrder(written(one)) < numberOrder(written(other))).toBe(one < other)
      },
    ),
  ))
