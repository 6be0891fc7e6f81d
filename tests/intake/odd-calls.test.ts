import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordCallEvent } from '../../main/intake/record-call-event.ts'
import { newId } from '../../main/new-id.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal, repairCall } from '../tickets/desk.ts'

describe.each(engines)('odd calls on %s (house)', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const tell = (callId: string, event: 'ring' | 'answer' | 'hangup', at: string, to = '4000008003') =>
    recordCallEvent(house.station.services, { callId, event, at, from: '13853120417', to }, true)
  const second = (count: number) => new Date(Date.parse(house.clock.at) - 2_000_000 + count * 1000).toISOString()
  const kept = async (callId: string) => {
    const { database } = house.station.services
    const text = database.sql('SELECT "at" FROM "intake_event" WHERE "callId" = ? ORDER BY "at"')
    return (await database.read((reader) => reader.query(text, [callId]))) as { at: string }[]
  }

  it('an id that the telephone system gave is no new call: refused beside its field', async () => {
    const id = newId()
    await tell(id, 'ring', house.clock.at)
    const operator = await house.as('operator')
    const number = '13853120417'
    const own = { id, number, at: house.clock.at }
    const refused = { kind: 'invalid', text: 'intake.failure.callOfExchange', field: 'id' }
    expect(await refusal(operator.intake.startCall({ ...own, direction: 'in' }))).toMatchObject(refused)
    expect(await refusal(operator.intake.callBack({ ...own, reached: true }))).toMatchObject(refused)
  })

  it('a call that rings without end keeps the first rings and the last, whatever order they came in', async () => {
    const order = Array.from({ length: 260 }, (_, nth) => nth)
    for (const nth of order) await tell('pbx-long', 'ring', second(nth))
    for (const nth of order.map((nth) => (nth * 97) % 260)) await tell('pbx-mixed', 'ring', second(nth))
    const [straight, mixed] = [await kept('pbx-long'), await kept('pbx-mixed')]
    expect(straight).toHaveLength(100)
    expect(straight.map(({ at }) => at)).toEqual([...order.slice(0, 99), 259].map(second))
    expect(mixed).toEqual(straight)
    expect((await tell('pbx-long', 'answer', second(260), '801')).state).toBe('answered')
    expect((await tell('pbx-long', 'hangup', second(300), '801')).state).toBe('ended')
  })

  it('a seat whose clock is a year off registers from now', async () => {
    const operator = await house.as('operator')
    const { ticket } = await operator.intake.record(repairCall({ receivedAt: '2019-11-20T00:00:00.000Z' }))
    expect((await operator.tickets.page({ id: ticket!.id })).ticket.receivedAt).toBe(house.clock.at)
  })
})
