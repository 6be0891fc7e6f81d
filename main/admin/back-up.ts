import type { Services } from '../api/context.ts'
import { listBackups } from '../database/backup.ts'
import { later } from '../scheduler/scheduler.ts'
import { SettingEntity } from './entities.ts'

const everyHours = 24
/** A new station is first filled, then backed up. */
const firstAfterHours = 1

/** A verified backup a day, by looking at the ones that are there: late or twice, it is written once. */
export async function backUp(services: Services, signal: AbortSignal): Promise<void> {
  const { database, folder, log } = services
  const now = services.now()
  if (database.engine === 'postgres') return log.info('backup.skipped', { engine: 'postgres' })
  if (!(await isDue(services, now))) return
  const copied = await database.backUp(folder, now, signal)
  if (copied === null) return log.warn('backup.givenUp')
  log.info('backup.written', { bytes: copied.bytes })
  if (copied.lostFiles.length > 0) log.error('backup.filesLost', { hashes: copied.lostFiles.join(' ') })
}

async function isDue({ database, folder }: Services, now: string): Promise<boolean> {
  const backups = await listBackups(folder)
  // One from a future that the clock no longer reaches does not count.
  const newest = backups.find(({ at }) => at <= now)
  if (newest) return later(newest.at, everyHours * 3600) <= now
  const company = await database.read((reader) => reader.findOneBy(SettingEntity, { name: 'company' }))
  return company !== null && (backups.length > 0 || later(company.changedAt, firstAfterHours * 3600) <= now)
}
