import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import { mayUse, type Right } from '../../shared/admin/rights.ts'
import { Failure, type FailureData, type FailureKind } from '../../shared/kit/failure.ts'
import { refusalOf, troubleOf } from '../database/trouble.ts'
import type { Context, Seat } from './context.ts'
import { recordDefect } from './defects.ts'
import { isPlain } from './plain-input.ts'

const codes = {
  invalid: 'BAD_REQUEST',
  signedOut: 'UNAUTHORIZED',
  notAllowed: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  changedByOther: 'CONFLICT',
  ruleBroken: 'UNPROCESSABLE_CONTENT',
  busy: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<FailureKind, TRPCError['code']>

/** A defect as it may cross the wire: six letters that lead to the full log entry, nothing else. */
export class Defect extends Error {
  constructor(readonly incident: string) {
    super('defect')
  }
}

/** What the page reads of an error: a failure by name, or an incident. */
export interface ErrorData {
  failure: FailureData | null
  incident: string | null
}

const t = initTRPC
  .context<Context>()
  .meta<{ right: Right }>()
  .create({
    isDev: false,
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      maxDurationMs: 6 * 60 * 60_000,
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter: ({ shape, error }) => ({
      code: shape.code,
      message: error.code,
      data: {
        httpStatus: shape.data.httpStatus,
        code: shape.data.code,
        failure: error.cause instanceof Failure ? error.cause.data : null,
        incident: error.cause instanceof Defect ? error.cause.incident : null,
      } satisfies ErrorData & { httpStatus: number; code: string },
    }),
  })

/** Turns whatever went wrong into a failure by name or a recorded defect; nothing else leaves the station. */
const named = t.middleware(async ({ ctx, path, next }) => {
  const result = await next()
  if (result.ok) return result
  const cause = result.error.cause
  if (cause instanceof Failure) return { ...result, error: refusal(cause) }
  // An answer that does not fit its schema is the station's own defect, not the asker's.
  if (result.error.code === 'BAD_REQUEST' && cause instanceof z.core.$ZodError)
    return { ...result, error: refusal(invalidInput(cause)) }
  if (result.error.code === 'BAD_REQUEST' || result.error.code === 'PARSE_ERROR')
    return { ...result, error: refusal(new Failure('invalid', 'admin.failure.invalid')) }
  const trouble = troubleOf(cause)
  if (trouble) return { ...result, error: refusal(refusalOf(trouble, cause)) }
  const incident = await recordDefect(ctx.services, ctx.seat, path, cause ?? result.error)
  return { ...result, error: defect(incident) }
})

/** What nobody foresaw, as the API sends it. */
export function defect(incident: string): TRPCError {
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: new Defect(incident) })
}

/** A foreseen no as the API sends it, under its own status. */
export function refusal(failure: Failure): TRPCError {
  return new TRPCError({ code: codes[failure.data.kind], message: failure.data.text, cause: failure })
}

/** The first thing wrong with an input, with its field: `people.0.name`. */
export function invalidInput(error: z.core.$ZodError): Failure {
  const issue = error.issues[0]
  return new Failure('invalid', `admin.invalid.${issue?.code ?? 'custom'}`, limits(issue), issue?.path.join('.') ?? '')
}

function limits(issue: z.core.$ZodIssue | undefined): Record<string, number> {
  if (issue?.code === 'too_big') return { limit: Number(issue.maximum) }
  if (issue?.code === 'too_small') return { limit: Number(issue.minimum) }
  return {}
}

/**
 * What a page sends is of the member it shows. Where another came in meanwhile, in another window of the same browser, it is refused as
 * signed out: the page keeps it and asks who is in. Who names no member (hook, tools) is who the session says.
 */
export function refuseOthersPage(seat: Seat | null, pageOf: string | null | undefined): void {
  if (seat && pageOf && pageOf !== seat.memberId) throw new Failure('signedOut', 'admin.failure.otherMember')
}

/** Before the rights: what the other may not do is not refused for good. */
const ofItsPage = t.middleware(({ ctx, type, next }) => {
  if (type === 'mutation') refuseOthersPage(ctx.seat, ctx.pageOf)
  return next()
})

const permitted = (right: Right) =>
  t.middleware(({ ctx, next }) => {
    // Whoever came in with a password that somebody else knows gets no further with it.
    if (ctx.seat?.mustChangePassword && right !== 'admin.self' && right !== 'admin.enter')
      throw new Failure('notAllowed', 'admin.failure.changePasswordFirst')
    if (mayUse(ctx.seat?.role ?? null, right)) return next()
    throw ctx.seat
      ? new Failure('notAllowed', 'admin.failure.notAllowed')
      : new Failure('signedOut', 'admin.failure.signedOut')
  })

/** Refuses texts no engine may store and nests without end, before any procedure reads them. */
const plain = t.middleware(async ({ getRawInput, next }) => {
  // What cannot be read is refused by the procedure, if it reads any.
  if (!isPlain(await getRawInput().catch(() => null))) throw new Failure('invalid', 'admin.failure.invalid')
  return next()
})

const signedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.seat) throw new Failure('signedOut', 'admin.failure.signedOut')
  return next({ ctx: { ...ctx, seat: ctx.seat satisfies Seat } })
})

/** Features look at each question before it is answered: what it tells is counted wherever it is asked. */
const looked = t.middleware(async ({ ctx, getRawInput, next }) => {
  if (ctx.seat) {
    const input = await getRawInput().catch(() => null)
    for (const { asked } of ctx.services.features) await asked?.(ctx.services, ctx.seat, input)
  }
  return next()
})

/** A procedure for signed-in members who hold the right. Rights are checked before the input is read. */
export const may = (right: Exclude<Right, 'admin.enter'>) =>
  t.procedure.meta({ right }).use(named).use(ofItsPage).use(permitted(right)).use(signedIn).use(plain).use(looked)

/** A procedure for anybody who reaches the station: first run, sign in. */
export const anyone = t.procedure.meta({ right: 'admin.enter' }).use(named).use(plain)

/** Puts procedures together; only those made with `may` or `anyone` are checked. */
export const router = t.router

/** Calls a router without a request: tests speak to the station like this. */
export const createCallerFactory = t.createCallerFactory
