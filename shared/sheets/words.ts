import type { Words } from '../kit/words.ts'
import { sheetsScreenWords } from './screen-words.ts'

/** Texts of paper forms and printing. */
export const sheetsWords = {
  ...sheetsScreenWords,
  'failure.notDispatched': {
    'zh-CN': '还没派工，没有派工单可印',
    'zh-TW': '尚未派工，沒有派工單可印',
    en: 'Not dispatched yet, there is no order to print',
  },
  'failure.paperLimit': {
    'zh-CN': '已打 {{limit}} 张不同工单的表，带完整号码的到上限了；过一会儿再打，或请主管代打',
    'zh-TW': '已印 {{limit}} 張不同工單的表，帶完整號碼的到上限了；過一會兒再印，或請主管代印',
    en: 'You have printed {{limit}} different tickets with whole numbers, which is the limit. Wait a while, or ask the supervisor.',
  },
  'failure.ticketNeeded': { 'zh-CN': '先选工单', 'zh-TW': '先選工單', en: 'Choose a ticket first' },
} as const satisfies Words
