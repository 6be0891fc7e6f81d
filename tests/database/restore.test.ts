import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SettingEntity } from '../../main/house/entities.ts'
import { noteRestore } from '../../main/house/note-restore.ts'
import { nextValue } from '../../main/house/next-number.ts'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { type FileKeys, fileKeysOf, placeOf } from '../../main/database/sealed-file.ts'
import { listBackups } from '../../main/database/backup.ts'
import { checkBackup, noteOf } from '../../main/database/check-backup.ts'
import { restoreBackup } from '../../main/database/restore.ts'
import { keepFile } from '../../main/files/keep-file.ts'
import { later } from '../../main/scheduler/scheduler.ts'
import { openStation, type Station } from '../../main/station.ts'
import { seatClient } from '../kit/seat-client.ts'
import { bundleOf } from '../kit/station-process.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'

const never = new AbortController().signal
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** A generator of the same figures for the same seed. */
function figures(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

type Harm = (path: string, next: (below: number) => number) => void

const flip = (path: string, next: (below: number) => number, times: number) => {
  const bytes = readFileSync(path)
  for (let nth = 0; nth < times; nth += 1) {
    const at = next(bytes.length)
    bytes[at] = bytes[at]! ^ (1 + next(255))
  }
  writeFileSync(path, bytes)
}
const zeroPages = (path: string, next: (below: number) => number, pages: number) => {
  const bytes = readFileSync(path)
  const first = next(bytes.length / 4096 - pages)
  bytes.fill(0, first * 4096, (first + pages) * 4096)
  writeFileSync(path, bytes)
}
const harms: [string, Harm][] = [
  ['one flipped byte', (path, next) => flip(path, next, 1)],
  ['a flipped byte of the first page', (path, next) => flip(path, (below) => next(Math.min(below, 4096)), 1)],
  ['twenty flipped bytes', (path, next) => flip(path, next, 20)],
  ['a zeroed page', (path, next) => zeroPages(path, next, 1)],
  ['five zeroed pages', (path, next) => zeroPages(path, next, 5)],
  ['a cut end', (path, next) => truncateSync(path, next(readFileSync(path).length))],
  ['a cut last byte', (path) => truncateSync(path, readFileSync(path).length - 1)],
  ['an appended byte', (path) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from([7])]))],
]
const seeds = [1, 2, 3, 4, 5, 6]

describe('a backup', () => {
  let house: TestStation
  let attachment: string
  let keys: FileKeys

  beforeEach(async () => {
    house = await openTestStation('sqlite')
    const { services } = house.station
    const picture = { content: randomBytes(70_000), name: '现场.jpg', mime: 'image/jpeg', memberId: null }
    attachment = (await keepFile(services, picture)).hash
    keys = fileKeysOf(house.key)
    await services.database.write((tx) =>
      tx.insert(SettingEntity, {
        name: 'kept',
        value: 'x'.repeat(200_000),
        changedAt: house.clock.at,
        changedBy: null,
      }),
    )
    await services.database.backUp(house.folder, house.clock.at, never)
  })
  afterEach(() => house.close().catch(() => undefined))

  const newest = async () => (await listBackups(house.folder))[0]!.path
  const check = async () => checkBackup(await newest(), house.key, house.folder)
  const reopen = () => openStation({ folder: house.folder, key: house.key, schedule: false, now: () => house.clock.at })

  it('that is whole is found whole, with its attachments copied once', async () => {
    expect(await check()).toMatchObject({ fault: null, files: [attachment], lostFiles: [] })
    house.clock.at = later(house.clock.at, 24 * 3600)
    await house.station.services.database.backUp(house.folder, house.clock.at, never)
    const kept = readdirSync(join(house.folder, 'backups', 'files'), { recursive: true, withFileTypes: true })
    expect(kept.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([
      basename(placeOf('', keys, attachment)),
    ])
    expect(checkBackup(await newest(), 'a'.repeat(64), house.folder)).toMatchObject({ fault: 'key' })
  })

  it.each(harms)('with %s is noticed wherever it fell, with its note and without', async (_name, harm) => {
    const path = await newest()
    const before = readFileSync(path)
    await house.station.close()
    for (const seed of seeds) {
      harm(path, figures(seed * 7919))
      expect(readFileSync(path).equals(before)).toBe(false)
      expect((await check()).fault).toBe('damaged')
      await expect(restoreBackup(house.folder, house.key, house.clock.at)).rejects.toMatchObject({ fault: 'none' })
      await expect(restoreBackup(house.folder, house.key, house.clock.at, path)).rejects.toMatchObject({
        fault: 'damaged',
      })
      expect(readdirSync(house.folder).filter((name) => name.startsWith('gendan-broken'))).toEqual([])
      writeFileSync(path, before)
    }
    expect((await check()).fault).toBeNull()
    house.close = async () => rmSync(house.folder, { recursive: true })
  })

  it('whose attachment is damaged on both sides is not called whole; named, it is put back and says what is lost', async () => {
    const beside = placeOf(join(house.folder, 'backups', 'files'), keys, attachment)
    const own = placeOf(join(house.folder, 'files'), keys, attachment)
    flip(beside, figures(3), 1)
    expect(await check()).toMatchObject({ fault: null }) // the station still has it
    flip(own, figures(4), 1)
    expect(await check()).toMatchObject({ fault: 'files', lostFiles: [attachment] })
    await house.station.close()
    await expect(restoreBackup(house.folder, house.key, house.clock.at)).rejects.toMatchObject({ fault: 'none' })
    const restored = await restoreBackup(house.folder, house.key, house.clock.at, await newest())
    expect(restored.lostFiles).toEqual([attachment])
    house.close = async () => rmSync(house.folder, { recursive: true })
  })

  it('gives back exactly what it held, attachments included, and keeps the broken database beside it', async () => {
    const path = await newest()
    const held = readFileSync(path)
    const picture = readFileSync(placeOf(join(house.folder, 'files'), keys, attachment))
    const client = await seatClient(house, 'administrator')
    await house.station.services.database.write((tx) =>
      tx.insert(SettingEntity, { name: 'after', value: 1, changedAt: house.clock.at, changedBy: null }),
    )
    await expect(restoreBackup(house.folder, house.key, house.clock.at)).rejects.toThrow('a station is running')
    await house.station.close()
    const database = join(house.folder, 'gendan.db')
    flip(database, figures(9), 400)
    const broken = readFileSync(database)
    flip(placeOf(join(house.folder, 'files'), keys, attachment), figures(5), 3)
    writeFileSync(join(house.folder, 'audit.anchor'), `{"seq":40,"hash":"${'0'.repeat(64)}"}\n`)

    const restored = await restoreBackup(house.folder, house.key, house.clock.at)
    expect(restored).toMatchObject({ from: path, files: 1, lostFiles: [] })
    expect(readFileSync(restored.keptAs!).equals(broken)).toBe(true)
    expect(restored.keptAs).toContain('gendan-broken-20261120T023600Z.db')
    expect(hashOf(readFileSync(database))).toBe(hashOf(held))
    expect(readFileSync(placeOf(join(house.folder, 'files'), keys, attachment)).equals(picture)).toBe(true)
    expect(existsSync(join(house.folder, 'audit.anchor'))).toBe(false)

    const station = await reopen()
    await noteRestore(station.services, restored)
    const names = await station.services.database.read((reader) => reader.find(SettingEntity))
    expect(names.map(({ name }) => name).sort()).toEqual(['company', 'kept'])
    expect(await verifyAudit(station.services)).toMatchObject({ broken: null })
    const [entry] = (await station.services.database.read((reader) =>
      reader.query('SELECT "details" FROM "admin_audit" WHERE "action" = ?', ['admin.restore']),
    )) as { details: string }[]
    expect(JSON.parse(entry!.details)).toMatchObject({ lostFiles: 0, chainBefore: 40 })
    // a session of the past opens nothing
    const answer = await station.handle(
      new Request('http://127.0.0.1/api/admin.colleagues', { headers: { cookie: client.cookie } }),
    )
    expect(answer.status).toBe(401)
    await station.close()
    house.close = async () => rmSync(house.folder, { recursive: true })
  })

  it.each([
    ['still answers, numbers go on behind the last one given', false, (given: number) => given],
    ['answers no more, a thousand are left out', true, (_given: number, held: number) => held + 1000],
  ])('never lets a number be given twice: where the broken database %s (R353)', async (_, isGone, expected) => {
    const name = 'tickets.ticket:2026'
    const count = async (station: Station) => {
      const { database } = station.services
      return database.write((tx) => nextValue(station.services, tx, name))
    }
    await count(house.station)
    const held = await count(house.station)
    house.clock.at = later(house.clock.at, 60)
    await house.station.services.database.backUp(house.folder, house.clock.at, never)
    let given = held
    for (let nth = 0; nth < 5; nth += 1) given = await count(house.station)
    await house.station.close()
    if (isGone) writeFileSync(join(house.folder, 'gendan.db'), 'nothing that could be read')
    const restored = await restoreBackup(house.folder, house.key, house.clock.at)
    const station = await reopen()
    await noteRestore(station.services, restored)
    expect(await count(station)).toBe(expected(given, held) + 1)
    await station.close()
    house.close = async () => rmSync(house.folder, { recursive: true })
  })

  it('is told from another key when the first page of the database is damaged', async () => {
    await house.station.close()
    const database = join(house.folder, 'gendan.db')
    const bytes = readFileSync(database)
    bytes.fill(9, 0, 4096)
    writeFileSync(database, bytes)
    await expect(reopen()).rejects.toMatchObject({ name: 'DamagedDatabase' })
    rmSync(join(house.folder, 'backups'), { recursive: true })
    await expect(reopen()).rejects.toMatchObject({ code: 'SQLITE_NOTADB' })
    house.close = async () => rmSync(house.folder, { recursive: true })
  })

  it('is refused when a newer release made it', async () => {
    const { database } = house.station.services
    await database.write((tx) =>
      tx.query(`INSERT INTO "migrations" ("timestamp", "name") VALUES (9999999999999, 'FromTheFuture9999999999999')`),
    )
    house.clock.at = later(house.clock.at, 3600)
    await database.backUp(house.folder, house.clock.at, never)
    expect((await check()).fault).toBe('newer')
    await house.station.close()
    const path = await newest()
    await expect(restoreBackup(house.folder, house.key, house.clock.at, path)).rejects.toMatchObject({ fault: 'newer' })
    expect(await restoreBackup(house.folder, house.key, house.clock.at)).toMatchObject({ files: 1 }) // the whole one before
    house.close = async () => rmSync(house.folder, { recursive: true })
  })

  it('from before there were notes is taken after its pages were read', async () => {
    const path = await newest()
    rmSync(noteOf(path))
    expect((await check()).fault).toBeNull()
    const bytes = readFileSync(path)
    bytes[4096 * 6 + 100]! ^= 1
    writeFileSync(path, bytes)
    expect((await check()).fault).toBe('damaged')
  })

  it('is listed and put back by the command', async () => {
    writeFileSync(join(house.folder, 'station.key'), `${house.key}\n`)
    const bundle = await bundleOf('restore')
    const command = (...words: string[]) => {
      const { GENDAN_POSTGRES: _p, GENDAN_KEY: _k, ...env } = process.env
      const done = spawnSync(process.execPath, [bundle, ...words], { encoding: 'utf8', env })
      return {
        status: done.status,
        last: JSON.parse(done.stdout.trim().split('\n').at(-1) || 'null'),
        error: done.stderr,
      }
    }
    expect(command('--data', house.folder)).toMatchObject({ status: 1, last: { restored: null } }) // a station runs
    await house.station.close()
    expect(command()).toMatchObject({ status: 2 })
    const path = await newest()
    expect(command('--data', house.folder, '--list')).toMatchObject({
      status: 0,
      last: { backups: [{ at: '2026-11-20T02:36:00.000Z', verified: true, files: 1, path }] },
    })
    writeFileSync(join(house.folder, 'gendan.db'), 'not a database any more')
    const done = command('--data', house.folder)
    expect(done).toMatchObject({ status: 0, last: { restored: path, files: 1, lostFiles: [] } })
    expect(readFileSync(done.last.keptAs, 'utf8')).toBe('not a database any more')
    const elsewhere = join(mkdtempSync(join(tmpdir(), 'gendan-stick-')), 'copy.db')
    copyFileSync(path, elsewhere)
    expect(command('--data', house.folder, '--from', elsewhere)).toMatchObject({
      status: 0,
      last: { restored: elsewhere },
    })
    house.close = async () => rmSync(house.folder, { recursive: true })
  }, 60_000)
})
