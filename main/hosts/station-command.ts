import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { MemberEntity, SettingEntity } from '../admin/entities.ts'
import { sampleAdministrator, sampleMembers } from '../admin/sample/people.ts'
import { setUp } from '../admin/set-up.ts'
import { FolderTaken } from '../database/folder-lock.ts'
import { openStation, type Station } from '../station.ts'
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
  log: (line) => appendFileSync(join(folder, 'logs', `${line.slice(7, 17)}.log`), line, { mode: 0o600 }),
  version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
}).catch((error: unknown) => {
  if (!(error instanceof FolderTaken)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
const host = await serveLoopback(station, { port, key: null })
const users = values.sample ? await sampleUsers(station) : undefined
process.stdout.write(`${JSON.stringify({ url: host.url, version: station.version, users })}\n`)

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

/** Sets a fresh folder up with the sample company; answers who may sign in, null where the folder holds a company of its own. */
async function sampleUsers({ services }: Station): Promise<{ name: string; password: string; role: string }[] | null> {
  const { login, password, name } = sampleAdministrator
  if (!(await services.database.read((reader) => reader.existsBy(MemberEntity, {})))) {
    const administrator = { login, password, name }
    const company = {
      companyName: '禾炊厨具',
      branch: '济南售后',
      hotline: '4000008003',
      presetId: 'P32',
      warrantyMonths: 24,
    }
    await setUp(services, { language: 'zh-CN', ...company, administrator, start: 'sample' }, 'station')
  }
  const isSample = await services.database.read((reader) => reader.existsBy(SettingEntity, { name: 'sample' }))
  if (!isSample) return null
  return [sampleAdministrator, ...sampleMembers].map((user) => ({
    name: user.login,
    password: user.password,
    role: user.role,
  }))
}

function findRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : findRoot(dirname(from))
}
