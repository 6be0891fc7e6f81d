import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sealInto, syncPath } from '../database/backup-files.ts'
import { FileDamaged, FileOpener, FileSealer, type FileKeys, placeOf, plainPlaceOf } from '../database/sealed-file.ts'

/** What was stored: the SHA-256 of the content, and its bytes. */
export interface Stored {
  hash: string
  size: number
}

type Source = Uint8Array | AsyncIterable<Uint8Array>

/**
 * Files on disk, sealed with the station's key under keyed names: the same content is stored once, damage is noticed before anything of it is
 * given. A content goes in and out piece by piece and never stands whole in memory. What an older release left plain is read as it is until
 * it is sealed.
 */
export class FileStore {
  constructor(
    private readonly folder: string,
    /** For threads of the station that open a store of their own. */
    readonly keys: FileKeys,
  ) {}

  /** Stores a content durably. Storing it again mends one that was damaged, else changes nothing; a source that fails leaves nothing. */
  async put(source: Source): Promise<Stored> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const draft = join(this.folder, `draft-${randomUUID()}`)
    try {
      const { hash, size } = await this.writeDraft(draft, source)
      const path = placeOf(this.folder, this.keys, hash)
      if (!existsSync(path) || !(await this.isWhole(hash))) {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 })
        await rename(draft, path)
        if (process.platform !== 'win32') syncPath(dirname(path))
      }
      return { hash, size }
    } finally {
      await rm(draft, { force: true })
    }
  }

  /** Whether there is such a file, whole or not. */
  has(hash: string): boolean {
    return (
      isHash(hash) && (existsSync(placeOf(this.folder, this.keys, hash)) || existsSync(plainPlaceOf(this.folder, hash)))
    )
  }

  /** The content of a stored file, or null when there is none. Throws `FileDamaged`, before the first byte is given. */
  async read(hash: string): Promise<AsyncIterable<Buffer> | null> {
    if (!this.has(hash)) return null
    // Read to its end first: whoever gets bytes gets all of them.
    if (!(await this.isWhole(hash))) throw new FileDamaged(hash)
    return this.pieces(hash)
  }

  private async isWhole(hash: string): Promise<boolean> {
    const content = createHash('sha256')
    try {
      for await (const piece of this.pieces(hash)) content.update(piece)
    } catch (error) {
      if (error instanceof FileDamaged) return false
      throw error
    }
    return content.digest('hex') === hash
  }

  /** The whole content in memory, for what must have it so. */
  async get(hash: string): Promise<Buffer | null> {
    const pieces = await this.read(hash)
    if (!pieces) return null
    const all: Buffer[] = []
    for await (const piece of pieces) all.push(piece)
    return Buffer.concat(all)
  }

  /** Takes the bytes away, in whatever form they lie there. */
  async remove(hash: string): Promise<void> {
    if (!isHash(hash)) return
    await rm(placeOf(this.folder, this.keys, hash), { force: true })
    await rm(plainPlaceOf(this.folder, hash), { force: true })
  }

  /** Seals what an older release left plain; answers whether there was something to seal. Killed half-way, either form can be read. */
  async sealPlain(hash: string): Promise<boolean> {
    const plain = plainPlaceOf(this.folder, hash)
    if (!isHash(hash) || !existsSync(plain)) return false
    if (!existsSync(placeOf(this.folder, this.keys, hash))) {
      const content = createHash('sha256')
        .update(await readFile(plain))
        .digest('hex')
      if (content !== hash) throw new FileDamaged(hash)
      sealInto(this.folder, this.keys, plain, hash)
    }
    await rm(plain)
    return true
  }

  private async writeDraft(draft: string, source: Source): Promise<Stored> {
    const file = await open(draft, 'wx', 0o600)
    const sealer = new FileSealer(this.keys)
    try {
      await file.write(sealer.head())
      for await (const piece of source instanceof Uint8Array ? [source] : source) await file.write(sealer.push(piece))
      const { rest, hash, size } = sealer.end()
      await file.write(rest)
      await file.sync()
      return { hash, size }
    } finally {
      await file.close()
    }
  }

  private async *pieces(hash: string): AsyncGenerator<Buffer> {
    const sealed = placeOf(this.folder, this.keys, hash)
    if (!existsSync(sealed)) {
      for await (const piece of createReadStream(plainPlaceOf(this.folder, hash))) yield piece as Buffer
      return
    }
    const opener = new FileOpener(this.keys, hash)
    for await (const piece of createReadStream(sealed)) {
      const opened = opener.push(piece as Buffer)
      if (opened.length > 0) yield opened
    }
    const last = opener.end()
    if (last.length > 0) yield last
  }
}

const isHash = (hash: string): boolean => /^[0-9a-f]{64}$/.test(hash)
