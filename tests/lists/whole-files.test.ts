import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { addCustomer } from '../../main/customers/public.ts'
import { openSession } from '../../main/house/sessions.ts'
import { newId } from '../../main/new-id.ts'
import { mostWalked } from '../../shared/kit/lists.ts'
import { refusal } from '../kit/refusal.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase } from '../tickets/desk.ts'

type Asked = Parameters<Caller['lists']['askExport']>[0]

const wanted = (changes: Partial<Asked>): Asked => ({
  id: newId(),
  list: 'customers.list',
  name: '客户',
  wish: {},
  columns: ['number', 'name'],
  language: 'en',
  isWhole: false,
  ...changes,
})

/** More than a page of the writer. */
const many = 203

describe.each(engines)('a written list on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
    const { services } = house.station
    const seat = await house.seat('supervisor')
    await services.database.write(async (tx) => {
      for (let nth = 0; nth < many; nth += 1)
        await addCustomer(services, tx, seat, { id: newId(), name: `槐荫物业 ${nth}`, phones: [], source: 'archive' })
    })
  })
  afterAll(() => house.close())
  afterEach(() => vi.restoreAllMocks())

  async function written(asked: Asked): Promise<string[][]> {
    const supervisor = await house.as('supervisor')
    await supervisor.lists.askExport(asked)
    await house.station.scheduler.tick()
    const row = (await supervisor.lists.exports()).find(({ id }) => id === asked.id)!
    const { services } = house.station
    const { memberId } = await house.seat('supervisor')
    const cookie = await services.database.write((tx) => openSession(services, tx, memberId, 'test'))
    const answer = await house.station.handle(
      new Request(`http://127.0.0.1/files/${row.hash!}`, { headers: { cookie: cookie.split(';')[0]! } }),
    )
    const lines = (await answer.text()).trim().split('\r\n').slice(1)
    expect(lines).toHaveLength(row.rows)
    return lines.map((line) => line.split(','))
  }
  const source = () => house.station.services.features.flatMap(({ lists }) => lists?.['customers.list'] ?? [])[0]!

  it('has every customer a text means, however many pages of the screen they fill', async () => {
    const rows = await written(wanted({ wish: { text: '槐荫物业' } }))
    expect(new Set(rows.map(([number]) => number)).size).toBe(many)
  })

  it('has each row once, though one not yet read moves to the front and one read moves to the end meanwhile', async () => {
    const { services } = house.station
    const list = source()
    const page = list.page.bind(list)
    const supervisor = await house.as('supervisor')
    const first = await supervisor.customers.list({ limit: 200 })
    const unread = (await supervisor.customers.list({ limit: 200, after: first.next })).rows.at(-1)!
    const read = first.rows[0]!
    let isMoved = false
    vi.spyOn(list, 'page').mockImplementation(async (...asked) => {
      const { after, limit } = asked[2] as { after: string | null; limit: number }
      if (after !== null && limit > 1 && !isMoved) {
        isMoved = true
        await services.database.write((tx) =>
          tx.query(
            services.database.sql(
              `UPDATE "customers_customer" SET "updatedAt" = CASE WHEN "id" = ? THEN '2027-01-01T00:00:00.000Z' ELSE '2020-01-01T00:00:00.000Z' END WHERE "id" IN (?, ?)`,
            ),
            [unread.id, unread.id, read.id],
          ),
        )
      }
      return page(...asked)
    })
    const numbers = (await written(wanted({}))).map(([number]) => number)
    expect(isMoved).toBe(true)
    expect(numbers).toHaveLength(many)
    expect(new Set(numbers).size).toBe(many)
    expect(numbers).toContain(unread.number)
  })

  it('covers a number written inside a text, and leaves the number of a machine as it is', async () => {
    house.clock.at = minutes(0)
    const symptom = '打不着火 2026-11-20 起 回电 138 1234 5678 找赵师傅'
    await openCase(house, { symptom, serialNo: 'A0020251120' })
    const asked = wanted({ list: 'tickets.list', wish: { view: 'all' }, columns: ['symptom', 'serial'] })
    expect(await written(asked)).toEqual([['打不着火 2026-11-20 起 回电 ****5678 找赵师傅', 'A0020251120']])
  })

  it('sorted by a column no index keeps is refused in words at once, where more rows match than are walked', async () => {
    const { services } = house.station
    house.clock.at = minutes(0)
    const ticketId = await openCase(house)
    const columns = services.database.source
      .getMetadata('Ticket')
      .columns.map(({ databaseName }) => databaseName)
      .filter((column) => !['id', 'number', 'sheetNumber'].includes(column))
      .map((column) => `"${column}"`)
    await services.database.write((tx) =>
      tx.query(
        services.database.sql(
          `WITH RECURSIVE nth(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n <= ${mostWalked})
           INSERT INTO "tickets_ticket" ("id", "number", "sheetNumber", ${columns.join(', ')})
           SELECT 'copy-' || n, 'X' || n, 'S' || n, ${columns.join(', ')} FROM "tickets_ticket", nth WHERE "tickets_ticket"."id" = ?`,
        ),
        [ticketId],
      ),
    )
    const supervisor = await house.as('supervisor')
    const wish = { view: 'all', sort: { by: 'chases', isDown: true } }
    expect(
      await refusal(supervisor.lists.askExport(wanted({ list: 'tickets.list', columns: ['number'], wish }))),
    ).toMatchObject({ kind: 'ruleBroken', text: 'kit.list.narrow', facts: { most: mostWalked } })
  })
})
