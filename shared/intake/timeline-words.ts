import type { Words } from '../kit/words.ts'

/** How calls and lines of the register read in a customer's timeline (往来), and beside the desk's form in short. */
export const intakeTimelineWords = {
  answered: { 'zh-CN': '接听 {{name}}', 'zh-TW': '接聽 {{name}}', en: 'taken by {{name}}' },
  call: { 'zh-CN': '来电', 'zh-TW': '來電', en: 'Call' },
  callOut: { 'zh-CN': '去电', 'zh-TW': '去電', en: 'Outgoing call' },
  lost: { 'zh-CN': '没接到', 'zh-TW': '沒接到', en: 'missed' },
  register: { 'zh-CN': '报修', 'zh-TW': '報修', en: 'Repair request' },
  taken: { 'zh-CN': '受理 {{name}}', 'zh-TW': '受理 {{name}}', en: 'taken by {{name}}' },
} as const satisfies Words
