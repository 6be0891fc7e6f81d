import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCallerFactory } from '../../main/api/trpc.ts'
import { MemberEntity } from '../../main/house/entities.ts'
import { appRouter } from '../../main/registry.ts'
import { newId } from '../../main/new-id.ts'
import { areaOf, regionOf } from '../../shared/presets/areas.ts'
import { presetById } from '../../shared/presets/catalog.ts'
import { type Area, policyProblems } from '../../shared/presets/schema.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase } from './desk.ts'

const areas: readonly Area[] = [
  { code: 'own1', name: '城西', places: ['槐荫区', '市中区 英雄山路'] },
  { code: 'own2', name: '城中', places: ['市中区', '历下区'] },
]

it.each([
  ['济南市槐荫区青禾路 88 号', '城西'],
  ['济南市市中区英雄山路 9 号', '城西'], // the place that says more
  ['济南市市中区经十路 9 号', '城中'],
  ['英雄山路 9 号', ''], // both parts must stand there
  ['济南市天桥区小清河路 1 号', '天桥区'], // no area of the firm: the district, as without areas
  ['', ''],
])('%s lies in %s (house)', (address, region) => expect(regionOf(address, areas)).toBe(region))

it('a name or a place that stands twice is said by its place (house)', () => {
  const policy = presetById('P32')!
  const [first, second] = areas as [Area, Area]
  expect(policyProblems({ ...policy, areas })).toEqual([])
  expect(policyProblems({ ...policy, areas: [first, { ...second, name: first.name }] })).toMatchObject([
    { path: 'areas.1', reason: 'twice' },
  ])
  expect(policyProblems({ ...policy, areas: [first, { ...second, places: ['槐荫区'] }] })).toMatchObject([
    { path: 'areas.places.2', reason: 'twice' },
  ])
  expect(areaOf('济南市槐荫区', undefined)).toBeNull()
})

describe.each(engines)('areas of the firm on %s (house)', (engine) => {
  let house: TestStation
  let supervisor: Caller
  let ticketId: string

  const publish = async (list: readonly Area[], effectiveOn: string | null = null) => {
    const [newest] = (await supervisor.admin.policies()).filter(({ withdrawnAt }) => withdrawnAt === null)
    const { policy } = await supervisor.admin.policy({ id: newest!.id })
    const draft = {
      ...{ id: newId(), basedOn: newest!.id, effectiveOn, runningCases: 'finish' as const, kept: [], reason: '' },
      policy: { ...policy, areas: list },
    }
    const { placed } = await supervisor.admin.previewPolicy(draft)
    await supervisor.admin.savePolicy(draft)
    return { placed, id: draft.id }
  }
  const regionNow = async () => (await supervisor.tickets.page({ id: ticketId })).ticket.region
  const memberRegion = async (name: string) => {
    const { database } = house.station.services
    return (await database.read((reader) => reader.findOneBy(MemberEntity, { name })))?.region
  }
  /** What a technician of an area, narrowed to it, sees of the open cases. */
  const seenIn = async (region: string) => {
    const seat = { ...(await house.seat('dispatcher', '城西派工')), rowScope: 'outlet' as const, region }
    const { services } = house.station
    const caller = createCallerFactory(appRouter)({ services, seat, cookies: [], device: 'test', address: 'test' })
    return (await caller.tickets.list({ view: 'open', limit: 50 })).rows.map(({ id }) => id)
  }

  beforeAll(async () => {
    house = await openTestStation(engine)
    supervisor = await house.as('supervisor')
    ticketId = await openCase(house)
    for (const [name, region] of [
      ['孙师傅', '城西'],
      ['马师傅', '天桥区'],
    ] as const) {
      const { memberId } = await house.seat('technician', name)
      await house.station.services.database.write((tx) => tx.update(MemberEntity, { id: memberId }, { region }))
    }
  })
  afterAll(() => house.close())

  it('take open cases over at once, seen before; offers and narrowed seats follow', async () => {
    expect(await regionNow()).toBe('槐荫区')
    expect(await publish(areas)).toMatchObject({ placed: 1 })
    expect(await regionNow()).toBe('城西')
    const { rows } = await supervisor.history.of({ kind: 'tickets.ticket', id: ticketId, limit: 10 })
    const moved = rows.flatMap(({ lines }) => lines).find(({ field }) => field === 'region')
    expect(moved).toMatchObject({ before: '槐荫区', after: '城西' })
    expect(await seenIn('城西')).toContain(ticketId)
    expect(await seenIn('城中')).toEqual([])
    const offers = await supervisor.tickets.visitOffers({ ticketId })
    expect(offers[0]).toMatchObject({ name: '孙师傅', why: expect.arrayContaining(['sameRegion']) as unknown })
    const fresh = await openCase(house, { address: '济南市历下区泉景路 41 号', phone: '138 1234 5670' })
    expect((await supervisor.tickets.page({ id: fresh })).ticket.region).toBe('城中')
    const listed = await supervisor.tickets.list({ view: 'open', region: '城中', limit: 50 })
    expect(listed.rows.map(({ id }) => id)).toEqual([fresh])
  })

  it('are called otherwise from a day on: that day cases and members go with them, nobody else', async () => {
    const [first, second] = areas as [Area, Area]
    await publish([{ ...first, name: '西片' }, second], '2026-11-21')
    expect([await regionNow(), await memberRegion('孙师傅')]).toEqual(['城西', '城西'])
    house.clock.at = '2026-11-20T16:00:30.000Z'
    await house.station.scheduler.start()
    await house.station.scheduler.tick()
    expect([await regionNow(), await memberRegion('孙师傅')]).toEqual(['西片', '西片'])
    expect(await memberRegion('马师傅')).toBe('天桥区')
    expect(await seenIn('西片')).toContain(ticketId)
  })

  it('are taken back: as if they had never been called so', async () => {
    const [version] = await supervisor.admin.policies()
    await supervisor.admin.withdrawPolicy({ id: version!.id, reason: '还是旧名' })
    expect([await regionNow(), await memberRegion('孙师傅')]).toEqual(['城西', '城西'])
  })

  it.each([
    ['in a chain', ['城中', '城东'], ['城中', '城东']],
    ['crosswise', ['城中', '城西'], ['城中', '城西']],
  ])(
    'are called otherwise %s in one save: everybody stays in his area, also at the next look',
    async (_, names, stand) => {
      await publish([])
      await publish(areas)
      const { database } = house.station.services
      for (const [at, name] of ['孙师傅', '马师傅'].entries())
        await database.write((tx) => tx.update(MemberEntity, { name }, { region: areas[at]!.name }))
      await publish(areas.map((area, at) => ({ ...area, name: names[at]! })))
      await house.station.scheduler.tick()
      expect([await memberRegion('孙师傅'), await memberRegion('马师傅')]).toEqual(stand)
      await publish(areas)
      expect([await memberRegion('孙师傅'), await memberRegion('马师傅')]).toEqual(['城西', '城中'])
    },
  )
})
