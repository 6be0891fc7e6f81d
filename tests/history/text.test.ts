import { describe, expect, it } from 'vitest'
import { valueText } from '../../renderer/history/history-text.ts'
import { noneKnown } from '../../shared/presets/offered.ts'

const named = (code: string, text: string) => ({
  code,
  text: { 'zh-CN': text, 'zh-TW': `${text}（繁）`, en: `${text} (en)` },
})
const known = {
  ...noneKnown,
  faults: [named('noFire', '打不着火')],
  levels: [named('I', 'I 级')],
  beforeLeaving: [named('uniform', '工装'), named('toolBox', '工具箱')],
}

describe('a code of the policies in a history', () => {
  it.each([
    ['faults', 'noFire', 'zh-CN', '打不着火'],
    ['levels', 'I', 'zh-TW', 'I 级（繁）'],
    ['levels', 'gone', 'zh-CN', 'gone'], // nobody ever named it
    ['beforeLeaving', 'uniform toolBox', 'zh-CN', '工装和工具箱'],
    ['beforeLeaving', 'uniform toolBox', 'en', '工装 (en) and 工具箱 (en)'],
    ['beforeLeaving', '', 'en', ''],
    ['levels', null, 'en', null],
  ] as const)('%s %j reads in %s as %j', (as, value, language, text) =>
    expect(valueText({ as }, value, { t: ((key: string) => key) as never, language, nowAt: '', known })).toBe(text),
  )
})
