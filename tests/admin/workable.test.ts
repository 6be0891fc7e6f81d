import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { blankTrade, presetById, presets } from '../../shared/presets/catalog.ts'
import type { ClockPolicy, Policy } from '../../shared/presets/schema.ts'
import { unworkable } from '../../shared/presets/workable.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal, repairCall } from '../tickets/desk.ts'

type Week = Policy['duty'][0]['week']

const nobody: Week = [[], [], [], [], [], [], []]
const anHour: Week = [[], [{ from: '09:00', to: '10:00' }], [], [], [], [], []]
/** Two windows that lie over one another are one hour and a half. */
const doubled: Week = [
  [],
  [
    { from: '09:00', to: '10:00' },
    { from: '09:30', to: '10:30' },
  ],
  [],
  [],
  [],
  [],
  [],
]

const at = (policy: Policy, week: Week | null, hours: ClockPolicy['hours'], limitMinutes: number): Policy => {
  const [line, ...others] = policy.duty
  return {
    ...policy,
    clocks: policy.clocks.map((clock) => ({ ...clock, hours, limitMinutes })),
    duty: [week ? { ...line, week } : line, ...others],
  }
}

const trade = presetById('P32')!

it.each([
  ['nobody works', at(trade, nobody, 'clock', 10), 'noHours'],
  ['working, an hour a week, five years', at(trade, anHour, 'working', 260 * 60), undefined],
  ['working, an hour a week, a minute more', at(trade, anHour, 'working', 260 * 60 + 1), 'tooLong'],
  ['working, hours that overlap count once', at(trade, doubled, 'working', 260 * 90 + 1), 'tooLong'],
  ['working days, one a week, five years', at(trade, anHour, 'workingDays', 260 * 1440), undefined],
  ['working days, one a week, a day more', at(trade, anHour, 'workingDays', 261 * 1440), 'tooLong'],
  ['by the clock, no time at all', at(trade, null, 'clock', 0), 'noTime'],
  ['in working hours, no time at all', at(trade, null, 'working', 0), 'noTime'],
  ['days, the same day', at(trade, null, 'days', 0), undefined],
  ['working days, the same day', at(trade, null, 'workingDays', 0), undefined],
  ['days, five years', at(trade, anHour, 'days', 260 * 7 * 1440), undefined],
  ['days, ten years', at(trade, anHour, 'days', 3650 * 1440), 'tooLong'],
])('house: %s', (_, policy, reason) => expect(unworkable(policy)[0]?.reason).toBe(reason))

it('no trade says what its own hours cannot hold', () => {
  for (const policy of [...presets, blankTrade]) expect([policy.id, unworkable(policy)]).toEqual([policy.id, []])
})

describe.each(engines)('a policy no desk could work by, on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it.each([
    ['clocks.0.limitMinutes', 'tooLong', null, 5_256_000],
    ['clocks.0.limitMinutes', 'tooLong', anHour, 1_000_000],
    ['duty.0.week', 'noHours', nobody, 60],
    ['clocks.0.limitMinutes', 'noTime', null, 0],
  ] as const)('is refused at %s in the preview and when it is saved (%s)', async (field, reason, week, minutes) => {
    const [supervisor, operator] = [await house.as('supervisor'), await house.as('operator')]
    const { id, policy } = await supervisor.admin.policy({ id: null })
    const draft = {
      ...{ id: newId(), basedOn: id, effectiveOn: null, runningCases: 'switch' as const, kept: [], reason: '试' },
      policy: at(policy, week, 'working', minutes),
    }
    const expected = { kind: 'invalid', text: `admin.failure.policy.${reason}`, facts: { nth: 1 }, field }
    expect(await refusal(supervisor.admin.previewPolicy(draft))).toMatchObject(expected)
    expect(await refusal(supervisor.admin.savePolicy(draft))).toMatchObject(expected)
    const call = repairCall({ receivedAt: house.clock.at, phone: `138${String(minutes).padStart(8, '0')}` })
    expect((await operator.intake.record(call)).ticket).not.toBeNull()
  })
})
