import type Sqlite from 'better-sqlite3-multiple-ciphers'
import { type DataSource, QueryFailedError } from 'typeorm'
import type { Reader } from './handles.ts'

/** So many statements stay prepared. */
const mostPrepared = 1000

/**
 * The questions to SQLite's reading connection. All that one round of the event loop asks shares one transaction: alone, a statement spends some
 * three quarters of its time on taking and giving back the file's locks. A transaction also keeps the state it began with, so it ends at every
 * commit (`end`): who is told that something is written reads it.
 */
export class SqliteReading {
  readonly reader: Reader
  private readonly prepared = new Map<string, Sqlite.Statement>()
  private isBegun = false

  constructor(private readonly source: DataSource) {
    const query = async (text: string, values: readonly unknown[] = []): Promise<unknown> => this.ask(text, values)
    this.reader = Object.assign(Object.create(source.manager) as Reader, { query })
  }

  /** Begins the round's transaction, if none stands. */
  begin(): void {
    if (this.isBegun) return
    this.statement('BEGIN').run()
    this.isBegun = true
    setImmediate(() => this.end())
  }

  /** What is asked from now on sees all that is committed. */
  end(): void {
    if (!this.isBegun) return
    this.isBegun = false
    if (this.db.open && this.db.inTransaction) this.statement('COMMIT').run()
  }

  private ask(text: string, values: readonly unknown[]): unknown[] {
    const bound = values.map((value) => (typeof value === 'boolean' ? Number(value) : value))
    try {
      this.begin()
      const statement = this.statement(text)
      return statement.reader ? statement.all(...bound) : [statement.run(...bound)]
    } catch (error) {
      throw new QueryFailedError(text, bound, error as Error)
    }
  }

  private statement(text: string): Sqlite.Statement {
    const known = this.prepared.get(text)
    if (known) return known
    const made = this.db.prepare(text)
    const [oldest] = this.prepared.keys()
    if (this.prepared.size >= mostPrepared && oldest !== undefined) this.prepared.delete(oldest)
    this.prepared.set(text, made)
    return made
  }

  private get db(): Sqlite.Database {
    return (this.source.driver as unknown as { databaseConnection: Sqlite.Database }).databaseConnection
  }
}
