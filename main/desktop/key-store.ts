import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { SafeStorage } from 'electron'
import type { HostInfo } from '../../shared/kit/host-bridge.ts'
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
  /** 32 bytes for the drafts of the pages. A lost one is made anew: drafts are not worth a locked door. */
  draftKey(): Promise<Uint8Array>
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

  async function read(name: string): Promise<string | null> {
    if (!existsSync(fileOf(name))) return null
    const [kind, content = ''] = readFileSync(fileOf(name), 'utf8').trim().split(' ')
    try {
      if (kind === 'plain' && /^[0-9a-f]{64}$/.test(content)) return vault ? await keep(name, content) : content
      if (kind === 'system' && vault) {
        const { text, wantsNewSeal } = await vault.unseal(Buffer.from(content, 'base64'))
        if (/^[0-9a-f]{64}$/.test(text)) return wantsNewSeal ? await keep(name, text) : text
      }
    } catch (reason) {
      throw new KeyLost(`the ${name} key cannot be unsealed: ${String(reason)}`)
    }
    throw new KeyLost(`the ${name} key cannot be read (${kind}, ${vault ? 'safe' : 'no safe'})`)
  }

  /** null also for one that cannot be read: it gets a successor. */
  async function readOrForget(name: string): Promise<string | null> {
    return read(name).catch((reason: unknown) => {
      log('desktop', `keys: ${String(reason)}; a new one is made`)
      return null
    })
  }

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
      const file = fileOf('station')
      if (existsSync(file)) renameSync(file, freeName(`${file}.old`))
      await keep('station', hex)
    },
    hookToken: async (anew = false) => (anew ? null : await readOrForget('hook')) ?? (await keep('hook', newKey())),
    draftKey: async () => Buffer.from((await readOrForget('draft')) ?? (await keep('draft', newKey())), 'hex'),
  }
}

function freeName(wanted: string): string {
  let name = wanted
  for (let nth = 2; existsSync(name); nth += 1) name = `${wanted}-${nth}`
  return name
}
