import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { Database, type DatabasePlace, type Tx } from '../../main/database/database.ts'
import type { Hint } from '../../main/database/hint.ts'
import { shimSqlite } from '../faults/faulty-sqlite.ts'
import { networkTo } from '../kit/slow-network.ts'
import { startPostgres } from '../kit/postgres-server.ts'
import { engines, newPostgresDatabase } from '../kit/station.ts'

const batches: Hint[][] = []
const refusals: string[] = []
const watch = {
  committed: (hints: readonly Hint[]) => batches.push([...hints]),
  troubled: (refusal: { data: { text: string } }) => refusals.push(refusal.data.text),
}

const nothing = async () => undefined
const put = (tx: Tx, name: string) => tx.query(`INSERT INTO door_row ("name") VALUES ('${name}')`)

async function namesIn(database: Database): Promise<string[]> {
  const rows = (await database.read((reader) => reader.query('SELECT "name" FROM door_row ORDER BY "name"'))) as {
    name: string
  }[]
  return rows.map(({ name }) => name)
}

/** No rows, nothing told, nothing refused. */
async function empty(database: Database): Promise<void> {
  await database.write((tx) => tx.query('DELETE FROM door_row'))
  batches.length = 0
  refusals.length = 0
}

async function openFresh(place: DatabasePlace): Promise<Database> {
  const database = await Database.open(place, [], watch)
  await database.write((tx) => tx.query('CREATE TABLE door_row ("name" TEXT PRIMARY KEY)'))
  return database
}

describe.each(engines)('the write door on %s', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-door-'))
  let database: Database

  beforeAll(async () => {
    database = await openFresh(
      engine === 'sqlite'
        ? { engine, path: join(folder, 'gendan.db'), key: randomBytes(32).toString('hex') }
        : { engine, url: await newPostgresDatabase() },
    )
  })
  beforeEach(() => empty(database))
  afterAll(async () => {
    await database.close()
    rmSync(folder, { recursive: true })
  })

  it('runs a write again whose key was stored since it looked: of creates at once one writes and the others find it', async () => {
    const create = () =>
      database.write(async (tx) => {
        if ((await namesIn(database)).includes('twin')) return 'found'
        await put(tx, 'twin')
        return 'written'
      })
    expect((await Promise.all([create(), create(), create()])).toSorted()).toEqual(['found', 'found', 'written'])
    // A key that was taken all along is the asker's error, also the last time.
    await expect(database.write((tx) => put(tx, 'twin'))).rejects.toThrow(/unique|UNIQUE/)
    expect(await namesIn(database)).toEqual(['twin'])
  })

  it('lets a write that was refused inside another be answered there, and the other goes on', async () => {
    await database.write((tx) => put(tx, 'twin'))
    const answer = await database.write(async (tx) => {
      await put(tx, 'before')
      const inner = database.write(async (nested) => (await put(nested, 'half'), await put(nested, 'twin')))
      const stored = await inner.then(nothing, () => 'stored')
      await put(tx, 'after')
      return stored
    })
    expect(answer).toBe('stored')
    expect(await namesIn(database)).toEqual(['after', 'before', 'twin'])
  })

  it('takes writes inside a write one after the other, and each alone back', async () => {
    await database.write(async (tx) => {
      const inner = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map((name, nth) =>
          database.write(async (nested) => {
            await put(nested, name)
            await new Promise((resolve) => setImmediate(resolve))
            await database.write((deeper) => put(deeper, `${name}${name}`))
            if (nth % 2 === 1) throw new Error('no')
          }),
        ),
      )
      expect(inner.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
      await put(tx, 'outer')
    })
    expect(await namesIn(database)).toEqual(['a', 'aa', 'c', 'cc', 'outer'])
  })

  it('does not acknowledge a write that went on after the database refused a statement of it', async () => {
    const swallowing = database.write(async (tx) => {
      await put(tx, 'first')
      await put(tx, 'first').catch(nothing)
    })
    // SQLite takes back the statement alone; PostgreSQL the whole transaction, and tells of an insert no later than at the end.
    if (engine === 'sqlite') await swallowing
    else await expect(swallowing).rejects.toThrow(/duplicate key/)
    expect(await namesIn(database)).toEqual(engine === 'sqlite' ? ['first'] : [])
  })

  it.each([
    ['as its insert does', nothing, /duplicate|UNIQUE/],
    ['by itself, its insert still on the way', () => Promise.reject(new Error('no')), /no|UNIQUE/],
  ])('takes back a write inside a write alone that fails %s', async (_how, end, said) => {
    await database.write(async (tx) => {
      await put(tx, 'outer')
      const inner = database.write(async (nested) => {
        await put(nested, 'beside')
        await put(nested, 'outer')
        await end()
      })
      await expect(inner).rejects.toThrow(said)
      await put(tx, 'after')
    })
    expect(await namesIn(database)).toEqual(['after', 'outer'])
  })

  it.skipIf(engine === 'sqlite')('runs again what lost a race, whoever heard of it first', async () => {
    await database.write((tx) => put(tx, 'taken'))
    let runs = 0
    await database.write(async (tx) => {
      runs += 1
      await put(tx, runs === 1 ? 'taken' : 'free')
      await database.write((nested) => nested.query('SELECT 1')).catch(nothing)
    })
    expect([runs, await namesIn(database)]).toEqual([2, ['free', 'taken']])
  })

  it('lets nothing of a write happen after its end, nor transactions beside its own', async () => {
    let kept: Tx | null = null
    await database.write(async (tx) => {
      kept = tx
      await expect(tx.transaction(nothing)).rejects.toThrow(/the door/)
      await put(tx, 'inside')
    })
    await expect(put(kept!, 'late')).rejects.toThrow(/over|released/)
    await database.write(async () => {
      await expect(put(kept!, 'late')).rejects.toThrow(/over|released/)
    })
    expect(await namesIn(database)).toEqual(['inside'])
  })

  it('writes anew what is left running when its write is over', async () => {
    let left: Promise<unknown> = Promise.resolve()
    await database.write(async (tx) => {
      await put(tx, 'inside')
      left = new Promise((resolve) => setTimeout(resolve, 20)).then(() => database.write((late) => put(late, 'later')))
    })
    await left
    expect(await namesIn(database)).toEqual(['inside', 'later'])
  })

  it('tells what changed once it is committed, and nothing of what was taken back', async () => {
    let seenBefore = -1
    await database.write(async (tx) => {
      tx.changed('intake.call', 'one')
      tx.changed('intake.call', 'one', { urgent: true })
      await database.write(async (inner) => inner.changed('tickets.ticket', 'two'))
      await database
        .write(async (inner) => {
          inner.changed('tickets.ticket', 'lost')
          throw new Error('no')
        })
        .catch(nothing)
      await put(tx, 'told')
      seenBefore = batches.length
    })
    expect(seenBefore).toBe(0)
    expect(batches).toEqual([
      [
        { kind: 'intake.call', id: 'one', urgent: true },
        { kind: 'tickets.ticket', id: 'two' },
        // Written to without a name.
        { kind: 'door.row', id: '*' },
      ],
    ])
    await expect(
      database.write(async (tx) => {
        tx.changed('intake.call', 'never')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(batches).toHaveLength(1)
    await database.write(async (tx) => {
      for (let nth = 0; nth < 51; nth += 1) tx.changed('customers.customer', `${nth}`)
    })
    expect(batches[1]).toEqual([{ kind: 'customers.customer', id: '*' }])
  })
})

describe('writes that wait (SQLite)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-door-'))
  const shim = shimSqlite()
  let database: Database

  beforeAll(async () => {
    database = await openFresh({ engine: 'sqlite', path: join(folder, 'gendan.db'), key: 'a'.repeat(64) })
  })
  beforeEach(() => empty(database))
  afterAll(async () => {
    await database.close()
    shim.remove()
    rmSync(folder, { recursive: true })
  })

  it('share one commit and one batch of hints; one that fails is taken back alone', async () => {
    const before = shim.commits()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, nth) =>
        database.write(async (tx) => {
          tx.changed('intake.call', `${nth}`)
          await put(tx, `${nth}`)
          if (nth === 4) throw new Error('no')
        }),
      ),
    )
    // One; two or three where the machine was so busy that somebody began too late.
    const commits = shim.commits() - before
    expect(commits).toBeLessThanOrEqual(3)
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(outcomes.map((_, nth) => nth !== 4))
    expect(await namesIn(database)).toEqual([...'012356789'])
    expect(batches).toHaveLength(commits)
    const told = batches.flat().map(({ id }) => id)
    expect([...new Set(told)].sort()).toEqual(['*', ...'012356789'])
  })

  it('are answered only when the disk has them', async () => {
    let isAnswered = false
    const early = database.write((tx) => put(tx, 'early')).then(() => (isAnswered = true))
    let answeredMeanwhile = true
    const late = database.write(async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 10))
      answeredMeanwhile = isAnswered
      await put(tx, 'late')
    })
    await Promise.all([early, late])
    expect(answeredMeanwhile).toBe(false)
  })

  it('are bounded: a long line is stored in several commits, in its order', async () => {
    const before = shim.commits()
    const order: number[] = []
    await Promise.all(
      Array.from({ length: 200 }, (_, nth) =>
        database.write(async (tx) => {
          await put(tx, `${nth}`)
          order.push(nth)
        }),
      ),
    )
    expect(order).toEqual(Array.from({ length: 200 }, (_, nth) => nth))
    expect(shim.commits() - before).toBeGreaterThan(3)
    expect(shim.commits() - before).toBeLessThan(100)
  })

  it('leave a turn to who writes over a connection of its own', async () => {
    const order: string[] = []
    const write = (name: string) => database.write(async (tx) => (await put(tx, name), order.push(name)))
    await Promise.all([
      write('one'),
      write('two'),
      database.lend(async () => {
        order.push('lent')
        void write('four')
        await new Promise((resolve) => setTimeout(resolve, 10))
        order.push('given back')
      }),
    ])
    await database.lend(nothing)
    expect(order).toEqual(['one', 'two', 'lent', 'given back', 'four'])
  })

  it('refuses by name what a really full database does not take, and goes on when there is room', async () => {
    await database.source.query('PRAGMA max_page_count = 1')
    const large = (tx: Tx) => put(tx, 'x'.repeat(200_000))
    const refused = await Promise.allSettled([database.write(large), database.write((tx) => put(tx, 'small'))])
    expect(refused[0]).toMatchObject({ reason: { data: { kind: 'busy', text: 'admin.failure.diskFull' } } })
    expect(refusals).toContain('admin.failure.diskFull')
    await database.source.query('PRAGMA max_page_count = 4294967294')
    await database.write(large)
    expect((await namesIn(database)).map((name) => name.length)).toEqual(
      refused[1].status === 'fulfilled' ? [5, 200_000] : [200_000],
    )
  })

  it('refuses by name while another program holds the file, and goes on afterwards', async () => {
    const { default: Sqlite } = await import('better-sqlite3-multiple-ciphers')
    await database.source.query('PRAGMA busy_timeout = 20')
    const other = new Sqlite(join(folder, 'gendan.db'))
    other.pragma(`key = "x'${'a'.repeat(64)}'"`)
    other.exec('BEGIN IMMEDIATE')
    const busy = { data: { kind: 'busy', text: 'admin.failure.databaseBusy' } }
    await expect(database.write((tx) => put(tx, 'held'))).rejects.toMatchObject(busy)
    other.exec('ROLLBACK')
    other.close()
    await database.write((tx) => put(tx, 'free'))
    expect(await namesIn(database)).toEqual(['free'])
  })
})

describe('a server that goes (PostgreSQL)', () => {
  const away = { data: { kind: 'busy', text: 'admin.failure.databaseAway' } }

  it('refuses by name when the connection is cut in the middle, and gives the next write another', async () => {
    const url = await newPostgresDatabase()
    const database = await openFresh({ engine: 'postgres', url })
    const cut = async (tx: Tx) => {
      const [{ pid }] = (await tx.query('SELECT pg_backend_pid() AS "pid"')) as [{ pid: number }]
      const killer = new Client({ connectionString: url })
      await killer.connect()
      await killer.query('SELECT pg_terminate_backend($1)', [pid])
      await killer.end()
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await expect(database.write(async (tx) => (await put(tx, 'cut'), await cut(tx)))).rejects.toMatchObject(away)
    await expect(database.write(async (tx) => (await cut(tx), await put(tx, 'cut')))).rejects.toMatchObject(away)
    for (let nth = 0; nth < 15; nth += 1) await database.write((tx) => put(tx, `next ${nth}`))
    expect(await namesIn(database)).toHaveLength(15)
    await database.close()
  })

  it('refuses by name what the server ends at its COMMIT, stores none of it, and stands', async () => {
    const url = await newPostgresDatabase()
    const database = await openFresh({ engine: 'postgres', url })
    const [killer, ended] = [new Client({ connectionString: url }), [] as unknown[]]
    await killer.connect()
    await killer.query(`CREATE FUNCTION door_end() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`)
    await killer.query(`CREATE CONSTRAINT TRIGGER door_ends AFTER INSERT ON door_row DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (NEW."name" LIKE 'end%') EXECUTE FUNCTION door_end()`)
    const died = (error: unknown) => ended.push(error)
    process.on('uncaughtException', died)
    for (let nth = 0; nth < 5; nth += 1) {
      const writes = [database.write((tx) => put(tx, `end ${nth}`)), database.write((tx) => put(tx, `kept ${nth}`))]
      const [gone, kept] = await Promise.allSettled(writes)
      expect([gone, kept?.status]).toMatchObject([{ status: 'rejected', reason: away }, 'fulfilled'])
    }
    expect((await namesIn(database)).sort()).toEqual([0, 1, 2, 3, 4].map((nth) => `kept ${nth}`))
    process.off('uncaughtException', died)
    expect(ended).toEqual([])
    await killer.end()
    await database.close()
  })

  it('stands when a session is ended in the moment it is lent: its greeting and its end come together', async () => {
    const url = await newPostgresDatabase()
    const killer = new Client({ connectionString: url })
    await killer.connect()
    const { port, close, endNext } = await networkTo(url, async (pid) => {
      await killer.query('SELECT pg_terminate_backend($1)', [pid])
    })
    const database = await openFresh({ engine: 'postgres', url: url.replace(/:\d+\//u, `:${port}/`) })
    const ended: unknown[] = []
    const died = (error: unknown) => ended.push(error)
    process.on('uncaughtException', died)
    // More at once than there are sessions in the pool: new ones are made for them.
    const writes = (round: string) =>
      Array.from({ length: 6 }, (_, at) => database.write((tx) => put(tx, `${round} ${at}`)))
    await Promise.all(writes('before'))
    await killer.query(`SELECT pg_terminate_backend("pid") FROM pg_stat_activity
      WHERE "datname" = current_database() AND "pid" <> pg_backend_pid()`)
    endNext(3)
    const answers = await Promise.allSettled(writes('ended'))
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject(away)
    expect(answers.map(({ status }) => status)).toContain('rejected')
    endNext(0)
    await Promise.all(writes('after'))
    process.off('uncaughtException', died)
    expect(ended).toEqual([])
    await Promise.all([database.close(), killer.end()])
    close()
  })

  it('is told by name, to questions too', async () => {
    const server = await startPostgres()
    const place: DatabasePlace = { engine: 'postgres', url: server.url }
    const database = await openFresh(place)
    await database.write((tx) => put(tx, 'before'))
    await server.stop()
    await expect(database.write((tx) => put(tx, 'gone'))).rejects.toMatchObject(away)
    await expect(namesIn(database)).rejects.toMatchObject(away)
    await database.close()
  })
})

it('refuses by name while a PostgreSQL only reads, and stores again as soon as it writes', async () => {
  const url = await newPostgresDatabase()
  const name = new URL(url).pathname.slice(1)
  const database = await openFresh({ engine: 'postgres', url })
  const administrator = new Client({ connectionString: inject('postgresUrl') })
  await administrator.connect()
  await administrator.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`)
  await administrator.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  const store = (row: string) =>
    database
      .write((tx) => put(tx, row))
      .then(
        () => 'stored',
        (error: unknown) => error,
      )
  for (const row of ['a', 'b', 'c'])
    expect(await store(row)).toMatchObject({ data: { kind: 'busy', text: 'admin.failure.databaseAway' } })
  await administrator.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`)
  // A connection that only reads is left by the first who meets it.
  const met = [await store('d'), await store('e'), await store('f')]
  expect(met.filter((each) => each !== 'stored').length).toBeLessThan(2)
  expect(await store('g')).toBe('stored')
  await administrator.end()
  await database.close()
})
