import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { at, top } from './places.ts'

/**
 * `npm run mutation -- shared/clocks [main/clocks …]`: breaks those rooms line by line and says which breaks no test notices. Rooms of one name
 * answer to the tests of that name, which takes minutes; rooms of several, or a file, to all that reach them, which takes hours. The report lies
 * in out/mutation.
 */
const rooms = process.argv.slice(2)
if (rooms.length === 0) {
  console.error('name the rooms: npm run mutation -- shared/clocks')
  process.exit(2)
}
const mutate = rooms.map((room) => (room.endsWith('.ts') ? room : `${room}/**/*.ts`))
const words = mutate.flatMap((pattern) => [pattern, `!${pattern.replace(/[^/]*$/, '')}*words.ts`])
const names = new Set(rooms.map((room) => basename(room)))
const [own] =
  names.size === 1 ? [...names].map((name) => `tests/${name}`).filter((folder) => existsSync(at(folder))) : []
const { status } = spawnSync(
  process.execPath,
  [
    at('node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'build/stryker.config.json',
    '--mutate',
    words.join(','),
  ],
  {
    cwd: top,
    stdio: 'inherit',
    env: { ...process.env, GENDAN_LANE: 'mutation', ...(own ? { GENDAN_TESTS: own } : {}) },
  },
)
process.exit(status ?? 1)
