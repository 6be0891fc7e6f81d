import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { ownLimit } from '../../shared/presets/limits.ts'
import type { ClockPolicy } from '../../shared/presets/schema.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase, refusal } from '../tickets/desk.ts'

const text = { 'zh-CN': '出报价', 'zh-TW': '出報價', en: 'Quotation' }

describe.each(engines)('a limit of the company’s own, on %s', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const draftOf = async (
    change: (clocks: readonly ClockPolicy[]) => readonly ClockPolicy[],
    runningCases: 'switch' | 'finish' = 'switch',
  ) => {
    const { id, policy } = await (await house.as('supervisor')).admin.policy({ id: null })
    const whole = { ...policy, clocks: [...change(policy.clocks)] }
    return { id: newId(), basedOn: id, effectiveOn: null, runningCases, kept: [], reason: '', policy: whole }
  }
  const quotation: ClockPolicy = { ...ownLimit({ clocks: [] }, text), limitMinutes: 45, warnMinutes: 5 }
  const add = (part: Partial<ClockPolicy> = {}) => draftOf((clocks) => [...clocks, { ...quotation, ...part }])
  const remove = (runningCases: 'switch' | 'finish') =>
    draftOf((clocks) => clocks.filter(({ clock }) => clock !== quotation.clock), runningCases)
  const limitOf = async (id: string) => {
    const { deadlines, ticket } = await (await house.as('supervisor')).tickets.page({ id })
    const limit = deadlines.find(({ clock }) => clock === quotation.clock)
    const { policy } = await (await house.as('supervisor')).admin.policy({ id: ticket.policyId })
    return limit && { ...limit, name: policy.clocks.find(({ clock }) => clock === limit.clock)?.text['zh-CN'] }
  }
  /** Minutes after the clock of the test. */
  const after = (minutes: number) => new Date(Date.parse(house.clock.at) + minutes * 60_000).toISOString()

  it('is refused in words where it could never be met, at the preview and when it is published', async () => {
    const supervisor = await house.as('supervisor')
    const odd = await add({ startsAt: 'finished', endsAt: 'assigned' })
    const said = { text: 'admin.failure.policy.backwards', facts: { nth: odd.policy.clocks.length } }
    expect(await refusal(supervisor.admin.previewPolicy(odd))).toMatchObject(said)
    expect(await refusal(supervisor.admin.savePolicy(odd))).toMatchObject(said)
  })

  it('runs on a case, and its why has its name; another level does not have it', async () => {
    const supervisor = await house.as('supervisor')
    const draft = await add({ level: 'reduced' })
    await supervisor.admin.savePolicy(draft)
    const [theirs, other] = [
      await openCase(house),
      await openCase(house, { phone: '138 1234 5679', level: draft.policy.levels.at(-1)!.code }),
    ]
    expect(await limitOf(theirs)).toMatchObject({
      name: '出报价',
      dueAt: after(45),
      rule: 'house',
      steps: [{ kind: 'start', term: { limitMinutes: 45, hours: 'clock', warnMinutes: 5 } }],
    })
    expect(await limitOf(other)).toBeUndefined()
    await supervisor.admin.withdrawPolicy({ id: draft.id, reason: '只试一天' })
    expect(await limitOf(theirs)).toBeUndefined()
  })

  it('taken away it is counted no more in what goes over, on none that finishes, and again when that is taken back', async () => {
    const supervisor = await house.as('supervisor')
    await supervisor.admin.savePolicy(await add())
    const ticketId = await openCase(house, { phone: '138 1234 5680' })
    const dueAt = after(45)
    expect(await limitOf(ticketId)).toMatchObject({ dueAt })
    house.clock.at = after(5)

    const finish = await remove('finish')
    expect(await supervisor.admin.previewPolicy(finish)).toMatchObject({ movedCount: 0 })
    await supervisor.admin.savePolicy(finish)
    expect(await limitOf(ticketId)).toMatchObject({ dueAt, state: 'running' })
    await supervisor.admin.withdrawPolicy({ id: finish.id, reason: '改成一起换' })

    const gone = await remove('switch')
    const { moved } = await supervisor.admin.previewPolicy(gone)
    expect(moved).toContainEqual(
      expect.objectContaining({ ticketId, clockText: text, beforeAt: dueAt, afterAt: null, becomesLate: false }),
    )
    const [made] = await supervisor.admin.savePolicy(gone)
    expect(made!.cases.moved).toBeGreaterThan(0)
    expect(await limitOf(ticketId)).toBeUndefined()
    // What was met before keeps its name.
    const { policy, known } = await supervisor.admin.policy({ id: null })
    expect(policy.clocks.some(({ clock }) => clock === 'own1')).toBe(false)
    expect(known.clocks).toContainEqual({ code: 'own1', text })
    const rows = await supervisor.admin.movedLimits({ id: gone.id, which: 'moved' })
    expect(rows.find((row) => row.ticketId === ticketId)).toMatchObject({ beforeAt: dueAt, afterAt: null })

    house.clock.at = after(5)
    await supervisor.admin.withdrawPolicy({ id: gone.id, reason: '还是要' })
    expect(await limitOf(ticketId)).toMatchObject({ dueAt, state: 'running' })
    expect((await supervisor.tickets.page({ id: ticketId })).deadlines.map(({ clock }) => clock)).toContain('own1')
  })
})
