import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { ticketsJobs } from '../../main/tickets/jobs.ts'
import type { PolicyDraftInput, PolicyPlace } from '../../shared/admin/policy-schema.ts'
import type { Policy } from '../../shared/presets/schema.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase, solved } from '../tickets/desk.ts'

const own = { rule: 'house', source: { from: 'own' as const } }
const withVisit = (policy: Policy, limitMinutes: number): Policy => ({
  ...policy,
  clocks: policy.clocks.map((each) => (each.clock === 'visit' ? { ...each, limitMinutes, ...own } : each)),
})

describe.each(engines)('which policies an open case follows, on %s', (engine) => {
  let house: TestStation
  let ground: Policy
  beforeAll(async () => {
    house = await openTestStation(engine)
    ground = (await (await house.as('supervisor')).admin.policy({ id: null })).policy
  })
  afterAll(() => house.close())

  const later = (minutes: number) => {
    house.clock.at = new Date(Date.parse(house.clock.at) + minutes * 60_000).toISOString()
  }
  const publish = async (policy: Policy, changes: Partial<PolicyDraftInput> = {}) => {
    later(1)
    const { admin } = await house.as('supervisor')
    const below = (await admin.policies()).find(({ state }) => state === 'counts')!.id
    const newest = (await admin.policies(changes.place)).find(({ state }) => state !== 'withdrawn')
    const id = newId()
    await admin.savePolicy({
      ...{ id, basedOn: newest?.id ?? '', reason: '试', effectiveOn: null, runningCases: 'switch', kept: [] },
      ...(changes.place ? { below } : {}),
      policy,
      ...changes,
    })
    return id
  }
  const goOver = async () => {
    later(1)
    await ticketsJobs[0]!.run(house.station.services, new AbortController().signal)
  }
  const visitOf = async (ticketId: string) => {
    const { deadlines } = await (await house.as('supervisor')).tickets.page({ id: ticketId })
    return deadlines.find(({ clock }) => clock === 'visit')?.limitMinutes
  }
  const correctProduct = async (ticketId: string, productName: string) => {
    const { intake } = await house.as('operator')
    const { id, version } = await intake.line({ ticketId })
    await intake.correct({ id, version, changes: { productName } })
    await goOver()
  }
  let phone = 13_811_110_000
  const register = (productName: string) => openCase(house, { productName, phone: String((phone += 1)) })

  it('house: a case that was over when a version came follows it once its result is taken back, however late', async () => {
    const { tickets } = await house.as('supervisor')
    const technicianId = (await house.seat('technician', '孙师傅')).memberId
    const ticketId = await register(ground.productTypes[0]!.text['zh-CN'])
    const { version } = (await tickets.page({ id: ticketId })).ticket
    const visitFromAt = new Date(Date.parse(house.clock.at) + 30 * 60_000).toISOString()
    await tickets.assign({ id: newId(), ticketId, technicianId, visitFromAt, within3h: 'yes', version })
    later(10)
    const result = solved(ticketId, technicianId)
    await tickets.recordResult(result)
    const changed = await publish(withVisit(ground, 240))
    for (let nth = 0; nth < 4; nth += 1) {
      await goOver()
      later(5)
    }
    expect(await visitOf(ticketId)).not.toBe(240)
    await tickets.withdrawResult({ id: result.id, ticketId, reason: '记错了工单' })
    await goOver()
    expect(await visitOf(ticketId)).toBe(240)
    await (await house.as('supervisor')).admin.withdrawPolicy({ id: changed, reason: '试完了' })
  })

  it('house: a case whose product is corrected follows the other product type, or the company alone', async () => {
    const [first, other, plain] = ([0, 1, 3] as const).map((nth) => ground.productTypes[nth]!)
    const placeOf = (key: string): PolicyPlace => ({ layer: 'productType', key })
    const usual = ground.clocks.find(({ clock }) => clock === 'visit')!.limitMinutes
    await publish(withVisit(ground, 90), { place: placeOf(first!.code) })
    await publish(withVisit(ground, 45), { place: placeOf(other!.code) })
    const nameOf = (type: typeof first) => type!.text['zh-CN']
    const [toOther, toPlain] = [await register(nameOf(first)), await register(nameOf(first))]
    expect([await visitOf(toOther), await visitOf(toPlain)]).toEqual([90, 90])
    await correctProduct(toOther, nameOf(other))
    await correctProduct(toPlain, nameOf(plain))
    expect([await visitOf(toOther), await visitOf(toPlain)]).toEqual([45, usual])
    await correctProduct(toPlain, nameOf(first))
    expect(await visitOf(toPlain)).toBe(90)
  })

  it('house: a case kept from a version that is taken back follows the next one, save where another keeps it too', async () => {
    const [free, keptTwice] = [await register('别的'), await register('别的')]
    const stood = await visitOf(free)
    await publish(withVisit(ground, 400), { kept: [keptTwice] })
    const comes = await publish(withVisit(ground, 500), { effectiveOn: '2026-11-25', kept: [free, keptTwice] })
    await (await house.as('supervisor')).admin.withdrawPolicy({ id: comes, reason: '弄错了' })
    await publish(withVisit(ground, 300))
    expect([await visitOf(free), await visitOf(keptTwice)]).toEqual([300, stood])
    await publish(ground)
  })

  it('house: a case that passed no job goes over to the version that took cases along, and not to one after it that let them finish', async () => {
    const [passed, slept] = [await register('别的'), await register('别的')]
    await publish(withVisit(ground, 240), { effectiveOn: '2026-11-26' })
    await publish(withVisit(ground, 500), { effectiveOn: '2026-11-27', runningCases: 'finish' })
    house.clock.at = '2026-11-26T04:00:00.000Z'
    await goOver()
    expect([await visitOf(passed), await visitOf(slept)]).toEqual([240, 240])
    const late = await register('别的')
    house.clock.at = '2026-11-29T04:00:00.000Z'
    await publish(withVisit(ground, 600), { effectiveOn: '2026-11-30' })
    await publish(withVisit(ground, 700), { effectiveOn: '2026-12-01', runningCases: 'finish' })
    house.clock.at = '2026-12-02T04:00:00.000Z'
    const fresh = await register('别的')
    await goOver()
    await goOver()
    expect(await Promise.all([passed, slept, late, fresh].map(visitOf))).toEqual([600, 600, 600, 700])
  })
})
