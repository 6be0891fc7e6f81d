import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MemberEntity } from '../../main/house/entities.ts'
import { hashPassword } from '../../main/admin/passwords.ts'
import { signIn } from '../../main/admin/sign-in.ts'
import { later } from '../../main/scheduler/scheduler.ts'
import { openStation } from '../../main/station.ts'
import { signInWait } from '../../shared/admin/rules.ts'
import type { Failure } from '../../shared/kit/failure.ts'
import { refusal } from '../kit/refusal.ts'
import { seatClient } from '../kit/seat-client.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

it.each([
  ['login', 1, 0],
  ['login', 4, 0],
  ['login', 5, 30],
  ['login', 6, 60],
  ['login', 10, 900], // a quarter of an hour is the longest
  ['login', 400, 900],
  ['address', 29, 0],
  ['address', 30, 30],
] as const)('the wait of a %s after %i wrong passwords is %i s', (of, failures, seconds) =>
  expect(signInWait(of, failures)).toBe(seconds),
)

/** What an operation called in process refuses with; null where it does not. */
const said = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: Failure) => error.data,
  )

describe.each(engines)('sign-in on %s', (engine) => {
  let house: TestStation

  beforeEach(async () => {
    house = await openTestStation(engine)
  })
  afterEach(() => house.close())

  const wait = (seconds: number) => (house.clock.at = later(house.clock.at, seconds))
  const guess = (login: string, password = 'not-the-password') =>
    refusal(house.nobody.admin.signIn({ login, password }))
  const from = (address: string, login: string, password = 'wrong') =>
    said(signIn(house.station.services, { login, password }, { device: 'test', address }))
  const actions = async () =>
    (await house.station.services.database.read((reader) =>
      reader.query('SELECT "action", "subject", "details" FROM "admin_audit" ORDER BY "seq"'),
    )) as { action: string; subject: string; details: string }[]

  it('keeps a guesser waiting longer and longer, says how long, and forgets after a quiet hour', async () => {
    for (let nth = 0; nth < 5; nth += 1) expect(await guess('chief')).toMatchObject({ kind: 'invalid' })
    expect(await guess('chief')).toMatchObject({ kind: 'busy', facts: { seconds: 30 } })
    // the right password has to wait as well, or the wait would tell which one is right
    expect(await guess('CHIEF', 'password-1')).toMatchObject({ kind: 'busy', facts: { seconds: 30 } })
    wait(29)
    expect(await guess('chief')).toMatchObject({ facts: { seconds: 1 } })
    wait(1)
    expect(await guess('chief')).toMatchObject({ kind: 'invalid' })
    expect(await guess('chief')).toMatchObject({ facts: { seconds: 60 } })
    wait(60)
    await guess('chief')
    expect(await guess('chief')).toMatchObject({ text: 'admin.failure.tooManyTries', facts: { minutes: 2 } })
    expect((await actions()).filter(({ action }) => action === 'admin.signInRefused')).toMatchObject([
      { details: '{"failures":5,"address":"test"}' },
      { details: '{"failures":6,"address":"test"}' },
      { details: '{"failures":7,"address":"test"}' },
    ])
    wait(3601)
    for (let nth = 0; nth < 4; nth += 1) expect(await guess('chief')).toMatchObject({ kind: 'invalid' })
    expect(await guess('chief', 'password-1')).toBeNull()
    expect(await guess('chief')).toMatchObject({ kind: 'invalid' })
  })

  const kind = (one: object | null) => (one && 'kind' in one ? one.kind : null)

  it('bounds many at once as well as one after the other', async () => {
    const said = await Promise.all(Array.from({ length: 12 }, () => guess('victim')))
    expect(said.filter((one) => kind(one) === 'invalid')).toHaveLength(5)
    expect(said.filter((one) => kind(one) === 'busy')).toHaveLength(7)
  })

  it('bounds an address that tries many names, and no other address', async () => {
    for (let nth = 0; nth < 30; nth += 1)
      expect(await from('10.0.0.9', `name-${nth}`)).toMatchObject({ kind: 'invalid' })
    expect(await from('10.0.0.9', 'chief', 'password-1')).toMatchObject({ kind: 'busy' })
    expect(await from('10.0.0.8', 'chief', 'password-1')).toBeNull()
  }, 60_000)

  it('keeps what it counted through a restart, and the job leaves no rows behind', async () => {
    for (let nth = 0; nth < 5; nth += 1) await guess('victim')
    const { database } = house.station.services
    const rows = () => database.read((reader) => reader.query('SELECT "who", "failures" FROM "admin_tries" ORDER BY 1'))
    expect(await rows()).toMatchObject([
      { who: 'address:test', failures: 5 },
      { who: 'login:victim', failures: 5 },
    ])
    wait(24 * 3600)
    await house.station.scheduler.start()
    await house.station.scheduler.tick()
    await house.station.scheduler.stop()
    expect(await rows()).toEqual([])
  })

  it('what a clock that stood ahead wrote keeps nobody waiting, and no session open, once it is put right', async () => {
    const right = house.clock.at
    wait(365 * 86_400)
    for (let nth = 0; nth < 6; nth += 1) await guess('chief')
    const seat = await seatClient(house, 'operator')
    house.clock.at = right
    expect(await guess('chief', 'password-1')).toBeNull()
    expect((await seat.query('intake.mine')).status).toBe(200)
    wait(2 * 3600)
    expect((await seat.query('intake.mine')).status).toBe(401)
  })

  it('lets the administrator let a member in at once, on record', async () => {
    const admin = await house.as('administrator', '管理员')
    const chief = (await admin.admin.members()).find(({ login }) => login === 'chief')!
    for (let nth = 0; nth < 5; nth += 1) await guess('chief')
    const waiting = (await admin.admin.members()).find(({ login }) => login === 'chief')!
    expect(waiting.waitsUntil).toBe(later(house.clock.at, 30))
    await admin.admin.letIn({ id: chief.id })
    expect(await guess('chief', 'password-1')).toBeNull()
    expect(
      (await actions()).some(({ action, subject }) => action === 'admin.letIn' && subject === `member:${chief.id}`),
    ).toBe(true)
    const operator = await house.as('operator')
    expect(await refusal(operator.admin.letIn({ id: chief.id }))).toMatchObject({ kind: 'notAllowed' })
  })

  it('changes a member’s own password: current asked, other sessions end, this one stays', async () => {
    const here = await seatClient(house, 'operator', { name: '周敏' })
    const there = await seatClient(house, 'operator', { name: '周敏' })
    await house.station.services.database.write(async (tx) =>
      tx.update(
        MemberEntity,
        { id: here.memberId },
        { passwordHash: await hashPassword(house.station.services, 'password-3') },
      ),
    )
    const change = async (current: string, next: string) =>
      (await (await here.mutate('admin.changePassword', { current, next })).json()) as {
        error?: { data: { failure: { kind: string; field: string } } }
      }
    expect((await change('password-4', 'password-5')).error?.data.failure).toMatchObject({ field: 'current' })
    expect((await change('password-3', 'password-3')).error?.data.failure).toMatchObject({ field: 'next' })
    expect((await change('password-3', 'short')).error?.data.failure).toMatchObject({ field: 'next' })
    expect((await change('password-3', 'password-5')).error).toBeUndefined()
    expect((await here.query('admin.colleagues')).status).toBe(200)
    expect((await there.query('admin.colleagues')).status).toBe(401)
    expect(await guess('operator.周敏', 'password-3')).toMatchObject({ field: 'password' })
    expect(await guess('operator.周敏', 'password-5')).toBeNull()
    expect((await actions()).some(({ action }) => action === 'admin.changePassword')).toBe(true)
  })

  it('bounds guesses at the current password of an open seat', async () => {
    const operator = await house.as('operator')
    await house.station.services.database.write(async (tx) =>
      tx.update(
        MemberEntity,
        { name: 'operator' },
        { passwordHash: await hashPassword(house.station.services, 'password-3') },
      ),
    )
    for (let nth = 0; nth < 5; nth += 1)
      await refusal(operator.admin.changePassword({ current: `guess-${nth}`, next: 'password-5' }))
    expect(await refusal(operator.admin.changePassword({ current: 'password-3', next: 'password-5' }))).toMatchObject({
      kind: 'busy',
    })
  })

  it('opens nothing but a new password to a member whose password somebody else set', async () => {
    const admin = await house.as('administrator', '管理员')
    const id = '0193a000-0000-7000-8000-000000000009'
    const member = { id, login: 'zhoumin', name: '周敏', role: 'operator' as const, password: 'password-3' }
    expect(await admin.admin.saveMember(member)).toMatchObject({ mustChangePassword: true })
    const answer = await house.station.handle(
      new Request('http://127.0.0.1/api/admin.signIn', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ login: 'zhoumin', password: 'password-3' }),
      }),
    )
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const ask = (path: string, body?: object) =>
      house.station.handle(
        new Request(`http://127.0.0.1${path}`, {
          headers: { cookie, 'content-type': 'application/json' },
          ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        }),
      )
    expect((await ask('/api/admin.colleagues')).status).toBe(403)
    expect((await ask('/files?name=x', {})).status).toBe(403)
    expect((await ask('/api/admin.changePassword', { current: 'password-3', next: 'password-9' })).status).toBe(200)
    expect((await ask('/api/admin.colleagues')).status).toBe(200)
    const own = await house.seat('administrator', '管理员')
    const mine = (await admin.admin.members()).find((row) => row.id === own.memberId)!
    expect(await admin.admin.saveMember({ ...mine, password: 'password-7' })).toMatchObject({
      mustChangePassword: false,
    })
  })

  it('refuses a company save that did not see the last one (R335), and says in the chain what changed', async () => {
    const admin = await house.as('administrator', '管理员')
    const { company } = await admin.admin.house()
    const { timeZone: _, ...seen } = company!
    const saved = await admin.admin.saveCompany({ ...seen, hotline: '4000009009' })
    expect(saved.version).toBe(seen.version + 1)
    expect(await refusal(admin.admin.saveCompany({ ...seen, branch: '青岛售后' }))).toMatchObject({
      kind: 'changedByOther',
      text: 'admin.failure.companyChanged',
    })
    const entry = (await actions()).findLast(({ action }) => action === 'admin.saveCompany')!
    expect(JSON.parse(entry.details)).toEqual({ changed: { hotline: ['4000008003', '4000009009'] } })
    const [one, other] = await Promise.all(
      ['一', '二'].map((branch) => refusal(admin.admin.saveCompany({ ...seen, version: saved.version, branch }))),
    )
    expect([one, other].filter((said) => said === null)).toHaveLength(1)
  })
})

it('counts tries across two stations of one PostgreSQL', async () => {
  const house = await openTestStation('postgres')
  const { services } = house.station
  const second = await openStation({
    folder: `${house.folder}-2`,
    key: house.key,
    postgresUrl: (services.database.source.options as { url: string }).url,
    now: () => house.clock.at,
    schedule: false,
  })
  const guess = (station: typeof second) =>
    said(signIn(station.services, { login: 'chief', password: 'wrong' }, { device: '', address: '10.0.0.9' }))
  for (let nth = 0; nth < 5; nth += 1) await guess(nth % 2 ? second : house.station)
  expect(await guess(second)).toMatchObject({ kind: 'busy' })
  expect(await guess(house.station)).toMatchObject({ kind: 'busy' })
  await second.close()
  await house.close()
})

it('hashes passwords with argon2id, 64 MiB, 3 passes, where nobody asks for less', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-cost-'))
  const station = await openStation({ folder, key: '11'.repeat(32), schedule: false })
  expect(await hashPassword(station.services, 'password-1')).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  await station.close()
  rmSync(folder, { recursive: true })
})
