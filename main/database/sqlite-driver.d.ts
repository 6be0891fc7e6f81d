/** The encrypted SQLite driver ships types its package.json does not export; these are the parts the house uses. */
declare module 'better-sqlite3-multiple-ciphers' {
  namespace Sqlite {
    interface Statement {
      /** It gives rows. */
      readonly reader: boolean
      all(...values: unknown[]): unknown[]
      get(...values: unknown[]): unknown
      iterate(...values: unknown[]): IterableIterator<unknown>
      run(...values: unknown[]): { changes: number; lastInsertRowid: number | bigint }
    }
    interface Database {
      /** False once it is closed. */
      readonly open: boolean
      /** A transaction stands. SQLite ends one by itself at some errors. */
      readonly inTransaction: boolean
      readonly readonly: boolean
      pragma(source: string, options?: { simple?: boolean }): unknown
      prepare(sql: string): Statement
      exec(sql: string): this
      transaction<A extends unknown[], R>(work: (...values: A) => R): (...values: A) => R
      close(): this
    }
  }
  const Sqlite: new (
    path: string,
    options?: { readonly?: boolean; fileMustExist?: boolean; timeout?: number },
  ) => Sqlite.Database
  export = Sqlite
}
