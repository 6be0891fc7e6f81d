import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { DataSource, type DataSourceOptions, type MigrationInterface, type QueryRunner } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Database, type DatabasePlace, type Engine } from '../../main/database/database.ts'
import { migrations } from '../../main/database/migrations/catalog.ts'
import { entities } from '../../main/registry.ts'
import { engines, newPostgresDatabase } from '../kit/station.ts'

let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'gendan-migrations-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const key = randomBytes(32).toString('hex')
let nth = 0

async function newPlace(engine: Engine): Promise<DatabasePlace> {
  if (engine === 'postgres') return { engine, url: await newPostgresDatabase() }
  return { engine, path: join(folder, `${(nth += 1)}.db`), key }
}

type Step = (runner: QueryRunner, statement: number) => Promise<void>

/** The real migrations, stepping aside before each statement. */
function stepped(step: Step): (new () => MigrationInterface)[] {
  let statement = 0
  return migrations.map((Real) => {
    const real = new Real()
    return class {
      name = real.name
      async up(runner: QueryRunner): Promise<void> {
        await real.up(
          new Proxy(runner, {
            get: (target, property) => {
              if (property !== 'query') return Reflect.get(target, property, target) as unknown
              return async (...given: Parameters<QueryRunner['query']>) => {
                await step(runner, (statement += 1))
                return target.query(...given)
              }
            },
          }),
        )
      }
      async down(): Promise<void> {}
    }
  })
}

/** A raw connection as the database opens it. */
function sourceAt(place: DatabasePlace, steps: (new () => MigrationInterface)[] = []): DataSource {
  const shared = { migrations: steps, migrationsTransactionMode: 'each' as const, logger: 'debug' as const }
  if (place.engine === 'postgres') return new DataSource({ ...shared, type: 'postgres', url: place.url })
  return new DataSource({
    ...shared,
    type: 'better-sqlite3',
    driver: Sqlite,
    database: place.path,
    key: `x'${place.key}'`,
    enableWAL: true,
  } as DataSourceOptions)
}

const listOf: Record<Engine, string> = {
  sqlite: `SELECT "type" || ' ' || "name" AS "thing" FROM "sqlite_master" WHERE "name" NOT LIKE 'sqlite_%' ORDER BY 1`,
  postgres: `SELECT 'table ' || "tablename" AS "thing" FROM "pg_tables" WHERE "schemaname" = 'public'
    UNION ALL SELECT 'index ' || "indexname" FROM "pg_indexes" WHERE "schemaname" = 'public' ORDER BY 1`,
}

async function thingsIn(source: DataSource, engine: Engine): Promise<string[]> {
  return ((await source.query(listOf[engine])) as { thing: string }[]).map((row) => row.thing)
}

const doneIn = async (source: DataSource) =>
  ((await source.query('SELECT "name" FROM "migrations" ORDER BY "id"')) as { name: string }[]).map((row) => row.name)

/** The whole schema, migration by migration: what may stand after so many of them. */
async function wholeStates(engine: Engine): Promise<Map<number, string[]>> {
  const states = new Map<number, string[]>()
  const place = await newPlace(engine)
  for (let count = 0; count <= migrations.length; count += 1) {
    const source = await sourceAt(place, migrations.slice(0, count)).initialize()
    await source.runMigrations()
    states.set(count, await thingsIn(source, engine))
    await source.destroy()
  }
  return states
}

describe.each(engines)('migrations on %s', (engine) => {
  it('are old or new, never between, when one fails at any statement', async () => {
    const states = await wholeStates(engine)
    const place = await newPlace(engine)
    let rounds = 0
    let known = 0
    // On PostgreSQL a round costs ten times as much: every eighth statement there.
    for (let failAt = 1; known < migrations.length; failAt += engine === 'postgres' ? 8 : 1) {
      const source = await sourceAt(
        place,
        stepped(async (runner, statement) => {
          if (statement !== failAt) return
          if (engine === 'postgres' && rounds % 2 === 0)
            await runner.query('SELECT pg_terminate_backend(pg_backend_pid())')
          throw new Error('cut here')
        }),
      ).initialize()
      await source.runMigrations().catch(() => undefined)
      await source.destroy()
      const after = await sourceAt(place).initialize()
      const done = (await doneIn(after)).length
      expect(await thingsIn(after, engine)).toEqual(states.get(done))
      await after.destroy()
      // Once one has passed whole, the next begins with its own first statement.
      if (done > known) failAt = 0
      known = done
      rounds += 1
    }
    expect(rounds).toBeGreaterThan(engine === 'postgres' ? 10 : 80)
    const database = await Database.open(place, entities)
    expect(await thingsIn(database.source, engine)).toEqual(states.get(migrations.length))
    await database.close()
  }, 60_000)

  it('refuse a database of a newer release and leave it as it was', async () => {
    const place = await newPlace(engine)
    await (await Database.open(place, entities)).close()
    const source = await sourceAt(place).initialize()
    await source.query(
      `INSERT INTO "migrations" ("timestamp", "name") VALUES (1999999999999, 'FromTheFuture1999999999999')`,
    )
    await source.query('CREATE TABLE "future" ("id" text)')
    const before = await thingsIn(source, engine)
    await source.destroy()
    await expect(Database.open(place, entities)).rejects.toThrow(/newer release \(FromTheFuture/)
    const after = await sourceAt(place).initialize()
    expect(await thingsIn(after, engine)).toEqual(before)
    expect(await doneIn(after)).toHaveLength(migrations.length + 1)
    await after.destroy()
  })

  it('give the steps of tickets written before them the customer of their ticket', async () => {
    const place = await newPlace(engine)
    const old = await sourceAt(place, migrations.slice(0, 3)).initialize()
    await old.runMigrations()
    for (const nth of ['1', '2']) {
      await insertPlain(old, 'customers_customer', { id: `c${nth}`, seq: Number(nth), number: nth })
      await insertPlain(old, 'tickets_ticket', { id: `t${nth}`, customerId: `c${nth}`, number: nth, sheetNumber: nth })
      for (const table of ['tickets_dispatch', 'tickets_result', 'tickets_chase'])
        await insertPlain(old, table, { id: `s${nth}`, ticketId: `t${nth}`, number: nth })
    }
    await old.destroy()
    const database = await Database.open(place, entities)
    for (const table of ['tickets_dispatch', 'tickets_result', 'tickets_chase'])
      expect(await database.source.query(`SELECT "id", "customerId" FROM "${table}" ORDER BY "id"`)).toEqual([
        { id: 's1', customerId: 'c1' },
        { id: 's2', customerId: 'c2' },
      ])
    await database.close()
  })

  it('give a case that was cancelled before them the reason its ledger of time kept', async () => {
    const place = await newPlace(engine)
    const before = migrations.findIndex(({ name }) => name === 'CasesSayWhyTheyEnd')
    const old = await sourceAt(place, migrations.slice(0, before)).initialize()
    await old.runMigrations()
    await insertPlain(old, 'customers_customer', { id: 'c', seq: 1, number: '1' })
    for (const [id, state] of [
      ['gone', 'cancelled'],
      ['open', 'unassigned'],
    ] as const) {
      await insertPlain(old, 'tickets_ticket', { id, customerId: 'c', number: id, sheetNumber: id, state })
      const entry = { id, subjectId: id, subjectKind: 'tickets.ticket', clock: 'assign', round: 1 }
      const said = { at: '2026-11-20T02:36:00.000Z', reason: id === 'gone' ? 'cancelled: 重复登记' : '' }
      await insertPlain(old, 'clocks_entry', { ...entry, ...said })
    }
    await old.destroy()
    const database = await Database.open(place, entities)
    const kept = await database.source.query('SELECT "id", "cancelReason", "cancelledAt" FROM "tickets_ticket"')
    expect(kept).toHaveLength(2)
    expect(kept).toContainEqual({ id: 'gone', cancelReason: '重复登记', cancelledAt: '2026-11-20T02:36:00.000Z' })
    expect(kept).toContainEqual({ id: 'open', cancelReason: null, cancelledAt: null })
    await database.close()
  })
})

/** A row of the facts that are columns of the table; what else may not be null is empty or 0. */
async function insertPlain(source: DataSource, table: string, facts: Record<string, string | number>): Promise<void> {
  const runner = source.createQueryRunner()
  const columns = (await runner.getTable(table))!.columns
  await runner.release()
  const row = columns.flatMap(({ name, type, isNullable }) => {
    if (facts[name] === undefined && isNullable) return []
    return [[name, facts[name] ?? (type === 'text' ? '' : type === 'boolean' ? 'false' : 0)] as const]
  })
  const names = row.map(([name]) => `"${name}"`).join(', ')
  const values = row.map(([, value]) => (typeof value === 'number' ? value : `'${value}'`)).join(', ')
  await source.query(`INSERT INTO "${table}" (${names}) VALUES (${values})`)
}

it('opens what a kill -9 leaves at any moment of the migrations (SQLite)', async () => {
  const place = await newPlace('sqlite')
  if (place.engine !== 'sqlite') return
  const left: string[] = []
  const source = await sourceAt(
    place,
    stepped(async (_runner, statement) => {
      if (statement % 8 !== 3) return
      const copy = join(folder, `killed-${statement}.db`)
      for (const end of ['', '-wal']) if (existsSync(place.path + end)) copyFileSync(place.path + end, copy + end)
      left.push(copy)
    }),
  ).initialize()
  await source.runMigrations()
  const whole = await thingsIn(source, 'sqlite')
  await source.destroy()
  expect(left.length).toBeGreaterThan(5)
  for (const path of left) {
    const database = await Database.open({ ...place, path }, entities)
    expect(await thingsIn(database.source, 'sqlite')).toEqual(whole)
    expect(await database.source.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    await database.close()
  }
}, 60_000)

it('backs an older database up, verified, before it changes it (SQLite)', async () => {
  const home = join(folder, 'older')
  const path = join(mkdtempSync(home), 'gendan.db')
  const source = await sourceAt({ engine: 'sqlite', path, key }, migrations.slice(0, 1)).initialize()
  await source.runMigrations()
  await source.query(`INSERT INTO "admin_counter" ("name", "value") VALUES ('kept', 7)`)
  const old = await thingsIn(source, 'sqlite')
  await source.destroy()
  await (await Database.open({ engine: 'sqlite', path, key }, entities)).close()
  const backups = join(path, '..', 'backups')
  expect(readdirSync(backups).filter((name) => name.endsWith('.db'))).toEqual([
    `before-${new migrations[1]!().name}.db`,
  ])
  const copy = await sourceAt({
    engine: 'sqlite',
    path: join(backups, `before-${new migrations[1]!().name}.db`),
    key,
  }).initialize()
  expect(await thingsIn(copy, 'sqlite')).toEqual(old)
  expect(await copy.query('SELECT "value" FROM "admin_counter"')).toEqual([{ value: 7 }])
  await copy.destroy()
})

it('refuses a wrong key by name and leaves every byte as it was (SQLite)', async () => {
  const place = await newPlace('sqlite')
  if (place.engine !== 'sqlite') return
  await (await Database.open(place, entities)).close()
  const before = readFileSync(place.path)
  const wrong = Database.open({ ...place, key: randomBytes(32).toString('hex') }, entities)
  await expect(wrong).rejects.toMatchObject({
    code: 'SQLITE_NOTADB',
    message: expect.stringMatching(/the key does not open/) as string,
  })
  expect(readFileSync(place.path).equals(before)).toBe(true)
  await (await Database.open(place, entities)).close()
})
