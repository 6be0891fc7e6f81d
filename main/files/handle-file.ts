import { largestFileBytes } from '../../shared/admin/file-limits.ts'
import { mayUse } from '../../shared/admin/rights.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { seenText } from '../../shared/kit/seen-text.ts'
import type { Seat, Services } from '../api/context.ts'
import { StoredFileEntity } from './entities.ts'
import { keepFile, refuseFull } from './keep-file.ts'
import { readHolding } from './read-holding.ts'
import { refuseWithoutRoom } from './space.ts'

/**
 * `POST /files?name=…&use=…` stores a body and answers its hash; `GET /files/<hash>` gives it back to whoever brought it and to whoever holds
 * the right of a use it was brought for, under the name it has there. Both piece by piece.
 */
export async function handleFile(services: Services, seat: Seat | null, request: Request): Promise<Response> {
  if (!seat) throw new Failure('signedOut', 'admin.failure.signedOut')
  if (seat.mustChangePassword) throw new Failure('notAllowed', 'admin.failure.changePasswordFirst')
  const { pathname, searchParams } = new URL(request.url)
  if (request.method === 'POST') {
    const use = readUse(services, seat, searchParams.get('use'))
    return storeFile(services, seat, request, searchParams.get('name') ?? '', use)
  }
  if (request.method !== 'GET') throw new Failure('notFound', 'admin.failure.noFile')
  const hash = pathname.split('/')[2] ?? ''
  const row = await services.database.read((reader) => reader.findOneBy(StoredFileEntity, { hash }))
  const holding = row && (await readHolding(services, seat, hash))
  if (row && !holding) throw new Failure('notAllowed', 'admin.failure.notAllowed')
  const content = holding && (await services.files.read(hash))
  if (!content) throw new Failure('notFound', 'admin.failure.noFile')
  return new Response(streamOf(content), {
    headers: {
      'content-type': holding.mime,
      'content-length': String(row.size),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(seenText(holding.name))}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

/** A body that is read as fast as it is taken; whoever goes away ends the reading. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = content[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await pieces.next()
      if (next.done === true) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    cancel: async () => void (await pieces.return?.()),
  })
}

/** Absent: a file for nobody but who brings it. What the station alone writes nobody sends. */
function readUse({ fileUses }: Services, seat: Seat, asked: string | null): string | null {
  if (asked === null) return null
  const use = fileUses.get(asked)
  if (!use?.isSent) throw new Failure('invalid', 'admin.failure.invalid', {}, 'use')
  if (!mayUse(seat.role, use.right)) throw new Failure('notAllowed', 'admin.failure.notAllowed')
  return asked
}

async function storeFile(
  services: Services,
  seat: Seat,
  request: Request,
  name: string,
  use: string | null,
): Promise<Response> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  await refuseWithoutRoom(services, declared)
  await refuseFull(services, seat.role, seat.memberId, declared)
  const content = limited(request.body)
  const file = { content, name, mime: 'application/octet-stream', memberId: seat.memberId, use }
  return Response.json(await keepFile(services, file, seat.role))
}

async function* limited(body: Request['body']): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.byteLength
    if (size > largestFileBytes)
      throw new Failure('invalid', 'admin.failure.fileTooLarge', { megabytes: largestFileBytes / 1024 / 1024 })
    yield piece
  }
}
