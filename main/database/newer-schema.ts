import type { DataSource } from 'typeorm'
import { migrations } from './migrations/catalog.ts'

/** A database written by a newer release than this program. It is left untouched; the newer program opens it. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema'

  constructor(readonly unknown: string[]) {
    super(`this database was made by a newer release (${unknown.join(', ')}); start that release, nothing was changed`)
  }
}

/** Refuses a database that holds migrations this release does not know. Never deletes, never downgrades. */
export async function refuseNewerSchema(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner()
  try {
    if (!(await runner.hasTable('migrations'))) return
    const done = (await runner.query('SELECT "name" FROM "migrations"')) as { name: string }[]
    const known = new Set(migrations.map((migration) => new migration().name))
    const unknown = done.map((row) => row.name).filter((name) => !known.has(name))
    if (unknown.length > 0) throw new NewerSchema(unknown)
  } finally {
    await runner.release()
  }
}
