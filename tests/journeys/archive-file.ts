import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'

/** A customer of the made-up archive, as the journey will ring and search for it. */
export const caller = { name: '青禾路小学食堂', number: '13864112208', product: '双眼大锅灶', serialNo: 'DG2503-0417' }

const writings = [
  '13864112208',
  '138 6411 2209',
  '+86 138-6411-2210',
  '０５３１８７９７３３１６',
  '(0531)87973317-8',
  '13864112213、13864112214',
]

/** An archive as an office keeps it: GB18030, numbers written in many ways, two rows that cannot be used, a totals line. */
export function writeArchive(): string {
  const rows = writings.map((number, nth) =>
    [
      nth === 0 ? caller.name : `第${nth}食堂`,
      number,
      `济南市槐荫区青禾路${88 + nth}号`,
      '双眼大锅灶',
      'HC-D80',
      nth === 0 ? caller.serialNo : `DG2503-04${20 + nth}`,
      '2025/3/18',
      '集团用户',
      '',
    ].join(','),
  )
  const unusable = [
    '没有电话,,济南市历下区泉景路41号,双头小炒炉,HC-C2,,2024.3.10,一般用户,',
    '坏号码,1.38124E+10,济南市历下区,双头小炒炉,HC-C2,,2024-03-10,一般用户,',
  ]
  const heading = '客户姓名,电话,地址,产品名称,型号,出厂编号,购买日期,用户类别,备注'
  const text = [heading, ...rows, ...unusable, '', `合计,${rows.length + unusable.length}户,,,,,,,`].join('\r\n')
  const path = join(mkdtempSync(join(tmpdir(), 'gendan-archive-')), 'customers.csv')
  writeFileSync(path, iconv.encode(text, 'gb18030'))
  return path
}
