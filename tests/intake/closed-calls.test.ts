import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordCallEvent } from '../../main/intake/record-call-event.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { refusal, repairCall } from '../tickets/desk.ts'

describe.each(engines)('closing a call without an entry on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  const heard = async (callId: string, from: string, events: ('ring' | 'answer' | 'hangup')[]) => {
    const { services } = house.station
    for (const event of events)
      await recordCallEvent(services, { callId, from, to: '4000008003', at: house.clock.at, event }, true)
    const find = services.database.sql('SELECT "id" FROM "intake_call" WHERE "externalId" = ?')
    const [call] = (await services.database.read((reader) => reader.query(find, [callId]))) as { id: string }[]
    return call!.id
  }

  it('opens no covered number to a narrowed seat and leaves the lost caller waiting', async () => {
    await (await house.as('operator', '他人')).intake.record(repairCall({ phone: '15066660001' }))
    const callId = await heard('lost', '15066660001', ['ring', 'hangup'])
    Object.assign(await house.seat('operator', '只看自己'), { rowScope: 'own' })
    const own = await house.as('operator', '只看自己')
    expect(await refusal(own.intake.closeCall({ callId, outcome: 'wrongNumber' }))).toMatchObject({
      kind: 'notAllowed',
      text: 'intake.failure.callNotYours',
    })
    expect((await own.intake.lost()).map(({ number }) => number)).toEqual([''])
    expect(await refusal(own.intake.record(repairCall({ callId, phone: '13711112222' })))).toMatchObject({
      text: 'intake.failure.callNotYours',
    })
    const unknown = await heard('unknown', '13633334444', ['ring', 'hangup'])
    expect(await own.intake.closeCall({ callId: unknown, outcome: 'silent' })).toMatchObject({ outcome: 'silent' })
  })

  it('writes nothing over a call that somebody else registered', async () => {
    const callId = await heard('told', '13811112222', ['ring', 'answer', 'hangup'])
    await (await house.as('operator', '他人')).intake.record(repairCall({ callId, phone: '13811112222' }))
    const operator = await house.as('operator')
    expect(await refusal(operator.intake.closeCall({ callId, outcome: 'silent' }))).toMatchObject({
      kind: 'ruleBroken',
      text: 'intake.failure.callRegistered',
    })
    const row = (await operator.intake.recent({})).rows.find(({ id }) => id === callId)
    expect(row?.outcome).toBe('repair')
  })

  it('answers a narrowed seat no line of somebody else, neither by its id nor by its call', async () => {
    const callId = await heard('other', '13811113333', ['ring', 'answer', 'hangup'])
    const entry = repairCall({ callId, phone: '13811113333' })
    await (await house.as('operator', '他人')).intake.record(entry)
    Object.assign(await house.seat('operator', '只看自己'), { rowScope: 'own' })
    const own = await house.as('operator', '只看自己')
    const refused = { kind: 'notAllowed', text: 'intake.failure.lineNotYours' }
    expect(await refusal(own.intake.record(repairCall({ id: entry.id, phone: '13700000081' })))).toMatchObject(refused)
    expect(await refusal(own.intake.record(repairCall({ callId, address: '换过的地址' })))).toMatchObject(refused)
    const line = await (await house.as('operator')).intake.line({ id: entry.id })
    expect(line.note).toBe('')
  })
})
