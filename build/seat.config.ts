import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { findChromium, isRoot } from './machine.ts'
import { wordsByLanguage } from './words-plugin.ts'

const executablePath = findChromium()

/** The seat's kernel in a real browser: its store, its locks and channels between tabs are the browser's, not stand-ins. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react(), wordsByLanguage()],
  // All libraries are prepared before the first test: one found late would load the page, and React, a second time.
  optimizeDeps: {
    entries: ['renderer/app/main.tsx', 'tests/app/**/*.test.{ts,tsx}'],
    include: ['react/jsx-dev-runtime'],
  },
  test: {
    include: ['tests/app/**/*.test.{ts,tsx}'],
    testTimeout: 15_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { ...(executablePath ? { executablePath } : {}), args: isRoot ? ['--no-sandbox'] : [] },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
})
