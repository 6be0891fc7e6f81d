import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TRPCError } from '@trpc/server'
import { verifyAudit } from '../../main/house/verify-audit.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const id = (nth: number) => `0193a000-0000-7000-8000-${String(nth).padStart(12, '0')}`

/** The failure a refused call answers with. */
async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (reason: TRPCError) => reason,
  )
  return error?.cause instanceof Failure ? error.cause.data : error
}

describe.each(engines)('accounts on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  it('does the first run once', async () => {
    const again = house.nobody.admin.setUp({
      language: 'en',
      companyName: 'Other',
      presetId: 'P21',
      warrantyMonths: null,
      start: 'empty',
      administrator: { login: 'other', name: 'Other', password: 'password-2' },
    })
    expect(await refusal(again)).toMatchObject({ kind: 'ruleBroken', text: 'admin.failure.alreadySetUp' })
    const door = await house.nobody.admin.house()
    expect(door).toMatchObject({
      needsSetUp: false,
      company: { name: '禾炊厨具', timeZone: 'Asia/Shanghai' },
      me: null,
    })
    expect(JSON.stringify(door)).not.toMatch(/\{seq|P32|4000008003/)
    const within = await (await house.as('administrator', '管理员')).admin.house()
    expect(within.company).toMatchObject({ presetId: 'P32' })
  })

  it('signs in with the right password only, whatever the case of the name', async () => {
    await expect(house.nobody.admin.signIn({ login: 'CHIEF', password: 'password-1' })).resolves.toBeUndefined()
    const wrong = await refusal(house.nobody.admin.signIn({ login: 'chief', password: 'password-2' }))
    const unknown = await refusal(house.nobody.admin.signIn({ login: 'nobody', password: 'password-2' }))
    expect(wrong).toEqual(unknown)
    expect(wrong).toMatchObject({ kind: 'invalid', field: 'password' })
  })

  it('adds, changes and disables members (R335, F46)', async () => {
    const admin = await house.as('administrator', '管理员')
    const added = await admin.admin.saveMember({
      id: id(1),
      login: 'zhoumin',
      name: '周敏',
      role: 'operator',
      password: 'password-3',
    })
    expect(added).toMatchObject({ login: 'zhoumin', version: 1, status: 'active' })
    expect(added).not.toHaveProperty('passwordHash')
    const taken = admin.admin.saveMember({
      id: id(2),
      login: 'ZhouMin',
      name: '周民',
      role: 'operator',
      password: 'password-3',
    })
    expect(await refusal(taken)).toMatchObject({ kind: 'invalid', field: 'login' })
    await admin.admin.saveMember({ ...added, status: 'disabled', extension: '801' })
    const stale = admin.admin.saveMember({ ...added, name: '周小敏', extension: '802' })
    expect(await refusal(stale)).toMatchObject({
      ...{ kind: 'changedByOther', text: 'admin.failure.changedByOther' },
      conflicts: [{ field: 'extension', theirs: '801', yours: '802', by: '管理员' }],
    })
    // What the other left alone goes through; what the other changed stays.
    expect(await admin.admin.saveMember({ ...added, name: '周小敏' })).toMatchObject({
      ...{ name: '周小敏', status: 'disabled', extension: '801', version: 3 },
    })
    expect(await refusal(house.nobody.admin.signIn({ login: 'zhoumin', password: 'password-3' }))).toMatchObject({
      kind: 'invalid',
    })
  })

  it('keeps the history of an account, takes a change back, and never leaves nobody to administer; no password is in it', async () => {
    const admin = await house.as('administrator', '管理员')
    const ref = { kind: 'admin.member', id: id(1) }
    await admin.admin.saveMember({
      ...{ id: id(1), login: 'zhoumin', name: '周小敏', role: 'dispatcher', version: 3, password: 'password-4' },
    })
    const { rows } = await admin.history.of(ref)
    const [step] = rows
    expect(step).toMatchObject({ doing: 'admin.changeMember', canUndo: true })
    expect(step!.lines.map(({ field }) => field)).toEqual(expect.arrayContaining(['role', 'status']))
    const kept = (await house.station.services.database.read((reader) =>
      reader.query(`SELECT "fields", "sealed" FROM "database_journal" WHERE "kind" = 'admin.member'`),
    )) as { fields: string }[]
    expect(JSON.stringify(kept)).not.toMatch(/passwordHash|argon2/)
    await admin.history.undo({ step: step!.step })
    const member = (await admin.admin.members()).find((row) => row.id === id(1))
    expect(member).toMatchObject({ role: 'operator', status: 'disabled' })
    const supervisor = await house.as('supervisor')
    expect(await refusal(supervisor.history.of(ref))).toMatchObject({ kind: 'notAllowed' })
  })

  it('names the field of a wrong input', async () => {
    const admin = await house.as('administrator', '管理员')
    const short = admin.admin.saveMember({ id: id(3), login: 'x1', name: '', role: 'operator', password: 'password-3' })
    expect(await refusal(short)).toMatchObject({ kind: 'invalid', field: 'name' })
  })

  it('keeps follow-up users from user management (R337)', async () => {
    const user = await house.as('followupUser')
    expect(await refusal(user.admin.members())).toMatchObject({ kind: 'notAllowed' })
    expect(await refusal(house.nobody.admin.members())).toMatchObject({ kind: 'signedOut' })
  })

  it('chains every audit entry to the one before', async () => {
    const report = await verifyAudit(house.station.services)
    expect(report).toMatchObject({ broken: null })
    expect(report.entries).toBeGreaterThan(3)
  })

  it.each([
    ['a changed entry', `UPDATE "admin_audit" SET "details" = '{"role":"administrator"}' WHERE "seq" = 2`],
    ['a deleted entry', 'DELETE FROM "admin_audit" WHERE "seq" = 2'],
    ['a cut end', 'DELETE FROM "admin_audit" WHERE "seq" = (SELECT max("seq") FROM "admin_audit")'],
    [
      'two swapped entries',
      'UPDATE "admin_audit" SET "seq" = CASE "seq" WHEN 2 THEN -3 WHEN 3 THEN -2 END WHERE "seq" IN (2, 3)',
    ],
  ])('finds %s', async (_, tampering) => {
    const { database } = house.station.services
    const undo = new Error('undo')
    const found = await database
      .write(async (tx) => {
        await tx.query(tampering)
        await tx.query('UPDATE "admin_audit" SET "seq" = -"seq" WHERE "seq" < 0')
        const report = await verifyAudit(house.station.services)
        throw Object.assign(undo, { report })
      })
      .catch((error: Error & { report?: Awaited<ReturnType<typeof verifyAudit>> }) => error.report)
    expect(found?.broken).not.toBeNull()
  })
})
