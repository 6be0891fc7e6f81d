import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { DataSource, type DataSourceOptions, type MigrationInterface, type QueryRunner } from 'typeorm'
import type { Engine } from '../../../main/database/database.ts'
import { migrations } from '../../../main/database/migrations/catalog.ts'
import { newPostgresDatabase } from '../../kit/station.ts'

type Value = string | number | null

/**
 * What a released station kept, as plain rows: the sample company, a customer archive and a call history imported after it. The same rows
 * fill both engines. Full-text tables are left out: their rows follow from the customers'.
 */
export interface ReleasedData {
  /** Station key, in hex. */
  key: string
  /** Names of the migrations it had. */
  migrations: string[]
  tables: Record<string, { columns: string[]; rows: Value[][] }>
  /** Content of its files in base64, by their name. */
  files: Record<string, string>
  anchor: string
}

/** Where the old database was unpacked. */
export interface ReleasedPlace {
  folder: string
  key: string
  postgresUrl: string | undefined
}

const here = dirname(fileURLToPath(import.meta.url))

/** Reads a kept release by its day, `20261122`. */
export function readReleased(day: string): ReleasedData {
  return JSON.parse(gunzipSync(readFileSync(join(here, `${day}.json.gz`))).toString()) as ReleasedData
}

/** Makes the folder and the database of a released station as it left them, on either engine. */
export async function layReleased(engine: Engine, data: ReleasedData, folder: string): Promise<ReleasedPlace> {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(data.files)) {
    mkdirSync(join(folder, 'files', name.slice(0, 2)), { recursive: true })
    writeFileSync(join(folder, 'files', name.slice(0, 2), name), Buffer.from(content, 'base64'))
  }
  writeFileSync(join(folder, 'audit.anchor'), data.anchor)
  const postgresUrl = engine === 'postgres' ? await newPostgresDatabase() : undefined
  const source = await new DataSource({
    ...(postgresUrl
      ? { type: 'postgres', url: postgresUrl }
      : {
          type: 'better-sqlite3',
          driver: Sqlite,
          database: join(folder, 'gendan.db'),
          key: `x'${data.key}'`,
          enableWAL: true,
        }),
    migrations: migrations.slice(0, data.migrations.length),
    migrationsTransactionMode: 'each',
  } as DataSourceOptions).initialize()
  await source.runMigrations()
  const runner = source.createQueryRunner()
  await runner.startTransaction()
  await runner.query(engine === 'postgres' ? 'SET CONSTRAINTS ALL DEFERRED' : 'PRAGMA defer_foreign_keys = ON')
  if (engine === 'postgres') await runner.query(`SET session_replication_role = 'replica'`)
  for (const [table, { columns, rows }] of Object.entries(data.tables)) await insertRows(runner, table, columns, rows)
  await fillTexts(runner, engine, data)
  await runner.commitTransaction()
  await runner.release()
  await source.destroy()
  return { folder, key: data.key, postgresUrl }
}

/** True when the first migrations of today are those the release had: released ones never change their name or place. */
export function beginsWith(data: ReleasedData, catalog: (new () => MigrationInterface)[] = migrations): boolean {
  return data.migrations.every((name, at) => name === (catalog[at] && new catalog[at]().name))
}

async function insertRows(runner: QueryRunner, table: string, columns: string[], rows: Value[][]): Promise<void> {
  const isPostgres = runner.dataSource.options.type === 'postgres'
  const flags = new Set(
    isPostgres ? (await runner.getTable(table))!.columns.filter((c) => c.type === 'boolean').map((c) => c.name) : [],
  )
  const names = columns.map((column) => `"${column}"`).join(', ')
  const places = columns.map((_, at) => (isPostgres ? `$${at + 1}` : '?')).join(', ')
  for (const row of rows)
    await runner.query(
      `INSERT INTO "${table}" (${names}) VALUES (${places})`,
      row.map((value, at) => (flags.has(columns[at]!) && value !== null ? value === 1 : value)),
    )
}

/** The text index as that release wrote it: two neighbouring characters at a time. */
async function fillTexts(runner: QueryRunner, engine: Engine, data: ReleasedData): Promise<void> {
  const grams = (text: string) => {
    const characters = [
      ...text
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ''),
    ].slice(0, 300)
    return characters.length === 1 ? characters : characters.slice(1).map((each, at) => `${characters[at]}${each}`)
  }
  const people = rowsOf(data, 'customers_person')
  for (const { id, seq, name, address } of rowsOf(data, 'customers_customer')) {
    const names = new Set([name, ...people.filter((one) => one['customerId'] === id).map((one) => one['name'])])
    const ofNames = [...names].flatMap((one) => grams(String(one)))
    const ofAddress = grams(String(address))
    await (engine === 'postgres'
      ? runner.query('INSERT INTO "customers_text" ("seq", "names", "address") VALUES ($1, $2, $3)', [
          seq,
          [...new Set(ofNames)],
          [...new Set(ofAddress)],
        ])
      : runner.query('INSERT INTO customers_text (rowid, body) VALUES (?, ?)', [
          seq,
          [...ofNames.map((gram) => `n${gram}`), ...ofAddress.map((gram) => `a${gram}`)].join(' '),
        ]))
  }
}

/** Rows of a table by the names of their columns. */
export function rowsOf(data: ReleasedData, table: string): Record<string, Value>[] {
  const { columns, rows } = data.tables[table]!
  return rows.map((row) => Object.fromEntries(row.map((value, at) => [columns[at]!, value])))
}
