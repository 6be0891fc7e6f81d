import fc from 'fast-check'
import { expect, it } from 'vitest'
import { everyRow, pairwise } from './pairwise.ts'

it('lets every two values meet, in fewer rows than the whole matrix', () => {
  const values = fc.integer({ min: 2, max: 5 }).map((count) => Array.from({ length: count }, (_, nth) => `v${nth}`))
  fc.assert(
    fc.property(values, values, values, (a, b, c) => {
      const choices = { a, b, c }
      const rows = pairwise(choices)
      const names = ['a', 'b', 'c'] as const
      for (const one of names)
        for (const other of names.filter((name) => name > one))
          for (const x of choices[one])
            for (const y of choices[other]) expect(rows.some((row) => row[one] === x && row[other] === y)).toBe(true)
      expect(rows.length).toBeLessThan(everyRow(choices).length)
    }),
  )
})

it('gives every row of one or two columns, and the same rows each time', () => {
  expect(pairwise({ theme: ['light', 'dark'] as const, language: ['zh-CN', 'en'] as const })).toHaveLength(4)
  expect(pairwise({ a: [1, 2, 3], b: [1, 2], c: [1, 2] })).toEqual(pairwise({ a: [1, 2, 3], b: [1, 2], c: [1, 2] }))
})
