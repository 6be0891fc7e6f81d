import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memberGaps, newMemberDraft } from '../../renderer/admin/member-draft.ts'
import { draftGaps, inputOf, newDraft } from '../../renderer/customers/customer-draft.ts'
import { emptyPart, partProblems } from '../../renderer/tickets/money-field.ts'
import { missingFields } from '../../shared/intake/rules.ts'
import { plainCell, plainText } from '../../shared/customers/import-cells.ts'
import { askedText } from '../../shared/kit/asked-text.ts'
import { filledLineSchema, lineSchema, longTextSchema } from '../../shared/kit/fields.ts'
import { saysNothing, seenText } from '../../shared/kit/seen-text.ts'
import { choiceSchema, codeSchema } from '../../shared/presets/schema.ts'
import { loginSchema } from '../../shared/admin/schema.ts'

/** Alone they show nothing. */
const silent = [
  ...['', ' ', '\t\n', '\u00a0\u3000', '\u0000', '\u0007\u0085', '\u2028'],
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u17b4', '\u180b', '\u180e', '\u180f'],
  ...['\u061c', '\u200e', '\u200f', '\u202a\u202c', '\u202e', '\u2066\u2069', '\u206a', '\ufff9\ufffb', '\ud800'],
  ...['\u2800', '\u3164', '\u115f\u1160', '\uffa0', '\ufe0f', '\u{e0100}', '\u0301', '\u20e3', '\u{e0041}\u{e007f}'],
  ...['\u{1d159}', '\ufffc', ' \u3164 \u200d\u0301 '],
]
/** In a text they are taken out. */
const between = silent.filter((text) => !/[\s\u0085\u2800\u0301\u20e3\u{1d159}\ufffc]/u.test(text) && text !== '')

describe('a text (house)', () => {
  it.each(silent.map((text) => [JSON.stringify(text), text]))('%s says nothing', (_shown, text) => {
    expect([saysNothing(text), seenText(text)]).toEqual([true, ''])
    expect(lineSchema().parse(text)).toBe('')
    expect(longTextSchema().parse(text)).toBe('')
    expect(filledLineSchema().safeParse(text).success).toBe(false)
    expect(plainCell(text)).toBe('')
    expect(plainText(text)).toBe('')
    const asked = ['customerName', 'productName', 'symptom', 'address'] as const
    const register = asked.map((field) => ({ field, neededFor: 'save' as const }))
    const draft = Object.fromEntries(asked.map((field) => [field, text]))
    expect(missingFields(draft, { register: register as never })).toEqual(asked)
    expect(askedText(text)).toBe('')
  })

  it.each(silent.map((text) => [JSON.stringify(text), text]))('no form takes %s for what it asks', (_shown, text) => {
    const draft = { ...newDraft('c', 'p', 'n'), name: text }
    expect(Object.keys(draftGaps(draft, {}))).toEqual(['name'])
    const row = { id: 'n', raw: text, note: '', personId: null, isKept: false } as never
    expect(inputOf({ ...draft, phones: [row] }, undefined).phones).toEqual([])
    expect(memberGaps({ ...newMemberDraft('m'), name: text })).toHaveProperty('name')
    expect(partProblems({ ...emptyPart, name: text })).toEqual(['name'])
  })

  it.each(between.map((text) => [JSON.stringify(text), text]))('drops %s between what is seen', (_shown, sign) => {
    const typed = `张${sign}三 a${sign}`
    for (const kept of [seenText(typed), lineSchema().parse(typed), longTextSchema().parse(typed), plainCell(typed)])
      expect(kept).toBe('张三 a')
    const { text } = choiceSchema.parse({ code: 'a', text: { 'zh-CN': typed, 'zh-TW': `${sign}灶`, en: sign } })
    expect(text).toEqual({ 'zh-CN': '张三 a', 'zh-TW': '灶', en: '—' })
    expect(askedText(typed)).toBe('张三 a')
    expect(codeSchema.safeParse(`a${sign}`).success || loginSchema.safeParse(`张三${sign}`).success).toBe(false)
  })

  it.each([
    ['赵\u2028七', '赵\n七'],
    ['钱\u0085八\v九', '钱\n八\n九'],
    ['\u0301张 \u0301三', '张 三'], // an accent without a letter would stand on what is before the text
    ['e\u0301', 'e\u0301'],
    ['a\u2800b', 'a\u2800b'],
    ['\ue863', '\ue863'], // a rare name in the office's own font
    [
      '👩\u200d🔧 ❤\ufe0f\u200d🔥 👍🏽 ☎\ufe0e 1\ufe0f\u20e3 🇨🇳',
      '👩\u200d🔧 ❤\ufe0f\u200d🔥 👍🏽 ☎\ufe0e 1\ufe0f\u20e3 🇨🇳',
    ],
    [
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
      '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    ],
    ['🏴\u{e0067}\u{e0062}', '🏴'],
    ['👩\u200d三\u200d🔧\ufe0f\ufe0f1\ufe0f', '👩三🔧\ufe0f1'],
  ])('%j is seen as %j', (typed, kept) => expect(seenText(typed)).toBe(kept))

  const pieces = fc.constantFrom(
    ...silent,
    '张',
    'é',
    'e\u0301',
    '1',
    '👩',
    '🔧',
    '❤',
    '🏽',
    '🏴',
    '#',
    '\r\n',
    'ไม่',
    'אב',
  )
  const odd = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''))

  it('is the same when it is cleaned again, never longer, and holds nothing unseen', () => {
    fc.assert(
      fc.property(odd, (typed) => {
        const kept = seenText(typed)
        expect(seenText(kept)).toBe(kept)
        expect(kept.length).toBeLessThanOrEqual(typed.length)
        expect(saysNothing(kept)).toBe(kept === '')
        expect(kept).not.toMatch(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u3164]/u)
      }),
      { numRuns: 2000 },
    )
  })

  const emoji = fc.constantFrom('👍', '👩\u200d🔧', '❤\ufe0f', '👨\u200d👩\u200d👧', '🏳\ufe0f\u200d🌈', '1\ufe0f\u20e3')
  const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code))
  const latin = fc.integer({ min: 0x21, max: 0x17f }).filter((code) => code < 0x7f || code > 0xad)
  const ordinary = fc.oneof(
    emoji,
    han,
    latin.map((code) => String.fromCodePoint(code)),
    fc.constantFrom('，', '。', '\u{20000}', ' ', '\n'),
  )

  it('of ordinary signs stays as it is', () => {
    fc.assert(
      fc.property(fc.array(ordinary), (parts) => {
        const text = parts.join('')
        expect(seenText(text)).toBe(saysNothing(text) ? '' : text)
      }),
    )
  })
})
