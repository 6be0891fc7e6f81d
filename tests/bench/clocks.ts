import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { openStation } from '../../main/station.ts'

/** How long a look of the scheduler takes beside a million limits that run, and what the raw due query costs there. */
const size = Number(process.argv[2] ?? 1_000_000)
const now = '2026-11-27T02:36:00.000Z'
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()

const folder = mkdtempSync(join(tmpdir(), 'gendan-clocks-'))
const key = randomBytes(32).toString('hex')
let at = now
const open = () => openStation({ folder, key, now: () => at, schedule: false, version: 'bench' })
await (await open()).close()

const db = new Sqlite(join(folder, 'gendan.db'))
db.pragma(`key = "x'${key}'"`)
const insert = db.prepare(
  `INSERT INTO "clocks_running" ("id", "subjectKind", "subjectId", "clock", "round", "state", "dueAt", "warnAt", "warnedAt", "alarmedAt")
   VALUES (?, 'tickets.ticket', ?, 'visit', 1, ?, ?, ?, ?, ?)`,
)
const state = JSON.stringify({
  clock: 'visit',
  round: 1,
  entries: 1,
  startedAt: now,
  limitMinutes: 180,
  hours: 'clock',
})
db.transaction(() => {
  for (let nth = 0; nth < size; nth += 1) {
    // A third is late and was said so, the rest falls due over the next two months.
    const minutes = nth % 3 === 0 ? -1 - (nth % 90_000) : 60 + (nth % 90_000)
    const told = minutes < 0 ? later(minutes) : null
    insert.run(`c${nth}`, `t${nth}`, state, later(minutes), later(minutes - 30), told, told)
  }
})()
db.exec('ANALYZE')
const due = db.prepare('SELECT 1 FROM "clocks_running" WHERE "alarmedAt" IS NULL AND "dueAt" < ? LIMIT 1')

const station = await open()
await station.scheduler.start()
/** Milliseconds, middle and 95th of a hundred. */
const figures = (times: number[]) => {
  const sorted = times.sort((a, b) => a - b)
  return `p50 ${sorted[50]!.toFixed(2)} ms, p95 ${sorted[95]!.toFixed(2)} ms`
}
const looks: number[] = []
const floors: number[] = []
for (let nth = 0; nth < 100; nth += 1) {
  // Every look finds what has fallen due in three and a half seconds more.
  at = new Date(Date.parse(now) + nth * 3500 + 60_000_000).toISOString()
  const startedAt = performance.now()
  await station.scheduler.tick()
  if (nth > 0) looks.push(performance.now() - startedAt)
  const floorAt = performance.now()
  due.get(at)
  floors.push(performance.now() - floorAt)
}
looks.push(looks.at(-1)!)
console.log(`${size} limits run: a look ${figures(looks)}; the raw due query ${figures(floors)}`)
await station.close()
db.close()
rmSync(folder, { recursive: true, force: true })
