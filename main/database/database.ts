import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { DataSource, type DataSourceOptions, type EntityManager, type EntitySchema, QueryFailedError } from 'typeorm'
import { backUpDatabase } from './backup.ts'
import { beforeCommit } from './before-commit.ts'
import { type Copied, copyDatabase } from './copy-database.ts'
import { explainOpening } from './damage.ts'
import { keepPrivate } from './keep-private.ts'
import { migrations } from './migrations/catalog.ts'
import { refuseNewerSchema } from './newer-schema.ts'

/** Only questions: what a reader may ask of the database. */
export type Reader = Pick<
  EntityManager,
  'createQueryBuilder' | 'query' | 'findOneBy' | 'findBy' | 'find' | 'countBy' | 'existsBy' | 'findOne'
>

/** The one open transaction of a write. */
export type Tx = EntityManager

export type Engine = 'sqlite' | 'postgres'

/** Runs a write when its turn has come. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>

/** Where the database lives. SQLite is encrypted with a 32-byte key in hex; PostgreSQL by its own server. */
export type DatabasePlace = { engine: 'sqlite'; path: string; key: string } | { engine: 'postgres'; url: string }

/**
 * The only door to the data. A write takes its turn in one queue, runs in one transaction and is durable when its promise
 * settles; reads run on a second, read-only connection and never see what is not committed (principle 3).
 */
export class Database {
  private readonly inside = new AsyncLocalStorage<Tx>()
  private readonly dialect = new Map<string, string>()
  private tail: Promise<unknown> = Promise.resolve()
  private copying: Promise<Copied | null> | null = null
  private readonly closing = new AbortController()

  private constructor(
    readonly engine: Engine,
    /** For threads of the station that open connections of their own. */
    readonly place: DatabasePlace,
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly strangeTurn: Turn | null = null,
  ) {}

  /**
   * Opens, migrates and checks; an older file is backed up before it is changed. Fails, and leaves the file alone, on a wrong key, a newer
   * schema or broken references.
   */
  static async open(place: DatabasePlace, entities: EntitySchema[]): Promise<Database> {
    if (place.engine === 'sqlite') keepPrivate(place.path)
    const writer = new DataSource({
      ...connection(place, false),
      entities,
      migrations,
      migrationsTransactionMode: 'each',
    })
    await writer.initialize().catch((error: unknown) => named(error, place))
    try {
      const pending = await refuseNewerSchema(writer)
      if (pending !== null && place.engine === 'sqlite') backUpBefore(pending, place)
      const done = await writer.runMigrations()
      if (place.engine === 'postgres') return new Database('postgres', place, writer, writer)
      // The check reads every row, so it is made where rows may have been broken, not at every start.
      if (done.length > 0) await refuseBrokenReferences(writer)
      const reader = await new DataSource({ ...connection(place, true), entities }).initialize()
      return new Database('sqlite', place, writer, reader)
    } catch (error) {
      await writer.destroy()
      return named(error, place)
    }
  }

  /**
   * Another door, for a thread of the station, to a database that stands open and migrated: it checks and migrates nothing. On SQLite its
   * writes take their turns through `turn`, which must be `lend` of the station's own database, and nobody reads while it writes.
   */
  static async join(place: DatabasePlace, entities: EntitySchema[], turn: Turn): Promise<Database> {
    const source = new DataSource({ ...connection(place, false, 32_768), entities })
    const only = await source.initialize().catch((error: unknown) => named(error, place))
    return new Database(place.engine, place, only, only, turn)
  }

  /** A turn in the queue of writes for work that writes over a connection of its own. */
  async lend<T>(work: () => Promise<T>): Promise<T> {
    if (this.strangeTurn) return this.strangeTurn(work)
    const turn = this.tail.then(work)
    this.tail = turn.catch(() => undefined)
    return turn
  }

  /** Asks without changing anything. Inside a write it answers from that write's own transaction. */
  async read<T>(ask: (reader: Reader) => Promise<T>): Promise<T> {
    return ask(this.inside.getStore() ?? this.reader.manager)
  }

  /**
   * Takes its turn, runs `work` in one transaction, commits durably. A nested call joins the outer transaction.
   * Never await the network, a timer or a person inside. Announce only after it has settled.
   */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const open = this.inside.getStore()
    if (open) return work(open)
    const once = () => this.writer.transaction((tx) => this.inside.run(tx, () => finished(tx, work)))
    return this.engine === 'postgres' ? retryDeadlock(once) : this.lend(once)
  }

  /** Raw SQL with `?` for values, in this engine's dialect. For the few hot paths and upserts. */
  sql(text: string): string {
    if (this.engine === 'sqlite') return text
    const known = this.dialect.get(text)
    if (known) return known
    let nth = 0
    const translated = text.replaceAll('?', () => `$${(nth += 1)}`)
    this.dialect.set(text, translated)
    return translated
  }

  /** For migrations' drift test, backups and verifiers: the raw writer connection. */
  get source(): DataSource {
    return this.writer
  }

  /**
   * Writes a verified backup into `<folder>/backups` beside running reads and writes (see `backUpDatabase`). PostgreSQL is backed up by its own
   * server: answers null, as after an abort. While one is being written, who asks gets that one; closing gives it up.
   */
  async backUp(folder: string, now: string, signal: AbortSignal): Promise<Copied | null> {
    if (this.place.engine !== 'sqlite') return null
    const either = AbortSignal.any([signal, this.closing.signal])
    this.copying ??= backUpDatabase(folder, this.place, now, either).finally(() => (this.copying = null))
    return this.copying
  }

  /** Lets the last write finish, folds the log into the file and lets go. */
  async close(): Promise<void> {
    this.closing.abort()
    await this.copying?.catch(() => undefined)
    await this.tail.catch(() => undefined)
    if (this.reader !== this.writer) await this.reader.destroy()
    if (this.engine === 'sqlite' && !this.strangeTurn) await this.writer.query('PRAGMA wal_checkpoint(TRUNCATE)')
    await this.writer.destroy()
  }
}

/** The work of a write and what it left to be written at its end. */
async function finished<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const answer = await work(tx)
  await beforeCommit.get(tx)?.()
  return answer
}

function connection(
  place: DatabasePlace,
  readonly: boolean,
  cacheKib = readonly ? 262_144 : 131_072,
): DataSourceOptions {
  if (place.engine === 'postgres') return { type: 'postgres', url: place.url, poolSize: 12, applicationName: 'gendan' }
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
      db.pragma('temp_store = MEMORY')
      db.pragma(`cache_size = -${cacheKib}`)
      db.pragma('busy_timeout = 5000')
    },
  } as DataSourceOptions
}

/** The verified copy that an older schema leaves behind: `backups/before-<migration>.db`. */
function backUpBefore(migration: string, { path, key }: { path: string; key: string }): void {
  const folder = join(dirname(path), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  copyDatabase({ path, key, into: join(folder, `before-${migration}.db`) })
}

/** Fails with what an error at opening means. */
async function named(error: unknown, place: DatabasePlace): Promise<never> {
  const cause = error instanceof QueryFailedError ? (error.driverError as unknown) : error
  const meaning = place.engine === 'sqlite' ? await explainOpening(cause, place) : error
  throw meaning === cause ? error : meaning
}

async function refuseBrokenReferences(source: DataSource): Promise<void> {
  const broken: unknown[] = await source.query('PRAGMA foreign_key_check')
  if (broken.length > 0)
    throw new Error(`database has ${broken.length} broken references; restore the newest verified backup`)
}

/** Two stations on one PostgreSQL may deadlock or fail to serialise; the loser simply runs again. */
async function retryDeadlock<T>(once: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once()
    } catch (error) {
      const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined
      if (attempt >= 5 || (code !== '40P01' && code !== '40001')) throw error
    }
  }
}
