import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DataSource, type EntitySchema, QueryFailedError } from 'typeorm'
import { backUpDatabase } from './backup.ts'
import { markClosed, markOpen } from './book.ts'
import { asideOf, cacheKib, connectionOptions, type DatabasePlace } from './connection.ts'
import { type Copied, copyDatabase } from './copy-database.ts'
import { explainOpening } from './damage.ts'
import type { Engine, Reader, Tx } from './handles.ts'
import { keepPrivate } from './keep-private.ts'
import { codeOf } from './trouble.ts'
import { migrations } from './migrations/catalog.ts'
import { refuseNewerSchema } from './newer-schema.ts'
import type { OpenWrite } from './open-write.ts'
import { postgresReader } from './read-postgres.ts'
import { SqliteReading } from './read-sqlite.ts'
import { answerTo, type DoorWatch, type Turn, type WriteDoor } from './write-door.ts'
import { PostgresDoor } from './write-postgres.ts'
import { SqliteDoor } from './write-sqlite.ts'

export type { DatabasePlace } from './connection.ts'
export type { Engine, Reader, Tx } from './handles.ts'
export type { Turn } from './write-door.ts'

/**
 * The only door to the data. A write takes its turn in one queue, runs in one transaction and is durable when its promise
 * settles; reads run on a second, read-only connection and never see what is not committed (principle 3).
 */
export class Database {
  private readonly inside: AsyncLocalStorage<OpenWrite>
  private readonly door: WriteDoor
  private readonly dialect = new Map<string, string>()
  private copying: Promise<Copied | null> | null = null
  private readonly closing = new AbortController()
  /** Null where questions and writes share a connection, or the server keeps several. */
  private readonly reading: SqliteReading | null
  private readonly asked: Reader

  private constructor(
    readonly engine: Engine,
    /** For threads of the station that open connections of their own. */
    readonly place: DatabasePlace,
    private readonly writer: DataSource,
    private readonly reader: DataSource,
    private readonly watch: DoorWatch,
    private readonly strangeTurn: Turn | null = null,
  ) {
    this.inside = new AsyncLocalStorage()
    this.reading = place.engine === 'sqlite' && reader !== writer ? new SqliteReading(reader) : null
    this.asked = this.reading?.reader ?? (place.engine === 'postgres' ? postgresReader(reader) : reader.manager)
    this.door =
      place.engine === 'postgres'
        ? new PostgresDoor(writer, this.inside, watch, asideOf(place.url))
        : new SqliteDoor(writer, this.inside, watch, strangeTurn, () => this.reading?.end())
  }

  /**
   * Opens, migrates and checks; an older file is backed up before it is changed. Fails, and leaves the file alone, on a wrong key, a newer
   * schema or broken references.
   */
  static async open(place: DatabasePlace, entities: EntitySchema[], watch: DoorWatch = nobody): Promise<Database> {
    if (place.engine === 'sqlite') keepPrivate(place.path)
    const writer = new DataSource({
      ...connectionOptions(place, { readonly: false, cache: cacheKib.writer, isPatient: true }),
      entities,
      migrations,
      migrationsTransactionMode: 'each',
    })
    await writer.initialize().catch((error: unknown) => explained(error, place))
    try {
      const pending = await refuseNewerSchema(writer)
      if (pending !== null && place.engine === 'sqlite') backUpBefore(pending, place)
      const done = await writer.runMigrations()
      if (place.engine === 'postgres') {
        await writer.destroy()
        const both = new DataSource({
          ...connectionOptions(place, { readonly: false, cache: 0 }),
          entities,
          migrations,
        })
        return new Database('postgres', place, await both.initialize(), both, watch)
      }
      // The check reads every row, so it is made where rows may have been broken, not at every start.
      if (done.length > 0) await refuseBrokenReferences(writer)
      const reading = connectionOptions(place, { readonly: true, cache: cacheKib.reader })
      const reader = await new DataSource({ ...reading, entities }).initialize()
      markOpen(place.path)
      return new Database('sqlite', place, writer, reader, watch)
    } catch (error) {
      if (writer.isInitialized) await writer.destroy()
      return explained(error, place)
    }
  }

  /**
   * Another door, for a thread of the station, to a database that stands open and migrated: it checks and migrates nothing. On SQLite its
   * writes take their turns through `turn`, which must be `lend` of the station's own database, and nobody reads while it writes.
   */
  static async join(
    place: DatabasePlace,
    entities: EntitySchema[],
    turn: Turn,
    watch: DoorWatch = nobody,
  ): Promise<Database> {
    const source = new DataSource({
      ...connectionOptions(place, { readonly: false, cache: cacheKib.thread }),
      entities,
    })
    const only = await source.initialize().catch((error: unknown) => explained(error, place))
    return new Database(place.engine, place, only, only, watch, turn)
  }

  /** A turn in the queue of writes for work that writes over a connection of its own. */
  async lend<T>(work: () => Promise<T>): Promise<T> {
    return this.door.lend(work)
  }

  /** Asks without changing anything. Inside a write it answers from that write's own transaction. */
  async read<T>(ask: (reader: Reader) => Promise<T>): Promise<T> {
    const open = this.openWrite()
    if (open) return ask(open.tx)
    try {
      this.reading?.begin()
      return await ask(this.asked)
    } catch (error) {
      // A question that would write is wrong by itself; everything else of that kind is trouble.
      throw codeOf(error) === 'SQLITE_READONLY' ? error : answerTo(error, this.watch)
    }
  }

  /** Asks several things of one state of the data, as no write beside it could mix them. On SQLite writes wait meanwhile: not for a desk. */
  async readOneState<T>(ask: (reader: Reader) => Promise<T>): Promise<T> {
    const open = this.openWrite()
    if (open) return ask(open.tx)
    if (this.engine === 'sqlite') return this.door.lend(() => this.read(ask))
    return this.door.write(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
      return ask(tx)
    })
  }

  /**
   * Takes its turn, runs `work` in one transaction, commits durably and then tells the seats what `work` noted with `tx.changed`. A nested
   * call joins the outer transaction with a savepoint of its own. `work` may run twice, so only the database may remember what it did. Never
   * await the network, a timer or a person inside. Fails with `busy` by name where the disk is full, the storage fails or the database is away:
   * then nothing of it is stored, or, when PostgreSQL was lost at the very commit, asking again with the same id tells.
   */
  async write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const open = this.openWrite()
    return open ? open.nest(work) : this.door.write(work)
  }

  /**
   * One statement that counts whatever becomes of the write it serves: on PostgreSQL in a short transaction of its own, so that what it locks is
   * free at once; on SQLite a part of the write. It must touch no row that an open write may hold.
   */
  async apart(tx: Tx, text: string, values: readonly unknown[]): Promise<unknown> {
    return this.door.apart(tx, this.sql(text), values)
  }

  private openWrite(): OpenWrite | null {
    const open = this.inside.getStore()
    return open && !open.isOver ? open : null
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
    await this.door.close()
    this.reading?.end()
    if (this.reader !== this.writer) await this.reader.destroy()
    if (this.place.engine !== 'sqlite' || this.strangeTurn) return this.writer.destroy()
    // Without room for it the log stays as it is, and the next opening reads it.
    await this.writer.query('PRAGMA wal_checkpoint(TRUNCATE)').catch((error: unknown) => answerTo(error, this.watch))
    markClosed(this.place.path)
    await this.writer.destroy()
  }
}

const nobody: DoorWatch = { committed: () => undefined, troubled: () => undefined }

/** The verified copy that an older schema leaves behind: `backups/before-<migration>.db`. */
function backUpBefore(migration: string, { path, key }: { path: string; key: string }): void {
  const folder = join(dirname(path), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  copyDatabase({ path, key, into: join(folder, `before-${migration}.db`) })
}

/** Fails with what an error at opening means. */
async function explained(error: unknown, place: DatabasePlace): Promise<never> {
  const cause = error instanceof QueryFailedError ? (error.driverError as unknown) : error
  const meaning = place.engine === 'sqlite' ? await explainOpening(cause, place) : error
  throw meaning === cause ? error : meaning
}

async function refuseBrokenReferences(source: DataSource): Promise<void> {
  const broken: unknown[] = await source.query('PRAGMA foreign_key_check')
  if (broken.length > 0)
    throw new Error(`database has ${broken.length} broken references; restore the newest verified backup`)
}
