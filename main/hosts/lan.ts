import { createServer, type Server } from 'node:https'
import type { Socket } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { MemberEntity } from '../house/entities.ts'
import type { Station } from '../station.ts'
import { ownAddresses, ownNames } from './own-names.ts'

/** Where a station listens for other computers. `0.0.0.0` is every IPv4 address of this one. */
export interface LanPlace {
  address: string
  /** 0 takes a free one. */
  port: number
}

/** The station as it listens to other computers. */
export interface Lan {
  /** `https://…`, the likeliest address first. */
  urls: string[]
  port: number
  /** SHA-256 of the certificate, 64 hexadecimal digits. */
  fingerprint: string
  close(): Promise<void>
}

interface Options extends LanPlace {
  folder: string
  /** Key of the station: seals the private key of the certificate. */
  stationKey: string
  /** Names by which others reach this computer and that it does not know itself: a name server's, a container's host. */
  names?: readonly string[]
}

/** A station not yet set up belongs to whoever sits at it, not to the first on the network. */
const notSetUp = 'This station is not set up yet. Set it up at the computer it runs on, then load this page again.\n'

/** No file is larger (`main/files`), and what says it is gets no further. */
const largestBodyBytes = 40 * 1024 * 1024
const mostConnections = 2_000
/** From one address: a whole branch office may stand behind one. */
const mostConnectionsOfOne = 300

/** Limits against peers that are slow on purpose. A whole upload has two minutes; an event stream is not idle, it pings. */
const patience = {
  handshakeTimeout: 10_000,
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 60_000,
}
const idleSocketMs = 120_000

/**
 * Serves a station to other computers: pages, API, files, hooks and event streams, over TLS only. Answers to the names of this
 * computer alone (no rebinding of names) and, until it is set up, to nobody. Rejects with the code of `listen` (EADDRINUSE, …).
 */
export async function serveLan(station: Station, options: Options): Promise<Lan> {
  const { folder, stationKey, names = [] } = options
  const needed = [...names, ...(options.address === '0.0.0.0' ? [] : [options.address])]
  const { readLanCertificate } = await import('./lan-certificate.ts') // its library is loaded by who needs it
  const { certificate, privateKey, fingerprint } = await readLanCertificate({
    folder,
    stationKey,
    names: ownNames(),
    needed,
    now: new Date(station.services.now()),
  })
  const guarded = guard(station, needed)
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: guarded,
        hostname: options.address,
        port: options.port,
        overrideGlobalObjects: false,
        createServer,
        serverOptions: {
          cert: certificate,
          key: privateKey,
          minVersion: 'TLSv1.2',
          maxHeaderSize: 16 * 1024,
          ...patience,
        },
      },
      ({ port }) => {
        const hosts = options.address === '0.0.0.0' ? [...names, ...ownAddresses()] : [options.address]
        resolve({
          urls: (hosts.length > 0 ? hosts : ['127.0.0.1']).map((host) => `https://${bracketed(host)}:${port}`),
          port,
          fingerprint,
          close: () =>
            new Promise<void>((done) => {
              server.close(() => done())
              server.closeAllConnections()
            }),
        })
      },
    ) as Server
    server.setTimeout(idleSocketMs)
    server.maxConnections = mostConnections
    limitEach(server)
    server.on('error', reject)
  })
}

function guard(station: Station, names: readonly string[]) {
  let isSetUp = false
  const more = names.map((name) => name.toLowerCase())
  return async (request: Request, from: { incoming: unknown }): Promise<Response> => {
    const url = new URL(request.url)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (!more.includes(host) && !ownNames().includes(host)) return new Response(null, { status: 421 })
    if (Number(request.headers.get('content-length') ?? 0) > largestBodyBytes)
      return new Response(null, { status: 413 })
    isSetUp ||= await station.services.database.read((reader) => reader.existsBy(MemberEntity, {}))
    if (!isSetUp) return new Response(notSetUp, { status: 403, headers: { 'content-type': 'text/plain' } })
    if (url.pathname === '/alive') return alive(station)
    const { remoteAddress = '' } = (from as HttpBindings).incoming.socket
    return onlyOverTls(await station.handle(request, remoteAddress))
  }
}

/** What a desktop asks every few seconds to know whether its station is there, and speaks its tongue. */
function alive({ version }: Station): Response {
  return Response.json({ program: 'gendan', version }, { headers: { 'cache-control': 'no-store' } })
}

/** Cookies of this way in never travel without TLS. */
function onlyOverTls(answer: Response): Response {
  const cookies = answer.headers.getSetCookie()
  if (cookies.length === 0) return answer
  const headers = new Headers(answer.headers)
  headers.delete('set-cookie')
  for (const cookie of cookies) headers.append('set-cookie', `${cookie}; Secure`)
  return new Response(answer.body, { status: answer.status, headers })
}

/** Nobody takes all the connections there are. */
function limitEach(server: Server): void {
  const counts = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const from = socket.remoteAddress ?? ''
    const count = (counts.get(from) ?? 0) + 1
    if (count > mostConnectionsOfOne) return void socket.destroy()
    counts.set(from, count)
    socket.once('close', () => {
      const left = (counts.get(from) ?? 1) - 1
      if (left > 0) counts.set(from, left)
      else counts.delete(from)
    })
  })
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host)
