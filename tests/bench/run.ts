import { createReadStream } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newId } from '../../main/new-id.ts'
import { buildArchive, openRaw } from './build-data.ts'
import { floorsOf, rawRegister } from './floors.ts'
import { ms, percentiles, table, timed, type Timing } from './measure.ts'
import { seeded } from './seeded.ts'
import { startStation, type StationUnderTest } from './station-under-test.ts'

/**
 * `npm run bench -- --size 10000|100000|1000000 [--runs 1000]`: caller card, every kind of search and the durable register on
 * a seeded archive, each beside its floor measured in the same run. Absolute times move from machine to machine; the ratio counts.
 */
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '1000' },
    data: { type: 'string', default: join(tmpdir(), 'gendan-bench') },
  },
})
const size = Number(values.size)
const runs = Number(values.runs)
if (!Number.isInteger(size) || size < 100 || !Number.isInteger(runs) || runs < 20) {
  process.stderr.write('usage: npm run bench -- --size 10000|100000|1000000 [--runs 1000] [--data DIR]\n')
  process.exit(2)
}

const archive = await buildArchive(values.data, size)
const raw = openRaw(archive.folder, archive.key)
await readWhole(join(archive.folder, 'gendan.db'))
const samples = sample(runs)
const floors = floorsOf(raw)
// A first backup of the archive would share the disk with all that is measured.
raw
  .prepare('INSERT OR REPLACE INTO "scheduler_job" ("name", "dueAt", "runs") VALUES (?, ?, 0)')
  .run('admin.backUp', '2999-01-01T00:00:00.000Z')
const station = await startStation(archive.folder, { login: 'bench', password: 'bench-password' })
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
const one = await registerAll(station, registers, 1)
const ten = await registerAll(station, registers, 10)
const register = rawRegister(raw, size)
const rawFrom = performance.now()
const plain = await timed(Array.from({ length: registers }), () => register())
const rawRate = ((plain.count + Math.min(50, plain.count)) * 1000) / (performance.now() - rawFrom)
add('register, durable, 1 client', one.timing, plus(empty, plain), 'empty request + raw 5 tables')
add('register, durable, 10 clients', ten.timing, plus(empty, plain), 'empty request + raw 5 tables')

process.stdout.write(
  `${size} customers, ${2 * size} products, ${2 * size} tickets, ${5 * size} calls; ${cpus().length} cores, node ${process.version}; ${archive.builtIn ? `built in ${archive.builtIn.toFixed(0)} s` : 'built earlier'}\n\n`,
)
process.stdout.write(`${table(rows)}\n\n`)
process.stdout.write(
  `registers a second: 1 client ${one.rate.toFixed(0)}, 10 clients ${ten.rate.toFixed(0)}, raw transaction ${rawRate.toFixed(0)} (p50 ${ms(plain.p50)} ms)\n`,
)
await station.stop()
raw.close()

function add(work: string, measured: Timing, floor: Timing, what: string): void {
  rows.push([
    work,
    ms(measured.p50),
    ms(measured.p95),
    ms(floor.p50),
    ms(floor.p95),
    (measured.p50 / floor.p50).toFixed(1),
    what,
  ])
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

/** What is asked, drawn from the archive itself with a fixed seed. */
function sample(count: number) {
  const random = seeded(7)
  const customers = Array.from({ length: count }, () => {
    const seq = 1 + Math.floor(random() * size)
    return raw
      .prepare(
        'SELECT c."name", c."address", c."initials", c."pinyin", p."number", d."serialKey" FROM "customers_customer" c JOIN "customers_phone" p ON p."customerId" = c."id" JOIN "products_product" d ON d."customerId" = c."id" WHERE c."seq" = ? LIMIT 1',
      )
      .get(seq) as Record<'name' | 'address' | 'initials' | 'pinyin' | 'number' | 'serialKey', string>
  })
  const slice = (text: string, length: number) => {
    const from = Math.floor(random() * Math.max(1, text.length - length))
    return text.slice(from, from + length)
  }
  return {
    numbers: customers.map(({ number }) => number),
    phoneTail: customers.map(({ number }) => number.slice(-8)),
    name: customers.map(({ name }) => name.slice(-2)),
    initials: customers.map(({ initials }) => initials),
    pinyin: customers.map(({ pinyin }) => pinyin),
    serial: customers.map(({ serialKey }) => serialKey.slice(0, 8)),
    address: customers.map(({ address }) => slice(address.replace(/^.*?[区县]/u, ''), 5)),
  }
}

/** Registers new calls of known customers, `clients` at a time; each answer is durable. */
async function registerAll(
  client: StationUnderTest,
  count: number,
  clients: number,
): Promise<{ timing: Timing; rate: number }> {
  const random = seeded(clients)
  const taken: number[] = []
  const from = performance.now()
  const work = async () => {
    while (taken.length < count) {
      const input = registerInput(random)
      const at = performance.now()
      await client.mutate('intake.record', input)
      taken.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: clients }, work))
  return { timing: percentiles(taken), rate: (taken.length * 1000) / (performance.now() - from) }
}

function registerInput(random: () => number) {
  const known = raw
    .prepare(
      'SELECT c."id", c."name", c."address", p."number" FROM "customers_customer" c JOIN "customers_phone" p ON p."customerId" = c."id" WHERE c."seq" = ?',
    )
    .get(1 + Math.floor(random() * size)) as Record<'id' | 'name' | 'address' | 'number', string>
  const product = raw
    .prepare('SELECT "id", "name", "purchasedOn" FROM "products_product" WHERE "customerId" = ? LIMIT 1')
    .get(known.id) as {
    id: string
    name: string
    purchasedOn: string
  }
  return {
    id: newId(),
    receivedAt: new Date().toISOString(),
    channel: 'phone',
    outcome: 'repair',
    customerId: known.id,
    newCustomerId: newId(),
    productId: product.id,
    newProductId: newId(),
    ticketId: newId(),
    customerName: known.name,
    contactName: known.name,
    phone: known.number,
    address: known.address,
    productName: product.name,
    purchasedOn: product.purchasedOn,
    symptom: '左眼有火花但点不着，右眼正常',
    level: '',
    handling: 'dispatch',
  }
}
