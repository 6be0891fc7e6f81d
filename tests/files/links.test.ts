import { execFileSync } from 'node:child_process'
import { readdirSync, statSync, writeFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allFileBytes, memberFileBytes, quotaPassed, unlinkedHours } from '../../shared/admin/file-limits.ts'
import { roles } from '../../shared/admin/rights.ts'
import { FileHoldingEntity, FileLinkEntity, StoredFileEntity } from '../../main/files/entities.ts'
import { sealAll, sweep } from '../../main/files/jobs.ts'
import { keepFile } from '../../main/files/keep-file.ts'
import { dropLinks, linkFile } from '../../main/files/links.ts'
import { plainPlaceOf } from '../../main/database/sealed-file.ts'
import { later } from '../../main/scheduler/scheduler.ts'
import { seatClient } from '../kit/seat-client.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const never = new AbortController().signal

describe.each(engines)('what files belong to on %s', (engine) => {
  let house: TestStation

  beforeEach(async () => {
    house = await openTestStation(engine)
  })
  afterEach(() => house.close())

  const bring = async (text: string, use: string | null = null) => {
    const { memberId } = await house.seat('supervisor')
    const file = { content: Buffer.from(text), name: 'a.txt', mime: 'text/plain', memberId, use }
    return (await keepFile(house.station.services, file)).hash
  }
  const link = (hash: string, subjectId: string, use = 'import') => {
    const { services } = house.station
    return services.database.write((tx) =>
      linkFile(services, tx, { hash, use, subjectKind: 'tickets.ticket', subjectId }),
    )
  }
  const onDisk = () =>
    readdirSync(join(house.folder, 'files'), { recursive: true }).filter((name) =>
      statSync(join(house.folder, 'files', String(name))).isFile(),
    ).length

  it('keeps a file until its last link goes, then nothing of it', async () => {
    const { services } = house.station
    const hash = await bring('两张单的照片', 'import')
    for (const id of ['one', 'two', 'two']) await link(hash, id)
    expect(await dropLinks(services, { subjectKind: 'tickets.ticket', subjectId: 'one' })).toEqual([])
    expect((await services.files.get(hash))?.toString()).toBe('两张单的照片')
    expect(await dropLinks(services, { subjectKind: 'tickets.ticket', subjectId: 'two' })).toEqual([hash])
    expect([await services.files.get(hash), onDisk()]).toEqual([null, 0])
    expect(await services.database.read((reader) => reader.countBy(StoredFileEntity, {}))).toBe(0)
    const client = await seatClient(house, 'supervisor')
    expect((await client.ask(`/files/${hash}`)).status).toBe(404)
  })

  it('sweeps what nobody links after a time of grace, not what somebody brought again', async () => {
    const { services } = house.station
    const [linked, left, again] = [await bring('有主'), await bring('没人要'), await bring('又发一次')]
    await link(linked, 'one', 'evidence')
    house.clock.at = later(house.clock.at, (unlinkedHours - 1) * 3600)
    await bring('又发一次')
    await sweep(services, never)
    expect(onDisk()).toBe(3)
    house.clock.at = later(house.clock.at, 2 * 3600)
    await sweep(services, never)
    await sweep(services, never)
    const held = await Promise.all([linked, left, again].map((hash) => services.files.get(hash)))
    expect(held.map((bytes) => bytes?.toString() ?? null)).toEqual(['有主', null, '又发一次'])
  })

  it('lets go what one holds and keeps what another brought of the same content', async () => {
    const { services } = house.station
    const hash = await bring('同一份表', 'import')
    await link(hash, 'run')
    house.clock.at = later(house.clock.at, 30 * 86_400)
    const other = await seatClient(house, 'technician')
    await other.ask('/files?name=mine.txt', { method: 'POST', body: '同一份表' })
    house.clock.at = later(house.clock.at, 1)
    await sweep(services, never)
    const status = async (role: 'supervisor' | 'technician') =>
      (await (await seatClient(house, role)).ask(`/files/${hash}`)).status
    expect([await status('supervisor'), await status('technician')]).toEqual([403, 200])
    house.clock.at = later(house.clock.at, unlinkedHours * 3600)
    await sweep(services, never)
    expect([await status('technician'), onDisk()]).toEqual([404, 0])
  })

  it('lets the source of an import go after 30 days, and its report later', async () => {
    const { services } = house.station
    const [source, report] = [await bring('原表', 'import'), await bring('退回的行', 'importReport')]
    await link(source, 'run', 'import')
    await link(report, 'run', 'importReport')
    house.clock.at = later(house.clock.at, 30 * 86_400)
    await sweep(services, never)
    expect(onDisk()).toBe(2)
    house.clock.at = later(house.clock.at, 1)
    await sweep(services, never)
    expect([await services.files.get(source), (await services.files.get(report))?.toString()]).toEqual([
      null,
      '退回的行',
    ])
    house.clock.at = later(house.clock.at, 150 * 86_400)
    await sweep(services, never)
    expect(await services.database.read((reader) => reader.countBy(FileLinkEntity, {}))).toBe(0)
    expect(onDisk()).toBe(0)
  })

  it('links the source of a real import and its report', async () => {
    const head = await seatClient(house, 'supervisor')
    const text = '姓名,电话\r\n赵桂兰,13812345678\r\n没有号码的人,\r\n'
    const sent = await head.ask('/files?name=客户.csv&use=import', { method: 'POST', body: text })
    const { hash } = (await sent.json()) as { hash: string }
    const caller = await house.as('supervisor')
    const id = house.station.services.newId()
    await caller.customers.importStart({ id, hash, fileName: '客户.csv' })
    let progress = await caller.customers.importProgress({ id })
    while (progress.state === 'reading' || progress.state === 'writing') {
      await new Promise((resolve) => setTimeout(resolve, 20))
      progress = await caller.customers.importProgress({ id })
    }
    expect(progress).toMatchObject({ state: 'done', summary: { added: 1, rejected: 1 } })
    const links = await house.station.services.database.read((reader) => reader.find(FileLinkEntity))
    expect(links.map(({ hash: each, use, subjectId }) => [each, use, subjectId]).sort()).toEqual(
      [
        [hash, 'import', id],
        [progress.reportHash!, 'importReport', id],
      ].sort(),
    )
    // Neither the archive nor a name of it is found anywhere on the disk, backup included.
    await house.station.services.database.backUp(house.folder, house.clock.at, never)
    const found = (what: string) => {
      try {
        return execFileSync('grep', ['-rlaF', what, house.folder]).toString()
      } catch {
        return ''
      }
    }
    expect(onDisk()).toBe(2)
    if (engine === 'sqlite') expect(readdirSync(join(house.folder, 'backups', 'files'))).not.toEqual([])
    expect([found('13812345678'), found('赵桂兰'), found(hash)]).toEqual(['', '', ''])
  })

  it('seals what an older release left plain', async () => {
    const { services } = house.station
    const hash = await bring('旧站 13812345678')
    await services.files.remove(hash)
    const plain = plainPlaceOf(join(house.folder, 'files'), hash)
    mkdirSync(dirname(plain), { recursive: true })
    writeFileSync(plain, '旧站 13812345678')
    await sealAll(services, never)
    await sealAll(services, never)
    expect(() => execFileSync('grep', ['-rlaF', '13812345678', join(house.folder, 'files')])).toThrow()
    expect((await services.files.get(hash))?.toString()).toBe('旧站 13812345678')
  })

  it('refuses by name what passes a member’s share, and keeps nothing of it', async () => {
    const { services } = house.station
    const user = await seatClient(house, 'followupUser')
    const row = { name: 'big', mime: '', storedAt: house.clock.at, memberId: user.memberId, use: null }
    await services.database.write(async (tx) => {
      await tx.insert(StoredFileEntity, { ...row, hash: 'f'.repeat(64), size: memberFileBytes.followupUser - 10 })
      const key = { hash: 'f'.repeat(64), memberId: user.memberId }
      await tx.insert(FileHoldingEntity, { ...key, use: '', name: 'big', mime: '', heldAt: house.clock.at })
      await tx.insert(FileHoldingEntity, { ...key, use: 'import', name: 'big', mime: '', heldAt: house.clock.at })
    })
    const refused = await user.ask('/files?name=a', { method: 'POST', body: 'eleven bytes' })
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      failure: { kind: 'ruleBroken', text: 'admin.failure.filesFull.own', facts: { gigabytes: 0.25 } },
    })
    expect((await user.ask('/files?name=a', { method: 'POST', body: 'ten bytes.' })).status).toBe(200)
    const other = await seatClient(house, 'operator')
    expect((await other.ask('/files?name=a', { method: 'POST', body: 'eleven bytes' })).status).toBe(200)
  })
})

describe('what files may come to (house)', () => {
  it.each(roles)('holds a %s to a share and all to a whole', (role) => {
    const share = memberFileBytes[role]
    expect(quotaPassed(role, { own: 0, all: 0 }, share)).toBeNull()
    expect(quotaPassed(role, { own: 1, all: 1 }, share)).toMatchObject({ whose: 'own' })
    expect(quotaPassed(role, { own: 0, all: allFileBytes - 5 }, 5)).toBeNull()
    expect(quotaPassed(role, { own: 0, all: allFileBytes - 5 }, 6)).toMatchObject({ whose: 'all' })
  })
})
