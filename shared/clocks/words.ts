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
    'zh-CN': '后来这单的时限又动过：能撤回的先撤回那一步，不能的请用“记一句”写明',
    'zh-TW': '後來這單的時限又動過：能撤回的先撤回那一步，不能的請用「備註」寫明',
    en: 'Its limits were moved since: take the later step back first; where that cannot be, say so in a note',
  },
} as const satisfies Words
