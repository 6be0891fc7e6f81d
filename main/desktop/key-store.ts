import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SafeStorage } from 'electron'
import type { HostDraftKeys, HostInfo } from '../../shared/kit/host-bridge.ts'
import { writeDurably } from '../database/durable-file.ts'
import type { Log } from './log.ts'

/** A key that was there and cannot be read now. It is never replaced by a new one: that would lose the data it locks. */
export class KeyLost extends Error {
  override readonly name = 'KeyLost'
}

/** Where this computer keeps the keys of the station. A key is tried before it replaces one, and the last copy is never overwritten. */
export interface KeyStore {
  readonly kind: HostInfo['keyStore']
  /** 64 hexadecimal digits that open the database; made when there is neither a key nor a database (`mayMake`). */
  stationKey(mayMake: boolean): Promise<{ key: string; isNew: boolean }>
  /** Takes over a key from paper that was tried. Each one before stays beside it as `.old`, `.old-2` …: none is ever written over. */
  replaceStationKey(hex: string): Promise<void>
  /** What a telephone system shows at the hook, 64 hexadecimal digits; `anew` makes the one before worthless. */
  hookToken(anew?: boolean): Promise<string>
  /** For the drafts of the pages. One that cannot be read is put aside, and a new one is made: drafts are not worth a locked door, nor are they lost. */
  draftKeys(): Promise<HostDraftKeys>
}

/** The calls of every Electron; from 45 on deprecated in favour of their async twins, which older ones lack. */
interface OldSafe {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
}
type NewCalls = 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
type Safe = OldSafe & Partial<Pick<SafeStorage, NewCalls>>

interface Vault {
  seal(text: string): Promise<Buffer>
  unseal(sealed: Buffer): Promise<{ text: string; wantsNewSeal: boolean }>
}

/** The system's safe, or null: Linux without a keyring, where "encryption" would be a password everyone knows. */
async function openVault(safe: Safe): Promise<Vault | null> {
  const backend = process.platform === 'linux' ? safe.getSelectedStorageBackend?.() : undefined
  if (backend === 'basic_text' || backend === 'unknown') return null
  const { encryptStringAsync, decryptStringAsync, isAsyncEncryptionAvailable } = safe
  if (encryptStringAsync && decryptStringAsync && isAsyncEncryptionAvailable) {
    if (!(await isAsyncEncryptionAvailable.call(safe))) return null
    return {
      seal: (text) => encryptStringAsync.call(safe, text),
      async unseal(sealed) {
        const { result, shouldReEncrypt } = await decryptStringAsync.call(safe, sealed)
        return { text: result, wantsNewSeal: shouldReEncrypt }
      },
    }
  }
  if (!safe.isEncryptionAvailable()) return null
  return {
    seal: async (text) => safe.encryptString(text),
    unseal: async (sealed) => ({ text: safe.decryptString(sealed), wantsNewSeal: false }),
  }
}

/**
 * Keys in the system's safe (Keychain, DPAPI, Secret Service), sealed into `<name>.key.enc` in `folder`. Where there is no
 * safe they lie in the same file in plain, for its user only, and `kind` says so. `given` overrides the station's key.
 */
export async function openKeyStore(folder: string, safe: Safe, given: string | undefined, log: Log): Promise<KeyStore> {
  if (given !== undefined && !/^[0-9a-f]{64}$/i.test(given)) throw new Error('GENDAN_KEY must be 64 hexadecimal digits')
  const vault = await openVault(safe)
  if (!vault) log('desktop', 'keys: this computer has no safe for keys; they lie in a file only this user can read')
  const fileOf = (name: string) => join(folder, `${name}.key.enc`)

  async function keep(name: string, hex: string): Promise<string> {
    const line = vault ? `system ${(await vault.seal(hex)).toString('base64')}` : `plain ${hex}`
    writeDurably(fileOf(name), `${line}\n`)
    return hex
  }

  async function open(file: string): Promise<{ text: string; wantsNewSeal: boolean }> {
    const [kind, content = ''] = readFileSync(file, 'utf8').trim().split(' ')
    try {
      if (kind === 'plain' && isKey(content)) return { text: content, wantsNewSeal: vault !== null }
      if (kind === 'system' && vault) {
        const opened = await vault.unseal(Buffer.from(content, 'base64'))
        if (isKey(opened.text)) return opened
      }
    } catch (reason) {
      throw new KeyLost(`${basename(file)} cannot be unsealed: ${String(reason)}`)
    }
    throw new KeyLost(`${basename(file)} cannot be read (${kind}, ${vault ? 'safe' : 'no safe'})`)
  }

  async function read(name: string): Promise<string | null> {
    if (!existsSync(fileOf(name))) return null
    const { text, wantsNewSeal } = await open(fileOf(name))
    return wantsNewSeal ? keep(name, text) : text
  }

  function putAside(name: string): void {
    const file = fileOf(name)
    if (existsSync(file)) renameSync(file, freeName(`${file}.old`))
  }

  /** The key that is kept; a new one where there is none, or where it cannot be read: that one is put aside, never written over. */
  async function readOrMake(name: string): Promise<{ key: string; wasRenewed: boolean }> {
    try {
      return { key: (await read(name)) ?? (await keep(name, newKey())), wasRenewed: false }
    } catch (reason) {
      if (!(reason instanceof KeyLost)) throw reason
      log('desktop', `keys: ${reason.message}; it is put aside and a new one is made`)
      putAside(name)
      return { key: await keep(name, newKey()), wasRenewed: true }
    }
  }

  /** Keys put aside that can be read again, for the safe may have been away for a day only. */
  async function readAside(name: string): Promise<string[]> {
    const aside = readdirSync(folder).filter((file) => file.startsWith(`${name}.key.enc.old`))
    const opened = await Promise.allSettled(aside.map((file) => open(join(folder, file))))
    return opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value.text] : []))
  }

  // Windows that ask at once have one key: each would make its own and write over the other's.
  let drafts: ReturnType<typeof readOrMake> | null = null
  let isRenewalTold = false

  const newKey = () => randomBytes(32).toString('hex')
  return {
    kind: given === undefined ? (vault ? 'system' : 'plainFile') : 'given',
    async stationKey(mayMake) {
      if (given !== undefined) return { key: given.toLowerCase(), isNew: false }
      const key = await read('station')
      if (key !== null) return { key, isNew: false }
      if (!mayMake) throw new KeyLost('there is a database but no key')
      return { key: await keep('station', newKey()), isNew: true }
    },
    async replaceStationKey(hex) {
      putAside('station')
      await keep('station', hex)
    },
    hookToken: async (anew = false) => (anew ? keep('hook', newKey()) : (await readOrMake('hook')).key),
    async draftKeys() {
      drafts ??= readOrMake('draft')
      drafts.catch(() => (drafts = null)) // the next to ask tries again
      const { key, wasRenewed } = await drafts
      const isNews = wasRenewed && !isRenewalTold
      isRenewalTold ||= wasRenewed
      const before = (await readAside('draft')).map(bytesOf)
      return { key: bytesOf(key), before, wasRenewed: isNews }
    },
  }
}

const isKey = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

const bytesOf = (hex: string): Uint8Array => Buffer.from(hex, 'hex')

function freeName(wanted: string): string {
  let name = wanted
  for (let nth = 2; existsSync(name); nth += 1) name = `${wanted}-${nth}`
  return name
}
