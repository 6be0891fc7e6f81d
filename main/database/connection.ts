import Sqlite from 'better-sqlite3-multiple-ciphers'
import { Client, type ClientConfig, Pool } from 'pg'
import type { DataSourceOptions } from 'typeorm'

/** Where the database lives. SQLite is encrypted with a 32-byte key in hex; PostgreSQL by its own server. */
export type DatabasePlace = { engine: 'sqlite'; path: string; key: string } | { engine: 'postgres'; url: string }

/**
 * Page cache of one SQLite connection, in KiB. A reader's is emptied by every commit of the writer, and memory touched for the first time costs more
 * than reading the page again from what the system keeps of the file: it holds what a screen asks, no more.
 */
export const cacheKib = { writer: 131_072, reader: 16_384, thread: 32_768 } as const

/** Connections of a station to PostgreSQL. */
export const poolSize = 12
/** A server that lets nobody in within this time is away. */
const connectWithinMs = 5_000
/** Who waits longer for one of the pool's connections is refused: the station is far behind. A line of writers is no server that is away. */
const turnWithinMs = 30_000
/** A statement that takes longer has no answer any more. The longest of an import takes a tenth of it. */
const answerWithinMs = 60_000

/** What `pg` says when a statement is given up. */
export const noAnswer = 'Query read timeout'

/** What PostgreSQL says of a prepared statement whose table was given a column meanwhile. */
const otherColumns = 'cached plan must not change result type'

interface How {
  readonly: boolean
  /** Page cache in KiB, on SQLite. */
  cache: number
  /** Waits for every answer as long as it takes, on PostgreSQL: a migration may need minutes. */
  isPatient?: boolean
}

/** What is left of SQLite's write-ahead log once it begins anew. */
const largestLogBytes = 67_108_864

/** How TypeORM reaches the database. */
export function connectionOptions(
  place: DatabasePlace,
  { readonly, cache, isPatient = false }: How,
): DataSourceOptions {
  if (place.engine === 'postgres')
    return {
      type: 'postgres',
      url: place.url,
      poolSize,
      applicationName: 'gendan',
      connectTimeoutMS: turnWithinMs,
      extra: {
        Client: LeavingClient,
        pipeline: true,
        keepAlive: true,
        ...(isPatient ? {} : { query_timeout: answerWithinMs }),
      },
    }
  return {
    type: 'better-sqlite3',
    driver: Sqlite,
    database: place.path,
    key: `x'${place.key}'`,
    readonly,
    enableWAL: !readonly,
    // A busy station asks some hundreds of questions; with the default of 100 they would push one another out.
    statementCacheSize: 1000,
    prepareDatabase: (db: Sqlite.Database) => {
      if (!readonly) db.pragma('synchronous = FULL')
      // A log that once grew beside a long question does not stay that long.
      if (!readonly) db.pragma(`journal_size_limit = ${largestLogBytes}`)
      db.pragma('temp_store = MEMORY')
      db.pragma(`cache_size = -${cache}`)
      db.pragma('busy_timeout = 5000')
    },
  } as DataSourceOptions
}

/**
 * Connections for statements that stand by themselves. They do not wait for the disk: whatever uses what they answer is committed after them, and
 * its commit brings theirs to the disk, too.
 */
export function asideOf(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    application_name: 'gendan aside',
    options: '-c synchronous_commit=off',
    connectionTimeoutMillis: turnWithinMs,
    query_timeout: answerWithinMs,
    keepAlive: true,
    Client: LeavingClient,
  })
  // One that breaks while nobody uses it is left; the next asker gets a new one.
  pool.on('error', () => undefined)
  return pool
}

/** So many statements are kept prepared on a connection; a list of values of another length is another statement. */
const mostPrepared = 500
/** Names of the statements, by their texts; of the first asking the text is only remembered. */
const names = new Map<string, string | undefined>()

/**
 * Ranges and grams: the best plan hangs on the values, and one made for any of them would read half an index. A range that only narrows what an
 * equality finds is written with its value first, and is prepared like everything else.
 */
export const isByValue = (text: string): boolean => /@>|[<>]=? \$|LIKE/.test(text)

/** A statement asked again and again is read and planned by the server once, not at every asking. */
function nameOf(text: string): string | undefined {
  if (isByValue(text)) return undefined
  const known = names.get(text)
  if (known) return known
  if (names.has(text)) names.set(text, `gendan_${[...names.keys()].indexOf(text)}`)
  else if (names.size < mostPrepared) names.set(text, undefined)
  return names.get(text)
}

/**
 * A connection that once got no answer is left: what it hears next would belong to another question. So is one whose tables were changed under
 * its prepared statements.
 */
class LeavingClient extends Client {
  constructor(config?: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: connectWithinMs })
    // Between the pool's listener and TypeORM's there is a moment without one, in which a server that ends the connection would end the station.
    this.on('error', () => undefined)
  }

  override query(...asked: never[]): never {
    const [text, values] = asked as unknown[]
    const isPreparable = typeof text === 'string' && Array.isArray(values) && values.length > 0
    const config = isPreparable ? { text, values, name: nameOf(text) } : null
    const ask = super.query.bind(this) as unknown as (...asked: unknown[]) => unknown
    const answer = config ? ask(config, ...asked.slice(2)) : ask(...asked)
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        if (error instanceof Error && (error.message === noAnswer || error.message === otherColumns))
          this.emit('error', error)
      })
    return answer as never
  }
}
