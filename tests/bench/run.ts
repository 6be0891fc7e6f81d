import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { callOf, registerInput, samplesOf } from './asked.ts'
import { buildArchive, openRaw } from './build-data.ts'
import { buildOnPostgres } from './build-postgres.ts'
import { busyShare, coreTimes, cpuSeconds, readLog, timeSync } from './commits.ts'
import { floorsOf } from './floors.ts'
import { ms, percentiles, table, timed, type Timing } from './measure.ts'
import { postgresSide, sqliteSide } from './raw-side.ts'
import { rawRegister } from './register-floor.ts'
import { seeded } from './seeded.ts'
import { startStation } from './station-under-test.ts'

/**
 * `npm run bench -- [--engine sqlite|postgres] --size 10000|100000|1000000 [--runs 1000]`: caller card, every kind of search and the durable
 * register (1 and 10 clients, with and without 50 seats that only listen) on a seeded archive, each beside its floor measured in the same run.
 * Absolute times move from machine to machine; the ratio counts.
 */
const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    size: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '1000' },
    data: { type: 'string', default: join(tmpdir(), 'gendan-bench') },
  },
})
const size = Number(values.size)
const runs = Number(values.runs)
const isPostgres = values.engine === 'postgres'
if (
  !Number.isInteger(size) ||
  size < 100 ||
  !Number.isInteger(runs) ||
  runs < 20 ||
  !/^(sqlite|postgres)$/.test(values.engine)
) {
  process.stderr.write('usage: npm run bench -- [--engine sqlite|postgres] --size N [--runs 1000] [--data DIR]\n')
  process.exit(2)
}

const listeners = 50
const server = isPostgres ? await buildOnPostgres(values.data, size) : null
const archive = server ?? (await buildArchive(values.data, size))
const raw = server ? await postgresSide(server.url) : sqliteSide(openRaw(archive.folder, archive.key))
if (!isPostgres) await readWhole(join(archive.folder, 'gendan.db'))
const samples = await samplesOf(raw, size, runs)
await raw.commit(samples.numbers.map(callOf))
const floors = floorsOf(raw)
holdBackup(archive.folder)
const login = { login: 'bench', password: 'bench-password' }
const station = await startStation(archive.folder, login, server ? { GENDAN_POSTGRES: server.url } : {})
const rows: string[][] = [['work', 'p50 ms', 'p95 ms', 'floor p50', 'floor p95', 'ratio p50', 'floor is']]

const empty = await timed(samples.numbers, () => station.empty())
rows.push(['an empty request', ms(empty.p50), ms(empty.p95), '', '', '', ''])
add(
  'caller card',
  await timed(samples.numbers, (number) => station.query('customers.callerCard', { number })),
  plus(empty, await timed(samples.numbers, floors.card)),
  'empty request + raw queries',
)
for (const kind of ['phoneTail', 'name', 'initials', 'pinyin', 'serial', 'address'] as const) {
  const found = await timed(samples[kind], (text) => station.query('customers.search', { text, limit: 20 }))
  add(`search: ${kind}`, found, plus(empty, await timed(samples[kind], floors[kind])), 'empty request + raw query')
}

const registers = Math.min(runs, 500)
const template = await registerInput(raw, size, seeded(3))
await station.mutate('intake.record', template)
await registerAll(50, 10) // everybody is warm
const one = await registerAll(registers, 1)
const ten = await registerAll(registers, 10)
const syncs = isPostgres ? null : await countSyncs()
const stopListening = await listen(listeners)
const oneHeard = await registerAll(registers, 1)
const tenHeard = await registerAll(registers, 10)
stopListening()
const write = await rawRegister(raw, template, { size, random: seeded(11) })
const rawFrom = performance.now()
const plain = await timed(Array.from({ length: registers }), write)
const rawRate = ((plain.count + Math.min(50, plain.count)) * 1000) / (performance.now() - rawFrom)
const floor = plus(empty, plain)
add('register, durable, 1 client', one.timing, floor, 'empty request + the same rows raw')
add('register, durable, 10 clients', ten.timing, floor, 'empty request + the same rows raw')
const sync = timeSync(values.data)

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
say(
  `${values.engine}: ${size} customers, ${2 * size} products, ${2 * size} tickets, ${5 * size} calls; ${cpus().length} cores, node ${process.version}; ${archive.builtIn ? `built in ${archive.builtIn.toFixed(0)} s` : 'built earlier'}\n`,
)
say(`${table(rows)}\n`)
const rate = ({ rate: perSecond, cpu, machine }: Registered) =>
  `${perSecond.toFixed(0)}${cpu === null ? '' : ` (station's CPU ${(cpu * 100).toFixed(0)} %, machine's ${(machine * 100).toFixed(0)} %)`}`
say(`registers a second: 1 client ${rate(one)}, 10 clients ${rate(ten)}: ${(ten.rate / one.rate).toFixed(2)} times`)
say(
  `with ${listeners} seats that listen: 1 client ${rate(oneHeard)}, 10 clients ${rate(tenHeard)}: ${(oneHeard.rate / one.rate).toFixed(2)} and ${(tenHeard.rate / ten.rate).toFixed(2)} of without`,
)
say(
  `raw transaction: ${rawRate.toFixed(0)} a second, p50 ${ms(plain.p50)} ms; a sync of 4 KiB p50 ${ms(sync.p50)} ms, p95 ${ms(sync.p95)} ms`,
)
if (syncs)
  say(`syncs of the log for 10 registers: 1 client ${syncs.one.toFixed(1)}, 10 clients ${syncs.ten.toFixed(1)}`)
await station.stop()
await raw.close()
await server?.stop()

function add(work: string, measured: Timing, beside: Timing, what: string): void {
  const ratio = (measured.p50 / beside.p50).toFixed(1)
  rows.push([work, ms(measured.p50), ms(measured.p95), ms(beside.p50), ms(beside.p95), ratio, what])
}

function plus(a: Timing, b: Timing): Timing {
  return { p50: a.p50 + b.p50, p95: a.p95 + b.p95, count: b.count }
}

/** The operating system keeps the file's pages: nobody who is measured first pays for reading the disk. */
async function readWhole(path: string): Promise<void> {
  let bytes = 0
  for await (const part of createReadStream(path, { highWaterMark: 1 << 22 })) bytes += (part as Buffer).length
  process.stderr.write(`${(bytes / 1e9).toFixed(1)} GB\n`)
}

/** A first backup of the archive would share the disk with all that is measured: the station finds one of today. */
function holdBackup(folder: string): void {
  const place = join(folder, 'backups')
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place)
  writeFileSync(join(place, `gendan-${new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.db`), '')
}

interface Registered {
  timing: Timing
  /** A second. */
  rate: number
  /** Share of one core that the station used. */
  cpu: number | null
  /** Share of all cores that were busy: the database server and who asks use them, too. */
  machine: number
}

/** Registers new calls of known customers, `clients` at a time; each answer is durable. */
async function registerAll(count: number, clients: number): Promise<Registered> {
  const random = seeded(clients)
  const inputs: unknown[] = []
  while (inputs.length < count) inputs.push(await registerInput(raw, size, random))
  const taken: number[] = []
  const from = performance.now()
  const usedBefore = cpuSeconds(station.pid)
  const before = coreTimes()
  const work = async () => {
    for (let input = inputs.pop(); input !== undefined; input = inputs.pop()) {
      const at = performance.now()
      await station.mutate('intake.record', input)
      taken.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: clients }, work))
  const seconds = (performance.now() - from) / 1000
  const used = cpuSeconds(station.pid)
  return {
    timing: percentiles(taken),
    rate: taken.length / seconds,
    machine: busyShare(before, coreTimes()),
    cpu: used === null || usedBefore === null ? null : (used - usedBefore) / seconds,
  }
}

/** Syncs for 10 registers: commits in the log over bursts during which it did not begin anew. */
async function countSyncs(): Promise<{ one: number; ten: number }> {
  const of = async (clients: number) => {
    let [commits, stored] = [0, 0]
    const burst = clients * 2
    for (let nth = 0; nth < 120 / clients; nth += 1) {
      const before = readLog(archive.folder)
      await registerAll(burst, clients)
      const after = readLog(archive.folder)
      if (after.salt !== before.salt) continue
      commits += after.commits - before.commits
      stored += burst
    }
    return (10 * commits) / stored
  }
  return { one: await of(1), ten: await of(10) }
}

/** So many seats that only listen; answers how to end them. */
async function listen(count: number): Promise<() => void> {
  const program = fileURLToPath(new URL('./idle-seats.ts', import.meta.url))
  const seats = spawn(process.execPath, ['--import', 'tsx', program, station.url, station.cookie(), String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(seats.stdout, 'data')
  return () => void seats.kill()
}
