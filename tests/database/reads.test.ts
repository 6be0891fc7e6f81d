import { AsyncLocalStorage } from 'node:async_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { CounterEntity } from '../../main/house/entities.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

/** As another request would come: not nested in the write that is open. */
const inAnotherContext = AsyncLocalStorage.snapshot()

describe.each(engines)('questions on %s', (engine) => {
  let house: TestStation
  let database: Database

  beforeAll(async () => {
    house = await openTestStation(engine, { bare: true })
    database = house.station.services.database
  })
  afterAll(() => house.close())

  const insert = (name: string) => `INSERT INTO "admin_counter" ("name", "value") VALUES ('${name}', 1)`
  const isThere = async (name: string) => {
    const rows = await database.read((reader) =>
      reader.query<unknown[]>(database.sql('SELECT 1 FROM "admin_counter" WHERE "name" = ?'), [name]),
    )
    return rows.length > 0
  }

  it('see what a write has stored as soon as it answers, whatever was asked while it was open', async () => {
    await database.write(async (tx) => {
      await tx.insert(CounterEntity, { name: 'written', value: 1 })
      expect(await inAnotherContext(() => isThere('written'))).toBe(false)
    })
    expect(await isThere('written')).toBe(true)
  })

  it('see what was written in a lent turn as soon as it is over', async () => {
    await database.lend(async () => {
      expect(await inAnotherContext(() => isThere('lent'))).toBe(false)
      await database.source.query(insert('lent'))
    })
    expect(await isThere('lent')).toBe(true)
  })

  it('are told of what is wrong with them as TypeORM tells it', async () => {
    const wrong = database.read((reader) => reader.query('SELECT "nothing" FROM "nowhere"'))
    await expect(wrong).rejects.toMatchObject({ name: 'QueryFailedError', query: 'SELECT "nothing" FROM "nowhere"' })
    expect(await isThere('nobody')).toBe(false)
  })

  it('answer no rows to what is no question, and change nothing where they may not', async () => {
    const writing = database.read((reader) => reader.query(insert('asked')))
    if (engine === 'sqlite') await expect(writing).rejects.toMatchObject({ code: 'SQLITE_READONLY' })
    else await writing
  })
})

it('of one round look up on one connection of PostgreSQL, each answered or refused alone; what may take long has its own', async () => {
  const house = await openTestStation('postgres', { bare: true })
  const { database } = house.station.services
  const ask = (text: string, values: unknown[] = []) =>
    database.read((reader) => reader.query<{ pid: number }[]>(text, values))
  const found = await Promise.allSettled([
    ask('SELECT pg_backend_pid() AS "pid"'),
    ask('SELECT pg_backend_pid() AS "pid" WHERE 1 > $1', [0]),
    ask('SELECT "nothing" FROM "nowhere"'),
    ask('SELECT pg_backend_pid() AS "pid" WHERE 1 = $1', [1]),
  ])
  const pids = found.map((each) => (each.status === 'fulfilled' ? each.value[0]?.pid : null))
  expect(pids[0]).toEqual(expect.any(Number))
  expect(pids).toEqual([pids[0], expect.any(Number), null, pids[0]])
  expect(pids[1]).not.toBe(pids[0])
  await house.close()
})

it('that take long leave connections of PostgreSQL to the others', async () => {
  const house = await openTestStation('postgres', { bare: true })
  const { database } = house.station.services
  let ended = 0
  const slow = Array.from({ length: 14 }, async () => {
    await database.read((reader) => reader.query('SELECT pg_sleep(1) WHERE 1 > $1', [0]))
    ended += 1
  })
  await database.write((tx) => tx.insert(CounterEntity, { name: 'beside', value: 1 }))
  expect(ended).toBe(0)
  await Promise.all(slow)
  await house.close()
})

it('of one round of the event loop share one state on SQLite, those of the next see the newest', async () => {
  const house = await openTestStation('sqlite', { bare: true })
  const { database } = house.station.services
  const count = () =>
    database.read(async (reader) => (await reader.query<unknown[]>('SELECT 1 FROM "admin_counter"')).length)
  const before = await count()
  void database.source.query(`INSERT INTO "admin_counter" ("name", "value") VALUES ('aside', 1)`)
  const [same] = await Promise.all([count(), Promise.resolve()])
  await new Promise(setImmediate)
  expect([same, await count()]).toEqual([before, before + 1])
  await house.close()
})

it('go on after a round on SQLite could not be ended', async () => {
  const house = await openTestStation('sqlite', { bare: true })
  const { database } = house.station.services
  const { statements } = (database as unknown as { reading: { statements: { ask(text: string): unknown } } }).reading
  const ask = statements.ask.bind(statements)
  let left = 2
  statements.ask = (text) => {
    if (['COMMIT', 'ROLLBACK'].includes(text) && (left -= 1) >= 0) throw new Error(`struck at ${text}`)
    return ask(text)
  }
  const one = () => database.read((reader) => reader.query('SELECT 1 AS "one"'))
  for (let nth = 0; nth < 3; nth += 1) {
    await expect(one()).resolves.toEqual([{ one: 1 }])
    await new Promise(setImmediate)
  }
  expect(left).toBeLessThan(0)
  await house.close()
})
