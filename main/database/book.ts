import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from './durable-file.ts'

/**
 * Why opening a folder's database would silently begin a new book or go on with a shorter one: the file is gone, or empty; the log of its
 * last writes was taken from beside it; an older copy stands in its place.
 */
export type BookFault = 'missing' | 'empty' | 'logGone' | 'shorter'

const happened: Record<BookFault, string> = {
  missing: 'is missing, and there was one',
  empty: 'is empty, and it was not',
  logGone: 'lost the log of its last writes (gendan.db-wal), so it would open without them',
  shorter: 'is older than what was last remembered beside it (audit.anchor)',
}

/** The book is not as it was left. Nothing was made and nothing was changed. */
export class BookGone extends Error {
  override readonly name = 'BookGone'

  constructor(
    readonly fault: BookFault,
    folder: string,
  ) {
    super(
      `the database ${join(folder, 'gendan.db')} ${happened[fault]}; nothing was made and nothing was changed. Put it back as it was, or let npm run restore put the newest whole backup in its place, or start with --as-it-is to go on without`,
    )
  }
}

/** How the database was left: `open` while its log belongs to it, `closed` once it is whole without one. Of one length, see `mark`. */
type BookState = 'open  ' | 'closed'

const stateFile = (path: string): string => `${path}-state`

/** True where a station has been: then a new database is never made unasked. */
export function heldBook(folder: string): boolean {
  if ([stateFile('gendan.db'), 'audit.anchor'].some((name) => existsSync(join(folder, name)))) return true
  const backups = join(folder, 'backups')
  return existsSync(backups) && readdirSync(backups).some((name) => name.endsWith('.db'))
}

/** What is wrong with the database of a folder before it is opened; null when nothing is, or when the folder is new. */
export function lostBook(folder: string): BookFault | null {
  const path = join(folder, 'gendan.db')
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || found.size === 0) return heldBook(folder) ? (found ? 'empty' : 'missing') : null
  return stateOf(path) === 'open  ' && !existsSync(`${path}-wal`) ? 'logGone' : null
}

/** Says that a database stands open: from now on it is nothing without its log. To be called once the log is there, with the first question. */
export function markOpen(path: string): void {
  if (existsSync(`${path}-wal`)) mark(path, 'open  ')
}

/** Says that the database is whole without its log, as before a clean end or after a restore. Where the log could not be folded in it says nothing. */
export function markClosed(path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) mark(path, 'closed')
}

function stateOf(path: string): string | null {
  return existsSync(stateFile(path)) ? readFileSync(stateFile(path), 'utf8') : null
}

/** Writes over what stands there: that needs no room, so a full disk can be told too. A mark that cannot be written is none at all. */
function mark(path: string, state: BookState): void {
  const file = stateFile(path)
  try {
    if (!existsSync(file)) return writeDurably(file, state)
    const handle = openSync(file, 'r+')
    try {
      writeSync(handle, state, 0)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    rmSync(file, { force: true })
  }
}
