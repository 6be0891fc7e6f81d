import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameKeysOf, spellingsOf } from '../../main/customers/name-keys.ts'
import { SpellingKnowsUmlauts } from '../../main/database/migrations/20261127-spelling.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const id = (nth: number) => `0193a000-0000-7000-8000-${String(nth).padStart(12, '0')}`

/** The fortieth sign, where its key ends, is one that JavaScript counts as two. */
const longName = `${'山'.repeat(39)}𠮷酒楼`

it('the key of a name ends behind a whole sign', () => {
  expect(nameKeysOf(longName).nameKey).toBe(`${'山'.repeat(39)}𠮷`)
})

describe('a spelling somebody types', () => {
  it.each([
    ['lv', ['lv']],
    ['lü', ['lv']],
    ['lyu', ['lv']],
    ['lu', ['lu', 'lv']],
    ['LUDI', ['ludi', 'lvdi']],
    ['nuwa', ['nuwa', 'nvwa']],
    ['lunu', ['lunu', 'lunv', 'lvnu', 'lvnv']],
    ['lue', ['lue', 'lve']],
    ['nlu', ['nlu', 'nlv']],
    ['wangmin', ['wangmin']],
    ['u', ['u']],
  ])('%s means %j', (typed, meant) => expect(spellingsOf(typed)).toEqual(meant))
})

describe.each(engines)('the search box on %s', (engine) => {
  let house: TestStation
  let operator: Awaited<ReturnType<TestStation['as']>>

  beforeAll(async () => {
    house = await openTestStation(engine)
    operator = await house.as('operator')
    const customers: [name: string, contact: string, address: string, category: 'general' | 'group'][] = [
      ['海青青海厨房', '王青', '济南市青禾路 88 号', 'general'],
      ['青海青食堂', '青海', '济南市历下区', 'general'],
      ['长风槐安', '安康', '', 'general'],
      ['吕样例', '吕样例', '', 'general'],
      ['绿地样板公司', '', '', 'general'],
      ['女娲样板店', '', '', 'general'],
      [longName, '', '', 'general'],
      ...Array.from({ length: 40 }, (_, nth): [string, string, string, 'general' | 'group'] => [
        `康膳食堂${nth}店`,
        '',
        '',
        nth === 37 ? 'group' : 'general',
      ]),
      // Both grams of 禾禾路 stand in the address, apart.
      ...Array.from({ length: 230 }, (_, nth): [string, string, string, 'general'] => [
        `甲${nth}`,
        '',
        `禾路${nth}号禾禾园`,
        'general',
      ]),
      ['最后一家', '', '槐荫区禾禾路 1 号', 'general'],
    ]
    const { services } = house.station
    const { addCustomer } = await import('../../main/customers/public.ts')
    await services.database.write(async (tx) => {
      for (const [nth, [name, contactName, address, category]] of customers.entries())
        await addCustomer(services, tx, null, {
          ...{ id: id(nth + 1), personId: id(1000 + nth), name, contactName, phones: [`1351111${2000 + nth}`] },
          ...{ contactTitle: '', address, category, source: 'intake' },
        })
    })
  })
  afterAll(() => house.close())

  const found = async (text: string, limit = 20) =>
    (await operator.customers.search({ text, limit })).map(({ customerName }) => customerName)

  it('finds a name only where its characters stand together', async () => {
    expect(await found('青海青')).toEqual(['青海青食堂'])
    expect(await found('海青青')).toEqual(['海青青海厨房'])
  })

  it('takes the end of one name and the start of the next for no name', async () => {
    expect(await found('房王')).toEqual([])
    expect(await found('食堂青')).toEqual([])
    // Every pair of characters stands somewhere, one behind the other.
    expect(await found('槐安康')).toEqual([])
    expect(await found('槐安')).toEqual(['长风槐安'])
  })

  it('finds an address behind hundreds that only look like it', async () => {
    expect(await found('禾禾路', 5)).toEqual(['最后一家'])
  })

  it('finds and sorts a name whose key ends in a rare sign', async () => {
    for (const typed of ['山'.repeat(39), `${'山'.repeat(39)}𠮷`, longName, '𠮷酒', 'shanshan'])
      expect([typed, await found(typed)]).toEqual([typed, [longName]])
    const names: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof operator.customers.list>> = await operator.customers.list({
        ...{ sort: { by: 'name', isDown: false }, after, limit: 9 },
      })
      names.push(...page.rows.map(({ name }) => name))
      after = page.next
    } while (after !== null)
    expect(names.filter((name) => name === longName)).toHaveLength(1)
    expect(new Set(names).size).toBe(names.length)
  })

  it('narrows by category before it counts', async () => {
    const { rows } = await operator.customers.list({ text: '康膳', category: 'group', limit: 5 })
    expect(rows.map(({ name }) => name)).toEqual(['康膳食堂37店'])
  })

  it.each([
    ['lv', '吕样例'],
    ['lyu', '吕样例'],
    ['lu', '吕样例'],
    ['luyang', '吕样例'],
    ['lvdi', '绿地样板公司'],
    ['ludi', '绿地样板公司'],
    ['nvwa', '女娲样板店'],
    ['nuwa', '女娲样板店'],
  ])('spells ü as %s', async (typed, name) => expect(await found(typed)).toContain(name))

  it('finds after the migration what was stored without its ü', async () => {
    const { database } = house.station.services
    await database.write(async (tx) => {
      await tx.query(`UPDATE "customers_customer" SET "pinyin" = 'lyangli' WHERE "name" = '吕样例'`)
      await tx.query(`UPDATE "customers_person" SET "pinyin" = 'lyangli' WHERE "name" = '吕样例'`)
    })
    expect(await found('lvyang')).toEqual([])
    const runner = database.source.createQueryRunner()
    await database.lend(() => new SpellingKnowsUmlauts().up(runner))
    await runner.release()
    expect(await found('lvyang')).toEqual(['吕样例'])
  })
})
