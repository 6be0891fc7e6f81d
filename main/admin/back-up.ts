import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupState } from '../../shared/admin/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { hasRoomFor } from '../../shared/kit/space.ts'
import type { Seat, Services } from '../api/context.ts'
import { listBackups } from '../database/backup.ts'
import type { Copied } from '../database/copy-database.ts'
import { later } from '../scheduler/scheduler.ts'
import { audit } from '../house/audit.ts'
import { SettingEntity } from '../house/entities.ts'
import { readSpace, refuseWithoutRoom } from '../files/space.ts'

const everyHours = 24
/** The sample or the first rows are in by then; with the job's own pace the first backup stands two minutes after the first run. */
const firstAfterSeconds = 30

/** A verified backup a day, by looking at the ones that are there: late or twice, it is written once. */
export async function backUp(services: Services, signal: AbortSignal): Promise<void> {
  const { database, log } = services
  if (database.engine === 'postgres') return log.info('backup.skipped', { engine: 'postgres' })
  if (!(await isDue(services, services.now()))) return
  if (!hasRoomFor(await readSpace(services), await bytesOfBackup(services))) return log.warn('backup.noRoom')
  await writeBackup(services, signal)
}

/** A backup because a member asked for one, beside those of every day. Answers when it is written and read back; audited. */
export async function backUpNow(services: Services, seat: Seat): Promise<BackupState> {
  if (services.database.engine === 'postgres') throw new Failure('ruleBroken', 'admin.failure.backupByServer')
  await refuseWithoutRoom(services, await bytesOfBackup(services))
  const copied = await writeBackup(services, new AbortController().signal).catch((error: unknown) => {
    services.log.error('backup.failed', { error: String(error) })
    const isFull = /\bfull\b|ENOSPC/.test(String(error))
    throw new Failure('ruleBroken', isFull ? 'admin.failure.backupDiskFull' : 'admin.failure.backupFailed')
  })
  if (copied === null) throw new Failure('busy', 'admin.failure.backupGivenUp')
  await services.database.write((tx) =>
    audit(services, tx, seat, { action: 'admin.backUp', subject: 'station', details: { bytes: copied.bytes } }),
  )
  return readBackups(services)
}

/** What the settings say about backups. */
export async function readBackups({ database, folder }: Services): Promise<BackupState> {
  if (database.engine === 'postgres') return { by: 'server' }
  const [newest] = await listBackups(folder)
  const size = newest && (await stat(newest.path).catch(() => null))
  return {
    by: 'station',
    folder: join(folder, 'backups'),
    newest: newest && size ? { at: newest.at, bytes: size.size } : null,
  }
}

async function writeBackup(services: Services, signal: AbortSignal): Promise<Copied | null> {
  const { database, folder, log } = services
  const copied = await database.backUp(folder, services.now(), signal)
  if (copied === null) log.warn('backup.givenUp')
  else {
    log.info('backup.written', { bytes: copied.bytes })
    if (copied.lostFiles.length > 0) log.error('backup.filesLost', { hashes: copied.lostFiles.join(' ') })
  }
  return copied
}

/** The database and its log; stored files are linked, not copied. */
async function bytesOfBackup({ folder }: Services): Promise<number> {
  const sizes = await Promise.all(
    ['gendan.db', 'gendan.db-wal'].map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function isDue({ database, folder }: Services, now: string): Promise<boolean> {
  const backups = await listBackups(folder)
  // One from a future that the clock no longer reaches does not count.
  const newest = backups.find(({ at }) => at <= now)
  if (newest) return later(newest.at, everyHours * 3600) <= now
  const company = await database.read((reader) => reader.findOneBy(SettingEntity, { name: 'company' }))
  return company !== null && (backups.length > 0 || later(company.changedAt, firstAfterSeconds) <= now)
}
