import type { Words } from '../kit/words.ts'

/** Texts of the ledger of time. */
export const clocksWords = {
  'failure.beforeStart': {
    'zh-CN': '不能早于开始计时的时间',
    'zh-TW': '不能早於開始計時的時間',
    en: 'Not before its time began to count',
  },
  'failure.beforeSteps': {
    'zh-CN': '这是升级以前记的，撤不回来',
    'zh-TW': '這是升級以前記的，撤不回來',
    en: 'Noted by an earlier release: it cannot be taken back',
  },
  'failure.movedSince': {
    'zh-CN': '后来这单的时限又动过，先撤回后面那一步',
    'zh-TW': '後來這單的時限又動過，先撤回後面那一步',
    en: 'Its limits were moved since: take the later step back first',
  },
} as const satisfies Words
