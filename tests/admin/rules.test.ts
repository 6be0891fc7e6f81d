import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counterOf, formatNumber, schemeProblem } from '../../shared/kit/number-scheme.ts'

describe('number schemes', () => {
  it.each([
    ['GD{yyyy}{MM}{dd}-{seq:4}', '2026-11-19', 21, 'GD20261119-0021'],
    ['KH-{seq:6}', '2026-11-19', 1, 'KH-000001'],
    ['{yy}{MM}档{seq}', '2026-11-19', 7, '2611档7'],
    ['GD{yyyy}{MM}{dd}-{seq:4}', '2026-11-19', 10_000, 'GD20261119-10000'], // past the digits it grows
    ['{seq:2}/{yyyy}', '2026-11-19', 123, '123/2026'],
  ])('R353 %s on %s, figure %d: %s', (scheme, on, seq, number) => expect(formatNumber(scheme, on, seq)).toBe(number))

  it.each([
    ['GD{yyyy}{MM}{dd}-{seq:4}', null],
    ['{seq}', null],
    ['GD{yyyy}{MM}{dd}', 'noSeq'],
    ['GD-{seq:4}-{seq:2}', 'severalSeqs'],
    ['GD{year}-{seq:4}', 'unknownToken'],
    ['GD{mm}{seq:4}', 'unknownToken'],
    ['GD{seq:0}', 'unknownToken'],
    ['GD{seq:12}', 'unknownToken'],
    ['GD{}{seq:4}', 'unknownToken'],
    ['GD{toString}{seq:4}', 'unknownToken'],
    ['GD{{seq:4}}', 'strayBrace'],
    ['GD}{seq:4}', 'strayBrace'],
    ['GD{seq}\ud800', 'unprintable'],
    ['GD\u0000{seq}', 'unprintable'],
    ['GD\u{1F527}{seq}', null],
  ])('R353 the problem of %s is %s', (scheme, problem) => expect(schemeProblem(scheme)).toBe(problem))

  it.each([
    ['GD{yyyy}{MM}{dd}-{seq:4}', '2026-11-19', 'GD20261119-{seq}'],
    ['GD{yyyy}-{seq:4}', '2026-11-19', 'GD2026-{seq}'],
    ['KH-{seq:6}', '2026-11-19', 'KH-{seq}'],
  ])('R353 %s draws on %s from the counter %s', (scheme, on, counter) => expect(counterOf(scheme, on)).toBe(counter))

  it.each([0, -1, 1.5])('refuses the figure %d', (seq) =>
    expect(() => formatNumber('{seq}', '2026-11-19', seq)).toThrow(RangeError),
  )

  it('refuses a scheme with a problem', () => expect(() => formatNumber('GD', '2026-11-19', 1)).toThrow(RangeError))

  const anyPiece = fc.constantFrom('GD', '-', '1', '0', '{yyyy}', '{yy}', '{MM}', '{dd}')
  const anyScheme = fc
    .tuple(
      fc.array(anyPiece, { maxLength: 4 }),
      fc.constantFrom('{seq}', '{seq:2}', '{seq:4}'),
      fc.array(anyPiece, { maxLength: 3 }),
    )
    .map(([before, seq, after]) => [...before, seq, ...after].join(''))
  const anyDay = fc
    .date({ min: new Date('2019-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  it('R353 never makes the same number from another counter or another figure', () => {
    const one = fc.tuple(anyDay, fc.integer({ min: 1, max: 120_000 }))
    fc.assert(
      fc.property(anyScheme, one, one, (scheme, [day, seq], [otherDay, otherSeq]) => {
        const isSame = counterOf(scheme, day) === counterOf(scheme, otherDay) && seq === otherSeq
        expect(formatNumber(scheme, day, seq) === formatNumber(scheme, otherDay, otherSeq)).toBe(isSame)
      }),
      { numRuns: 3000 },
    )
  })

  it('R353 gives every number once, whatever days follow each other, when each counter counts on', () => {
    fc.assert(
      fc.property(anyScheme, fc.array(anyDay, { maxLength: 60 }), (scheme, days) => {
        const counters = new Map<string, number>()
        const numbers = days.map((day) => {
          const next = (counters.get(counterOf(scheme, day)) ?? 0) + 1
          counters.set(counterOf(scheme, day), next)
          return formatNumber(scheme, day, next)
        })
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
    )
  })
})
