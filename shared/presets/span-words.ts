import type { Words } from '../kit/words.ts'

/** Words of a limit, by themselves: the first screen says limits and nothing else of what trades share. */
export const spanWords = {
  'span.days': { 'zh-CN': '{{n}} 天', 'zh-TW': '{{n}} 天', en: '{{n}} d' },
  'span.sameDay': { 'zh-CN': '当天', 'zh-TW': '當天', en: 'the same day' },
  'span.workingDays': { 'zh-CN': '{{n}} 个工作日', 'zh-TW': '{{n}} 個工作日', en: '{{n}} working days' },
  'span.minutes': { 'zh-CN': '{{n}} 分钟', 'zh-TW': '{{n}} 分鐘', en: '{{n}} min' },
  'span.hours': { 'zh-CN': '{{n}} 小时', 'zh-TW': '{{n}} 小時', en: '{{n}} h' },
} as const satisfies Words
