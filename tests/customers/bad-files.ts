import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { address, mobile, personName } from '../bench/people.ts'
import { below, pick, seeded } from '../bench/seeded.ts'

/** One file as offices send them: what is wrong with it, and its bytes. */
export interface BadFile {
  what: string
  name: string
  bytes: Uint8Array
}

const encodings = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'gb18030', 'gbk', 'big5'] as const
const rows = 40

type Cells = (string | number | null)[][]

/** What spoils the cells of an archive. */
const spoilers: Record<string, (cells: Cells, random: () => number) => Cells> = {
  'as it should be': (cells) => cells,
  'numbers destroyed by a spreadsheet': (cells) =>
    cells.map(([a, , ...rest], nth) => [a ?? '', nth % 3 ? '1.38E+10' : '1.38124E+10', ...rest]),
  'full-width digits': (cells) =>
    cells.map(([a, b, ...rest]) => [
      a ?? '',
      String(b).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      ...rest,
    ]),
  'formula cells': (cells) => cells.map(([, ...rest], nth) => [`=HYPERLINK("http://x${nth}","王")`, ...rest]),
  'cells without end': (cells) => cells.map(([a, b, ...rest], nth) => [nth ? a! : '长'.repeat(40_000), b!, ...rest]),
  'no names': (cells) => cells.map(([, ...rest]) => ['', ...rest]),
  'no numbers': (cells) => cells.map(([a, , ...rest]) => [a!, '', ...rest]),
  'control characters': (cells) =>
    cells.map(([a, b, ...rest]) => [`\u0001${String(a)}\u200b`, `\u0002${String(b)}`, ...rest]),
  'cells that lack or abound': (cells, random) =>
    cells.map((row) => [...row, ...Array<string>(below(random, 300)).fill('多')].slice(0, 1 + below(random, 300))),
  'every row three times': (cells) => cells.flatMap((row) => [row, row, row]),
  'several numbers in a cell': (cells) =>
    cells.map(([a, b, ...rest]) => [a!, `${String(b)}/${String(b)}转8 家里`, ...rest]),
}

/** What spoils the bytes of a file. */
const damages: Record<string, (bytes: Uint8Array, random: () => number) => Uint8Array> = {
  'cut at a third': (bytes) => bytes.slice(0, Math.floor(bytes.length / 3)),
  'cut at its last byte': (bytes) => bytes.slice(0, -1),
  'with broken bytes': (bytes, random) => {
    const broken = bytes.slice()
    for (let nth = 0; nth < 12; nth += 1) broken[below(random, broken.length)] = below(random, 256)
    return broken
  },
  'with zeros in it': (bytes, random) => {
    const broken = bytes.slice()
    broken.fill(0, below(random, bytes.length), bytes.length)
    return broken
  },
  'with another file behind it': (bytes) => new Uint8Array([...bytes, ...bytes]),
}

/** The same 240 files everywhere: every text encoding and the workbook, spoilt in their cells or in their bytes, and bombs. */
export async function badFiles(): Promise<BadFile[]> {
  const files: BadFile[] = []
  for (const [nth, [what, spoil]] of Object.entries(spoilers).entries()) {
    const random = seeded(100 + nth)
    const cells = spoil(archive(random), random)
    for (const encoding of encodings) files.push(text(`${what} in ${encoding}`, cells, encoding))
    files.push({ what: `${what} in a workbook`, name: 'archive.xlsx', bytes: await book(cells) })
  }
  const whole = files.slice(0, encodings.length + 1)
  const seeds = [1, 2, 3]
  for (const seed of seeds)
    for (const [what, damage] of Object.entries(damages))
      for (const file of whole)
        files.push({
          ...file,
          what: `${file.what}, ${what} (${seed})`,
          bytes: damage(file.bytes, seeded(seed * 1000 + files.length)),
        })
  const workbook = whole.at(-1)!
  for (const [what, bytes] of bombs(workbook.bytes)) files.push({ what, name: 'archive.xlsx', bytes })
  const random = seeded(9)
  for (let nth = files.length; nth < 240; nth += 1)
    files.push({
      what: `noise ${nth}`,
      name: pick(random, ['archive.csv', 'archive.xlsx']),
      bytes: Uint8Array.from({ length: 1 + below(random, 20_000) }, () => below(random, 256)),
    })
  return files
}

function archive(random: () => number): Cells {
  return Array.from({ length: rows }, () => [personName(random), mobile(random), address(random), '2024-02-30'])
}

const heading = ['客户姓名', '电话', '地址', '购买日期']

function text(what: string, cells: Cells, encoding: (typeof encodings)[number]): BadFile {
  const quoted = (cell: string | number | null) => `"${String(cell ?? '').replaceAll('"', '""')}"`
  const lines = [heading, ...cells].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
  const [name = ''] = encoding.split(' ')
  const addBOM = encoding.endsWith('mark') || encoding.startsWith('utf-16')
  return { what, name: 'archive.csv', bytes: new Uint8Array(iconv.encode(lines, name, { addBOM })) }
}

function book(cells: Cells): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: '客户', rows: [heading, ...cells] }] })
}

/** Workbooks that unpack to far more than they are, one honest about it, one not; and one that holds itself many times. */
function bombs(workbook: Uint8Array): [string, Uint8Array][] {
  const zeros = new Uint8Array(600 * 1024 * 1024)
  const packed = new Uint8Array(deflateRawSync(zeros, { level: 1 }))
  const sheet = 'xl/worksheets/sheet1.xml'
  return [
    ['a bomb that says its size', replaced(workbook, sheet, packed, zeros.length)],
    ['a bomb that says it is small', replaced(workbook, sheet, packed, 1000)],
    ['a bomb in the shared texts', replaced(workbook, 'xl/sharedStrings.xml', packed, 90 * 1024 * 1024)],
  ]
}

/** The package with one entry's packed bytes replaced, by way of a fresh directory. */
function replaced(zip: Uint8Array, name: string, packed: Uint8Array, unpacked: number): Uint8Array {
  const source = Buffer.from(zip)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  const end = source.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  let at = source.readUInt32LE(end + 16)
  for (let nth = source.readUInt16LE(end + 10); nth > 0; nth -= 1) {
    const [nameLength, extra] = [source.readUInt16LE(at + 28), source.readUInt16LE(at + 30)]
    const entry = Buffer.from(source.subarray(at, at + 46 + nameLength))
    const own = entry.subarray(46).toString()
    const from = entry.readUInt32LE(42)
    const body = from + 30 + source.readUInt16LE(from + 26) + source.readUInt16LE(from + 28)
    const bytes = own === name ? Buffer.from(packed) : source.subarray(body, body + entry.readUInt32LE(20))
    if (own === name) {
      entry.writeUInt16LE(8, 10)
      entry.writeUInt32LE(packed.length, 20)
      entry.writeUInt32LE(unpacked, 24)
    }
    entry.writeUInt16LE(entry.readUInt16LE(8) & ~8, 8)
    entry.writeUInt16LE(0, 30)
    entry.writeUInt16LE(0, 32)
    entry.writeUInt32LE(offset, 42)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    entry.copy(local, 4, 6, 30)
    local.writeUInt16LE(0, 28)
    parts.push(local, entry.subarray(46), bytes)
    directory.push(entry)
    offset += 30 + nameLength + bytes.length
    at += 46 + nameLength + extra + source.readUInt16LE(at + 32)
  }
  const tail = Buffer.from(source.subarray(end, end + 22))
  const list = Buffer.concat(directory)
  tail.writeUInt32LE(list.length, 12)
  tail.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...parts, list, tail]))
}
