import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { configDefaults, defineConfig } from 'vitest/config'
import { wordsByLanguage } from './words-plugin.ts'

/** Left out of the fast lane: they start stations in processes of their own, kill them, print, or fill disks and archives. */
const slow = [
  'tests/admin/sample.test.ts',
  'tests/customers/import-{bad-files,command,kill,stage}.test.ts',
  'tests/database/{backup,migrations,records,released,restore}.test.ts',
  'tests/faults/**',
  'tests/forms/{print,scan}.test.ts',
  'tests/history/api.test.ts',
  'tests/hosts/**',
]
const isFast = process.env.GENDAN_LANE === 'fast'

/** Everything but the seat's kernel, which runs in a browser (seat.config.ts), and the journeys and the desktop, which Playwright drives. A PostgreSQL stands ready for whoever asks. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react(), wordsByLanguage()],
  test: {
    include: [`${process.env.GENDAN_TESTS ?? 'tests'}/**/*.test.{ts,tsx}`],
    exclude: [...configDefaults.exclude, 'tests/{app,desktop,journeys}/**', ...(isFast ? slow : [])],
    globalSetup: ['tests/kit/postgres.ts'],
    pool: 'forks',
    // Many tests wait for a process or a sync: three keep two cores busy.
    maxWorkers: 3,
    // Otherwise each file would load the whole product anew a hundred times; no test may lean on a fresh module.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    coverage: { provider: 'v8', include: ['shared/**', 'main/**', 'renderer/**'], reportsDirectory: 'coverage' },
  },
})
