import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Pages } from '../api/handler.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
}

/** No inline script, nothing from elsewhere; Mantine needs style attributes. */
export const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-src 'self' blob: tel:; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
}

/** A path that is not well escaped names no page. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '\0'
  }
}

/** What shrinks; pictures and fonts are packed already. */
const packs = ['.html', '.js', '.css', '.svg', '.json']
const pack = promisify(gzip)

/** Serves the built pages of a folder, packed where the browser takes it; anything outside of it is not there. */
export function pagesOf(folder: string): Pages {
  const packed = new Map<string, Promise<Buffer>>()
  return async (path, accepts = '') => {
    const wanted = normalize(path === '/' ? '/index.html' : readable(path))
    const file = join(folder, wanted)
    if (!file.startsWith(folder + sep)) return null
    const bytes = await readFile(file).catch(() => null)
    if (!bytes) return null
    const hashed = wanted.includes('assets')
    const headers: Record<string, string> = {
      ...pageHeaders,
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    if (!packs.includes(extname(file))) return new Response(new Uint8Array(bytes), { headers })
    headers['vary'] = 'accept-encoding'
    if (!/\bgzip\b/.test(accepts)) return new Response(new Uint8Array(bytes), { headers })
    const known = packed.get(file) ?? pack(bytes)
    if (hashed) packed.set(file, known) // its name changes with its content
    return new Response(new Uint8Array(await known), { headers: { ...headers, 'content-encoding': 'gzip' } })
  }
}
