import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { SettingEntity } from '../../main/house/entities.ts'
import { backUp } from '../../main/admin/back-up.ts'
import { listBackups } from '../../main/database/backup.ts'
import { copyDatabase, refuseDamaged } from '../../main/database/copy-database.ts'
import { Database } from '../../main/database/database.ts'
import { entities } from '../../main/registry.ts'
import { later } from '../../main/scheduler/scheduler.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'

const never = new AbortController().signal
let house: TestStation | null = null
afterEach(async () => {
  await house?.close()
  house = null
})

const backupsIn = (folder: string) => {
  const place = join(folder, 'backups')
  return existsSync(place)
    ? readdirSync(place)
        .filter((name) => name.endsWith('.db') || name.includes('draft'))
        .sort()
    : []
}

it('writes a verified, encrypted backup a day that holds every row, and keeps the seven newest', async () => {
  house = await openTestStation('sqlite')
  const { station, folder, key, clock } = house
  await backUp(station.services, never)
  expect(backupsIn(folder)).toEqual([]) // a new station is first filled
  clock.at = later(clock.at, 60)
  await backUp(station.services, never)
  await backUp(station.services, never)
  expect(backupsIn(folder)).toEqual(['gendan-20261120T023700Z.db'])
  for (let day = 1; day <= 8; day += 1) {
    clock.at = later(clock.at, 24 * 3600)
    await station.services.database.write((tx) =>
      tx.insert(SettingEntity, { name: `day:${day}`, value: day, changedAt: clock.at, changedBy: null }),
    )
    await backUp(station.services, never)
  }
  const names = backupsIn(folder)
  expect(names).toEqual([22, 23, 24, 25, 26, 27, 28].map((day) => `gendan-202611${day}T023700Z.db`))
  const newest = join(folder, 'backups', names.at(-1)!)
  expect(readFileSync(newest).includes('SQLite format 3')).toBe(false)
  const copy = await Database.open({ engine: 'sqlite', path: newest, key }, entities)
  expect(await copy.read((reader) => reader.findOneBy(SettingEntity, { name: 'day:8' }))).toMatchObject({ value: 8 })
  await copy.close()
  expect(house.logged.filter((line) => line.includes('backup.written'))).toHaveLength(9)
})

it('clears away what a killed backup left half written', async () => {
  house = await openTestStation('sqlite')
  const { station, folder } = house
  mkdirSync(join(folder, 'backups'))
  for (const name of ['gendan-20261101T010000Z.db.draft', 'gendan-20261101T010000Z.db.draft-journal'])
    writeFileSync(join(folder, 'backups', name), 'half')
  await station.services.database.backUp(folder, '2026-11-20T18:00:00.000Z', never)
  expect(backupsIn(folder)).toEqual(['gendan-20261120T180000Z.db'])
})

it('lets many backups of one day push out none of the days before', async () => {
  house = await openTestStation('sqlite')
  const { station, folder } = house
  const named = (time: string) => writeFileSync(join(folder, 'backups', `gendan-202701${time}0000Z.db`), '')
  mkdirSync(join(folder, 'backups'))
  for (let day = 10; day <= 17; day += 1) named(`${day}T01`)
  for (let hour = 10; hour <= 17; hour += 1) named(`17T${hour}`)
  await station.services.database.backUp(folder, '2027-01-17T18:00:00.000Z', never)
  expect(backupsIn(folder)).toEqual([
    ...[11, 12, 13, 14, 15, 16].map((day) => `gendan-202701${day}T010000Z.db`),
    'gendan-20270117T170000Z.db',
    'gendan-20270117T180000Z.db',
  ])
})

it('knows the last made as the newest although the clock was wrong once', async () => {
  house = await openTestStation('sqlite')
  const { station, folder } = house
  const make = (at: string) => station.services.database.backUp(folder, at, never)
  for (const at of ['2026-11-20T03:00:00.000Z', '2031-01-01T00:00:00.000Z', '2026-11-20T04:00:00.000Z']) await make(at)
  const listed = await listBackups(folder)
  expect(listed.map(({ at }) => at.slice(0, 13))).toEqual(['2026-11-20T04', '2031-01-01T00', '2026-11-20T03'])
  for (let day = 21; day <= 28; day += 1) await make(`2026-11-${day}T04:00:00.000Z`)
  expect(backupsIn(folder)).not.toContain('gendan-20310101T000000Z.db')
})

it('answers and writes while the backup is being made', async () => {
  house = await openTestStation('sqlite')
  const { station, folder } = house
  const { database } = station.services
  for (let nth = 0; nth < 5; nth += 1)
    await database.write((tx) =>
      tx.query('INSERT INTO "admin_setting" ("name", "value", "changedAt") VALUES (?, ?, ?)', [
        `bulk:${nth}`,
        JSON.stringify('x'.repeat(4_000_000)),
        '2026-11-20T00:00:00.000Z',
      ]),
    )
  let isDone = false
  const backup = database.backUp(folder, '2026-11-20T05:00:00.000Z', never).finally(() => (isDone = true))
  const meanwhile: boolean[] = []
  for (let nth = 0; nth < 10; nth += 1) {
    await database.write((tx) => tx.query(`UPDATE "admin_setting" SET "changedBy" = ? WHERE "name" = 'company'`, [nth]))
    await database.read((reader) => reader.existsBy(SettingEntity, { name: 'company' }))
    meanwhile.push(isDone)
  }
  expect(meanwhile).toEqual(Array(10).fill(false))
  expect((await backup)?.bytes).toBeGreaterThan(18_000_000)
})

it('fails, keeps the older backups and leaves no draft when the database is damaged', async () => {
  house = await openTestStation('sqlite')
  const { station, folder, key, clock } = house
  await station.services.database.backUp(folder, clock.at, never)
  const [good = ''] = backupsIn(folder)
  const damaged = join(folder, 'damaged.db')
  const bytes = readFileSync(join(folder, 'backups', good))
  bytes.fill(7, 4096 * 9, 4096 * 11)
  writeFileSync(damaged, bytes)
  expect(() => copyDatabase({ path: damaged, key, into: join(folder, 'backups', 'copy.db') })).toThrow()
  expect(() => refuseDamaged(damaged, key)).toThrow()
  expect(backupsIn(folder)).toEqual([good])
})

it('gives up at once when the station stops', async () => {
  house = await openTestStation('sqlite')
  const stop = new AbortController()
  const backup = house.station.services.database.backUp(house.folder, house.clock.at, stop.signal)
  await new Promise((resolve) => setTimeout(resolve, 5))
  stop.abort()
  expect(await backup).toBeNull()
})

it('leaves PostgreSQL to its own server and says so', async () => {
  house = await openTestStation('postgres')
  house.clock.at = later(house.clock.at, 48 * 3600)
  await backUp(house.station.services, never)
  expect(backupsIn(house.folder)).toEqual([])
  expect(house.logged.some((line) => line.includes('backup.skipped'))).toBe(true)
})
