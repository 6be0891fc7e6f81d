import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSheet } from '../../main/customers/import/workbook.ts'
import { bundleOf } from '../kit/station-process.ts'

const cells = [
  ['客户姓名', '电话', '地址'],
  ['张三', '13800000001', '济南市青禾路1号'],
  ['李四', '待补', '济南市青禾路2号'],
]

describe('the commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gendan-import-command-'))
  const at = (name: string) => join(folder, name)
  let bundles = ''

  beforeAll(async () => {
    bundles = dirname(await bundleOf('station'))
    writeFileSync(at('a.csv'), iconv.encode(cells.map((row) => `${row.join(',')}\n`).join(''), 'gb18030'))
    writeFileSync(at('a.xlsx'), new Uint8Array(await new Response(writeSheet('客户', cells)).arrayBuffer()))
    mkdirSync(at('work'))
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function call(command: string, args: string[]) {
    const env = { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' }
    const ended = spawnSync(process.execPath, [join(bundles, `${command}.js`), ...args], {
      ...{ cwd: at('work'), env, encoding: 'utf8', timeout: 25_000 },
    })
    return { code: ended.status, out: ended.stdout, said: ended.stderr }
  }

  it.each([
    ['import-command', ['people', 'FILE', '--data', 'D'], /customers or calls, not "people"/],
    ['import-command', ['customers', '--data', 'D'], /FILE is missing/],
    ['import-command', ['customers', 'FILE'], /--data DIR is missing/],
    ['import-command', ['customers', 'FILE', '--data'], /--data/],
    ['import-command', ['customers', 'FILE', '--data', 'D', '--dryrun'], /--dryrun/],
    ['import-command', ['customers', 'FILE', '--data', 'D', '--report', 'r.xlsx'], /--report.*\.csv file, not \.xlsx/],
    ['import-command', ['customers', 'FILE', '--data', 'D', '--report', 'no/r.csv'], /--report: there is no folder/],
    ['station-command', ['--data', 'D', '--port', '99999'], /--port is a number from 0 to 65535, not "99999"/],
    ['station-command', ['--data', 'D', '--prot', '1'], /--prot/],
    ['station-command', ['--data'], /--data/],
    ['station-command', ['--port', '1'], /--data DIR is missing/],
    ['verify-audit-command', ['--dat', 'D'], /--dat/],
    ['verify-audit-command', [], /--data DIR is missing/],
  ])('%s %j is refused with its flag named, and makes nothing', (command, args, reason) => {
    const { code, said } = call(
      command,
      args.map((arg) => (arg === 'FILE' ? at('a.csv') : arg)),
    )
    expect(said).toMatch(reason)
    expect(said).toMatch(/\nusage: npm run /)
    expect(code).toBe(2)
    expect(readdirSync(at('work'))).toEqual([])
  })

  it('a file that is not there is said so, with what is safe and what to do', () => {
    const { code, said } = call('import-command', ['customers', at('none.csv'), '--data', 'D'])
    expect(code).toBe(1)
    expect(said).toBe(`there is no file ${at('none.csv')}; nothing was changed; check the path and run it again\n`)
    expect(readdirSync(at('work'))).toEqual([])
  })

  it('a dry run makes no folder and no key, and writes its report', () => {
    const { code, out, said } = call('import-command', [
      ...['customers', at('a.csv'), '--data', 'D', '--dry-run'],
      ...['--report', at('dry.csv')],
    ])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ read: 2, added: 1, rejected: 1 })
    expect(said).toMatch(/^no station in \S+\/work\/D: checked against an empty archive/m)
    expect(existsSync(at('work/D'))).toBe(false)
    expect(iconv.decode(readFileSync(at('dry.csv')), 'gb18030').split('\n')[1]).toMatch(/^李四,待补,/)
  })

  it('a dry run on a station that stands tells what is there and changes nothing', () => {
    const data = at('station')
    const made = call('import-command', ['customers', at('a.csv'), '--data', data])
    expect([made.code, made.said]).toEqual([
      0,
      expect.stringContaining(`no station in ${data} yet: a new one was made there, its key in ${data}/station.key\n`),
    ])
    const before = readFileSync(join(data, 'gendan.db'))
    const { code, out, said } = call('import-command', ['customers', at('a.xlsx'), '--data', data, '--dry-run'])
    expect(said).not.toMatch(/no station/)
    expect([code, JSON.parse(out)]).toMatchObject([0, { read: 2, added: 0, unchanged: 1 }])
    expect(readFileSync(join(data, 'gendan.db')).equals(before)).toBe(true)
  })

  it('the report of a workbook is a workbook, whatever ending is left out', () => {
    const args = ['customers', at('a.xlsx'), '--data', at('other'), '--report', at('refused')]
    expect(call('import-command', args).code).toBe(0)
    expect(readFileSync(at('refused.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })
})
