import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { renewPolicies } from '../../main/house/settings.ts'
import { addVersion } from '../../main/house/policies/policy-rows.ts'
import type { PolicyDraftInput, PolicyNow, PolicyPlace } from '../../shared/admin/policy-schema.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal, repairCall } from '../tickets/desk.ts'

const withAssign = (policy: Policy, limitMinutes: number): Policy => ({
  ...policy,
  clocks: policy.clocks.map((clock) =>
    clock.clock === 'assign' ? { ...clock, limitMinutes, rule: 'house', source: { from: 'own' } } : clock,
  ),
})

describe.each(engines)('policies on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
    await house.station.scheduler.start()
  })
  afterAll(() => house.close())

  const draftOf = (now: PolicyNow, policy: Policy, changes: Partial<PolicyDraftInput> = {}): PolicyDraftInput => ({
    id: newId(),
    basedOn: now.id,
    effectiveOn: '2026-11-21',
    runningCases: 'switch',
    kept: [],
    reason: '十分钟来不及',
    policy,
    ...changes,
  })
  const assignDue = async (ticketId: string) => {
    const { ticket } = await (await house.as('supervisor')).tickets.page({ id: ticketId })
    return ticket.nextDueAt
  }
  const limitNow = async () => {
    const { policy } = await (await house.as('operator')).admin.policy({ id: null })
    return policy.clocks.find(({ clock }) => clock === 'assign')?.limitMinutes
  }

  it('a company starts with a copy of its trade and its own term of warranty', async () => {
    const { policy, publishedYears, days } = await (await house.as('operator')).admin.policy({ id: null })
    expect(policy).toMatchObject({ id: 'P32', warranty: { months: 24, freeRules: ['house'] } })
    expect(publishedYears).toEqual([2026])
    expect(days['2027-01-01']).toBe('off')
    expect(days['2027-01-04']).toBeUndefined()
  })

  it('a supervisor changes ten minutes to fifteen from tomorrow, sees what moves, and takes it back', async () => {
    const [supervisor, operator] = [await house.as('supervisor'), await house.as('operator')]
    const running = await operator.intake.record(repairCall())
    const kept = await operator.intake.record(repairCall({ phone: '138 1234 5679' }))
    const now = await supervisor.admin.policy({ id: null })
    const draft = draftOf(now, withAssign(now.policy, 15), { effectiveOn: null, kept: [kept.ticket!.id] })

    const preview = await supervisor.admin.previewPolicy({ ...draft, kept: [] })
    expect(preview).toMatchObject({ cases: 2, movedCount: 2, lateCount: 0 })
    expect(preview.moved.map(({ clock, beforeAt, afterAt }) => [clock, beforeAt, afterAt])).toEqual([
      ['assign', '2026-11-20T02:46:00.000Z', '2026-11-20T02:51:00.000Z'],
      ['assign', '2026-11-20T02:46:00.000Z', '2026-11-20T02:51:00.000Z'],
    ])
    expect(await supervisor.admin.previewPolicy({ ...draft, kept: [], runningCases: 'finish' })).toMatchObject({
      movedCount: 0,
    })
    expect(await limitNow()).toBe(10)

    const tomorrow = await supervisor.admin.savePolicy({ ...draft, effectiveOn: '2026-11-21', kept: [kept.ticket!.id] })
    expect(tomorrow[0]).toMatchObject({
      version: 2,
      state: 'comes',
      effectiveAt: '2026-11-20T16:00:00.000Z',
      changes: expect.arrayContaining([
        { path: ['clocks', 'assign//', 'limitMinutes'], before: '10', after: '15' },
      ]) as unknown,
    })
    expect(await limitNow()).toBe(10)
    expect(await assignDue(running.ticket!.id)).toBe('2026-11-20T02:46:00.000Z')

    const [back] = await supervisor.admin.withdrawPolicy({ id: draft.id, reason: '再想想' })
    expect(back).toMatchObject({ version: 2, state: 'withdrawn', withdrawnReason: '再想想' })
    expect(back!.withdrawnByName).not.toBe('')
    expect(back!.lines).toMatchObject([
      { part: 'clocks', item: { 'zh-CN': '派工' }, field: 'limit', before: { en: '10 min' }, after: { en: '15 min' } },
    ])
    house.clock.at = '2026-11-21T02:00:00.000Z'
    expect(await limitNow()).toBe(10)
    house.clock.at = '2026-11-20T02:36:00.000Z'

    const again = { ...draft, id: newId() }
    await supervisor.admin.savePolicy(again)
    expect(await limitNow()).toBe(15)
    expect(await assignDue(running.ticket!.id)).toBe('2026-11-20T02:51:00.000Z')
    expect(await assignDue(kept.ticket!.id)).toBe('2026-11-20T02:46:00.000Z')
    expect(await supervisor.admin.savePolicy(again)).toHaveLength(3)

    await supervisor.admin.withdrawPolicy({ id: again.id, reason: '退回' })
    expect(await limitNow()).toBe(10)
    expect(await assignDue(running.ticket!.id)).toBe('2026-11-20T02:46:00.000Z')
  })

  it('the job moves the clocks of open cases when the day of a change comes, not of one that is kept, and back again', async () => {
    const [supervisor, operator] = [await house.as('supervisor'), await house.as('operator')]
    const [running, kept] = [
      (await operator.intake.record(repairCall({ phone: '138 1234 5690' }))).ticket!.id,
      (await operator.intake.record(repairCall({ phone: '138 1234 5691' }))).ticket!.id,
    ]
    const visitOf = async (id: string) => {
      const { deadlines } = await supervisor.tickets.page({ id })
      const { dueAt, state, steps } = deadlines.find(({ clock }) => clock === 'visit')!
      return [dueAt, state, steps.map(({ kind }) => kind).join(' ')]
    }
    const now = await supervisor.admin.policy({ id: null })
    const clocks = now.policy.clocks.map((clock) =>
      clock.clock === 'visit'
        ? { ...clock, limitMinutes: 3 * 1440, rule: 'house', source: { from: 'own' as const } }
        : clock,
    )
    const draft = draftOf(now, { ...now.policy, clocks }, { kept: [kept] })
    const whole = await supervisor.admin.previewPolicy(draft)
    const rest = await supervisor.admin.previewPolicy({ ...draft, skip: 1 })
    expect(whole.moved.map(({ ticketId }) => ticketId)).toContain(running)
    expect(rest).toEqual({ ...whole, moved: whole.moved.slice(1) })
    await supervisor.admin.savePolicy(draft)

    const today = ['2026-11-20T05:36:00.000Z', 'running', 'start']
    house.clock.at = '2026-11-20T02:40:00.000Z'
    await house.station.scheduler.tick()
    expect([await visitOf(running), await visitOf(kept)]).toEqual([today, today])
    house.clock.at = '2026-11-20T16:00:20.000Z'
    await house.station.scheduler.tick()
    const late = ['2026-11-20T05:36:00.000Z', 'late', 'start']
    const moved = ['2026-11-23T02:36:00.000Z', 'running', 'start policy']
    expect([await visitOf(running), await visitOf(kept)]).toEqual([moved, late])
    expect((await supervisor.tickets.page({ id: running })).ticket.policyId).toBe(draft.id)
    house.clock.at = '2026-11-20T16:01:00.000Z'
    await house.station.scheduler.tick()
    expect(await visitOf(running)).toEqual(moved)

    await supervisor.admin.withdrawPolicy({ id: draft.id, reason: '退回' })
    expect([await visitOf(running), await visitOf(kept)]).toEqual([
      ['2026-11-20T16:01:00.000Z', 'running', 'start policy policy'],
      late,
    ])
    house.clock.at = '2026-11-20T02:36:00.000Z'
  })

  it('an old ticket keeps the paper and the verdict of its version where running cases finish', async () => {
    const [supervisor, operator] = [await house.as('supervisor'), await house.as('operator')]
    const old = await operator.intake.record(repairCall({ phone: '138 1234 5680' }))
    const now = await supervisor.admin.policy({ id: null })
    const levels = now.policy.levels.map((level) => ({
      ...level,
      text: { ...level.text, 'zh-CN': `新${level.text['zh-CN']}` },
    }))
    const policy = { ...now.policy, levels, warranty: { ...now.policy.warranty, months: 1 } }
    const [made] = await supervisor.admin.savePolicy(
      draftOf(now, policy, { effectiveOn: null, runningCases: 'finish' }),
    )
    const fresh = await operator.intake.record(repairCall({ phone: '138 1234 5681' }))
    const paper = async (id: string) =>
      (await supervisor.sheets.record({ formId: 'F01', ticketId: id, mode: 'complete' })).info.levels[0]?.text['zh-CN']
    expect([await paper(old.ticket!.id), await paper(fresh.ticket!.id)]).toEqual(['照常用', '新照常用'])
    const verdict = async (id: string) => (await supervisor.tickets.page({ id })).warranty?.months
    expect([await verdict(old.ticket!.id), await verdict(fresh.ticket!.id)]).toEqual([24, 1])
    await supervisor.admin.withdrawPolicy({ id: made!.id, reason: '退回' })
  })

  it('refuses a draft from an older version, one that contradicts itself, a day gone by, and whoever has no right', async () => {
    const supervisor = await house.as('supervisor')
    const now = await supervisor.admin.policy({ id: null })
    const draft = draftOf(now, now.policy)
    expect(await refusal(supervisor.admin.savePolicy({ ...draft, basedOn: newId() }))).toMatchObject({
      kind: 'changedByOther',
    })
    const twice = { ...now.policy, faults: [...now.policy.faults, now.policy.faults[0]!] }
    expect(await refusal(supervisor.admin.savePolicy({ ...draft, policy: twice }))).toMatchObject({
      kind: 'invalid',
      field: `faults.${now.policy.faults.length}`,
    })
    expect(await refusal(supervisor.admin.savePolicy({ ...draft, effectiveOn: '2026-11-20' }))).toMatchObject({
      field: 'effectiveOn',
    })
    expect(await refusal((await house.as('operator')).admin.savePolicy(draft))).toMatchObject({ kind: 'notAllowed' })
    const [first] = (await supervisor.admin.policies()).filter(({ version }) => version === 1)
    expect(await refusal(supervisor.admin.withdrawPolicy({ id: first!.id, reason: '-' }))).toMatchObject({
      kind: 'ruleBroken',
    })
  })

  it('tells of each version which cases went over, which were kept and which went back', async () => {
    const [supervisor, operator] = [await house.as('supervisor'), await house.as('operator')]
    const [goes, stays] = [
      (await operator.intake.record(repairCall({ phone: '138 1234 5690' }))).ticket!,
      (await operator.intake.record(repairCall({ phone: '138 1234 5691' }))).ticket!,
    ]
    const [newest] = (await supervisor.admin.policies()).filter(({ withdrawnAt }) => withdrawnAt === null)
    const now = await supervisor.admin.policy({ id: newest!.id })
    const draft = draftOf(now, withAssign(now.policy, 35), { effectiveOn: null, kept: [stays.id] })
    const [made] = await supervisor.admin.savePolicy(draft)
    const listOf = async (which: 'moved' | 'kept' | 'back') =>
      (await supervisor.admin.movedLimits({ id: made!.id, which })).map(({ ticketId, clock }) => [ticketId, clock])
    expect(made!.cases.kept).toBe(1)
    expect(made!.cases.moved).toBe(new Set((await listOf('moved')).map(([id]) => id)).size)
    expect(await listOf('moved')).toContainEqual([goes.id, 'assign'])
    expect(await listOf('moved')).not.toContainEqual([stays.id, 'assign'])
    expect(await listOf('kept')).toEqual([[stays.id, '']])
    const after = await supervisor.admin.withdrawPolicy({ id: made!.id, reason: '不换了' })
    const gone = after.find(({ id }) => id === made!.id)
    expect(gone?.cases).toMatchObject({ moved: made!.cases.moved, kept: 1, back: made!.cases.moved })
    expect(await listOf('back')).toContainEqual([goes.id, 'assign'])
  })

  it('a product type over a category over the company: the last one over it wins', async () => {
    const { services } = house.station
    const layer = (name: 'category' | 'productType', key: string, limitMinutes: number) =>
      services.database.write(async (tx) => {
        const document = { clocks: [{ clock: 'visit', limitMinutes }] }
        const at = { effectiveAt: services.now(), reason: '', runningCases: 'finish' as const }
        await addVersion(services, tx, null, { layer: name, key, document, ...at })
        await renewPolicies(services, tx, null)
      })
    await layer('category', 'group', 120)
    await layer('productType', 'steamer', 60)
    const operator = await house.as('operator')
    const visitOf = async (changes: Parameters<typeof repairCall>[0]) => {
      const { ticket } = await operator.intake.record(repairCall(changes))
      const { deadlines } = await operator.tickets.page({ id: ticket!.id })
      return deadlines.find(({ clock }) => clock === 'visit')?.limitMinutes
    }
    expect(await visitOf({ phone: '138 1234 5682' })).toBe(180)
    expect(await visitOf({ phone: '138 1234 5683', category: 'group' })).toBe(120)
    expect(await visitOf({ phone: '138 1234 5684', category: 'group', productName: '三门蒸饭柜' })).toBe(60)
  })

  describe('for one category of customers', () => {
    const place = { layer: 'category' as const, key: 'company' }
    const keyOf = async () => {
      const { policy } = await (await house.as('supervisor')).admin.policy({ id: null })
      return policy.categories.at(-1)!.code
    }
    const newestId = async (of?: PolicyPlace) => {
      const versions = await (await house.as('supervisor')).admin.policies(of)
      return versions.find(({ withdrawnAt }) => withdrawnAt === null)?.id ?? ''
    }
    const layerDraft = async (policy: Policy, changes: Partial<PolicyDraftInput> = {}): Promise<PolicyDraftInput> => ({
      ...{ id: newId(), place: { ...place, key: await keyOf() }, below: await newestId() },
      ...{
        basedOn: await newestId({ ...place, key: await keyOf() }),
        effectiveOn: null,
        runningCases: 'switch',
        kept: [],
      },
      ...{ reason: '大客户', policy },
      ...changes,
    })

    it('a supervisor changes a limit: open cases of it move, others stay, the ticket says by whom, and it is taken back', async () => {
      const [supervisor, operator] = [await house.as('supervisor'), await house.as('operator')]
      const category = await keyOf()
      const theirs = (await operator.intake.record(repairCall({ phone: '138 1234 5701', category }))).ticket!.id
      const other = (await operator.intake.record(repairCall({ phone: '138 1234 5702' }))).ticket!.id
      const assignOf = async (id: string) => {
        const { deadlines, limitLayers } = await supervisor.tickets.page({ id })
        return [deadlines.find(({ clock }) => clock === 'assign')!.limitMinutes, limitLayers['assign']]
      }
      const { policy } = await supervisor.admin.policy({ id: null })
      const draft = await layerDraft(withAssign(policy, 25))
      const preview = await supervisor.admin.previewPolicy(draft)
      expect(
        preview.moved.filter(({ ticketId }) => [theirs, other].includes(ticketId)).map(({ ticketId }) => ticketId),
      ).toEqual([theirs])
      const [made] = await supervisor.admin.savePolicy(draft)
      const was = policy.clocks.find(({ clock }) => clock === 'assign')!.limitMinutes
      expect(made).toMatchObject({
        version: 1,
        state: 'counts',
        cases: { moved: preview.cases > 0 ? (expect.any(Number) as number) : 0 },
      })
      expect(made!.changes).toHaveLength(1)
      expect(made!.lines).toMatchObject([{ item: { 'zh-CN': '派工' }, field: 'limit', after: { 'zh-CN': '25 分钟' } }])
      const name = policy.categories.at(-1)!.text
      expect(await assignOf(theirs)).toEqual([25, { layer: 'category', name, version: 1 }])
      expect(await assignOf(other)).toEqual([was, undefined])
      expect(await supervisor.admin.policies()).not.toContainEqual(expect.objectContaining({ id: draft.id }))
      // Sent again it is published once; made without having seen it, it is refused.
      expect(await supervisor.admin.savePolicy(draft)).toHaveLength(1)
      const unseen = await layerDraft(withAssign(policy, 30), { basedOn: '' })
      expect(await refusal(supervisor.admin.savePolicy(unseen))).toMatchObject({ kind: 'changedByOther' })

      const [back] = await supervisor.admin.withdrawPolicy({ id: draft.id, reason: '退回' })
      expect(back).toMatchObject({ id: draft.id, state: 'withdrawn' })
      expect(await assignOf(theirs)).toEqual([was, undefined])
    })

    it('refuses what a layer cannot say: another part, something taken away, a category nobody knows', async () => {
      const supervisor = await house.as('supervisor')
      const { policy } = await supervisor.admin.policy({ id: null })
      const said = async (changes: Partial<PolicyDraftInput>) =>
        refusal(supervisor.admin.savePolicy(await layerDraft(policy, changes)))
      const numbers = { ...policy.numbers, ticket: 'X{seq}' }
      expect(await said({ policy: { ...policy, numbers } })).toMatchObject({
        text: 'admin.failure.layerOther',
        field: 'numbers',
      })
      const fewer = { ...policy, clocks: policy.clocks.slice(1) }
      expect(await said({ policy: fewer })).toMatchObject({ text: 'admin.failure.layerTakes' })
      expect(await said({ place: { ...place, key: 'nobody' } })).toMatchObject({ text: 'admin.failure.layerUnknown' })
    })
  })
})
