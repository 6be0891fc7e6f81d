import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forms } from '../../shared/forms/catalog.ts'
import { paperFigures } from '../../shared/forms/figures.ts'
import { layoutForm } from '../../shared/forms/fill.ts'
import { fillModes, formRecordSchema, type FillMode, type PaperId } from '../../shared/forms/grammar.ts'
import type { CellInk, PieceInk, SheetInk } from '../../shared/forms/ink.ts'
import { cutAfterLines, lineCount, textWidthMm } from '../../shared/forms/measure.ts'
import { pageCode, readPageCode } from '../../shared/forms/page-code.ts'
import { papers } from '../../shared/forms/papers.ts'
import { groupedPhone, localTime, plainMoney, valueAt } from '../../shared/forms/show.ts'
import { formsWords } from '../../shared/forms/words.ts'
import { dispatchRecord, hostile, print, printAgain, serviceRecord } from './samples.ts'

const codeWords = {
  qr: { 'zh-CN': '二维码', 'zh-TW': 'QR Code', en: 'QR code' },
  code128: { 'zh-CN': '条码', 'zh-TW': '條碼', en: 'bar code' },
}

describe('the foot of a paper', () =>
  it.each(
    Object.values(forms).flatMap(({ id, layouts }) => Object.entries(layouts).map((one) => [id, ...one] as const)),
  )('%s on %s names the code that is printed, or none', (_, __, { head, note }) => {
    for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
      const named = /二维码|条码|QR Code|條碼|QR code|bar code/.exec(note[language])?.[0]
      if (named !== undefined) expect(named).toBe(codeWords[head.code][language])
    }
  }))

const cellsOf = (sheet: SheetInk): CellInk[] =>
  sheet.pages.flatMap((page) => page.blocks.flatMap((block) => block.rows.flatMap((row) => row.cells)))

const pieceText = (piece: PieceInk): string => {
  if (piece.ink === 'ticks') return piece.options.map((tick) => (tick.on ? `☑${tick.text}` : `☐${tick.text}`)).join('')
  if (piece.ink === 'tick') return `${piece.tick.on ? '☑' : '☐'}${piece.tick.text}`
  if (piece.ink === 'dateBlanks') return piece.units.join('')
  return piece.ink === 'space' ? '' : piece.text
}

/** All that is printed, without the breaks of lines and labels. */
function textOf(sheet: SheetInk): string {
  const texts = cellsOf(sheet).flatMap((cell) => {
    if (cell.cell === 'label') return [cell.text]
    if (cell.cell === 'signing') return [cell.text, cell.name, cell.dated]
    if (cell.cell === 'table')
      return [...cell.columns.map((one) => one.text), ...cell.lines.flatMap((line) => line.texts)]
    return [cell.caption, ...cell.pieces.map(pieceText), ...cell.end.map(pieceText)]
  })
  const heads = sheet.pages.flatMap((page) => [
    page.head.company,
    page.head.title,
    ...page.head.entries.flatMap((entry) => [entry.label, entry.text]),
    page.head.code?.text ?? page.head.numberLabel,
  ])
  return [...heads, ...texts]
    .filter(Boolean)
    .join(' ')
    .replaceAll(/[\n\u2060]/gu, '')
}

const recordOf = (id: string) => (id === 'F01' ? serviceRecord : dispatchRecord)
const lay = (id: 'F01' | 'F11', paper: PaperId, mode: FillMode, over = {}): SheetInk =>
  layoutForm(forms[id], paper, mode === 'blank' ? null : { ...recordOf(id), ...over }, mode, print)

const each = [
  ['F01', 'a4'],
  ['F01', '241x140'],
  ['F11', 'a4'],
  ['F11', '241x140'],
] as const

/** Labels as the two forms' tables have them, in the words the paper uses for them. */
const labels = {
  F01: `服务单编号 受理时间 受理方式 接线人员 客户姓名单位名称 联系人 联系电话 地址 用户类别 产品名称 规格型号 出厂编号 购买日期 保修状态
    故障现象质量问题 故障级别 可能原因及所需配件 派工时间 服务人员 约定上门 联系记录 到达时间 处理结果 完成时间 更换配件 维修结论 收费金额
    收据发票 回访日期与结果 客户意见 满意度 客户签字 服务人员签字 主管签字`,
  F11: `派工单号 派工时间 派工内勤 客户姓名 单位地址 联系电话 产品类型 购买日期 故障现象 可能原因维修措施 所需配件 技术人员 约定上门 改约原因
    客户是否同意 联系记录 反馈内勤时间 处理结果 客户签字`,
}

describe('what stands on the paper (F01, F11, R353)', () => {
  it.each(each)('%s on %s carries every label of its table, the firm and the title', (id, paper) => {
    const text = textOf(lay(id, paper, 'blank'))
    for (const label of labels[id].split(/\s+/u)) expect(text).toContain(label)
    expect(text).toContain('禾炊厨具　济南售后')
    expect(text).toContain(forms[id].title['zh-CN'])
  })
  it.each(each)('%s on %s has a place for every field it declares', (id, paper) => {
    const form = forms[id]
    const layout = JSON.stringify(form.layouts[paper])
    for (const path of Object.keys(form.fields)) expect(layout).toMatch(new RegExp(`"(field|number)":"${path}"`, 'u'))
  })
  it('asks within three hours, and the consent, on the dispatch order (F11, R044)', () => {
    const text = textOf(lay('F11', '241x140', 'half'))
    expect(text).toContain('3 小时内能否上门 ☑能☐不能')
    expect(text).toContain('客户是否同意 ☐同意☐不同意')
  })
  it.each(['241x140', 'a4'] as const)(
    'names the promise and the tries of the policies it goes out under on %s (F11, R044, R048, R049)',
    (paper) => {
      const { contact, promise } = {
        contact: { attempts: 2, gapMinutes: 5, rule: 'house' },
        promise: { withinMinutes: 90, rule: 'house' },
      }
      const figuresIn = (language: 'zh-CN' | 'en', promised: typeof promise | null) =>
        Object.fromEntries(
          Object.entries(paperFigures({ contact, promise: promised })).map(([name, text]) => [name, text[language]]),
        )
      const said = (language: 'zh-CN' | 'en', promised: typeof promise | null) =>
        JSON.stringify(
          layoutForm(forms.F11, paper, null, 'blank', { ...print, language, figures: figuresIn(language, promised) }),
        ).replaceAll('\\n', ' ')
      expect(said('zh-CN', promise)).toMatch(/1\.5 小时内 ?能否上门/u)
      expect(said('zh-CN', promise)).toContain('打 2 次不通，每次隔 5 分钟')
      expect(said('en', promise)).toContain('Visit within 1.5 h')
      expect(said('en', promise)).toContain('Unanswered 2 times, 5 min apart')
      expect(said('zh-CN', null)).toMatch(/按时 ?能否上门/u)
      for (const text of [said('zh-CN', null), said('en', promise)]) expect(text).not.toMatch(/\{\{|3 小时/u)
    },
  )
  it.each([
    ['F11', '241x140'],
    ['F11', 'a4'],
    ['F01', '241x140'],
    ['F01', 'a4'],
  ] as const)('%s on %s has a place for each try the policies ask for, three where nobody says (R048)', (id, paper) => {
    const placesWith = (figures: Record<string, string>) => {
      const sheet = layoutForm(forms[id], paper, null, 'blank', { ...print, figures: { ...print.figures, ...figures } })
      return { signs: textOf(sheet).match(/[①-⑩]/gu)?.join(''), pages: sheet.pages.length }
    }
    expect(placesWith({ attempts: '2' }).signs).toMatch(/①②$|①②(?!③)/u)
    expect(placesWith({}).signs).toContain('①②③')
    expect(placesWith({}).signs).not.toContain('④')
    const five = placesWith({ attempts: '5' })
    expect(five.signs).toContain('①②③④⑤')
    expect(five.pages).toBe(placesWith({}).pages)
  })
  it.each([
    ['241x140', ['①存根联 白', '②客户联 红', '③财务联 黄']],
    ['a4', []],
  ] as const)('names the copies on %s', (paper, copies) => expect(lay('F11', paper, 'half').copies).toEqual(copies))
  it('refuses a paper the form is not laid out for', () =>
    expect(() => lay('F11', 'a5', 'blank')).toThrow(/no layout/u))
})

describe('blank, half-filled, complete (F01, F11)', () => {
  it.each(each)('%s on %s blank prints nothing of the record and no code', (id, paper) => {
    const sheet = layoutForm(forms[id], paper, recordOf(id), 'blank', print)
    for (const known of ['赵桂兰', '李志强', '先导火管', '138 1234', '2026-11-20', '☑'])
      expect(textOf(sheet)).not.toContain(known)
    expect(sheet.pages.every((page) => page.head.code === null)).toBe(true)
  })
  it.each(each)('%s on %s half-filled prints what the desk knows and leaves lines for the visit', (id, paper) => {
    const sheet = lay(id, paper, 'half')
    expect(textOf(sheet)).toContain('2026-11-20 12:30–13:30')
    expect(textOf(sheet)).toContain('138 1234 5678')
    for (const later of ['积碳', '128.50', '11:15', '☑通']) expect(textOf(sheet)).not.toContain(later)
    expect(cellsOf(sheet).some((cell) => cell.cell === 'content' && cell.strips > 1)).toBe(true)
  })
  it.each(each)('%s on %s complete prints the visit, the attempts and the signatures', (id, paper) => {
    const text = textOf(lay(id, paper, 'complete'))
    for (const part of ['积碳堵塞', '11-20 11:05', '11:15', '11:26', '☑', '比例阀 BL-2', '李志强', '赵桂兰'])
      expect(text).toContain(part)
    if (id === 'F01')
      for (const part of ['2026-11-23 使用正常', '☑已解决', '¥0.00', '☑很满意']) expect(text).toContain(part)
  })
  it('keeps an answer that is none of the options readable', () =>
    expect(textOf(lay('F01', 'a4', 'half', { faultLevel: 'flooded' }))).toContain('flooded'))
  it.each([
    [print, '第 1 次打印'],
    [printAgain, '第 2 次（补打）'],
  ])('says in the foot which print it is', (info, words) => {
    const { foot } = layoutForm(forms.F11, '241x140', dispatchRecord, 'half', info).pages[0]!
    expect(foot.printed).toContain('2026-11-20 10:38')
    expect(foot.printed).toContain('周敏')
    expect(foot.printed).toContain(words)
    expect(foot.page).toBe('第 1 页 共 1 页')
  })
  it.each([
    ['zh-CN', '空白表，不计次数'],
    ['zh-TW', '空白表，不計次數'],
    ['en', 'blank form, not counted'],
  ] as const)('counts nothing on blank paper, and says so in %s', (language, words) => {
    for (const [id, paper] of [
      ['F01', 'a4'],
      ['F01', '241x140'],
      ['F11', 'a4'],
      ['F11', '241x140'],
    ] as const)
      for (const { foot } of layoutForm(forms[id], paper, null, 'blank', { ...printAgain, language }).pages) {
        expect(foot.printed).toContain(words)
        expect(foot.printed).not.toMatch(/次打印|补打|补印|補印|次列印|print \d/)
      }
  })
})

describe('pages', () => {
  it.each([
    ['F01', 'a4', 1],
    ['F01', '241x140', 2],
    ['F11', 'a4', 1],
    ['F11', '241x140', 1],
  ] as const)('%s on %s takes %i page(s) in every mode', (id, paper, pages) => {
    for (const mode of fillModes) expect(lay(id, paper, mode).pages).toHaveLength(pages)
  })
  it.each(each)('%s on %s: no page is taller than its paper, no row wider', (id, paper) => {
    for (const over of [{}, ...Object.values(hostile)])
      for (const mode of fillModes) {
        const sheet = lay(id, paper, mode, over)
        const { margin, heightMm, lineMm, widthMm } = sheet.paper
        for (const page of sheet.pages) {
          const body = page.blocks.reduce(
            (sum, block) => sum + lineMm.outer + block.rows.reduce((rows, row) => rows + row.heightMm, 0),
            lineMm.outer,
          )
          const used = margin.top + margin.bottom + page.head.heightMm + page.foot.heightMm + body
          expect(used).toBeLessThanOrEqual(heightMm + 0.01)
          for (const block of page.blocks)
            for (const row of block.rows) {
              const cells = row.cells.reduce((sum, cell) => sum + cell.widthMm, block.head?.widthMm ?? 0)
              expect(cells).toBeCloseTo(widthMm - margin.left - margin.right - 2 * lineMm.outer, 5)
              expect(row.cells.every((cell) => cell.widthMm > 8)).toBe(true)
            }
        }
      }
  })
  it.each(each)('%s on %s loses no letter of a text of 3,000', (id, paper) => {
    const result = Array.from({ length: 600 }, (_, index) => `第${1000 + index}`).join('')
    const sheet = lay(id, paper, 'complete', { result })
    const printed = cellsOf(sheet)
      .flatMap((cell) => (cell.cell === 'content' ? cell.pieces : []))
      .map((piece) => (piece.ink === 'value' && piece.field === 'result' ? piece.text : ''))
      .join('')
    expect(printed).toBe(result)
  })
  it.each([
    ['F01', 'a4'],
    ['F01', '241x140'],
    ['F11', 'a4'],
  ] as const)('%s on %s keeps all 12 parts in order', (id, paper) => {
    const sheet = lay(id, paper, 'complete', hostile['12 parts'])
    const names = cellsOf(sheet).flatMap((cell) =>
      cell.cell === 'table' ? cell.lines.map((line) => line.texts[0]).filter(Boolean) : [],
    )
    expect(names).toHaveLength(12)
    expect(names[11]).toContain('BL-11')
  })
  it('repeats firm, title, number, customer and its own code on the second page', () => {
    const second = lay('F01', '241x140', 'half').pages[1]!
    expect(second.head.company).toBe('禾炊厨具　济南售后')
    expect(second.head.title).toBe('售后服务跟踪单（续）')
    expect(second.head.entries.map((entry) => entry.text)).toEqual(['FW20261120-0040', '青禾路小学食堂'])
    expect(second.head.code?.text).toBe('FW20261120-0040/2')
    expect(second.foot.page).toBe('第 2 页 共 2 页')
  })
  it('leaves a block on one page while it fits on one (F01)', () => {
    const blocks = lay('F01', '241x140', 'complete').pages.flatMap((page) => page.blocks.map((block) => block.id))
    expect(new Set(blocks).size).toBe(blocks.length)
  })
  it('gives a long symptom its room and the result what is left (F11)', () => {
    const strips = (over: object): number =>
      Math.max(
        ...cellsOf(lay('F11', '241x140', 'half', over)).map((cell) => (cell.cell === 'content' ? cell.strips : 0)),
      )
    expect(strips({ symptom: '短' })).toBeGreaterThan(strips({ symptom: '左眼有火花点不着。'.repeat(18) }))
  })
  it('lays out the same twice', () => expect(lay('F01', 'a4', 'half')).toEqual(lay('F01', 'a4', 'half')))
})

describe('letters', () => {
  it.each(Object.values(papers))('nothing under 8 pt on $id, 9 pt for dot matrix', (paper) => {
    const least = paper.pen === 'laser' ? 8 : 9
    for (const letters of [paper.label, paper.value, paper.title, paper.company, paper.head, paper.foot])
      expect(letters.pt).toBeGreaterThanOrEqual(least)
  })
  it('cuts a text into lines and a rest that together are the text', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'字，。（a8-/ 𠮷W') }),
        fc.integer({ min: 1, max: 4 }),
        (text, lines) => {
          const [head, rest] = cutAfterLines(text, papers.a4.value, 30, lines)
          expect((head + rest).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
          expect(lineCount(head, papers.a4.value, 30)).toBeLessThanOrEqual(lines)
        },
      ),
    ))
  it('counts a CJK letter as one em, a Latin one as about half', () => {
    const letters = papers.a4.value
    expect(textWidthMm('𠮷字', letters)).toBeCloseTo(2 * 9.75 * (25.4 / 72))
    expect(textWidthMm('abcd', letters)).toBeLessThan(textWidthMm('字字字', letters))
  })
  it('has every word in every language', () => {
    for (const [key, text] of Object.entries(formsWords))
      for (const language of ['zh-CN', 'zh-TW', 'en'] as const)
        expect(text[language].trim(), `${key} ${language}`).not.toBe('')
  })
})

it('prints every word of words.ts somewhere, and no Chinese in English', async () => {
  const files = import.meta.glob<string>(
    ['../../shared/forms/*.ts', '../../renderer/kit/FormGrid/*.tsx', '!**/words.ts'],
    {
      query: '?raw',
      import: 'default',
    },
  )
  const code = (await Promise.all(Object.values(files).map((read) => read()))).join('')
  expect(
    Object.keys(formsWords).filter((key) => !new RegExp(`\\bw\\.${key}\\b|formsWords\\.${key}\\b`, 'u').test(code)),
  ).toEqual([])
  expect(Object.values(formsWords).filter((text) => /\p{Script=Han}/u.test(text.en))).toEqual([])
})

describe('values', () => {
  it.each([
    ['13812345678', '138 1234 5678'],
    ['138****5678', '138 **** 5678'],
    ['4000008003', '400 000 8003'],
    ['0531-8266 1207', '0531-8266 1207'],
    ['１３８', '１３８'],
  ])('writes the phone %s as %s', (raw, text) => expect(groupedPhone(raw)).toBe(text))
  it.each([
    [0, '0.00'],
    [12850, '128.50'],
    [286400000, '2,864,000.00'],
    [-5, '-0.05'],
  ])('writes %i cents as %s', (cents, text) => expect(plainMoney(cents)).toBe(text))
  it.each([
    ['2026-11-20T16:30:00.000Z', 'Asia/Shanghai', { on: '2026-11-21', at: '00:30' }],
    ['2026-11-20T16:30:00.000Z', 'UTC', { on: '2026-11-20', at: '16:30' }],
    ['2026-11-20', 'UTC', null],
    ['明天下午', 'UTC', null],
  ])('writes the instant %s in %s', (text, zone, local) => expect(localTime(text, zone)).toEqual(local))
  it('follows dotted paths through groups and lists', () => {
    expect(valueAt({ stages: [{ needs: '柜' }] }, 'stages.0.needs')).toBe('柜')
    expect(valueAt({ 'a.b': 1 }, 'a.b')).toBe(1)
    expect(valueAt({ a: null }, 'a.b.c')).toBeNull()
  })
  it.each([
    ['FW20261120-0040', 1],
    ['PG20261120-12345', 12],
  ])('a scanned page of %s finds its sheet', (number, page) =>
    expect(readPageCode(pageCode(number, page))).toEqual({ number, page }),
  )
  it.each(['', '6901234567892', 'FW2026-1', 'FW20261120-0040/2/3'])('reads no sheet from %j', (code) =>
    expect(readPageCode(code)).toBeNull(),
  )
  it('accepts records as they cross the wire, and nothing that is no value', () => {
    expect(formRecordSchema.parse(serviceRecord)).toEqual(serviceRecord)
    expect(formRecordSchema.safeParse({ a: undefined, b: () => 1 }).success).toBe(false)
  })
})
