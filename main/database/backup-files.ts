import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { FileOpener, FileSealer, type FileKeys, placeOf, plainPlaceOf } from './sealed-file.ts'

/** Feeds a file to `each`, piece by piece. */
function readPieces(path: string, each: (piece: Buffer) => void): void {
  const file = openSync(path, 'r')
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024)
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) each(piece.subarray(0, read))
  } finally {
    closeSync(file)
  }
}

/** SHA-256 of a file in hex, read piece by piece. */
export function hashOfFile(path: string): string {
  const hash = createHash('sha256')
  readPieces(path, (piece) => hash.update(piece))
  return hash.digest('hex')
}

/** Whether a sealed file opens to the content of that hash. */
function opensTo(path: string, keys: FileKeys, hash: string): boolean {
  const opener = new FileOpener(keys, hash)
  const content = createHash('sha256')
  try {
    readPieces(path, (piece) => content.update(opener.push(piece)))
    return content.update(opener.end()).digest('hex') === hash
  } catch {
    return false
  }
}

/** The form in which a folder of stored files holds this one unharmed; null when it does not. */
export function holdsFile(folder: string, keys: FileKeys, hash: string): 'sealed' | 'plain' | null {
  const sealed = placeOf(folder, keys, hash)
  if (existsSync(sealed) && opensTo(sealed, keys, hash)) return 'sealed'
  const plain = plainPlaceOf(folder, hash)
  return existsSync(plain) && hashOfFile(plain) === hash ? 'plain' : null
}

/**
 * Seals a plain file into a folder of stored files. A kill leaves the plain file as it was, or both forms, never neither: the caller takes the plain
 * one away afterwards.
 */
export function sealInto(folder: string, keys: FileKeys, plain: string, hash: string): void {
  const target = placeOf(folder, keys, hash)
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const draft = `${target}.draft`
  rmSync(draft, { force: true })
  const out = openSync(draft, 'wx', 0o600)
  const sealer = new FileSealer(keys)
  try {
    writeSync(out, sealer.head())
    readPieces(plain, (piece) => writeSync(out, sealer.push(piece)))
    const { rest, hash: sealedHash } = sealer.end()
    writeSync(out, rest)
    if (sealedHash !== hash) throw new Error(`stored file ${hash} is damaged`)
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
  putInPlace(draft, target)
}

function putInPlace(draft: string, target: string): void {
  if (existsSync(target)) renameSync(target, `${target}.broken`)
  renameSync(draft, target)
  if (process.platform !== 'win32') syncPath(dirname(target))
}

/**
 * Brings stored files from one folder to another, each once and always sealed; what is there already is not touched unless `checks` says to read it
 * again. A copy is a file of its own: what damages one leaves the other. Answers the hashes that neither folder holds unharmed.
 */
export function bringFiles(
  hashes: readonly string[],
  keys: FileKeys,
  from: string,
  to: string,
  checks: boolean,
): string[] {
  const missing: string[] = []
  for (const hash of hashes) {
    const target = placeOf(to, keys, hash)
    const isThere = existsSync(target) && (!checks || opensTo(target, keys, hash))
    if (!isThere && !bringFile(hash, keys, from, to)) missing.push(hash)
    else rmSync(plainPlaceOf(to, hash), { force: true })
  }
  return missing
}

function bringFile(hash: string, keys: FileKeys, from: string, to: string): boolean {
  const form = holdsFile(from, keys, hash)
  const target = placeOf(to, keys, hash)
  if (form === 'plain') sealInto(to, keys, plainPlaceOf(from, hash), hash)
  else if (form === 'sealed') {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
    const draft = `${target}.draft`
    rmSync(draft, { force: true })
    copyFileSync(placeOf(from, keys, hash), draft)
    if (!opensTo(draft, keys, hash)) throw new Error(`stored file ${hash} changed while it was copied`)
    syncPath(draft)
    putInPlace(draft, target)
  } else {
    // Only the other folder's own plain copy is left.
    const own = plainPlaceOf(to, hash)
    if (!existsSync(own) || hashOfFile(own) !== hash) return false
    sealInto(to, keys, own, hash)
  }
  return true
}

/** Takes out of a folder of stored files whatever is none of these: what was erased is gone from the backups when the last that names it is. */
export function keepOnly(folder: string, keys: FileKeys, hashes: ReadonlySet<string>): void {
  if (!existsSync(folder)) return
  const kept = new Set([...hashes].map((hash) => placeOf(folder, keys, hash)))
  for (const part of readdirSync(folder, { withFileTypes: true })) {
    if (!part.isDirectory()) continue
    for (const name of readdirSync(join(folder, part.name))) {
      const path = join(folder, part.name, name)
      const isPlain = hashes.has(name) // one that could not be sealed yet
      if (!kept.has(path) && !isPlain && !name.endsWith('.broken')) rmSync(path, { force: true })
    }
  }
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
