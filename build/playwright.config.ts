import { defineConfig } from '@playwright/test'
import { findChromium, isRoot } from './machine.ts'
import { at } from './places.ts'

const executablePath = findChromium()

/**
 * Journeys in which a window is another thing than a browser: its own station and printer, a seat beside a browser, what is kept when the
 * station goes. The rest meets the same pages there; `full` walks them all.
 */
const throughTheWindow = ['main-job', 'two-seats', 'outage']
const windowed = process.env.GENDAN_MATRIX === 'full' ? ['*'] : throughTheWindow

/**
 * `browser` drives the pages in Chromium, `desktop` the packaged app that GENDAN_APP names (build/test.ts makes it)
 * through the same journeys.
 * A seat of the reference office: 1366 by 768, mainland Chinese, Shanghai time.
 */
export default defineConfig({
  outputDir: at('test-results'),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.GENDAN_REPORT ?? at('out/test/playwright.json') }]],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'browser', testDir: at('tests/journeys') },
    // One window at a time: two would take the focus from one another.
    {
      name: 'desktop',
      testDir: at('tests'),
      testMatch: ['desktop/**/*.spec.ts', ...windowed.map((name) => `journeys/${name}.spec.ts`)],
      workers: 1,
    },
  ],
})
