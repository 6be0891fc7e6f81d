import i18next from 'i18next'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { sayNotice } from '../kit/notices.ts'
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
  /** How often the station answered with an incident; absent while it never did. */
  incidents?: number
}

interface Stores extends DBSchema {
  drafts: { key: string; value: { key: string; savedAt: string; sealed: Sealed } }
  outbox: { key: string; value: OutboxRow; indexes: { queuedAt: string } }
}

let opened: Promise<IDBPDatabase<Stores>> | null = null
let keys: Promise<Keys> | null = null

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
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, (await keysOfHere()).seals, plain) }
}

/** Null when no key this computer can read opens the value: it was sealed with another, or is damaged. Throws when the keys cannot be had now. */
export async function unseal(sealed: Sealed): Promise<unknown> {
  for (const key of (await keysOfHere()).open) {
    try {
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.bytes)
      return JSON.parse(new TextDecoder().decode(plain)) as unknown
    } catch {
      continue
    }
  }
  return null
}

interface Keys {
  seals: CryptoKey
  /** The one that seals first, then those put aside. */
  open: readonly CryptoKey[]
}

function keysOfHere(): Promise<Keys> {
  keys ??= askKeys().catch((error: unknown) => {
    keys = null // the next who needs them asks again
    throw error
  })
  return keys
}

async function askKeys(): Promise<Keys> {
  const { key, before, wasRenewed } = await host.draftKeys()
  const importKey = (bytes: Uint8Array) =>
    crypto.subtle.importKey('raw', new Uint8Array(bytes), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const [seals, ...aside] = await Promise.all([importKey(key), ...before.map(importKey)])
  if (wasRenewed) sayNotice(i18next.t('kit.drafts.keyRenewed'), { kind: 'late' })
  return { seals, open: [seals, ...aside] }
}
