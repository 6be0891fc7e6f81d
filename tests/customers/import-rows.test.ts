import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerFields } from '../../shared/customers/fields.ts'
import { guarded, plainCell, textKey, unguarded } from '../../shared/customers/import-cells.ts'
import { guessColumns, mappingOf } from '../../shared/customers/import-columns.ts'
import { readDay, readMoment } from '../../shared/customers/import-dates.ts'
import { interpretCallRow, interpretCustomerRow } from '../../shared/customers/import-rows.ts'
import { plainlyImported } from '../../shared/kit/field-entry.ts'

const targetsOf = (kind: 'customers' | 'calls', heading: string[], sample: string[][] = []): (string | null)[] =>
  guessColumns(kind, heading, sample).map((guess) => guess.target)

describe('the columns of an archive', () => {
  it.each([
    [
      '客户姓名,电话,地址,产品名称,型号,出厂编号,购买日期,用户类别,备注',
      'name,phone,address,product,model,serialNo,purchasedOn,category,note',
    ],
    [
      '姓名/单位,联系电话,联系电话2,地址,产品,出厂编号,售出日期,积分',
      'name,phone,phone2,address,product,serialNo,purchasedOn,',
    ],
    ['客戶姓名,手機,市話,縣市,行政區,詳細地址,經銷商', 'name,phone,phone2,city,district,address,dealer'],
    ['Customer Name,Phone,Address,Serial No.,Contact Person', 'name,phone,address,serialNo,contact'],
    ['*姓名（必填）:,手机号码 ,固定电话', 'name,phone,phone2'],
    ['电话,电话,电话,电话', 'phone,phone2,phone3,'],
    ['姓名,单位名称,电话', 'name,,phone'],
  ])('%s mean %s', (heading, targets) =>
    expect(targetsOf('customers', heading.split(',')).map((target) => target ?? '')).toEqual(targets.split(',')),
  )

  it('of a call archive are its own', () =>
    expect(targetsOf('calls', ['来电时间', '来电号码', '客户姓名', '产品', '故障/意见'])).toEqual([
      'at',
      'fromNumber',
      'name',
      'product',
      'complaint',
    ]))

  it('leave out one that only counts the rows, and keep real customer numbers', () => {
    const counted = [['1'], ['2'], ['3'], ['4']]
    expect(guessColumns('customers', ['编号'], counted)[0]).toMatchObject({ target: null, reason: 'counter' })
    expect(targetsOf('customers', ['编号'], [['1007'], ['1012'], ['1001']])).toEqual(['number'])
  })

  it('show phones by their cells where no heading speaks of one', () => {
    const sample = [
      ['张三', '13617038661', '北京市'],
      ['李四', '010-38935038', '上海市'],
    ]
    const guesses = guessColumns('customers', ['姓名', '打哪里', '地址'], sample)
    expect(guesses[1]).toMatchObject({ target: 'phone', reason: 'cells', confidence: 0.5 })
    expect(mappingOf(guesses)).toEqual({ name: 0, phone: 1, address: 2 })
  })
})

describe('a day', () => {
  it.each([
    ['2014/7/11', '2014-07-11'],
    ['2024-04-24', '2024-04-24'],
    ['2021.3.1', '2021-03-01'],
    ['20230525', '2023-05-25'],
    ['2024年8月1日', '2024-08-01'],
    ['２０２４年８月１日', '2024-08-01'],
    ['2024年8月1日（星期四）', '2024-08-01'],
    ['民國112年5月1日', '2023-05-01'],
    ['2024-04-24 10:30', '2024-04-24'],
    ['44832', '2022-09-28'],
    ['45351', '2024-02-29'],
    ['31/12/2023', '2023-12-31'],
    ['2024-02-29', '2024-02-29'],
  ])('written %s is %s', (text, on) => expect(readDay(text)).toEqual({ on, problem: 'none' }))

  it.each([
    ['', 'missing'],
    ['无', 'missing'],
    ['2023-02-30', 'impossible'],
    ['2019-13-45', 'impossible'],
    ['20230231', 'impossible'],
    ['2023-02-29', 'impossible'],
    ['去年', 'unreadable'],
    ['3/4/2021', 'unreadable'],
    ['2021年', 'unreadable'],
  ])('written %j is %s', (text, problem) => expect(readDay(text)).toEqual({ on: null, problem }))

  it.each([
    ['2024-03-01 08:33:07', '2024-03-01', '08:33:07'],
    ['2024/3/1 8:33', '2024-03-01', '08:33:00'],
    ['2024年3月1日 下午3时5分', '2024-03-01', '15:05:00'],
    ['45352.5', '2024-03-01', '12:00:00'],
    ['2024-03-01', '2024-03-01', null],
  ])('with a time, %s, is %s %s', (text, on, time) => expect(readMoment(text)).toEqual({ on, time, problem: 'none' }))

  it('in any writing of any calendar day is that day, and a spreadsheet counts it right', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, (date) => {
        const on = date.toISOString().slice(0, 10)
        const [year, month, dayOfMonth] = on.split('-').map(Number) as [number, number, number]
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569
        for (const text of [
          `${year}/${month}/${dayOfMonth}`,
          `${year}年${month}月${dayOfMonth}日`,
          on.replaceAll('-', ''),
          `${serial}`,
        ]) {
          expect(readDay(text)).toEqual({ on, problem: 'none' })
        }
      }),
    )
  })
})

describe('a row of customers', () => {
  const heading = ['姓名', '电话', '电话2', '地址', '产品', '型号', '出厂编号', '购买日期', '用户类别', '备注']
  const mapping = mappingOf(guessColumns('customers', heading, []))
  const read = (...cells: string[]) =>
    interpretCustomerRow(cells, mapping, { at: 7, heading, home: { areaCode: '0531' } })

  it('becomes a draft with every number of its cells', () => {
    const row = read(
      ' 张 爱 英',
      '手机13024467492、15928145124',
      '0532-34127100-537',
      ' 济南市 ',
      '空调',
      'KFR',
      'SN1',
      '2021.3.1',
      '特殊用户',
      '第二次\r\n报修',
    )
    expect(row).toEqual({
      kind: 'draft',
      at: 7,
      draft: {
        at: 7,
        name: '张爱英',
        nameKey: '张爱英',
        phones: [
          { key: '13024467492', kind: 'mobile', extension: null },
          { key: '15928145124', kind: 'mobile', extension: null },
          { key: '053234127100', kind: 'landline', extension: '537' },
        ],
        ...Object.fromEntries(plainlyImported(customerFields).map(({ key }) => [key, ''])),
        address: '济南市',
        category: 'special',
        contact: '',
        oldNumber: '',
        note: '第二次\n报修',
        product: { name: '空调', model: 'KFR', serialNo: 'SN1', purchasedOn: '2021-03-01', dealer: '' },
        notes: [],
      },
    })
  })

  it.each([
    [' ', '13617038661', 'noName'],
    ['\u3000', '13617038661', 'noName'],
    ['#N/A', '13617038661', 'noName'],
    ['张三', '', 'noPhone'],
    ['张三', '待补', 'phoneUnusable'],
    ['张三', '12345', 'phoneUnusable'],
    ['张三', '1380000', 'phoneUnusable'],
    ['张三', '1.38124E+10', 'phoneSpreadsheet'],
  ])('named %j with the phone %j is refused: %s', (name, phone, reason) => {
    const strict = interpretCustomerRow([name, phone], mapping, { at: 7, heading })
    expect(strict).toMatchObject({ kind: 'rejected', at: 7, reason })
  })

  it('with one usable number keeps it and says what the other was', () => {
    const row = read('张三', '1.38124E+10', '13617038661')
    expect(row).toMatchObject({
      kind: 'draft',
      draft: {
        phones: [{ key: '13617038661' }],
        notes: [{ code: 'phoneSpreadsheet', target: 'phone', text: '1.38124E+10' }],
      },
    })
  })

  it.each([
    ['=HYPERLINK("http://x","王")', true],
    ['＝1+1', true],
    ['@SUM(A1)', true],
    ['-2+3(甲)', true],
    ['+86餐饮', false],
    ['张=三', false],
  ])('with the name %s keeps it as it stands, and asks for a look: %s', (name, asks) => {
    const row = read(name, '13617038661')
    const notes = asks ? [{ code: 'nameIsFormula', target: 'name', text: name }] : []
    expect(row).toMatchObject({ kind: 'draft', draft: { name, notes } })
  })

  it.each([
    ['2023-02-30', 'impossibleDate'],
    ['去年', 'unreadableDate'],
  ])('with the date %s loses the date, not the row, and says so', (text, code) => {
    const row = read('张三', '13617038661', '', '', '空调', '', '', text)
    expect(row).toMatchObject({
      kind: 'draft',
      draft: { product: { name: '空调', purchasedOn: null }, notes: [{ code, target: 'purchasedOn', text }] },
    })
  })

  it.each([
    [['', ' ', '\u3000'], 'blank'],
    [[], 'blank'],
    [['合计', '5239户'], 'totals'],
    [['', '合計：', '3'], 'totals'],
    [heading, 'heading'],
  ])('made of %j is no row: %s', (cells, why) => expect(read(...cells)).toEqual({ kind: 'skipped', at: 7, why }))

  it('of somebody called like a totals line is a row', () =>
    expect(read('合计金属公司', '13617038661').kind).toBe('draft'))

  it('that looks like a formula stays text', () =>
    expect(read('=HYPERLINK("http://x","王")', '="013617038661"')).toMatchObject({
      kind: 'draft',
      draft: { name: '=HYPERLINK("http://x","王")', phones: [{ key: '13617038661' }] },
    }))

  it('puts province, city and district before the street once', () => {
    const split = ['姓名', '电话', '省', '市', '区', '地址']
    const at = { at: 2, heading: split }
    const columns = mappingOf(guessColumns('customers', split, []))
    const addressOf = (...cells: string[]) => interpretCustomerRow(['张三', '13617038661', ...cells], columns, at)
    expect(addressOf('山东省', '济南市', '历下区', '解放路1号')).toMatchObject({
      draft: { address: '山东省济南市历下区解放路1号' },
    })
    expect(addressOf('山东省', '济南市', '', '济南市解放路1号')).toMatchObject({
      draft: { address: '山东省济南市解放路1号' },
    })
  })
})

describe('a row of calls', () => {
  const heading = ['来电时间', '来电号码', '客户姓名', '产品', '故障/意见']
  const mapping = mappingOf(guessColumns('calls', heading, []))
  const read = (...cells: string[]) => interpretCallRow(cells, mapping, { at: 2, heading })

  it.each([
    ['+85291234567', '+85291234567', 'hongKong'],
    ['00886912345678', '+886912345678', 'taiwan'],
    ['95588', '95588', 'short'],
    [' 15579579189 ', '15579579189', 'mobile'],
  ])('keeps the caller %s as %s', (text, key, kind) =>
    expect(read('2024-03-01 08:33:07', text)).toMatchObject({
      kind: 'draft',
      draft: { receivedAt: '2024-03-01T00:33:07.000Z', callerText: text.trim(), caller: { key, kind } },
    }),
  )

  it.each(['anonymous', '隐藏号码', ''])('keeps a caller without a number (%j)', (callerText) =>
    expect(read('2024-03-01 08:33:07', callerText)).toMatchObject({
      kind: 'draft',
      draft: { callerText, caller: null },
    }),
  )

  it.each([
    ['', 'noTime'],
    ['昨天', 'timeUnusable'],
    ['2024-03-32 08:00', 'timeUnusable'],
  ])('at %j is refused: %s', (at, reason) => expect(read(at, '95588')).toMatchObject({ kind: 'rejected', reason }))
})

describe('a cell', () => {
  it('guarded against formulas is never one and reads back as it was', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', "'", '1', '甲', ' ') }), (text) => {
        expect(guarded(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r]/)
        if (!text.startsWith("'")) expect(unguarded(guarded(text))).toBe(text)
      }),
    ))

  it('gives the same key for every width, case and spacing', () => {
    expect(textKey(' 张\u3000爱 英')).toBe('张爱英')
    expect(textKey('ＫＦＲ－２88Ａ')).toBe('kfr-288a')
  })

  it('is plain on one line', () => expect(plainCell(' 甲\u200b\r\n 乙 ')).toBe('甲 乙'))
})
