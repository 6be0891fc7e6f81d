import { inflateRawSync } from 'node:zlib'
import { Failure } from '../../../shared/kit/failure.ts'

/** Largest sizes after unpacking, in bytes. Reading keeps the shared texts in memory and streams the sheet. */
export const unpackedLimits = { all: 512 * 1024 * 1024, sharedTexts: 96 * 1024 * 1024, other: 32 * 1024 * 1024 }

/** Real workbooks pack 10 to 40 times smaller; what is packed smaller than this by far was made to burst. */
const mostPacked = 200
const alwaysFine = 16 * 1024 * 1024

interface ZipEntry {
  name: string
  method: number
  packed: number
  unpacked: number
  offset: number
}

/**
 * Looks at a workbook's directory before anything is unpacked and gives the names of its sheets in order. Refuses what is cut
 * (`importDamaged`), encrypted (`importEncrypted`), no workbook (`importNotTable`) or would unpack beyond the limits (`importTooLarge`).
 */
export function checkWorkbook(bytes: Uint8Array, limits = unpackedLimits): string[] {
  const entries = directory(bytes)
  const workbook =
    entries.find((entry) => entry.name === 'xl/workbook.xml') ??
    entries.find((e) => /^xl\/workbook\d*\.xml$/.test(e.name))
  if (!workbook) throw new Failure('invalid', 'customers.failure.importNotTable')
  const read = entries.filter((entry) => /\.(xml|rels)$/i.test(entry.name))
  const all = read.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (all > limits.all) throw tooLarge(limits.all)
  for (const entry of read) {
    if (entry.method === 8 && entry.unpacked === 0 && entry.packed > 2) throw damaged()
    if (entry.unpacked > alwaysFine && entry.unpacked > entry.packed * mostPacked) throw tooLarge(limits.all)
    const isSheet = /^xl\/worksheets\//i.test(entry.name)
    const limit = isSheet ? limits.all : /sharedStrings/i.test(entry.name) ? limits.sharedTexts : limits.other
    if (entry.unpacked > limit) throw tooLarge(limit)
  }
  return sheetNames(textOf(bytes, workbook, limits.other))
}

const damaged = (): Failure => new Failure('invalid', 'customers.failure.importDamaged')
const tooLarge = (limit: number): Failure =>
  new Failure('invalid', 'customers.failure.importTooLarge', { megabytes: Math.round(limit / 1024 / 1024) })

function directory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) {
    const locator = end - 20
    if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw damaged()
    const record = Number(view.getBigUint64(locator + 8, true))
    if (record + 56 > bytes.length || view.getUint32(record, true) !== 0x06064b50) throw damaged()
    count = Number(view.getBigUint64(record + 32, true))
    at = Number(view.getBigUint64(record + 48, true))
  }
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged()
    if (view.getUint16(at + 8, true) & 1) throw new Failure('invalid', 'customers.failure.importEncrypted')
    const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)]
    if (at + 46 + nameLength + extraLength > bytes.length) throw damaged()
    const wide = wideSizes(view, at + 46 + nameLength, extraLength)
    const size = (offset: number): number => {
      const value = view.getUint32(at + offset, true)
      return value === 0xffffffff ? (wide.shift() ?? Infinity) : value
    }
    const [unpacked, packed, offset] = [size(24), size(20), size(42)]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, method: view.getUint16(at + 10, true), packed, unpacked, offset })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw damaged()
}

/** ZIP64 sizes of one entry, in the order of the fields that are too small for them. */
function wideSizes(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const fields = Math.floor(Math.min(view.getUint16(at + 2, true), from + length - at - 4) / 8)
    return Array.from({ length: fields }, (_, i) => Number(view.getBigUint64(at + 4 + i * 8, true)))
  }
  return []
}

function textOf(bytes: Uint8Array, entry: ZipEntry, most: number): string {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    const packed = bytes.subarray(start, start + entry.packed)
    return new TextDecoder().decode(entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: most }))
  } catch {
    throw damaged()
  }
}

function sheetNames(workbookXml: string): string[] {
  const names: string[] = []
  for (const [tag] of workbookXml.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const name = /\sname\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag)
    if (name) names.push(plain(name[1] ?? name[2] ?? ''))
  }
  return names
}

const plain = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16) % 0x110000))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code) % 0x110000))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
