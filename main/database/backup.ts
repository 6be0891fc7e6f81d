import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { CopyOrder } from './copy-database.ts'

const keptBackups = 7
const nameForm = /^gendan-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/

/** A verified backup in a station's folder. */
export interface Backup {
  path: string
  /** Instant it was begun. */
  at: string
}

/** Verified backups of a station, newest first. Drafts are none. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const place = join(folder, 'backups')
  const names = await readdir(place).catch(() => [])
  const backups = names.flatMap((name) => {
    const [, year, month, day, hour, minute, second] = nameForm.exec(name) ?? []
    return year ? [{ path: join(place, name), at: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z` }] : []
  })
  return backups.sort((one, other) => other.at.localeCompare(one.at))
}

/**
 * Writes and verifies a backup in `<folder>/backups` in a thread of its own, then lets go of all but the seven newest. Fails, and keeps what
 * was there, when the copy is not whole; an abort gives up without one. Answers its size in bytes, null after an abort.
 */
export async function backUpDatabase(
  folder: string,
  { path, key }: Omit<CopyOrder, 'into'>,
  now: string,
  signal: AbortSignal,
): Promise<number | null> {
  const place = join(folder, 'backups')
  await mkdir(place, { recursive: true, mode: 0o700 })
  const into = join(place, `gendan-${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z.db`)
  const bytes = await copyInThread({ path, key, into }, signal)
  if (bytes === null) return null
  for (const old of (await listBackups(folder)).slice(keptBackups)) await rm(old.path)
  return bytes
}

function copyInThread(order: CopyOrder, signal: AbortSignal): Promise<number | null> {
  if (signal.aborted) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: order })
    const giveUp = () => {
      resolve(null)
      void worker.terminate()
    }
    signal.addEventListener('abort', giveUp, { once: true })
    worker.on('message', (bytes: number) => resolve(bytes))
    worker.on('error', reject)
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', giveUp)
      reject(new Error(`the backup thread ended with ${code}`)) // says nothing once there was an answer
    })
  })
}

/** From source a neighbour; in the bundle it lies beside the entries, one above the shared parts, and outside of an asar where a copy does. */
function workerFile(): string {
  const near = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
  if (import.meta.url.endsWith('.ts')) return near('./backup-worker.ts')
  const bundled = [near('./backup-worker.js'), near('../backup-worker.js')].find((file) => existsSync(file))
  if (!bundled) throw new Error('the backup thread is not part of this build')
  const unpacked = bundled.replace(/app\.asar([\\/])/, 'app.asar.unpacked$1')
  return existsSync(unpacked) ? unpacked : bundled
}
