import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openEncrypted } from './check-backup.ts'

/** Whether a key opens what lies in a station's folder: its database or, where that is gone or damaged, a backup. Null where nothing is locked. */
export function tryKey(folder: string, key: string): boolean | null {
  const locked = [join(folder, 'gendan.db'), ...backupsIn(join(folder, 'backups'))].filter((path) => existsSync(path))
  return locked.length === 0 ? null : locked.some((path) => opens(path, key))
}

/** Reads the first page only: with another key that is noise. */
export function opens(path: string, key: string): boolean {
  try {
    const database = openEncrypted(path, key)
    try {
      const { tables } = database.prepare('SELECT count(*) AS "tables" FROM "sqlite_master"').get() as {
        tables: number
      }
      return tables > 0
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}

function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .map((name) => join(folder, name))
}
