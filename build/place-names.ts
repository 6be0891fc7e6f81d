/**
 * Writes main/house/place-names.ts from an unpacked @vant/area-data (the names of the national codes, GB/T 2260, with Taiwan, Hong Kong and
 * Macao). Run when districts change: node build/set-up.mjs build/run.ts build/place-names.ts <folder of the package>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

interface AreaList {
  province_list: Record<string, string>
  city_list: Record<string, string>
  county_list: Record<string, string>
}

const folder = resolve(process.argv[2] ?? '')
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
const { areaList } = (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as { areaList: AreaList }

/** Zones and parks are no districts; what stands for the rest of a city is none either. */
const noDistrict =
  /(?:开发区|园区|示范区|管理区|实验区|合作区|度假区|名胜区|保税区|其它区|产业园|新城)$|^(?:省直辖县|县|自治区直辖县级行政区划)$/
/** Towns are told of Taiwan alone, where they stand beside the districts. */
const isDistrict = (code: string, name: string) =>
  !noDistrict.test(name) && (/[区县市旗]$/.test(name) || (code.startsWith('71') && /[乡镇]$/.test(name)))

const lines = Object.entries(areaList.province_list).map(([provinceCode, province]) => {
  const within = (list: Record<string, string>, start: string) =>
    Object.entries(list).filter(([code]) => code.startsWith(start))
  const cities = within(areaList.city_list, provinceCode.slice(0, 2)).map(([cityCode, city]) => {
    const districts = within(areaList.county_list, cityCode.slice(0, 4)).flatMap(([code, name]) =>
      isDistrict(code, name) ? [name] : [],
    )
    const name = city === province || noDistrict.test(city) ? '' : city
    return [name, ...new Set(districts)].join(' ')
  })
  return [province, ...cities].join('|')
})

writeFileSync(
  join(import.meta.dirname, '../main/house/place-names.ts'),
  `// Written by build/place-names.ts from @vant/area-data ${version} (MIT, Copyright (c) Youzan, Chen Jiahan and other contributors). Do not edit by hand.

/** A province a line, its cities by |, each before its districts; a city without a name holds districts of the province itself. */
export const placeNames = \`
${lines.join('\n')}
\`
`,
)
