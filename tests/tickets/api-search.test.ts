import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameKeysOf } from '../../main/customers/name-keys.ts'
import { districtOf } from '../../shared/presets/areas.ts'
import { serialFindersOf } from '../../main/products/add-product.ts'
import { ProductEntity } from '../../main/products/entities.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase } from './desk.ts'

describe.each(engines)('finding a ticket on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it('takes the number, its start, its end, and the pinyin of the customer', async () => {
    const ticketId = await openCase(house)
    const desk = await house.as('dispatcher')
    const { ticket } = await desk.tickets.page({ id: ticketId })
    const found = async (text: string) => (await desk.tickets.list({ view: 'all', text })).rows.map(({ id }) => id)
    const end = ticket.number.split('-')[1] ?? ''
    for (const text of [
      ticket.number,
      ticket.number.toLowerCase(),
      ticket.number.slice(0, 10),
      ticket.number.slice(2),
      end,
      String(Number(end)),
    ])
      expect([text, await found(text)]).toEqual([text, [ticketId]])
    const { initials, pinyin } = nameKeysOf(ticket.customerName)
    for (const text of [initials, pinyin.slice(0, 4)]) expect([text, await found(text)]).toEqual([text, [ticketId]])
    await house.station.services.database.write((tx) =>
      tx.update(
        ProductEntity,
        { id: ticket.productId! },
        { serialNo: 'DG2503-0417', ...serialFindersOf('DG2503-0417') },
      ),
    )
    for (const text of ['DG2503-0417', 'dg 2503', '0417', '03-0417'])
      expect([text, await found(text)]).toEqual([text, [ticketId]])
    expect(await found('DG2503-0418')).toEqual([])
    expect(await found('GD19990101-0001')).toEqual([])
    expect(await found('99999')).toEqual([])
  })
})

it.each([
  ['济南市槐荫区青禾路88号', '槐荫区'],
  ['山东省济南市市中区经十一路38号', '市中区'],
  ['长清区万德街道', '长清区'],
  ['青禾路88号', ''],
])('%s lies in %s', (address, region) => expect(districtOf(address)).toBe(region))
