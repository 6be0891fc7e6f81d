import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

describe.each(engines)('the schema on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine, { bare: true })
  })
  afterAll(() => house.close())

  it('does not drift: the migrations build exactly what the entities say', async () => {
    const log = await house.station.services.database.source.driver.createSchemaBuilder().log()
    expect(log.upQueries.map((query) => query.query)).toEqual([])
  })

  it('finds names and addresses by any two neighbouring characters', async () => {
    const { database } = house.station.services
    const { putText, findText } = await import('../../main/database/search/text-index.ts')
    const { customerTexts, textsOf } = await import('../../main/customers/texts.ts')
    await database.write((tx) =>
      putText(
        tx,
        engine,
        customerTexts,
        7,
        textsOf({ names: ['赵桂兰', '青禾路小学食堂'], address: '槐荫区青禾路 88 号' }),
        true,
      ),
    )
    const find = (column: 'names' | 'address', text: string) =>
      database.read((reader) => findText(reader, engine, customerTexts, [column], [text], { beyond: 0, limit: 20 }))
    expect(await find('names', '桂兰')).toEqual([7])
    expect(await find('names', '路小学')).toEqual([7])
    expect(await find('address', '路８８')).toEqual([7])
    expect(await find('names', '槐荫')).toEqual([])
    await database.write((tx) =>
      putText(tx, engine, customerTexts, 7, textsOf({ names: ['钱玉芬'], address: '' }), false),
    )
    expect(await find('names', '桂兰')).toEqual([])
  })

  it('keeps a write out of sight until it is committed, and gives nothing of a failed one', async () => {
    const { services } = house.station
    const { database } = services
    const { CounterEntity } = await import('../../main/house/entities.ts')
    const name = `test:${services.newId()}`
    let seenInside: boolean | null = null
    const failing = database.write(async (tx) => {
      await tx.insert(CounterEntity, { name, value: 1 })
      throw new Error('no')
    })
    const other = database.write(async (tx) => {
      seenInside = await tx.existsBy(CounterEntity, { name })
    })
    await expect(failing).rejects.toThrow('no')
    await other
    expect(seenInside).toBe(false)
    expect(await database.read((reader) => reader.existsBy(CounterEntity, { name }))).toBe(false)
  })
})
