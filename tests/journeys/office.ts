import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type Page, test as base } from '@playwright/test'
import { newFolder, startDesktop } from '../desktop/desktop.ts'

const bundle = fileURLToPath(new URL('../../out/main/station-command.js', import.meta.url))
const pictures = fileURLToPath(new URL('../../test-results/pictures/', import.meta.url))

/** What the telephone system of a journey shows. */
export const hookToken = 'journey-token'

/** An office for one journey: a fresh station and a seat, in a browser or in the packaged desktop. */
export interface Office {
  kind: 'browser' | 'desktop'
  page: Page
  /** A telephone event as a PBX posts it. */
  hook(event: Record<string, string>): Promise<number>
  /** Another seat on the same station: a browser window of its own. A desktop lets it in over the network. */
  secondSeat(): Promise<Page>
  /** kill -9 of the station. In the browser `restart` brings it back; the desktop does so by itself. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** Saves what is on screen as `test-results/pictures/<name>.png`. */
  picture(name: string, page?: Page): Promise<void>
}

/** `office` is the whole house; where there is no packaged app, the desktop project skips. */
export const test = base.extend<{ office: Office }>({
  office: async ({ browser }, use, info) => {
    const opened = info.project.name === 'desktop' ? await openDesktopOffice(browser) : await openBrowserOffice(browser)
    await use(opened.office)
    await opened.close()
  },
})

interface Opened {
  office: Office
  close(): Promise<void>
}

async function openBrowserOffice(browser: Browser): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-journey-'))
  let station = await startStation(folder, 0)
  const port = Number(new URL(station.url).port)
  const contexts: BrowserContext[] = []
  const seat = async () => {
    const context = await browser.newContext()
    contexts.push(context)
    const page = await context.newPage()
    await page.goto(station.url)
    return page
  }
  const office: Office = {
    kind: 'browser',
    page: await seat(),
    hook: (event) => postHook(station.url, event),
    secondSeat: seat,
    kill: async () => {
      station.child.kill('SIGKILL')
      await once(station.child, 'exit')
    },
    restart: async () => {
      station = await startStation(folder, port)
    },
    picture: (name, page = office.page) => savePicture(page, name),
  }
  return {
    office,
    close: async () => {
      for (const context of contexts) await context.close()
      station.child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function startStation(folder: string, port: number): Promise<{ child: ChildProcess; url: string }> {
  const args = [bundle, '--data', folder, '--port', String(port), '--hook-token', hookToken]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout }))
    return { child, url: (JSON.parse(line) as { url: string }).url }
  throw new Error('the station ended before it was ready')
}

async function openDesktopOffice(browser: Browser): Promise<Opened> {
  const folder = newFolder()
  const desktop = await startDesktop({ folder, env: { GENDAN_HOOK_TOKEN: hookToken } })
  const contexts: BrowserContext[] = []
  const last = (pattern: RegExp) => [...desktop.log().matchAll(pattern)].at(-1)
  const office: Office = {
    kind: 'desktop',
    page: desktop.page,
    hook: (event) => postHook(`http://127.0.0.1:${last(/ready on port (\d+)/g)?.[1]}`, event),
    async secondSeat() {
      const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'zh-CN' })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(await openToOthers(desktop.page))
      return page
    },
    kill: async () => {
      process.kill(Number(last(/ready on port \d+, process (\d+)/g)?.[1]), 'SIGKILL')
    },
    restart: async () => undefined,
    picture: (name) => savePicture(desktop.page, `desktop-${name}`),
  }
  return {
    office,
    close: async () => {
      for (const context of contexts) await context.close()
      await desktop.app.close().catch(() => undefined)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Lets other computers in to the station of a desktop, and answers where. */
async function openToOthers(page: Page): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return page.evaluate(
    (free) =>
      new Promise<string>((resolve) => {
        window.gendanHost?.onNetwork((network) => {
          if (network.is === 'own' && network.lanState.is === 'on') resolve(network.lanState.urls[0] ?? '')
          else if (network.is === 'own' && !network.lan.isOn)
            void window.gendanHost?.setLan({ isOn: true, address: '127.0.0.1', port: free })
        })
      }),
    port,
  )
}

async function postHook(url: string, event: Record<string, string>): Promise<number> {
  const answer = await fetch(`${url}/hooks/call`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hookToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(event),
  })
  return answer.status
}

async function savePicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
