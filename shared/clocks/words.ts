import type { Words } from '../kit/words.ts'

/** Texts of the ledger of time. */
export const clocksWords = {
  'failure.beforeStart': {
    'zh-CN': '不能早于开始计时的时间',
    'zh-TW': '不能早於開始計時的時間',
    en: 'Not before its time began to count',
  },
} as const satisfies Words
