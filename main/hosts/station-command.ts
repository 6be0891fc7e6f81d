import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MemberEntity, SettingEntity } from '../house/entities.ts'
import { sampleCompany } from '../sample/sample-company.ts'
import { sampleAdministrator, sampleMembers } from '../sample/people.ts'
import { setUp } from '../admin/set-up.ts'
import { groupFingerprint } from '../../shared/kit/fingerprint.ts'
import { openStation, type Station } from '../station.ts'
import { readCommandLine, refuseCommand } from './command-line.ts'
import { explainStart } from './explain-start.ts'
import { type Lan, type LanPlace, serveLan } from './lan.ts'
import { type Loopback, serveLoopback } from './loopback.ts'
import { serveWhereBefore } from './steady-port.ts'
import { pagesOf } from './pages.ts'
import { readStationKey, recoveryText } from './station-key.ts'

/**
 * `npm run station -- --data DIR [--port N] [--lan [ADDRESS:]PORT] [--lan-name NAME …] [--hook-token T] [--sample] [--as-it-is]`: the
 * station without a desktop. Prints one JSON line when it is ready and stops cleanly on SIGTERM or SIGINT. A database that is gone or shorter
 * than it was is gone on with only with `--as-it-is`.
 */
const usage =
  'npm run station -- --data DIR [--port N] [--lan [ADDRESS:]PORT] [--lan-name NAME] [--hook-token T] [--sample] [--as-it-is]'
const { values } = readCommandLine(usage, {
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    lan: { type: 'string' },
    'lan-name': { type: 'string', multiple: true, default: [] },
    'hook-token': { type: 'string' },
    sample: { type: 'boolean', default: false },
    'as-it-is': { type: 'boolean', default: false },
  },
})

const port = values.port === undefined ? undefined : readPort(values.port)
const lanPlace = values.lan === undefined ? undefined : readPlace(values.lan)
if (port === null) refuseCommand(`--port is a number from 0 to 65535, not "${values.port ?? ''}"`, usage)
if (lanPlace === null)
  refuseCommand(`--lan is a port from 0 to 65535, or ADDRESS:PORT, not "${values.lan ?? ''}"`, usage)
if (!values.data) refuseCommand('--data DIR is missing: the folder of the station', usage)

const closeWithinMs = 4_500
const folder = resolve(values.data)
let host: Loopback | null = null
let lan: Lan | null = null
let station: Station | null = null
let stopping = false

const opening = open().catch((error: unknown) => {
  process.stderr.write(`${explainStart(error, folder)}\n`)
  process.exit(1)
})
// The last net: what nobody waited for is a defect, and no reason to end a desk.
process.on('unhandledRejection', (reason) => {
  if (!station) throw reason
  station.services.log.error('defect.unheld', {
    error: String(reason),
    stack: reason instanceof Error ? reason.stack : '',
  })
})
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())

async function open(): Promise<void> {
  const key = readStationKey(folder)
  const root = findRoot(dirname(fileURLToPath(import.meta.url)))
  mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 })
  const opened = await openStation({
    folder,
    key: key.key,
    onLost: values['as-it-is'] ? 'asItIs' : 'refuse',
    postgresUrl: process.env.GENDAN_POSTGRES,
    hookToken: values['hook-token'] ?? process.env.GENDAN_HOOK_TOKEN ?? null,
    recoveryKey: key.isNew ? recoveryText(key.key) : null,
    pages: pagesOf(join(root, 'out', 'renderer')),
    log: (line) => appendFileSync(join(folder, 'logs', `${line.slice(7, 17)}.log`), line, { mode: 0o600 }),
    version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
  })
  station = opened
  if (stopping) return
  host =
    typeof port !== 'number'
      ? await serveWhereBefore(opened, folder, (sentence) => process.stderr.write(`${sentence}\n`))
      : await serveLoopback(opened, { port, key: null })
  const users = values.sample ? await sampleUsers(opened) : undefined
  if (lanPlace) lan = await serveLan(opened, { ...lanPlace, folder, stationKey: key.key, names: values['lan-name'] })
  const toOthers = lan
    ? { url: lan.urls[0], urls: lan.urls, fingerprint: groupFingerprint(lan.fingerprint) }
    : undefined
  process.stdout.write(`${JSON.stringify({ url: host.url, version: opened.version, users, lan: toOthers })}\n`)
}

function readPort(text: string): number | null {
  const port = Number(text)
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : null
}

/** `7443`, `192.168.1.5:7443` or `[fd00::5]:7443`; null when it is none of them. */
function readPlace(text: string): LanPlace | null {
  const [, address, digits = ''] = /^(?:(.+):)?(\d+)$/.exec(text) ?? []
  const lanPort = readPort(digits)
  const bare = address?.replace(/^\[|\]$/g, '') ?? '0.0.0.0'
  return lanPort === null || isIP(bare) === 0 ? null : { address: bare, port: lanPort }
}

/** Finishes the writes in hand, then ends. A close that hangs is cut off: what was acknowledged is on the disk. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), closeWithinMs).unref()
  await opening
  await host?.close()
  await lan?.close()
  await station?.close()
  process.exit(0)
}

/** Sets a fresh folder up with the sample company; answers who may sign in, null where the folder holds a company of its own. */
async function sampleUsers({ services }: Station): Promise<{ name: string; password: string; role: string }[] | null> {
  const { login, password, name } = sampleAdministrator
  if (!(await services.database.read((reader) => reader.existsBy(MemberEntity, {})))) {
    const administrator = { login, password, name }
    const company = {
      companyName: '禾炊厨具',
      branch: '济南售后',
      hotline: '4000008003',
      areaCode: '',
      presetId: 'P32',
      warrantyMonths: 24,
    }
    await setUp(services, { language: 'zh-CN', ...company, administrator, start: 'sample' }, 'station', sampleCompany)
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
