import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import { readBody } from '../api/read-body.ts'
import { StoredFileEntity } from './entities.ts'

const largestBytes = 32 * 1024 * 1024

/** `POST /files?name=…` stores a body and answers its hash; `GET /files/<hash>` gives it back. Signed-in seats only. */
export async function handleFile(services: Services, seat: Seat | null, request: Request): Promise<Response> {
  if (!seat) throw new Failure('signedOut', 'admin.failure.signedOut')
  if (seat.mustChangePassword) throw new Failure('notAllowed', 'admin.failure.changePasswordFirst')
  const { pathname, searchParams } = new URL(request.url)
  if (request.method === 'POST') return storeFile(services, seat, request, searchParams.get('name') ?? '')
  if (request.method !== 'GET') throw new Failure('notFound', 'admin.failure.noFile')
  const hash = pathname.split('/')[2] ?? ''
  const row = await services.database.read((reader) => reader.findOneBy(StoredFileEntity, { hash }))
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

async function storeFile(services: Services, seat: Seat, request: Request, name: string): Promise<Response> {
  const bytes = await readBody(request, largestBytes)
  if (!bytes) throw new Failure('invalid', 'admin.failure.fileTooLarge', { megabytes: largestBytes / 1024 / 1024 })
  const hash = await keepFile(services, { bytes, name, mime: 'application/octet-stream', memberId: seat.memberId })
  return Response.json({ hash, size: bytes.byteLength })
}

/** Stores bytes with their name; the same content keeps its first name. */
export async function keepFile(
  services: Services,
  file: { bytes: Uint8Array; name: string; mime: string; memberId: string | null },
): Promise<string> {
  const hash = await services.files.put(file.bytes)
  await services.database.write((tx) =>
    tx
      .createQueryBuilder()
      .insert()
      .into(StoredFileEntity)
      .values({
        hash,
        name: file.name.replaceAll('\0', '').slice(0, 200),
        mime: file.mime,
        size: file.bytes.byteLength,
        storedAt: services.now(),
        memberId: file.memberId,
      })
      .orIgnore()
      .execute(),
  )
  return hash
}
