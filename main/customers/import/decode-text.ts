import { isUtf8 } from 'node:buffer'
import { Failure } from '../../../shared/kit/failure.ts'

/** Encodings an archive may come in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/** What became of the bytes; `lostCharacters` counts those that no encoding could read. */
export interface DecodedText {
  text: string
  encoding: TextEncoding
  lostCharacters: number
}

const sampleBytes = 256 * 1024

/** Characters of names, addresses and headings, both scripts: the right decoding is full of them, a wrong one is not. */
const familiar = new Set(
  '的一是在不了有和人这這中大为為上个個我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學法所民得经經' +
    '姓名客户戶电電话話联聯系络絡手机機号號码碼址地型编編备備注註购購买買日期类類别別序列规規格商品称稱' +
    '省市区區县縣镇鎮乡鄉村街路巷弄栋棟楼樓单單元室层層广廣东東西南北京海天津重庆慶河山江湖苏蘇浙安福建川贵貴云雲陕陝甘青宁寧夏新疆台臺湾灣香港' +
    '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴' +
    '小明华華丽麗英红紅玉秀芳敏静靜军軍强強伟偉志建国國文平刚剛桂兰蘭梅霞飞飛空调調冷热熱水器家庭公司维維修保换換坏壞问問题題请請带帶配件老意见見故障',
)

/**
 * BOM first, then strict UTF-8, then whichever of GB18030, Big5 and UTF-8 with a few broken bytes reads most like a customer archive:
 * nearly every Big5 text is also valid GB18030, so validity alone decides nothing. Throws `importNotTable` for what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes)
  if (marked) return decoded(bytes, marked)
  const whole = withoutCutTail(bytes)
  if (whole)
    return { text: decode(whole, 'utf-8'), encoding: 'utf-8', lostCharacters: bytes.length - whole.length && 1 }
  const wide = wideWithoutMark(bytes)
  if (wide) return decoded(bytes, wide)
  const sample = bytes.subarray(0, sampleBytes)
  const best = (['gb18030', 'big5', 'utf-8'] as const)
    .map((encoding) => ({ encoding, likeness: likeness(decode(sample, encoding)) }))
    .reduce((first, next) => (next.likeness > first.likeness + 0.02 ? next : first))
  const result = decoded(bytes, best.encoding)
  if (result.lostCharacters > 3 + result.text.length / 50)
    throw new Failure('invalid', 'customers.failure.importNotTable')
  return result
}

function decoded(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const text = decode(bytes, encoding)
  let lostCharacters = 0
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) lostCharacters++
  return { text, encoding, lostCharacters }
}

const decode = (bytes: Uint8Array, encoding: TextEncoding): string => new TextDecoder(encoding).decode(bytes)

function byteOrderMark(bytes: Uint8Array): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** A file cut in the middle of its last character is still UTF-8 up to there. */
function withoutCutTail(bytes: Uint8Array): Uint8Array | null {
  if (bytes.subarray(0, sampleBytes).includes(0)) return null
  for (let cut = 0; cut <= 3 && cut < bytes.length; cut++) {
    const part = bytes.subarray(0, bytes.length - cut)
    if (isUtf8(part)) return part
    if ((part.at(-1) ?? 0) < 0x80) return null
  }
  return null
}

/** UTF-16 without a mark shows itself by the zero byte of every line break, comma and digit, always on the same side. */
function wideWithoutMark(bytes: Uint8Array): TextEncoding | null {
  const sides = [0, 0]
  const length = Math.min(bytes.length, sampleBytes)
  for (let i = 0; i < length; i++) if (bytes[i] === 0) sides[i % 2]!++
  const [even, odd] = sides as [number, number]
  if (even + odd === 0) return null
  if (odd > length / 40 && even <= odd / 50) return 'utf-16le'
  if (even > length / 40 && odd <= even / 50) return 'utf-16be'
  throw new Failure('invalid', 'customers.failure.importNotTable')
}

function likeness(text: string): number {
  let [known, other, lost] = [0, 0, 0]
  for (const character of text) {
    if (character < '\u0080') continue
    if (character === '\uFFFD') lost++
    else if (familiar.has(character)) known++
    else other++
  }
  return (known - lost * 5) / Math.max(1, known + other + lost)
}
