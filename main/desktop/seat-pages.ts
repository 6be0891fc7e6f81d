import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** No script but our files, no connection but to ourselves. Styles inline: the components write them. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "media-src 'self' blob:",
  "worker-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const guardHeaders = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
}

/** The file of a page address inside `folder`; null for an address that leads out of it or is no address. */
export function fileOfPath(folder: string, path: string): string | null {
  let plain: string
  try {
    plain = decodeURIComponent(path)
  } catch {
    return null
  }
  if (/[\\\0:]/.test(plain) || plain.split('/').includes('..')) return null
  const file = normalize(join(folder, plain === '/' ? 'index.html' : plain))
  return file.startsWith(folder + sep) ? file : null
}

/** Answers with the built pages of `folder` (it may lie in an asar). Hashed files may be kept for good, the rest never. */
export function createPages(folder: string): (request: Request) => Promise<Response> {
  return async function page(request) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const path = new URL(request.url).pathname
    const file = fileOfPath(folder, path)
    if (!file) return refusal(400)
    try {
      const content = await readFile(file)
      return new Response(request.method === 'HEAD' ? null : new Uint8Array(content), {
        headers: {
          ...guardHeaders,
          'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
          'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
        },
      })
    } catch {
      return refusal(404)
    }
  }
}

/** An empty answer that says no. */
export function refusal(status: 400 | 403 | 404 | 405): Response {
  return new Response(null, { status, headers: guardHeaders })
}
