import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a database file and what lies beside it readable by its owner alone, before anything is written: SQLite gives the log and its index
 * the mode of the database. What belongs to somebody else is left as it is. Windows keeps its own list of who may read.
 */
export function keepPrivate(path: string): void {
  if (!existsSync(path) && existsSync(dirname(path))) closeSync(openSync(path, 'a', 0o600))
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    try {
      chmodSync(file, 0o600)
    } catch (error) {
      if (!['ENOENT', 'EPERM', 'EROFS'].includes(String((error as NodeJS.ErrnoException).code))) throw error
    }
  }
}
