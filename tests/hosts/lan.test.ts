import { X509Certificate } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { request, type RequestOptions } from 'node:https'
import { connect as connectPlain } from 'node:net'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLanCertificate } from '../../main/hosts/lan-certificate.ts'
import { type Lan, serveLan } from '../../main/hosts/lan.ts'
import { ownAddresses, ownNames } from '../../main/hosts/own-names.ts'
import { groupFingerprint, readFingerprint, readStationUrl } from '../../shared/kit/fingerprint.ts'
import { openTestStation, type TestStation } from '../kit/station.ts'
import { askTls } from '../kit/tls.ts'

let house: TestStation
let lan: Lan
const place = { address: '127.0.0.1', port: 0 }

beforeAll(async () => {
  house = await openTestStation('sqlite')
  lan = await serveLan(house.station, {
    ...place,
    folder: house.folder,
    stationKey: house.key,
    names: ['desk.firm.example'],
  })
})
afterAll(async () => {
  await lan.close()
  await house.close()
})

const signIn = (options: RequestOptions = {}) =>
  askTls(`${lan.urls.at(-1)}/api/admin.signIn`, {
    method: 'POST',
    body: JSON.stringify({ login: 'chief', password: 'password-1' }),
    ...options,
    headers: { 'content-type': 'application/json', ...options.headers },
  })

describe('the network', () => {
  it('is answered over TLS 1.2 and 1.3 and by nothing older, nor in plain', async () => {
    const versions = ['TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
    const shaken = versions.map(
      (version) =>
        new Promise<string | null>((resolve) => {
          const options = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' }
          const socket = connect({ port: lan.port, host: '127.0.0.1', rejectUnauthorized: false, ...options }, () => {
            resolve(socket.getProtocol())
            socket.destroy()
          })
          socket.on('error', () => resolve(null))
        }),
    )
    expect(await Promise.all(shaken)).toEqual([null, 'TLSv1.2', 'TLSv1.3'])
    const plain = await new Promise<string>((resolve) => {
      let said = ''
      const socket = connectPlain(lan.port, '127.0.0.1', () =>
        socket.write('GET /api/admin.house HTTP/1.1\r\nHost: localhost\r\n\r\n'),
      )
      socket.on('data', (chunk) => (said += chunk.toString('latin1')))
      socket.on('error', () => undefined)
      socket.on('close', () => resolve(said))
    })
    expect(plain).not.toContain('200')
  })

  it.each([
    ['127.0.0.1', 200],
    ['localhost', 200],
    ['desk.firm.example', 200],
    ['DESK.firm.example', 200],
    ...ownAddresses().map((address): [string, number] => [address, 200]),
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['203.0.113.9', 421],
  ])('answers the name %s with %i', async (host, status) => {
    const answer = await askTls(`${lan.urls[0]?.replace(/\/\/[^:]+/, '//127.0.0.1')}/api/admin.house`, {
      headers: { host: `${host}:${lan.port}` },
    })
    expect(answer.status).toBe(status)
  })

  it('gives a session in a cookie that no script reads and that travels over TLS only', async () => {
    const answer = await signIn()
    expect(answer.status).toBe(200)
    const [cookie = ''] = answer.headers['set-cookie'] ?? []
    expect(cookie.split('; ').slice(1)).toEqual(
      expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']),
    )
    const me = await askTls(`${lan.urls.at(-1)}/api/admin.house`, { headers: { cookie: cookie.split(';')[0] } })
    expect(me.text).toContain('"login":"chief"')
  })

  it('refuses pages of other origins', async () => {
    expect((await signIn({ headers: { origin: 'https://evil.example' } })).status).toBe(403)
    expect(
      (await signIn({ headers: { origin: `https://127.0.0.1:${lan.port}`, host: `127.0.0.1:${lan.port}` } })).status,
    ).toBe(200)
  })

  it('takes the events of a telephone exchange with their token', async () => {
    const event = { event: 'ring', callId: 'lan-1', from: '13812345678', to: '8003' }
    const post = (token: string) =>
      askTls(`https://127.0.0.1:${lan.port}/hooks/call`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(event),
      })
    expect((await post('wrong')).status).toBe(401)
    expect((await post('hook-token')).status).toBe(200)
  })

  it.each([
    ['a header of 20 kB', { headers: { 'x-long': 'x'.repeat(20_000) } }, 431],
    ['a body said to be 41 MB', { method: 'POST', headers: { 'content-length': String(41 * 1024 * 1024) } }, 413],
  ])('refuses %s', async (_, options, status) => {
    expect((await askTls(`https://127.0.0.1:${lan.port}/files?name=a`, options)).status).toBe(status)
  })

  it('lets no one computer take all the connections', async () => {
    const other = await serveLan(house.station, { ...place, folder: house.folder, stationKey: house.key })
    let refused = 0
    const sockets = Array.from({ length: 310 }, () => {
      const socket = connectPlain(other.port, '127.0.0.1')
      socket.on('error', () => undefined)
      socket.on('close', () => (refused += 1))
      return socket
    })
    await expect.poll(() => refused).toBe(10)
    for (const socket of sockets) socket.destroy()
    await expect.poll(async () => (await askTls(`https://127.0.0.1:${other.port}/alive`)).status).toBe(200)
    await other.close()
  })

  it('ends event streams and connections at once when it is switched off', async () => {
    const other = await serveLan(house.station, { ...place, folder: house.folder, stationKey: house.key })
    const cookie = ((await signIn()).headers['set-cookie']?.[0] ?? '').split(';')[0]
    const ended = new Promise<string>((resolve, reject) => {
      let seen = ''
      const options = { rejectUnauthorized: false, headers: { cookie, accept: 'text/event-stream' } }
      request(`https://127.0.0.1:${other.port}/api/admin.changes`, options, (answer) => {
        answer.on('data', (chunk: Buffer) => {
          seen += chunk.toString()
          if (seen.includes('connected')) void other.close()
        })
        answer.on('close', () => resolve(seen))
        answer.on('error', () => undefined)
      })
        .on('error', reject)
        .end()
    })
    expect(await ended).toContain('connected')
    await expect(askTls(`https://127.0.0.1:${other.port}/alive`)).rejects.toThrow(/ECONNREFUSED/)
  })

  it('says that its port is taken', async () => {
    const again = serveLan(house.station, { ...place, port: lan.port, folder: house.folder, stationKey: house.key })
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('belongs to nobody on it before the station is set up', async () => {
    const bare = await openTestStation('sqlite', { bare: true })
    const early = await serveLan(bare.station, { ...place, folder: bare.folder, stationKey: bare.key })
    for (const path of ['/', '/api/admin.house', '/api/admin.setUp', '/api/admin.house,admin.setUp?batch=1', '/alive'])
      expect((await askTls(`https://127.0.0.1:${early.port}${path}`, { method: 'POST', body: '{}' })).status).toBe(403)
    await early.close()
    await bare.close()
  })
})

describe('the certificate', () => {
  const wanted = () => ({ folder: house.folder, stationKey: house.key, names: ['a.example', '10.1.2.3'] })
  const now = new Date()
  const at = (days: number) => new Date(now.getTime() + days * 86_400_000)

  it('names this computer, lasts long, and its key is not readable on the disk', async () => {
    const { certificate, privateKey, fingerprint } = await readLanCertificate({ ...wanted(), now })
    const seen = new X509Certificate(certificate)
    for (const name of ownNames()) expect(seen.subjectAltName).toContain(name.includes(':') ? 'IP Address:' : name)
    expect(seen.verify(seen.publicKey)).toBe(true)
    expect(Date.parse(seen.validTo) - Date.now()).toBeGreaterThan(9 * 365 * 86_400_000)
    expect(fingerprint).toBe(lan.fingerprint)
    const file = join(house.folder, 'lan-certificate.json')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
    const secret = privateKey.split('\n').slice(1, -2).join('')
    expect(readFileSync(file, 'utf8')).not.toContain(secret.slice(40, 100))
  })

  it('is renewed more than a year before its end and keeps its key; a new name renews it too', async () => {
    const first = await readLanCertificate({ ...wanted(), now })
    const same = await readLanCertificate({ ...wanted(), now: at(8 * 365) })
    expect(same).toEqual(first)
    const renewed = await readLanCertificate({ ...wanted(), now: at(9 * 365) })
    expect(renewed.fingerprint).not.toBe(first.fingerprint)
    expect(renewed.privateKey).toBe(first.privateKey)
    expect(Date.parse(new X509Certificate(renewed.certificate).validTo)).toBeGreaterThan(at(18 * 365).getTime())
    const named = await readLanCertificate({ ...wanted(), needed: ['b.example'], now: at(9 * 365) })
    expect(new X509Certificate(named.certificate).checkHost('b.example')).toBe('b.example')
  })

  it('that cannot be read is made anew', async () => {
    const first = await readLanCertificate({ ...wanted(), now })
    const other = await readLanCertificate({ ...wanted(), stationKey: 'ab'.repeat(32), now })
    expect(other.privateKey).not.toBe(first.privateKey)
    writeFileSync(join(house.folder, 'lan-certificate.json'), '{')
    const third = await readLanCertificate({ ...wanted(), now })
    expect(third.privateKey).not.toBe(other.privateKey)
  })
})

describe('what people type', () => {
  const hex = '0a1b'.repeat(16)
  it.each([
    [groupFingerprint(hex), hex],
    [hex.match(/../g)!.join(':').toUpperCase(), hex],
    [`  ${hex.slice(0, 32)}\n${hex.slice(32)} `, hex],
    ['０ａ１ｂ'.repeat(16), hex],
    [hex.slice(1), null],
    [`${hex.slice(1)}g`, null],
    ['', null],
  ])('the fingerprint %j is %s', (typed, read) => expect(readFingerprint(typed)).toBe(read))

  it.each([
    ['192.168.1.5', 'https://192.168.1.5:7443'],
    [' 192.168.1.5:8443 ', 'https://192.168.1.5:8443'],
    ['https://Desk.local:7443/#/board', 'https://desk.local:7443'],
    ['１９２．１６８．１．５', 'https://192.168.1.5:7443'],
    ['[fd00::5]:7443', 'https://[fd00::5]:7443'],
    ['http://192.168.1.5', null],
    ['192.168.1.5:0', null],
    ['192.168.1.5:99999', null],
    ['user@host', null],
    ['', null],
  ])('the address %j is %s', (typed, read) => expect(readStationUrl(typed)).toBe(read))
})
