import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../main/new-id.ts'
import { cutText } from '../../shared/kit/cut-text.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

it.each([
  ['名单.csv', 10, '名单.csv'],
  ['ab😀', 3, 'ab'],
  ['ab😀', 4, 'ab😀'],
  ['a👩‍🔧b', 4, 'a'], // one sign of five units
  ['ae\u0301', 2, 'a'],
  ['', 3, ''],
])('%s is cut to %i as %s (house)', (text, most, cut) => {
  expect(cutText(text, most)).toBe(cut)
  expect(cutText(text, most)).not.toMatch(/\p{Surrogate}/u)
})

describe.each(engines)('names and reasons in the audit on %s (house)', (engine) => {
  let house: TestStation
  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it('hold no whole number, in whatever writing', async () => {
    const operator = await house.as('operator')
    const phoneId = newId()
    await operator.customers.save({ id: newId(), name: '甲', phones: [{ id: phoneId, raw: '13853120417' }] })
    await operator.customers.reveal({ phoneId, reason: '核对一三八五三一二〇四一七' })
    const wish = { filters: { view: 'open' }, sort: null, columns: null }
    await operator.lists.save({ id: newId(), list: 'tickets.list', name: '１３８５３１２０４１７的单', wish })
    const entries = await (await house.as('supervisor')).admin.audit({}).then(({ rows }) => rows)
    const told = JSON.stringify(entries)
    expect(told).toContain('****〇四一七')
    expect(told).toContain('****０４１７的单')
    expect(told).not.toMatch(/一三八五|１３８５/u)
  })
})
