import { expect, it } from 'vitest'
import { areaCodeSchema } from '../../shared/kit/fields.ts'

it.each([
  ['', true],
  ['010', true],
  ['0531', true],
  ['531', false],
  ['01', false],
  ['05310', false],
  ['0531 ', false],
  ['０５３１', false],
])('%j is an area code: %s', (text, isOne) => expect(areaCodeSchema.safeParse(text).success).toBe(isOne))
