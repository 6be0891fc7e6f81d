import { expect } from '@playwright/test'
import { test } from './desktop.ts'

test('the window opens on app://seat, named, seen, and not smaller than the screens are drawn for', async ({
  desktop,
}) => {
  const { app, page } = desktop
  expect(page.url()).toMatch(/^app:\/\/seat\//)
  const frame = await app.browserWindow(page)
  await expect.poll(() => frame.evaluate((shown) => shown.isVisible())).toBe(true)
  expect(await frame.evaluate((shown) => shown.getMinimumSize())).toEqual([1024, 690])
  expect(await page.title()).not.toBe('')
})

test('a page has the bridge and nothing of Node or Electron', async ({ desktop }) => {
  const { app, page } = desktop
  const found = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    kinds: [...new Set(Object.values(window.gendanHost ?? {}).map((value) => typeof value))],
  }))
  expect(found).toEqual({ globals: [], kinds: ['function'] })
  const frame = await app.browserWindow(page)
  const preferences = await frame.evaluate(({ webContents }) =>
    (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences(),
  )
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('a page cannot replace what the bridge offers', async ({ desktop: { page } }) => {
  const isFrozen = await page.evaluate(() => Object.isFrozen(window.gendanHost))
  expect(isFrozen).toBe(true)
})

test('inline scripts, eval, foreign frames and foreign addresses are refused', async ({ desktop }) => {
  const { page } = desktop
  const outcome = await page.evaluate(async () => {
    const refused: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.gotIn = true'
    document.body.append(script)
    const div = document.createElement('div')
    div.innerHTML = '<img src="x:" onerror="window.gotIn = true">'
    document.body.append(div)
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
    const fetched = await fetch('https://example.com/').then(
      () => 'answered',
      () => 'refused',
    )
    const until = Date.now() + 5000
    while (!refused.includes('frame-src') && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50))
    let evaluated = 'refused'
    try {
      evaluated = String((0, eval)('1 + 1'))
    } catch {
      // what the policy does
    }
    return { gotIn: 'gotIn' in window, fetched, evaluated, refused: [...new Set(refused)].sort() }
  })
  expect(outcome).toMatchObject({ gotIn: false, fetched: 'refused', evaluated: 'refused' })
  expect(outcome.refused).toEqual(expect.arrayContaining(['connect-src', 'frame-src', 'script-src-elem']))
})

test.describe('what lies outside of the pages is not served', () => {
  const wanted = [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/%2fetc%2fpasswd',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%00',
    '/%E0',
  ]
  test('whatever the address', async ({ desktop }) => {
    const { page } = desktop
    for (const path of wanted) {
      const answer = await page.evaluate(async (address) => {
        const { status } = await fetch(address).catch(() => ({ status: 0 }))
        return status
      }, path)
      expect([path, answer]).toEqual([path, expect.not.stringMatching(/^200$/)])
      expect([0, 400, 404], path).toContain(answer)
    }
  })

  test('nor another host, nor another method', async ({ desktop }) => {
    const { page } = desktop
    const answers = await page.evaluate(async () => {
      const other = await fetch('app://other/index.html').then(
        ({ status }) => status,
        () => 0,
      )
      return { other, put: (await fetch('/index.html', { method: 'PUT', body: 'x' })).status }
    })
    expect([0, 404]).toContain(answers.other)
    expect(answers.put).toBe(405)
  })
})

test('navigation and new windows are refused; only https, mailto and tel go outside', async ({ desktop }) => {
  const { app, page } = desktop
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => void opened.push(address)
  })
  await page.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await page.waitForTimeout(300)
  expect(page.url()).toMatch(/^app:\/\/seat\//)
  const handles = await page.evaluate(() => {
    const addresses = ['https://example.com/a', 'file:///etc/passwd', 'javascript:alert(1)', 'http://example.com/', '/']
    return addresses.map((address) => window.open(address) !== null)
  })
  expect(handles).not.toContain(true)
  const answers = await page.evaluate(() => {
    const addresses = ['https://example.com/b', 'tel:+8653112345678', 'mailto:a@example.com', 'file:///etc/passwd']
    return Promise.all(addresses.map(async (address) => window.gendanHost?.openExternal(address)))
  })
  expect(answers).toEqual([true, true, true, false])
  await page.evaluate(() => window.gendanHost?.dial('+8653112345678'))
  const opened = await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  expect(opened).toEqual([
    'https://example.com/a',
    'https://example.com/b',
    'tel:+8653112345678',
    'mailto:a@example.com',
    'tel:+8653112345678',
  ])
  expect(app.windows()).toHaveLength(1)
})

test('the microphone is all a page is given', async ({ desktop }) => {
  const { page } = desktop
  const given = await page.evaluate(async () => {
    const media = (constraints: MediaStreamConstraints) =>
      navigator.mediaDevices.getUserMedia(constraints).then(
        (stream) =>
          stream
            .getTracks()
            .map(({ kind }) => kind)
            .join(),
        (reason: Error) => reason.name,
      )
    return {
      audio: await media({ audio: true }),
      video: await media({ video: true }),
      both: await media({ audio: true, video: true }),
      screen: await navigator.mediaDevices.getDisplayMedia().then(
        () => 'given',
        () => 'refused',
      ),
      place: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          ({ code }) => resolve(code),
        ),
      ),
      notices: await Notification.requestPermission(),
    }
  })
  expect(given).toEqual({
    audio: 'audio',
    video: 'NotAllowedError',
    both: 'NotAllowedError',
    screen: 'refused',
    place: 1,
    notices: 'denied',
  })
})
