import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { FileHolderEntity, type FileLink, FileLinkEntity, StoredFileEntity } from './entities.ts'

/** Says inside the caller's write what a stored file belongs to. Saying it twice changes nothing. */
export async function linkFile(services: Services, tx: Tx, link: Omit<FileLink, 'linkedAt'>): Promise<void> {
  const row = { ...link, linkedAt: services.now() }
  await tx.createQueryBuilder().insert().into(FileLinkEntity).values(row).orIgnore().execute()
}

/** Ends links; a file that loses its last one is erased, its bytes with it. Answers the hashes erased. */
export async function dropLinks(
  services: Services,
  which: Pick<FileLink, 'subjectKind' | 'subjectId'> | { use: string; linkedBefore: string },
): Promise<string[]> {
  const { database } = services
  const [where, values] =
    'use' in which
      ? ['"use" = ? AND "linkedAt" < ?', [which.use, which.linkedBefore]]
      : ['"subjectKind" = ? AND "subjectId" = ?', [which.subjectKind, which.subjectId]]
  const hashes = await database.write(async (tx) => {
    const rows = (await tx.query(database.sql(`SELECT DISTINCT "hash" FROM "files_link" WHERE ${where}`), values)) as {
      hash: string
    }[]
    await tx.query(database.sql(`DELETE FROM "files_link" WHERE ${where}`), values)
    return rows.map(({ hash }) => hash)
  })
  return eraseUnlinked(services, hashes)
}

/** Files brought before an instant that nothing is linked to. */
export async function unlinkedBefore({ database }: Services, before: string): Promise<string[]> {
  const rows = (await database.read((reader) =>
    reader.query(
      database.sql(
        `SELECT f."hash" FROM "files_file" f WHERE f."storedAt" < ?
         AND NOT EXISTS (SELECT 1 FROM "files_link" l WHERE l."hash" = f."hash") ORDER BY f."hash" LIMIT 1000`,
      ),
      [before],
    ),
  )) as { hash: string }[]
  return rows.map(({ hash }) => hash)
}

/**
 * Erases those of the files that nothing is linked to. First the row goes; the bytes follow once that is durable, and only while no row has come
 * back: whoever brings the same content meanwhile keeps it.
 */
export async function eraseUnlinked(services: Services, hashes: readonly string[]): Promise<string[]> {
  const { database, files } = services
  const erased: string[] = []
  for (const hash of hashes) {
    const isGone = await database.write(async (tx) => {
      await alone(services, tx)
      if (await tx.existsBy(FileLinkEntity, { hash })) return false
      await tx.delete(FileHolderEntity, { hash })
      await tx.delete(StoredFileEntity, { hash })
      return true
    })
    if (!isGone) continue
    await database.write(async (tx) => {
      await alone(services, tx)
      if (!(await tx.existsBy(StoredFileEntity, { hash }))) await files.remove(hash)
    })
    erased.push(hash)
  }
  return erased
}

/** Bringing and erasing the same content take turns; on SQLite every write does. */
export async function alone({ database }: Services, tx: Tx): Promise<void> {
  if (database.engine === 'postgres') await tx.query('SELECT pg_advisory_xact_lock(7210020)')
}
