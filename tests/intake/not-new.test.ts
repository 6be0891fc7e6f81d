import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import type { RecordIntakeInput } from '../../shared/intake/schema.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal, repairCall } from '../tickets/desk.ts'

describe.each(engines)('what an entry calls new on %s', (engine) => {
  let house: TestStation
  let stood: RecordIntakeInput

  beforeAll(async () => {
    house = await openTestStation(engine)
    stood = repairCall({ phone: '15066660001' })
    await (await house.as('operator', '他人')).intake.record(stood)
  })
  afterAll(() => house.close())

  /** A seat that meets only what it took itself. */
  const narrowed = async (name: string) => {
    Object.assign(await house.seat('operator', name), { rowScope: 'own' })
    return house.as('operator', name)
  }

  it.each([
    ['a customer', 'newCustomerId', 'customerNotNew', 'customerName'],
    ['a product', 'newProductId', 'productNotNew', 'productName'],
    ['a ticket', 'ticketId', 'ticketNotNew', undefined],
  ] as const)('is refused by name where %s of that id stands, and leads nobody to it', async (_, id, text, field) => {
    const own = await narrowed('只看自己')
    const entry = repairCall({ phone: '13700000077', customerName: '随便', [id]: stood[id] })
    expect(await refusal(own.intake.record(entry))).toMatchObject({
      ...{ kind: 'invalid', text: `intake.failure.${text}` },
      ...(field ? { field } : {}),
    })
    expect(await refusal(own.customers.get({ id: stood.newCustomerId }))).toMatchObject({ kind: 'notAllowed' })
    expect((await own.intake.register({})).rows).toEqual([])
  })

  it('is of the first of five callers that come under one id; the other four are told', async () => {
    const operator = await house.as('operator')
    const newCustomerId = newId()
    const entries = [1, 2, 3, 4, 5].map((n) =>
      repairCall({ newCustomerId, customerName: `第${n}位`, phone: `1360000000${n}` }),
    )
    const answers = await Promise.all(
      entries.map((entry) =>
        operator.intake.record(entry).then(
          () => 'recorded',
          (error: { cause?: { data?: { text: string } } }) => error.cause?.data?.text,
        ),
      ),
    )
    expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(1)
    expect(answers.filter((answer) => answer === 'intake.failure.customerNotNew')).toHaveLength(4)
    const lines = (await operator.intake.register({})).rows.filter(({ customerId }) => customerId === newCustomerId)
    expect(lines.map(({ customerName }) => customerName)).toEqual([`第${answers.indexOf('recorded') + 1}位`])
  })

  it('takes the same entry again, and the next one about the customer it made, as a seat sends them that was offline', async () => {
    const own = await narrowed('离线过')
    const first = repairCall({ phone: '13600000021', customerName: '离线登记的' })
    const made = await own.intake.record(first)
    expect(await own.intake.record(first)).toEqual({ ...made, alreadyStored: true })
    const second = repairCall({ customerId: first.newCustomerId, phone: '13600000021', symptom: '右眼也点不着' })
    expect((await own.intake.record(second)).customerId).toBe(first.newCustomerId)
  })
})
