import { chmodSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bringFiles, hashOfFile, keepOnly, syncPath } from './backup-files.ts'
import { type BackupNote, filesNamedIn, noteOf, openEncrypted } from './check-backup.ts'
import { fileKeysOf } from './sealed-file.ts'

/** An encrypted database, its key in hex, and the file its copy becomes. */
export interface CopyOrder {
  path: string
  key: string
  into: string
  /** Folder of the stored files; the copy brings those it names to `files` beside it. Absent: the database alone. */
  files?: string
  /** Which one of its folder it is; kept in its note. */
  nth?: number
}

/** What a copy came to. */
export interface Copied {
  bytes: number
  /** Stored files the copy names that the station does not hold unharmed any more. */
  lostFiles: string[]
}

/**
 * Writes a consistent copy of a database that may be in use, under the same key, reads it back, and notes its hash beside it: the file `into`
 * is there only when the copy is whole. Blocks its thread; throws when the source or the copy is damaged.
 */
export function copyDatabase({ path, key, into, files, nth }: CopyOrder): Copied {
  const draft = `${into}.draft`
  rmSync(draft, { force: true })
  try {
    const source = openEncrypted(path, key)
    try {
      source.prepare('VACUUM INTO ?').run(draft)
    } finally {
      source.close()
    }
    const named = refuseDamaged(draft, key)
    chmodSync(draft, 0o600)
    syncPath(draft)
    const beside = join(dirname(into), 'files')
    const lostFiles = files === undefined ? [] : bringFiles(named, fileKeysOf(key), files, beside, false)
    const note: BackupNote = {
      sha256: hashOfFile(draft),
      bytes: statSync(draft).size,
      files: named.length,
      ...(nth === undefined ? {} : { nth }),
    }
    writeFileSync(noteOf(draft), `${JSON.stringify(note)}\n`, { mode: 0o600 })
    syncPath(noteOf(draft))
    rmSync(into, { force: true })
    renameSync(noteOf(draft), noteOf(into))
    renameSync(draft, into)
    if (process.platform !== 'win32') syncPath(dirname(into))
    if (files !== undefined) dropErased(dirname(into), key)
    return { bytes: note.bytes, lostFiles }
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm', '.json']) rmSync(`${draft}${end}`, { force: true })
  }
}

/** Stored files that no backup of the folder names any more go. Where one of them cannot be asked, all stay. */
function dropErased(folder: string, key: string): void {
  const named = new Set<string>()
  try {
    for (const name of readdirSync(folder).filter((each) => /^gendan-.*\.db$/.test(each))) {
      const backup = openEncrypted(join(folder, name), key)
      try {
        for (const hash of filesNamedIn(backup)) named.add(hash)
      } finally {
        backup.close()
      }
    }
  } catch {
    return
  }
  keepOnly(join(folder, 'files'), fileKeysOf(key), named)
}

/** Throws when a database cannot be read with the key, holds no schema of ours, or is damaged. Answers the stored files it names. */
export function refuseDamaged(path: string, key: string): string[] {
  const copy = openEncrypted(path, key)
  try {
    const found = copy.pragma('quick_check(5)') as { quick_check: string }[]
    if (found[0]?.quick_check !== 'ok')
      throw new Error(`the copy is damaged: ${found.map((row) => row.quick_check).join('; ')}`)
    const row = copy.prepare('SELECT count(*) AS "n" FROM "migrations"').get() as { n: number }
    if (row.n === 0) throw new Error('the copy is empty')
    return filesNamedIn(copy)
  } finally {
    copy.close()
  }
}
