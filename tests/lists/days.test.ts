import { describe, expect, it } from 'vitest'
import { daysOf } from '../../renderer/lists/spans.ts'
import { readDays, writeDays } from '../../shared/lists/days.ts'

describe('days of a condition', () => {
  it.each([
    ['2026-11-01~2026-11-20', { from: '2026-11-01', to: '2026-11-20' }],
    ['2026-11-20~2026-11-01', { from: '2026-11-01', to: '2026-11-20' }],
    ['2026-11-01~', { from: '2026-11-01', to: null }],
    ['~2026-11-20', { from: null, to: '2026-11-20' }],
    ['~', { from: null, to: null }],
    ['week', null],
    ['2026-11-31~', null],
    ['2026-11-01~2026-11-02~2026-11-03', null],
    [undefined, null],
  ])('%s', (text, days) => {
    expect(readDays(text)).toEqual(days)
    if (days) expect(readDays(writeDays(days))).toEqual(days)
  })

  it.each([
    ['today', { from: '2026-11-27', to: null }],
    ['week', { from: '2026-11-21', to: null }],
    ['2026-10-01~2026-10-31', { from: '2026-10-01', to: '2026-10-31' }],
    ['nobody knows', { from: null, to: null }],
  ])('%s is reckoned from today', (chosen, days) => expect(daysOf(chosen, '2026-11-27')).toEqual(days))
})
