import { describe, expect, it } from 'vitest'
import { blankTrade, presetById, presets, tradesByGroup } from '../../shared/presets/catalog.ts'
import { type Policy, readPolicy } from '../../shared/presets/schema.ts'
import { fitness } from '../../shared/presets/p21-fitness.ts'
import { stoves } from '../../shared/presets/p32-stoves.ts'
import { medical } from '../../shared/presets/p34-medical.ts'
import { boldParts, span, spoken } from '../../shared/presets/sentences.ts'
import { oneMorning, tradesText, summaryRows } from '../../shared/presets/summary.ts'
import { languages } from '../../shared/kit/words.ts'
import { recordIntakeSchema } from '../../shared/intake/schema.ts'

const limit = (preset: Policy, clock: string, level?: string) =>
  preset.clocks.find((policy) => policy.clock === clock && policy.level === level)

describe('catalog', () => {
  it('holds each trade once, sorted, and knows no others', () => {
    const ids = presets.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].sort())
    expect(presetById('P32')).toBe(stoves)
    expect(presetById('P99')).toBeNull()
  })

  it('offers every trade once by group, and the blank one beside them', () => {
    const offered = tradesByGroup.flatMap((group) => group.presets.map(({ id }) => id))
    expect([blankTrade.id, ...offered].sort()).toEqual(presets.map(({ id }) => id))
    for (const { presets: trades } of tradesByGroup) expect(trades.length).toBeGreaterThan(4)
  })
})

describe.each(presets.map((preset) => [preset.id, preset] as const))('%s', (_, preset) => {
  it('R036 R038 C61 assigns within ten minutes of the report, four hours in the RMA paper', () =>
    expect(limit(preset, 'assign')).toMatchObject({
      limitMinutes: preset.id === 'P26' ? 240 : 10,
      rule: { P01: 'R036', P26: 'R038' }[preset.id] ?? 'house',
      startsAt: 'received',
    }))

  it('R048 R049 tries three times, ten minutes apart: the stove rule, elsewhere ours (R417)', () => {
    expect(preset.contact).toMatchObject({ attempts: 3, gapMinutes: 10 })
    expect(preset.contact.rule).toBe(preset.id === 'P32' ? 'R048 R049' : 'house')
  })

  it('is a document that reads back as itself', () =>
    expect(readPolicy(JSON.parse(JSON.stringify(preset)))).toEqual(preset))

  it('R002 opens with greeting, company, offer; R003 closes with thanks, wishes, goodbye', () => {
    const [opening, closing] = [preset.script.greeting, preset.script.closing].map((parts) =>
      parts.map(({ part }) => part),
    )
    // The trading paper offers no help and wishes nothing.
    const isTrading = preset.id === 'P13'
    expect(opening).toEqual(isTrading ? ['greeting', 'company'] : ['greeting', 'company', 'offer'])
    expect(closing).toEqual(isTrading ? ['thanks', 'goodbye'] : ['thanks', 'wishes', 'goodbye'])
  })

  it('R099 C01 ranks its levels 1, 2, 3 … by severity, each once', () => {
    const ranks = preset.levels.map(({ severity }) => severity).sort()
    expect(ranks).toEqual(ranks.map((__, at) => at + 1))
  })

  it('begins with a kind of case that sends somebody, as an untouched form does', () =>
    expect(preset.kinds[0].handling).toBe('dispatch'))

  it('C59 counts clock hours', () => expect(preset.clocks.every(({ hours }) => hours !== 'working')).toBe(true))

  it('names levels of its own clocks only, fields of the register only, each code and field once', () => {
    const levels = preset.levels.map(({ code }) => code)
    const kinds = preset.kinds.map(({ code }) => code)
    for (const { level, kind } of preset.clocks) {
      if (level !== undefined) expect(levels).toContain(level)
      if (kind !== undefined) expect(kinds).toContain(kind)
    }
    const fields = preset.register.map(({ field }) => field)
    expect(new Set(fields).size).toBe(fields.length)
    for (const field of fields) expect(Object.keys(recordIntakeSchema.shape)).toContain(field)
    for (const choices of [preset.faults, preset.productTypes, preset.levels, preset.forms, preset.script.steps]) {
      const codes = choices.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
    }
  })

  it('says everything in every language, with the same facts, and no Chinese in English', () => {
    const texts: Record<string, string>[] = []
    const collect = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return
      if ('zh-CN' in value) texts.push(value as Record<string, string>)
      else Object.values(value).forEach(collect)
    }
    collect(preset)
    expect(texts.length).toBeGreaterThan(30)
    for (const text of texts) {
      for (const language of languages) expect(text[language]?.trim()).toBeTruthy()
      expect(text['en']).not.toMatch(/\p{Script=Han}/u)
      const facts = languages.map((language) => text[language]!.match(/\{\{\w+\}\}/g)?.join() ?? '')
      expect(new Set(facts).size).toBe(1)
    }
  })

  it('fills every fact of the first-run page and of the morning', () => {
    const rows = summaryRows(preset, '禾炊', 24).flatMap(({ label, sentences }) => [label, ...sentences])
    const steps = oneMorning(preset).flatMap(({ time, title, note }) => [time, title, note])
    for (const text of [...rows, ...steps]) {
      for (const language of languages) expect(text[language]).toMatch(/^(?!.*(\{\{|undefined|NaN)).+$/)
    }
  })
})

describe('fitness (P21)', () => {
  it('R010 registers five things', () =>
    expect(fitness.register.filter(({ rule }) => rule === 'R010').map(({ field }) => field)).toEqual([
      'customerName',
      'address',
      'phone',
      'purchasedOn',
      'symptom',
    ]))
  it('R011 comes by telephone or letter', () =>
    expect(fitness.channels.map(({ code }) => code)).toEqual(['phone', 'letter']))
  it('R137 R139 one year from acceptance, then parts only', () =>
    expect(fitness.warranty).toMatchObject({ months: 12, startsFrom: 'accepted', afterwards: 'partsOnly' }))
  it('R168 knows four categories', () => expect(fitness.categories).toHaveLength(4))
})

describe('stoves (P32)', () => {
  it('R014 registers six things, the impact and the visit before somebody is sent', () => {
    const needed = (when: string) =>
      stoves.register.filter(({ neededFor }) => neededFor === when).map(({ field }) => field)
    expect(needed('save')).toEqual(['customerName', 'address', 'phone', 'productName', 'purchasedOn', 'symptom'])
    expect(needed('dispatch')).toEqual(['level', 'visitFromAt', 'within3h'])
  })
  it('R043 R044 C56 visits and follows up guidance within three hours', () => {
    expect(limit(stoves, 'visit')).toMatchObject({ limitMinutes: 180, startsAt: 'received', rule: 'R044' })
    expect(limit(stoves, 'guide')).toMatchObject({ limitMinutes: 180, startsAt: 'guided', rule: 'R043' })
    expect(stoves.promise?.withinMinutes).toBe(180)
  })
  it('leaves the months of warranty to the company', () => expect(stoves.warranty.months).toBeNull())
})

describe('medical devices (P34)', () => {
  it.each([
    ['R056', 'respond', 'I', 60, 'received'],
    ['R057', 'plan', 'I', 30, 'responded'],
    ['R058', 'solve', 'I', 240, 'received'],
    ['R059', 'visit', 'II', 120, 'received'],
    ['R060', 'plan', 'II', 60, 'arrived'],
    ['R061', 'solve', 'II', 480, 'received'],
  ])('%s C05 %s at level %s: %d min from %s', (rule, clock, level, limitMinutes, startsAt) =>
    expect(limit(medical, clock, level)).toMatchObject({ rule, limitMinutes, startsAt }),
  )
  it('R099 C01 level I is the worst', () =>
    expect(medical.levels.map(({ code, severity }) => [code, severity])).toEqual([
      ['I', 1],
      ['II', 2],
    ]))
  it('R018 R019 a line 5 × 8 h and a mobile line round the clock', () => {
    const hours = medical.duty.map(({ week }) =>
      week.map((day) => day.reduce((sum, { from, to }) => sum + clockHours(to) - clockHours(from), 0)),
    )
    expect(hours).toEqual([
      [0, 8, 8, 8, 8, 8, 0],
      [24, 24, 24, 24, 24, 24, 24],
    ])
  })
  it('R140 R141 three years free from acceptance, then a fee agreed first', () =>
    expect(medical.warranty).toMatchObject({ months: 36, startsFrom: 'accepted', afterwards: 'feeAgreed' }))
})

const clockHours = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60

describe('first-run page', () => {
  const said = (preset: Policy, months: number | null) =>
    Object.fromEntries(
      summaryRows(preset, '禾炊厨具', months).map(({ id, sentences }) => [id, sentences.map((text) => text['zh-CN'])]),
    )

  it('shows what stoves fill in', () =>
    expect(said(stoves, null)).toMatchObject({
      warranty: ['这一行没有统一年限', '过后按报价收费'],
      limits: ['答应上门 **3 小时**内；做不到要致歉、另约、记下客户同意', '派工 **10 分钟**内（本公司默认）'],
      contact: ['打 **3 次**不通，每次隔 **10 分钟**，交回内勤'],
      guide: ['**3 小时**内回访用得怎样'],
      register: ['单位、单位地址、电话、产品类型、购买日期、故障现象'],
      forms: ['热线记录本', '售后派工单', '领料单', '跟踪单'],
      script: ['“您好，禾炊厨具，请问您需要什么帮助？”', '“感谢来电，祝您工作顺利，再见。”（本公司默认）'],
      duty: ['热线 08:00–18:00（本公司默认）'],
      mismatch: ['师傅发现和登记不一样，**当天**报内勤改档案'],
    }))

  it('asks for the months only where the trade has none, and uses what was typed', () => {
    expect(summaryRows(stoves, '', 24)[0]).toMatchObject({ id: 'warranty', asks: 'warrantyMonths' })
    expect(said(stoves, 24)['warranty']?.[0]).toBe('整机保修 **24 个月**，从购买日期起')
    expect(summaryRows(medical, '', null)[0]?.asks).toBeNull()
    expect(said(medical, null)['warranty']?.[0]).toBe('质保期 **36 个月**，从合同验收起')
    expect(said(fitness, null)['guide']).toBeUndefined()
  })

  it.each([
    ['P32', stoves, ['10:36', '10:46 前', '13:36 前', '当天'], ['来电', '派工', '上门', '结案']],
    ['P21', fitness, ['10:36', '10:46 前', '修好后'], ['来电', '派工', '结案']],
    [
      'P34 at its worst level',
      medical,
      ['10:36', '10:46 前', '11:36 前', '12:06 前', '14:36 前', '修好后'],
      ['来电', '派工', '响应', '出方案', '修复', '结案'],
    ],
  ])('turns the settings of %s into one morning', (_, preset, times, titles) => {
    expect(oneMorning(preset).map(({ time }) => time['zh-CN'])).toEqual(times)
    expect(oneMorning(preset).map(({ title }) => title['zh-CN'])).toEqual(titles)
  })

  it('follows a changed figure', () => {
    const faster: Policy = { ...stoves, clocks: stoves.clocks.map((policy) => ({ ...policy, limitMinutes: 20 })) }
    expect(oneMorning(faster, '09:50').map(({ time }) => time.en)).toEqual([
      '09:50',
      'by 10:10',
      'by 10:10',
      'Same day',
    ])
  })

  it.each([
    [10, '10 分钟'],
    [60, '1 小时'],
    [90, '1.5 小时'],
    [100, '100 分钟'],
    [480, '8 小时'],
  ])('%d minutes are %s', (minutes, text) => expect(span(minutes)['zh-CN']).toBe(text))

  it('splits a sentence at its bold figures', () =>
    expect(boldParts('答应上门 **3 小时**内')).toEqual([
      { text: '答应上门 ', isBold: false },
      { text: '3 小时', isBold: true },
      { text: '内', isBold: false },
    ]))

  it('speaks in each language', () => {
    expect(spoken(stoves.script.greeting, 'Hechui').en).toBe('Hello, this is Hechui, what can I help you with?')
    expect(tradesText('trades.row.warranty')['zh-TW']).toBe('保固')
  })
})
