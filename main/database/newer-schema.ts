import type { DataSource } from 'typeorm'
import { migrations } from './migrations/catalog.ts'

/** A database written by a newer release than this program. It is left untouched; the newer program opens it. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema'

  constructor(readonly unknown: string[]) {
    super(`this database was made by a newer release (${unknown.join(', ')}); start that release, nothing was changed`)
  }
}

/**
 * Refuses a database that holds migrations this release does not know. Never deletes, never downgrades. Answers the first migration that an
 * older database still needs, null when there is none or the database is new.
 */
export async function refuseNewerSchema(source: DataSource): Promise<string | null> {
  const runner = source.createQueryRunner()
  try {
    if (!(await runner.hasTable('migrations'))) return null
    const rows = (await runner.query('SELECT "name" FROM "migrations"')) as { name: string }[]
    const done = new Set(rows.map((row) => row.name))
    const known = migrations.map((migration) => new migration().name ?? '')
    const unknown = [...done].filter((name) => !known.includes(name))
    if (unknown.length > 0) throw new NewerSchema(unknown)
    return done.size === 0 ? null : (known.find((name) => !done.has(name)) ?? null)
  } finally {
    await runner.release()
  }
}
