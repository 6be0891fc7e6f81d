import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openStation } from '../station.ts'
import { serveLoopback } from './loopback.ts'
import { pagesOf } from './pages.ts'
import { readStationKey, recoveryText } from './station-key.ts'

/**
 * `npm run station -- --data DIR [--port N] [--hook-token T] [--sample]`: the station without a desktop. Prints one JSON line
 * when it is ready and stops cleanly on SIGTERM or SIGINT.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    'hook-token': { type: 'string' },
    sample: { type: 'boolean', default: false },
  },
})

const port = Number(values.port)
if (!values.data || !Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('usage: npm run station -- --data DIR [--port N] [--hook-token T] [--sample]\n')
  process.exit(2)
}

const folder = resolve(values.data)
const key = readStationKey(folder)
const root = findRoot(dirname(fileURLToPath(import.meta.url)))
mkdirSync(join(folder, 'logs'), { recursive: true })
const station = await openStation({
  folder,
  key: key.key,
  postgresUrl: process.env.GENDAN_POSTGRES,
  hookToken: values['hook-token'] ?? process.env.GENDAN_HOOK_TOKEN ?? null,
  recoveryKey: key.isNew ? recoveryText(key.key) : null,
  pages: pagesOf(join(root, 'out', 'renderer')),
  log: line => appendFileSync(join(folder, 'logs', `${line.slice(7, 17)}.log`), line, { mode: 0o600 }),
  version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
})
const host = await serveLoopback(station, { port, key: null })
process.stdout.write(`${JSON.stringify({ url: host.url, version: station.version })}\n`)

let stopping = false
const stop = async () => {
  if (stopping) return
  stopping = true
  await host.close()
  await station.close()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

function findRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : findRoot(dirname(from))
}
