import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../main/customers/import/read-table.ts'
import { type RejectedRow, writeRejects } from '../../main/customers/import/write-rejects.ts'
import { writeSheet } from '../../main/customers/import/workbook.ts'

const heading = ['客户姓名', '电话', '地址']
const rows = [
  ['张三', '待补', '北京市,"东"\n城区'],
  ['=HYPERLINK("http://x")', '', '上海市'],
  ['', '+86 13617038661', '𠮷林市'],
]
const rejected: RejectedRow[] = [
  { at: 3, cells: rows[0]!, reason: 'phoneUnusable' },
  { at: 5, cells: rows[1]!, reason: 'noPhone' },
  { at: 9, cells: rows[2]!, reason: 'noName' },
]

const csvOf = (cells: string[][]): string =>
  cells.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';') + '\r\n').join('')

async function reread(bytes: Uint8Array, name: string) {
  const table = await readTable({ name, bytes })
  const cells: string[][] = []
  for await (const row of table.rows()) cells.push(row.cells)
  return { table, cells }
}

describe('the report of the refused rows', () => {
  it.each(['utf-8', 'utf-16le', 'gb18030'])('goes back in the layout and encoding of a CSV in %s', async (encoding) => {
    const bytes = iconv.encode(csvOf([heading, ...rows]), encoding, { addBOM: encoding.startsWith('utf-16') })
    const { table } = await reread(bytes, '档案.2019.csv')
    const report = await writeRejects(table, rejected, 'zh-CN')
    expect(report.name).toBe('档案.2019-导入情况.csv')
    const again = await reread(report.bytes, report.name)
    expect(again.table.format).toEqual(table.format)
    expect(again.table.heading.cells).toEqual([...heading, '导入情况'])
    expect(again.cells).toEqual([
      [...rows[0]!, '未导入：电话无法识别'],
      ['\'=HYPERLINK("http://x")', '', '上海市', '未导入：没有电话'],
      ['', "'+86 13617038661", '𠮷林市', '未导入：没有姓名'],
    ])
  })

  it('goes back as a workbook when it came as one', async () => {
    const bytes = new Uint8Array(await new Response(writeSheet('客户', [['title'], heading, ...rows])).arrayBuffer())
    const { table } = await reread(bytes, '档案.xlsx')
    const report = await writeRejects(table, rejected, 'en')
    expect(report.name).toBe('档案-Import outcome.xlsx')
    const again = await reread(report.bytes, report.name)
    expect(again.table.format).toEqual({ kind: 'xlsx', sheet: '客户', otherTables: [] })
    expect(again.cells[1]).toEqual(['\'=HYPERLINK("http://x")', '', '上海市', 'Not imported: No phone number'])
  })

  it('of a report keeps one column of reasons', async () => {
    const { table } = await reread(iconv.encode(csvOf([heading, ...rows]), 'utf-8'), 'a.csv')
    const first = await writeRejects(table, rejected, 'zh-CN')
    const again = await reread(first.bytes, first.name)
    const second = await writeRejects(again.table, [{ at: 2, cells: again.cells[0]!, reason: 'noPhone' }], 'zh-TW')
    const last = await reread(second.bytes, second.name)
    expect(last.table.heading.cells).toEqual([...heading, '匯入情況'])
    expect(last.cells).toEqual([[...rows[0]!, '未匯入：沒有電話']])
  })

  it.each(['未导入原因', '未匯入原因', 'Why not imported'])('reads an earlier one, headed %s', async (old) => {
    const { table } = await reread(
      iconv.encode(
        csvOf([
          [...heading, old],
          [...rows[0]!, 'x'],
        ]),
        'utf-8',
      ),
      'a.csv',
    )
    const again = await writeRejects(table, [{ at: 2, cells: [...rows[0]!, 'x'], reason: 'noPhone' }], 'zh-CN')
    const last = await reread(again.bytes, again.name)
    expect(last.table.heading.cells).toEqual([...heading, '导入情况'])
    expect(last.cells).toEqual([[...rows[0]!, '未导入：没有电话']])
  })

  it('holds behind them the imported rows that want a look, told apart', async () => {
    const { table } = await reread(iconv.encode(csvOf([heading, ...rows]), 'utf-8'), 'a.csv')
    const report = await writeRejects(table, rejected.slice(1, 2), 'zh-CN', [
      { at: 2, cells: rows[0]!, remarks: ['地址不一致', '日期不存在'] },
    ])
    expect((await reread(report.bytes, report.name)).cells.map((cells) => cells.at(-1))).toEqual([
      '未导入：没有电话',
      '已导入，请核对：地址不一致；日期不存在',
    ])
  })

  it('is UTF-8 where Big5 has no character for a cell', async () => {
    const format = { kind: 'csv', encoding: 'big5', delimiter: ',', newline: '\r\n' } as const
    const table = { name: 'a.csv', format, heading: { at: 1, cells: ['姓名', '電話'] } }
    const report = await writeRejects(table, [{ at: 2, cells: ['龘𠮷', ''], reason: 'noPhone' }], 'zh-TW')
    expect((await reread(report.bytes, 'a.csv')).cells).toEqual([['龘𠮷', '', '未匯入：沒有電話']])
  })
})
