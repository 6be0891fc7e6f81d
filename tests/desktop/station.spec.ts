import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { copyDatabase } from '../../main/database/copy-database.ts'
import {
  closeAfterEach,
  lastNumber,
  newFolder,
  setUpCompany,
  startDesktop,
  stationState,
  test,
  untilReady,
} from './desktop.ts'

closeAfterEach()

const processOfStation = /ready on port \d+, process (\d+)/
const portOfStation = /ready on port (\d+)/

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Connections to a port that are open now, on Linux. */
function openConnections(port: number): number {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n')
  return lines.filter((line) => line.includes(`0100007F:${hex} 01 `)).length
}

test('the page reaches the station, and its session is no business of scripts', async () => {
  const desktop = await startDesktop()
  await untilReady(desktop)
  expect(await setUpCompany(desktop)).toMatch(/^([0-9A-F]{4}-){15}[0-9A-F]{4}$/)
  await desktop.page.reload()
  const seen = await desktop.page.evaluate(async () => {
    const answer = await fetch('/api/admin.house')
    const { result } = (await answer.json()) as { result: { data: { me: { login: string } | null } } }
    return { me: result.data.me?.login, cookies: document.cookie, headers: [...answer.headers.keys()] }
  })
  expect(seen).toMatchObject({ me: 'lin', cookies: '' })
  expect(seen.headers).not.toContain('set-cookie')
})

test('nobody else on this computer is answered', async () => {
  const desktop = await startDesktop()
  await untilReady(desktop)
  const port = lastNumber(desktop, portOfStation)
  expect((await fetch(`http://127.0.0.1:${port}/api/admin.house`)).status).toBe(403)
  const guessed = await fetch(`http://127.0.0.1:${port}/api/admin.house`, {
    headers: { 'x-gendan-key': 'a'.repeat(64) },
  })
  expect(guessed.status).toBe(403)
})

test('a body of 3 MB passes in both directions unchanged', async () => {
  const desktop = await startDesktop()
  await untilReady(desktop)
  await setUpCompany(desktop)
  const size = 3 * 1024 * 1024
  const body = new Uint8Array(size).map((_, at) => (at * 31) % 251)
  const seen = await desktop.page.evaluate(async (length) => {
    const bytes = new Uint8Array(length).map((_, at) => (at * 31) % 251)
    const stored = (await (await fetch('/files?name=a.bin', { method: 'POST', body: bytes })).json()) as {
      hash: string
    }
    const back = new Uint8Array(await (await fetch(`/files/${stored.hash}`)).arrayBuffer())
    return { hash: stored.hash, isSame: back.length === length && back.every((byte, at) => byte === bytes[at]) }
  }, size)
  expect(seen).toEqual({ hash: createHash('sha256').update(body).digest('hex'), isSame: true })
})

test('an event stream brings hints, and ends at the station when the page is loaded again', async () => {
  test.skip(process.platform !== 'linux', 'counts connections in /proc')
  const desktop = await startDesktop()
  await untilReady(desktop)
  await setUpCompany(desktop)
  const port = lastNumber(desktop, portOfStation)
  const listen = () =>
    desktop.page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const source = new EventSource('/api/admin.changes')
          source.addEventListener('connected', () => resolve('connected'))
          source.onmessage = () => resolve('connected')
          source.onerror = () => reject(new Error('the stream broke'))
        }),
    )
  expect(await listen()).toBe('connected')
  for (let round = 0; round < 8; round++) {
    await desktop.page.reload()
    await listen()
  }
  await desktop.page.goto('app://seat/index.html#/nowhere')
  await desktop.page.reload()
  await expect.poll(() => openConnections(port)).toBeLessThanOrEqual(6) // nine streams, and what the page itself keeps
})

test('a station that dies is seen, started again, and the session goes on', async () => {
  const desktop = await startDesktop()
  await untilReady(desktop)
  await setUpCompany(desktop)
  await desktop.page.evaluate(() => {
    const states: string[] = []
    Object.assign(window, { states })
    window.gendanHost?.onStationState((state) => states.push(state.is))
  })
  for (const round of [1, 2]) {
    const pid = lastNumber(desktop, processOfStation)
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => lastNumber(desktop, processOfStation), { timeout: 20_000 }).not.toBe(pid)
    const states = await desktop.page.evaluate(() => (window as unknown as { states: string[] }).states)
    expect(states.slice(-2), `round ${round}`).toEqual(['restarting', 'ready'])
  }
  const status = await desktop.page.evaluate(async () => (await fetch('/api/admin.members')).status)
  expect(status).toBe(200)
})

test('while no station starts, the state says gone with an incident, and calls are answered 503', async () => {
  const desktop = await startDesktop({ env: { GENDAN_NODE: '/nowhere/node' } })
  await expect
    .poll(() => desktop.page.evaluate(stationState))
    .toMatchObject({
      is: 'gone',
      incident: expect.stringMatching(/^[A-Z]{6}$/) as unknown,
      reason: 'desktop.station.didNotStart',
    })
  const answer = await desktop.page.evaluate(async () => {
    const { status, json } = await fetch('/api/admin.house').then(async (got) => ({
      status: got.status,
      json: (await got.json()) as unknown,
    }))
    return { status, json }
  })
  expect(answer).toEqual({ status: 503, json: { error: 'stationAway' } })
})

test('a lost key is said, never replaced; the recovery key from paper opens the data again', async () => {
  const folder = newFolder()
  const first = await startDesktop({ folder, args: ['--password-store=basic'] })
  await untilReady(first)
  const recoveryKey = await setUpCompany(first)
  await first.app.close()
  const keyFile = join(folder, 'station.key.enc')
  expect(statSync(keyFile).mode & 0o077).toBe(0)
  writeFileSync(keyFile, 'system AAAA\n')

  const second = await startDesktop({ folder, args: ['--password-store=basic'] })
  await expect
    .poll(() => second.page.evaluate(stationState))
    .toMatchObject({ is: 'gone', reason: 'desktop.station.keyLost' })
  expect(readFileSync(keyFile, 'utf8')).toBe('system AAAA\n')
  const take = (key: string) => second.page.evaluate((typed) => window.gendanHost?.useRecoveryKey(typed), key)
  expect(await take('not a key')).toBe(false)
  expect(await take('0'.repeat(64))).toBe(false) // a key, but not of this database: it replaces nothing
  expect(readFileSync(keyFile, 'utf8')).toBe('system AAAA\n')
  await expect
    .poll(() => second.page.evaluate(stationState))
    .toMatchObject({ is: 'gone', reason: 'desktop.station.keyLost' })
  expect(await take(recoveryKey ?? '')).toBe(true)
  await untilReady(second)
  const house = await second.page.evaluate(async () => (await fetch('/api/admin.house')).text())
  expect(house).toContain('禾炊厨具')
})

test('a damaged database is said by name, and the window puts the newest whole backup back', async () => {
  const folder = newFolder()
  const key = 'c0ffee'.repeat(10) + 'c0de'
  const first = await startDesktop({ folder, env: { GENDAN_KEY: key } })
  await untilReady(first)
  await setUpCompany(first)
  await first.app.close()
  const station = join(folder, 'station')
  const database = join(station, 'gendan.db')
  mkdirSync(join(station, 'backups'))
  copyDatabase({ path: database, key, into: join(station, 'backups', 'gendan-20261120T023600Z.db') })
  const broken = readFileSync(database).fill(7, 0, 8192)
  writeFileSync(database, broken)

  const second = await startDesktop({ folder, env: { GENDAN_KEY: key } })
  await expect(second.page.getByText(/资料库损坏|database is damaged/)).toBeVisible({ timeout: 20_000 })
  const restore = second.page.getByRole('button', { name: /用这份备份恢复|Restore this backup/ })
  await restore.click()
  await second.page.getByRole('button', { name: /再按一次|Press again/ }).click()
  await untilReady(second)
  const house = await second.page.evaluate(async () => (await fetch('/api/admin.house')).text())
  expect(house).toContain('禾炊厨具')
  const kept = readdirSync(station).filter((name) => /^gendan-broken-.*\.db$/.test(name))
  expect(kept).toHaveLength(1)
  expect(readFileSync(join(station, kept[0]!)).equals(broken)).toBe(true)
})

test('a database that is gone is said by name, no new one is begun beside its backup, and the window puts that back', async () => {
  const folder = newFolder()
  const key = 'c0ffee'.repeat(10) + 'c0de'
  const first = await startDesktop({ folder, env: { GENDAN_KEY: key } })
  await untilReady(first)
  await setUpCompany(first)
  await first.app.close()
  const station = join(folder, 'station')
  const database = join(station, 'gendan.db')
  mkdirSync(join(station, 'backups'))
  copyDatabase({ path: database, key, into: join(station, 'backups', 'gendan-20261120T023600Z.db') })
  rmSync(database)

  const second = await startDesktop({ folder, env: { GENDAN_KEY: key } })
  await expect(second.page.getByText(/资料库文件不见了|file of the database is gone/)).toBeVisible({ timeout: 20_000 })
  expect(existsSync(database)).toBe(false)
  await second.page.getByRole('button', { name: /用这份备份恢复|Restore this backup/ }).click()
  await second.page.getByRole('button', { name: /再按一次|Press again/ }).click()
  await untilReady(second)
  const house = await second.page.evaluate(async () => (await fetch('/api/admin.house')).text())
  expect(house).toContain('禾炊厨具')
})

test('the keys of this computer: one for the database, another for drafts, both kept', async () => {
  const folder = newFolder()
  const first = await startDesktop({ folder })
  await untilReady(first)
  const draftKey = () => first.page.evaluate(async () => [...((await window.gendanHost?.draftKeys())?.key ?? [])])
  const key = await draftKey()
  expect(key).toHaveLength(32)
  expect(await draftKey()).toEqual(key)
  const info = await first.page.evaluate(() => window.gendanHost?.info())
  expect(['system', 'plainFile']).toContain(info?.keyStore)
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['draft.key.enc', 'station.key.enc']))
  const hex = Buffer.from(key).toString('hex')
  expect(readFileSync(join(folder, 'station.key.enc'), 'utf8')).not.toContain(hex)
  await first.app.close()
  const second = await startDesktop({ folder })
  expect(await second.page.evaluate(async () => [...((await window.gendanHost?.draftKeys())?.key ?? [])])).toEqual(key)
})

test('no process of the station shows a key in its arguments or environment', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc')
  const key = 'c0ffee'.repeat(10) + 'c0de'
  const desktop = await startDesktop({ env: { GENDAN_KEY: key } })
  await untilReady(desktop)
  const pid = lastNumber(desktop, processOfStation)
  for (const file of ['cmdline', 'environ']) expect(readFileSync(`/proc/${pid}/${file}`, 'utf8')).not.toContain(key)
  expect(desktop.log()).not.toContain(key)
})

test('the station ends cleanly with the desktop, and by itself when the desktop is killed', async () => {
  const folder = newFolder()
  const first = await startDesktop({ folder })
  await untilReady(first)
  const pid = lastNumber(first, processOfStation)
  await first.app.close()
  expect(isAlive(pid)).toBe(false)
  expect(first.log()).toContain(`process ${pid} ended (0)`)
  expect(existsSync(join(folder, 'station/gendan.db-wal'))).toBe(false) // closed, not torn off

  const second = await startDesktop({ folder })
  await untilReady(second)
  const orphan = lastNumber(second, processOfStation)
  second.app.process().kill('SIGKILL')
  await expect.poll(() => isAlive(orphan), { timeout: 10_000 }).toBe(false)
})
