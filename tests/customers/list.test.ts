import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MemberEntity } from '../../main/house/entities.ts'
import { newId } from '../../main/new-id.ts'
import { customerSorts } from '../../shared/customers/lists.ts'
import { mostWalked } from '../../shared/kit/lists.ts'
import { refusal } from '../kit/refusal.ts'
import { type Caller, engines, openTestStation, type TestStation } from '../kit/station.ts'
import { minutes, openCase } from '../tickets/desk.ts'

type Wish = Parameters<Caller['customers']['list']>[0]
type Row = Awaited<ReturnType<Caller['customers']['list']>>['rows'][number]

const dayOf = 24 * 60

describe.each(engines)('the list of the archive on %s', (engine) => {
  let house: TestStation
  let desk: Caller

  beforeAll(async () => {
    house = await openTestStation(engine)
    desk = await house.as('supervisor')
    const people: [name: string, category: string, on: number, calls: boolean][] = [
      ['槐荫食堂', 'general', 0, true],
      ['历下食堂', 'general', 0, true],
      ['市中酒店', 'general', 0, false],
      ['槐荫酒店', 'general', 1, false],
      ['安和面馆', 'general', 1, true],
      ['长清食堂', 'general', 2, false],
      ['天桥食堂', 'general', 2, false],
    ]
    for (const [nth, [name, category, on, calls]] of people.entries()) {
      house.clock.at = minutes(on * dayOf + nth)
      if (calls) await openCase(house, { customerName: name, phone: `1385312041${nth}`, receivedAt: house.clock.at })
      else
        await desk.customers.save({
          ...{ id: newId(), name, category, address: `青禾路 ${nth} 号`, leadSource: nth % 2 ? '门店' : '' },
          phones: [{ id: newId(), raw: `1385312041${nth}` }],
        })
    }
  })
  afterAll(() => house.close())

  const walk = async (wish: Wish, limit = 2, seat = desk): Promise<Row[]> => {
    const met: Row[] = []
    let after: string | null = null
    do {
      const page: { rows: Row[]; next: string | null } = await seat.customers.list({ ...wish, after, limit })
      met.push(...page.rows)
      after = page.next
    } while (after !== null)
    return met
  }
  const names = async (wish: Wish, seat = desk) => (await walk(wish, 3, seat)).map(({ name }) => name)

  it.each(customerSorts)('sorted by %s has every row once at any page, the empty ones last either way', async (by) => {
    const all = (await walk({})).map(({ id }) => id)
    expect(all).toHaveLength(7)
    for (const isDown of [false, true]) {
      const rows = await walk({ sort: { by, isDown } })
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(all))
      expect(rows).toHaveLength(7)
      expect(await walk({ sort: { by, isDown } }, 200)).toEqual(rows)
      // The name stands as it is spelled; see below.
      if (by === 'name') continue
      const filled = rows.map((row) => row[by]).filter((value) => value !== null && value !== '')
      expect(filled).toEqual([...filled].sort((one, other) => (one! < other! ? -1 : 1) * (isDown ? -1 : 1)))
      expect(rows.slice(0, filled.length).every((row) => row[by] !== null && row[by] !== '')).toBe(true)
    }
  })

  it('stands by its numbers as they count, where they have outgrown the scheme', async () => {
    const { database } = house.station.services
    const set = (from: string, to: string) =>
      database.write((tx) =>
        tx.query(database.sql('UPDATE "customers_customer" SET "number" = ? WHERE "number" = ?'), [to, from]),
      )
    const numbers = async (isDown: boolean) =>
      (await walk({ sort: { by: 'number', isDown } })).map(({ number }) => number)
    const [first = '', ...others] = await numbers(false)
    await set(first, 'KH-1000000')
    expect(await numbers(false)).toEqual([...others, 'KH-1000000'])
    expect(await numbers(true)).toEqual(['KH-1000000', ...others.toReversed()])
    // Narrowed it is no other order.
    const narrowed = await walk({ category: 'general', sort: { by: 'number', isDown: false } })
    expect(narrowed.map(({ number }) => number)).toEqual([...others, 'KH-1000000'])
    await set('KH-1000000', first)
    const plan = await database.read((reader) =>
      reader.query(
        `EXPLAIN ${database.engine === 'sqlite' ? 'QUERY PLAN ' : ''}SELECT c."id" FROM "customers_customer" c
         ORDER BY substr(CAST(1000 + length(c."number") AS text), 2) || c."number", c."id" LIMIT 3`,
      ),
    )
    if (database.engine === 'sqlite') expect(JSON.stringify(plan)).toContain('customers_customer_number_order')
  })

  it('stands by how names are spelled', async () => {
    const spelled = ['安和面馆', '长清食堂', '槐荫酒店', '槐荫食堂', '历下食堂', '市中酒店', '天桥食堂']
    // 长 reads chang or zhang.
    const without = (all: string[]) => all.filter((name) => name !== '长清食堂')
    expect(without(await names({ sort: { by: 'name', isDown: false } }))).toEqual(without(spelled))
    expect(without(await names({ sort: { by: 'name', isDown: true } }))).toEqual(without(spelled).reverse())
  })

  it('is narrowed by category and days, and summed up as it is narrowed', async () => {
    const none = { count: 0, isMore: false, leftOut: [], sums: { products: 0, openTickets: 0, never: 0 } }
    expect(await desk.customers.totals({})).toEqual({
      ...{ count: 7, isMore: false, leftOut: [], sums: { products: 3, openTickets: 3, never: 4 } },
    })
    expect(await desk.customers.totals({ category: 'nothing' })).toEqual(none)
    expect((await desk.customers.list({ category: 'nothing' })).rows).toEqual([])
    const days = { createdFrom: '2026-11-21', createdTo: '2026-11-21' }
    expect(await names(days)).toEqual(['安和面馆', '槐荫酒店'])
    expect(await desk.customers.totals(days)).toMatchObject({ count: 2, sums: { openTickets: 1, never: 1 } })
    expect(await names({ ...days, sort: { by: 'name', isDown: true } })).toEqual(['槐荫酒店', '安和面馆'])
    // Narrowed by the last contact it stands by that; who was never in contact is not in it.
    expect(await names({ contactedFrom: '2026-11-20' })).toEqual(['安和面馆', '历下食堂', '槐荫食堂'])
    expect(await names({ contactedTo: '2026-11-20' })).toEqual(['历下食堂', '槐荫食堂'])
    expect(await names({ contactedFrom: '2026-11-22' })).toEqual([])
  })

  it('with a text has what the search box answers, in its order or sorted, and counts it exactly', async () => {
    const found = await names({ text: '食堂' })
    const hits = (await desk.customers.search({ text: '食堂', limit: 20 })).map(({ customerName }) => customerName)
    expect(found).toEqual(hits)
    expect(found).toHaveLength(4)
    expect(await desk.customers.totals({ text: '食堂' })).toMatchObject({
      ...{ count: 4, isMore: false, sums: { openTickets: 2, never: 2 } },
    })
    const sorted = await walk({ text: '食堂', sort: { by: 'createdAt', isDown: true } })
    expect(sorted.map(({ name }) => name)).toEqual(['天桥食堂', '长清食堂', '历下食堂', '槐荫食堂'])
    expect(await names({ text: '食堂', createdFrom: '2026-11-22' })).toHaveLength(2)
    expect(await desk.customers.totals({ text: '食堂', createdFrom: '2026-11-22' })).toMatchObject({ count: 2 })
    expect(await names({ text: '0410' })).toEqual(['槐荫食堂'])
  })

  it('chooses all that match, tells which still do, and lists the chosen alone', async () => {
    const { ids } = await desk.customers.matching({ createdTo: '2026-11-20' })
    expect(ids).toHaveLength(3)
    expect((await desk.customers.matching({ text: '食堂' })).ids).toHaveLength(4)
    const still = await desk.customers.stillListed({ text: '食堂', ids: [...ids, newId()] })
    expect(still.ids).toHaveLength(2)
    const chosen = await walk({ ids, sort: { by: 'name', isDown: false } })
    expect(chosen.map(({ name }) => name)).toEqual(['槐荫食堂', '历下食堂', '市中酒店'])
  })

  it('shows, counts and chooses for a narrowed seat no more than it meets', async () => {
    const seat = await house.seat('dispatcher', '槐荫内勤')
    await house.station.services.database.write(async (tx) => {
      await tx.update(MemberEntity, { id: seat.memberId }, { region: '槐荫', rowScope: 'outlet' })
      await tx.query(`UPDATE "tickets_ticket" SET "region" = '槐荫' WHERE "customerName" = '槐荫食堂'`)
    })
    Object.assign(seat, { region: '槐荫', rowScope: 'outlet' })
    const narrow = await house.as('dispatcher', '槐荫内勤')
    const all = (await walk({})).map(({ id }) => id)
    for (const wish of [
      {},
      { text: '食堂' },
      { createdTo: '2026-11-20' },
      { sort: { by: 'name', isDown: true } },
    ] as const)
      expect([wish, await names(wish, narrow)]).toEqual([wish, ['槐荫食堂']])
    for (const wish of [{}, { text: '食堂' }]) {
      expect(await narrow.customers.totals(wish)).toMatchObject({ count: 1, sums: { products: 1, openTickets: 1 } })
      expect((await narrow.customers.matching(wish)).ids).toHaveLength(1)
      expect((await narrow.customers.stillListed({ ...wish, ids: all })).ids).toHaveLength(1)
    }
    expect(await names({ ids: all }, narrow)).toEqual(['槐荫食堂'])
    expect((await narrow.customers.list({})).rows[0]).toMatchObject({ phoneShown: '138 **** 0410' })
  })

  it('longer than a list walks: an index keeps its order at any depth, another order is refused in words', async () => {
    const { services } = house.station
    const own = {
      id: `'copy-' || n`,
      seq: '1000 + n',
      number: `'X' || n`,
      pinyin: `'zz' || n`,
      createdAt: `'2025-01-01T00:00:0' || (n % 10) || '.000Z'`,
    }
    const rest = services.database.source
      .getMetadata('Customer')
      .columns.map(({ databaseName }) => databaseName)
      .filter((column) => !(column in own))
      .map((column) => `"${column}"`)
      .join(', ')
    const [{ id } = { id: '' }] = (await desk.customers.list({ text: '市中酒店' })).rows
    await services.database.write((tx) =>
      tx.query(
        services.database.sql(
          `WITH RECURSIVE nth(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ${mostWalked + 1})
           INSERT INTO "customers_customer" (${Object.keys(own)
             .map((column) => `"${column}"`)
             .join(', ')}, ${rest})
           SELECT ${Object.values(own).join(', ')}, ${rest} FROM "customers_customer", nth WHERE "customers_customer"."id" = ?`,
        ),
        [id],
      ),
    )
    expect(await desk.customers.totals({})).toEqual({ count: mostWalked, isMore: true, leftOut: [], sums: null })
    const rows = await walk({ sort: { by: 'name', isDown: true } }, 200)
    expect([new Set(rows.map((row) => row.id)).size, rows.length]).toEqual([mostWalked + 8, mostWalked + 8])
    for (const by of ['createdAt', 'number'] as const)
      expect((await desk.customers.list({ sort: { by, isDown: false } })).rows).toHaveLength(50)
    expect((await desk.customers.list({ sort: { by: 'lastContactAt', isDown: false } })).rows[0]!.name).toBe('槐荫食堂')
    for (const wish of [
      { category: 'general' },
      { createdTo: '2025-12-31' },
      { category: 'general', createdTo: '2025-12-31' },
    ]) {
      expect((await desk.customers.list(wish)).rows).toHaveLength(50)
      expect(await desk.customers.totals(wish)).toMatchObject({ isMore: true })
    }
    const sort = { by: 'leadSource', isDown: false } as const
    for (const wish of [{ sort }, { createdTo: '2025-12-31', sort: { by: 'name', isDown: true } }] as const)
      expect(await refusal(desk.customers.list(wish))).toMatchObject({ text: 'kit.list.narrow' })
    expect(await refusal(desk.customers.matching({}))).toMatchObject({ text: 'kit.list.narrow' })
  }, 60_000)
})
