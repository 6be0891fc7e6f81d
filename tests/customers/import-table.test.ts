import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { checkWorkbook } from '../../main/customers/import/check-zip.ts'
import { type CsvState, parseCsv } from '../../main/customers/import/parse-csv.ts'
import { type ReadTableOptions, readTable, type Table } from '../../main/customers/import/read-table.ts'
import { Failure } from '../../shared/kit/failure.ts'

const heading = ['客户姓名', '电话', '地址', '备注']

async function open(
  bytes: Uint8Array,
  options?: ReadTableOptions,
): Promise<{ table: Table; rows: string[][]; at: number[] }> {
  const table = await readTable({ name: 'archive', bytes }, options)
  const rows: string[][] = []
  const at: number[] = []
  for await (const row of table.rows()) {
    rows.push(row.cells)
    at.push(row.at)
  }
  return { table, rows, at }
}

async function refusal(bytes: Uint8Array, options?: ReadTableOptions): Promise<string> {
  try {
    await open(bytes, options)
  } catch (error) {
    if (error instanceof Failure) return error.data.text
    throw error
  }
  return 'read'
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
const csv = (rows: string[][], delimiter = ',', newline = '\r\n'): string =>
  rows.map((row) => row.map(quoted).join(delimiter) + newline).join('')

describe('a text archive', () => {
  const rows = [
    ['陈玉莲', '13617038661', '广东省云浮市罗定市文化路202号', '请带配件'],
    ['刘长春', '0532-34127100-537', '山东省威海市荣成市解放路56号', '老客户'],
  ]
  const traditional = [
    ['陳玉蓮', '0912345678', '臺北市中山區南京東路202號', '請帶配件'],
    ['劉長春', '02-27371234', '高雄市新興區民生路56號', '老客戶'],
  ]
  const titles = ['客戶姓名', '電話', '地址', '備註']

  it.each([
    ['utf-8', heading, rows, { addBOM: true }],
    ['utf-8', heading, rows, { addBOM: false }],
    ['utf-16le', heading, rows, { addBOM: true }],
    ['utf-16be', heading, rows, { addBOM: true }],
    ['utf-16le', heading, rows, { addBOM: false }],
    ['utf-16be', heading, rows, { addBOM: false }],
    ['gb18030', heading, rows, undefined],
    ['big5', titles, traditional, undefined],
    ['gb18030', titles, traditional, undefined],
    ['utf-8', titles, traditional, { addBOM: false }],
  ])('in %s is recognised', async (encoding, first, body, options) => {
    const read = await open(iconv.encode(csv([first, ...body]), encoding, options))
    expect(read.table.format).toMatchObject({ kind: 'csv', encoding, delimiter: ',' })
    expect(read.rows).toEqual(body)
    expect([...read.table.warnings]).toEqual([])
  })

  it('in GB18030 keeps the rare characters of four bytes', async () => {
    const rare = [['𠮷田龘', '13617038661', '广东省云浮市', '😀']]
    expect((await open(iconv.encode(csv([heading, ...rare]), 'gb18030'))).rows).toEqual(rare)
  })

  it('cut in the middle of its last character is read up to there and says so', async () => {
    const bytes = utf8(csv([heading, ...rows]) + '陈玉')
    const read = await open(bytes.subarray(0, bytes.length - 1))
    expect(read.rows.at(-1)).toEqual(['陈'])
    expect([...read.table.warnings]).toEqual(['lostCharacters'])
  })

  it('with a broken byte loses that character only', async () => {
    const bytes = utf8(csv([heading, ...Array.from({ length: 20 }, () => rows[0]!)])).slice()
    bytes[bytes.length - 8] = 0xff
    const read = await open(bytes)
    expect(read.table.format).toMatchObject({ encoding: 'utf-8' })
    expect(read.rows[0]).toEqual(rows[0])
    expect([...read.table.warnings]).toEqual(['lostCharacters'])
  })

  it.each([
    [',', '\r\n'],
    ['\t', '\n'],
    [';', '\n'],
  ])('with the delimiter %j is recognised', async (delimiter, newline) => {
    const { table, rows: read } = await open(utf8(csv([heading, ...rows], delimiter, newline)))
    expect(table.format).toMatchObject({ delimiter, newline })
    expect(read).toEqual(rows)
  })

  it('numbers its records from the heading, blank ones too, line breaks in cells not', async () => {
    const { rows: read, at } = await open(utf8('姓名,电话,备注\r\n张三,1,"第二次\r\n报修"\r\n\r\n李四,2,无'))
    expect(read).toEqual([['张三', '1', '第二次\r\n报修'], [''], ['李四', '2', '无']])
    expect(at).toEqual([2, 3, 4])
  })

  it('finds the heading below title rows and counts on from them', async () => {
    const { table, at } = await open(
      utf8('售后服务客户档案（2024）\n单位：售后服务部,,制表：\n姓名/单位,联系电话,地址\n张三,1,北京\n'),
    )
    expect(table.heading).toEqual({ at: 3, cells: ['姓名/单位', '联系电话', '地址'] })
    expect(at).toEqual([4])
  })

  it('takes the heading the member points at', async () => {
    const bytes = utf8('甲,乙\n张三,13617038661\n')
    expect(await refusal(bytes)).toBe('customers.failure.importNoHeading')
    expect((await open(bytes, { headingAt: 1 })).rows).toEqual([['张三', '13617038661']])
  })

  it.each([
    ['a stray quote inside', '"他说"你好"了",2', ['他说"你好"了', '2'], false],
    ['text before a quote', '6"管,2', ['6"管', '2'], false],
    ['a space behind the closing quote', '"甲" ,2', ['甲', '2'], false],
    ['a quote that never closes', '"甲,2', ['"甲', '2'], true],
  ])('with %s loses no row', async (_, line, expected, mended) => {
    const { table, rows: read } = await open(utf8(`姓名,电话\n${line}\n丙,"3"\n`))
    expect(read).toEqual([expected, ['丙', '3']])
    expect(table.warnings.has('mendedQuotes')).toBe(mended)
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['blanks', utf8('\ufeff \r\n ')],
  ])('of %s is refused as empty', async (_, bytes) =>
    expect(await refusal(bytes)).toBe('customers.failure.importEmpty'),
  )

  it.each([
    ['bytes of a picture', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)],
    ['a web page called .csv', utf8('<html><table><tr><td>姓名</td></tr></table>')],
  ])('that is %s is refused', async (_, bytes) => expect(await refusal(bytes)).toBe('customers.failure.importNotTable'))

  it('is refused beyond the rows and bytes allowed', async () => {
    const bytes = utf8(csv([heading, ...rows]))
    expect(await refusal(bytes, { maxRows: 1 })).toBe('customers.failure.importTooManyRows')
    expect(await refusal(bytes, { maxRows: 2 })).toBe('read')
    expect(await refusal(bytes, { maxBytes: 20 })).toBe('customers.failure.importTooLarge')
  })

  it('stops when told to and tells how far it is', async () => {
    const stop = new AbortController()
    const seen: number[] = []
    const bytes = utf8(csv([heading, ...Array.from({ length: 9000 }, () => rows[0]!)]))
    const onProgress = (progress: { rows: number; share: number | null }): void => {
      seen.push(progress.share ?? -1)
      if (progress.rows >= 4000) stop.abort()
    }
    await expect(open(bytes, { signal: stop.signal, onProgress })).rejects.toThrow(/abort/i)
    expect(seen).toHaveLength(2)
    expect(seen[0]).toBeCloseTo(2 / 9, 1)
  })

  it('written in any encoding and quoting is read back as it was', async () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code))
    const piece = fc.oneof(
      han,
      fc.constantFrom('"', ',', ';', '\t', '\n', '\r\n', ' ', '=1+1', '13800000000', "'", 'a'),
    )
    const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 })
    const written = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030')
    await fc.assert(
      fc.asyncProperty(
        table,
        written,
        fc.constantFrom(',', '\t', ';'),
        fc.constantFrom('\r\n', '\n'),
        async (...made) => {
          const [body, encoding, delimiter, newline] = made
          const text = csv([['客户姓名', '联系电话', '详细地址'], ...body], delimiter, newline)
          const { rows: read } = await open(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }))
          expect(read).toEqual(body)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('of hostile quotes is read in time that grows with its length only', () => {
    for (const text of ['"a\n'.repeat(100_000), '"a,'.repeat(100_000), '""a"\n'.repeat(100_000)]) {
      const state: CsvState = { at: 0, mendedQuotes: 0 }
      expect([...parseCsv(text, ',', state)].flat().join('').length).toBeGreaterThan(90_000)
    }
  })
})

describe('a workbook', () => {
  type Values = (string | number | boolean | Date | null)[][]
  const book = (sheets: { name: string; rows: Values }[]): Promise<Uint8Array> => writeXlsx({ sheets })
  const one = (rows: Values): Promise<Uint8Array> => book([{ name: '客户', rows }])

  it('is refused by name where one cell lies at the far end of the sheet, and read where a row only abounds', async () => {
    const row = ['赵桂兰', '13812345678', '青禾路 88 号', '']
    const reaching = (columns: number) =>
      book([{ name: '客户', rows: [heading, row, [...Array(columns - 1).fill(null), '末']] }])
    expect(await refusal(await reaching(16_384))).toBe('customers.failure.importTooWide')
    const { rows } = await open(await reaching(300))
    expect(rows.map((cells) => cells.length)).toEqual([4, 256])
  })

  it('gives numbers, days, moments and yes or no as text', async () => {
    const days = [new Date(Date.UTC(2022, 8, 28)), new Date(Date.UTC(2024, 2, 1, 8, 33, 7))]
    const bytes = await one([
      ['姓名', '电话', '购买日期', '备注', '其他'],
      ['张三', 13812345678, days[0]!, true, 8613812345678],
      ['李四', '１３２９４５８２５１１', days[1]!, '=HYPERLINK("http://x","王")', 0.5],
    ])
    expect((await open(bytes)).rows).toEqual([
      ['张三', '13812345678', '2022-09-28', 'TRUE', '8613812345678'],
      ['李四', '１３２９４５８２５１１', '2024-03-01 08:33:07', '=HYPERLINK("http://x","王")', '0.5'],
    ])
  })

  it('gives the stored result of a formula, not the formula', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '客户',
          rows: [
            ['姓名', '电话'],
            ['张三', null],
          ],
          cells: new Map([['1,1', { value: 13812345678, formula: 'A1&"x"', formulaResult: 13812345678 }]]),
        },
      ],
    })
    expect((await open(bytes)).rows).toEqual([['张三', '13812345678']])
  })

  it('skips the cover sheet and the title rows and keeps the numbers of the sheet', async () => {
    const bytes = await book([
      { name: '说明', rows: [['本表由各售后网点汇总'], ['联系人见“客户”页']] },
      {
        name: '客户',
        rows: [
          ['售后服务客户档案（2024）'],
          ['单位：', '', '制表：'],
          ['姓名/单位', '联系电话', '地址'],
          ['张三', 1, '北京'],
        ],
      },
    ])
    const { table, at } = await open(bytes)
    expect(table.format).toEqual({ kind: 'xlsx', sheet: '客户', otherTables: [] })
    expect(table.heading.at).toBe(3)
    expect(at).toEqual([4])
  })

  it('with two tables reads the fuller heading, names the other and reads it when asked', async () => {
    const bytes = await book([
      {
        name: '2023 & 前',
        rows: [
          ['姓名', '电话'],
          ['张三', 1],
        ],
      },
      {
        name: '2024',
        rows: [
          ['姓名', '电话', '地址'],
          ['李四', 2, '北京'],
        ],
      },
    ])
    const { table } = await open(bytes)
    expect(table.format).toEqual({ kind: 'xlsx', sheet: '2024', otherTables: ['2023 & 前'] })
    expect([...table.warnings]).toEqual(['otherTables'])
    expect((await open(bytes, { sheet: '2023 & 前' })).rows).toEqual([['张三', '1']])
  })

  it.each([
    ['no sheet with anything in it', [[null]], 'importEmpty'],
    [
      'no heading',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
      'importNoHeading',
    ],
  ])('with %s is refused', async (_, rows, key) =>
    expect(await refusal(await one(rows))).toBe(`customers.failure.${key}`),
  )

  it('of the old format, or behind a password, is refused by name', async () => {
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)])
    expect(await refusal(old)).toBe('customers.failure.oldXls')
    const sheets = [{ name: '客户', rows: [['姓名', '电话']] }]
    const secret = await writeXlsx({ sheets, encryption: { password: 'a', spinCount: 1000 } })
    expect(await refusal(secret)).toBe('customers.failure.importEncrypted')
  })

  it('cut anywhere is refused as damaged, never read in part', async () => {
    const bytes = await one([['姓名', '电话'], ...Array.from({ length: 200 }, (_, i) => [`客户${i}`, 13800000000 + i])])
    for (let share = 0.05; share < 1; share += 0.05) {
      expect(await refusal(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('customers.failure.importDamaged')
    }
  })

  it('with any byte changed is read or refused by name, never a defect', async () => {
    const bytes = await one([['姓名', '电话'], ...Array.from({ length: 20 }, (_, i) => [`客户${i}`, 13800000000 + i])])
    const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(change, async ([at, by]) => {
        const changed = bytes.slice()
        changed[at] = (changed[at]! + by) % 256
        expect(await refusal(changed)).toMatch(/^(read|customers\.failure\.\w+)$/)
      }),
      { numRuns: 150 },
    )
  })

  it('made to burst is refused before it is unpacked, also when it lies about its size', async () => {
    const long = '姓'.repeat(30_000)
    const bytes = await one([['姓名', '电话'], ...Array.from({ length: 60 }, (_, i) => [`${i}${long}`, i])])
    expect(() => checkWorkbook(bytes, { all: 1e6, sharedTexts: 1e6, other: 1e6 })).toThrow('importTooLarge')
    expect(await refusal(declaring(bytes, 0x7fff_ffff))).toBe('customers.failure.importTooLarge')
    expect(await refusal(declaring(bytes, 1000))).toBe('customers.failure.importDamaged')
  })

  it('that is another kind of package is refused', async () => {
    const bytes = (await one([['姓名', '电话']])).slice()
    const text = Buffer.from(bytes.buffer)
    for (let at = text.indexOf('xl/workbook.xml'); at >= 0; at = text.indexOf('xl/workbook.xml', at + 1))
      bytes[at] = 0x77
    expect(await refusal(bytes)).toBe('customers.failure.importNotTable')
  })

  /** The workbook with another unpacked size in the directory entries of its texts and sheets. */
  function declaring(bytes: Uint8Array, unpacked: number): Uint8Array {
    const changed = bytes.slice()
    const view = new DataView(changed.buffer)
    for (let at = 0; at + 46 < changed.length; at++) {
      if (view.getUint32(at, true) !== 0x02014b50) continue
      const name = new TextDecoder().decode(changed.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
      if (/sharedStrings|worksheets\/sheet/.test(name)) view.setUint32(at + 24, unpacked, true)
    }
    return changed
  }
})
