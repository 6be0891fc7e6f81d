import { copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { bringFiles, hashOfFile, syncPath } from './backup-files.ts'
import { type Backup, listBackups } from './backup.ts'
import { markClosed } from './book.ts'
import { type BackupFault, type CheckedBackup, checkBackup, openEncrypted } from './check-backup.ts'
import { lockFolder } from './folder-lock.ts'
import { fileKeysOf } from './sealed-file.ts'

/** No backup was taken, and nothing was changed. */
export class NotRestored extends Error {
  override readonly name = 'NotRestored'

  constructor(readonly fault: BackupFault | 'none') {
    super(`${faults[fault]}; nothing was changed`)
  }
}

const faults: Record<BackupFault | 'none', string> = {
  none: 'there is no whole backup in this folder',
  missing: 'there is no such backup',
  key: 'the key does not open this backup',
  damaged: 'this backup is damaged',
  newer: 'this backup was made by a newer release; start that release',
  files: 'stored files of this backup are lost',
}

/** What was put back, and where what stood there before lies now. */
export interface Restored {
  from: string
  /** Where the database before lies now; null when there was none. */
  keptAs: string | null
  /** Stored files of the backup, and those of them that are lost. */
  files: number
  lostFiles: string[]
  /** How far each counter had come in what stood there; null where that cannot be read any more. */
  counters: ReadonlyMap<string, number> | null
}

/** Every backup of a folder, read from end to end, newest first. */
export async function checkedBackups(folder: string, key: string): Promise<(Backup & CheckedBackup)[]> {
  return (await listBackups(folder)).map((backup) => ({ ...backup, ...checkBackup(backup.path, key, folder) }))
}

/** The newest backup that is whole, stored files included; null when there is none. */
export async function newestWhole(folder: string, key: string): Promise<(Backup & CheckedBackup) | null> {
  for (const backup of await listBackups(folder)) {
    const checked = checkBackup(backup.path, key, folder)
    if (checked.fault === null) return { ...backup, ...checked }
  }
  return null
}

/**
 * Puts a backup in the place of a stopped station's database: `from`, else the newest whole one. Reads it from end to end first, brings its
 * stored files back, and keeps what stood there as `gendan-broken-<instant>.db`. Throws `FolderTaken` while a station holds the folder and
 * `NotRestored` where there is nothing whole to put back; then nothing was changed. A backup named by `from` is taken although stored files
 * of it are lost; the answer names them.
 */
export async function restoreBackup(folder: string, key: string, now: string, from?: string): Promise<Restored> {
  const unlock = lockFolder(folder)
  try {
    const chosen = from === undefined ? await newestWhole(folder, key) : checkBackup(resolve(from), key, folder)
    if (!chosen) throw new NotRestored('none')
    if (chosen.fault !== null && chosen.fault !== 'files') throw new NotRestored(chosen.fault)
    const draft = join(folder, 'gendan.db.draft')
    rmSync(draft, { force: true })
    copyFileSync(chosen.path, draft)
    if (hashOfFile(draft) !== hashOfFile(chosen.path)) throw new NotRestored('damaged')
    syncPath(draft)
    const whole = chosen.files.filter((hash) => !chosen.lostFiles.includes(hash))
    const beside = join(dirname(chosen.path), 'files')
    bringFiles(whole, fileKeysOf(key), beside, join(folder, 'files'), true)
    const counters = countersIn(join(folder, 'gendan.db'), key)
    const keptAs = setAside(folder, now)
    renameSync(draft, join(folder, 'gendan.db'))
    if (process.platform !== 'win32') syncPath(folder)
    markClosed(join(folder, 'gendan.db'))
    return { from: chosen.path, keptAs, files: chosen.files.length, lostFiles: chosen.lostFiles, counters }
  } finally {
    unlock()
  }
}

/**
 * Keeps the database that stands there, with its log, under a name that says what it is. The log goes first: it must never meet another
 * database. The database itself stays in place until the new one takes it, so that no moment finds an empty folder.
 */
function setAside(folder: string, now: string): string | null {
  const database = join(folder, 'gendan.db')
  const stamp = `${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  let kept = join(folder, `gendan-broken-${stamp}.db`)
  for (let nth = 2; existsSync(kept); nth += 1) kept = join(folder, `gendan-broken-${stamp}-${nth}.db`)
  for (const end of ['-wal', '-shm']) if (existsSync(database + end)) renameSync(database + end, kept + end)
  const anchor = join(folder, 'audit.anchor')
  if (existsSync(anchor)) renameSync(anchor, `${kept}.audit.anchor`)
  if (!existsSync(database)) return null
  try {
    linkSync(database, kept)
  } catch {
    copyFileSync(database, kept) // a disk without links
    syncPath(kept)
  }
  return kept
}

/** Numbers given since the backup are on paper by now: the broken database is asked for them as long as it can answer. */
function countersIn(path: string, key: string): Map<string, number> | null {
  if (!existsSync(path)) return null
  try {
    const database = openEncrypted(path, key)
    try {
      const rows = database.prepare('SELECT "name", "value" FROM "admin_counter"').all()
      return new Map((rows as { name: string; value: number }[]).map(({ name, value }) => [name, value]))
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

/** Where the audit chain ended before a restore, as it was last remembered beside the database; null when it never was. */
export function anchorBefore({ keptAs }: Restored): { seq: number; hash: string } | null {
  if (keptAs === null || !existsSync(`${keptAs}.audit.anchor`)) return null
  return JSON.parse(readFileSync(`${keptAs}.audit.anchor`, 'utf8')) as { seq: number; hash: string }
}
