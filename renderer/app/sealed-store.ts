import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { host } from './host.ts'

/** One value at rest: AES-GCM under this computer's draft key. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

/** A command that waits for the station, sealed on this computer. */
export interface OutboxRow {
  /** Id of the command's record: sending it twice stores it once. */
  id: string
  procedure: string
  queuedAt: string
  /** Member who typed it; another member's seat does not send it. */
  memberId: string
  sealed: Sealed
  /** Text key of the failure that the station answered; null while it waits. */
  refused: string | null
}

interface Stores extends DBSchema {
  drafts: { key: string; value: { key: string; savedAt: string; sealed: Sealed } }
  outbox: { key: string; value: OutboxRow; indexes: { queuedAt: string } }
}

let opened: Promise<IDBPDatabase<Stores>> | null = null
let key: Promise<CryptoKey> | null = null

/** The store of this computer that outlives a crash of the page and of the station. */
export function openStore(): Promise<IDBPDatabase<Stores>> {
  opened ??= openDB<Stores>('gendan', 1, {
    upgrade: (db) => {
      db.createObjectStore('drafts', { keyPath: 'key' })
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('queuedAt', 'queuedAt')
    },
  })
  return opened
}

/** Personal data never lies open on a disk: what is kept is sealed first. */
export async function seal(value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(value))
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await draftKey(), plain) }
}

/** Null when the key of this computer has changed: the value cannot be read any more. */
export async function unseal(sealed: Sealed): Promise<unknown> {
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await draftKey(), sealed.bytes)
    return JSON.parse(new TextDecoder().decode(plain)) as unknown
  } catch {
    return null
  }
}

function draftKey(): Promise<CryptoKey> {
  key ??= host
    .draftKey()
    .then((bytes) => crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, ['encrypt', 'decrypt']))
  return key
}
