import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import {
  argumentsFor,
  closeAfterEach,
  type Desktop,
  executable,
  newFolder,
  startDesktop,
  test,
  untilReady,
} from './desktop.ts'

closeAfterEach()

function settingsIn(folder: string): unknown {
  const file = join(folder, 'seat.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** Starts the program once more for the same user; resolves when that process has ended. */
function startAgain(folder: string, ...words: string[]): Promise<number | null> {
  const child = spawn(executable, argumentsFor(folder, words), { stdio: 'ignore' })
  return new Promise((resolve) => child.on('exit', resolve))
}

async function boundsOf({ app, page }: Desktop) {
  return (await app.browserWindow(page)).evaluate((window) => window.getBounds())
}

test('a window comes back where it was, and from beyond every screen to the middle', async () => {
  const folder = newFolder()
  const first = await startDesktop({ folder })
  const place = { x: 40, y: 30, width: 1100, height: 720 }
  await (await first.app.browserWindow(first.page)).evaluate((window, to) => window.setBounds(to), place)
  await expect.poll(() => settingsIn(folder)).toMatchObject({ bounds: place })
  await first.app.close()

  const second = await startDesktop({ folder })
  expect(await boundsOf(second)).toEqual(place)
  await second.app.close()

  writeFileSync(join(folder, 'seat.json'), JSON.stringify({ bounds: { ...place, x: 90_000 } }))
  const third = await startDesktop({ folder })
  const { x, y } = await boundsOf(third)
  expect(x).toBeLessThan(1366)
  expect(y).toBeGreaterThanOrEqual(0)
})

test('damaged settings do not keep the window from opening', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'seat.json'), '{"theme":"pink","bounds":[1,2],"language":"en","isMaximized"')
  const { page } = await startDesktop({ folder })
  expect(await page.evaluate(() => window.gendanHost?.windowState())).toMatchObject({ isFullScreen: false })
})

test('there is one of it: a second start ends at once and brings the window to the front', async () => {
  const { app, page, folder } = await startDesktop()
  const frame = await app.browserWindow(page)
  await frame.evaluate((shown) => shown.hide())
  expect(await startAgain(folder)).toBe(0)
  await expect.poll(() => frame.evaluate((shown) => shown.isVisible())).toBe(true)
  expect(app.windows()).toHaveLength(1)
})

test('tel: links are dialled, from the first start and from a second one', async () => {
  const first = await startDesktop({ args: ['tel:+86-138-1234-5678'] })
  const listen = () =>
    first.page.evaluate(() => {
      const dialled: string[] = []
      Object.assign(window, { dialled })
      window.gendanHost?.onDial((digits) => dialled.push(digits))
    })
  const dialled = () => first.page.evaluate(() => (window as unknown as { dialled: string[] }).dialled)
  await listen()
  await expect.poll(dialled).toEqual(['+8613812345678'])
  await startAgain(first.folder, 'tel:0531%2085001234')
  await expect.poll(dialled).toEqual(['+8613812345678', '053185001234'])
})

test('a window with an open line asks on its page before it closes', async () => {
  const { app, page } = await startDesktop()
  await page.evaluate(async () => {
    window.gendanHost?.onCloseAsked(() => Object.assign(window, { asked: true }))
    await window.gendanHost?.setLineOpen(true)
  })
  const frame = await app.browserWindow(page)
  await frame.evaluate((shown) => shown.close())
  await expect.poll(() => page.evaluate(() => 'asked' in globalThis)).toBe(true)
  expect(app.windows()).toHaveLength(1)
  const closed = app.waitForEvent('close')
  await page.evaluate(() => window.gendanHost?.close()).catch(() => undefined)
  await closed
})

test('with the tray keeping the program, closing hides the window', async () => {
  const { app, page } = await startDesktop()
  await page.evaluate(() => window.gendanHost?.setClosesToTray(true))
  const frame = await app.browserWindow(page)
  await frame.evaluate((shown) => shown.close())
  expect(await frame.evaluate((shown) => shown.isVisible())).toBe(false)
  await page.evaluate(() => window.gendanHost?.raise())
  await expect.poll(() => frame.evaluate((shown) => shown.isVisible())).toBe(true)
})

test('menus speak the language of the page, and leave its keys alone', async ({ desktop }) => {
  const { app, page } = desktop
  const labels = () =>
    app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items ?? []
      const entries = items.flatMap((item) => item.submenu?.items ?? [])
      return {
        heads: items.map(({ label }) => label),
        keys: entries.map(({ accelerator }) => String(accelerator ?? '')),
      }
    })
  const heads = { 'zh-CN': '文件', 'zh-TW': '檔案', en: 'File' }
  for (const [language, head] of Object.entries(heads)) {
    await page.evaluate((to) => window.gendanHost?.setLanguage(to as 'en'), language)
    expect((await labels()).heads).toContain(head)
  }
  const taken = (await labels()).keys.filter((key) => /^(Alt\+\d|F\d+|CmdOrCtrl\+K)$/.test(key))
  expect(taken).toEqual([])
})

test('a second window shows the page it was asked for, on the same station', async () => {
  const desktop = await startDesktop()
  await untilReady(desktop)
  const opened = desktop.app.waitForEvent('window')
  await desktop.page.evaluate(() => window.gendanHost?.newWindow('#/board'))
  const second = await opened
  await second.waitForLoadState()
  expect(second.url()).toBe('app://seat/#/board')
  expect(await second.evaluate(async () => (await fetch('/api/admin.house')).status)).toBe(200)
  await expect(desktop.page.evaluate(() => window.gendanHost?.newWindow('https://example.com/'))).rejects.toThrow()
})
