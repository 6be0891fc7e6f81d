import { describe, expect, it } from 'vitest'
import { presetById } from '../../shared/presets/catalog.ts'
import { limitFigures, type PastLimit } from '../../shared/tickets/limit-figures.ts'
import { minutes } from './desk.ts'

const stoves = presetById('P32')!
const medical = presetById('P34')!

/** A case that was sent after so many minutes of ten; null: nobody was sent yet. */
const sent = (after: number | null, changes: Partial<PastLimit> = {}): PastLimit => ({
  ...{ clock: 'assign', level: 'reduced', handling: 'dispatch', dueAt: minutes(10) },
  ...{ metAt: after === null ? null : minutes(after), ranSeconds: after === null ? null : after * 60 },
  ...changes,
})
const assign = (past: readonly PastLimit[], now = minutes(100)) =>
  limitFigures(stoves, past, now).find(({ key }) => key === 'assign//')

describe('whether a limit can be kept', () => {
  it('a limit without a case has no figures, and each limit of the policy has its line', () => {
    expect(assign([])).toEqual({
      ...{ key: 'assign//', cases: 0, kept: 0, lateP50Minutes: null, lateP90Minutes: null },
      ...{ ranP50Minutes: null, ranP90Minutes: null },
    })
    expect(limitFigures(stoves, [], minutes(0))).toHaveLength(stoves.clocks.length)
  })

  it.each([
    ['exactly at the limit is kept (R036)', [10], { cases: 1, kept: 1, lateP50Minutes: null }],
    ['a second later is not', [10 + 1 / 60], { cases: 1, kept: 0, lateP50Minutes: 1 }],
    [
      'ten cases: half took 5 minutes, nine of ten 9',
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 40],
      { cases: 10, kept: 9, lateP50Minutes: 30, lateP90Minutes: 30, ranP50Minutes: 5, ranP90Minutes: 9 },
    ],
    ['who still waits is late by now', [null, 4], { cases: 2, kept: 1, lateP50Minutes: 90, ranP90Minutes: 4 }],
  ])('%s', (_, after, figures) => {
    expect(assign(after.map((each) => sent(each)))).toMatchObject(figures)
  })

  it('a case counts for the limit of its level, and for none that it has not', () => {
    const past = [
      sent(30, { clock: 'respond', level: 'I', dueAt: minutes(60) }),
      sent(130, { clock: 'respond', level: 'II', dueAt: minutes(120) }),
      sent(30, { clock: 'own9' }),
    ]
    const counted = limitFigures(medical, past, minutes(200)).filter(({ cases }) => cases > 0)
    expect(counted.map(({ key, cases, kept }) => [key, cases, kept])).toEqual([
      ['respond/I/', 1, 1],
      ['respond/II/', 1, 0],
    ])
  })
})
