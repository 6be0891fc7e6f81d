import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CounterEntity, SettingEntity } from '../../main/house/entities.ts'
import type { Hint } from '../../main/database/hint.ts'
import { serveLoopback, type Loopback } from '../../main/hosts/loopback.ts'
import { Changes } from '../../main/api/changes.ts'
import { newId } from '../../main/new-id.ts'
import { openStation } from '../../main/station.ts'
import { listeners, seatClient } from '../kit/seat-client.ts'
import { engines, newPostgresDatabase, openTestStation, type TestStation } from '../kit/station.ts'
import { repairCall } from '../tickets/desk.ts'

describe.each(engines)('change hints on %s', (engine) => {
  let house: TestStation
  let host: Loopback

  beforeAll(async () => {
    house = await openTestStation(engine)
    host = await serveLoopback(house.station, { port: 0, key: null })
  })
  afterAll(async () => {
    await host.close()
    await house.close()
  })

  const doors = {
    'the function': () => ({}),
    'the loopback': () => ({ base: host.url, answer: (request: Request) => fetch(request) }),
  }

  it.each(Object.keys(doors) as (keyof typeof doors)[])(
    'reach the other seat within a second through %s',
    async (door) => {
      const writer = await seatClient(house, 'operator', { name: '周敏', ...doors[door]() })
      const other = await seatClient(house, 'dispatcher', { name: '李静', ...doors[door]() })
      const streams = [await writer.listen(), await other.listen()]
      const input = repairCall({ phone: '13700001111' })
      const response = await writer.mutate('intake.record', input)
      expect(response.status).toBe(200)
      for (const { hints } of streams)
        await expect
          .poll(() => hints.map(({ kind, id }) => `${kind} ${id}`), { timeout: 1000 })
          .toEqual(
            expect.arrayContaining([
              `intake.register ${input.id}`,
              `tickets.ticket ${input.ticketId}`,
              `customers.customer ${input.newCustomerId}`,
            ]),
          )
      const before = listeners(house)
      for (const stream of streams) await stream.end()
      // A seat that goes leaves nothing behind.
      await expect.poll(() => listeners(house), { timeout: 2000 }).toBe(before - 2)
    },
  )

  it('carry no data: a kind, an id, and whether it rings', async () => {
    const seat = await seatClient(house, 'operator')
    const stream = await seat.listen()
    await seat.mutate('intake.record', repairCall({ phone: '13700002222' }))
    const ofCall = () => stream.batches.filter((hints) => hints.some(({ kind }) => kind === 'intake.register'))
    await expect.poll(() => ofCall().length).toBe(1)
    // One commit, one event; what no seat shows is not told.
    expect(new Set(ofCall()[0]?.map(({ kind }) => kind))).toContain('tickets.ticket')
    expect(stream.batches.filter((hints) => hints.some(({ kind }) => kind === 'tickets.ticket'))).toHaveLength(1)
    expect(stream.hints.map(({ kind }) => kind)).not.toContain('admin.audit')
    for (const hint of stream.hints)
      expect(Object.keys(hint).filter((name) => !['kind', 'id', 'urgent'].includes(name))).toEqual([])
    await stream.end()
  })

  it('hurry who can act: a ring is urgent to who takes calls, an alarm to who dispatches, the others ask in their own time', async () => {
    const seats = await Promise.all(
      (['operator', 'dispatcher', 'followupUser', 'technician'] as const).map((role) => seatClient(house, role)),
    )
    const streams = await Promise.all(seats.map((seat) => seat.listen()))
    const call = { id: newId(), number: '13700003333', direction: 'in' as const, at: house.clock.at }
    await (await house.as('operator')).intake.startCall(call)
    await house.station.services.database.write(async (tx) => tx.changed('tickets.ticket', call.id, { urgent: true }))
    const urgent = (hints: readonly Hint[], kind: string) =>
      hints.find((hint) => hint.kind === kind && hint.id === call.id)
    for (const [nth, { hints }] of streams.entries()) {
      await expect.poll(() => urgent(hints, 'tickets.ticket')).toBeDefined()
      const hurries = ['intake.call', 'tickets.ticket'].map((kind) => urgent(hints, kind)?.urgent === true)
      expect([seats[nth]!.memberId, hurries]).toEqual([seats[nth]!.memberId, nth < 2 ? [true, true] : [false, false]])
    }
    for (const stream of streams) await stream.end()
  })

  it('are said after the commit only, and never of a write that failed', async () => {
    const { database, changes } = house.station.services
    const stop = new AbortController()
    const seen: [Hint, boolean][] = []
    const hearing = (async () => {
      for await (const hints of changes.follow(stop.signal))
        for (const hint of hints.filter(({ kind }) => kind === 'intake.register')) {
          const rows = await database.read((reader) =>
            reader.query(database.sql('SELECT 1 FROM "intake_register" WHERE "id" = ?'), [hint.id]),
          )
          seen.push([hint, (rows as unknown[]).length === 1])
        }
    })()
    const seat = await house.as('operator')
    const good = Array.from({ length: 5 }, (_, nth) => repairCall({ phone: `1380000000${nth}` }))
    const bad = good.map((input) => ({ ...input, id: newId(), customerId: newId() }))
    await Promise.allSettled([...good, ...bad].map((input) => seat.intake.record(input)))
    await expect.poll(() => seen.length).toBe(5)
    stop.abort()
    await hearing
    expect(seen.every(([, isThere]) => isThere)).toBe(true)
    expect(seen.map(([hint]) => hint.id).sort()).toEqual(good.map((input) => input.id).sort())
  })

  it('end with the session: a disabled member hears nothing more', async () => {
    const administrator = await seatClient(house, 'administrator')
    const leaver = await seatClient(house, 'operator', { name: '离职' })
    const stream = await leaver.listen()
    const [row] = (
      (await (await administrator.query('admin.members')).json()) as { result: { data: { id: string }[] } }
    ).result.data.filter(({ id }) => id === leaver.memberId)
    const { status } = await administrator.mutate('admin.saveMember', { ...row, status: 'disabled' })
    expect(status).toBe(200)
    await stream.ended
    house.station.services.changes.announce([{ kind: 'intake.call', id: 'after' }])
    expect(stream.hints.map(({ id }) => id)).not.toContain('after')
  }, 5000)

  it('are refused without a session', async () => {
    const response = await house.station.handle(
      new Request('http://127.0.0.1/api/admin.changes', { headers: { accept: 'text/event-stream' } }),
    )
    const text = await response.text()
    expect(text).toContain('UNAUTHORIZED')
    expect(text).not.toMatch(/stack|\.ts:/)
  })
})

describe('the hint bus', () => {
  it('tells the first at once, what follows closely together, and a ring with all that waits', async () => {
    const changes = new Changes()
    const stop = new AbortController()
    const frames: string[][] = []
    const hearing = (async () => {
      for await (const hints of changes.follow(stop.signal)) frames.push(hints.map(({ id }) => id))
    })()
    const announce = (id: string, urgent = false) => changes.announce([{ kind: 'tickets.ticket', id, urgent }])
    announce('first')
    await new Promise(setImmediate)
    expect(frames).toEqual([['first']])
    announce('second')
    announce('third')
    await new Promise(setImmediate)
    expect(frames).toEqual([['first']])
    await expect.poll(() => frames, { timeout: 1000 }).toEqual([['first'], ['second', 'third']])
    announce('fourth')
    announce('ring', true)
    await new Promise(setImmediate)
    expect(frames.at(-1)).toEqual(['fourth', 'ring'])
    stop.abort()
    await hearing
  })
})

describe('two stations on one PostgreSQL', () => {
  it('hear each other, also after the line between them broke', async () => {
    const url = await newPostgresDatabase()
    const folder = mkdtempSync(join(tmpdir(), 'gendan-test-'))
    const open = (name: string) =>
      openStation({ folder: join(folder, name), key: 'c'.repeat(64), postgresUrl: url, schedule: false })
    const [first, second] = [await open('first'), await open('second')]
    const stop = new AbortController()
    const heard: string[] = []
    const hearing = (async () => {
      for await (const hints of second.services.changes.follow(stop.signal))
        heard.push(...hints.map(({ kind, id }) => `${kind} ${id}`))
    })()
    try {
      first.services.changes.announce([{ kind: 'tickets.ticket', id: 'one', urgent: true }])
      await expect.poll(() => heard, { timeout: 1000 }).toEqual(['tickets.ticket one'])
      const client = new Client({ connectionString: url })
      await client.connect()
      await client.query(`SELECT pg_notify('gendan_changes', 'no json')`)
      await client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gendan hints' AND datname = current_database()`,
      )
      await client.end()
      // Whatever was said meanwhile: everything is asked anew.
      await expect.poll(() => heard, { timeout: 4000 }).toContain('customers.* *')
      await expect
        .poll(
          () => {
            first.services.changes.announce([{ kind: 'tickets.ticket', id: 'two' }])
            return heard
          },
          { timeout: 4000, interval: 200 },
        )
        .toContain('tickets.ticket two')
      // The databases' own connections live on.
      await first.services.database.write((tx) => tx.insert(CounterEntity, { name: 'alive', value: 1 }))
      expect(await second.services.database.read((reader) => reader.existsBy(SettingEntity, { name: 'none' }))).toBe(
        false,
      )
    } finally {
      stop.abort()
      await hearing
      await first.close()
      await second.close()
      rmSync(folder, { recursive: true })
    }
  }, 15_000)
})
