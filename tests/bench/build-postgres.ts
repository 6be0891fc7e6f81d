import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3-multiple-ciphers'
import { Client } from 'pg'
import { customerTexts, textsOf } from '../../main/customers/texts.ts'
import { putNewTexts } from '../../main/database/search/text-index.ts'
import { openStation } from '../../main/station.ts'
import { type BenchArchive, buildArchive, openRaw, toldTexts } from './build-data.ts'
import { startPostgres } from '../kit/postgres-server.ts'

/** The archive on a PostgreSQL of its own; `stop` ends and deletes it. */
export interface PostgresArchive extends BenchArchive {
  url: string
  stop(): Promise<void>
}

/** Filled by the station or the scheduler themselves, or by an index of their own. */
const notCopied = /^(migrations|sqlite_|customers_text|tickets_ticket_text|scheduler_|admin_audit_head$)/

/** Rows of one statement. */
const atOnce = 500

/** Copies the SQLite archive of that size, row by row, into a PostgreSQL that is made for it, and lets the planner know it. */
export async function buildOnPostgres(root: string, size: number): Promise<PostgresArchive> {
  const archive = await buildArchive(root, size)
  const from = performance.now()
  const server = await startPostgres()
  const folder = join(root, 'postgres')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'station.key'), archive.key, { mode: 0o600 })
  await (await openStation({ folder, key: archive.key, postgresUrl: server.url, schedule: false })).close()
  const source = openRaw(archive.folder, archive.key)
  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query(`SET session_replication_role = 'replica'`)
  await client.query('SET synchronous_commit = off')
  const tables = source.prepare(`SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' ORDER BY "name"`)
  for (const { name } of tables.all() as { name: string }[])
    if (!notCopied.test(name)) await copyTable(source, client, name)
  await copyTexts(source, client)
  await copyTold(source, client)
  await client.query(`INSERT INTO "admin_audit_head" SELECT * FROM (VALUES ${headsOf(source)}) AS "h" ("name", "seq", "hash")
    ON CONFLICT ("name") DO UPDATE SET "seq" = EXCLUDED."seq", "hash" = EXCLUDED."hash"`)
  await client.query('VACUUM ANALYZE')
  await client.query('CHECKPOINT')
  await client.end()
  source.close()
  return {
    ...{ folder, key: archive.key, url: server.url, stop: () => server.stop() },
    builtIn: archive.builtIn + (performance.now() - from) / 1000,
  }
}

async function copyTable(source: Sqlite.Database, client: Client, table: string): Promise<void> {
  const columns = (
    await client.query<{ name: string; type: string }>(
      'SELECT column_name AS "name", data_type AS "type" FROM information_schema.columns WHERE table_name = $1',
      [table],
    )
  ).rows
  if (columns.length === 0) return
  await client.query(`DELETE FROM "${table}"`)
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  let block: unknown[][] = []
  const flush = async () => {
    if (block.length === 0) return
    let nth = 0
    const places = block.map((row) => `(${row.map(() => `$${(nth += 1)}`).join(', ')})`).join(', ')
    await client.query(`INSERT INTO "${table}" (${names}) VALUES ${places}`, block.flat())
    block = []
  }
  for (const row of source.prepare(`SELECT ${names} FROM "${table}"`).iterate() as Iterable<Record<string, unknown>>) {
    block.push(
      columns.map(({ name, type }) => (type === 'boolean' && row[name] !== null ? row[name] === 1 : row[name])),
    )
    if (block.length === atOnce) await flush()
  }
  await flush()
}

async function copyTexts(source: Sqlite.Database, client: Client): Promise<void> {
  const rows = source.prepare('SELECT "seq", "name", "address" FROM "customers_customer"').all() as {
    seq: number
    name: string
    address: string
  }[]
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows
      .slice(from, from + atOnce)
      .map(({ seq, name, address }) => ({ seq, texts: textsOf({ names: [name], address }) }))
    await putNewTexts(client as never, 'postgres', customerTexts, some)
  }
}

async function copyTold(source: Sqlite.Database, client: Client): Promise<void> {
  const links = source.prepare(
    'SELECT "seq", "id", "symptom" FROM "tickets_ticket_text_link" JOIN "tickets_ticket" USING ("id")',
  )
  const rows = links.all() as { seq: number; id: string; symptom: string }[]
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    await client.query(
      `INSERT INTO "tickets_ticket_text_link" ("seq", "id") VALUES ${some.map((_, nth) => `($${2 * nth + 1}, $${2 * nth + 2})`).join(', ')}`,
      some.flatMap(({ seq, id }) => [seq, id]),
    )
    const texts = some.map(({ seq, symptom }) => ({ seq, texts: { symptom: [symptom] } }))
    await putNewTexts(client as never, 'postgres', toldTexts, texts)
  }
  await client.query(
    `SELECT setval(pg_get_serial_sequence('tickets_ticket_text_link', 'seq'), (SELECT max("seq") FROM "tickets_ticket_text_link"))`,
  )
}

const headsOf = (source: Sqlite.Database): string =>
  (
    source.prepare('SELECT "name", "seq", "hash" FROM "admin_audit_head"').all() as {
      name: string
      seq: number
      hash: string
    }[]
  )
    .map(({ name, seq, hash }) => `('${name}', ${seq}::bigint, '${hash}')`)
    .join(', ')
