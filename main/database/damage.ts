import { dirname } from 'node:path'
import { listBackups } from './backup.ts'
import { openEncrypted } from './check-backup.ts'

/** The database is damaged: what it holds cannot be read any more. It was left as it is; a backup can take its place. */
export class DamagedDatabase extends Error {
  override readonly name = 'DamagedDatabase'

  constructor(path: string, cause: unknown) {
    super(
      `the database ${path} is damaged; npm run restore puts the newest whole backup in its place, nothing was changed`,
      {
        cause,
      },
    )
  }
}

/** The file is no database of ours, or the key is another's. Nothing was changed. */
export class WrongKey extends Error {
  readonly code = 'SQLITE_NOTADB'

  constructor(cause: unknown) {
    super(
      'the key does not open this database; put the right station.key back or use the recovery key, nothing was changed',
      { cause },
    )
  }
}

/**
 * What an error at opening means. A first page that cannot be read looks the same damaged as under another key: where the key opens a backup
 * of this folder it is the right one, and the database is damaged.
 */
export async function explainOpening(error: unknown, place: { path: string; key: string }): Promise<unknown> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR'))
    return new DamagedDatabase(place.path, error)
  if (code !== 'SQLITE_NOTADB') return error
  for (const backup of await listBackups(dirname(place.path)))
    if (opens(backup.path, place.key)) return new DamagedDatabase(place.path, error)
  return new WrongKey(error)
}

/** Throws where a page or an index does not hold: a log taken in the middle of being folded in leaves such. Reads the whole file. */
export async function refuseDamagedPages(place: { path: string; key: string }): Promise<void> {
  try {
    const database = openEncrypted(place.path, place.key)
    try {
      const [found] = database.pragma('quick_check(1)') as { quick_check: string }[]
      if (found?.quick_check !== 'ok') throw new DamagedDatabase(place.path, found?.quick_check)
    } finally {
      database.close()
    }
  } catch (error) {
    throw await explainOpening(error, place)
  }
}

/** Reads the first page only: with another key that is noise. */
function opens(path: string, key: string): boolean {
  try {
    const database = openEncrypted(path, key)
    try {
      return database.prepare('SELECT count(*) FROM "sqlite_master"').get() !== undefined
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}
