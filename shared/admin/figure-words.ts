import type { Words } from '../kit/words.ts'

/** Texts of the single figures, the warranty and the small choices of the settings. */
export const adminFigureWords = {
  'firstRun.areaCodeOdd': {
    'zh-CN': '区号写成 0531 这样，可先空着',
    'zh-TW': '區號寫成 0531 這樣，可先空著',
    en: 'An area code is written as 0531; it may stay empty',
  },
  'policy.about': { 'zh-CN': '问的是', 'zh-TW': '問的是', en: 'Asks for' },
  'policy.afterwards': { 'zh-CN': '期满以后', 'zh-TW': '期滿以後', en: 'Afterwards' },
  'policy.afterwards.asQuoted': { 'zh-CN': '按报价', 'zh-TW': '按報價', en: 'As quoted' },
  'policy.afterwards.feeAgreed': { 'zh-CN': '费用商定', 'zh-TW': '費用商定', en: 'Fee agreed' },
  'policy.afterwards.partsOnly': { 'zh-CN': '只收配件费', 'zh-TW': '只收零件費', en: 'Parts only' },
  'policy.exclusion': { 'zh-CN': '不保的情形', 'zh-TW': '不保的情形', en: 'Not covered' },
  'policy.exclusions': { 'zh-CN': '不保的', 'zh-TW': '不保的', en: 'Exclusions' },
  'policy.fallback': { 'zh-CN': '不知道那天时', 'zh-TW': '不知道那天時', en: 'Where that day is unknown' },
  'policy.fallback.none': { 'zh-CN': '不推算', 'zh-TW': '不推算', en: 'None' },
  'policy.freeName': { 'zh-CN': '免费期叫法', 'zh-TW': '免費期叫法', en: 'Free stage is called' },
  'policy.handling': { 'zh-CN': '先怎么办', 'zh-TW': '先怎麼辦', en: 'Begins with' },
  'policy.handling.dispatch': { 'zh-CN': '派人上门', 'zh-TW': '派人到府', en: 'A visit' },
  'policy.handling.guidance': { 'zh-CN': '电话指导', 'zh-TW': '電話指導', en: 'Guidance by phone' },
  'policy.meaning': { 'zh-CN': '什么情形算', 'zh-TW': '什麼情形算', en: 'Meaning' },
  'policy.paidName': { 'zh-CN': '收费期叫法', 'zh-TW': '收費期叫法', en: 'Paid stage is called' },
  'policy.running.added': {
    'zh-CN': '新加的时限：下次发生起算的事时才开始计',
    'zh-TW': '新加的時限：下次發生起算的事時才開始計',
    en: 'A limit added begins when next happens what it counts from',
  },
  'policy.usual': {
    'zh-CN': '没约好几点结束，上门按几分钟算',
    'zh-TW': '沒約好幾點結束，到府按幾分鐘算',
    en: 'A visit without an end lasts (min)',
  },
  'policy.lead': { 'zh-CN': '最快几分钟后能到', 'zh-TW': '最快幾分鐘後能到', en: 'Soonest somebody is there (min)' },
  'policy.soon': { 'zh-CN': '到期前几分钟算快到期', 'zh-TW': '到期前幾分鐘算快到期', en: 'Due soon within (min)' },
  'policy.talk': { 'zh-CN': '通话几分钟算挂断', 'zh-TW': '通話幾分鐘算掛斷', en: 'Over after talking (min)' },
} as const satisfies Words
