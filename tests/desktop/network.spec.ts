import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, type Page } from '@playwright/test'
import type { HostJoining, HostNetwork } from '../../shared/kit/host-bridge.ts'
import { askTls } from '../kit/tls.ts'
import { closeAfterEach, lastNumber, newFolder, setUpCompany, startDesktop, test, untilReady } from './desktop.ts'

closeAfterEach()

const inChinese = ['--lang=zh-CN']
const bundle = join(import.meta.dirname, '../../out/main/station-command.js')
const pictures = join(import.meta.dirname, '../../test-results/pictures')

const networkOf = (page: Page): Promise<HostNetwork> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const stop = window.gendanHost?.onNetwork((network) => {
          resolve(network)
          setTimeout(() => stop?.())
        })
      }),
  )

/** A port nobody has at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

const children: ChildProcess[] = []
test.afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** The station of an office, on another computer as far as the desktop can tell. */
async function startOffice(folder: string, port = 0) {
  const args = [bundle, '--data', folder, '--lan', `127.0.0.1:${port}`, '--sample']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  for await (const line of createInterface({ input: child.stdout }))
    return { child, ...(JSON.parse(line) as { lan: { url: string; fingerprint: string } }).lan }
  throw new Error('the station ended before it was ready')
}

test('opened to others: pages, session and hook over TLS with the certificate shown; closed again at once', async () => {
  const desktop = await startDesktop({ args: inChinese })
  await untilReady(desktop)
  await setUpCompany(desktop)
  const { page } = desktop
  await page.reload()
  await page.getByTestId('recovery-key').waitFor()
  await page.keyboard.press('F9')
  await page.getByTestId('recovery-key').waitFor({ state: 'hidden' })
  await page.evaluate(() => location.assign('#/settings/computer'))
  await page.getByRole('radiogroup', { name: '让别的电脑连' }).getByRole('radio', { name: '否' }).waitFor()
  const port = await freePort()
  await page.getByLabel('端口').fill(String(port))
  await page.getByLabel('端口').blur()
  await page.getByRole('radiogroup', { name: '让别的电脑连' }).getByRole('radio', { name: '是' }).click()
  await expect(page.getByText(/^([0-9A-F]{4} ){15}[0-9A-F]{4}$/)).toBeVisible()
  const network = await networkOf(page)
  if (network.is !== 'own' || network.lanState.is !== 'on') throw new Error(JSON.stringify(network))
  await page.screenshot({ path: join(pictures, 'desktop-network.png') })

  const index = await askTls(`https://127.0.0.1:${port}/`)
  expect([index.status, index.text]).toEqual([200, expect.stringContaining('<div id="root">') as unknown])
  expect((await askTls(`https://127.0.0.1:${port}/api/admin.house`)).text).toContain('禾炊厨具')
  const token = await page.evaluate(() => window.gendanHost?.hookToken(false))
  const ring = (shown: string) =>
    askTls(`https://127.0.0.1:${port}/hooks/call`, {
      method: 'POST',
      headers: { authorization: `Bearer ${shown}`, 'content-type': 'application/json' },
      body: JSON.stringify({ event: 'ring', callId: 'lan-1', from: '13812345678', to: '8003' }),
    })
  expect((await ring(token ?? '')).status).toBe(200)
  const another = await page.evaluate(() => window.gendanHost?.hookToken(true))
  await expect.poll(async () => (await ring(another ?? '')).status).toBe(200)
  expect((await ring(token ?? '')).status).toBe(401)

  await page.evaluate(() => location.assign('#/settings/computer')) // the ring led away
  await page.getByRole('radiogroup', { name: '让别的电脑连' }).getByRole('radio', { name: '否' }).click()
  await expect
    .poll(() => askTls(`https://127.0.0.1:${port}/`).catch((reason: Error) => reason.message))
    .toMatch(/REFUSED/)
})

test('a taken port is named, and the hook stays where it was through restarts, or says that it moved', async () => {
  const folder = newFolder()
  const first = await startDesktop({ folder, args: inChinese })
  await untilReady(first)
  const thief = createServer().listen(0, '0.0.0.0')
  await once(thief, 'listening')
  const { port } = thief.address() as { port: number }
  await first.page.evaluate((taken) => window.gendanHost?.setLan({ isOn: true, address: '0.0.0.0', port: taken }), port)
  await expect
    .poll(async () => (await networkOf(first.page)) as unknown)
    .toMatchObject({ lanState: { is: 'failed', reason: 'desktop.lan.portTaken' } })
  thief.close()
  const steady = lastNumber(first, /ready on port (\d+)/)
  await first.app.close()

  const second = await startDesktop({ folder, args: inChinese })
  await untilReady(second)
  expect(lastNumber(second, /ready on port (\d+)/)).toBe(steady)
  await expect.poll(async () => (await networkOf(second.page)) as unknown).toMatchObject({ lanState: { is: 'on' } })
  await second.app.close()

  const squatter = createServer().listen(steady, '127.0.0.1')
  await once(squatter, 'listening')
  const third = await startDesktop({ folder, args: inChinese })
  await untilReady(third)
  expect(await networkOf(third.page)).toMatchObject({ takenPort: steady })
  expect(lastNumber(third, /ready on port (\d+)/)).not.toBe(steady)
  squatter.close()
})

test('a seat of the office: joined by fingerprint, outlives its station, refuses another certificate, and leaves again', async () => {
  test.setTimeout(120_000)
  const officeFolder = newFolder()
  let office = await startOffice(officeFolder)
  const port = Number(new URL(office.url).port)
  const desktop = await startDesktop({ args: inChinese })
  const { page } = desktop
  await page.getByRole('button', { name: '连接办公室的站点' }).click()
  await page.getByLabel('站点地址').fill(`${office.url} ${'AB12 '.repeat(16)}`)
  await page.screenshot({ path: join(pictures, 'desktop-join.png') })
  await page.getByRole('button', { name: '连接' }).click()
  await expect(page.getByRole('alert')).toContainText(office.fingerprint)
  await page.getByLabel('站点地址').fill(`${office.url} ${office.fingerprint}`)
  await page.getByRole('button', { name: '连接' }).click()

  await page.getByLabel('登录名').fill('zhoumin')
  await page.getByLabel('密码').fill('sample-2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').first()).toBeVisible()
  expect(await page.evaluate(() => document.cookie)).toBe('')
  expect(desktop.log()).toMatch(/process \d+ ended \(0\)/) // its own station stopped

  office.child.kill('SIGKILL')
  await expect(page.getByText(/离线/).first()).toBeVisible({ timeout: 20_000 })
  office = await startOffice(officeFolder, port)
  await expect(page.getByText(/离线/)).toBeHidden({ timeout: 20_000 })

  office.child.kill('SIGKILL')
  await once(office.child, 'exit')
  rmSync(join(officeFolder, 'lan-certificate.json'))
  office = await startOffice(officeFolder, port)
  await expect(page.getByRole('heading', { name: '站点的证书变了' })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(office.fingerprint).first()).toBeVisible()
  await page.screenshot({ path: join(pictures, 'desktop-changed.png') })
  await page.reload()
  await expect(page.getByRole('heading', { name: '站点的证书变了' })).toBeVisible()
  await page.getByRole('button', { name: '输入新指纹' }).click()
  await page.getByLabel('证书指纹').fill(office.fingerprint)
  await page.getByRole('button', { name: '连接' }).click()
  await expect(page.getByLabel('登录名')).toBeVisible()
  await page.screenshot({ path: join(pictures, 'desktop-office-door.png') })

  await page.getByRole('button', { name: '只用这台电脑' }).click()
  await page.getByRole('button', { name: /确定/ }).click()
  await expect(page.getByRole('button', { name: '连接办公室的站点' })).toBeVisible({ timeout: 20_000 })
  expect(await page.evaluate(async () => (await fetch('/api/admin.house')).text())).toContain('"needsSetUp":true')
})

test('a desktop that starts while its office is away says so, and opens by itself when it is back', async () => {
  test.setTimeout(120_000)
  const officeFolder = newFolder()
  let office = await startOffice(officeFolder)
  const folder = newFolder()
  const first = await startDesktop({ folder, args: inChinese })
  const joined = await first.page
    .evaluate((given) => window.gendanHost?.joinOffice(given) as Promise<HostJoining>, {
      address: office.url,
      fingerprint: office.fingerprint,
    })
    .catch(() => ({ is: 'joined' })) // the page starts anew while it is answered
  expect(joined).toEqual({ is: 'joined' })
  await expect(first.page.getByLabel('登录名')).toBeVisible()
  await first.app.close()
  office.child.kill('SIGKILL')
  await once(office.child, 'exit')
  const second = await startDesktop({ folder, args: inChinese })
  await expect(second.page.getByRole('heading', { name: '没有连上站点' })).toBeVisible({ timeout: 20_000 })
  await second.page.screenshot({ path: join(pictures, 'desktop-away.png') })
  office = await startOffice(officeFolder, Number(new URL(office.url).port))
  await expect(second.page.getByLabel('登录名')).toBeVisible({ timeout: 20_000 })
})
