import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page, test as base } from '@playwright/test'
import type { HostBridge } from '../../shared/kit/host-bridge.ts'

declare global {
  interface Window {
    gendanHost?: HostBridge
  }
}

/** The packaged app under test; build/test.ts makes it. */
export const executable = process.env.GENDAN_APP ?? ''

/** A packaged desktop at work. */
export interface Desktop {
  app: ElectronApplication
  page: Page
  /** Folder of this user: settings, keys, logs, station. */
  folder: string
  log(): string
}

interface Options {
  folder?: string
  args?: readonly string[]
  env?: Record<string, string>
}

const folders: string[] = []
const running = new Set<ElectronApplication>()

/** An empty folder for a user of this computer, removed after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-desktop-'))
  folders.push(folder)
  return folder
}

/** Arguments that start the packaged app for a user of its own. */
export function argumentsFor(folder: string, args: readonly string[] = []): string[] {
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${folder}`, ...args]
}

/** Starts the packaged app for one test and waits for its first window. Closed after the test at the latest. */
export async function startDesktop(options: Options = {}): Promise<Desktop> {
  const desktop = await launch(options.folder ?? newFolder(), options)
  running.add(desktop.app)
  desktop.app.once('close', () => running.delete(desktop.app))
  return desktop
}

async function launch(folder: string, { args = [], env = {} }: Options): Promise<Desktop> {
  const app = await _electron.launch({
    executablePath: executable,
    args: argumentsFor(folder, args),
    env: { ...(process.env as Record<string, string>), ...env },
  })
  const page = await app.firstWindow()
  await page.waitForLoadState()
  return { app, page, folder, log: () => readFileSync(join(folder, 'logs/desktop.log'), 'utf8') }
}

/** `desktop`: one that many tests share, its page loaded anew for each. For tests that leave no trace in the station. */
export const test = base.extend<{ desktop: Desktop }, { shared: Desktop }>({
  shared: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'gendan-desktop-'))
      const desktop = await launch(folder, { args: ['--use-fake-device-for-media-stream'] })
      await use(desktop)
      await desktop.app.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],
  desktop: async ({ shared }, use) => {
    await shared.page.goto('app://seat/')
    await use(shared)
  },
})

/** Number in the last line of the log that fits, such as a port or a process. */
export function lastNumber(desktop: Desktop, pattern: RegExp): number {
  return Number([...desktop.log().matchAll(new RegExp(pattern, 'g'))].at(-1)?.[1] ?? Number.NaN)
}

/** Waits until the station of this desktop answers. */
export async function untilReady({ page }: Desktop): Promise<void> {
  await expect.poll(() => page.evaluate(stationState), { timeout: 20_000 }).toMatchObject({ is: 'ready' })
}

/** Runs in the page: the state the desktop tells it. */
export function stationState() {
  return new Promise((resolve) => {
    const stop = window.gendanHost?.onStationState((state) => {
      resolve(state)
      setTimeout(() => stop?.())
    })
  })
}

/** First run through the page, so that it is signed in as the administrator. */
export async function setUpCompany({ page }: Desktop): Promise<string | null> {
  return page.evaluate(async () => {
    const answer = await fetch('/api/admin.setUp', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        language: 'zh-CN',
        companyName: '禾炊厨具',
        presetId: 'P32',
        warrantyMonths: null,
        administrator: { login: 'lin', name: '林一', password: 'correct horse' },
        start: 'empty',
      }),
    })
    const { result } = (await answer.json()) as { result: { data: { recoveryKey: string | null } } }
    return result.data.recoveryKey
  })
}

/** Ends what the tests of a file started. Every file says so once: hooks belong to the file they stand in. */
export function closeAfterEach(): void {
  test.afterEach(async () => {
    for (const app of running) await app.close().catch(() => undefined)
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
}
