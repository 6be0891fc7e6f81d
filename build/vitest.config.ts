import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'

/** Everything but the journeys and the desktop, which Playwright drives. A PostgreSQL stands ready for whoever asks. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: [...configDefaults.exclude, 'tests/journeys/**', 'tests/desktop/**'],
    globalSetup: ['tests/kit/postgres.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: { provider: 'v8', include: ['shared/**', 'main/**', 'renderer/**'], reportsDirectory: 'coverage' },
  },
})
