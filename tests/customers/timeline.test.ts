import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addCustomer } from '../../main/customers/public.ts'
import { addPastCalls } from '../../main/intake/public.ts'
import { ChaseEntity } from '../../main/tickets/work-entities.ts'
import { refusal } from '../kit/refusal.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

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
        keys.push(`call ${callId}`, `register ${registerId}`)
        if (nth % 3 !== 0) continue
        const chase = { id: registerId, ticketId, callId: null, at: receivedAt, note: '', memberId: null, customerId }
        await tx.insert(ChaseEntity, chase)
        keys.push(`chase ${registerId}`)
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

  it('counts each kind', async () => {
    const { customerId } = await customerWith([0, 0, 1, 2])
    const { counts } = await operator.customers.timeline({ customerId })
    expect(counts).toMatchObject({ call: 4, register: 4, chase: 2, dispatch: 0, result: 0 })
    expect(await operator.customers.card({ customerId })).toMatchObject({ recentCount: 10 })
  })

  it.each(['x', Buffer.from('["2026-11-18T02:00:00.000Z","call"]').toString('base64url')])(
    'refuses the place %s, which it never gave',
    async (after) => {
      const { customerId } = await customerWith([0])
      expect(await refusal(operator.customers.timeline({ customerId, after }))).toMatchObject({ kind: 'invalid' })
    },
  )
})
