import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const text = (each: string) => ({ 'zh-CN': each, 'zh-TW': each, en: each })

describe.each(engines)('the parts of the policies a supervisor edits, on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine, { areaCode: '0531' })
  })
  afterAll(() => house.close())

  it('the first run says the home area code', async () => {
    const { policy } = await (await house.as('supervisor')).admin.policy({ id: null })
    expect(policy).toMatchObject({ id: 'P32', areaCode: '0531' })
  })

  const changes: [string, (policy: Policy) => Policy, string[]][] = [
    [
      'warranty names, exclusions and fallback',
      (policy) => ({
        ...policy,
        warranty: {
          ...policy.warranty,
          ...{ freeName: text('包修'), paidName: text('自费'), exclusions: [text('雷击')] },
          ...{ fallback: null, afterwards: 'feeAgreed', paidRules: ['house'] },
        },
      }),
      ['fallback', 'freeName', 'paidName', 'afterwards', 'exclusions'],
    ],
    [
      'when a call is believed to be over',
      (policy) => ({ ...policy, calls: { ...policy.calls, talkMinutes: 45, rule: 'house' } }),
      ['talkMinutes'],
    ],
    [
      'what a level means',
      (policy) => ({
        ...policy,
        levels: policy.levels.map((level, at) => (at === 0 ? { ...level, meaning: text('整个食堂停伙') } : level)),
      }),
      ['meaning'],
    ],
    [
      'what a kind of case begins with',
      (policy) => ({
        ...policy,
        kinds: policy.kinds.map((kind, at) =>
          at === 0 ? { ...kind, handling: kind.handling === 'dispatch' ? 'guidance' : 'dispatch' } : kind,
        ) as unknown as Policy['kinds'],
      }),
      ['handling'],
    ],
  ]

  it.each(changes)('%s: looked at, published, told in the history and taken back', async (_, change, fields) => {
    const { admin } = await house.as('supervisor')
    const { id: basedOn, policy: before } = await admin.policy({ id: null })
    const policy = change(before)
    const draft = {
      id: newId(),
      basedOn,
      effectiveOn: null,
      runningCases: 'switch' as const,
      kept: [],
      reason: '',
      policy,
    }
    expect(await admin.previewPolicy(draft)).toMatchObject({ lateCount: 0 })
    const [made] = await admin.savePolicy(draft)
    expect(made!.lines.map(({ field }) => field).sort()).toEqual([...fields].sort())
    expect((await admin.policy({ id: null })).policy).toEqual(policy)
    await admin.withdrawPolicy({ id: draft.id, reason: '退回' })
    expect((await admin.policy({ id: null })).policy).toEqual(before)
  })
})
