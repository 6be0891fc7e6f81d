import Sqlite from 'better-sqlite3-multiple-ciphers'
import { type Fault, momentOf, type Shim } from './fault.ts'

/** The errors a disk gives, by SQLite's names. */
export const diskErrors = [
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_BUSY',
  'SQLITE_CORRUPT',
  'SQLITE_NOMEM',
] as const

type Prepare = (this: Sqlite.Database, sql: string) => Sqlite.Statement & { reader?: boolean }

/** Puts a shim between TypeORM and every writing SQLite connection of this process; a fault that undoes rolls everything back. */
export function shimSqlite(): Shim & { commits: () => number } {
  const { prototype, SqliteError } = Sqlite as unknown as {
    prototype: { prepare: Prepare }
    SqliteError: new (message: string, code: string) => Error
  }
  const { prepare } = prototype
  let fault: Fault | null = null
  let [seen, struck, commits] = [0, 0, 0]
  const meet = (db: Sqlite.Database, sql: string): void => {
    if (sql === 'COMMIT') commits += 1
    if (!fault || db.readonly || momentOf(sql) !== fault.moment) return
    const at = seen - fault.nth
    seen += 1
    if (at < 0 || at >= fault.times) return
    struck += 1
    if (fault.undoes && db.inTransaction) db.exec('ROLLBACK')
    throw new SqliteError(`struck at ${sql.slice(0, 40)}`, fault.error)
  }
  prototype.prepare = function (sql) {
    const real = prepare.call(this, sql)
    return {
      reader: real.reader === true,
      all: (...values) => (meet(this, sql), real.all(...values)),
      run: (...values) => (meet(this, sql), real.run(...values)),
      get: (...values) => (meet(this, sql), real.get(...values)),
      iterate: (...values) => real.iterate(...values),
    }
  }
  return {
    errors: diskErrors,
    strike: (next) => {
      fault = next
      seen = 0
    },
    struck: () => struck,
    commits: () => commits,
    remove: () => {
      prototype.prepare = prepare
    },
  }
}
