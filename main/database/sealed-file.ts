import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'

/** Keys of a station's stored files: what seals them, and what their names are made with. */
export interface FileKeys {
  sealing: Uint8Array
  naming: Uint8Array
}

/** Keys of the stored files, from the station's key in hex. Several stations on one database must share it. */
export function fileKeysOf(stationKey: string): FileKeys {
  const derive = (what: string) => Buffer.from(hkdfSync('sha256', Buffer.from(stationKey, 'hex'), '', what, 32))
  return { sealing: derive('files.seal'), naming: derive('files.name') }
}

/** Where a stored file lies sealed. Its name is keyed: it tells nobody what the content is, nor whether two stations hold the same. */
export function placeOf(folder: string, { naming }: FileKeys, hash: string): string {
  const name = createHmac('sha256', naming).update(hash).digest('hex')
  return join(folder, name.slice(0, 2), `${name}.sealed`)
}

/** Where releases before the sealing left the same file, plain, by the SHA-256 of its content. */
export function plainPlaceOf(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash)
}

const mark = Buffer.from('GDSF\u0001', 'latin1')
const saltBytes = 16
const headBytes = mark.length + saltBytes
const tagBytes = 16
const chunkBytes = 64 * 1024

/** A sealed file that is not whole: cut, changed, swapped with another, or sealed under another key. */
export class FileDamaged extends Error {
  override readonly name = 'FileDamaged'

  constructor(hash: string) {
    super(`stored file ${hash} is damaged`)
  }
}

/** One key a file, so that a nonce is never used twice; the last chunk says that it is the last, so that a cut is noticed. */
function chunkSecrets(
  sealing: Uint8Array,
  salt: Buffer,
): { key: Buffer; nonceOf(nth: number, isLast: boolean): Buffer } {
  const key = Buffer.from(hkdfSync('sha256', sealing, salt, 'file', 32))
  const nonceOf = (nth: number, isLast: boolean) => {
    const nonce = Buffer.alloc(12)
    nonce.writeUIntBE(nth, 2, 6)
    nonce[11] = isLast ? 1 : 0
    return nonce
  }
  return { key, nonceOf }
}

/** Seals a content piece by piece (AES-256-GCM) and learns its hash and size meanwhile. Holds one chunk at a time. */
export class FileSealer {
  private readonly salt = randomBytes(saltBytes)
  private readonly secrets: ReturnType<typeof chunkSecrets>
  private readonly hash = createHash('sha256')
  private pending: Buffer = Buffer.alloc(0)
  private nth = 0
  private size = 0

  constructor({ sealing }: FileKeys) {
    this.secrets = chunkSecrets(sealing, this.salt)
  }

  /** What the file begins with. */
  head(): Buffer {
    return Buffer.concat([mark, this.salt])
  }

  push(bytes: Uint8Array): Buffer {
    this.hash.update(bytes)
    this.size += bytes.byteLength
    const all = Buffer.concat([this.pending, bytes])
    const sealed: Buffer[] = []
    let from = 0
    for (; all.length - from > chunkBytes; from += chunkBytes)
      sealed.push(this.seal(all.subarray(from, from + chunkBytes), null))
    this.pending = Buffer.from(all.subarray(from))
    return Buffer.concat(sealed)
  }

  /** The last chunk, bound to the content's own hash: a file in another's place does not open. */
  end(): { rest: Buffer; hash: string; size: number } {
    const hash = this.hash.digest('hex')
    return { rest: this.seal(this.pending, hash), hash, size: this.size }
  }

  private seal(chunk: Buffer, hash: string | null): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.secrets.key, this.secrets.nonceOf(this.nth++, hash !== null))
    if (hash !== null) cipher.setAAD(Buffer.from(hash, 'hex'))
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
}

/** Opens a sealed content piece by piece; gives nothing that it has not verified. Throws `FileDamaged`. */
export class FileOpener {
  private secrets: ReturnType<typeof chunkSecrets> | null = null
  private pending: Buffer = Buffer.alloc(0)
  private nth = 0
  private readonly keys: FileKeys
  private readonly hash: string

  constructor(keys: FileKeys, hash: string) {
    this.keys = keys
    this.hash = hash
  }

  push(bytes: Uint8Array): Buffer {
    let all = Buffer.concat([this.pending, bytes])
    if (this.secrets === null) {
      if (all.length < headBytes) {
        this.pending = all
        return Buffer.alloc(0)
      }
      if (!all.subarray(0, mark.length).equals(mark)) throw new FileDamaged(this.hash)
      this.secrets = chunkSecrets(this.keys.sealing, Buffer.from(all.subarray(mark.length, headBytes)))
      all = all.subarray(headBytes)
    }
    const opened: Buffer[] = []
    let from = 0
    for (; all.length - from > chunkBytes + tagBytes; from += chunkBytes + tagBytes)
      opened.push(this.open(all.subarray(from, from + chunkBytes + tagBytes), false))
    this.pending = Buffer.from(all.subarray(from))
    return Buffer.concat(opened)
  }

  end(): Buffer {
    if (this.secrets === null) throw new FileDamaged(this.hash)
    return this.open(this.pending, true)
  }

  private open(chunk: Buffer, isLast: boolean): Buffer {
    if (chunk.length < tagBytes || this.secrets === null) throw new FileDamaged(this.hash)
    const decipher = createDecipheriv('aes-256-gcm', this.secrets.key, this.secrets.nonceOf(this.nth++, isLast))
    if (isLast) decipher.setAAD(Buffer.from(this.hash, 'hex'))
    decipher.setAuthTag(chunk.subarray(chunk.length - tagBytes))
    try {
      return Buffer.concat([decipher.update(chunk.subarray(0, chunk.length - tagBytes)), decipher.final()])
    } catch {
      throw new FileDamaged(this.hash)
    }
  }
}
