import type { Words } from '../kit/words.ts'

/** How often a role may open, look up and print whole numbers. Part of `adminWords`. */
export const adminQuotaWords = {
  'action.admin.saveQuotas': { 'zh-CN': '改次数上限', 'zh-TW': '改次數上限', en: 'Changed how often' },
  'detail.quota.lookUp': { 'zh-CN': '查号', 'zh-TW': '查號', en: 'numbers looked up' },
  'detail.quota.paper': { 'zh-CN': '带整号的单', 'zh-TW': '帶整號的單', en: 'papers with the whole number' },
  'detail.quota.reveal': { 'zh-CN': '核对号码', 'zh-TW': '核對號碼', en: 'numbers opened' },
  'failure.quotasChanged': {
    'zh-CN': '别人刚改过次数上限；您填的还在，对照后再存',
    'zh-TW': '別人剛改過次數上限；您填的還在，對照後再存',
    en: 'Someone has just changed these figures; what you typed is still here, compare and save again',
  },
  'quota.changes': { 'zh-CN': '改了 {{count}} 处', 'zh-TW': '改了 {{count}} 處', en: '{{count}} changed' },
  'quota.discard': { 'zh-CN': '不改了', 'zh-TW': '不改了', en: 'Leave them' },
  'quota.house': { 'zh-CN': '都用原定的', 'zh-TW': '都用原定的', en: 'Back to the usual figures' },
  'quota.lead': {
    'zh-CN': '各角色能看、能查、能打整号的次数。这些数没有规定写过，是我们定的，可以改；满了会拒绝，并记在审计里。',
    'zh-TW': '各角色能看、能查、能印整號的次數。這些數沒有規定寫過，是我們定的，可以改；滿了會拒絕，並記在稽核裡。',
    en: 'How often each role may open, look up and print whole numbers. No rule gives these figures, they are ours and yours to change; past them it is refused, and stands in the audit.',
  },
  'quota.lookUp': {
    'zh-CN': '查号：问一个号码是谁的',
    'zh-TW': '查號：問一個號碼是誰的',
    en: 'Look up whose a number is',
  },
  'quota.odd': {
    'zh-CN': '{{role}}：写整数，一小时的不能多过一天的',
    'zh-TW': '{{role}}：寫整數，一小時的不能多過一天的',
    en: '{{role}}: whole figures, and no more in an hour than in a day',
  },
  'quota.paper': { 'zh-CN': '打带整号的单', 'zh-TW': '印帶整號的單', en: 'Print papers with the whole number' },
  'quota.perDay': { 'zh-CN': '一天', 'zh-TW': '一天', en: 'a day' },
  'quota.perHour': { 'zh-CN': '一小时', 'zh-TW': '一小時', en: 'an hour' },
  'quota.reveal': { 'zh-CN': '核对号码和地址', 'zh-TW': '核對號碼和地址', en: 'Open numbers and addresses' },
  'quota.save': { 'zh-CN': '存次数上限', 'zh-TW': '存次數上限', en: 'Save these figures' },
  'quota.times': { 'zh-CN': '最多几次', 'zh-TW': '最多幾次', en: 'At most' },
  'quota.title': { 'zh-CN': '次数上限', 'zh-TW': '次數上限', en: 'How often' },
} as const satisfies Words
