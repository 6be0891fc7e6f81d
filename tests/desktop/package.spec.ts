import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from '@playwright/test'
import { executable, test } from './desktop.ts'

const resources = join(dirname(executable), 'resources')
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
/** The fuses of wire version 1 in their order. */
const fuses = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'inspect',
  'asarIntegrity',
  'onlyFromAsar',
  'ownSnapshot',
]

/** Fuses as they stand in the program itself, by name. */
function readFuses(): Record<string, boolean> {
  const program = readFileSync(executable)
  const at = program.indexOf(sentinel) + sentinel.length
  expect(program[at]).toBe(1) // version of the wire
  const length = program[at + 1] ?? 0
  const states = program.subarray(at + 2, at + 2 + length).toString('latin1')
  return Object.fromEntries([...fuses, 'filePrivileges'].map((name, place) => [name, states[place] === '1']))
}

interface Folder {
  files?: Record<string, Folder>
}

/** Paths of an archive, from the list at its head. */
function listArchive(archive: string): string[] {
  const bytes = readFileSync(archive)
  const head = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString()) as Folder
  const walk = ({ files }: Folder, at: string): string[] =>
    Object.entries(files ?? {}).flatMap(([name, entry]) =>
      entry.files ? walk(entry, `${at}/${name}`) : [`${at}/${name}`],
    )
  return walk(head, '')
}

test('the fuses of the packaged program stand as they should', () => {
  expect(readFuses()).toMatchObject({
    runAsNode: false,
    nodeOptions: false,
    cookieEncryption: true,
    asarIntegrity: true,
    onlyFromAsar: true,
    filePrivileges: false,
  })
})

test('the package holds the product and nothing else', () => {
  const files = listArchive(join(resources, 'app.asar'))
  const own = files.filter((file) => !file.startsWith('/node_modules/'))
  expect(own.filter((file) => !/^\/(package\.json|out\/(main|preload|renderer)\/)/.test(file))).toEqual([])
  expect(own.filter((file) => /\.(map|ts|tsx)$|\.built$/.test(file))).toEqual([])
  expect(own).toEqual(
    expect.arrayContaining(['/out/main/start.js', '/out/preload/preload.cjs', '/out/renderer/index.html']),
  )
  const beside = ['out/main/station-child.js', 'node_modules/better-sqlite3-multiple-ciphers/package.json']
  for (const file of beside) expect(existsSync(join(resources, 'app.asar.unpacked', file)), file).toBe(true)
})
