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
  'failure.ticketNeeded': { 'zh-CN': '先选工单', 'zh-TW': '先選工單', en: 'Choose a ticket first' },
} as const satisfies Words
