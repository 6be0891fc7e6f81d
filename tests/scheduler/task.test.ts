import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Services } from '../../main/api/context.ts'
import { CounterEntity } from '../../main/house/entities.ts'
import { nextValue } from '../../main/house/next-number.ts'
import { TaskEntity } from '../../main/scheduler/entities.ts'
import { forgetTasks } from '../../main/scheduler/forget-tasks.ts'
import { backOffSeconds, leaseSeconds } from '../../main/scheduler/run-tasks.ts'
import { later, Scheduler } from '../../main/scheduler/scheduler.ts'
import {
  addTask,
  type NewTask,
  readTask,
  type RunningTask,
  type TaskKind,
  TaskTaken,
} from '../../main/scheduler/task.ts'
import { openStation, type Station } from '../../main/station.ts'
import { engines, newPostgresDatabase, openTestStation, type TestStation } from '../kit/station.ts'

const noteSchema = z.object({ to: z.string().min(1) })
type Note = z.output<typeof noteSchema>

/** A kind that counts in the database what it has done, and does before what the test says. */
function sending(before: (task: RunningTask, note: Note) => Promise<void> = async () => undefined, tries?: number) {
  const kind: TaskKind<Note> = {
    name: 'messages.send',
    payload: noteSchema,
    ...(tries === undefined ? {} : { tries }),
    run: async (services, note, task) => {
      await before(task, note)
      await task.finish({ sentTo: note.to }, async (tx) => void (await nextValue(services, tx, `sent:${note.to}`)))
    },
  }
  return kind
}

it.each([
  [1, 30],
  [2, 120],
  [3, 480],
  [6, 21_600],
  [40, 21_600],
])('after %i tries the next waits %i seconds', (tries, seconds) => expect(backOffSeconds(tries)).toBe(seconds))

describe.each(engines)('tasks as rows on %s', (engine) => {
  let house: TestStation
  const schedulers: Scheduler[] = []
  const open = async () => (house = await openTestStation(engine, { bare: true }))
  const schedule = (services: Services, ...kinds: TaskKind<Note>[]): Scheduler => {
    const scheduler = new Scheduler(services, [], kinds)
    schedulers.push(scheduler)
    return scheduler
  }
  const ask = (kind: TaskKind<Note>, task: Partial<NewTask<Note>> = {}) =>
    house.station.services.database.write((tx) =>
      addTask(house.station.services, tx, kind, { id: 'one', payload: { to: 'li' }, ...task }),
    )
  const rowOf = (id = 'one') => house.station.services.database.read((reader) => readTask(reader, id))
  const sent = async (to = 'li') => {
    const row = await house.station.services.database.read((reader) =>
      reader.findOneBy(CounterEntity, { name: `sent:${to}` }),
    )
    return row?.value ?? 0
  }

  afterEach(async () => {
    await Promise.all(schedulers.splice(0).map((scheduler) => scheduler.stop()))
    await house.close()
  })

  it('are done once, with what came of them, and no time before they may', async () => {
    const { station, clock } = await open()
    const kind = sending()
    await ask(kind, { notBeforeAt: later(clock.at, 60) })
    await ask(kind, { payload: { to: 'twice' } })
    const scheduler = schedule(station.services, kind)
    clock.at = later(clock.at, 59)
    await scheduler.tick()
    expect(await rowOf()).toMatchObject({ state: 'waiting', tries: 0 })
    clock.at = later(clock.at, 1)
    await Promise.all([scheduler.tick(), scheduler.tick()])
    await scheduler.tick()
    expect(await rowOf()).toMatchObject({ state: 'done', tries: 1, outcome: { sentTo: 'li' }, finishedAt: clock.at })
    expect([await sent(), await sent('twice')]).toEqual([1, 0])
  })

  it('are there when the write that wants them is, and not otherwise', async () => {
    const { station } = await open()
    const { services } = station
    const kind = sending()
    const failing = services.database.write(async (tx) => {
      await addTask(services, tx, kind, { id: 'one', payload: { to: 'li' } })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await rowOf()).toBeNull()
    await expect(ask(kind, { payload: { to: '' } })).rejects.toThrow()
  })

  it('come again after a failure, each time later, and are given up with the reason', async () => {
    const { station, clock, logged } = await open()
    const starts: string[] = []
    const kind = sending(async () => {
      starts.push(clock.at)
      throw new Error('the printer is out of paper')
    }, 3)
    await ask(kind)
    const scheduler = schedule(station.services, kind)
    const begun = clock.at
    for (const seconds of [0, 29, 1, 119, 1, 7200]) {
      clock.at = later(clock.at, seconds)
      await scheduler.tick()
    }
    expect(starts).toEqual([begun, later(begun, 30), later(begun, 150)])
    expect(await rowOf()).toMatchObject({ state: 'failed', tries: 3, outcome: null })
    expect((await rowOf())?.lastFailure).toContain('out of paper')
    expect(logged.filter((line) => line.includes('task.failed'))).toHaveLength(3)
    expect(await sent()).toBe(0)
  })

  it('whose payload nobody can read fail by name and spoil nothing', async () => {
    const { station } = await open()
    const kind = sending(undefined, 1)
    await ask(kind)
    await ask(kind, { id: 'two', payload: { to: 'wang' } })
    await station.services.database.write((tx) => tx.update(TaskEntity, { id: 'one' }, { payload: { toWhom: 'li' } }))
    await schedule(station.services, kind).tick()
    expect([(await rowOf())?.state, (await rowOf('two'))?.state]).toEqual(['failed', 'done'])
  })

  it('of a kind this release does not know wait for one that does', async () => {
    const { station } = await open()
    await ask(sending())
    await schedule(station.services, { ...sending(), name: 'parts.order' }).tick()
    expect(await rowOf()).toMatchObject({ state: 'waiting', tries: 0 })
  })

  it('left by a killed runner are taken over once, when the lease is over; what the dead one still writes does not count', async () => {
    const { station, clock } = await open()
    let wake = (): void => undefined
    const hangs = new Promise<void>((resolve) => (wake = resolve))
    const late: unknown[] = []
    const hanging = sending(() => hangs)
    const dead = new Scheduler(
      station.services,
      [],
      [
        {
          ...hanging,
          run: (services, note, task) =>
            hanging.run(services, note as Note, task).catch((error: unknown) => void late.push(error)),
        },
      ],
    )
    await ask(hanging)
    const abandoned = dead.tick()
    await expect.poll(async () => (await rowOf())?.tries).toBe(1)
    const heirs = [schedule(station.services, sending()), schedule(station.services, sending())]
    clock.at = later(clock.at, leaseSeconds)
    await Promise.all(heirs.map((heir) => heir.tick()))
    expect(await sent()).toBe(0)
    clock.at = later(clock.at, 1)
    await Promise.all(heirs.map((heir) => heir.tick()))
    expect(await rowOf()).toMatchObject({ state: 'done', tries: 2 })
    wake()
    await abandoned
    expect(late).toMatchObject([expect.any(TaskTaken)])
    expect(await sent()).toBe(1)
  })

  it('that end their station at every start are given up, too', async () => {
    const { station, clock } = await open()
    const kind = sending(undefined, 2)
    await ask(kind)
    await station.services.database.write((tx) =>
      tx.update(TaskEntity, { id: 'one' }, { tries: 2, claimedBy: 'dead', claimedUntil: clock.at }),
    )
    clock.at = later(clock.at, 1)
    await schedule(station.services, kind).tick()
    expect(await rowOf()).toMatchObject({
      state: 'failed',
      lastFailure: expect.stringContaining('ended with the station'),
    })
    expect(await sent()).toBe(0)
  })

  it.each([
    [1, 30],
    [3, 480],
    [8, 6 * 3600],
  ])(
    'that failed %i times wait their own %i seconds by the clock that holds, after it was put back',
    async (tries, seconds) => {
      const { station, clock } = await open()
      let isFailing = true
      const kind = sending(async () => {
        if (isFailing) throw new Error('no line')
      }, 9)
      await ask(kind)
      const begun = clock.at
      const scheduler = schedule(station.services, kind)
      for (let nth = 0; nth < tries; nth += 1) {
        clock.at = later(begun, (400 + nth) * 86_400)
        await scheduler.tick()
      }
      isFailing = false
      clock.at = begun
      await scheduler.tick()
      expect(await rowOf()).toMatchObject({ state: 'waiting', tries, dueAt: later(begun, seconds) })
      clock.at = later(begun, seconds)
      await scheduler.tick()
      expect(await rowOf()).toMatchObject({ state: 'done' })
    },
  )

  it('asked for while the clock stood ahead are due when it is put right', async () => {
    const { station, clock } = await open()
    const kind = sending()
    const begun = clock.at
    const scheduler = schedule(station.services, kind)
    clock.at = later(begun, 86_400)
    await ask(kind)
    clock.at = begun
    await scheduler.tick()
    expect(await rowOf()).toMatchObject({ state: 'done' })
  })

  it('are forgotten a month after they were done, half a year after they were given up', async () => {
    const { station, clock } = await open()
    const { services } = station
    await ask(sending())
    await ask(sending(), { id: 'two', payload: { to: 'wang' } })
    await schedule(
      services,
      sending(async (_, { to }) => {
        if (to === 'wang') throw new Error('no')
      }, 1),
    ).tick()
    clock.at = later(clock.at, 31 * 86_400)
    await forgetTasks.run(services, AbortSignal.abort())
    expect([await rowOf(), (await rowOf('two'))?.state]).toEqual([null, 'failed'])
    clock.at = later(clock.at, 150 * 86_400)
    await forgetTasks.run(services, AbortSignal.abort())
    expect(await rowOf('two')).toBeNull()
  })
})

it('two stations on one PostgreSQL do each of a hundred tasks once', async () => {
  const postgresUrl = await newPostgresDatabase()
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'gendan-task-')))
  const now = '2026-11-20T02:36:00.000Z'
  const stations: Station[] = []
  for (const folder of folders)
    stations.push(await openStation({ folder, key: 'ab'.repeat(32), postgresUrl, schedule: false, now: () => now }))
  const [first] = stations
  const kind = sending()
  const { services } = first!
  await services.database.write(async (tx) => {
    for (let nth = 0; nth < 100; nth += 1)
      await addTask(services, tx, kind, { id: `task ${nth}`, payload: { to: String(nth % 10) } })
  })
  const schedulers = stations.map((station) => new Scheduler(station.services, [], [kind]))
  for (let round = 0; round < 40; round += 1) await Promise.all(schedulers.map((scheduler) => scheduler.tick()))
  const rows = await services.database.read((reader) => reader.find(TaskEntity))
  expect(rows.filter(({ state, tries }) => state === 'done' && tries === 1)).toHaveLength(100)
  const counters = await services.database.read((reader) => reader.find(CounterEntity))
  const sent = counters.filter(({ name }) => name.startsWith('sent:'))
  expect(sent.map(({ value }) => value)).toEqual(Array.from({ length: 10 }, () => 10))
  await Promise.all(schedulers.map((scheduler) => scheduler.stop()))
  for (const station of stations) await station.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
