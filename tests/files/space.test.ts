import type { BigIntStatsFs, StatsFs } from 'node:fs'
import system from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { watchSpace } from '../../main/files/space.ts'
import { hasRoomFor, spaceState } from '../../shared/kit/space.ts'
import { refusal } from '../kit/refusal.ts'
import { listeners, seatClient } from '../kit/seat-client.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'
import { openCase } from '../tickets/desk.ts'

const megabyte = 1024 * 1024
const disk = { freeMegabytes: 50_000, sizeMegabytes: 100_000 }

describe('room on the disk (house figures)', () => {
  it.each([
    [50_000, 100_000, 'wide'],
    [200, 100_000, 'wide'],
    [199, 100_000, 'low'],
    [32, 100_000, 'low'],
    [31, 100_000, 'last'],
    [99, 1_000, 'low'], // a small disk: a tenth of it
    [100, 1_000, 'wide'],
    [63, 300, 'low'], // a tiny one: twice what is kept for calls
    [64, 300, 'wide'],
  ] as const)('%d of %d MB is %s', (free, size, state) =>
    expect(spaceState({ freeBytes: free * megabyte, sizeBytes: size * megabyte })).toBe(state),
  )

  it.each([
    [300, 268, true],
    [300, 269, false],
    [199, 1, false],
  ])('%d MB has room for %d: %s', (free, asked, has) =>
    expect(hasRoomFor({ freeBytes: free * megabyte, sizeBytes: 100_000 * megabyte }, asked * megabyte)).toBe(has),
  )
})

describe('a station whose disk runs low', () => {
  let house: TestStation
  beforeAll(async () => {
    // The station's module may have been loaded by an earlier file: what the system itself offers is replaced, not the import.
    vi.spyOn(system, 'statfs').mockImplementation(() =>
      Promise.resolve({ bavail: disk.freeMegabytes, blocks: disk.sizeMegabytes, bsize: megabyte } as StatsFs &
        BigIntStatsFs),
    )
    syncBuiltinESMExports()
    house = await openTestStation('sqlite')
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
    await house.close()
  })

  it('tells every seat at once, refuses what is large by name, takes calls, and says when there is room again', async () => {
    const seat = await seatClient(house, 'operator')
    const supervisor = await seatClient(house, 'supervisor')
    const stream = await seat.listen()
    // The stream says that it is open a moment before it hears.
    await expect.poll(() => listeners(house)).toBe(1)
    const upload = async (body: string) => {
      const headers = { 'content-length': String(Buffer.byteLength(body)) }
      const answer = await supervisor.ask('/files?name=a.csv&use=import', { method: 'POST', body, headers })
      return [answer.status, await answer.text()] as const
    }
    const [, brought] = await upload('客户名称,电话\n青禾路小学食堂,13812345678\n')
    const { hash } = JSON.parse(brought) as { hash: string }
    const head = await house.as('supervisor')
    const id = () => house.station.services.newId()
    const startImport = (of = hash) =>
      head.customers.importStart({ id: id(), hash: of, fileName: 'a.csv', kind: 'customers' })
    const backUp = async () => (await house.as('administrator')).admin.backUpNow()
    const askExport = () =>
      head.lists.askExport({
        ...{ id: id(), list: 'customers.list', name: 'a', wish: {}, columns: ['name'], language: 'zh-CN' },
        isWhole: false,
      })
    const told = () => stream.hints.filter(({ kind }) => kind === 'admin.space').length
    const state = async () => (await (await house.as('operator')).admin.space()).state
    await watchSpace(house.station.services)
    expect([await state(), told()]).toEqual(['wide', 0])

    disk.freeMegabytes = 150
    await watchSpace(house.station.services)
    await expect.poll(told).toBe(1)
    expect(stream.hints.find(({ kind }) => kind === 'admin.space')).toMatchObject({ urgent: true })
    expect(await state()).toBe('low')
    expect(await upload('姓名,电话')).toEqual([503, expect.stringContaining('admin.failure.spaceLow')])
    for (const refused of [() => startImport(), askExport, backUp])
      expect(await refusal(refused())).toMatchObject({ kind: 'busy', text: 'admin.failure.spaceLow' })
    await expect(openCase(house, {})).resolves.toBeDefined()

    // Wide again, on a small disk, and still no room for what an import writes of three megabytes.
    Object.assign(disk, { freeMegabytes: 64, sizeMegabytes: 300 })
    const [, large] = await upload('9'.repeat(3 * megabyte))
    expect(await refusal(startImport((JSON.parse(large) as { hash: string }).hash))).toMatchObject({
      text: 'admin.failure.spaceLow',
    })

    Object.assign(disk, { freeMegabytes: 50_000, sizeMegabytes: 100_000 })
    await watchSpace(house.station.services)
    await expect.poll(told).toBe(2)
    expect(await state()).toBe('wide')
    await stream.end()
  })
})
