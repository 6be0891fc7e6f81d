import { quotaPassed } from '../../shared/admin/file-limits.ts'
import type { Role } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { cutText } from '../../shared/kit/cut-text.ts'
import { seenText } from '../../shared/kit/seen-text.ts'
import type { Services } from '../api/context.ts'
import type { Reader } from '../database/database.ts'
import { FileHoldingEntity, StoredFileEntity } from './entities.ts'
import { alone } from './links.ts'
import type { Stored } from './file-store.ts'

/** A content on its way into the station. */
export interface FileToKeep {
  content: Uint8Array | AsyncIterable<Uint8Array>
  name: string
  mime: string
  /** Who brings it; null for the station itself. */
  memberId: string | null
  use?: string | null
}

/** Stores a content once, and beside it what this member brought for this use; brought again it keeps its first name. Nobody else's is touched. */
export async function keepFile(services: Services, file: FileToKeep, role: Role | null = null): Promise<Stored> {
  const stored = await services.files.put(file.content)
  const { hash, size } = stored
  const { memberId, mime, use = null } = file
  await services.database.write(async (tx) => {
    await alone(services, tx)
    // Erased between being stored and being written down: the asker sends it again.
    if (!services.files.has(hash)) throw new Failure('busy', 'admin.failure.fileErased')
    if (role !== null && memberId !== null) await refuseOver(services, tx, role, memberId, stored)
    const name = cutText(seenText(file.name), 200)
    const heldAt = services.now()
    const row = { hash, name, mime, size, storedAt: heldAt, memberId, use }
    await tx.createQueryBuilder().insert().into(StoredFileEntity).values(row).orIgnore().execute()
    const key = { hash, memberId: memberId ?? '', use: use ?? '' }
    const holding = { ...key, name, mime, heldAt }
    await tx.createQueryBuilder().insert().into(FileHoldingEntity).values(holding).orIgnore().execute()
    await tx.update(FileHoldingEntity, key, { heldAt })
  })
  return stored
}

/** Refuses by name what passes a limit before much of it has been stored. `bytes`: what is known of its size. */
export async function refuseFull(services: Services, role: Role, memberId: string, bytes: number): Promise<void> {
  await services.database.read((reader) => refuseOver(services, reader, role, memberId, { hash: '', size: bytes }))
}

async function refuseOver(
  { database }: Services,
  reader: Reader,
  role: Role,
  memberId: string,
  { hash, size }: Stored,
): Promise<void> {
  const [row] = (await reader.query(
    database.sql(
      `SELECT coalesce(sum("size"), 0) AS "all",
         coalesce(sum(CASE WHEN "hash" IN (SELECT "hash" FROM "files_holding" WHERE "memberId" = ?) THEN "size" ELSE 0 END), 0) AS "own"
       FROM "files_file" WHERE "hash" <> ?`,
    ),
    [memberId, hash],
  )) as { all: number | string; own: number | string }[]
  const passed = quotaPassed(role, { own: Number(row?.own ?? 0), all: Number(row?.all ?? 0) }, size)
  if (passed)
    throw new Failure('ruleBroken', `admin.failure.filesFull.${passed.whose}`, { gigabytes: passed.gigabytes })
}
