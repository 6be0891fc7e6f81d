import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Services } from '../../main/api/context.ts'
import type { Engine } from '../../main/database/database.ts'
import { JobEntity, TaskEntity } from '../../main/scheduler/entities.ts'
import type { Job } from '../../main/scheduler/job.ts'
import { later, Scheduler } from '../../main/scheduler/scheduler.ts'
import { addTask, readTask, type TaskKind } from '../../main/scheduler/task.ts'
import { openStation, type Station } from '../../main/station.ts'
import { engines, newPostgresDatabase, openTestStation, type TestStation } from '../kit/station.ts'

const hours = 3600

describe.each(engines)('jobs as rows on %s', (engine: Engine) => {
  let house: TestStation | null = null
  const schedulers: Scheduler[] = []

  const open = async () => (house ??= await openTestStation(engine, { bare: true }))

  /** A scheduler with jobs of the test's own, its timer left to the test. */
  async function schedule(services: Services, jobs: Job[], kinds: TaskKind[] = []): Promise<Scheduler> {
    const scheduler = new Scheduler(services, jobs, kinds)
    schedulers.push(scheduler)
    await scheduler.start()
    clearInterval((scheduler as unknown as { timer: NodeJS.Timeout }).timer)
    return scheduler
  }

  const rowOf = (name: string) =>
    house!.station.services.database.read((reader) => reader.findOneBy(JobEntity, { name }))

  function counting(name: string, everySeconds = 60) {
    const ran: string[] = []
    const job: Job = { name, everySeconds, run: async (services) => void ran.push(services.now()) }
    return { job, ran }
  }

  afterEach(async () => {
    await Promise.all(schedulers.splice(0).map((scheduler) => scheduler.stop()))
    await house?.close()
    house = null
  })

  it('runs a job when it is due, once, and again when it is due again', async () => {
    const { station, clock } = await open()
    const { job, ran } = counting('test.count')
    const scheduler = await schedule(station.services, [job])
    await Promise.all([scheduler.tick(), scheduler.tick(), scheduler.tick()])
    await scheduler.tick()
    expect(ran).toHaveLength(1)
    clock.at = later(clock.at, 59)
    await scheduler.tick()
    expect(ran).toHaveLength(1)
    clock.at = later(clock.at, 1)
    await scheduler.tick()
    expect(ran).toHaveLength(2)
    expect(await rowOf('test.count')).toMatchObject({ runs: 2, claimedBy: null, lastFailure: null })
  })

  it('looks again for who asks while an earlier look, by an earlier clock, is under way', async () => {
    const { station, clock } = await open()
    const { job, ran } = counting('test.earlier')
    const scheduler = await schedule(station.services, [job])
    await scheduler.tick()
    const earlier = scheduler.tick()
    clock.at = later(clock.at, 60)
    await scheduler.tick()
    expect(ran).toHaveLength(2)
    await earlier
  })

  it('gives a job to one of two schedulers', async () => {
    const { station, clock } = await open()
    const { job, ran } = counting('test.once')
    const both = [await schedule(station.services, [job]), await schedule(station.services, [job])]
    for (let nth = 1; nth <= 5; nth += 1) {
      await Promise.all(both.map((scheduler) => scheduler.tick()))
      expect(ran).toHaveLength(nth)
      clock.at = later(clock.at, 60)
    }
  })

  it('takes a job over from an owner that died, not before its claim ends', async () => {
    const { station, clock } = await open()
    const { job, ran } = counting('test.orphan')
    const scheduler = await schedule(station.services, [job])
    await station.services.database.write((tx) =>
      tx.update(JobEntity, { name: 'test.orphan' }, { claimedBy: 'dead', claimedUntil: later(clock.at, 300) }),
    )
    clock.at = later(clock.at, 299)
    await scheduler.tick()
    expect(ran).toHaveLength(0)
    clock.at = later(clock.at, 2)
    await scheduler.tick()
    expect(ran).toHaveLength(1)
  })

  it('goes on at once where a killed station left off, save where another may live and hold it', async () => {
    const { station, clock } = await open()
    const { job, ran } = counting('test.killed')
    const kind: TaskKind = { name: 'test.killed', payload: z.object({}), run: async () => void ran.push('task') }
    const { database } = station.services
    await (await schedule(station.services, [job])).stop()
    const lease = { claimedBy: 'dead', claimedUntil: later(clock.at, 100) }
    await database.write(async (tx) => {
      await addTask(station.services, tx, kind, { id: 'one', payload: {} })
      await tx.update(JobEntity, { name: 'test.killed' }, lease)
      await tx.update(TaskEntity, { id: 'one' }, { ...lease, tries: 1 })
    })
    const heir = await schedule(station.services, [job], [kind])
    await heir.tick()
    expect(ran).toHaveLength(engine === 'sqlite' ? 2 : 0)
    clock.at = later(clock.at, 101)
    await heir.tick()
    expect(ran).toContain('task')
  })

  it('logs a job that fails, keeps why, leaves the others alone, and tries again soon', async () => {
    const { station, clock, logged } = await open()
    let failing = true
    const daily: Job = {
      name: 'test.failing',
      everySeconds: 24 * hours,
      run: async () => {
        if (failing) throw new Error('the disk is asleep')
      },
    }
    const { job, ran } = counting('test.other')
    const scheduler = await schedule(station.services, [daily, job])
    await scheduler.tick()
    expect(ran).toHaveLength(1)
    expect(logged.filter((line) => line.includes('job.failed')).join()).toContain('the disk is asleep')
    expect((await rowOf('test.failing'))?.lastFailure).toContain('the disk is asleep')
    failing = false
    clock.at = later(clock.at, 300)
    await scheduler.tick()
    expect(await rowOf('test.failing')).toMatchObject({
      lastFailure: null,
      runs: 2,
      dueAt: later(clock.at, 24 * hours),
    })
  })

  it.each([
    ['back 8 hours', -8 * hours],
    ['back 1 hour', -hours],
    ['forward 8 hours (asleep)', 8 * hours],
  ])('runs on, once and no storm, when the clock goes %s', async (_, seconds) => {
    const { station, clock } = await open()
    const { job, ran } = counting('test.clock', 5)
    const scheduler = await schedule(station.services, [job])
    await scheduler.tick()
    clock.at = later(clock.at, 1)
    await scheduler.tick()
    clock.at = later(clock.at, seconds)
    for (let nth = 0; nth < 6; nth += 1) {
      await scheduler.tick()
      clock.at = later(clock.at, 1)
    }
    expect(ran.length).toBeGreaterThanOrEqual(2)
    expect(ran.length).toBeLessThanOrEqual(3)
  })

  it('finds a job whose instant lies in a future that the clock no longer reaches, after a restart', async () => {
    const { station, clock } = await open()
    const { job, ran } = counting('test.future', 5)
    const before = await schedule(station.services, [job])
    clock.at = later(clock.at, 8 * hours)
    await before.tick()
    await before.stop()
    clock.at = later(clock.at, -8 * hours)
    await (await schedule(station.services, [job])).tick()
    expect(ran).toHaveLength(2)
  })

  it('runs a short job on time beside one that takes long, and never the long one twice', async () => {
    const { station, clock } = await open()
    let finish = () => {}
    let starts = 0
    const long: Job = {
      name: 'test.long',
      everySeconds: 1,
      run: () => new Promise<void>((resolve) => ((starts += 1), (finish = resolve))),
    }
    const { job, ran } = counting('test.short', 3)
    const scheduler = await schedule(station.services, [long, job])
    const first = scheduler.tick()
    await expect.poll(() => [starts, ran.length]).toEqual([1, 1])
    clock.at = later(clock.at, 400)
    await scheduler.tick()
    expect([starts, ran.length]).toEqual([1, 2])
    finish()
    await first
  })

  it('tells a running job to give up when it stops, waits for it, and starts nothing more', async () => {
    const { station, clock } = await open()
    let state = 'none'
    const long: Job = {
      name: 'test.stopped',
      everySeconds: 1,
      run: async (_services, signal) => {
        state = 'running'
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => setTimeout(resolve, 50)))
        state = 'given up'
      },
    }
    const scheduler = await schedule(station.services, [long])
    void scheduler.tick()
    await expect.poll(() => state).toBe('running')
    await scheduler.stop()
    expect(state).toBe('given up')
    expect(await rowOf('test.stopped')).toMatchObject({ claimedBy: null, runs: 1 })
    clock.at = later(clock.at, 60)
    await scheduler.tick()
    expect((await rowOf('test.stopped'))?.runs).toBe(1)
  })
})

it('runs a due job on one of two stations that share a PostgreSQL', async () => {
  const url = await newPostgresDatabase()
  const now = '2026-11-20T02:36:00.000Z'
  const folder = mkdtempSync(join(tmpdir(), 'gendan-test-'))
  const open = (name: string) =>
    openStation({ folder: join(folder, name), key: 'a'.repeat(64), postgresUrl: url, now: () => now, schedule: false })
  const stations = [await open('first'), await open('second')]
  try {
    const ran: number[] = []
    const schedulers = stations.map(
      (station, nth) =>
        new Scheduler(
          station.services,
          Array.from({ length: 20 }, (_, job) => ({
            name: `test.shared${job}`,
            everySeconds: 60,
            run: async () => void ran.push(nth),
          })),
        ),
    )
    for (const scheduler of schedulers) await scheduler.start()
    await Promise.all(schedulers.map((scheduler) => scheduler.tick()))
    await Promise.all(schedulers.map((scheduler) => scheduler.stop()))
    expect(ran).toHaveLength(20)
  } finally {
    for (const station of stations) await station.close()
    rmSync(folder, { recursive: true })
  }
})

describe.each([
  ['ahead of', 1800],
  ['behind', -1800],
])('a station whose clock stands half an hour %s another of one PostgreSQL', (_, seconds) => {
  const at = new Date().toISOString()
  const folder = mkdtempSync(join(tmpdir(), 'gendan-test-'))
  const stations: Station[] = []
  const schedulers: Scheduler[] = []

  /** Both stations, each with a scheduler of these jobs and tasks. */
  async function openBoth(jobs: Job[], kinds: TaskKind[] = []): Promise<[Scheduler, Scheduler]> {
    const postgresUrl = await newPostgresDatabase()
    for (const [name, now] of [['right', at] as const, ['wrong', later(at, seconds)] as const]) {
      const folderOfOne = join(folder, name)
      const own = { folder: folderOfOne, now: () => now }
      stations.push(await openStation({ key: 'a'.repeat(64), postgresUrl, schedule: false, ...own }))
    }
    const [right, wrong] = stations.map((station) => new Scheduler(station.services, jobs, kinds))
    schedulers.push(right!, wrong!)
    for (const scheduler of schedulers) {
      await scheduler.start()
      clearInterval((scheduler as unknown as { timer: NodeJS.Timeout }).timer)
    }
    return [right!, wrong!]
  }

  afterEach(async () => {
    await Promise.all(schedulers.splice(0).map((scheduler) => scheduler.stop()))
    for (const station of stations.splice(0)) await station.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('leaves it the job it runs, and what it has run until it is due again', async () => {
    let finish = (): void => undefined
    let starts = 0
    const job: Job = {
      name: 'test.half',
      everySeconds: 60,
      run: () => new Promise<void>((resolve) => ((starts += 1), (finish = resolve))),
    }
    const [right, wrong] = await openBoth([job])
    const first = right.tick()
    await expect.poll(() => starts).toBe(1)
    await wrong.tick()
    expect(starts).toBe(1)
    finish()
    await first
    await wrong.tick()
    await right.tick()
    expect(starts).toBe(1)
  })

  it('leaves it the task it runs', async () => {
    let finish = (): void => undefined
    let starts = 0
    const kind: TaskKind = {
      name: 'test.half',
      payload: z.object({}),
      run: () => new Promise<void>((resolve) => ((starts += 1), (finish = resolve))),
    }
    const [right, wrong] = await openBoth([], [kind])
    const { services } = stations[0]!
    await services.database.write((tx) => addTask(services, tx, kind, { id: 'one', payload: {} }))
    const first = right.tick()
    await expect.poll(() => starts).toBe(1)
    await wrong.tick()
    expect(starts).toBe(1)
    finish()
    await first
    await wrong.tick()
    expect(starts).toBe(1)
    expect(await services.database.read((reader) => readTask(reader, 'one'))).toMatchObject({ state: 'done', tries: 1 })
  })
})

it('outlives a database that does not answer', async () => {
  const house = await openTestStation('sqlite', { bare: true })
  const scheduler = new Scheduler(house.station.services, [{ name: 'test.none', everySeconds: 1, run: async () => {} }])
  await scheduler.start()
  await house.close()
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  await new Promise((resolve) => setTimeout(resolve, 1300))
  process.off('unhandledRejection', note)
  await scheduler.stop()
  expect(unhandled).toEqual([])
  expect(house.logged.some((line) => line.includes('scheduler.failed'))).toBe(true)
})
