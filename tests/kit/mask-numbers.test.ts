import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withoutNumbers } from '../../shared/kit/mask-numbers.ts'

describe('a text without its numbers (house)', () => {
  it.each([
    ['回拨 13853120417', '回拨 ****0417'],
    ['+86 138-5312-0417', '+****0417'],
    ['１３８５３１２０４１７', '****０４１７'],
    ['138.5312.0417 的', '****0417 的'],
    ['138 · 5312 · 0417', '****0417'],
    ['１３８－５３１２－０４１７', '****０４１７'],
    ['（0531）8296‑7051', '（****7051'],
    ['一三八五三一二〇四一七', '****〇四一七'],
    ['幺三八 五三幺二 零四幺七', '****零四幺七'],
    ['138\u200b5312\u200b0417', '****0417'],
    ['一三八5312零四17', '****零四17'],
    ['٠١٠-٨٢٩٦٧٠٥١', '****٧٠٥١'],
    ['打 8296 7051 找他', '打 ****7051 找他'],
    ['家里 829-6705', '家里 ****6705'],
    ['2 楼 3 138 5312 0417', '2 楼 3 ****0417'],
    ['1 3 8 5 3 1 2 0 4 1 7', '****0417'],
    ['Tel:13853120417 或tel13853120417', 'Tel:****0417 或tel****0417'],
    ['13853120417/0531-82967051转8', '****0417/****7051转8'],
    ['13853120417 13953120418', '****0417 ****0418'],
    ['531 8296 7051', '****7051'],
    ['少一位 1385312041', '少一位 ****2041'],
    ['多一位 138531204177', '多一位 ****4177'],
    ['400-800-3003', '****3003'],
    ['+852 9123 4567', '+****4567'],
    ['+1 415 555 2671', '+****2671'],
    ['+44 20 7946 0018', '+****0018'],
    ['客户9913853120417', '客户****0417'],
    ['2026-11-20 13853120417', '2026-11-20 ****0417'],
    ['约 2026年11月20日 10:36 回电 138 5312 0417', '约 2026年11月20日 10:36 回电 ****0417'],
    ['单 GD2026110012 电 13853120417', '单 GD2026110012 电 ****0417'],
    ['138.5312.0417元', '****0417元'],
    ['0531-8500 1234转8', '****1234转8'],
    ['0531-85001234-8', '****1234-8'],
    ['电话：0531 - 8500 - 1234 转 801', '电话：****1234 转 801'],
    ['+86 (138) 1234 5678', '+****5678'],
    ['（+86）138 1234 5678', '（+****5678'],
    ['+86 (0)531 8500 1234', '+****1234'],
    ['138.1234.5678', '****5678'],
    ['１３８．１２３４．５６７８', '****５６７８'],
    ['138/1234/5678', '****5678'],
    ['138 / 1234 / 5678', '****5678'],
    ['138*1234*5678 与 0531~8500~1234', '****5678 与 ****1234'],
    ['138；1234；5678', '****5678'],
    ['138  -  1234  -  5678', '****5678'],
    ['138➖1234➖5678', '****5678'],
    ['①③⑧①②③④⑤⑥⑦⑧', '****⑤⑥⑦⑧'],
    ['😀13853120417😀', '😀****0417😀'],
  ])('%s is told as %s', (text, told) => expect(withoutNumbers(text)).toBe(told))

  it.each([
    '查 GD2026110012',
    '单号 GD-2026-110012 与 BX20261120-0012',
    '第 18 2026-11-20 3 楼',
    '第 18 20-11-2026 3 楼',
    '2026110012 与 202611200012', // a scheme without letters
    '三楼 2 号 12 件',
    '88 号 123456', // six digits are no telephone number
    '2026-11-20 10:36 至 2026-11-25 18:00',
    '2026/11/20、2026年11月20日、2026.11.20',
    '二〇二六年十一月二十日',
    '买于 2026.1.5 2026-01-06',
    '20-11-2026',
    '20251120 购买',
    '8:30-17:30，08:30-12:00 13:30-18:00',
    '￥2,280,000.00 与 3280500元 与 $ 3280500',
    '合计 12,345,678.90',
    '转速 13.8 14.2 15.5 16.2',
    '读数 220.5, 231.8, 219.7',
    'SN A0020251120',
    '序列号 20251120003 条码 6901234567892',
    '机号：82967051',
    '82967051A',
    '三台 600×900×1200',
    '打 110 或 95588 或 12345 或 +86 10086',
    '尺寸 220 380 50',
    '转速 2200, 3800',
    '周一二三四五六日',
    '八五零零',
    '①换阀 ②清灶 ③试火 ④复位 ⑤签字 ⑥拍照 ⑦离场',
    '138:30:20 与 138/600/1200',
    '1/2/2026 08:30/12:00/13:30/18:00',
    'GD138/1234/5678',
    '20261120/0012/0013',
    '',
  ])('%s stays as it is', (text) => expect(withoutNumbers(text)).toBe(text))
})

const chinese = fc
  .array(fc.constantFrom(...'客户说热水器不打火漏水联系人赵师傅下午在家请先回电。，！？；：的了'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((signs) => signs.join(''))
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))

const writings: ((digit: string) => string)[] = [
  (digit) => digit,
  (digit) => String.fromCodePoint(0xff10 + Number(digit)),
  (digit) => '〇一二三四五六七八九'.charAt(Number(digit)),
  (digit) => '零幺二三四五六七八九'.charAt(Number(digit)),
]
const signsBetween = ['', ' ', '\u00a0', '\u3000', '-', '－', '–', '.', '·', ' - ', '\u200b']

/** A number in the groups in which people say it, or one digit after the other. */
const phone = fc.oneof(
  fc
    .record({
      network: fc.integer({ min: 3, max: 9 }),
      rest: digits(9),
      cut: fc.constantFrom([3, 4, 4], [3, 3, 5], [11]),
    })
    .map(({ network, rest, cut }) => grouped(`1${network}${rest}`, cut)),
  fc
    .record({
      area: fc.constantFrom('010', '021', '0531', '0755'),
      first: fc.integer({ min: 2, max: 8 }),
      rest: digits(7),
    })
    .map(({ area, first, rest }) => [area, ...grouped(`${first}${rest}`, [4, 4])]),
  digits(7).map((rest) => grouped(`400${rest}`, [3, 3, 4])),
)

function grouped(number: string, lengths: readonly number[]): string[] {
  let at = 0
  return lengths.map((length) => number.slice(at, (at += length)))
}

describe('any text (house)', () => {
  it('covers a telephone number in any writing', () => {
    fc.assert(
      fc.property(
        ...[chinese, chinese, phone, fc.constantFrom(...writings), fc.constantFrom(...signsBetween)],
        fc.constantFrom('', '+86', '+86 ', '86-', '0086 ', '（+86）'),
        fc.boolean(),
        (before, after, groups, write, between, country, isByDigit) => {
          const parts = isByDigit ? groups.join('').split('') : groups
          const written = parts.map((part) => [...part].map(write).join('')).join(between)
          const said = withoutNumbers(`${before}${country}${written}${after}`)
          const last = [...groups.join('').slice(-4)].map(write).join('')
          expect(said.replace(/[+（]/g, '')).toBe(`${before}****${last}${after}`)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('stays as it is where nothing in it is like a telephone number', () => {
    const two = (number: number) => String(number).padStart(2, '0')
    const date = fc.record({
      year: fc.integer({ min: 1990, max: 2039 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      sign: fc.constantFrom('-', '/', '.', '年'),
    })
    const fact = fc.oneof(
      date.map(({ year, month, day, sign }) =>
        sign === '年' ? `${year}年${month}月${day}日` : `${year}${sign}${two(month)}${sign}${two(day)}`,
      ),
      fc
        .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
        .map(({ hour, minute }) => `${two(hour)}:${two(minute)}`),
      fc.integer({ min: 0, max: 99_999_999 }).map((cents) => `¥${(cents / 100).toFixed(2)}`),
      fc.integer({ min: 0, max: 9_999_999 }).map((yuan) => `${yuan.toLocaleString('en')}元`),
      digits(10).map((number) => `GD${number}`),
      fc.tuple(digits(4), digits(6)).map(([first, second]) => `BX-${first}-${second}`),
      fc.integer({ min: 0, max: 999_999 }).map(String),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(chinese, fact), { maxLength: 6 }), (parts) => {
        // A word between two facts: three figures side by side are how a number is written.
        const text = parts.map(([words, each]) => `${words}约${each}左右`).join('')
        expect(withoutNumbers(text)).toBe(text)
      }),
      { numRuns: 1000 },
    )
  })
})
