import type { Services } from '../api/context.ts'
import type { Tx } from '../database/database.ts'
import { FileHoldingEntity, type FileLink, FileLinkEntity, StoredFileEntity } from './entities.ts'

/** Says inside the caller's write what a stored file belongs to. Saying it twice changes nothing. */
export async function linkFile(services: Services, tx: Tx, link: Omit<FileLink, 'linkedAt'>): Promise<void> {
  const row = { ...link, linkedAt: services.now() }
  await tx.createQueryBuilder().insert().into(FileLinkEntity).values(row).orIgnore().execute()
}

/**
 * Ends links; what was held for a use and loses its last link goes, and the bytes with the last that is held. What was brought again after the
 * links of a use that are over stays for now. Answers the hashes erased.
 */
export async function dropLinks(
  services: Services,
  which: Pick<FileLink, 'subjectKind' | 'subjectId'> | { use: string; linkedBefore: string },
): Promise<string[]> {
  const { database } = services
  const [where, values] =
    'use' in which
      ? ['"use" = ? AND "linkedAt" < ?', [which.use, which.linkedBefore]]
      : ['"subjectKind" = ? AND "subjectId" = ?', [which.subjectKind, which.subjectId]]
  const dropped = await database.write(async (tx) => {
    const rows = (await tx.query(
      database.sql(`SELECT DISTINCT "hash", "use" FROM "files_link" WHERE ${where}`),
      values,
    )) as Unlinked[]
    await tx.query(database.sql(`DELETE FROM "files_link" WHERE ${where}`), values)
    return rows
  })
  return eraseUnlinked(services, dropped, 'use' in which ? which.linkedBefore : null)
}

/** A content by a use that no link may hold any more. */
interface Unlinked {
  hash: string
  use: string
}

/** Of a holding `h`: nothing is linked to the content for its use; for one without a use, nothing at all. */
const isUnlinked = `NOT EXISTS (SELECT 1 FROM "files_link" l WHERE l."hash" = h."hash" AND (l."use" = h."use" OR h."use" = ''))`

/** What was last brought before an instant and nothing is linked to. */
export async function unlinkedBefore({ database }: Services, before: string): Promise<Unlinked[]> {
  return database.read((reader) =>
    reader.query(
      database.sql(
        `SELECT DISTINCT h."hash", h."use" FROM "files_holding" h WHERE h."heldAt" < ? AND ${isUnlinked}
         ORDER BY h."hash", h."use" LIMIT 1000`,
      ),
      [before],
    ),
  ) as Promise<Unlinked[]>
}

/**
 * Ends what is held for those uses, of any age or last brought before an instant, and nothing is linked to; a content that nobody holds any more
 * is erased. First the row goes; the bytes follow once that is durable, and only while no row has come back: whoever brings the same content
 * meanwhile keeps it.
 */
export async function eraseUnlinked(
  services: Services,
  unlinked: readonly Unlinked[],
  before: string | null,
): Promise<string[]> {
  const { database, files } = services
  const erased: string[] = []
  for (const { hash, use } of unlinked) {
    const isGone = await database.write(async (tx) => {
      await alone(services, tx)
      await tx.query(
        database.sql(
          `DELETE FROM "files_holding" AS h WHERE h."hash" = ? AND h."use" = ? AND ${isUnlinked}${before === null ? '' : ' AND h."heldAt" < ?'}`,
        ),
        [hash, use, ...(before === null ? [] : [before])],
      )
      if (await tx.existsBy(FileHoldingEntity, { hash })) return false
      if (await tx.existsBy(FileLinkEntity, { hash })) return false
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
