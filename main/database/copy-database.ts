import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'

/** An encrypted database, its key in hex, and the file its copy becomes. */
export interface CopyOrder {
  path: string
  key: string
  into: string
}

/**
 * Writes a consistent copy of a database that may be in use, under the same key, and reads it back: the file `into` is there only when the
 * copy is whole. Blocks its thread; throws when the source or the copy is damaged. Answers the size in bytes.
 */
export function copyDatabase({ path, key, into }: CopyOrder): number {
  const draft = `${into}.draft`
  rmSync(draft, { force: true })
  try {
    const source = openEncrypted(path, key)
    try {
      source.prepare('VACUUM INTO ?').run(draft)
    } finally {
      source.close()
    }
    refuseDamaged(draft, key)
    chmodSync(draft, 0o600)
    syncPath(draft)
    renameSync(draft, into)
    if (process.platform !== 'win32') syncPath(dirname(into))
    return statSync(into).size
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${draft}${end}`, { force: true })
  }
}

/** Throws when a database cannot be read with the key, holds no schema of ours, or is damaged. */
export function refuseDamaged(path: string, key: string): void {
  const copy = openEncrypted(path, key)
  try {
    const found = copy.pragma('quick_check(5)') as { quick_check: string }[]
    if (found[0]?.quick_check !== 'ok')
      throw new Error(`the copy is damaged: ${found.map((row) => row.quick_check).join('; ')}`)
    const row = copy.prepare('SELECT count(*) AS "n" FROM "migrations"').get() as { n: number }
    if (row.n === 0) throw new Error('the copy is empty')
  } finally {
    copy.close()
  }
}

function openEncrypted(path: string, key: string): Sqlite.Database {
  const database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  database.pragma(`key = "x'${key}'"`)
  return database
}

function syncPath(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
