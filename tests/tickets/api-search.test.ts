import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameKeysOf } from '../../main/customers/name-keys.ts'
import { districtOf } from '../../shared/presets/areas.ts'
import { serialFindersOf } from '../../main/products/add-product.ts'
import { ProductEntity } from '../../main/products/entities.ts'
import { newId } from '../../main/new-id.ts'
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

  it('finds the last words of the longest symptom, though its signs are twice as many written out', async () => {
    const ticketId = await openCase(house, { phone: '13811117788', symptom: `${'㎏'.repeat(1200)}尾巴词` })
    const desk = await house.as('dispatcher')
    const { rows } = await desk.tickets.list({ view: 'all', text: '尾巴词' })
    expect(rows.map(({ id }) => id)).toEqual([ticketId])
  })

  it('takes what an input method of full width types, in the search box and in lists', async () => {
    const ticketId = await openCase(house, { phone: '13811112222', serialNo: 'AB-12345', customerName: '全角食堂' })
    const desk = await house.as('supervisor')
    const { ticket } = await desk.tickets.page({ id: ticketId })
    const hits = async (text: string) => (await desk.customers.search({ text })).map(({ customerName }) => customerName)
    const rows = async (text: string) => (await desk.tickets.list({ view: 'all', text })).rows.map(({ id }) => id)
    const full = (text: string) =>
      text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0))
    for (const text of ['2222', '13811112222', 'AB-12345', 'ab12345', '12345', ticket.number])
      for (const typed of [full(text), text.replaceAll('-', '–')]) {
        expect([typed, await hits(typed)]).toEqual([typed, ['全角食堂']])
        expect([typed, await rows(typed)]).toEqual([typed, [ticketId]])
      }
    const day = ticket.number.slice(2, 10)
    expect(await rows(full(day))).toEqual(await rows(day))
    expect((await desk.intake.register({ text: full(ticket.number) })).rows).toHaveLength(1)
    expect((await desk.customers.list({ text: full('2222') })).rows).toHaveLength(1)
  })

  it('finds a symptom however its letters are written, and a fault by every word it ever had', async () => {
    const ticketId = await openCase(house, {
      phone: '13811113333',
      symptom: '显示E1，CAFÉ 机 50%_热',
      fault: 'noIgnition',
    })
    const chief = await house.as('supervisor')
    const rows = async (text: string) => (await chief.tickets.list({ view: 'all', text })).rows.map(({ id }) => id)
    for (const text of ['显示E1', '显示Ｅ１', '显示e1', 'CAFÉ', 'café', '50%_热', '５０％'])
      expect([text, await rows(text)]).toEqual([text, [ticketId]])
    for (const text of ['50_', '显示%1']) expect([text, await rows(text)]).toEqual([text, []])
    const { id: basedOn, policy } = await chief.admin.policy({ id: null })
    const was = policy.faults.find(({ code }) => code === 'noIgnition')!.text['zh-CN']
    await chief.admin.savePolicy({
      ...{ id: newId(), basedOn, effectiveOn: null, runningCases: 'finish', kept: [], reason: '不再用' },
      policy: { ...policy, faults: policy.faults.filter(({ code }) => code !== 'noIgnition') },
    })
    house.clock.at = '2026-11-20T03:36:00.000Z'
    expect(await rows(was)).toContain(ticketId)
  })
})

it.each([
  ['济南市槐荫区青禾路88号', '槐荫区'],
  ['山东省济南市市中区经十一路38号', '市中区'],
  ['长清区万德街道', '长清区'],
  ['青禾路88号', ''],
])('%s lies in %s', (address, region) => expect(districtOf(address)).toBe(region))
