import { Client } from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { type DatabasePlace, type Tx } from '../../main/database/database.ts'
import { networkTo } from '../kit/slow-network.ts'
import { startPostgres } from '../kit/postgres-server.ts'
import { newPostgresDatabase } from '../kit/station.ts'
import { namesIn, openFresh, put } from './door-rows.ts'

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
