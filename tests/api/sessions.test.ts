import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { later } from '../../main/scheduler/scheduler.ts'
import { clientWith, seatClient, type SeatClient } from '../kit/seat-client.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'

const minute = 60
const hour = 3600

async function nameOf(seat: SeatClient): Promise<string | null> {
  const answer = (await (await seat.query('admin.house')).json()) as {
    result: { data: { me: { name: string } | null } }
  }
  return answer.result.data.me?.name ?? null
}

describe.each(engines)('sessions on %s', (engine) => {
  let house: TestStation
  let start = ''

  beforeAll(async () => {
    house = await openTestStation(engine)
    start = house.clock.at
  })
  afterAll(() => house.close())

  it('are opened by the right password with a cookie no script reads and no other site sends', async () => {
    const nobody = clientWith('', '', (request) => house.station.handle(request))
    const wrong = await nobody.mutate('admin.signIn', { login: 'chief', password: 'password-2' })
    expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([400, []])
    const right = await nobody.mutate('admin.signIn', { login: 'chief', password: 'password-1' })
    const [cookie = ''] = right.headers.getSetCookie()
    expect(cookie).toMatch(/^gendan_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=50400$/)
    const seat = clientWith(cookie.split(';')[0]!, '', (request) => house.station.handle(request))
    expect(await nameOf(seat)).toBe('刘雪梅')
    const out = await seat.mutate('admin.signOut', undefined)
    expect(out.headers.getSetCookie()[0]).toMatch(/^gendan_session=; .*Max-Age=0/)
    expect(await nameOf(seat)).toBeNull()
  })

  it('of another member take no command of a page, and no file; a question, and who names nobody, they answer', async () => {
    const mine = await seatClient(house, 'operator', { name: '周敏' })
    const other = await seatClient(house, 'technician', { name: '陈晓' })
    const ask = (memberId: string, path: string, body = '{}') =>
      other.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(memberId && { 'x-gendan-member': memberId }) },
        body,
      })
    const refused = await ask(mine.memberId, '/api/intake.record')
    expect([refused.status, await refused.json()]).toMatchObject([
      401,
      { error: { data: { failure: { kind: 'signedOut', text: 'admin.failure.otherMember' } } } },
    ])
    const signOut = await ask(mine.memberId, '/api/admin.signOut', '')
    expect([signOut.status, signOut.headers.getSetCookie()]).toEqual([401, []])
    expect((await ask(mine.memberId, '/files?name=a')).status).toBe(401)
    expect((await ask(other.memberId, '/api/intake.record')).status).toBe(403)
    expect((await ask('', '/api/intake.record')).status).toBe(403)
    const asked = await other.ask('/api/admin.colleagues', { headers: { 'x-gendan-member': mine.memberId } })
    expect(asked.status).toBe(200)
    expect(await nameOf(other)).toBe('陈晓')
  })

  it('end when somebody signs in over them', async () => {
    const before = await seatClient(house, 'operator', { name: '周敏' })
    const [cookie = ''] = (
      await before.mutate('admin.signIn', { login: 'chief', password: 'password-1' })
    ).headers.getSetCookie()
    const after = clientWith(cookie.split(';')[0]!, '', (request) => house.station.handle(request))
    expect([await nameOf(before), await nameOf(after)]).toEqual([null, '刘雪梅'])
  })

  it('are not stored in the clear', async () => {
    const { cookie } = await seatClient(house, 'operator')
    const token = cookie.split('=')[1]!
    const rows = await house.station.services.database.read((reader) => reader.query('SELECT * FROM "admin_session"'))
    expect(JSON.stringify(rows)).not.toContain(token)
    const stolen = (rows as { tokenHash: string }[]).map((row) => row.tokenHash)
    for (const hash of stolen)
      expect(
        await nameOf(clientWith(`gendan_session=${hash}`, '', (request) => house.station.handle(request))),
      ).toBeNull()
  })

  it('end after two idle hours, not before, and go on while they are used', async () => {
    house.clock.at = start
    const seat = await seatClient(house, 'operator', { name: '周敏' })
    house.clock.at = later(start, 2 * hour - 1)
    expect(await nameOf(seat)).toBe('周敏')
    house.clock.at = later(start, 4 * hour - 2)
    expect(await nameOf(seat)).toBe('周敏')
    house.clock.at = later(start, 6 * hour - 2)
    expect(await nameOf(seat)).toBeNull()
    expect((await seat.query('admin.colleagues')).status).toBe(401)
  })

  it('end after fourteen hours whatever the use', async () => {
    house.clock.at = start
    const seat = await seatClient(house, 'operator', { name: '加班' })
    for (let at = 90 * minute; at < 14 * hour; at += 90 * minute) {
      house.clock.at = later(start, at)
      expect(await nameOf(seat)).toBe('加班')
    }
    house.clock.at = later(start, 14 * hour)
    expect(await nameOf(seat)).toBeNull()
    house.clock.at = start
  })

  it('end at once when the member is disabled, gets another role or another password', async () => {
    const administrator = await house.as('administrator')
    for (const change of [
      { status: 'disabled' as const },
      { role: 'dispatcher' as const },
      { password: 'password-9' },
    ]) {
      const seat = await seatClient(house, 'operator', { name: `人${Object.keys(change)[0]}` })
      expect(await nameOf(seat)).not.toBeNull()
      const row = (await administrator.admin.members()).find(({ id }) => id === seat.memberId)!
      await administrator.admin.saveMember({ ...row, ...change })
      expect(await nameOf(seat)).toBeNull()
    }
  })

  it.each([
    ['gendan_session='],
    ['gendan_session=%00'],
    [`gendan_session=${'x'.repeat(200)}`],
    [`gendan_session=' OR 1=1 --`],
    ['other=1; gendan_session=abc'],
  ])('are nobody with the cookie %s', async (cookie) => {
    const seat = clientWith(cookie, '', (request) => house.station.handle(request))
    expect(await nameOf(seat)).toBeNull()
  })

  it.each([
    ['no origin', undefined, 200],
    ['the desktop', 'app://seat', 200],
    ['its own pages', 'http://127.0.0.1', 200],
    ['another site', 'https://example.com', 403],
    ['another port of the same host', 'http://127.0.0.1:9999', 403],
    ['no site at all', 'null', 403],
    ['a name that only begins alike', 'app://seat.example.com', 403],
  ])('are asked for by %s: %s is %i', async (_, origin, status) => {
    const seat = await seatClient(house, 'operator')
    const headers: Record<string, string> = origin ? { origin } : {}
    expect((await seat.ask('/api/admin.house', { headers })).status).toBe(status)
    const stored = await seat.ask('/files?name=a.txt', { method: 'POST', body: 'a', headers })
    expect(stored.status).toBe(status)
  })
})
