import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PrimaryPhonesStandFirst } from '../../main/database/migrations/20261128-first-phone.ts'
import { newId } from '../../main/new-id.ts'
import { refusal } from '../kit/refusal.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { sentCase } from '../tickets/desk.ts'

describe.each(engines)('the numbers of a customer on %s', (engine) => {
  let house: TestStation
  let chief: Caller

  beforeAll(async () => {
    house = await openTestStation(engine)
    chief = await house.as('supervisor')
  })
  afterAll(() => house.close())

  const asSent = ({ phones, ...rest }: Awaited<ReturnType<Caller['customers']['get']>>) => ({
    ...rest,
    phones: phones.map(({ id, shown, personId, note }) => ({ id, raw: shown, personId, note })),
  })
  const shownIn = async (customerId: string, name: string) => [
    (await chief.customers.get({ id: customerId })).phones.map(({ shown, isPrimary }) => [shown.slice(-4), isPrimary]),
    (await chief.customers.search({ text: name })).map(({ phoneShown }) => phoneShown.slice(-4)),
    (await chief.customers.list({ text: name })).rows.map(({ phoneShown }) => phoneShown.slice(-4)),
  ]

  it('keep the one corrected on site first, through later saves and for a database from before (R051)', async () => {
    const { ticketId, dispatch } = await sentCase(house, '孙师傅', { phone: '13800000003', customerName: '改号食堂' })
    const technician = await house.as('technician', '孙师傅')
    const id = newId()
    await technician.tickets.mismatch({ id, dispatchId: dispatch.id, field: 'phone', correct: '13911119999' })
    await chief.tickets.fixMismatch({ id })
    const customerId = (await chief.tickets.page({ id: ticketId })).ticket.customerId
    const right = [
      [
        ['9999', true],
        ['0003', false],
      ],
      ['9999'],
      ['9999'],
    ]
    expect(await shownIn(customerId, '改号食堂')).toEqual(right)
    await chief.customers.save({ ...asSent(await chief.customers.get({ id: customerId })), note: '二楼' })
    expect(await shownIn(customerId, '改号食堂')).toEqual(right)

    const { database } = house.station.services
    const turned = `UPDATE "customers_phone" SET "position" = 1 - "position" WHERE "customerId" = ?`
    await database.write((tx) => tx.query(database.sql(turned), [customerId]))
    expect(await shownIn(customerId, '改号食堂')).not.toEqual(right)
    const runner = database.source.createQueryRunner()
    await database.lend(() => new PrimaryPhonesStandFirst().up(runner))
    await runner.release()
    expect(await shownIn(customerId, '改号食堂')).toEqual(right)
  })

  it('stand once: refused beside the field, merged where a colleague added it, asked about by undo', async () => {
    const [id, first, second] = [newId(), newId(), newId()]
    const twice = {
      id,
      name: '重号店',
      phones: [
        { id: first, raw: '13700009991' },
        { id: second, raw: '+86 137-0000-9991' },
      ],
    }
    expect(await refusal(chief.customers.save(twice))).toMatchObject({
      text: 'customers.failure.phoneTwice',
      field: 'phones.1.raw',
    })
    const seen = await chief.customers.save({
      ...twice,
      phones: [twice.phones[0]!, { id: second, raw: '13700009992' }],
    })
    const colleague = await house.as('administrator')
    const add = (raw: string) => ({ ...asSent(seen), phones: [...asSent(seen).phones, { id: newId(), raw }] })
    await colleague.customers.save(add('13700009993'))
    await chief.customers.save(add('137 0000 9993'))
    const now = asSent(await chief.customers.get({ id }))
    expect(now.phones).toHaveLength(3)

    const without = await chief.customers.save({ ...now, phones: now.phones.filter((phone) => phone.id !== second) })
    const again = { ...asSent(without), phones: [...asSent(without).phones, { id: newId(), raw: '13700009992' }] }
    await colleague.customers.save(again)
    const undone = chief.history.undoLast({ kind: 'customers.customer', id })
    expect(await refusal(undone)).toMatchObject({ text: 'history.failure.standsAgain' })
    expect((await chief.customers.get({ id })).phones).toHaveLength(3)
  })

  it('offer a customer of an older database that has one twice once', async () => {
    const [id, first, second] = [newId(), newId(), newId()]
    const phones = [first, second].map((phone, nth) => ({ id: phone, raw: `1370000888${nth}` }))
    await chief.customers.save({ id, name: '旧重号店', phones })
    const { database } = house.station.services
    const same = `UPDATE "customers_phone" SET "number" = '13700008880' WHERE "id" = ?`
    await database.write((tx) => tx.query(database.sql(same), [second]))
    const { matches } = await chief.customers.callerCard({ number: '13700008880' })
    expect(matches.filter(({ guess }) => !guess).map(({ customerName }) => customerName)).toEqual(['旧重号店'])
  })
})
