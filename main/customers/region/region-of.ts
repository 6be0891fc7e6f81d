import { brotliDecompressSync } from 'node:zlib'
import { areaCodeOf, countryCodeOf } from '../../../shared/kit/phone-plan.ts'
import { blocksPacked, firstBlock } from './region-blocks.ts'
import { carriersText, countriesText, placesText } from './region-places.ts'

/**
 * Where a number was given out (归属地), in zh-CN: `山东`, `济南`, `移动`. Of another country only `countryKey` (`HK`, `US`); of
 * mobile blocks given out after 2018 only `carrier`. Unknown parts are empty. The owner may have moved or kept the number
 * at another carrier, so it is a hint and never an address.
 */
export interface Region {
  province: string
  /** Several cities that share an area code stand with a slash: `长沙/湘潭/株洲`. */
  city: string
  carrier?: string
  /** With its zero: `0531`. Of a mobile, the one of its city. */
  areaCode?: string
  /** ISO 3166 code of another country or region. */
  countryKey?: string
}

interface Place {
  province: string
  city: string
  areaCode: string | undefined
}

interface RegionData {
  /** By number from 1, as in the blocks. */
  places: readonly (Place | undefined)[]
  blocks: Uint16Array
  byAreaCode: ReadonlyMap<string, Place>
  carriers: ReadonlyMap<string, string>
  countries: ReadonlyMap<string, string>
  /** English names by `province` and by `province city`. */
  english: ReadonlyMap<string, string>
}

let loaded: RegionData | undefined

function pairs(text: string): Map<string, string> {
  return new Map([...text.matchAll(/(\d+)(\D+?)\s/g)].map(([, code = '', name = '']) => [code, name]))
}

function load(): RegionData {
  const places: (Place | undefined)[] = [undefined]
  const byAreaCode = new Map<string, Place>()
  const english = new Map<string, string>()
  let province = ''
  for (const line of placesText.trim().split('\n')) {
    if (!line.startsWith(' ')) {
      const [name = '', inEnglish = ''] = line.split('|')
      province = name
      english.set(province, inEnglish)
      continue
    }
    for (const item of line.trim().split('; ')) {
      const [city = '', inEnglish = '', codes = ''] = item.split('|')
      const areaCodes = codes ? codes.split(',').map((code) => '0' + code) : []
      const place = { province, city, areaCode: areaCodes[0] }
      places.push(place)
      english.set(`${province} ${city}`, inEnglish)
      for (const areaCode of areaCodes) byAreaCode.set(areaCode, place)
    }
  }
  // Cities that joined a neighbour's area code take it over, the first one that names them.
  const joined = places.filter((place) => place?.city.includes('/')).reverse()
  for (const shared of joined) {
    for (const place of places) {
      const sharesIt = place?.province === shared?.province && shared?.city.split('/').includes(place?.city ?? '')
      if (place && sharesIt) place.areaCode = shared?.areaCode
    }
  }
  const bytes = brotliDecompressSync(Buffer.from(blocksPacked, 'base64'))
  const blocks = new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  return { places, blocks, byAreaCode, carriers: pairs(carriersText), countries: pairs(countriesText), english }
}

/** The tables, unpacked at the first question: some 25 ms and 5 MB, once. */
export function regionData(): RegionData {
  loaded ??= load()
  return loaded
}

const canadian = new RegExp(
  '^1(?:204|226|236|249|250|257|263|289|306|343|354|36[578]|382|403|416|418|428|431|437|438|450|460|468|474|506|514|519|' +
    '537|548|568|579|581|584|587|604|613|639|647|672|683|705|709|742|753|77[18]|78[02]|807|819|825|867|87[39]|902|905|942)',
)

function countryOf(digits: string): string | undefined {
  const code = countryCodeOf(digits)
  if (canadian.test(digits)) return 'CA'
  if (/^7[67]/.test(digits)) return 'KZ'
  return regionData().countries.get(code)
}

/** The region of a phone key (`Phone.key`); null for service numbers, internal extensions and what nobody knows. */
export function regionOf(key: string): Region | null {
  if (key.startsWith('+')) {
    const countryKey = countryOf(key.slice(1))
    return countryKey ? { province: '', city: '', countryKey } : null
  }
  const { places, blocks, byAreaCode, carriers } = regionData()
  if (/^1[3-9]\d{9}$/.test(key)) {
    const place = places[blocks[Number(key.slice(0, 7)) - firstBlock] ?? 0]
    const carrier = carriers.get(key.slice(0, 4)) ?? carriers.get(key.slice(0, 3)) ?? carriers.get(key.slice(0, 2))
    if (!place && !carrier) return null
    const { province = '', city = '', areaCode } = place ?? {}
    return { province, city, ...(carrier && { carrier }), ...(areaCode && { areaCode }) }
  }
  const areaCode = areaCodeOf(key)
  const place = areaCode && byAreaCode.get(areaCode)
  return place ? { province: place.province, city: place.city, areaCode } : null
}
