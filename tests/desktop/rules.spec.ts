import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { digitsOfTelLink, mayOpenOutside } from '../../main/desktop/addresses.ts'
import { CookieJar, belongsToStation } from '../../main/desktop/forward.ts'
import { KeyLost, openKeyStore } from '../../main/desktop/key-store.ts'
import { fitBounds } from '../../main/desktop/window-bounds.ts'
import { closeAfterEach, newFolder, test } from './desktop.ts'

closeAfterEach()

const outside: readonly [string, boolean][] = [
  ['https://example.com/a?b=c', true],
  ['mailto:a@example.com', true],
  ['tel:+8653185001234', true],
  ['http://example.com/', false],
  ['https://user:word@example.com/', false],
  ['file:///etc/passwd', false],
  ['smb://server/share', false],
  ['javascript:alert(1)', false],
  ['ms-msdt:/id', false],
  ['app://seat/', false],
  ['https://example.com/\r\nx', false],
  ['not an address', false],
]
for (const [address, may] of outside) {
  test(`${JSON.stringify(address)} may be opened outside: ${may}`, () => expect(mayOpenOutside(address)).toBe(may))
}

const telLinks: readonly [string, string | null][] = [
  ['tel:13812345678', '13812345678'],
  ['tel:+86-138-1234-5678', '+8613812345678'],
  ['TEL:0531%2085001234;ext=2', '053185001234'],
  ['tel:（0531）８５００１２３４', '053185001234'],
  ['tel:1', null],
  ['tel:%E0', null],
  ['tel:' + '1'.repeat(30), null],
  ['https://example.com/tel:123', null],
]
for (const [link, digits] of telLinks) {
  test(`${link} dials ${digits}`, () => expect(digitsOfTelLink(['--flag', link])).toBe(digits))
}

test('what belongs to the station', () => {
  const paths = ['/api/admin.house', '/files', '/files/abc', '/apiary', '/files.js', '/hooks/call', '/', '/assets/a.js']
  expect(paths.filter(belongsToStation)).toEqual(['/api/admin.house', '/files', '/files/abc'])
})

test('the jar keeps, replaces and forgets cookies', () => {
  const jar = new CookieJar()
  jar.take(['session=a=b; HttpOnly; Path=/', 'other=1; Max-Age=60'])
  expect(jar.header()).toBe('session=a=b; other=1')
  jar.take(['session=c; Secure', 'other=; Max-Age=0', '=odd', 'nothing'])
  expect(jar.header()).toBe('session=c')
  jar.take(['session=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'])
  expect(jar.header()).toBe('')
})

const screens = [
  { x: 0, y: 0, width: 1366, height: 728 },
  { x: 1366, y: 0, width: 2560, height: 1400 },
]
const places: readonly [string, Parameters<typeof fitBounds>[0], ReturnType<typeof fitBounds>][] = [
  ['never opened', null, { x: 0, y: 0, width: 1366, height: 728 }],
  ['on the second screen', { x: 1500, y: 9, width: 1400, height: 900 }, { x: 1500, y: 9, width: 1400, height: 900 }],
  ['too small', { x: 9, y: 9, width: 300, height: 200 }, { x: 9, y: 9, width: 1024, height: 690 }],
  ['on a screen that is gone', { x: 5000, y: 9, width: 1400, height: 900 }, { x: 0, y: 0, width: 1366, height: 728 }],
  ['title bar above the screen', { x: 9, y: -600, width: 1400, height: 900 }, { x: 0, y: 0, width: 1366, height: 728 }],
]
for (const [name, kept, bounds] of places) {
  test(`a window ${name} opens at ${JSON.stringify(bounds)}`, () => expect(fitBounds(kept, screens)).toEqual(bounds))
}

/** Safes of old and new Electrons over a "cipher" that turns the text round. */
const turn = (text: string) => [...text].reverse().join('')
const oldSafe = {
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => Buffer.from(turn(text)),
  decryptString: (sealed: Buffer) => turn(sealed.toString()),
  getSelectedStorageBackend: () => 'gnome_libsecret' as const,
}
const newSafe = {
  ...oldSafe,
  encryptString: (): Buffer => {
    throw new Error('deprecated')
  },
  decryptString: (): string => {
    throw new Error('deprecated')
  },
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from(turn(text)),
  decryptStringAsync: async (sealed: Buffer) => ({ result: turn(sealed.toString()), shouldReEncrypt: false }),
}
const noSafe = { ...oldSafe, getSelectedStorageBackend: () => 'basic_text' as const }
const quiet = () => undefined

for (const [name, safe] of Object.entries({ oldSafe, newSafe })) {
  test(`the system's safe seals the key and gives it back (${name})`, async () => {
    const folder = newFolder()
    const store = await openKeyStore(folder, safe, undefined, quiet)
    const { key, isNew } = await store.stationKey(true)
    expect({ isNew, kind: store.kind }).toEqual({ isNew: true, kind: 'system' })
    expect(readFileSync(join(folder, 'station.key.enc'), 'utf8')).not.toContain(key)
    const again = await openKeyStore(folder, oldSafe, undefined, quiet)
    expect(await again.stationKey(false)).toEqual({ key, isNew: false })
  })
}

test('a key from before there was a safe moves into it', async () => {
  test.skip(process.platform !== 'linux', 'only there a safe may be missing')
  const folder = newFolder()
  const before = await openKeyStore(folder, noSafe, undefined, quiet)
  expect(before.kind).toBe('plainFile')
  const { key } = await before.stationKey(true)
  const after = await openKeyStore(folder, oldSafe, undefined, quiet)
  expect(await after.stationKey(false)).toEqual({ key, isNew: false })
  expect(readFileSync(join(folder, 'station.key.enc'), 'utf8')).toMatch(/^system /)
})

test('a key that cannot be unsealed, or none beside a database, is lost: nothing is made in its place', async () => {
  const folder = newFolder()
  const store = await openKeyStore(folder, oldSafe, undefined, quiet)
  await expect(store.stationKey(false)).rejects.toBeInstanceOf(KeyLost)
  writeFileSync(join(folder, 'station.key.enc'), 'system AAAA\n')
  await expect(store.stationKey(true)).rejects.toBeInstanceOf(KeyLost)
})

test('a draft key that cannot be read is put aside and never written over; it opens what it sealed once it is back', async () => {
  const folder = newFolder()
  const file = join(folder, 'draft.key.enc')
  const open = () => openKeyStore(folder, oldSafe, undefined, quiet)
  const { key, ...first } = await (await open()).draftKeys()
  expect(first).toEqual({ before: [], wasRenewed: false })
  const kept = readFileSync(file, 'utf8')
  writeFileSync(file, 'system AAAA\n')
  const store = await open()
  const [one, other] = await Promise.all([store.draftKeys(), store.draftKeys()])
  expect(other.key).toEqual(one.key)
  expect(one.key).not.toEqual(key)
  expect([one.wasRenewed, other.wasRenewed, (await store.draftKeys()).wasRenewed]).toEqual([true, false, false])
  expect(readFileSync(`${file}.old`, 'utf8')).toBe('system AAAA\n')
  expect(one.before).toEqual([])
  writeFileSync(file, 'system AAAB\n')
  const { key: third } = await (await open()).draftKeys()
  expect(readdirSync(folder).sort()).toEqual(['draft.key.enc', 'draft.key.enc.old', 'draft.key.enc.old-2'])
  writeFileSync(`${file}.old`, kept)
  expect(await (await open()).draftKeys()).toEqual({ key: third, before: [key], wasRenewed: false })
})

test('a hook token that cannot be read is put aside too', async () => {
  const folder = newFolder()
  const store = await openKeyStore(folder, oldSafe, undefined, quiet)
  const token = await store.hookToken()
  expect(await store.hookToken()).toBe(token)
  writeFileSync(join(folder, 'hook.key.enc'), 'system AAAA\n')
  expect(await store.hookToken()).not.toBe(token)
  expect(readFileSync(join(folder, 'hook.key.enc.old'), 'utf8')).toBe('system AAAA\n')
})

test('a given key overrides the kept one, and must be a key', async () => {
  const folder = newFolder()
  const given = await openKeyStore(folder, noSafe, 'AB'.repeat(32), quiet)
  expect(given.kind).toBe('given')
  expect(await given.stationKey(false)).toEqual({ key: 'ab'.repeat(32), isNew: false })
  await expect(openKeyStore(folder, noSafe, 'short', quiet)).rejects.toThrow('64')
})
