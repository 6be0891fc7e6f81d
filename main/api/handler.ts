import type { AnyTRPCRouter } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Failure, failureStatus } from '../../shared/kit/failure.ts'
import { pageHeader } from '../../shared/kit/page-header.ts'
import { handleFile } from '../files/handle-file.ts'
import { refusalOf, troubleOf } from '../database/trouble.ts'
import type { Context, Seat, Services } from './context.ts'
import { recordDefect } from './defects.ts'
import { defect, refusal, refuseOthersPage } from './trpc.ts'
import { readBody } from './read-body.ts'

/** Calls one request may bring: a page asks some dozen things at once. */
const mostCallsAtOnce = 50

/** A call carries texts; files travel by /files. */
const largestCallBytes = 2 * 1024 * 1024

/** The built pages, or null where a desktop serves them itself. `accepts` is the request's `accept-encoding`. */
export type Pages = (path: string, accepts?: string) => Promise<Response | null>

/** Answers a request; `address` is the network address it came from, where the host knows it. */
export type Handle = (request: Request, address?: string) => Promise<Response>

/** Requests whose path begins so go to this function; it answers for who may ask. */
export interface Route {
  /** `/<word>/` */
  under: string
  handle: (services: Services, request: Request) => Promise<Response>
}

/** What the station answers with. */
export interface Answers {
  router: AnyTRPCRouter
  routes: readonly Route[]
  /** Who stands behind a request; null for nobody we know. */
  seatOf: (services: Services, request: Request) => Promise<Seat | null>
  pages: Pages
}

/** The station as a function. Desktop, LAN and tests are three callers of it; it knows none of them. */
export function makeHandler(services: Services, answers: Answers): Handle {
  const { routes, seatOf, pages } = answers
  return async (request, address = '') => {
    const { pathname } = new URL(request.url)
    try {
      if (pathname.startsWith('/api/')) return await answerApi(services, answers, request, address)
      const route = routes.find(({ under }) => pathname.startsWith(under))
      if (route) return await route.handle(services, request)
      if (pathname.startsWith('/files/') || pathname === '/files') {
        refuseOtherOrigin(request)
        const seat = await seatOf(services, request)
        if (request.method === 'POST') refuseOthersPage(seat, request.headers.get(pageHeader))
        return await handleFile(services, seat, request)
      }
      if (request.method === 'GET' || request.method === 'HEAD') {
        const page = await pages(pathname, request.headers.get('accept-encoding') ?? '')
        if (page) return page
      }
      return new Response(null, { status: 404 })
    } catch (error) {
      const trouble = troubleOf(error)
      const said = trouble ? refusalOf(trouble, error) : error
      if (said instanceof Failure)
        return Response.json({ failure: said.data }, { status: failureStatus[said.data.kind] })
      const incident = await recordDefect(services, null, pathname.split('/')[1] ?? '', error)
      return Response.json({ incident }, { status: 500 })
    }
  }
}

async function answerApi(
  services: Services,
  { router, seatOf }: Answers,
  asked: Request,
  address: string,
): Promise<Response> {
  refuseOtherOrigin(asked)
  refuseManyCalls(asked)
  const request = await withBodyLimit(asked)
  const cookies: string[] = []
  const response = await fetchRequestHandler({
    endpoint: '/api',
    req: request,
    router,
    // A question with more than an address carries comes as a POST; it stays a question.
    allowMethodOverride: true,
    createContext: async (): Promise<Context> => ({
      services,
      seat: await seatOf(services, request).catch((error: unknown) => unknownSeat(services, asked, error)),
      cookies,
      device: request.headers.get('user-agent') ?? '',
      pageOf: request.headers.get(pageHeader),
      address,
    }),
  })
  response.headers.set('x-gendan-now', services.now())
  if (cookies.length === 0) return response
  const headers = new Headers(response.headers)
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(response.body, { status: response.status, headers })
}

/** Whoever cannot be known is told why by name, too; what nobody foresaw is kept as a defect. */
async function unknownSeat(services: Services, { url }: Request, error: unknown): Promise<never> {
  if (error instanceof Failure) throw refusal(error)
  throw defect(await recordDefect(services, null, new URL(url).pathname.split('/').at(-1) ?? '', error))
}

/** A call with a body no larger than the limit; over HTTP the declared length is held by the host. */
async function withBodyLimit(request: Request): Promise<Request> {
  const isSmall =
    request.method === 'GET' || Number(request.headers.get('content-length') ?? Infinity) <= largestCallBytes
  if (isSmall || !request.body) return request
  const body = await readBody(request, largestCallBytes)
  if (!body) throw new Failure('invalid', 'admin.failure.fileTooLarge', { megabytes: largestCallBytes / 1024 / 1024 })
  const { method, headers, signal } = request
  return new Request(request.url, { method, headers, signal, body })
}

/** A batch names its calls in its path; one without end would keep everybody waiting. */
function refuseManyCalls({ url }: Request): void {
  if (new URL(url).pathname.split(',').length > mostCallsAtOnce)
    throw new Failure('invalid', 'admin.failure.tooManyAtOnce', { most: mostCallsAtOnce })
}

function refuseOtherOrigin(request: Request): void {
  if (!sameOrigin(request)) throw new Failure('notAllowed', 'admin.failure.otherOrigin')
}

/** A browser names the page that asks; only the station's own pages may. */
function sameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  return origin === null || origin === 'app://seat' || new URL(request.url).host === hostOf(origin)
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ''
}
