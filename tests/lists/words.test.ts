import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { putNewCustomerTexts } from '../../main/customers/texts.ts'
import { newId } from '../../main/new-id.ts'
import { mostMeant } from '../../main/house/list-source.ts'
import { askedWords } from '../../shared/kit/asked-text.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { openCase, sentCase, solved } from '../tickets/desk.ts'

describe('the words of what somebody looks for', () => {
  it.each([
    ['王 建国', ['王', '建国']],
    ['　人民路　１２号 ', ['人民路', '12号']],
    ['海尔 海尔 空调', ['海尔', '空调']],
    ['138 5312 0417', ['13853120417']],
    ['王建国 138 5312 0417', ['王建国', '13853120417']],
    ['12 3', ['12', '3']],
    ['甲 - 乙', ['甲', '乙']],
    ['!', ['!']],
    ['', ['']],
    ['一 二 三 四 五 六 七 八 九', ['一 二 三 四 五 六 七 八 九']],
  ])('of %j are %j', (text, words) => expect(askedWords(text)).toEqual(words))
})

describe.each(engines)('a text of several words on %s', (engine) => {
  let house: TestStation
  let desk: Caller
  const cases: Record<string, string> = {}

  beforeAll(async () => {
    house = await openTestStation(engine)
    desk = await house.as('supervisor')
    const told: [name: string, contact: string, address: string, phone: string, symptom: string, serial: string][] = [
      ['海尔空调大厦', '王建国', '济南市历下区人民路甲12号', '13853120417', '左眼点不着，漏水', 'HR-77001'],
      ['海尔厨房', '李建国', '济南市历下区人民路8号', '13853120418', '排烟口漏水', 'HR-77002'],
      ['空调维修部', '王小红', '槐荫区解放路12号', '13853120419', '左眼点不着', 'KT-99003'],
    ]
    for (const [customerName, contactName, address, phone, symptom, serialNo] of told)
      cases[customerName] = await openCase(house, { customerName, contactName, address, phone, symptom, serialNo })
  })
  afterAll(() => house.close())

  const all = ['海尔空调大厦', '海尔厨房', '空调维修部']
  const inBox = async (text: string, seat = desk) =>
    (await seat.customers.search({ text, limit: 10 })).map(({ customerName }) => customerName).sort()
  const inArchive = async (text: string) => (await desk.customers.list({ text })).rows.map(({ name }) => name).sort()
  const namesOf = (ids: readonly (string | null)[]) => all.filter((name) => ids.includes(cases[name]!)).sort()
  const inTickets = async (text: string, view: 'all' | 'open' = 'all') =>
    namesOf((await desk.tickets.list({ view, text })).rows.map(({ id }) => id))
  const inRegister = async (text: string) =>
    namesOf((await desk.intake.register({ text })).rows.map(({ ticketId }) => ticketId))

  it.each([
    ['王 建国', ['海尔空调大厦']],
    ['建国 王', ['海尔空调大厦']],
    ['海尔 空调', ['海尔空调大厦']],
    ['空调 海尔', ['海尔空调大厦']],
    ['人民路 12号', ['海尔空调大厦']],
    ['建国 人民路', ['海尔厨房', '海尔空调大厦']],
    ['12号 王', ['海尔空调大厦', '空调维修部']],
    ['wang 12号', ['海尔空调大厦', '空调维修部']],
    ['wjg 海尔', ['海尔空调大厦']],
    ['建国 0418', ['海尔厨房']],
    ['李建国 138 5312 0418', ['海尔厨房']],
    ['王 李', []],
    ['海尔 解放路', []],
    ['海尔 0419', []],
  ] as const)('%s finds %j in the box and in every list', async (text, expected) => {
    const found = [...expected].sort()
    expect(await inBox(text)).toEqual(found)
    expect(await inArchive(text)).toEqual(found)
    expect(await inTickets(text)).toEqual(found)
    expect(await inRegister(text)).toEqual(found)
  })

  it('finds a machine by its number and whose it is, in the box', async () => {
    expect(await inBox('海尔 HR77002')).toEqual(['海尔厨房'])
    expect(await inBox('空调 HR77002')).toEqual([])
  })

  it.each([
    ['漏水 排烟口', ['海尔厨房']],
    ['建国 漏水', ['海尔厨房', '海尔空调大厦']],
    ['人民路 左眼', ['海尔空调大厦']],
    ['王 左眼', ['海尔空调大厦', '空调维修部']],
    ['HR77002 漏水', ['海尔厨房']],
    ['0417 漏', ['海尔空调大厦']],
    ['左 漏水', ['海尔空调大厦']],
    ['解放路 漏水', []],
  ] as const)('%s finds %j among the cases, whoever and whatever each word is of', async (text, expected) => {
    expect(await inTickets(text)).toEqual([...expected].sort())
    expect((await desk.tickets.totals({ view: 'all', text })).leftOut).toEqual([])
  })

  it('finds a line of the ledger', async () => {
    const sent = await sentCase(house, '孙师傅', {
      customerName: '天桥食堂',
      contactName: '赵样例',
      phone: '13853120420',
    })
    await desk.tickets.recordResult(solved(sent.ticketId, sent.technicianId))
    await desk.tickets.enterLedger({ id: newId(), ticketId: sent.ticketId, inWarranty: true })
    const lines = async (text: string) => (await desk.tickets.ledger({ text })).rows.map(({ ticketId }) => ticketId)
    expect([await lines('天桥 赵'), await lines('赵样例 0420'), await lines('天桥 王')]).toEqual([
      [sent.ticketId],
      [sent.ticketId],
      [],
    ])
  })

  it('tells nothing of what a seat does not see whole', async () => {
    const operator = await house.as('operator')
    expect(await inBox('建国 8531', operator)).toEqual([])
    expect(await inBox('建国 0417', operator)).toEqual(['海尔空调大厦'])
  })

  it('finds behind thousands of whom each word is held, and says it whole', async () => {
    const { services } = house.station
    const rest = services.database.source
      .getMetadata('Customer')
      .columns.map(({ databaseName }) => databaseName)
      .filter((column) => !['id', 'seq', 'number', 'name', 'nameKey', 'address'].includes(column))
      .map((column) => `"${column}"`)
      .join(', ')
    const count = mostMeant + 500
    const customers = 'customers_customer'
    await services.database.write(async (tx) => {
      await tx.query(
        services.database.sql(
          `WITH RECURSIVE nth(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ${count})
           INSERT INTO "${customers}" ("id", "seq", "number", "name", "nameKey", "address", ${rest})
           SELECT 'copy-' || n, 1000 + n, 'X' || n, '海尔' || n || '店', '海尔' || n || '店', '和平路' || n, ${rest}
           FROM "${customers}", nth WHERE "${customers}"."name" = '海尔厨房'`,
        ),
      )
      const rows = Array.from({ length: count }, (_, nth) => ({
        ...{ seq: 1001 + nth, names: [`海尔${nth + 1}店`] },
        address: `和平路${nth + 1}`,
      }))
      for (let from = 0; from < count; from += 500)
        await putNewCustomerTexts(services.database, tx, rows.slice(from, from + 500))
    })
    expect(await inBox('海尔 空调')).toEqual(['海尔空调大厦'])
    expect(await inTickets('海尔 空调')).toEqual(['海尔空调大厦'])
    // More are called so than are looked through: who has one of the few cases is asked.
    expect(await inTickets('海尔 漏水')).toEqual(['海尔厨房', '海尔空调大厦'])
    expect((await desk.tickets.totals({ view: 'all', text: '海尔 漏水' })).leftOut).toEqual([])
    expect((await desk.tickets.totals({ view: 'all', text: '海尔' })).leftOut).toEqual(['text'])
  })
})
