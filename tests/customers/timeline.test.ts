import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCustomer } from '../../main/customers/public.ts'
import { addPastCalls } from '../../main/intake/public.ts'
import { ChaseEntity } from '../../main/tickets/work-entities.ts'
import type { Seat } from '../../main/api/context.ts'
import { createCallerFactory } from '../../main/api/trpc.ts'
import { newId } from '../../main/new-id.ts'
import { appRouter } from '../../main/registry.ts'
import { refusal } from '../kit/refusal.ts'
import { minutes, repairCall } from '../tickets/desk.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const callerOf = createCallerFactory(appRouter)

const instants = ['2026-11-18T02:00:00.000Z', '2026-11-18T02:00:00.001Z', '2026-11-19T02:00:00.000Z']

describe.each(engines)('a customer’s timeline on %s', (engine) => {
  let house: TestStation
  let operator: Awaited<ReturnType<TestStation['as']>>
  let ticketId = ''

  beforeAll(async () => {
    house = await openTestStation(engine)
    operator = await house.as('operator')
    const newId = () => house.station.services.newId()
    ticketId = newId()
    await operator.intake.record({
      ...{ id: newId(), newCustomerId: newId(), newProductId: newId(), ticketId, receivedAt: instants[2]! },
      ...{ channel: 'phone', outcome: 'repair', customerName: '王敏', phone: '13511112222', address: '济南' },
      ...{ productName: '大锅灶', symptom: '打不着火', contactName: '王敏', purchasedOn: '2026-01-05' },
    })
  })
  afterAll(() => house.close())

  /** A customer whose calls, register lines and chases fall on the given instants; a chase bears the id of a register line. */
  async function customerWith(falls: readonly number[]): Promise<{ customerId: string; keys: string[] }> {
    const { services } = house.station
    const customerId = services.newId()
    const keys: string[] = []
    await services.database.write(async (tx) => {
      const draft = { id: customerId, name: '往来', phones: [], source: 'intake' }
      await addCustomer(services, tx, null, draft)
      const facts = { number: '', raw: '', region: '', name: '', product: '', symptom: '' }
      const calls = falls.map((at) => ({
        ...{ callId: services.newId(), registerId: services.newId(), receivedAt: instants[at]!, ...facts },
        ...{ customerId, personId: null, address: '', ticketId: null },
      }))
      await addPastCalls(services, tx, calls)
      for (const [nth, { callId, registerId, receivedAt }] of calls.entries()) {
        keys.push(`intake.call ${callId}`, `intake.register ${registerId}`)
        if (nth % 3 !== 0) continue
        const chase = { id: registerId, ticketId, callId: null, at: receivedAt, note: '', memberId: null, customerId }
        await tx.insert(ChaseEntity, chase)
        keys.push(`tickets.chase ${registerId}`)
      }
    })
    return { customerId, keys }
  }

  it('gives every entry once, newest first, however many stand at one instant and however it is paged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 30 }),
        fc.integer({ min: 1, max: 25 }),
        async (falls, limit) => {
          const { customerId, keys } = await customerWith(falls)
          const seen: { key: string; at: string }[] = []
          for (let after: string | null = null; ;) {
            const page: Awaited<ReturnType<typeof operator.customers.timeline>> = await operator.customers.timeline({
              customerId,
              after,
              limit,
            })
            seen.push(...page.entries.map(({ kind, id, at }) => ({ key: `${kind} ${id}`, at })))
            after = page.next
            if (after === null) break
            expect(page.entries.length).toBe(limit)
          }
          expect(seen.map(({ key }) => key).toSorted()).toEqual(keys.toSorted())
          const times = seen.map(({ at }) => at)
          expect(times).toEqual(times.toSorted().toReversed())
        },
      ),
      { numRuns: 40, examples: [[Array.from({ length: 40 }, () => 0), 25]] },
    )
  })

  it('calls a line of the register by what it came to', async () => {
    const call = repairCall({ phone: '13511114444' })
    const { customerId } = await operator.intake.record(call)
    await operator.intake.record({
      ...repairCall({ phone: '13511114444', symptom: '师傅没来' }),
      ...{ customerId: customerId!, outcome: 'complaint' },
    })
    const { entries } = await operator.customers.timeline({ customerId: customerId! })
    expect(
      entries
        .filter(({ kind }) => kind === 'intake.register')
        .map(({ outcome }) => outcome)
        .toSorted(),
    ).toEqual(['complaint', 'repair'])
  })

  it('counts each kind', async () => {
    const { customerId } = await customerWith([0, 0, 1, 2])
    const { counts } = await operator.customers.timeline({ customerId })
    expect(counts).toMatchObject({ 'intake.call': 4, 'intake.register': 4, 'tickets.chase': 2 })
    expect(counts).toMatchObject({ 'tickets.dispatch': 0, 'tickets.result': 0 })
    expect(await operator.customers.card({ customerId })).toMatchObject({ recentCount: 10 })
  })

  it('and the counts tell a narrowed seat of its own cases alone', async () => {
    const { services } = house.station
    const [mine, other] = [repairCall({ phone: '13511113333' }), repairCall({ phone: '13511113333', symptom: '漏气' })]
    const { customerId } = await operator.intake.record(mine)
    const clerk = await house.as('operator', '周敏')
    await clerk.intake.record({ ...other, customerId, address: '济南市历下区解放路 5 号' })
    const dispatcher = await house.as('dispatcher')
    for (const [ticketId, name] of [
      [mine.ticketId, '孙师傅'],
      [other.ticketId, '李师傅'],
    ] as const) {
      const { memberId } = await house.seat('technician', name)
      const visit = { visitFromAt: minutes(60), within3h: 'yes' as const }
      await dispatcher.tickets.assign({ id: newId(), ticketId, technicianId: memberId, ...visit })
    }
    await dispatcher.tickets.chase({ id: newId(), ticketId: other.ticketId, note: '问什么时候来' })
    const told = async (seat: Seat) => {
      const caller = callerOf({ services, seat, cookies: [], device: 'test', address: 'test' })
      const { entries, counts } = await caller.customers.timeline({ customerId: customerId! })
      const { recentCount, recent } = await caller.customers.card({ customerId: customerId! })
      expect(recent).toEqual(entries)
      expect([recentCount, Object.values(counts).reduce((sum, count) => sum + count, 0)]).toEqual([
        entries.length,
        entries.length,
      ])
      const tickets = new Set(entries.map(({ ticketId }) => ticketId))
      const listed = (await caller.customers.list({ limit: 200 })).rows.find(({ id }) => id === customerId)
      return [tickets.has(mine.ticketId), tickets.has(other.ticketId), entries.length, listed!.openTickets]
    }
    const seats = [await house.seat('technician', '孙师傅'), await house.seat('technician', '李师傅')]
    expect(await told(seats[0]!)).toEqual([true, false, 2, 1])
    expect(await told(seats[1]!)).toEqual([false, true, 3, 1])
    expect(await told(await house.seat('operator'))).toEqual([true, true, 5, 2])
    expect(await told({ ...(await house.seat('operator')), rowScope: 'own' })).toEqual([true, false, 2, 1])
    const region = { ...(await house.seat('supervisor')), rowScope: 'outlet' as const }
    expect(await told({ ...region, region: '历下区' })).toEqual([false, true, 3, 1])
    expect(await told({ ...region, region: '槐荫区' })).toEqual([true, false, 2, 1])
  })

  it.each(['x', Buffer.from('["2026-11-18T02:00:00.000Z","call"]').toString('base64url')])(
    'refuses the place %s, which it never gave',
    async (after) => {
      const { customerId } = await customerWith([0])
      expect(await refusal(operator.customers.timeline({ customerId, after }))).toMatchObject({ kind: 'invalid' })
    },
  )
})
