import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCell } from '../../shared/customers/import-cells.ts'
import { byteOrderMark, csvCell, csvLine } from '../../shared/kit/csv.ts'

describe('an exported list', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['\t=1', '"\'\t=1"'],
    ['0012', '"=""0012"""'],
    ['6901234567890123456', '"=""6901234567890123456"""'],
    ['123456789012345', '123456789012345'], // as many digits as a spreadsheet keeps
    ['0', '0'],
    ['0.5', '0.5'],
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

  it('keeps every digit of a number in a spreadsheet, and the import of customers reads it back', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(digits, (each) => {
        const number = each.join('')
        const cell = csvCell(number).replaceAll(/^"|"$/g, '').replaceAll('""', '"')
        expect(cell === number ? String(Number(cell)) : plainCell(cell)).toBe(number)
      }),
    )
  })

  it('never starts a cell with a formula, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const cell = csvCell(value).replace(/^"=""\d+"""$|^"/, '')
        expect(/^[\s\ufeff]*[=+\-@＝＋－＠]/u.test(cell)).toBe(false)
      }),
    )
  })

  it('ends its lines as spreadsheets want and quotes what they would split', () => {
    expect(csvLine(['客户'])).toBe('客户\r\n')
    expect(csvLine(['=1+1', '138 **** 5678', '青禾路 "88" 号, 东'])).toBe(
      '\'=1+1,138 **** 5678,"青禾路 ""88"" 号, 东"\r\n',
    )
  })

  it('begins with the byte order mark', () =>
    expect([...new TextEncoder().encode(byteOrderMark)]).toEqual([0xef, 0xbb, 0xbf]))
})
