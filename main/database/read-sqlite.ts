import type { DataSource } from 'typeorm'
import type { Reader } from './handles.ts'
import { SqliteStatements } from './sqlite-statements.ts'

/**
 * The questions to SQLite's reading connection. All that one round of the event loop asks shares one transaction: alone, a statement spends some
 * three quarters of its time on taking and giving back the file's locks. A transaction also keeps the state it began with, so it ends at every
 * commit (`end`): who is told that something is written reads it.
 */
export class SqliteReading {
  readonly reader: Reader
  private readonly statements: SqliteStatements
  private isEnding = false

  constructor(source: DataSource) {
    this.statements = new SqliteStatements(source)
    const query = async (text: string, values?: readonly unknown[]): Promise<unknown> => {
      this.begin()
      return this.statements.ask(text, values)
    }
    this.reader = Object.assign(Object.create(source.manager) as Reader, { query })
  }

  /** Begins the round's transaction, if none stands. */
  begin(): void {
    if (!this.isEnding) setImmediate(() => this.endRound())
    this.isEnding = true
    if (!this.statements.db.inTransaction) this.statements.ask('BEGIN')
  }

  /** What is asked from now on sees all that is committed. What a troubled storage does not let end now is tried again after the next round. */
  end(): void {
    const { db } = this.statements
    for (const how of ['COMMIT', 'ROLLBACK']) {
      if (!db.open || !db.inTransaction) return
      try {
        this.statements.ask(how)
      } catch {
        continue
      }
    }
  }

  private endRound(): void {
    this.isEnding = false
    this.end()
  }
}
