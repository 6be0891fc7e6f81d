import type { Role } from '../../shared/admin/rights.ts'
import type { RowScope } from '../../shared/admin/scopes.ts'
import type { Database } from '../database/database.ts'
import type { SharedClock } from '../database/shared-clock.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Changes } from './changes.ts'
import type { Log } from './log.ts'

/** Cost of argon2id: memory in KiB, passes, lanes. */
export interface PasswordCost {
  memoryCost: number
  timeCost: number
  parallelism: number
}

/** What the composition root hands to every operation. The clock and ids are values a test may set. */
export interface Services {
  database: Database
  changes: Changes
  log: Log
  /** Folder of this station. */
  folder: string
  files: FileStore
  /** Present instant, ISO-8601 UTC with milliseconds. */
  now(): string
  /** Present instant by the clock all stations of this database share: for what one station writes and another compares. */
  sharedNow: SharedClock
  /** Time-ordered UUID. */
  newId(): string
  /** Keys the audit chain; derived from the station's key. */
  auditKey: Buffer
  /** Wraps the keys of the journal; derived from the station's key. */
  journalKey: Buffer
  /** Token that telephone systems must show; null switches the hook off. */
  hookToken: string | null
  /** What it costs to hash or to guess a password. */
  passwordCost: PasswordCost
  /** Recovery key of a station made just now, until somebody says it is written down; then it is gone from memory. */
  recoveryKey: { read(): string | null; forget(): void }
  version: string
}

/** The signed-in member behind a request. */
export interface Seat {
  memberId: string
  name: string
  role: Role
  extension: string
  /** Outlet or area (片区) of the member; absent as the next two: none, and every row its role meets. */
  region?: string
  department?: string
  rowScope?: RowScope
  /** An export reads in a seat's name, but what is personal in its rows is shown or masked as was agreed, whatever the role. */
  personal?: 'shown' | 'masked'
  /** Hash of the session's token: tells two windows of one member apart. */
  session: string
  /** The password was set by somebody else: nothing but a new one is open. */
  mustChangePassword?: boolean
}

/** What a procedure knows of the request it answers. */
export interface Context {
  services: Services
  seat: Seat | null
  /** Cookies the answer shall set. */
  cookies: string[]
  device: string
  /** Member whose page asks, where it says so; the session may be another's meanwhile. */
  pageOf?: string | null
  /** Network address the call came from, empty where the host knows none. */
  address: string
}
