import type { EventEmitter } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createForwarder } from '../../main/desktop/forward.ts'
import { findOffice, keepOffice, type Office } from '../../main/desktop/office-station.ts'
import type { SeenCertificate } from '../../main/desktop/pinned-client.ts'
import { createLink } from '../../main/desktop/station-link.ts'
import type { StationProcess } from '../../main/desktop/station-process.ts'
import { keepLan } from '../../main/hosts/keep-lan.ts'
import { type Lan, serveLan } from '../../main/hosts/lan.ts'
import { serveSteadily } from '../../main/hosts/steady-port.ts'
import type { HostLanState } from '../../shared/kit/host-bridge.ts'
import { clientWith, type SeatClient } from '../kit/seat-client.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'

let house: TestStation
let lan: Lan
let office: Office
const version = 'test'
const running: StationProcess[] = []
const logged: string[] = []

const listen = (port = 0) =>
  serveLan(house.station, { address: '127.0.0.1', port, folder: house.folder, stationKey: house.key })

beforeAll(async () => {
  house = await openTestStation('sqlite')
  lan = await listen()
  const found = await findOffice(lan.urls[0] ?? '', lan.fingerprint, version)
  if (found.is !== 'station') throw new Error(found.is)
  office = { url: lan.urls[0] ?? '', ...found.seen }
})
afterAll(async () => {
  await lan.close()
  await house.close()
})
afterEach(async () => {
  for (const station of running.splice(0)) await station.stop()
})

function sitAt(known: Office, renewed: (seen: SeenCertificate) => void = () => undefined): StationProcess {
  const station = keepOffice({ office: known, version, renewed, log: (_source, text) => logged.push(text) })
  running.push(station)
  return station
}

/** A page of a desktop that is a seat of the station: what it asks goes through the forwarder. */
function pageAt(station: StationProcess): SeatClient {
  const forward = createForwarder(station)
  const page = (request: Request) => {
    const headers = new Headers(request.headers)
    headers.set('origin', 'app://seat')
    return forward(new Request(request, { headers }))
  }
  return clientWith('', '', page, 'app://seat')
}

const signIn = (page: SeatClient) => page.mutate('admin.signIn', { login: 'chief', password: 'password-1' })

describe('a desktop that is a seat of the office', () => {
  it('signs in, asks, sends and fetches files and hears hints, with a session no page sees', async () => {
    const page = pageAt(sitAt(office))
    const entered = await signIn(page)
    expect([entered.status, entered.headers.get('set-cookie')]).toEqual([200, null])
    expect(await (await page.query('admin.house')).text()).toContain('"login":"chief"')
    const bytes = new Uint8Array(3 * 1024 * 1024).map((_, at) => (at * 31) % 251)
    const stored = (await (await page.ask('/files?name=a.bin', { method: 'POST', body: bytes })).json()) as {
      hash: string
    }
    const back = new Uint8Array(await (await page.ask(`/files/${stored.hash}`)).arrayBuffer())
    expect(Buffer.from(back).equals(Buffer.from(bytes))).toBe(true)
    const stream = await page.listen()
    house.station.services.changes.announce([{ kind: 'tickets.ticket', id: 'x' }])
    await expect.poll(() => stream.hints.map(({ id }) => id), { timeout: 1_000 }).toContain('x')
    await stream.end()
  })

  it('ends the stream at the station as soon as the page has gone', async () => {
    const page = pageAt(sitAt(office))
    await signIn(page)
    const heard = () => (Reflect.get(house.station.services.changes, 'bus') as EventEmitter).listenerCount('hints')
    await expect.poll(heard).toBe(0)
    const stream = await page.listen()
    expect(heard()).toBe(1)
    await stream.end()
    await expect.poll(heard).toBe(0)
  })

  it('sends nothing to another certificate, says which it saw, and goes on when the right one is back', async () => {
    const station = sitAt({ ...office, fingerprint: 'ab'.repeat(32), publicKey: 'cd'.repeat(32) })
    await expect
      .poll(() => station.state)
      .toMatchObject({
        is: 'gone',
        reason: 'desktop.office.changed',
        facts: { address: office.url, seen: lan.fingerprint.toUpperCase().match(/.{4}/g)?.join(' ') },
      })
    const before = house.logged.length
    expect((await signIn(pageAt(station))).status).toBe(503)
    expect(house.logged.length).toBe(before)

    const seat = sitAt(office)
    await expect.poll(() => seat.state.is).toBe('ready')
    const impostor = await openTestStation('sqlite')
    await lan.close()
    const place = { address: '127.0.0.1', port: lan.port }
    const other = await serveLan(impostor.station, { ...place, folder: impostor.folder, stationKey: impostor.key })
    await expect
      .poll(() => seat.state, { timeout: 12_000 })
      .toMatchObject({ is: 'gone', reason: 'desktop.office.changed' })
    expect((await signIn(pageAt(seat))).status).toBe(503)
    await other.close()
    await impostor.close()
    lan = await listen(lan.port)
    await expect.poll(() => seat.state.is, { timeout: 5_000 }).toBe('ready')
  }, 40_000)

  it('knows the station again after its certificate was renewed with the same key', async () => {
    const seat = sitAt({ ...office, fingerprint: '00'.repeat(32) })
    await expect.poll(() => seat.state.is).toBe('ready')
    const told: SeenCertificate[] = []
    const again = sitAt({ ...office, fingerprint: '00'.repeat(32) }, (seen) => told.push(seen))
    await expect.poll(() => again.state.is).toBe('ready')
    expect(told).toEqual([{ fingerprint: office.fingerprint, publicKey: office.publicKey }])
  })

  it('is told when the station goes away, answers 503 at once meanwhile, and goes on by itself', async () => {
    const station = sitAt(office)
    const page = pageAt(station)
    await signIn(page)
    const states: string[] = []
    station.onState(({ is }) => states.push(is))
    const stream = await page.listen()
    await lan.close()
    await stream.ended
    await expect
      .poll(() => station.state, { timeout: 12_000 })
      .toMatchObject({ is: 'gone', reason: 'desktop.office.away' })
    const answer = await page.query('admin.house')
    expect([answer.status, await answer.json()]).toEqual([503, { error: 'stationAway' }])
    lan = await listen(lan.port)
    await expect.poll(() => station.state.is, { timeout: 5_000 }).toBe('ready')
    expect(states).toEqual(['restarting', 'gone', 'ready'])
    expect(await (await page.query('admin.house')).text()).toContain('"login":"chief"')
  }, 30_000)

  it('does not speak with a station of another release', async () => {
    expect(await findOffice(office.url, office.fingerprint, '9.9.0')).toEqual({ is: 'otherVersion', version: 'test' })
    const station = keepOffice({ office, version: '9.9.0', renewed: () => undefined, log: () => undefined })
    running.push(station)
    await expect
      .poll(() => station.state)
      .toMatchObject({
        is: 'gone',
        reason: 'desktop.office.otherVersion',
        facts: { theirs: 'test', ours: '9.9.0' },
      })
  })

  it.each([
    ['another fingerprint', () => office.url, '12'.repeat(32), 'otherCertificate'],
    ['nobody there', () => 'https://127.0.0.1:9', '12'.repeat(32), 'away'],
  ])('finds %s', async (_, url, fingerprint, is) => {
    expect(await findOffice(url(), fingerprint, version)).toMatchObject({ is })
  })

  it('changes over to another station and back, and tells who follows', async () => {
    const first = sitAt(office)
    const link = createLink(first)
    const states: string[] = []
    link.onState(({ is }) => states.push(is))
    await expect.poll(() => link.state.is).toBe('ready')
    await link.use(() => sitAt({ ...office, publicKey: 'cd'.repeat(32) }))
    await expect.poll(() => link.state.is).toBe('gone')
    expect(await first.address(0)).toBeNull()
    await link.use(() => sitAt(office))
    await expect.poll(() => link.state.is).toBe('ready')
    expect(states).toEqual(['ready', 'starting', 'gone', 'starting', 'ready'])
  })
})

describe('the port on the loopback', () => {
  it('is chosen once and found again; taken, another serves', async () => {
    const first = await serveSteadily(house.station, { wanted: null, key: 'k' })
    const { port } = first.loopback
    expect([first.isSteady, port >= 20_000 && port < 30_000]).toEqual([true, true])
    const beside = await serveSteadily(house.station, { wanted: port, key: 'k' })
    expect([beside.isSteady, beside.loopback.port === port]).toEqual([false, false])
    await first.loopback.close()
    const again = await serveSteadily(house.station, { wanted: port, key: 'k' })
    expect([again.isSteady, again.loopback.port]).toEqual([true, port])
    await beside.loopback.close()
    await again.loopback.close()
  })
})

describe('opened to others at a wish', () => {
  it('opens, moves, says that a port is taken, opens as soon as it is free, and closes', async () => {
    const states: HostLanState[] = []
    const keeper = keepLan(house.station, {
      folder: house.folder,
      stationKey: house.key,
      tell: (state) => states.push(state),
    })
    keeper.want({ address: '127.0.0.1', port: 0 })
    await expect.poll(() => states.at(-1)).toMatchObject({ is: 'on', fingerprint: office.fingerprint })
    const thief = createServer().listen(0, '127.0.0.1')
    await expect.poll(() => thief.listening).toBe(true)
    const { port } = thief.address() as AddressInfo
    keeper.want({ address: '127.0.0.1', port })
    await expect.poll(() => states.at(-1)).toEqual({ is: 'failed', reason: 'desktop.lan.portTaken' })
    thief.close()
    await expect
      .poll(() => states.at(-1), { timeout: 15_000 })
      .toMatchObject({ is: 'on', urls: [`https://127.0.0.1:${port}`] })
    keeper.want({ address: '203.0.113.9', port })
    await expect.poll(() => states.at(-1)).toEqual({ is: 'failed', reason: 'desktop.lan.addressGone' })
    keeper.want(null)
    await expect.poll(() => states.at(-1)).toEqual({ is: 'off' })
    await keeper.close()
  }, 30_000)
})
