import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CustomerEntity, PhoneEntity } from '../../main/customers/entities.ts'
import { noteContact } from '../../main/customers/note-contact.ts'
import { markRecords } from '../../main/database/mark-records.ts'
import { MemberEntity } from '../../main/house/entities.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'

const id = (nth: number) => `0193d000-0000-7000-8000-${String(nth).padStart(12, '0')}`
const number = '13853120417'

describe.each(engines)('what the house notes of records by itself on %s', (engine) => {
  let house: TestStation
  let operator: Caller

  beforeAll(async () => {
    house = await openTestStation(engine)
    operator = await house.as('operator', '周敏')
    await operator.customers.save({
      ...{ id: id(1), name: '青禾路小学食堂', address: '济南市槐荫区青禾路18号' },
      phones: [{ id: id(21), raw: number }],
    })
  })
  afterAll(() => house.close())

  const standing = () =>
    house.station.services.database.read(async (reader) => ({
      customer: (await reader.findOneBy(CustomerEntity, { id: id(1) }))!,
      phone: (await reader.findOneBy(PhoneEntity, { id: id(21) }))!,
    }))
  const contact = (at: string) =>
    house.station.services.database.write((tx) =>
      noteContact(house.station.services, tx, { customerId: id(1), number, at }),
    )

  it('ranks by the latest contact, in whatever order contacts are told, without a version or a line of history', async () => {
    const { customer } = await standing()
    const { rows } = await operator.history.of({ kind: 'customers.customer', id: id(1) })
    for (const day of ['02', '04', '03']) await contact(`2026-11-${day}T01:00:00.000Z`)
    const now = await standing()
    expect(now.customer).toEqual({ ...customer, lastContactAt: '2026-11-04T01:00:00.000Z' })
    expect(now.phone.usedAt).toBe('2026-11-04T01:00:00.000Z')
    expect((await operator.history.of({ kind: 'customers.customer', id: id(1) })).rows).toEqual(rows)
  })

  it('answers the ids it marked and tells the seats of these alone', async () => {
    const { database, changes } = house.station.services
    const stop = new AbortController()
    // A ring takes with it whatever waits to be told.
    changes.announce([{ kind: 'intake.call', id: 'before', urgent: true }])
    const told = changes.follow(stop.signal).next()
    const [at, other] = ['2026-11-05T01:00:00.000Z', '2026-11-06T01:00:00.000Z']
    const mark = (usedAt: string, whose: string) =>
      database.write((tx) => markRecords(database, tx, PhoneEntity, { usedAt }, '"customerId" = ?', [whose]))
    expect(await mark(at, id(1))).toEqual([id(21)])
    expect((await told).value).toEqual([{ kind: 'customers.phone', id: id(21) }])
    expect(await mark(other, id(2))).toEqual([])
    stop.abort()
    expect((await standing()).phone.usedAt).toBe(at)
  })

  it('refuses what a member changes, beside a mark too, and stores nothing', async () => {
    const { database } = house.station.services
    const before = await standing()
    const marks = { lastContactAt: '2026-11-07T01:00:00.000Z', address: '别处' }
    const marking = database.write((tx) => markRecords(database, tx, CustomerEntity, marks, '"id" = ?', [id(1)]))
    await expect(marking).rejects.toThrow('customers.customer.address changes through the record door')
    expect(await standing()).toEqual(before)
  })

  it('gives a yes or no as each engine keeps it', async () => {
    const { database } = house.station.services
    const seat = await house.seat('operator', '周敏')
    await database.write((tx) =>
      markRecords(database, tx, MemberEntity, { mustChangePassword: true }, '"id" = ?', [seat.memberId]),
    )
    const member = await database.read((reader) => reader.findOneBy(MemberEntity, { id: seat.memberId }))
    expect(member?.mustChangePassword).toBe(true)
  })
})
