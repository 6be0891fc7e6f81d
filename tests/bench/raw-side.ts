import type Sqlite from 'better-sqlite3-multiple-ciphers'
import { Client, types } from 'pg'

/** A row as the engine gives it. */
export type Row = Record<string, unknown>

/** One statement with its values; `?` stands for a value on either engine. */
export type Statement = readonly [sql: string, values: readonly unknown[]]

/** The database beside the house: what no program on it can beat. */
export interface RawSide {
  engine: 'sqlite' | 'postgres'
  all(sql: string, values?: readonly unknown[]): Promise<Row[]>
  /** One durable transaction. */
  commit(statements: readonly Statement[]): Promise<void>
  close(): Promise<void>
}

/** The archive's own file, every commit synced as the station's are. */
export function sqliteSide(db: Sqlite.Database): RawSide {
  const known = new Map<string, Sqlite.Statement>()
  const prepared = (sql: string) => {
    const statement = known.get(sql) ?? db.prepare(sql)
    known.set(sql, statement)
    return statement
  }
  db.pragma('synchronous = FULL')
  const commit = db.transaction((statements: readonly Statement[]) => {
    for (const [sql, values] of statements) prepared(sql).run(...values)
  })
  return {
    engine: 'sqlite',
    all: async (sql, values = []) => prepared(sql).all(...values) as Row[],
    commit: async (statements) => commit(statements),
    close: async () => void db.close(),
  }
}

/** One connection with prepared statements. */
export async function postgresSide(url: string): Promise<RawSide> {
  types.setTypeParser(types.builtins.INT8, Number)
  const client = new Client({ connectionString: url })
  await client.connect()
  const names = new Map<string, { name: string; text: string }>()
  const ask = async (sql: string, values: readonly unknown[]) => {
    let nth = 0
    const known = names.get(sql) ?? { name: `s${names.size}`, text: sql.replaceAll('?', () => `$${(nth += 1)}`) }
    names.set(sql, known)
    return (await client.query({ ...known, values: [...values] })).rows as Row[]
  }
  return {
    engine: 'postgres',
    all: (sql, values = []) => ask(sql, values),
    commit: async (statements) => {
      await client.query('BEGIN')
      for (const [sql, values] of statements) await ask(sql, values)
      await client.query('COMMIT')
    },
    close: () => client.end(),
  }
}
