import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { hashOfFile, holdsFile } from './backup-files.ts'
import { migrations } from './migrations/catalog.ts'
import { fileKeysOf } from './sealed-file.ts'

/** What lies beside a backup as `<name>.json`, written after the copy was read back. */
export interface BackupNote {
  /** SHA-256 of the database file. */
  sha256: string
  bytes: number
  /** Stored files the backup promises. */
  files: number
  /** Which one of the folder it is, in the order they were made whatever the clock said; absent in notes of the first release. */
  nth?: number
}

/** Why a backup is not taken. */
export type BackupFault = 'missing' | 'key' | 'damaged' | 'newer' | 'files'

/** A backup after it was read from end to end. `fault` null = everything it promises is there. */
export interface CheckedBackup {
  path: string
  bytes: number
  fault: BackupFault | null
  /** Hashes of the stored files it names. */
  files: string[]
  /** Those that neither the backup nor the station holds unharmed. */
  lostFiles: string[]
}

/** The note beside a backup: its size and its hash. */
export const noteOf = (path: string): string => `${path}.json`

/**
 * Reads a backup from end to end: the bytes against the note beside it, the key, every page and index, no schema newer than this release,
 * and every stored file it names (in `files` beside it, or in the station's own folder `station`). Changes nothing; blocks its thread.
 */
export function checkBackup(path: string, key: string, station: string): CheckedBackup {
  const found = (fault: BackupFault | null, files: string[] = [], lostFiles: string[] = []): CheckedBackup => ({
    path,
    bytes: existsSync(path) ? statSync(path).size : 0,
    fault,
    files,
    lostFiles,
  })
  if (!existsSync(path)) return found('missing')
  const note = readNote(path)
  if (note === 'unreadable') return found('damaged')
  if (note && (note.bytes !== statSync(path).size || note.sha256 !== hashOfFile(path))) return found('damaged')
  const content = readContent(path, key)
  if (typeof content === 'string') return found(note && content === 'damaged' ? 'key' : content)
  const beside = join(dirname(path), 'files')
  const keys = fileKeysOf(key)
  const own = join(station, 'files')
  const lost = content.files.filter((hash) => !holdsFile(beside, keys, hash) && !holdsFile(own, keys, hash))
  return found(lost.length > 0 ? 'files' : null, content.files, lost)
}

/** Hashes of the stored files a database names; throws when it cannot be read. */
export function filesNamedIn(database: Sqlite.Database): string[] {
  const table = database.prepare(`SELECT 1 FROM "sqlite_master" WHERE "name" = 'files_file'`).get()
  if (!table) return []
  return (database.prepare('SELECT "hash" FROM "files_file" ORDER BY "hash"').all() as { hash: string }[]).map(
    ({ hash }) => hash,
  )
}

/** An encrypted database, to be read only. Fails at the first read where the key is another's. */
export function openEncrypted(path: string, key: string): Sqlite.Database {
  const database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  database.pragma(`key = "x'${key}'"`)
  return database
}

/** What lies beside a backup; null where there is none: a backup from before there were notes. */
export function readNote(path: string): BackupNote | 'unreadable' | null {
  if (!existsSync(noteOf(path))) return null
  try {
    const { sha256, bytes, files, nth } = JSON.parse(readFileSync(noteOf(path), 'utf8')) as BackupNote
    return { sha256, bytes, files, ...(Number.isInteger(nth) ? { nth } : {}) }
  } catch {
    return 'unreadable'
  }
}

/** The first page says whether the key fits: with bytes that are known to be right, what cannot be read is locked by another key. */
function readContent(path: string, key: string): { files: string[] } | 'key' | 'damaged' | 'newer' {
  let database: Sqlite.Database | null = null
  try {
    database = openEncrypted(path, key)
    const done = database.prepare('SELECT "name" FROM "migrations"').all() as { name: string }[]
    if (done.length === 0) return 'damaged'
    const known = new Set(migrations.map((migration) => new migration().name))
    if (done.some(({ name }) => !known.has(name))) return 'newer'
    const [integrity] = database.pragma('integrity_check(1)') as { integrity_check: string }[]
    if (integrity?.integrity_check !== 'ok') return 'damaged'
    return { files: filesNamedIn(database) }
  } catch {
    return 'damaged'
  } finally {
    database?.close()
  }
}
