import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { setUp } from '../../main/admin/set-up.ts'
import { nameKeysOf } from '../../main/customers/name-keys.ts'
import { customerTexts, textsOf } from '../../main/customers/texts.ts'
import { indexedBody } from '../../main/database/search/text-index.ts'
import { openStation } from '../../main/station.ts'
import { address, mobile, personName, productTypes, serial } from './people.ts'
import { inserters } from './inserters.ts'
import { below, pick, seeded } from './seeded.ts'

/** A built archive: where it is and how to open it. */
export interface BenchArchive {
  folder: string
  key: string
  /** Seconds the building took, 0 when it stood already. */
  builtIn: number
}

const version = '6'
const seed = 20_261_120
const symptom = '左眼有火花但点不着'
/** The index of what was told of the cases, as the station keeps it. */
export const toldTexts = { name: 'tickets_ticket_text', columns: ['symptom'] } as const
const technicians = 20

/** Builds the archive of `size` customers once (2 products, 2 tickets, 5 calls each) and keeps it for the next run. */
export async function buildArchive(root: string, size: number): Promise<BenchArchive> {
  const folder = join(root, `${size}-v${version}`)
  const mark = join(folder, 'built')
  if (existsSync(mark)) return { folder, key: readFileSync(join(folder, 'station.key'), 'utf8'), builtIn: 0 }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const key = randomBytes(32).toString('hex')
  writeFileSync(join(folder, 'station.key'), key, { mode: 0o600 })
  const from = performance.now()
  await firstRun(folder, key)
  fill(openRaw(folder, key), size)
  writeFileSync(mark, new Date().toISOString())
  return { folder, key, builtIn: (performance.now() - from) / 1000 }
}

/** The archive's file beside the house: for filling and for floors. */
export function openRaw(folder: string, key: string): Sqlite.Database {
  const db = new Sqlite(join(folder, 'gendan.db'), { timeout: 10_000 })
  db.pragma(`key = "x'${key}'"`)
  db.pragma('journal_mode = WAL')
  db.pragma('cache_size = -65536')
  db.pragma('temp_store = MEMORY')
  db.pragma('foreign_keys = OFF')
  return db
}

async function firstRun(folder: string, key: string): Promise<void> {
  const station = await openStation({ folder, key, schedule: false })
  await setUp(
    station.services,
    {
      language: 'zh-CN',
      companyName: '禾炊厨具',
      branch: '',
      hotline: '4000008003',
      areaCode: '',
      presetId: 'P32',
      warrantyMonths: 24,
      administrator: { login: 'bench', name: '压测', password: 'bench-password' },
      start: 'empty',
    },
    'bench',
  )
  await station.close()
}

const id = (kind: number, nth: number) =>
  `0193a${kind.toString(16)}00-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`

function fill(db: Sqlite.Database, size: number): void {
  db.pragma('synchronous = OFF')
  const indexes = db
    .prepare(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN
     ('customers_customer', 'customers_person', 'customers_phone', 'products_product', 'tickets_ticket', 'tickets_dispatch', 'tickets_result', 'intake_call')`,
    )
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)
  const random = seeded(seed)
  const write = inserters(db)
  for (let nth = 0; nth < technicians; nth += 1) write.member(...technician(nth, personName(random)))
  const chunk = 20_000
  for (let first = 0; first < size; first += chunk) {
    db.transaction(() => {
      for (let nth = first; nth < Math.min(size, first + chunk); nth += 1) fillOne(write, random, nth, size)
    })()
    if (process.stderr.isTTY) process.stderr.write(`\r${Math.min(size, first + chunk)} / ${size}`)
  }
  for (const { sql } of indexes) db.exec(sql)
  db.prepare('INSERT OR REPLACE INTO "admin_counter" ("name", "value") VALUES (?, ?)').run('customers.seq', size + 1)
  db.exec('ANALYZE')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

function technician(nth: number, name: string): unknown[] {
  const login = `technician${nth + 1}`
  const since = '2020-01-01T00:00:00.000Z'
  return [id(9, nth), login, login, name, `T${nth + 1}`, 'technician', 'active', '', '', '', '', since, since, 1]
}

const dayMs = 86_400_000
const today = Date.parse('2026-11-20T02:00:00.000Z')
const keysByName = new Map<string, ReturnType<typeof nameKeysOf>>()

function fillOne(write: ReturnType<typeof inserters>, random: () => number, nth: number, size: number): void {
  const name = personName(random)
  const keys = keysByName.get(name) ?? nameKeysOf(name)
  if (keysByName.size < 200_000) keysByName.set(name, keys)
  const place = address(random)
  const number = mobile(random)
  const customerId = id(1, nth)
  const personId = id(2, nth)
  const createdAt = new Date(today - below(random, 2500) * dayMs).toISOString()
  const label = `KH-${String(nth + 1).padStart(6, '0')}`
  write.customer(
    customerId,
    nth + 1,
    label,
    name,
    keys.nameKey,
    keys.pinyin,
    keys.initials,
    'general',
    place,
    '',
    '',
    '',
    '',
    '',
    'bench',
    createdAt,
    null,
    createdAt,
    createdAt,
    1,
  )
  write.person(personId, customerId, name, keys.pinyin, keys.initials, '', '', null, 0)
  write.phone(
    id(3, nth),
    customerId,
    personId,
    number,
    [...number].reverse().join(''),
    '',
    number,
    'mobile',
    '',
    1,
    0,
    null,
    null,
  )
  write.text(nth + 1, indexedBody(customerTexts, textsOf({ names: [name], address: place })))
  for (let which = 0; which < 2; which += 1)
    fillProduct(write, random, { nth: nth * 2 + which, customerId, personId, name, number, place, size })
  for (let which = 0; which < 5; which += 1) {
    const at = today - below(random, 2000 * 86_400) * 1000
    const callId = id(6, nth * 5 + which)
    const [ring, answer, end] = [0, 5, 125].map((seconds) => new Date(at + seconds * 1000).toISOString())
    write.call(
      callId,
      callId,
      'in',
      'ended',
      number,
      number,
      '4000008003',
      '',
      '',
      ring,
      ring,
      answer,
      end,
      '',
      null,
      'repair',
      '',
      customerId,
      null,
      ring,
      null,
      null,
      0,
    )
  }
}

function fillProduct(
  write: ReturnType<typeof inserters>,
  random: () => number,
  of: { nth: number; customerId: string; personId: string; name: string; number: string; place: string; size: number },
): void {
  const productId = id(4, of.nth)
  const type = pick(random, productTypes)
  const serialNo = serial(random)
  const boughtAt = today - below(random, 1500) * dayMs
  const purchasedOn = new Date(boughtAt).toISOString().slice(0, 10)
  const at = new Date(boughtAt + below(random, 1400) * dayMs).toISOString()
  const model = `HC-${pick(random, [...'ABCDZ'])}${10 + below(random, 90)}`
  write.product(
    productId,
    of.customerId,
    type,
    model,
    serialNo,
    serialNo,
    [...serialNo].reverse().join(''),
    purchasedOn,
    null,
    '',
    '',
    'told',
    '',
    at,
    at,
    1,
  )
  const isOpen = random() < 0.02
  const number = `GD2020-${String(of.nth + 1).padStart(8, '0')}`
  write.told(of.nth + 1, indexedBody(toldTexts, { symptom: [symptom] }))
  write.toldLink(of.nth + 1, id(5, of.nth))
  write.ticket(
    id(5, of.nth),
    number,
    `FW2020-${String(of.nth + 1).padStart(8, '0')}`,
    null,
    isOpen ? 'unassigned' : 'closed',
    at,
    at,
    'phone',
    null,
    of.customerId,
    of.personId,
    productId,
    of.name,
    of.name,
    of.number,
    of.place,
    '',
    'general',
    type,
    model,
    serialNo,
    purchasedOn,
    symptom,
    '',
    '',
    'dispatch',
    'P32',
    null,
    null,
    null,
    0,
    isOpen ? at : null,
    isOpen ? 'visit' : null,
    isOpen ? at : null,
    null,
    isOpen ? null : at,
    1,
  )
  if (!isOpen) fillVisit(write, of, at)
}

/** The order and the result of a ticket that is closed. */
function fillVisit(
  write: ReturnType<typeof inserters>,
  { nth, customerId }: { nth: number; customerId: string },
  at: string,
): void {
  const ticketId = id(5, nth)
  const later = (hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString()
  const order = ['点火针积碳', '清理点火针', '点火针 1 支', 'yes', '', null, null, '']
  const ordered = [`PG2020-${String(nth + 1).padStart(8, '0')}`, ticketId, 'done', id(9, nth % technicians), null]
  write.dispatch(id(7, nth), ...ordered, at, later(2), later(4), ...order, customerId)
  const done = ['清理点火针，试机正常', 'solved', '[]', 0, '', '', 'satisfied']
  write.result(
    id(8, nth),
    ticketId,
    id(9, nth % technicians),
    at.slice(0, 10),
    later(2),
    later(3),
    ...done,
    later(4),
    null,
    1,
    customerId,
  )
}
