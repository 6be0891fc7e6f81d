import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvBytes, csvText } from '../../renderer/kit/csv.ts'
import { csvCell } from '../../shared/kit/csv.ts'

describe('an exported list', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['\t=1', '"\'\t=1"'],
    [-2, '-2'], // a figure stays a figure
    ['一、二', '一、二'],
    ['他说"好"', '"他说""好"""'],
    ['a,b', '"a,b"'],
    ['一\n二', '"一\n二"'],
    ['好;=cmd', '"好;=cmd"'],
    ['好\t=cmd', '"好\t=cmd"'],
    [null, ''],
    [true, 'true'],
  ])('writes %j as %j', (value, cell) => expect(csvCell(value)).toBe(cell))

  it('never starts a cell with a formula, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const cell = csvCell(value).replace(/^"/, '')
        expect(/^[\s\ufeff]*[=+\-@＝＋－＠]/u.test(cell)).toBe(false)
      }),
    )
  })

  it('begins with the byte order mark and ends its lines as spreadsheets want', () => {
    const text = csvText([{ title: '客户', text: (row: { name: string }) => row.name }], [{ name: '青禾路小学' }])
    expect(text).toBe('客户\r\n青禾路小学\r\n')
    expect([...csvBytes(text).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('keeps numbers masked and quotes what a spreadsheet would split', () => {
    const columns = [
      { title: '名称', text: (row: Record<string, string>) => row['name'] ?? '' },
      { title: '电话', text: (row: Record<string, string>) => row['phone'] ?? '' },
      { title: '地址', text: (row: Record<string, string>) => row['address'] ?? '' },
    ]
    const row = { name: '=1+1', phone: '138 **** 5678', address: '青禾路 "88" 号, 东' }
    expect(csvText(columns, [row])).toBe('名称,电话,地址\r\n\'=1+1,138 **** 5678,"青禾路 ""88"" 号, 东"\r\n')
    expect(csvText(columns, [])).toBe('名称,电话,地址\r\n')
  })
})
