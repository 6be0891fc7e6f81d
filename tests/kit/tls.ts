import type { IncomingHttpHeaders } from 'node:http'
import { request, type RequestOptions } from 'node:https'

/** Asks over TLS without looking at the certificate, with headers a browser's fetch would not let us set. */
export function askTls(
  url: string,
  { body, ...options }: RequestOptions & { body?: string } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { rejectUnauthorized: false, agent: false, ...options }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      answer.on('error', reject)
    })
    asked.on('error', reject)
    if (options.headers && 'content-length' in options.headers) asked.flushHeaders()
    else asked.end(body)
  })
}
