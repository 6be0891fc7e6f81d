import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CounterEntity } from '../../main/house/entities.ts'
import { Database } from '../../main/database/database.ts'
import { entities } from '../../main/registry.ts'
import { below, seeded } from '../bench/seeded.ts'

/** `wrong` is empty when all held. */
export interface TornReport {
  cuts: number
  transactions: number
  wrong: string[]
}

/** A transaction and the length of the log once it was acknowledged. */
interface Written {
  nth: number
  logBytes: number
}

const transactions = 40

/**
 * Cuts or garbles the write-ahead log at many places, as a power cut may, and opens what is left: every transaction that was whole before
 * the place is there, none is there by half, and the database is sound.
 */
export async function tearLog({ cuts, seed = 1 }: { cuts: number; seed?: number }): Promise<TornReport> {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-torn-'))
  const key = randomBytes(32).toString('hex')
  const random = seeded(seed)
  try {
    const written = await writeWhole(folder, key, random)
    const log = readFileSync(join(folder, 'whole.db-wal'))
    const wrong: string[] = []
    for (let nth = 0; nth < cuts; nth += 1) {
      const place = placeOf(random, nth, written, log.length)
      const torn = nth % 3 === 0 ? log.subarray(0, place) : garbled(random, log, place, nth % 3 === 1)
      wrong.push(
        ...(await openTorn(folder, key, torn, place, written)).map((what) => `cut ${nth} at ${place}: ${what}`),
      )
    }
    return { cuts, transactions, wrong }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Places all over the log, at the very ends of transactions, and a byte beside them. */
function placeOf(random: () => number, nth: number, written: readonly Written[], length: number): number {
  if (nth % 2 === 0) return below(random, length + 1)
  const end = written[below(random, written.length)]?.logBytes ?? 0
  return Math.min(length, Math.max(0, end + below(random, 3) - 1))
}

/** From the place on, random bytes or bytes of an older round of the log. */
function garbled(random: () => number, log: Buffer, place: number, isRandom: boolean): Buffer {
  const torn = Buffer.from(log)
  for (let at = place; at < torn.length; at += 1)
    torn[at] = isRandom ? below(random, 256) : (log[(at + 4096) % log.length] ?? 0)
  return torn
}

/** Writes the transactions with the log never folded into the file, and keeps both as they stand. */
async function writeWhole(folder: string, key: string, random: () => number): Promise<Written[]> {
  const path = join(folder, 'live.db')
  const database = await Database.open({ engine: 'sqlite', path, key }, entities)
  await database.source.query('PRAGMA wal_checkpoint(TRUNCATE)')
  await database.source.query('PRAGMA wal_autocheckpoint = 0')
  const written: Written[] = []
  for (let nth = 1; nth <= transactions; nth += 1) {
    await database.write(async (tx) => {
      await tx.insert(CounterEntity, { name: `first:${nth}`, value: nth })
      await tx.query('INSERT INTO "admin_setting" ("name", "value", "changedAt") VALUES (?, ?, ?)', [
        `bulk:${nth}`,
        JSON.stringify('赵'.repeat(200 + below(random, 6000))),
        '2026-11-20T00:00:00.000Z',
      ])
      await tx.insert(CounterEntity, { name: `last:${nth}`, value: nth })
    })
    written.push({ nth, logBytes: statSync(`${path}-wal`).size })
  }
  copyFileSync(path, join(folder, 'whole.db'))
  copyFileSync(`${path}-wal`, join(folder, 'whole.db-wal'))
  await database.close()
  return written
}

async function openTorn(
  folder: string,
  key: string,
  log: Buffer,
  place: number,
  written: readonly Written[],
): Promise<string[]> {
  const path = join(folder, 'torn.db')
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
  copyFileSync(join(folder, 'whole.db'), path)
  writeFileSync(`${path}-wal`, log)
  const database = await Database.open({ engine: 'sqlite', path, key }, entities).catch((error: unknown) =>
    String(error),
  )
  if (typeof database === 'string') return [`does not open: ${database}`]
  try {
    const [integrity] = (await database.source.query('PRAGMA integrity_check')) as { integrity_check: string }[]
    const names = (await database.source.query(
      'SELECT "name" FROM "admin_counter" UNION ALL SELECT "name" FROM "admin_setting"',
    )) as { name: string }[]
    const there = new Set(names.map((row) => row.name))
    const wrong = integrity?.integrity_check === 'ok' ? [] : [`integrity ${JSON.stringify(integrity)}`]
    let isOver = false
    for (const { nth, logBytes } of written) {
      const parts = ['first', 'bulk', 'last'].filter((part) => there.has(`${part}:${nth}`)).length
      if (parts !== 0 && parts !== 3) wrong.push(`transaction ${nth} is there by half`)
      if (parts === 3 && isOver) wrong.push(`transaction ${nth} is there without the one before`)
      if (parts !== 3 && logBytes <= place) wrong.push(`transaction ${nth} is lost`)
      isOver ||= parts === 0
    }
    return wrong
  } finally {
    await database.close()
  }
}
