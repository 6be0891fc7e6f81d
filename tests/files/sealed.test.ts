import { createHash, randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringFiles, holdsFile } from '../../main/database/backup-files.ts'
import { FileOpener, FileSealer, fileKeysOf, placeOf, plainPlaceOf } from '../../main/database/sealed-file.ts'
import { FileStore } from '../../main/files/file-store.ts'

const keys = fileKeysOf(randomBytes(32).toString('hex'))
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const folder = mkdtempSync(join(tmpdir(), 'gendan-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function sealed(content: Uint8Array, cuts: readonly number[] = []): { bytes: Buffer; hash: string } {
  const sealer = new FileSealer(keys)
  const parts = [sealer.head()]
  const edges = [0, ...cuts.map((cut) => cut % (content.length + 1)).sort((a, b) => a - b), content.length]
  for (let nth = 1; nth < edges.length; nth += 1) parts.push(sealer.push(content.subarray(edges[nth - 1], edges[nth])))
  const { rest, hash } = sealer.end()
  return { bytes: Buffer.concat([...parts, rest]), hash }
}

function opened(bytes: Uint8Array, hash: string, step: number, by = keys): Buffer {
  const opener = new FileOpener(by, hash)
  const parts: Buffer[] = []
  for (let from = 0; from < bytes.length; from += step) parts.push(opener.push(bytes.subarray(from, from + step)))
  return Buffer.concat([...parts, opener.end()])
}

const chunk = 64 * 1024

describe('a sealed content', () => {
  it.each([0, 1, 15, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 7])(
    'of %i bytes opens to itself, however it came',
    (size) => {
      const content = randomBytes(size)
      fc.assert(
        fc.property(
          fc.array(fc.nat(4 * chunk), { maxLength: 5 }),
          fc.integer({ min: 1, max: 3 * chunk }),
          (cuts, step) => {
            const { bytes, hash } = sealed(content, cuts)
            expect(hash).toBe(hashOf(content))
            expect(opened(bytes, hash, Math.max(step, 64)).equals(content)).toBe(true)
          },
        ),
        { numRuns: 15 },
      )
    },
  )

  it('refuses every changed bit, every cut, what is appended, chunks that changed places, another file and another key', () => {
    const content = randomBytes(2 * chunk + 100)
    const { bytes, hash } = sealed(content)
    const refused = (changed: Uint8Array, asked = hash, by = keys) =>
      expect(() => opened(changed, asked, chunk, by)).toThrow(`stored file ${asked} is damaged`)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
        const changed = Buffer.from(bytes)
        changed[at]! ^= 1 << bit
        refused(changed)
      }),
      { numRuns: 60 },
    )
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => void refused(bytes.subarray(0, length))),
      { numRuns: 40 },
    )
    for (const whole of [21 + chunk + 16, 21 + 2 * (chunk + 16)]) refused(bytes.subarray(0, whole)) // cut between chunks
    refused(Buffer.concat([bytes, Buffer.from([7])]))
    const [first, second] = [
      bytes.subarray(21, 21 + chunk + 16),
      bytes.subarray(21 + chunk + 16, 21 + 2 * (chunk + 16)),
    ]
    refused(Buffer.concat([bytes.subarray(0, 21), second, first, bytes.subarray(21 + 2 * (chunk + 16))]))
    refused(bytes, hashOf(Buffer.from('another')))
    refused(bytes, hash, fileKeysOf(randomBytes(32).toString('hex')))
  })

  it('is never sealed twice alike', () => {
    const content = Buffer.from('姓名,电话\r\n赵桂兰,13812345678\r\n')
    expect(sealed(content).bytes.equals(sealed(content).bytes)).toBe(false)
  })
})

describe('a store of files', () => {
  let store: FileStore

  beforeAll(() => {
    store = new FileStore(join(folder, 'store'), keys)
  })

  it('takes in and gives 64 MB without holding them in memory', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const piece = randomBytes(256 * 1024)
    let most = 0
    const look = () => {
      collect()
      collect()
      most = Math.max(most, process.memoryUsage().arrayBuffers)
    }
    look()
    const before = most
    async function* source() {
      for (let nth = 0; nth < 256; nth += 1) {
        if (nth % 32 === 0) look()
        yield piece
      }
    }
    const { hash, size } = await store.put(source())
    let read = 0
    for await (const given of (await store.read(hash))!) {
      if (read % (8 * 1024 * 1024) < given.length) look()
      read += given.length
    }
    expect([size, read]).toEqual([64 * 1024 * 1024, 64 * 1024 * 1024])
    // What is collected late counts, too; the content and its sealed form would be 128.
    expect((most - before) / 1024 / 1024).toBeLessThan(45)
  })

  it('mends a damaged content when it is brought again', async () => {
    const content = randomBytes(70_000)
    const { hash } = await store.put(content)
    const path = placeOf(join(folder, 'store'), keys, hash)
    const bytes = readFileSync(path)
    bytes[40_000]! ^= 1
    writeFileSync(path, bytes)
    await expect(store.get(hash)).rejects.toThrow()
    await store.put(content)
    expect((await store.get(hash))?.equals(content)).toBe(true)
  })

  it('keeps nothing of a source that fails', async () => {
    async function* source() {
      yield randomBytes(100_000)
      throw new Error('the line went dead')
    }
    await expect(store.put(source())).rejects.toThrow('the line went dead')
    expect(readdirSync(join(folder, 'store')).filter((name) => name.startsWith('draft'))).toEqual([])
  })

  it('reads what an older release left plain, seals it, and finds either form after a kill half-way', async () => {
    const content = Buffer.from('旧站的导入：赵桂兰 13812345678')
    const hash = hashOf(content)
    const home = join(folder, 'old')
    const old = new FileStore(home, keys)
    const plain = plainPlaceOf(home, hash)
    mkdirSync(dirname(plain), { recursive: true })
    writeFileSync(plain, content)
    expect((await old.get(hash))?.equals(content)).toBe(true)
    // Killed while it was sealing: a half draft beside the plain file.
    const target = placeOf(home, keys, hash)
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(`${target}.draft`, randomBytes(30))
    expect((await old.get(hash))?.equals(content)).toBe(true)
    expect(await old.sealPlain(hash)).toBe(true)
    expect(existsSync(plain)).toBe(false)
    expect((await old.get(hash))?.equals(content)).toBe(true)
    // Killed between: both forms lie there.
    writeFileSync(plain, content)
    expect((await old.get(hash))?.equals(content)).toBe(true)
    expect(await old.sealPlain(hash)).toBe(true)
    expect(await old.sealPlain(hash)).toBe(false)
    expect(existsSync(plain)).toBe(false)
    await old.remove(hash)
    expect(await old.get(hash)).toBeNull()
    expect(
      readdirSync(home, { recursive: true }).filter((name) => statSync(join(home, String(name))).isFile()),
    ).toEqual([])
  })

  it('leaves a damaged plain file as it is', async () => {
    const hash = hashOf(Buffer.from('whole'))
    const plain = plainPlaceOf(join(folder, 'store'), hash)
    mkdirSync(dirname(plain), { recursive: true })
    writeFileSync(plain, 'harmed')
    await expect(store.sealPlain(hash)).rejects.toThrow(`stored file ${hash} is damaged`)
    expect(readFileSync(plain, 'utf8')).toBe('harmed')
  })
})

describe('files of a backup', () => {
  it('are always sealed, also where the station still has them plain; a damaged one is named', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    const store = new FileStore(from, keys)
    const contents = [0, 1, 2].map((nth) => Buffer.from(`赵桂兰 1381234567${nth}`))
    const hashes = contents.map(hashOf)
    await store.put(contents[0]!)
    for (const nth of [1, 2]) {
      mkdirSync(dirname(plainPlaceOf(from, hashes[nth]!)), { recursive: true })
      writeFileSync(plainPlaceOf(from, hashes[nth]!), contents[nth]!)
    }
    // An older backup brought one of them plain.
    mkdirSync(dirname(plainPlaceOf(to, hashes[2]!)), { recursive: true })
    writeFileSync(plainPlaceOf(to, hashes[2]!), contents[2]!)
    rmSync(plainPlaceOf(from, hashes[2]!))
    expect(bringFiles(hashes, keys, from, to, false)).toEqual([])
    expect(hashes.map((hash) => holdsFile(to, keys, hash))).toEqual(['sealed', 'sealed', 'sealed'])
    expect(hashes.map((hash) => existsSync(plainPlaceOf(to, hash)))).toEqual([false, false, false])
    truncateSync(placeOf(to, keys, hashes[0]!), 40)
    rmSync(placeOf(from, keys, hashes[0]!))
    expect(bringFiles(hashes, keys, from, to, true)).toEqual([hashes[0]])
  })
})
