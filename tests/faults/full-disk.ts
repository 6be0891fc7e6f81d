import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../shared/kit/failure.ts'
import { keepFile } from '../../main/files/keep-file.ts'
import { openStation } from '../../main/station.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'
import { repairCall } from '../tickets/desk.ts'

/** Where the disk fills up: while calls are registered, while the log is written, at an upload, an import, a backup. */
export const places = ['database', 'log', 'attachments', 'import', 'backup'] as const
/** Milliseconds into the work when it fills; negative: before. */
export const fullAfterMs = [-1, 0, 40, 160] as const

/** `wrong` is empty when all held. */
export interface FullDiskReport {
  tried: number
  acknowledged: number
  refused: number
  wrong: string[]
}

/** A small disk of its own; null where this user may not mount one. */
export function mountSmallDisk(): { folder: string; unmount: () => void } | null {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return null
  }
  return {
    folder,
    unmount: () => {
      // Also where a station that failed still holds it: what went wrong is to be seen, not this.
      execFileSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true })
    },
  }
}

/**
 * Fills a real disk at every place and moment. While it is full every call is kept or refused by name; what is acknowledged is seen by
 * readers, then, after there is room again, and after a restart; the station goes on by itself.
 */
export async function fillDisk(disk: string, moments: readonly number[]): Promise<FullDiskReport> {
  const report: FullDiskReport = { tried: 0, acknowledged: 0, refused: 0, wrong: [] }
  const logFile = join(disk, 'station.log')
  const house = await openTestStation('sqlite', { under: disk, log: (line) => appendFileSync(logFile, line) })
  const desk = new Desk(house, report)
  const unheld = (reason: unknown) => report.wrong.push(`nobody waited for: ${String(reason)}`)
  process.on('unhandledRejection', unheld)
  try {
    for (const place of places)
      for (const afterMs of moments) {
        report.tried += 1
        desk.where = `${place}, full after ${afterMs} ms`
        await desk.register('before', true)
        if (afterMs < 0) fill(disk)
        const said = doAt(place, house, desk).then(
          () => null,
          (error: unknown) => error as Error,
        )
        if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs))
        if (afterMs >= 0) fill(disk)
        // What was grown before still takes some: on until it is full indeed.
        const refusedBefore = report.refused
        for (let nth = 0; nth < 200 && report.refused < refusedBefore + 4; nth += 1)
          await desk.register(`full ${nth}`, false)
        if (report.refused === refusedBefore) desk.complain('the disk was never full')
        const error = await said
        if (error !== null && !isNamed(error)) desk.complain(`${place} is refused without a name: ${String(error)}`)
        await desk.compare()
        empty(disk)
        await house.station.scheduler.tick()
        for (let nth = 0; nth < 2; nth += 1) await desk.register(`after ${nth}`, true)
        await doAt(place, house, desk).catch((error: unknown) =>
          desk.complain(`${place} fails with room: ${String(error)}`),
        )
        await desk.compare()
      }
    await house.station.close()
    const again = await openStation({ folder: house.folder, key: house.key, schedule: false })
    desk.where = 'after a restart'
    await desk.compare(again.services.database)
    const [sound] = (await again.services.database.source.query('PRAGMA integrity_check')) as {
      integrity_check: string
    }[]
    if (sound?.integrity_check !== 'ok') desk.complain(`integrity: ${sound?.integrity_check ?? 'no answer'}`)
    await again.close()
    return report
  } finally {
    process.off('unhandledRejection', unheld)
  }
}

/** Who registers calls, and what was said to them. */
class Desk {
  where = ''
  private readonly kept = new Set<string>()
  private readonly gone = new Set<string>()
  private nth = 0

  constructor(
    private readonly house: TestStation,
    private readonly report: FullDiskReport,
  ) {}

  complain(what: string): void {
    this.report.wrong.push(`${this.where}: ${what}`)
  }

  async register(when: string, mustBeKept: boolean): Promise<void> {
    this.nth += 1
    const input = repairCall({
      phone: `135${String(this.nth).padStart(8, '0')}`,
      symptom: '点不着火'.repeat(300),
      note: '走北门'.repeat(200),
    })
    const seat = await this.house.as('operator')
    try {
      await seat.intake.record(input)
      this.kept.add(input.id)
      this.report.acknowledged += 1
    } catch (error) {
      this.gone.add(input.id)
      this.report.refused += 1
      if (mustBeKept) this.complain(`${when}: refused with room: ${String(error)}`)
      if (!isNamed(error)) this.complain(`${when}: refused without a name: ${String(error)}`)
    }
  }

  async compare(database = this.house.station.services.database): Promise<void> {
    const rows = (await database.read((reader) => reader.query('SELECT "id" FROM "intake_register"'))) as {
      id: string
    }[]
    const seen = new Set(rows.map(({ id }) => id))
    const lost = [...this.kept].filter((id) => !seen.has(id))
    const strange = [...this.gone].filter((id) => seen.has(id))
    if (lost.length > 0) this.complain(`${lost.length} acknowledged calls are not seen`)
    if (strange.length > 0) this.complain(`${strange.length} refused calls are seen`)
  }
}

/** The work of a place. */
async function doAt(place: (typeof places)[number], house: TestStation, desk: Desk): Promise<unknown> {
  const { services } = house.station
  const head = await house.as('supervisor')
  const memberId = (await house.seat('supervisor')).memberId
  const file = (bytes: Uint8Array, name: string) =>
    keepFile(services, { content: bytes, name, mime: 'application/octet-stream', memberId })
  if (place === 'database') for (let nth = 0; nth < 5; nth += 1) await desk.register('meanwhile', false)
  if (place === 'log') for (let nth = 0; nth < 20; nth += 1) services.log.info('full.disk', { nth })
  if (place === 'attachments') await file(Buffer.alloc(3_000_000, services.newId()), 'picture.jpg')
  if (place === 'backup') await (await house.as('administrator')).admin.backUpNow()
  if (place !== 'import') return
  const rows = Array.from(
    { length: 3000 },
    (_, nth) => `客户${services.newId()},1371${String(nth).padStart(7, '0')},济南市历下区解放路${nth}号`,
  )
  const { hash } = await file(Buffer.from(['客户姓名,联系电话,地址', ...rows].join('\n')), 'archive.csv')
  const id = services.newId()
  await head.customers.importStart({ id, hash, fileName: 'archive.csv', kind: 'customers' })
  for (;;) {
    const { state, failure } = await head.customers.importProgress({ id })
    if (state === 'failed')
      throw failure?.kind === 'busy' ? new Failure('busy', failure.text) : new Error(failure?.text)
    if (state === 'done') return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function isNamed(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Failure ? error.cause : error
  if (cause instanceof Failure) return cause.data.kind === 'busy' || cause.data.text === 'admin.failure.backupDiskFull'
  return (cause as { code?: string }).code === 'ENOSPC'
}

const fillers = 'filler'

/** To the last byte. */
function fill(disk: string): void {
  mkdirSync(join(disk, fillers), { recursive: true })
  const { bavail, bsize } = statfsSync(disk)
  try {
    if (bavail > 0)
      execFileSync('fallocate', ['-l', String(bavail * bsize), join(disk, fillers, 'most')], { stdio: 'ignore' })
  } catch {
    // The station took some of it in between: what is left is filled by writing.
  }
  const file = openSync(join(disk, fillers, 'zeros'), 'a')
  try {
    for (const size of [1 << 12, 1]) for (;;) if (!put(file, size)) break
  } finally {
    closeSync(file)
  }
}

function put(file: number, size: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(size)) === size
  } catch {
    return false
  }
}

function empty(disk: string): void {
  if (existsSync(join(disk, fillers))) rmSync(join(disk, fillers), { recursive: true })
}
