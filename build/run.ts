import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { buildOrStop } from './build.ts'
import { at, top } from './places.ts'

/**
 * `node build/run.ts main/hosts/station-command.ts --data DIR`: builds what is stale, then runs the entry. What lies in
 * main/ runs from its bundle, as it does in the packaged product; anything else (benches, faults) runs from source.
 */
const [entry = '', ...args] = process.argv.slice(2)
if (!existsSync(at(entry))) {
  console.error(`${entry} does not exist`)
  process.exit(1)
}
await buildOrStop()
const program = entry.startsWith('main/')
  ? [at('out/main', basename(entry, '.ts') + '.js')]
  : ['--import', 'tsx', at(entry)]
const child = spawn(process.execPath, ['--enable-source-maps', ...program, ...args], {
  cwd: top,
  stdio: 'inherit',
  env: { ...process.env, GENDAN_NODE: process.env.GENDAN_NODE ?? process.execPath },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
