import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'

/** The folder's database belongs to another process that is alive. */
export class FolderTaken extends Error {
  constructor(readonly folder: string) {
    super(`a station is running on ${folder}; stop it first`)
  }
}

/**
 * Claims a station's folder for this process until the answered function is called. The operating system holds the lock (on the empty
 * database `station.lock`), so it ends with the process however that dies, and no stale one is ever left. Throws `FolderTaken`.
 */
export function lockFolder(folder: string): () => void {
  const lock = new Sqlite(join(folder, 'station.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw new FolderTaken(folder)
    throw error
  }
  return () => lock.close()
}
