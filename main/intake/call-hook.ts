import { createHash, timingSafeEqual } from 'node:crypto'
import { type CallHook, callHookSchema, type CallState } from '../../shared/intake/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Services } from '../api/context.ts'
import { holdsNul } from '../api/plain-input.ts'
import { recordCallEvent } from './record-call-event.ts'

const largestBytes = 64 * 1024
const fields = ['event', 'callId', 'from', 'to', 'at', 'line'] as const

/**
 * What a telephone exchange posts: `POST /hooks/call` with `Authorization: Bearer TOKEN`, or `POST /hooks/TOKEN/call` where
 * it can set no header; JSON or form fields. Answers `{ callId, state }`. The same event may come twice and in any order.
 */
export async function handleCallHook(services: Services, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const [, , second = '', third = ''] = pathname.split('/')
  const isCall = second === 'call' || third === 'call'
  if (services.hookToken === null || !isCall || request.method !== 'POST') return new Response(null, { status: 404 })
  const shown = second === 'call' ? bearerOf(request) : unescaped(second)
  if (!sameText(shown, services.hookToken)) throw new Failure('signedOut', 'intake.failure.hookToken')
  const { event, isTimed } = readEvent(await readFields(request), services.now())
  const call = await recordCallEvent(services, event, isTimed)
  return Response.json({ callId: event.callId, state: call.state satisfies CallState })
}

/** An event without its own instant happened now. */
function readEvent(given: Record<string, unknown>, now: string): { event: CallHook; isTimed: boolean } {
  const texts = Object.fromEntries(
    fields.flatMap((field) => {
      const value = given[field]
      return value === undefined || value === null ? [] : [[field, typeof value === 'number' ? String(value) : value]]
    }),
  )
  const isTimed = texts['at'] !== undefined && texts['at'] !== ''
  const parsed = callHookSchema.safeParse(isTimed ? texts : { ...texts, at: now })
  if (!parsed.success || holdsNul(texts)) {
    const field = String(parsed.error?.issues[0]?.path[0] ?? 'event')
    throw new Failure('invalid', 'intake.failure.hookField', { field }, field)
  }
  return { event: { ...parsed.data, at: new Date(parsed.data.at).toISOString() }, isTimed }
}

async function readFields(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? ''
  const body = await readBody(request)
  try {
    if (/^multipart\/form-data|^application\/x-www-form-urlencoded/i.test(type)) {
      const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
      return Object.fromEntries([...form.entries()].filter(([, value]) => typeof value === 'string'))
    }
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // falls through to the refusal
  }
  throw new Failure('invalid', 'intake.failure.hookField', { field: 'body' }, 'body')
}

/** The whole body, refused as soon as it passes the limit. */
async function readBody(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largestBytes)
      throw new Failure('invalid', 'intake.failure.hookTooLarge', { kilobytes: largestBytes / 1024 }, 'body')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A token that is not well escaped is nobody's. */
function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

function bearerOf(request: Request): string {
  return /^Bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]?.trim() ?? ''
}

/** Compares without telling by its time how much was right. */
function sameText(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}
