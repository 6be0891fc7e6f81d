import { type FileUse, fileRights, mayUse } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { readBody } from '../api/read-body.ts'
import { FileHolderEntity, type StoredFile, StoredFileEntity } from './entities.ts'

const largestBytes = 32 * 1024 * 1024

/**
 * `POST /files?name=…&use=…` stores a body and answers its hash; `GET /files/<hash>` gives it back to whoever brought it and to whoever holds
 * the right of its use (`fileRights`).
 */
export async function handleFile(services: Services, seat: Seat | null, request: Request): Promise<Response> {
  if (!seat) throw new Failure('signedOut', 'admin.failure.signedOut')
  if (seat.mustChangePassword) throw new Failure('notAllowed', 'admin.failure.changePasswordFirst')
  const { pathname, searchParams } = new URL(request.url)
  if (request.method === 'POST') {
    const use = readUse(searchParams.get('use'))
    if (use !== null && !mayUse(seat.role, fileRights[use])) throw new Failure('notAllowed', 'admin.failure.notAllowed')
    return storeFile(services, seat, request, searchParams.get('name') ?? '', use)
  }
  if (request.method !== 'GET') throw new Failure('notFound', 'admin.failure.noFile')
  const hash = pathname.split('/')[2] ?? ''
  const row = await services.database.read((reader) => reader.findOneBy(StoredFileEntity, { hash }))
  if (row && !(await mayRead(services, seat, row))) throw new Failure('notAllowed', 'admin.failure.notAllowed')
  const bytes = row && (await services.files.get(hash))
  if (!row || !bytes) throw new Failure('notFound', 'admin.failure.noFile')
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': row.mime,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** Absent: a file for nobody but who brings it. */
function readUse(asked: string | null): FileUse | null {
  if (asked === null) return null
  if (!(asked in fileRights)) throw new Failure('invalid', 'admin.failure.invalid', {}, 'use')
  return asked as FileUse
}

async function mayRead({ database }: Services, seat: Seat, { hash, use }: StoredFile): Promise<boolean> {
  if (use !== null && mayUse(seat.role, fileRights[use])) return true
  return database.read((reader) => reader.existsBy(FileHolderEntity, { hash, memberId: seat.memberId }))
}

async function storeFile(
  services: Services,
  seat: Seat,
  request: Request,
  name: string,
  use: FileUse | null,
): Promise<Response> {
  const bytes = await readBody(request, largestBytes)
  if (!bytes) throw new Failure('invalid', 'admin.failure.fileTooLarge', { megabytes: largestBytes / 1024 / 1024 })
  const file = { bytes, name, mime: 'application/octet-stream', memberId: seat.memberId, use }
  return Response.json({ hash: await keepFile(services, file), size: bytes.byteLength })
}

/** Stores bytes with their name; the same content keeps its first name, and whoever brings it holds it too. */
export async function keepFile(
  services: Services,
  file: { bytes: Uint8Array; name: string; mime: string; memberId: string | null; use?: FileUse | null },
): Promise<string> {
  const hash = await services.files.put(file.bytes)
  const { memberId, mime, use = null } = file
  await services.database.write(async (tx) => {
    const name = file.name.replaceAll('\0', '').slice(0, 200)
    const row = { hash, name, mime, size: file.bytes.byteLength, storedAt: services.now(), memberId, use }
    await tx.createQueryBuilder().insert().into(StoredFileEntity).values(row).orIgnore().execute()
    if (use !== null) await tx.update(StoredFileEntity, { hash }, { use })
    if (memberId !== null)
      await tx.createQueryBuilder().insert().into(FileHolderEntity).values({ hash, memberId }).orIgnore().execute()
  })
  return hash
}
