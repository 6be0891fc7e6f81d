import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveLoopback, type Loopback } from '../../main/hosts/loopback.ts'
import { pagesOf } from '../../main/hosts/pages.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'

let house: TestStation
let open: Loopback
let guarded: Loopback

beforeAll(async () => {
  house = await openTestStation('sqlite')
  open = await serveLoopback(house.station, { port: 0, key: null })
  guarded = await serveLoopback(house.station, { port: 0, key: 'launch-key' })
})
afterAll(async () => {
  await open.close()
  await guarded.close()
  await house.close()
})

/** Status of a request with headers a browser's fetch would not let us set. */
const statusOf = (url: string, headers: Record<string, string> = {}) =>
  new Promise<number>((resolve, reject) => {
    request(url, { headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

describe('the loopback', () => {
  it.each([
    ['127.0.0.1', 200],
    ['localhost', 200],
    ['127.0.0.1.evil.example', 421],
    ['evil.example', 421],
    ['169.254.169.254', 421],
    ['[::1]', 421],
  ])('answers the name %s with %i', async (host, status) => {
    expect(await statusOf(`${open.url}/api/admin.house`, { host: `${host}:${open.port}` })).toBe(status)
  })

  it.each([
    ['no key', {}, 403],
    ['a wrong key', { 'x-gendan-key': 'launch-kez' }, 403],
    ['part of the key', { 'x-gendan-key': 'launch' }, 403],
    ['the key', { 'x-gendan-key': 'launch-key' }, 200],
  ])('with a launch key answers %s', async (_, headers, status) => {
    expect(await statusOf(`${guarded.url}/api/admin.house`, headers as Record<string, string>)).toBe(status)
  })

  it('leaves the hook its own token, and nothing beside it', async () => {
    const post = (path: string, headers: Record<string, string>) =>
      fetch(`${guarded.url}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ event: 'ring', callId: 'a', from: '13812345678', to: '8003' }),
      })
    expect((await post('/hooks/call', {})).status).toBe(401)
    expect((await post('/hooks/call', { authorization: 'Bearer hook-token' })).status).toBe(200)
    expect((await post('/hooks/../api/admin.signIn', {})).status).toBe(403)
    expect((await post('/hooks/hook-token/other', {})).status).toBe(404)
  })

  it('lives on after broken requests', async () => {
    for (const raw of [
      'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
      'GET //[ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
      '\0\0\0\r\n\r\n',
      'GET http://[::bad/ HTTP/1.1\r\nHost: x\r\n\r\n',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(open.port, '127.0.0.1', () => socket.write(raw))
        socket.on('data', () => socket.destroy())
        socket.on('close', () => resolve())
        socket.on('error', () => resolve())
        socket.setTimeout(500, () => socket.destroy())
      })
    }
    expect(await statusOf(`${open.url}/api/admin.house`)).toBe(200)
  })

  it('says at once that its port is taken', async () => {
    await expect(serveLoopback(house.station, { port: open.port, key: null })).rejects.toThrow(/EADDRINUSE/)
  })
})

describe('the pages', () => {
  let top = ''
  beforeAll(() => {
    top = mkdtempSync(join(tmpdir(), 'gendan-pages-'))
    mkdirSync(join(top, 'pages', 'assets'), { recursive: true })
    mkdirSync(join(top, 'pages-beside'))
    writeFileSync(join(top, 'pages', 'index.html'), '<!doctype html>')
    writeFileSync(join(top, 'pages', 'assets', 'main-1.js'), '1')
    writeFileSync(join(top, 'station.key'), 'secret')
    writeFileSync(join(top, 'pages-beside', 'x.js'), 'secret')
  })
  afterAll(() => rmSync(top, { recursive: true }))

  it('carry a policy without inline script or foreign sources', async () => {
    const response = await pagesOf(join(top, 'pages'))('/')
    const policy = response?.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    const directives = new Map(
      policy.split(';').map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1)]),
    )
    expect(directives.get('script-src')).toEqual(["'self'"])
    expect(directives.get('connect-src')).toEqual(["'self'"])
    expect(directives.get('base-uri')).toEqual(["'none'"])
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:/)
    expect(response?.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response?.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response?.headers.get('cache-control')).toBe('no-cache')
    const script = await pagesOf(join(top, 'pages'))('/assets/main-1.js')
    expect(script?.headers.get('cache-control')).toContain('immutable')
  })

  it('come packed to who takes it, and only what shrinks', async () => {
    writeFileSync(join(top, 'pages', 'assets', 'face-1.woff2'), '2')
    const pages = pagesOf(join(top, 'pages'))
    for (let time = 0; time < 2; time += 1) {
      const packed = await pages('/assets/main-1.js', 'br, gzip')
      expect(packed?.headers.get('content-encoding')).toBe('gzip')
      expect(gunzipSync(await packed!.bytes()).toString()).toBe('1')
    }
    const plain = await pages('/assets/main-1.js', 'br')
    expect([plain?.headers.get('content-encoding'), await plain?.text()]).toEqual([null, '1'])
    expect((await pages('/assets/face-1.woff2', 'gzip'))?.headers.get('content-encoding')).toBeNull()
  })

  it.each([
    '/../station.key',
    '/..%2fstation.key',
    '/%2e%2e/station.key',
    '/..%5cstation.key',
    '/assets/../../station.key',
    '/..//station.key',
    '/../pages-beside/x.js',
    '/%00',
    '/index.html%00.js',
    '/%',
    '/%E0%A4%A',
    '/assets',
    '/',
    '//',
  ])('hold nothing outside of their folder: %s', async (path) => {
    const response = await pagesOf(join(top, 'pages'))(path)
    if (path === '/') expect(await response?.text()).toBe('<!doctype html>')
    else expect(response).toBeNull()
  })
})
