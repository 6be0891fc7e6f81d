import { describe, expect, it } from 'vitest'
import { houseQuotas } from '../../shared/admin/quotas.ts'
import { hasSubstance } from '../../shared/customers/rules-reveal.ts'
import { firstOfEach, quotaWait } from '../../shared/kit/quota.ts'
import { roles } from '../../shared/admin/rights.ts'

describe('a reason to see what is covered', () => {
  it.each([
    ['回拨', true],
    ['师傅要', true],
    ['Call back', true],
    ['客户要求核对号码', true],
    ['', false],
    ['.', false],
    ['。。。。', false],
    ['aaaaaa', false],
    ['啊啊啊啊', false],
    ['看', false],
    ['abc', false],
    ['123456', false],
    ['！？—— ', false],
  ])('%j says something: %s', (reason, says) => expect(hasSubstance(reason)).toBe(says))
})

describe('how much a member may open (house)', () => {
  const now = '2026-11-20T12:00:00.000Z'
  const ago = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString()
  const limit = { perHour: 3, perDay: 5 }

  it.each([
    ['nothing yet', [], null],
    ['two within the hour', [1, 2], null],
    ['three within the hour', [50, 2, 1], { limit: 3, until: '2026-11-20T12:10:00.000Z' }],
    ['a fourth after the first is an hour old', [60, 2, 1], null],
    ['five within the day', [1400, 1300, 1200, 1100, 1000], { limit: 5, until: '2026-11-20T12:40:00.000Z' }],
    ['five of which one is a day old', [1440, 1300, 1200, 1100, 1000], null],
    ['both limits: the later counts', [1400, 1300, 30, 20, 10], { limit: 5, until: '2026-11-20T12:40:00.000Z' }],
    ['instants of a clock that ran ahead', [-10, -20, -30, -40, -50], null],
  ])('%s', (_, minutes, wait) => expect(quotaWait(limit, minutes.map(ago), now)).toEqual(wait))

  it('counts a subject once, by the first time', () => {
    const done = [
      { at: ago(5), subject: 'ticket:1' },
      { at: ago(70), subject: 'ticket:1' },
      { at: ago(10), subject: 'ticket:2' },
    ]
    expect(firstOfEach(done).sort()).toEqual([ago(70), ago(10)])
  })

  it('lets no role open an archive', () => {
    for (const role of roles) expect(houseQuotas.reveal[role].perDay).toBeLessThan(200)
  })
})
