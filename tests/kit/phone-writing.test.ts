import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupPhone, maskPhone, readPhone, readPhones, reversePhone } from '../../shared/kit/phone.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const start = (pattern: string) => fc.stringMatching(new RegExp(`^(?:${pattern})$`))
const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''))

const mobile = join(start('1[3-9]'), digits(9))
const landline = fc.oneof(
  join(start('010|021|028|0531|0755|0571'), start('[2-8]'), digits(7)),
  join(start('0543|0349|0931|0853'), start('[2-8]'), digits(6)),
)
const hotline = join(start('400|800'), digits(7))
const hongKong = join(fc.constant('+852'), start('[2-9]'), digits(7))
const macao = join(fc.constant('+853'), start('[2-9]'), digits(7))
const taiwan = join(fc.constant('+886'), start('9'), digits(8))
const foreign = fc.oneof(
  join(start('\\+1[2-9]'), digits(2), start('[2-9]'), digits(6)),
  join(start('\\+44|\\+49|\\+65|\\+81'), start('[1-9]'), digits(8)),
)
const key = fc.oneof(mobile, landline, hotline, hongKong, macao, taiwan, foreign)
const extension = fc.option(fc.stringMatching(/^\d{1,6}$/))

const fullWidth = (text: string) => text.replace(/[\d+]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** Writes a key as people do: country code or not, cut by anything, full width, a word before, a remark behind. */
const written = fc
  .record({
    key,
    country: fc.constantFrom('', '+86', '+86 ', '0086', '0086-', '(+86)', '86 '),
    gaps: fc.array(fc.constantFrom('', '', ' ', '-', ' - ', '.', '\u3000', '\u2013'), { minLength: 20, maxLength: 20 }),
    wide: fc.boolean(),
    before: fc.constantFrom('', ' ', '手机', '电话：', '王先生 ', "'", '\u202d'),
    after: fc.constantFrom('', ' ', '（同微信）', ' 老板娘', '。', '\u202c'),
  })
  .map(({ key, country, gaps, wide, before, after }) => {
    const outside = key.startsWith('+')
    const head = outside ? '' : country
    // no cut just before the last digit: "-8" at the end of a landline means an extension
    const cut = [...key].map((sign, i) => sign + (i < 2 || i > key.length - 4 ? '' : (gaps[i] ?? ''))).join('')
    const text = head + cut
    return { key, text: before + (wide ? fullWidth(text) : text) + after }
  })

describe('phone numbers', () => {
  it('any writing reads back to the same key', () => {
    fc.assert(
      fc.property(written, ({ key, text }) => {
        expect(readPhone(text)).toMatchObject({ key, extension: null })
        expect(readPhones(text).phones.map((phone) => phone.key)).toEqual([key])
      }),
      { numRuns: 2000 },
    )
  })

  it('what is written in groups reads back to the same key and extension', () => {
    fc.assert(
      fc.property(key, extension, (key, extension) => {
        expect(readPhone(groupPhone(key, extension))).toMatchObject({ key, extension })
      }),
      { numRuns: 2000 },
    )
  })

  it('the key of any number that could be read is stable', () => {
    const scribble = fc.string({ unit: fc.constantFrom(...'0123456789+-() /转、x[]E.'), maxLength: 30 })
    fc.assert(
      fc.property(scribble, (text) => {
        for (const phone of readPhones(text).phones) {
          expect(readPhone(phone.key)).toEqual({ ...phone, extension: null })
          expect(readPhone(groupPhone(phone.key, phone.extension))).toEqual(phone)
        }
      }),
      { numRuns: 20_000 },
    )
  })

  it('several numbers in one cell are all found, in order', () => {
    const sign = fc.constantFrom('、', '/', ' / ', ';', '；', ',', '，', '或', '\n', ' ', '  ')
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(mobile, landline, hotline), { minLength: 2, maxLength: 4 }),
        sign,
        (keys, sign) => {
          expect(readPhones(keys.join(sign)).phones.map((phone) => phone.key)).toEqual(keys)
        },
      ),
    )
  })

  it('the mask shows the network, area or country code and the last four digits, no more', () => {
    fc.assert(
      fc.property(key, (key) => {
        const [head = '', stars = '', tail = ''] = maskPhone(key).split(' ')
        expect(stars).toMatch(/^\*{3,4}$/)
        expect(tail).toHaveLength(4)
        expect(key.startsWith(head) && key.endsWith(tail)).toBe(true)
        expect(head.length).toBeLessThanOrEqual(4)
        expect(head.length + tail.length).toBeLessThanOrEqual(key.length - 3)
      }),
    )
  })

  it('reversed, the last digits come first', () => {
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 8 }), (key, count) => {
        expect(reversePhone(key).startsWith(reversePhone(key.slice(-count)))).toBe(true)
        expect(reversePhone(reversePhone(key))).toBe(key.replace('+', ''))
      }),
    )
  })
})
