import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'

/** Files on disk by the SHA-256 of their content: the same content is stored once, and damage is noticed when read. */
export class FileStore {
  constructor(private readonly folder: string) {}

  /** Stores the bytes durably and gives their hash. Storing them again changes nothing. */
  async put(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const path = this.pathOf(hash)
    if (await exists(path)) return hash
    await mkdir(dirname(path), { recursive: true })
    const draft = `${path}.${randomUUID()}`
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    return hash
  }

  /** The bytes of a stored file, or null when there is none. Throws when the content no longer fits its hash. */
  async get(hash: string): Promise<Buffer | null> {
    if (!/^[0-9a-f]{64}$/.test(hash) || !(await exists(this.pathOf(hash)))) return null
    const bytes = await readFile(this.pathOf(hash))
    if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error(`stored file ${hash} is damaged`)
    return bytes
  }

  private pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash)
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
