import { expect, it } from 'vitest'
import { presets } from '../../shared/presets/catalog.ts'
import { caseEvents, endEvents, isCaseEvent, isCounted, startEvents } from '../../shared/presets/events.ts'
import { toldEvents } from '../../shared/presets/told-events.ts'
import { endOf } from '../../shared/presets/limit-ends.ts'

it.each(presets.flatMap(({ id, clocks }) => clocks.map((limit) => [id, limit.clock, limit] as const)))(
  '%s: the limit %s counts from and until something on the list',
  (_, __, limit) => {
    expect(startEvents).toContain(limit.startsAt)
    expect(endEvents).toContain(endOf(limit))
    expect(isCounted(limit)).toBe(true)
  },
)

it('a limit from something that never happens is not counted', () => {
  expect(isCounted({ clock: 'own1', startsAt: 'moonrise' })).toBe(false)
  expect(isCounted({ clock: 'own1', startsAt: 'received', endsAt: 'moonrise' })).toBe(false)
  expect(isCaseEvent('toString')).toBe(false)
})

it('no event is called like another in any language', () => {
  for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
    const names = Object.values(caseEvents).map(({ text }) => text[language])
    expect(new Set(names).size).toBe(names.length)
  }
})

it('what people tell are exactly the events that the step 记时间 fires', () => {
  const told = Object.entries(caseEvents).filter(([, { firedBy }]) =>
    (firedBy as readonly string[]).includes('tickets.moment'),
  )
  expect(told.map(([code]) => code).sort()).toEqual([...toldEvents].sort())
})
