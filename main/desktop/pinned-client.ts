import { createHash, type X509Certificate } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Agent, type AgentOptions, request } from 'node:https'
import type { Duplex } from 'node:stream'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { connect, type ConnectionOptions } from 'node:tls'

/** A request of the forwarder, as `fetch` takes it. */
export type Send = (url: string, init: SendInit) => Promise<Response>

/** A request with its body as a stream. */
export interface SendInit {
  method: string
  headers: Headers
  body?: ReadableStream<Uint8Array> | null
  signal: AbortSignal
}

/** What a station shows of itself; SHA-256, 64 hexadecimal digits each. */
export interface SeenCertificate {
  fingerprint: string
  publicKey: string
}

/** The other end is not who it was known to be. Nothing was sent to it. */
export class WrongCertificate extends Error {
  override readonly name = 'WrongCertificate'

  constructor(readonly seen: SeenCertificate) {
    super(`another certificate: ${seen.fingerprint}`)
  }
}

/** Speaks with one station over TLS, known by the key of its certificate and by nothing else. */
export interface PinnedClient {
  send: Send
  /** Ends every connection, also those with a request in hand. */
  drop(): void
}

const connectWithinMs = 6_000

/**
 * Speaks HTTPS with a station whose certificate nobody but itself signed. `fits` alone decides who is spoken to: asked for
 * every connection after the handshake, which proves the private key, and before the first byte of a request.
 */
export function createPinnedClient(fits: (seen: SeenCertificate) => boolean): PinnedClient {
  const agent = new PinnedAgent(fits, { keepAlive: true, maxCachedSessions: 0 })
  return {
    drop: () => agent.destroy(),
    send: (url, { method, headers, body, signal }) =>
      new Promise((resolve, reject) => {
        const asked = request(url, { method, headers: Object.fromEntries(headers), agent, signal }, (answer) =>
          resolve(responseOf(answer, method)),
        )
        asked.on('error', reject)
        if (body) pipeline(Readable.fromWeb(body as NodeReadableStream), asked).catch(reject)
        else asked.end()
      }),
  }
}

class PinnedAgent extends Agent {
  constructor(
    private readonly fits: (seen: SeenCertificate) => boolean,
    options: AgentOptions,
  ) {
    super(options)
  }

  override createConnection(
    options: ConnectionOptions,
    done: (reason: Error | null, socket: Duplex) => void,
  ): Duplex | null | undefined {
    const socket = connect({
      ...options,
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
      ALPNProtocols: ['http/1.1'],
    })
    const late = setTimeout(() => socket.destroy(new Error('no handshake in time')), connectWithinMs)
    const fail = (reason: Error) => {
      clearTimeout(late)
      done(reason, socket)
    }
    socket.once('error', fail)
    socket.once('secureConnect', () => {
      clearTimeout(late)
      socket.off('error', fail)
      const certificate = socket.getPeerX509Certificate()
      const seen = certificate ? seenOf(certificate) : { fingerprint: '', publicKey: '' }
      if (certificate && this.fits(seen)) return done(null, socket)
      socket.on('error', () => undefined)
      socket.destroy()
      done(new WrongCertificate(seen), socket)
    })
    return undefined
  }
}

function seenOf(certificate: X509Certificate): SeenCertificate {
  return {
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    publicKey: createHash('sha256')
      .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  }
}

function responseOf(answer: IncomingMessage, method: string): Response {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(answer.headersDistinct))
    for (const value of values) headers.append(name, value)
  const status = answer.statusCode ?? 502
  const isBare = [204, 205, 304].includes(status) || method === 'HEAD'
  if (isBare) answer.resume()
  const body = isBare ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>)
  return new Response(body, { status, statusText: answer.statusMessage ?? '', headers })
}
