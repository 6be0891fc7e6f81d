import { describe, expect, it } from 'vitest'
import { filledLineSchema, lineSchema, longTextSchema } from '../../shared/kit/fields.ts'

describe('a typed text (house)', () => {
  it.each([
    ['张\u202e三', '张三'], // turns what stands behind it around, on paper too
    ['\u2066齐鲁\u2069有限公司', '齐鲁有限公司'],
    ['李\u200b桂\ufeff兰', '李桂兰'],
    ['a\u0000b\u0007', 'ab'], // PostgreSQL stores no such sign
    ['张\u2028三\t李', '张 三 李'],
    ['\u202e ', ''],
    ['👩\u200d🔧 师傅', '👩\u200d🔧 师傅'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%j is the line %j', (typed, kept) => expect(lineSchema().parse(typed)).toBe(kept))

  it.each(['', ' \u200b', '\u202e\u00ad', '\u3164', '\u2800\u2800', '\u0000'])('%j is no filled line', (typed) =>
    expect(filledLineSchema().safeParse(typed).success).toBe(false),
  )

  it('of several lines keeps its lines', () =>
    expect(longTextSchema().parse('走\u202e北门\r\n\t有狗\u0000\n')).toBe('走北门\r\n\t有狗'))
})
