import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'vite'
import { at, top } from './places.ts'

/** Loaded as they are: Electron itself, and the two packages that carry machine code. */
const external = ['electron', 'better-sqlite3-multiple-ciphers', '@node-rs/argon2']

/** What runs by itself: the desktop, the station it forks, the commands of package.json, and every worker thread. */
const entries = [
  'main/desktop/start.ts',
  'main/desktop/station-child.ts',
  'main/hosts/*-command.ts',
  'main/**/*-worker.ts',
]

/** Bundles the main side to out/main/<entry>.js (ES modules), everything included but `external`. */
export default defineConfig({
  root: top,
  logLevel: 'warn',
  ssr: { noExternal: true, external },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'out/main',
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: Object.fromEntries(
        globSync(entries, { cwd: top }).map((file) => [basename(file, '.ts'), at(file)] as const),
      ),
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
})
