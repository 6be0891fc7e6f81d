import { once } from 'node:events'
import { createServer } from 'node:net'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setUpSchema } from '../../shared/admin/schema.ts'
import { setUp as doSetUp } from '../../main/admin/set-up.ts'
import { refuseDamaged } from '../../main/database/copy-database.ts'
import { readStationKey } from '../../main/hosts/station-key.ts'
import { openStation } from '../../main/station.ts'
import { clientWith, type HintStream } from '../kit/seat-client.ts'
import { startStationProcess, bundleOf } from '../kit/station-process.ts'
import { askTls } from '../kit/tls.ts'

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gendan-command-'))
  await bundleOf('station')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const setUp = {
  language: 'zh-CN',
  companyName: '禾炊厨具',
  presetId: 'P32',
  warrantyMonths: 24,
  start: 'empty',
  administrator: { login: 'chief', name: '刘雪梅', password: 'password-1' },
}

it('ends with 0 within five seconds when told to stop, with open streams and a write in hand', async () => {
  const station = await startStationProcess(folder)
  const door = (request: Request) => fetch(request)
  const first = await clientWith('', '', door, station.url).mutate('admin.setUp', setUp)
  const { result } = (await first.json()) as { result: { data: { recoveryKey: string } } }
  expect(result.data.recoveryKey.replaceAll('-', '').toLowerCase()).toBe(
    readFileSync(join(folder, 'station.key'), 'utf8').trim(),
  )
  const seat = clientWith(first.headers.getSetCookie()[0]!.split(';')[0]!, '', door, station.url)
  const streams: HintStream[] = []
  for (let nth = 0; nth < 5; nth += 1) streams.push(await seat.listen())
  const inHand = Array.from({ length: 20 }, (_, nth) =>
    seat.mutate('admin.signIn', { login: `nobody-${nth}`, password: 'x' }).catch(() => null),
  )
  const { code, ms } = await station.stop()
  expect([code, ms < 5000]).toEqual([0, true])
  await Promise.all([...streams.map(({ ended }) => ended), ...inHand])
  expect(existsSync(join(folder, 'gendan.db-wal'))).toBe(false)
}, 30_000)

it('keeps its secrets to itself on the disk', () => {
  if (process.platform === 'win32') return
  expect(statSync(join(folder, 'station.key')).mode & 0o077).toBe(0)
  expect(statSync(join(folder, 'gendan.db')).size).toBeGreaterThan(0)
  expect(readFileSync(join(folder, 'gendan.db')).includes('禾炊厨具')).toBe(false)
  const logs = readdirSync(join(folder, 'logs'))
    .map((name) => readFileSync(join(folder, 'logs', name), 'utf8'))
    .join('')
  expect(logs).toContain('station.open')
  expect(logs).not.toContain(readFileSync(join(folder, 'station.key'), 'utf8').trim())
})

it('says in one line why it does not start, and changes nothing', async () => {
  const bytes = readFileSync(join(folder, 'gendan.db'))
  const key = join(folder, 'station.key')
  copyFileSync(key, join(folder, 'kept.key'))
  writeFileSync(key, `${'ab'.repeat(32)}\n`)
  const wrong = await startStationProcess(folder).catch((error: Error) => error.message)
  expect(wrong).toMatch(/ended before it was ready: the key does not open this database[^\n]*\n$/)
  rmSync(key)
  expect(await startStationProcess(folder).catch((error: Error) => error.message)).toMatch(
    /station\.key is missing[^\n]*\n$/,
  )
  copyFileSync(join(folder, 'kept.key'), key)
  expect(readFileSync(join(folder, 'gendan.db')).equals(bytes)).toBe(true)
  const running = await startStationProcess(folder)
  const { port } = new URL(running.url)
  const elsewhere = mkdtempSync(join(tmpdir(), 'gendan-port-'))
  expect(
    await startStationProcess(elsewhere, { args: ['--port', port] }).catch((error: Error) => error.message),
  ).toContain(`another program listens on port ${port}; give another`)
  expect(await startStationProcess(folder).catch((error: Error) => error.message)).toMatch(
    /a station is running on [^\n]*\n$/,
  )
  expect((await running.stop()).code).toBe(0)
}, 30_000)

it('is at the same address after a restart, and says so when another program sits there', async () => {
  const home = mkdtempSync(join(tmpdir(), 'gendan-steady-'))
  const first = await startStationProcess(home)
  await first.kill()
  const second = await startStationProcess(home)
  expect(second.url).toBe(first.url)
  await second.stop()
  const other = createServer().listen(Number(new URL(first.url).port), '127.0.0.1')
  await once(other, 'listening')
  const third = await startStationProcess(home)
  expect(third.url).not.toBe(first.url)
  await third.stop()
  other.close()
  await once(other, 'close')
  const fourth = await startStationProcess(home)
  expect(fourth.url).toBe(first.url)
  await fourth.stop()
}, 60_000)

it('backs an older folder up by itself, from the bundle as it ships', async () => {
  const older = mkdtempSync(join(tmpdir(), 'gendan-command-'))
  const { key } = readStationKey(older)
  const yesterday = new Date(Date.now() - 86_400_000).toISOString()
  const house = await openStation({ folder: older, key, now: () => yesterday, schedule: false })
  await doSetUp(house.services, setUpSchema.parse(setUp), 'test')
  await house.close()
  const station = await startStationProcess(older)
  const place = join(older, 'backups')
  const names = () => (existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.db')) : [])
  await expect.poll(names, { timeout: 10_000 }).toEqual([expect.stringMatching(/^gendan-\d{8}T\d{6}Z\.db$/)])
  refuseDamaged(join(place, names()[0]!), key)
  expect((await station.stop()).code).toBe(0)
  rmSync(older, { recursive: true })
}, 30_000)

it('listens for other computers when told to, and prints where and with which certificate, the same after a restart', async () => {
  const house = mkdtempSync(join(tmpdir(), 'gendan-command-'))
  const args = ['--lan', '127.0.0.1:0', '--lan-name', 'desk.firm.example', '--sample']
  const first = await startStationProcess(house, { args })
  expect(first.lan?.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
  expect(first.lan?.fingerprint).toMatch(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/)
  const page = await askTls(first.lan?.url ?? '', {
    headers: { host: `desk.firm.example:${first.lan?.url.split(':')[2]}` },
  })
  expect([200, 404]).toContain(page.status) // the pages may not be built here
  const { text } = await askTls(`${first.lan?.url}/api/admin.house`)
  expect(text).toContain('禾炊厨具')
  expect((await first.stop()).code).toBe(0)
  const second = await startStationProcess(house, { args })
  expect(second.lan?.fingerprint).toBe(first.lan?.fingerprint)
  await second.stop()
  for (const wrong of ['x', '70000', 'desk:7443', '127.0.0.1:'])
    await expect(startStationProcess(house, { args: ['--lan', wrong] })).rejects.toThrow(/usage/)
  rmSync(house, { recursive: true })
}, 60_000)
