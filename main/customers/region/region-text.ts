import type { Language } from '../../../shared/kit/words.ts'
import { regionData, type Region } from './region-of.ts'

const carrierNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  移动: { 'zh-CN': '移动', 'zh-TW': '中國移動', en: 'China Mobile' },
  联通: { 'zh-CN': '联通', 'zh-TW': '中國聯通', en: 'China Unicom' },
  电信: { 'zh-CN': '电信', 'zh-TW': '中國電信', en: 'China Telecom' },
  广电: { 'zh-CN': '广电', 'zh-TW': '中國廣電', en: 'China Broadnet' },
}

/** Where the custom of the country differs from the names in the runtime. */
const countryNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  HK: { 'zh-CN': '中国香港', 'zh-TW': '香港', en: 'Hong Kong' },
  MO: { 'zh-CN': '中国澳门', 'zh-TW': '澳門', en: 'Macao' },
  TW: { 'zh-CN': '中国台湾', 'zh-TW': '台灣', en: 'Taiwan' },
}

/** Each character of a place name with its traditional form behind it; every other character is the same in both. */
const traditional = new Map(
  (
    '长長广廣东東庆慶汉漢陕陝苏蘇无無锡錫辽遼宁寧沈瀋阳陽温溫云雲肃肅兰蘭龙龍尔爾滨濱郑鄭连連济濟庄莊岛島厦廈门門扬揚贵貴乌烏鲁魯齐齊' +
    '临臨盐鹽华華烟煙赣贛驻駐马馬绵綿凉涼镇鎮邯邯郸鄲头頭抚撫顺順锦錦营營潍濰丽麗泽澤枣棗绍紹兴興顶頂乡鄉内內关關远遠达達泸瀘伦倫贝貝' +
    '义義沧滄张張峡峽黄黃冈岡荆荊晋晉运運迁遷许許怀懷区區萨薩铁鐵岭嶺红紅宾賓吕呂钦欽开開芦蘆饶饒乐樂双雙鸭鴨绥綏莱萊芜蕪宝寶鸡雞' +
    '壮壯纳納颇頗铜銅毕畢节節盘盤边邊鲜鮮卫衛彦彥娄婁银銀陇隴岗崗鹰鷹资資吴吳随隨来來坝壩贺賀玛瑪树樹潜潛农農县縣'
  )
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)]) ?? [],
)

/**
 * `山东济南 移动`, `山東濟南 中國移動`, `Jinan, Shandong · China Mobile`, `中国香港`, `Japan`: for the line under a number. Empty
 * when nothing is known.
 */
export function regionText(region: Region, language: Language): string {
  const { province, city, carrier, countryKey } = region
  if (countryKey) {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    return countryNames[countryKey]?.[language] ?? names.of(countryKey) ?? countryKey
  }
  const by = carrier ? (carrierNames[carrier]?.[language] ?? carrier) : ''
  if (language === 'en') {
    const { english } = regionData()
    const place = [english.get(`${province} ${city}`), city === province ? undefined : english.get(province)]
    return [place.filter(Boolean).join(', '), by].filter(Boolean).join(' · ')
  }
  const simplified = city === province ? city : province + city
  const place =
    language === 'zh-TW' ? [...simplified].map((sign) => traditional.get(sign) ?? sign).join('') : simplified
  return [place, by].filter(Boolean).join(' ')
}
