import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renewAnchor, standingAnchor, writeAnchor } from '../../main/house/audit-anchor.ts'
import { audit, chainOf } from '../../main/house/audit.ts'
import { type AuditReport, headsIn, verifyAudit } from '../../main/house/verify-audit.ts'
import type { Services } from '../../main/api/context.ts'
import { openStation } from '../../main/station.ts'
import { engines, newPostgresDatabase, openTestStation, type TestStation } from '../kit/station.ts'

const subjectOf = (nth: number) => `ticket:${nth}`

describe.each(engines)('the audit chains on %s', (engine) => {
  let house: TestStation
  let services: Services

  beforeAll(async () => {
    house = await openTestStation(engine, { bare: true })
    services = house.station.services
    for (let nth = 0; nth < 40; nth += 1) await write(nth)
  })
  afterAll(() => house.close())

  const note = (action: string, nth: number) =>
    services.database.write((tx) => audit(services, tx, null, { action, subject: subjectOf(nth) }))
  const write = (nth: number) => note('test.write', nth)
  const walk = async () => verifyAudit(services, (await standingAnchor(services)) ?? undefined)
  const entryOf = async (action: string) => {
    const rows = await services.database.read((reader) =>
      reader.query(`SELECT "seq" FROM "admin_audit" WHERE "action" = '${action}' ORDER BY "seq"`),
    )
    return (rows as { seq: number | string }[]).map(({ seq }) => Number(seq))
  }

  /** What a walk finds after `statements`, which nobody keeps. */
  async function after(statements: readonly string[]): Promise<AuditReport['broken']> {
    const found: AuditReport[] = []
    const tampering = services.database.write(async (tx) => {
      for (const statement of statements) await tx.query(statement)
      found.push(await walk())
      throw new Error('undo')
    })
    await expect(tampering).rejects.toThrow('undo')
    return found[0]!.broken
  }

  it('lie in all eight', async () => {
    expect(new Set(Array.from({ length: 40 }, (_, nth) => chainOf(subjectOf(nth)))).size).toBe(8)
    const heads = await services.database.read(headsIn)
    expect([...heads].filter(([, { seq }]) => seq > 0).length).toBe(8)
    expect(await walk()).toMatchObject({ entries: 40, broken: null })
  })

  it('say the entry with which a write ends, not one that a failed write inside it left', async () => {
    await services.database.write(async (tx) => {
      const inner = services.database.write(async (nested) => {
        await audit(services, nested, null, { action: 'test.lost', subject: 'a' })
        throw new Error('no')
      })
      await inner.catch(() => undefined)
      await services.database.write((nested) =>
        audit(services, nested, null, { action: 'test.inner', subject: 'ticket:1' }),
      )
      await audit(services, tx, null, { action: 'test.outer', subject: 'ticket:1' })
    })
    expect(await entryOf('test.lost')).toEqual([])
    const [[inner], [outer]] = [await entryOf('test.inner'), await entryOf('test.outer')]
    expect(outer).toBe(inner! + 1)
    expect(await walk()).toMatchObject({ broken: null })
  })

  const last = '(SELECT max("seq") FROM "admin_audit")'
  /** Two entries, one after the other, of different chains. */
  const crosswise = (nth: number) => chainOf(subjectOf(nth)) !== chainOf(subjectOf(nth + 1))
  const nth = Array.from({ length: 30 }, (_, at) => at + 5).find(crosswise)!
  const copied = '"at", "memberId", "action", "subject", "details", "hash"'
  it.each([
    ['a changed entry', [`UPDATE "admin_audit" SET "details" = '{"a":1}' WHERE "seq" = 9`]],
    ['an entry of another subject', [`UPDATE "admin_audit" SET "subject" = 'ticket:2' WHERE "seq" = 9`]],
    ['a deleted entry', ['DELETE FROM "admin_audit" WHERE "seq" = 9']],
    [
      'an inserted entry',
      [`INSERT INTO "admin_audit" ("seq", ${copied}) SELECT 9999, ${copied} FROM "admin_audit" WHERE "seq" = 9`],
    ],
    ['an entry moved to the end', ['UPDATE "admin_audit" SET "seq" = 9999 WHERE "seq" = 9']],
    [
      'two entries swapped between chains',
      [
        `UPDATE "admin_audit" SET "seq" = -"seq" WHERE "seq" IN (${nth + 1}, ${nth + 2})`,
        `UPDATE "admin_audit" SET "seq" = ${2 * nth + 3} + "seq" WHERE "seq" < 0`,
      ],
    ],
    ['a cut end', [`DELETE FROM "admin_audit" WHERE "seq" = ${last}`]],
    ['a lost head', [`DELETE FROM "admin_audit_head" WHERE "name" = 'chain.3'`]],
  ])('do not hide %s', async (_, statements) => {
    expect(await after(statements)).not.toBeNull()
  })

  it('keep an anchor nobody can write without the key, and miss it when it is gone (SQLite)', async () => {
    await write(1)
    await writeAnchor(services)
    const path = join(house.folder, 'audit.anchor')
    const kept = readFileSync(path, 'utf8')
    writeFileSync(path, kept.replace(/"chain.1",(\d+)/, '"chain.1",1'))
    await expect(standingAnchor(services)).rejects.toThrow('was changed')
    await expect(writeAnchor(services)).rejects.toThrow('was changed')
    rmSync(path)
    if (engine === 'sqlite') {
      await expect(standingAnchor(services)).rejects.toThrow('is lost')
      await expect(writeAnchor(services)).rejects.toThrow('is lost')
      expect(existsSync(path)).toBe(false)
    }
    await renewAnchor(services)
    expect(await walk()).toMatchObject({ broken: null })
    expect(await entryOf('admin.renewAnchor')).toHaveLength(1)
  })

  it('let 100 writers of several subjects by, crosswise, and hold', async () => {
    const { database } = services
    const before = await walk()
    let tries = 0
    await Promise.all(
      Array.from({ length: 100 }, (_, nth) =>
        database.write(async (tx) => {
          tries += 1
          const subjects = [nth, nth + 3, nth + 11].map((each) => subjectOf((each * 7919) % 16))
          for (const subject of nth % 2 ? subjects : subjects.reverse())
            await audit(services, tx, null, { action: 'test.crosswise', subject })
        }),
      ),
    )
    expect(tries).toBe(100) // a deadlock would have run one again
    expect(await walk()).toMatchObject({ entries: before.entries + 300, broken: null })
  }, 60_000)

  it('do not hide a cut whose head was set back, however long the station goes on', async () => {
    await write(39)
    await write(39)
    await writeAnchor(services)
    const chain = chainOf(subjectOf(39))
    const [older, newest] = (await entryOf('test.write')).slice(-2)
    expect((await services.database.read(headsIn)).get(chain)!.seq).toBe(newest)
    await services.database.write(async (tx) => {
      await tx.query(
        `UPDATE "admin_audit_head" SET "seq" = ${older}, "hash" = (SELECT "hash" FROM "admin_audit" WHERE "seq" = ${older}) WHERE "name" = '${chain}'`,
      )
      await tx.query(`DELETE FROM "admin_audit" WHERE "seq" = ${newest}`)
    })
    for (let more = 0; more < 10; more += 1) await write(39)
    expect(await verifyAudit(services)).toMatchObject({ broken: null }) // by itself it cannot be told
    await expect(writeAnchor(services)).rejects.toThrow('older than audit.anchor')
    expect(await walk()).toMatchObject({ broken: { seq: newest, why: 'rolledBack' } })
  })
})

it('refuse a second station with another key, in words, and let one with the same key in (PostgreSQL)', async () => {
  const postgresUrl = await newPostgresDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'gendan-test-'))
  const open = (name: string, key: string) =>
    openStation({ folder: join(folder, name), key: key.repeat(64), postgresUrl, schedule: false })
  try {
    const first = await open('first', 'a')
    await first.services.database.write((tx) => audit(first.services, tx, null, { action: 'test.a', subject: 'a' }))
    await expect(open('second', 'b')).rejects.toThrow('another station.key')
    const third = await open('third', 'a')
    expect(await verifyAudit(third.services)).toMatchObject({ entries: 1, broken: null })
    // A database from before there was the check.
    await first.services.database.write((tx) => tx.query(`DELETE FROM "admin_setting" WHERE "name" = 'stationKey'`))
    await expect(open('fourth', 'b')).rejects.toThrow('another station.key')
    await third.close()
    await (await open('fifth', 'a')).close()
    await first.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
