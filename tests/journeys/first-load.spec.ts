import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { test } from './office.ts'
import { addMember, firstRun, signIn } from './steps.ts'

const pages = fileURLToPath(new URL('../../out/renderer', import.meta.url))
/** Of what a browser seat fetches before it shows something, packed as it comes. */
const allowedKilobytes = 228
/** The book of past calls under the first screen: a call can be taken before it has come. */
const later = /\/assets\/(RegisterPane|DataTable)-/

test('a browser seat loads at most 228 kB before the sign-in, and before the screen that takes a call', async ({
  office,
}) => {
  test.skip(office.kind === 'desktop', 'a desktop has its pages with it')
  await firstRun(office.page, 'empty')
  await addMember(office.page, { login: 'zhoumin', name: '周敏', role: 'operator' })

  const seat = await office.secondSeat()
  const loaded = countBytes(seat)
  await seat.reload()
  await expect(seat.getByLabel('密码')).toBeVisible()
  const [door, files] = [loaded.kilobytes(), loaded.files()]
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => (release = resolve))
  await seat.route(later, async (route) => {
    await isReleased
    await route.continue()
  })
  await signIn(seat, 'zhoumin')
  await expect(seat.locator('[aria-keyshortcuts=F2]').first()).toBeVisible()
  await seat.keyboard.press('F2')
  await expect(seat.getByLabel('单位名称')).toBeVisible()
  const screen = loaded.kilobytes()
  release()
  await seat.getByRole('tab', { name: '总表' }).click()
  await expect(seat.getByText('登记本')).toBeVisible()
  console.log(`first load, gzip: sign-in ${door} kB in ${files} files; intake ${screen} kB in ${loaded.files()} files`)
  expect(loaded.unpacked).toEqual([])
  expect(files, 'everything came anew').toBeGreaterThan(5)
  expect(door).toBeLessThanOrEqual(allowedKilobytes)
  expect(screen).toBeLessThanOrEqual(allowedKilobytes)
})

/** Lists what the page fetches from now on; a body counts as gzip makes it, and as gzip it must come. */
function countBytes(page: Page) {
  const kilobytesOf = new Map<string, number>()
  const unpacked: string[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname !== '/' && !pathname.startsWith('/assets/')) return
    const body = gzipSync(readFileSync(pages + (pathname === '/' ? '/index.html' : pathname)))
    kilobytesOf.set(pathname, body.length / 1000)
    if (response.headers()['content-encoding'] !== 'gzip') unpacked.push(pathname)
  })
  const all = () => [...kilobytesOf.values()]
  return {
    unpacked,
    files: () => all().length,
    kilobytes: () => Math.round(all().reduce((sum, size) => sum + size, 0)),
  }
}
