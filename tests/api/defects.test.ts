import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newIncident } from '../../main/api/defects.ts'
import { maskText, openLog } from '../../main/api/log.ts'
import { newId } from '../../main/new-id.ts'
import { clientWith, seatClient } from '../kit/seat-client.ts'
import { engines, openTestStation, type TestStation } from '../kit/station.ts'
import { repairCall } from '../tickets/desk.ts'

describe.each(engines)('defects on %s', (engine) => {
  let house: TestStation

  beforeAll(async () => {
    house = await openTestStation(engine)
  })
  afterAll(() => house.close())

  /** Breaks the register for one call, as a damaged database would. */
  async function withBrokenRegister<T>(work: () => Promise<T>): Promise<T> {
    const { database } = house.station.services
    const rename = (from: string, to: string) =>
      database.write((tx) => tx.query(`ALTER TABLE "intake_register" RENAME COLUMN "${from}" TO "${to}"`))
    await rename('symptom', 'broken')
    try {
      return await work()
    } finally {
      await rename('broken', 'symptom')
    }
  }

  it('show six letters and nothing of the inside, and are kept for the administrator', async () => {
    const seat = await seatClient(house, 'operator')
    const response = await withBrokenRegister(() => seat.mutate('intake.record', repairCall()))
    const text = await response.text()
    expect(response.status).toBe(500)
    const { error } = JSON.parse(text) as { error: { message: string; data: { incident: string; failure: null } } }
    expect(error.data.incident).toMatch(/^[A-HJ-NP-Z]{6}$/)
    expect(text).not.toMatch(/stack|sqlite|postgres|select|insert|intake_register|symptom|\.ts|node_modules|\/work/i)
    const kept = await (await house.as('administrator')).admin.incidents()
    expect(kept[0]).toMatchObject({
      id: error.data.incident,
      procedure: 'intake.record',
      memberId: seat.memberId,
      seen: false,
    })
    const line = house.logged.find((entry) => entry.includes(error.data.incident))
    expect(line).toContain('"level":"error"')
    expect(line).toContain(seat.memberId)
    expect(line).toContain('record-intake')
    expect((await seat.mutate('intake.record', repairCall({ phone: '13511112222' }))).status).toBe(200)
  })

  it('show six letters also where it could not be asked whose seat it is', async () => {
    const seat = await seatClient(house, 'operator')
    const { database } = house.station.services
    const rename = (from: string, to: string) =>
      database.write((tx) => tx.query(`ALTER TABLE "admin_session" RENAME COLUMN "${from}" TO "${to}"`))
    await rename('seenAt', 'broken')
    const response = await seat.query('admin.space')
    await rename('broken', 'seenAt')
    const { error } = (await response.json()) as { error: { data: { incident: string } } }
    expect([response.status, error.data.incident]).toEqual([500, expect.stringMatching(/^[A-HJ-NP-Z]{6}$/)])
    expect(house.logged.find((entry) => entry.includes(error.data.incident))).toContain('admin.space')
  })

  it('keep phones, names and addresses of a whole register out of the log, also when it fails', async () => {
    const seat = await seatClient(house, 'operator')
    const input = repairCall({
      customerName: '槐荫实验幼儿园',
      contactName: '欧阳娜娜',
      phone: '139 8765 4321',
      note: '钥匙在王师傅处',
    })
    const sent = [
      input,
      repairCall({ ...input, id: newId(), ticketId: newId(), newCustomerId: newId(), newProductId: newId() }),
    ]
    await seat.mutate('intake.record', sent[0])
    await seat.query('customers.callerCard', { number: '13987654321' })
    await seat.query('customers.search', { text: '欧阳娜娜', limit: 10 })
    await withBrokenRegister(() => seat.mutate('intake.record', sent[1]))
    await seat.mutate('admin.signIn', { login: '欧阳娜娜', password: 'Geheim-123' })
    await seat.ask('/hooks/call', { method: 'POST', body: '{"from":"13987654321"}' })
    const log = house.logged.join('')
    expect(log.length).toBeGreaterThan(0)
    for (const secret of [
      '13987654321',
      '139 8765 4321',
      '87654321',
      '欧阳',
      '槐荫',
      '幼儿园',
      '青禾路',
      '王师傅',
      'Geheim',
      seat.cookie.split('=')[1]!,
    ])
      expect(log).not.toContain(secret)
  })

  it.each([
    ['GET', '/api/nothing.here'],
    ['POST', '/api/intake.record'],
    ['GET', '/api/'],
    ['GET', '/api/intake.record'],
    ['DELETE', '/api/admin.house'],
    ['GET', '/api/customers.search?batch=1&input=%7B'],
    ['GET', '/api/customers.search?input=%'],
    ['GET', `/api/${'admin.trades,'.repeat(60)}admin.trades?batch=1&input=%7B%7D`],
    ['GET', '/files/..%2f..%2fstation.key'],
    ['GET', '/hooks/call'],
    ['POST', '/hooks/%E0%A4%A/call'],
    ['GET', '/%E0%A4%A'],
    ['PUT', '/anything'],
  ])('%s %s is refused without a defect', async (method, path) => {
    const seat = await seatClient(house, 'operator')
    const response = await seat.ask(path, { method, ...(method === 'POST' ? { body: '{"x":' } : {}) })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).not.toMatch(/stack|\.ts|node_modules/)
  })

  it('refuses an input nested without end', async () => {
    const seat = clientWith('', '', (request) => house.station.handle(request))
    const body = `{"login":${'['.repeat(100_000)}${']'.repeat(100_000)},"password":"x"}`
    const response = await seat.ask('/api/admin.signIn', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    })
    expect(response.status).toBe(400)
  })

  it('refuses a call larger than two megabytes before reading it whole', async () => {
    const seat = clientWith('', '', (request) => house.station.handle(request))
    let given = 0
    const body = new ReadableStream({
      pull: (controller) => {
        given += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    const response = await seat.ask('/api/admin.signIn', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit)
    expect(response.status).toBe(400)
    expect(given).toBeLessThan(4 * 1024 * 1024)
  })
})

describe('what a log line keeps', () => {
  it.each([
    ['caller 13812345678 rang', 'caller 138****5678 rang'],
    ['0531-8765 4321', '053****4321'],
    ['duplicate (赵桂兰) in customers', 'duplicate (…) in customers'],
    ['ticket 01a20055-5c9b-7aaa-8520-aae04eb6d1bb', 'ticket 01a20055-5c9b-7aaa-8520-aae04eb6d1bb'],
    ['due 2026-11-20T02:36:00.000Z', 'due 2026-11-20T02:36:00.000Z'],
    ['port 54321', 'port 54321'],
  ])('%s', (text, kept) => expect(maskText(text)).toBe(kept))

  it('names only the shape of personal facts, nothing of secrets, and lives when the disk is full', () => {
    const lines: string[] = []
    const log = openLog(
      (line) => void lines.push(line),
      () => '2026-11-20T00:00:00.000Z',
    )
    log.info('test', {
      name: '赵桂兰',
      password: 'x',
      customerId: newId(),
      deep: { phone: '13812345678', apiKey: 'k' },
    })
    expect(JSON.parse(lines[0]!)).toMatchObject({
      name: '赵…(3)',
      password: '…',
      deep: { phone: '1…(11)', apiKey: '…' },
    })
    const full = openLog(
      () => {
        throw new Error('ENOSPC')
      },
      () => '2026-11-20T00:00:00.000Z',
    )
    expect(() => full.error('test')).not.toThrow()
  })

  it('gives letters that are easily read out', () => {
    for (let nth = 0; nth < 200; nth += 1) expect(newIncident()).toMatch(/^[A-HJ-NP-Z]{6}$/)
  })
})
