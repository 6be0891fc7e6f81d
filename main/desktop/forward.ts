import type { StationProcess } from './station-process.ts'

/** What the desktop passes on to the station; everything else on `app://seat` is a page. */
export function belongsToStation(path: string): boolean {
  return /^\/(api|files)(\/|$)/.test(path)
}

/** The cookies the station sets, kept here: the page needs none, so no script can read the session. Memory only. */
export class CookieJar {
  private readonly cookies = new Map<string, string>()

  take(answers: readonly string[]): void {
    for (const answer of answers) {
      const [pair = '', ...attributes] = answer.split(';').map((part) => part.trim())
      const split = pair.indexOf('=')
      if (split < 1) continue
      if (attributes.some(endsIt)) this.cookies.delete(pair.slice(0, split))
      else this.cookies.set(pair.slice(0, split), pair.slice(split + 1))
    }
  }

  /** Value of a `cookie` header; empty without cookies. */
  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

function endsIt(attribute: string): boolean {
  const [name = '', value = ''] = attribute.split('=')
  if (name.toLowerCase() === 'max-age') return Number(value) <= 0
  return name.toLowerCase() === 'expires' && new Date(value).getTime() <= Date.now()
}

/** How long a call waits for a station that is starting for the first time, and for one that comes back. */
const [firstStartMs, comeBackMs] = [10_000, 1_000]

/** Belongs to one connection, or is ours to say: never copied between page and station. */
const ownHeaders = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'cookie',
  'x-gendan-key',
]

/**
 * Passes requests of the pages on to the station and its answers back, bodies as streams in both directions. When the page
 * goes away or cancels, the station's side is closed at once. A station that is away answers 503 `{ error: 'stationAway' }`.
 */
export function createForwarder(
  station: Pick<StationProcess, 'address' | 'state'>,
): (request: Request) => Promise<Response> {
  const jar = new CookieJar()

  async function once(request: Request): Promise<Response | null> {
    const address = await station.address(station.state.is === 'starting' ? firstStartMs : comeBackMs)
    if (!address) return null
    const { pathname, search } = new URL(request.url)
    const abort = new AbortController()
    const answer = await address.send(address.url + pathname + search, {
      method: request.method,
      headers: headersFor(request, address.headers, jar.header()),
      body: request.body,
      signal: abort.signal,
    })
    jar.take(answer.headers.getSetCookie())
    return new Response(answer.body && endingWith(answer.body, abort), {
      status: answer.status,
      statusText: answer.statusText,
      headers: headersOf(answer),
    })
  }

  return async function forward(request) {
    try {
      return (await once(request)) ?? stationAway()
    } catch {
      if (request.body || request.method !== 'GET') return stationAway()
    }
    try {
      return (await once(request)) ?? stationAway() // a question may be asked twice
    } catch {
      return stationAway()
    }
  }
}

function headersFor(request: Request, needed: Readonly<Record<string, string>>, cookie: string): Headers {
  const headers = new Headers(request.headers)
  for (const name of ownHeaders) headers.delete(name)
  for (const [name, value] of Object.entries(needed)) headers.set(name, value)
  headers.set('accept-encoding', 'identity')
  if (cookie) headers.set('cookie', cookie)
  return headers
}

function headersOf(answer: Response): Headers {
  const headers = new Headers(answer.headers)
  for (const name of ['set-cookie', 'connection', 'keep-alive', 'transfer-encoding', 'content-encoding'])
    headers.delete(name)
  return headers
}

/** The page's side of an answer. Its `cancel` is the only sign that the page has gone: requests here carry no signal. */
function endingWith(body: ReadableStream<Uint8Array>, abort: AbortController): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (reason) {
        controller.error(reason)
      }
    },
    cancel() {
      abort.abort()
    },
  })
}

function stationAway(): Response {
  return Response.json({ error: 'stationAway' }, { status: 503, headers: { 'cache-control': 'no-store' } })
}
