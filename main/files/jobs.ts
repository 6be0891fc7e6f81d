import { unlinkedHours } from '../../shared/admin/file-limits.ts'
import type { Services } from '../api/context.ts'
import type { Job } from '../scheduler/job.ts'
import { later } from '../scheduler/scheduler.ts'
import { dropLinks, eraseUnlinked, unlinkedBefore } from './links.ts'

/** What the files of a station need from time to time. */
export const filesJobs: Job[] = [
  { name: 'files.seal', everySeconds: 6 * 3600, run: sealAll },
  { name: 'files.sweep', everySeconds: 3600, run: sweep },
]

/** Seals what an older release left plain, file by file; one that is damaged stays as it is and is told of. */
export async function sealAll({ database, files, log }: Services, signal: AbortSignal): Promise<void> {
  const rows = (await database.read((reader) => reader.query('SELECT "hash" FROM "files_file" ORDER BY "hash"'))) as {
    hash: string
  }[]
  let sealed = 0
  for (const { hash } of rows) {
    if (signal.aborted) return
    try {
      if (await files.sealPlain(hash)) sealed += 1
    } catch (error) {
      log.error('files.notSealed', { hash, error: String(error) })
    }
  }
  if (sealed > 0) log.info('files.sealed', { files: sealed })
}

/** Ends the links whose days are over, then erases what nothing is linked to. */
export async function sweep(services: Services, signal: AbortSignal): Promise<void> {
  const now = services.now()
  for (const [use, { keptDays }] of services.fileUses) {
    if (keptDays === undefined || signal.aborted) continue
    const erased = await dropLinks(services, { use, linkedBefore: later(now, -keptDays * 86_400) })
    if (erased.length > 0) services.log.info('files.overdue', { use, files: erased.length })
  }
  const before = later(now, -unlinkedHours * 3600)
  const left = await eraseUnlinked(services, await unlinkedBefore(services, before), before)
  if (left.length > 0) services.log.info('files.swept', { files: left.length })
}
