import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.ts'
import { noteOf, readNote } from './check-backup.ts'
import type { Copied, CopyOrder } from './copy-database.ts'

/** Of so many days the newest backup is kept, and the two newest of all. */
const keptDays = 7
const keptNewest = 2
const nameForm = /^gendan-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/

/** A verified backup in a station's folder. */
export interface Backup {
  path: string
  /** Instant it was begun, as the clock of the computer said then. */
  at: string
  /** Which one it is in the order they were made. */
  nth: number
}

/** Verified backups of a station, the last made first: a clock that was wrong once never makes an old one the newest. Drafts are none. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const place = join(folder, 'backups')
  const names = await readdir(place).catch(() => [])
  const backups = names.flatMap((name) => {
    const [, year, month, day, hour, minute, second] = nameForm.exec(name) ?? []
    if (!year) return []
    const path = join(place, name)
    return [{ path, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`, nth: nthOf(path) }]
  })
  return backups.sort((one, other) => other.nth - one.nth || other.at.localeCompare(one.at))
}

/** 0 for one of the first release: older than all that are counted. */
function nthOf(path: string): number {
  const note = readNote(path)
  return note === null || note === 'unreadable' ? 0 : (note.nth ?? 0)
}

/**
 * Writes and verifies a backup in `<folder>/backups` in a thread of its own, then lets go of the old ones (see `outlived`). Fails, and keeps what
 * was there, when the copy is not whole; an abort gives up without one. Brings the stored files it names to `backups/files`, each once. Answers null after an abort.
 */
export async function backUpDatabase(
  folder: string,
  { path, key }: Pick<CopyOrder, 'path' | 'key'>,
  now: string,
  signal: AbortSignal,
): Promise<Copied | null> {
  const place = join(folder, 'backups')
  await mkdir(place, { recursive: true, mode: 0o700 })
  // What a kill left half written is as large as the database, and no good to anybody.
  for (const name of await readdir(place)) if (/\.db\.draft(-journal)?$/.test(name)) await rm(join(place, name))
  const into = join(place, `gendan-${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z.db`)
  const nth = 1 + Math.max(0, ...(await listBackups(folder)).map((backup) => backup.nth))
  const copied = await copyInThread({ path, key, into, nth, files: join(folder, 'files') }, signal)
  if (copied === null) return null
  for (const old of outlived(await listBackups(folder))) {
    await rm(old.path)
    await rm(noteOf(old.path), { force: true })
  }
  return copied
}

/** Backups no longer kept: many made by hand on one day never push out those of the days before. Takes the newest first. */
function outlived(backups: readonly Backup[]): Backup[] {
  const days = [...new Set(backups.map(({ at }) => at.slice(0, 10)))].slice(0, keptDays)
  return backups.filter(({ at }, index) => {
    const day = at.slice(0, 10)
    const isNewestOfDay = backups[index - 1]?.at.slice(0, 10) !== day
    return index >= keptNewest && !(isNewestOfDay && days.includes(day))
  })
}

function copyInThread(order: CopyOrder, signal: AbortSignal): Promise<Copied | null> {
  if (signal.aborted) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile('database/backup-worker'), { workerData: order })
    const giveUp = () => {
      resolve(null)
      void worker.terminate()
    }
    signal.addEventListener('abort', giveUp, { once: true })
    worker.on('message', (copied: Copied) => resolve(copied))
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', giveUp)
      reject(new Error(`the backup thread ended with ${code}`)) // says nothing once there was an answer
    })
  })
}
