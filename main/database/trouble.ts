import { QueryFailedError } from 'typeorm'
import { Failure } from '../../shared/kit/failure.ts'
import { noAnswer } from './connection.ts'

/** Words of what stands in the way of the data: no room, a storage that fails, a database that is busy or gone. */
export type Trouble = 'diskFull' | 'storageTrouble' | 'databaseBusy' | 'databaseAway'

/** By how an engine's or the system's code begins; the first that fits counts. */
const troubles: readonly (readonly [start: string, Trouble])[] = [
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_BUSY', 'databaseBusy'],
  ['SQLITE_LOCKED', 'databaseBusy'],
  ['SQLITE_IOERR', 'storageTrouble'],
  ['SQLITE_CORRUPT', 'storageTrouble'],
  ['SQLITE_NOTADB', 'storageTrouble'],
  ['SQLITE_CANTOPEN', 'storageTrouble'],
  ['SQLITE_READONLY', 'storageTrouble'],
  ['SQLITE_NOMEM', 'storageTrouble'],
  ['SQLITE_INTERRUPT', 'storageTrouble'],
  ['SQLITE_PROTOCOL', 'storageTrouble'],
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['EIO', 'storageTrouble'],
  ['EROFS', 'storageTrouble'],
  ['53100', 'diskFull'],
  ['53300', 'databaseBusy'],
  ['53', 'storageTrouble'],
  ['58', 'storageTrouble'],
  ['XX00', 'storageTrouble'],
  ['40P01', 'databaseBusy'],
  ['40001', 'databaseBusy'],
  ['55P03', 'databaseBusy'],
  ['57014', 'databaseBusy'],
  ['57P', 'databaseAway'],
  // A server that only reads for now, or lets nobody in; sessions that it ends.
  ['25006', 'databaseAway'],
  ['25P03', 'databaseAway'],
  ['25P04', 'databaseBusy'],
  ['55000', 'databaseAway'],
  ['08', 'databaseAway'],
  ['ECONN', 'databaseAway'],
  ['ETIMEDOUT', 'databaseAway'],
  ['EHOSTUNREACH', 'databaseAway'],
  ['ENETUNREACH', 'databaseAway'],
  ['ENOTFOUND', 'databaseAway'],
  ['EAI_AGAIN', 'databaseAway'],
  ['EPIPE', 'databaseAway'],
]

/** What `pg` says, without a code, of a server that is gone. */
const goneSayings = [
  noAnswer,
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'not queryable',
]

/** The code of what went wrong below TypeORM: SQLite's, PostgreSQL's or the system's; empty where there is none. */
export function codeOf(error: unknown): string {
  const cause = error instanceof QueryFailedError ? (error.driverError as unknown) : error
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
}

/** Which trouble of the database or its storage an error is; null when it is the asker's own. */
export function troubleOf(error: unknown): Trouble | null {
  if (error instanceof Failure) return null
  const code = codeOf(error)
  const known = troubles.find(([start]) => code !== '' && code.startsWith(start))
  if (known) return known[1]
  const said = error instanceof Error ? error.message : ''
  return goneSayings.some((saying) => said.includes(saying)) ? 'databaseAway' : null
}

/** The refusal by name: `busy`, for the same may work in a minute. The log gets the cause; who asked does not. */
export function refusalOf(trouble: Trouble, cause: unknown): Failure {
  return Object.assign(new Failure('busy', `admin.failure.${trouble}`, { reason: codeOf(cause) || trouble }), { cause })
}

/** Trouble, under its code or already by name. */
export function isTrouble(error: unknown): boolean {
  return error instanceof Failure ? error.cause !== undefined : troubleOf(error) !== null
}
