import { placeNames } from './place-names.ts'

interface City {
  name: string
  /** As people write it: 济南, 延边, 阿克苏. */
  short: string
  districts: ReadonlySet<string>
}

interface Province {
  name: string
  /** As people write it: 山东, 内蒙古, 香港. */
  short: string
  cities: readonly City[]
  districts: ReadonlySet<string>
}

const afterProvince = /(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/u
const afterCity =
  /(?:朝鲜族|傣族|景颇族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|白族|哈尼族|壮族|傈僳族|回族|蒙古族|蒙古|哈萨克|柯尔克孜)*自治州$|地区$|[市盟县]$/u
/** Shortest district that says without its city where it is: there is an 东区 in every housing estate. */
const leastAlone = 3
const longestName = 18

/** Traditional signs of such names as people of Taiwan and Hong Kong write them, each before the one of the table. */
const signs =
  '區区縣县臺台灣湾廣广東东門门龍龙島岛離离萬万義义蘭兰雲云蓮莲鄉乡鎮镇園园馬马觀观銅铜鳳凤鹽盐樹树學学將将軍军華华興兴豐丰麗丽蘆芦溝沟雙双壢坜鶯莺貢贡頭头嶼屿濟济漢汉陽阳長长慶庆貴贵遼辽寧宁肅肃陝陕蘇苏別别權权圍围爾尔關关國国烏乌'
const simplified = new Map((signs.match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]))

function readProvince(line: string): Province {
  const [name = '', ...texts] = line.split('|')
  const cities = texts.map((text) => {
    const [city = '', ...districts] = text.split(' ')
    return { name: city, short: city.replace(afterCity, ''), districts: new Set(districts) }
  })
  return { name, short: name.replace(afterProvince, ''), cities, districts: districtsOf(cities) }
}

const districtsOf = (cities: readonly City[]) => new Set(cities.flatMap(({ districts }) => [...districts]))

let provinces: readonly Province[] | undefined
let allCities: readonly City[] | undefined
let allDistricts: ReadonlySet<string> | undefined

/** The names, read at the first question. */
function places() {
  provinces ??= placeNames.trim().split('\n').map(readProvince)
  allCities ??= provinces.flatMap(({ cities }) => cities)
  allDistricts ??= districtsOf(allCities)
  return { provinces, allCities, allDistricts }
}

/**
 * An address down to its district: at most one province, one city and one district, each by its official name. Whatever the table does not
 * know stays covered, and so does a name that is not written out at the end (济南 in 济南路).
 */
export function maskAddress(address: string): string {
  const text = address.replace(/\p{Script=Han}/gu, (sign) => simplified.get(sign) ?? sign)
  return `${address.slice(0, districtEnd(text)).trimEnd()}…`
}

function districtEnd(text: string): number {
  const at = /^\s*(?:中国)?\s*/u.exec(text)![0].length
  const { provinces } = places()
  const whole = provinces.find(({ name }) => text.startsWith(name, at))
  if (whole) return Math.max(at + whole.name.length, cityEnd(text, at + whole.name.length, whole))
  const bare = provinces.find(({ short }) => text.startsWith(short, at))
  return Math.max(cityEnd(text, at, null), bare ? cityEnd(text, at + bare.short.length, bare) : 0)
}

/** Where the city and its district end; 0 where neither is written out. */
function cityEnd(text: string, from: number, province: Province | null): number {
  const at = skipSpace(text, from)
  const cities = province?.cities ?? places().allCities
  const ends = cities.flatMap((city) => {
    if (city.name === '') return []
    if (text.startsWith(city.name, at)) {
      const end = at + city.name.length
      return [isWrittenOut(city) || province ? end : 0, districtFrom(text, end, city.districts, 1)]
    }
    if (!text.startsWith(city.short, at)) return []
    const end = at + city.short.length
    const isPrefecture = city.name.endsWith('自治州') && text.startsWith('州', end)
    if (isPrefecture) return [end + 1, districtFrom(text, end + 1, city.districts, 1)]
    return [districtFrom(text, end, city.districts, 1)]
  })
  const districts = province?.districts ?? places().allDistricts
  return Math.max(0, districtFrom(text, at, districts, leastAlone), ...ends)
}

const isWrittenOut = ({ name, short }: City) => name !== short

function districtFrom(text: string, from: number, districts: ReadonlySet<string>, least: number): number {
  const at = skipSpace(text, from)
  for (let length = Math.min(longestName, text.length - at); length >= least; length -= 1)
    if (districts.has(text.slice(at, at + length))) return at + length
  return 0
}

const skipSpace = (text: string, at: number) => at + /^\s*/u.exec(text.slice(at))![0].length
