import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { features } from '../../main/registry.ts'
import { later } from '../../main/scheduler/scheduler.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'
import { refusal } from '../kit/refusal.ts'

const never = new AbortController().signal
let house: TestStation
afterEach(() => house.close())

const backups = () => readdirSync(join(house.folder, 'backups')).filter((name) => name.endsWith('.db'))

it('has the first backup two minutes after the first run and the next a day later', async () => {
  house = await openTestStation('sqlite', { bare: true })
  const job = features.flatMap(({ jobs }) => jobs ?? []).find(({ name }) => name === 'admin.backUp')!
  const pass = async (seconds: number) => {
    for (let nth = 0; nth < Math.floor(seconds / job.everySeconds); nth += 1) {
      house.clock.at = later(house.clock.at, job.everySeconds)
      await job.run(house.station.services, never)
      await job.run(house.station.services, never)
    }
  }
  await pass(600)
  expect(existsSync(join(house.folder, 'backups'))).toBe(false) // no company yet
  await house.nobody.admin.setUp({
    language: 'zh-CN',
    companyName: '禾炊厨具',
    presetId: 'P32',
    warrantyMonths: 24,
    start: 'empty',
    administrator: { login: 'chief', name: '刘雪梅', password: 'password-1' },
  })
  const admin = await house.as('administrator')
  expect(await admin.admin.backups()).toMatchObject({ by: 'station', newest: null })
  await pass(120)
  const at = house.clock.at
  expect(backups()).toHaveLength(1)
  expect(await admin.admin.backups()).toMatchObject({
    folder: join(house.folder, 'backups'),
    newest: { at, bytes: expect.any(Number) },
  })
  await pass(23 * 3600)
  expect(backups()).toHaveLength(1)
  await pass(3600)
  expect(backups()).toHaveLength(2)
})

it('is made at once when the administrator asks, once for all who ask meanwhile, and is audited', async () => {
  house = await openTestStation('sqlite')
  const admin = await house.as('administrator')
  const [one, other] = await Promise.all([admin.admin.backUpNow(), admin.admin.backUpNow()])
  expect(one).toEqual(other)
  expect(one).toMatchObject({ newest: { at: '2026-11-20T02:36:00.000Z' } })
  expect(backups()).toHaveLength(1)
  const entries = await admin.admin.audit({ subject: 'station' }).then(({ rows }) => rows)
  expect(entries.map(({ action }) => action)).toEqual(['admin.backUp', 'admin.backUp'])
  const operator = await house.as('operator')
  expect(await refusal(operator.admin.backUpNow())).toMatchObject({ kind: 'notAllowed' })
})

it('says by name that it failed, and works again afterwards', async () => {
  house = await openTestStation('sqlite')
  const admin = await house.as('administrator')
  const place = join(house.folder, 'backups')
  writeFileSync(place, 'a file where the folder should be')
  expect(await refusal(admin.admin.backUpNow())).toMatchObject({
    kind: 'ruleBroken',
    text: 'admin.failure.backupFailed',
  })
  expect(house.logged.join('')).toContain('backup.failed')
  rmSync(place)
  mkdirSync(place)
  expect(await admin.admin.backUpNow()).toMatchObject({ newest: { bytes: expect.any(Number) } })
})

it('is given up when the station closes', async () => {
  house = await openTestStation('sqlite')
  const admin = await house.as('administrator')
  const asked = refusal(admin.admin.backUpNow())
  await new Promise((resolve) => setTimeout(resolve, 5))
  await house.station.services.database.close()
  expect(await asked).toMatchObject({ kind: 'busy', text: 'admin.failure.backupGivenUp' })
  house.station.close = () => Promise.resolve()
})

it('is left to the server on PostgreSQL', async () => {
  house = await openTestStation('postgres')
  const admin = await house.as('administrator')
  expect(await admin.admin.backups()).toEqual({ by: 'server' })
  expect(await refusal(admin.admin.backUpNow())).toMatchObject({ text: 'admin.failure.backupByServer' })
})
