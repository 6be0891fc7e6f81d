import { expect, it } from 'vitest'
import { presetById, presets } from '../../shared/presets/catalog.ts'
import { limitProblems, ownLimit, siblingLimit } from '../../shared/presets/limits.ts'
import { clockKey, type ClockPolicy } from '../../shared/presets/schema.ts'

const text = { 'zh-CN': '送样', 'zh-TW': '送樣', en: 'Sample sent' }
const trade = presetById('P32')!
const own: ClockPolicy = ownLimit({ clocks: [] }, text)

it.each<[string, Partial<ClockPolicy>, string | undefined]>([
  ['as it is made', {}, undefined],
  ['from what never happens', { startsAt: 'moonrise' }, 'startsAt noStart'],
  ['until what never happens', { endsAt: 'moonrise' }, 'endsAt noEnd'],
  ['from a thing until itself', { startsAt: 'finished', endsAt: 'finished' }, 'endsAt sameEvent'],
  ['from one follow-up until the next', { startsAt: 'followedUp', endsAt: 'followedUp' }, undefined],
  ['from the result until the dispatch', { startsAt: 'finished', endsAt: 'assigned' }, 'endsAt backwards'],
  ['from the plan until the dispatch, which may come again', { startsAt: 'planned', endsAt: 'assigned' }, undefined],
  ['warned as early as it begins', { warnMinutes: 60 }, undefined],
  ['warned before it begins', { warnMinutes: 61 }, 'warnMinutes warnTooEarly'],
  ['the same day, warned in its last hour', { hours: 'days', limitMinutes: 0, warnMinutes: 60 }, undefined],
  ['from the paper without a rule', { source: { from: 'paper' } }, 'rule noRule'],
  ['from the paper with its rule', { source: { from: 'paper' }, rule: 'R044' }, undefined],
])('house: a limit %s', (_, part, problem) => {
  const [found] = limitProblems({ clocks: [{ ...own, ...part }] }, undefined)
  expect(found && `${found.path.slice('clocks.0.'.length)} ${found.reason}`).toBe(problem)
})

it('a limit that was published with what never happens stands until it is changed', () => {
  const old = { ...own, startsAt: 'moonrise' }
  expect(limitProblems({ clocks: [old] }, { clocks: [old] })).toEqual([])
  expect(limitProblems({ clocks: [{ ...old, limitMinutes: 30 }] }, { clocks: [old] })).toHaveLength(1)
})

it.each(presets.map((preset) => [preset.id, preset] as const))(
  '%s could be entered in the settings as it is',
  (_, of) => expect(limitProblems(of, undefined)).toEqual([]),
)

it('a limit is given to one level after another, then to kinds of case, each once', () => {
  const assign = trade.clocks.find(({ clock }) => clock === 'assign')!
  let clocks: readonly ClockPolicy[] = [assign]
  for (let next = siblingLimit({ ...trade, clocks }, assign); next; next = siblingLimit({ ...trade, clocks }, assign))
    clocks = [...clocks, next]
  expect(clocks.map(clockKey)).toEqual([
    'assign//',
    ...trade.levels.map(({ code }) => `assign/${code}/`),
    ...trade.kinds.map(({ code }) => `assign//${code}`),
  ])
})

it('limits of the company’s own never share a code', () => {
  const two = [own, ownLimit({ clocks: [own] }, text)]
  expect(new Set(two.map(({ clock }) => clock)).size).toBe(2)
  expect(ownLimit({ clocks: [two[1]!] }, text).clock).toBe(own.clock)
})
