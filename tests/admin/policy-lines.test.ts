import { describe, expect, it } from 'vitest'
import { policyLines } from '../../shared/admin/policy-lines.ts'
import { ownLimit } from '../../shared/presets/limits.ts'
import type { Plain } from '../../shared/presets/merge.ts'
import { presetById, presets } from '../../shared/presets/catalog.ts'
import type { ClockPolicy, Policy } from '../../shared/presets/schema.ts'

const base = presetById('P32')!
const said = (policy: Partial<Policy>, from: Policy = base) =>
  policyLines(from as unknown as Plain, { ...from, ...policy } as unknown as Plain).map(
    ({ part, item, field, before, after }) =>
      [part, item?.['zh-CN'], field, before?.['zh-CN'], after?.['zh-CN']].map((each) => each ?? '—').join(' | '),
  )
const withAssign = (part: Partial<ClockPolicy>) => ({
  clocks: base.clocks.map((clock) => (clock.clock === 'assign' ? { ...clock, ...part } : clock)),
})

describe('what a version changed, line by line', () => {
  it.each<[string, Partial<Policy>, string[]]>([
    ['nothing', {}, []],
    [
      'a limit and how it runs, which is one thing',
      withAssign({ limitMinutes: 2880, hours: 'days', rule: 'house', source: { from: 'own' } }),
      ['clocks | 派工 | limit | 10 分钟 | 2 天'],
    ],
    [
      'what it counts until, and from where it is',
      withAssign({ endsAt: 'arrived', source: { from: 'paper' }, rule: 'R044' }),
      ['clocks | 派工 | endsAt | 派工 | 到场', 'clocks | 派工 | source | P34 | R044'],
    ],
    [
      'a limit more, of a level',
      {
        clocks: [
          ...base.clocks,
          { ...ownLimit(base, { 'zh-CN': '送样', 'zh-TW': '送樣', en: 'S' }), level: base.levels[0]!.code },
        ],
      },
      [`clocks | 送样 · ${base.levels[0]!.text['zh-CN']} | added | — | 1 小时`],
    ],
    ['a limit less', { clocks: base.clocks.slice(1) }, ['clocks | 派工 | removed | 10 分钟 | —']],
    ['a figure', { contact: { ...base.contact, attempts: 9, rule: 'house' } }, ['contact | — | attempts | 3 | 9']],
    ['no promise any more', { promise: null }, ['promise | — | promise | 180 | —']],
    [
      'hours of a day',
      { duty: [{ ...base.duty[0], week: base.duty[0].week.with(1, []) as never }, ...base.duty.slice(1)] as never },
      [`duty | ${base.duty[0].text['zh-CN']} | week.1 | 08:00-18:00 | —`],
    ],
  ])('%s', (_, policy, lines) => {
    const assign = base.clocks.find(({ clock }) => clock === 'assign')!
    const source = assign.source.from === 'trade' ? `${assign.source.trade} ${assign.rule}` : '—'
    expect(said(policy)).toEqual(lines.map((line) => line.replace('| P34 |', `| ${source} |`)))
  })

  it('of every trade to every other: each line says something, and none stands twice', () => {
    for (const [at, from] of presets.entries()) {
      const lines = said(presets[(at + 1) % presets.length]!, from)
      expect(lines.length).toBeGreaterThan(0)
      expect(new Set(lines).size).toBe(lines.length)
      expect(lines.filter((line) => line.includes('[object'))).toEqual([])
    }
  })
})
