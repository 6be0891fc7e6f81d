import { timingSafeEqual } from 'node:crypto'
import { serve } from '@hono/node-server'
import type { Station } from '../station.ts'

/** The station as it listens to its own computer. */
export interface Loopback {
  url: string
  port: number
  close(): Promise<void>
}

/**
 * Serves a station on 127.0.0.1. With a key it answers only requests that carry it in `x-gendan-key` (the desktop's forwarder)
 * and the telephone hook, which has its own token. A foreign Host header is refused: no rebinding of names.
 */
export async function serveLoopback(
  station: Station,
  options: { port: number; key: string | null },
): Promise<Loopback> {
  const guarded = async (request: Request, from?: unknown): Promise<Response> => {
    const { pathname, hostname } = new URL(request.url)
    if (hostname !== '127.0.0.1' && hostname !== 'localhost') return new Response(null, { status: 421 })
    if (
      options.key !== null &&
      !pathname.startsWith('/hooks/') &&
      !sameKey(options.key, request.headers.get('x-gendan-key') ?? '')
    )
      return new Response(null, { status: 403 })
    return station.handle(request, addressOf(from))
  }
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: guarded, hostname: '127.0.0.1', port: options.port, overrideGlobalObjects: false },
      (info) => {
        resolve({
          url: `http://127.0.0.1:${info.port}`,
          port: info.port,
          close: () =>
            new Promise<void>((done) => {
              server.close(() => done())
              if ('closeAllConnections' in server) server.closeAllConnections()
            }),
        })
      },
    )
    server.on('error', reject)
  })
}

/** What Node says of the other end of the connection. */
function addressOf(from: unknown): string {
  const incoming = (from as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? ''
}

function sameKey(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
