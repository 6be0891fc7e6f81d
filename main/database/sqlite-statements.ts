import type Sqlite from 'better-sqlite3-multiple-ciphers'
import { type DataSource, QueryFailedError } from 'typeorm'

/** So many statements stay prepared. */
const mostPrepared = 1000

/** The statements of one SQLite connection, asked without a query runner between: its way to one costs as much as most of them. */
export class SqliteStatements {
  private prepared = new Map<string, Sqlite.Statement>()
  private of: Sqlite.Database | null = null

  constructor(private readonly source: DataSource) {}

  get db(): Sqlite.Database {
    return (this.source.driver as unknown as { databaseConnection: Sqlite.Database }).databaseConnection
  }

  /** The rows of a question; of anything else the row id of what it inserted last, as TypeORM answers. Fails as TypeORM does. */
  ask(text: string, values: readonly unknown[] = []): unknown {
    const bound = values.map((value) => (typeof value === 'boolean' ? Number(value) : value))
    try {
      const statement = this.statement(text)
      return statement.reader ? statement.all(...bound) : statement.run(...bound).lastInsertRowid
    } catch (error) {
      throw new QueryFailedError(text, bound, error as Error)
    }
  }

  private statement(text: string): Sqlite.Statement {
    // A connection opened anew knows none of the old one's.
    if (this.of !== this.db) this.prepared = new Map()
    this.of = this.db
    const known = this.prepared.get(text)
    if (known) return known
    const made = this.db.prepare(text)
    const [oldest] = this.prepared.keys()
    if (this.prepared.size >= mostPrepared && oldest !== undefined) this.prepared.delete(oldest)
    this.prepared.set(text, made)
    return made
  }
}
