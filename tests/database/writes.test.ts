import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { In } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CounterEntity } from '../../main/house/entities.ts'
import { nextBlock, nextValue, nextValues } from '../../main/house/next-number.ts'
import type { Services } from '../../main/api/context.ts'
import type { Tx } from '../../main/database/database.ts'
import { openStation } from '../../main/station.ts'
import { engines, newPostgresDatabase, openTestStation, type TestStation } from '../kit/station.ts'

/** As another request would come: not nested in the write that is open. */
const inAnotherContext = AsyncLocalStorage.snapshot()
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe.each(engines)('writes on %s', (engine) => {
  let house: TestStation
  let services: Services

  beforeAll(async () => {
    house = await openTestStation(engine, { bare: true })
    services = house.station.services
  })
  afterAll(() => house.close())

  const put = (tx: Tx, name: string, value = 1) => tx.insert(CounterEntity, { name, value })
  const valueOf = async (name: string) =>
    (await services.database.read((reader) => reader.findOneBy(CounterEntity, { name })))?.value ?? null

  it('lets a write inside a write join it: both are there or neither', async () => {
    const { database } = services
    const failing = database.write(async (tx) => {
      await put(tx, 'outer')
      await database.write((inner) => put(inner, 'inner'))
      expect(await database.read((reader) => reader.existsBy(CounterEntity, { name: 'inner' }))).toBe(true)
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect([await valueOf('outer'), await valueOf('inner')]).toEqual([null, null])
    await database.write(async (tx) => {
      await put(tx, 'outer', 1)
      await database.write((inner) => put(inner, 'inner', 2))
    })
    expect([await valueOf('outer'), await valueOf('inner')]).toEqual([1, 2])
  })

  it('keeps the neighbours of a write that fails', async () => {
    const { database } = services
    const outcomes = await Promise.allSettled(
      Array.from({ length: 30 }, (_, nth) =>
        database.write(async (tx) => {
          await put(tx, `neighbour:${nth}`, nth)
          if (nth % 3 === 1) throw new Error('by code')
          // A statement the database itself refuses.
          if (nth % 3 === 2) await put(tx, `neighbour:${nth}`, nth)
        }),
      ),
    )
    expect(outcomes.map(({ status }) => status)).toEqual(
      Array.from({ length: 30 }, (_, nth) => (nth % 3 === 0 ? 'fulfilled' : 'rejected')),
    )
    const kept = await Promise.all(Array.from({ length: 30 }, (_, nth) => valueOf(`neighbour:${nth}`)))
    expect(kept).toEqual(Array.from({ length: 30 }, (_, nth) => (nth % 3 === 0 ? nth : null)))
  })

  it('holds to its references', async () => {
    const orphan = services.database.write((tx) =>
      tx.query(
        services.database.sql(
          `INSERT INTO "tickets_clock" ("id", "ticketId", "clock", "kind", "at", "reason") VALUES (?, ?, 'assign', 'start', ?, '')`,
        ),
        ['orphan', 'nobody', house.clock.at],
      ),
    )
    await expect(orphan).rejects.toThrow(/foreign key/i)
  })

  it('gives 200 parallel askers 200 different numbers without a gap (R353)', async () => {
    const { database } = services
    const given = await Promise.all(
      Array.from({ length: 200 }, () => database.write((tx) => nextValue(services, tx, 'test.parallel'))),
    )
    expect(given.sort((one, other) => one - other)).toEqual(Array.from({ length: 200 }, (_, nth) => nth + 1))
  })

  it('leaves a gap where a write fails (PostgreSQL) or gives its number back (SQLite), and blocks that do not overlap', async () => {
    const { database } = services
    const failing = database.write(async (tx) => {
      await nextValue(services, tx, 'test.failed')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await database.write((tx) => nextValue(services, tx, 'test.failed'))).toBe(engine === 'postgres' ? 2 : 1)
    const firsts = await Promise.all(
      Array.from({ length: 10 }, () => database.write((tx) => nextBlock(services, tx, 'test.block', 7))),
    )
    expect(firsts.sort((one, other) => one - other)).toEqual(Array.from({ length: 10 }, (_, nth) => nth * 7 + 1))
  })

  it('never waits crosswise when two writes take the same counters in another order', async () => {
    const { database } = services
    const orders = Array.from({ length: 40 }, (_, nth) => (nth % 2 === 0 ? ['test.x', 'test.y'] : ['test.y', 'test.x']))
    const given = await Promise.all(orders.map((order) => database.write((tx) => nextValues(services, tx, order))))
    const ofX = given.map((pair, nth) => pair[nth % 2 === 0 ? 0 : 1])
    expect(new Set(ofX).size).toBe(40)
    expect(Math.max(...(ofX as number[]))).toBe(40)
  })
})

it('takes writes in the order they came (SQLite)', async () => {
  const house = await openTestStation('sqlite', { bare: true })
  const order: number[] = []
  await Promise.all(
    Array.from({ length: 20 }, (_, nth) =>
      house.station.services.database.write(async (tx) => {
        await pause(nth % 3 === 0 ? 3 : 0)
        await tx.query('SELECT 1')
        order.push(nth)
      }),
    ),
  )
  await house.close()
  expect(order).toEqual(Array.from({ length: 20 }, (_, nth) => nth))
})

it('reads on a connection that cannot write, beside a write that is open (SQLite)', async () => {
  const house = await openTestStation('sqlite', { bare: true })
  const { database } = house.station.services
  const bold = database.read((reader) =>
    reader.query(`INSERT INTO "admin_counter" ("name", "value") VALUES ('bold', 1)`),
  )
  await expect(bold).rejects.toThrow(/readonly/)
  const seen: unknown[] = []
  let read: Promise<unknown> = Promise.resolve()
  const outside = () => database.read((reader) => reader.findOneBy(CounterEntity, { name: 'open' }))
  await Promise.all([
    database.write(async (tx) => {
      await tx.insert(CounterEntity, { name: 'open', value: 1 })
      await pause(30)
    }),
    (read = pause(15).then(async () => seen.push(await outside()))),
  ])
  await read
  expect(seen).toEqual([null])
  expect(await outside()).toMatchObject({ value: 1 })
  await house.close()
})

it('lets nobody wait for a number behind a write that is open (PostgreSQL)', async () => {
  const house = await openTestStation('postgres', { bare: true })
  const { services } = house.station
  const { database } = services
  const given: number[] = []
  const take = (tx: Tx) => nextValue(services, tx, 'test.open')
  await database.write(async (tx) => {
    given.push(await take(tx))
    // Would wait for ever for the counter's row, were it locked until the outer write ends. As many as the pool has connections beside this one.
    given.push(...(await inAnotherContext(() => Promise.all(Array.from({ length: 11 }, () => database.write(take))))))
  })
  expect(given.sort((one, other) => one - other)).toEqual(Array.from({ length: 12 }, (_, nth) => nth + 1))
  await house.close()
})

it('runs the loser of a deadlock again, also between two stations (PostgreSQL)', async () => {
  const url = await newPostgresDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'gendan-test-'))
  const open = (name: string) =>
    openStation({ folder: join(folder, name), key: 'b'.repeat(64), postgresUrl: url, schedule: false })
  const stations = [await open('first'), await open('second')]
  try {
    await stations[0]!.services.database.write((tx) =>
      tx.query(`INSERT INTO "admin_counter" ("name", "value") VALUES ('left', 0), ('right', 0)`),
    )
    const tries = [0, 0]
    const crosswise = (nth: number, names: string[]) =>
      stations[nth]!.services.database.write(async (tx) => {
        tries[nth]! += 1
        for (const name of names) {
          await tx.query(`UPDATE "admin_counter" SET "value" = "value" + 1 WHERE "name" = $1`, [name])
          await pause(100)
        }
      })
    await Promise.all([crosswise(0, ['left', 'right']), crosswise(1, ['right', 'left'])])
    expect(tries[0]! + tries[1]!).toBe(3)
    const rows = await stations[0]!.services.database.read((reader) =>
      reader.find(CounterEntity, { where: { name: In(['left', 'right']) }, order: { name: 'ASC' } }),
    )
    expect(rows.map(({ value }) => value)).toEqual([2, 2])
    const { services } = stations[0]!
    const given = await Promise.all(
      Array.from({ length: 100 }, (_, nth) => {
        const station = stations[nth % 2]!.services
        return station.database.write((tx) => nextValue(station, tx, 'both'))
      }),
    )
    expect(new Set(given).size).toBe(100)
    expect(await services.database.write((tx) => nextValue(services, tx, 'both'))).toBe(101)
  } finally {
    for (const station of stations) await station.close()
    rmSync(folder, { recursive: true })
  }
})
