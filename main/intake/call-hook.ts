import { createHash, timingSafeEqual } from 'node:crypto'
import { readHookAt } from '../../shared/intake/hook-time.ts'
import { type CallHook, callHookSchema, type CallState } from '../../shared/intake/schema.ts'
import { Failure } from '../../shared/kit/failure.ts'
import { companyOf } from '../house/settings.ts'
import type { Services } from '../api/context.ts'
import { isPlain } from '../api/plain-input.ts'
import { refuseHook } from './hook-refusal.ts'
import { recordCallEvent } from './record-call-event.ts'

const largestBytes = 64 * 1024
const fields = ['event', 'callId', 'from', 'to', 'line'] as const
type Field = (typeof fields)[number] | 'at' | 'body'

/**
 * What a telephone exchange posts: `POST /hooks/call` with `Authorization: Bearer TOKEN`, or `POST /hooks/TOKEN/call` where
 * it can set no header; JSON or form fields. Answers `{ callId, state }`. The same event may come twice and in any order.
 * A refusal says in one sentence what is accepted.
 */
export async function handleCallHook(services: Services, request: Request): Promise<Response> {
  try {
    const { event, isTimed } = await readEvent(services, await readFields(allowed(services, request)))
    const call = await recordCallEvent(services, event, isTimed)
    return Response.json({ callId: event.callId, state: call.state satisfies CallState })
  } catch (error) {
    if (error instanceof Failure) return refuseHook(error.data, request.headers.get('accept-language'))
    throw error
  }
}

/** The request, if it may tell of calls at all. */
function allowed(services: Services, request: Request): Request {
  const { pathname } = new URL(request.url)
  const [, , second = '', third = ''] = pathname.split('/')
  if (services.hookToken === null) throw new Failure('notFound', 'intake.failure.hook.off')
  if (second !== 'call' && third !== 'call') throw new Failure('notFound', 'intake.failure.hook.path')
  if (request.method !== 'POST') throw new Failure('notFound', 'intake.failure.hook.method')
  const shown = second === 'call' ? bearerOf(request) : unescaped(second)
  if (!sameText(shown, services.hookToken)) throw new Failure('signedOut', 'intake.failure.hook.token')
  return request
}

/** An event without its own instant happened now. */
async function readEvent(
  services: Services,
  given: Record<string, unknown>,
): Promise<{ event: CallHook; isTimed: boolean }> {
  const texts = Object.fromEntries(fields.flatMap((field) => (isAbsent(given[field]) ? [] : [[field, given[field]]])))
  for (const [field, value] of Object.entries(texts)) {
    if (typeof value === 'number') texts[field] = numberText(field as Field, value)
    if (!isPlain(value)) throw wrong(field as Field)
  }
  const { at: told } = given
  const isTimed = !isAbsent(told) && !(typeof told === 'string' && told.trim() === '')
  const at = isTimed ? await instantOf(services, told) : services.now()
  const parsed = callHookSchema.safeParse({ ...texts, at })
  if (!parsed.success) throw wrong((parsed.error.issues[0]?.path[0] ?? 'body') as Field)
  return { event: parsed.data, isTimed }
}

const isAbsent = (value: unknown) => value === undefined || value === null

const wrong = (field: Field) => new Failure('invalid', `intake.failure.hook.${field}`, { field }, field)

/** Digits as they were meant; a call's id may be a number with a fraction, a telephone number may not. */
function numberText(field: Field, value: number): string {
  const isPlain = field === 'callId' ? Math.abs(value) <= Number.MAX_SAFE_INTEGER : Number.isSafeInteger(value)
  if (!isPlain || value < 0) throw wrong(field)
  return String(value)
}

async function instantOf(services: Services, given: unknown): Promise<string> {
  if (typeof given !== 'string' && typeof given !== 'number') throw wrong('at')
  const { timeZone } = await services.database.read(companyOf)
  const at = readHookAt(given, timeZone)
  if (at === undefined) throw wrong('at')
  return at
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
  throw wrong('body')
}

/** The whole body, refused as soon as it passes the limit. */
async function readBody(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largestBytes)
      throw new Failure('invalid', 'intake.failure.hook.size', { kilobytes: largestBytes / 1024 }, 'body')
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
