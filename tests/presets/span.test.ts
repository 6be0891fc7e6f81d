import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockHours } from '../../shared/clocks/schema.ts'
import { languages } from '../../shared/kit/words.ts'
import { readLimit, readWindows } from '../../shared/presets/span.ts'
import { limitText } from '../../shared/presets/sentences.ts'

const clock = { limitMinutes: 10, hours: 'clock' } as const
const days = { limitMinutes: 1440, hours: 'days' } as const

describe('a limit as people write it', () => {
  it.each([
    ['15', clock, 15, 'clock'],
    ['15 分钟', clock, 15, 'clock'],
    ['１５分鐘', clock, 15, 'clock'],
    ['1.5h', clock, 90, 'clock'],
    ['3 小时', clock, 180, 'clock'],
    ['2 天', clock, 2880, 'clock'],
    ['2', days, 2880, 'days'],
    ['当天', clock, 0, 'days'],
    ['5 个工作日', clock, 7200, 'workingDays'],
    ['4 小时', days, 240, 'clock'],
  ] as const)('%s is %o → %i %s', (text, before, limitMinutes, hours) =>
    expect(readLimit(text, before)).toEqual({ limitMinutes, hours }),
  )

  it.each(['', '十分钟', '-5', '3 月', '0.001 h', '99999999'])('%s is none', (text) =>
    expect(readLimit(text, clock)).toBeNull(),
  )

  it('reads back whatever the settings show', () => {
    const limit = fc.record({ hours: fc.constantFrom(...clockHours), n: fc.integer({ min: 1, max: 400 }) })
    fc.assert(
      fc.property(limit, fc.constantFrom(...languages), ({ hours, n }, language) => {
        const shown = { hours, limitMinutes: hours === 'days' || hours === 'workingDays' ? n * 1440 : n }
        expect(readLimit(limitText(shown)[language], shown)).toEqual(shown)
      }),
    )
  })
})

describe('duty hours as people write them', () => {
  it.each([
    [
      '08:30-12:00 13:30-18:00',
      [
        ['08:30', '12:00'],
        ['13:30', '18:00'],
      ],
    ],
    [
      '8-12，13:30–18',
      [
        ['08:00', '12:00'],
        ['13:30', '18:00'],
      ],
    ],
    ['00:00-24:00', [['00:00', '24:00']]],
    ['', []],
  ])('%s', (text, windows) => expect(readWindows(text)).toEqual(windows.map(([from, to]) => ({ from, to }))))
  it.each(['18:00-08:00', '08:00-13:00 12:00-18:00', '25:00-26:00', '上午'])('%s is none', (text) =>
    expect(readWindows(text)).toBeNull(),
  )
})
