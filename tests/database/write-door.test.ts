import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, type Tx } from '../../main/database/database.ts'
import { shimSqlite } from '../faults/faulty-sqlite.ts'
import { engines, newPostgresDatabase } from '../kit/station.ts'
import { batches, empty, namesIn, nothing, openFresh, put, refusals } from './door-rows.ts'

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

  it.skipIf(engine === 'sqlite')('lets others have their turns while it puts many rows', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 0)
    await database.write(async (tx) => {
      turns = 0
      for (let nth = 0; nth < 400; nth += 1) await put(tx, `row ${nth}`)
      expect(turns).toBeGreaterThan(5)
    })
    clearInterval(timer)
    expect(await namesIn(database)).toHaveLength(400)
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
