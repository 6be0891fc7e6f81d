import { spawnSync } from 'node:child_process'
import { at, top } from './places.ts'

/**
 * `npm run mutation -- shared/clocks [main/clocks …]`: breaks those rooms line by line and says which breaks no test notices. Takes minutes a
 * room; the report lies in out/mutation.
 */
const rooms = process.argv.slice(2)
if (rooms.length === 0) {
  console.error('name the rooms: npm run mutation -- shared/clocks')
  process.exit(2)
}
const mutate = rooms.map((room) => (room.endsWith('.ts') ? room : `${room}/**/*.ts`))
const words = mutate.flatMap((pattern) => [pattern, `!${pattern.replace(/[^/]*$/, '')}*words.ts`])
const { status } = spawnSync(
  process.execPath,
  [
    at('node_modules/@stryker-mutator/core/bin/stryker.js'),
    'run',
    'build/stryker.config.json',
    '--mutate',
    words.join(','),
  ],
  { cwd: top, stdio: 'inherit', env: { ...process.env, GENDAN_LANE: 'fast' } },
)
process.exit(status ?? 1)
