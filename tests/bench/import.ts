import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import iconv from 'iconv-lite'
import { readTable } from '../../main/customers/import/read-table.ts'
import { writeSheet } from '../../main/customers/import/workbook.ts'
import { setUp } from '../../main/admin/set-up.ts'
import { newId } from '../../main/new-id.ts'
import { openStation } from '../../main/station.ts'
import { ms, percentiles, table } from './measure.ts'
import { address, mobile, personName, productTypes, serial } from './people.ts'
import { below, pick, seeded } from './seeded.ts'
import { startStation, type StationUnderTest } from './station-under-test.ts'

/**
 * `node build/run.ts tests/bench/import.ts [--rows 100000]`: a seeded archive as .csv and as .xlsx into a fresh station while an operator
 * registers calls and looks numbers up. Seconds, highest memory of the station's process, longest wait; the floor is reading the file only.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } })
const size = Number(values.rows)
const login = { login: 'bench', password: 'bench-password' }
const found: string[][] = [
  [
    'file',
    'seconds',
    'floor s',
    'ratio',
    'MB before',
    'highest MB',
    'register p50/worst ms',
    'look-up p50/worst ms',
    'registers',
  ],
]

for (const [name, bytes] of await files()) found.push(await measure(name, bytes))
process.stdout.write(`${size} customers; ${cpus().length} cores, node ${process.version}\n\n${table(found)}\n`)

async function measure(name: string, bytes: Uint8Array): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-bench-import-'))
  try {
    const key = randomBytes(32).toString('hex')
    writeFileSync(join(folder, 'station.key'), key, { mode: 0o600 })
    await firstRun(folder, key)
    const floor = await seconds(() => readOnly(name, bytes))
    const station = await startStation(folder, login)
    const idle = memoryMb(station.pid, 'VmRSS')
    const registers: number[] = []
    const lookUps: number[] = []
    let isOver = false
    const operator = operate(station, registers, lookUps, () => isOver)
    const took = await seconds(() => importAll(station, name, bytes))
    const highest = memoryMb(station.pid, 'VmHWM')
    isOver = true
    await operator
    await station.stop()
    const [write, read] = [percentiles(registers), percentiles(lookUps)]
    return [
      ...[name, took.toFixed(1), floor.toFixed(1), (took / floor).toFixed(1), idle.toFixed(0)],
      highest.toFixed(0),
      ...[`${ms(write.p50)} / ${ms(Math.max(...registers))}`, `${ms(read.p50)} / ${ms(Math.max(...lookUps))}`],
      String(registers.length),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importAll(station: StationUnderTest, name: string, bytes: Uint8Array): Promise<void> {
  const { hash } = (await station.upload(`/files?name=${name}&use=import`, bytes)) as { hash: string }
  const id = newId()
  await station.mutate('customers.importStart', { id, hash, fileName: name, kind: 'customers' })
  for (;;) {
    const progress = (await station.query('customers.importProgress', { id })) as { state: string; summary: unknown }
    if (progress.state === 'done') return
    if (progress.state !== 'reading' && progress.state !== 'writing') throw new Error(JSON.stringify(progress))
    await pause(100)
  }
}

/** One operator who never rests: a register and a look-up, every tenth of a second. */
async function operate(
  station: StationUnderTest,
  registers: number[],
  lookUps: number[],
  isOver: () => boolean,
): Promise<void> {
  const random = seeded(5)
  while (!isOver()) {
    registers.push(1000 * (await seconds(() => station.mutate('intake.record', registerInput(random)))))
    lookUps.push(1000 * (await seconds(() => station.query('customers.search', { text: mobile(random), limit: 20 }))))
    await pause(100)
  }
}

function registerInput(random: () => number) {
  const name = personName(random)
  return {
    ...{ id: newId(), receivedAt: new Date().toISOString(), channel: 'phone', outcome: 'repair', customerId: null },
    ...{ newCustomerId: newId(), productId: null, newProductId: newId(), ticketId: newId() },
    ...{ customerName: name, contactName: name, phone: mobile(random), address: address(random) },
    ...{ productName: pick(random, productTypes), purchasedOn: '2025-03-18', symptom: '点不着火', level: '' },
    handling: 'dispatch',
  }
}

async function readOnly(name: string, bytes: Uint8Array): Promise<void> {
  const read = await readTable({ name, bytes })
  for await (const row of read.rows()) void row
}

async function files(): Promise<[string, Uint8Array][]> {
  const text = [...archiveRows()].map((cells) => `${cells.join(',')}\r\n`).join('')
  const book = new Uint8Array(await new Response(writeSheet('客户', archiveRows())).arrayBuffer())
  return [
    ['archive.csv', new Uint8Array(iconv.encode(text, 'gb18030'))],
    ['archive.xlsx', book],
  ]
}

function* archiveRows(): Generator<string[]> {
  const random = seeded(3)
  yield ['客户姓名', '联系电话', '地址', '产品名称', '型号', '出厂编号', '购买日期', '备注']
  for (let nth = 0; nth < size; nth += 1) {
    const phone = mobile(random)
    const spaced = `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
    const shown = pick(random, [phone, spaced, `${phone}/${mobile(random)}`, `+86${phone}`])
    const no = serial(random)
    const boughtOn = `20${15 + below(random, 10)}-0${1 + below(random, 9)}-1${below(random, 10)}`
    const note = below(random, 10) === 0 ? '老客户，请先电话联系' : ''
    const product = [pick(random, productTypes), no.slice(0, 6), no, boughtOn]
    yield [personName(random), shown, address(random), ...product, note]
  }
}

async function firstRun(folder: string, key: string): Promise<void> {
  const station = await openStation({ folder, key, schedule: false })
  const company = {
    ...{ companyName: '禾炊厨具', branch: '', hotline: '4000008003', areaCode: '' },
    ...{ presetId: 'P32', warrantyMonths: 24 },
  }
  const administrator = { ...login, name: '刘雪梅' }
  await setUp(station.services, { language: 'zh-CN', ...company, administrator, start: 'empty' }, 'bench')
  await station.close()
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}

/** Resident memory of a process, now or at its highest; Linux only, else none. */
function memoryMb(pid: number, which: 'VmRSS' | 'VmHWM'): number {
  try {
    return Number(new RegExp(`${which}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return Number.NaN
  }
}
