import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** Where a stored file lies in a folder of stored files: by the SHA-256 of its content. */
export function placeOf(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash)
}

/** SHA-256 of a file in hex, read piece by piece. */
export function hashOfFile(path: string): string {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024)
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

/** Whether a folder of stored files holds this one unharmed. */
export function holdsFile(folder: string, hash: string): boolean {
  const path = placeOf(folder, hash)
  return existsSync(path) && hashOfFile(path) === hash
}

/**
 * Brings stored files from one folder to another, each once; what is there already is not touched unless `checks` says to read it again.
 * A copy is a file of its own: what damages one leaves the other. Answers the hashes that the source does not hold unharmed.
 */
export function bringFiles(hashes: readonly string[], from: string, to: string, checks: boolean): string[] {
  const missing: string[] = []
  for (const hash of hashes) {
    const target = placeOf(to, hash)
    if (existsSync(target) && (!checks || hashOfFile(target) === hash)) continue
    if (!holdsFile(from, hash)) {
      missing.push(hash)
      continue
    }
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    const draft = `${target}.draft`
    rmSync(draft, { force: true })
    copyFileSync(placeOf(from, hash), draft)
    if (hashOfFile(draft) !== hash) throw new Error(`stored file ${hash} changed while it was copied`)
    syncPath(draft)
    if (existsSync(target)) renameSync(target, `${target}.broken`)
    renameSync(draft, target)
  }
  return missing
}

/** Asks the disk to hold what was written to a file or folder. */
export function syncPath(path: string): void {
  const file = openSync(path, statSync(path).isDirectory() ? 'r' : 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
