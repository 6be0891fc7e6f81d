import type { Words } from '../kit/words.ts'
import { caseEvents } from '../presets/events.ts'

/** How the steps of a case read in its customer's timeline (往来), and beside the desk's form in short. */
export const ticketsTimelineWords = {
  cancel: { 'zh-CN': '取消', 'zh-TW': '取消', en: 'Cancelled' },
  chase: { 'zh-CN': '催办', 'zh-TW': '催辦', en: 'Chased' },
  dispatch: { 'zh-CN': '派工', 'zh-TW': '派工', en: 'Dispatched' },
  entered: { 'zh-CN': '登记 {{name}}', 'zh-TW': '登記 {{name}}', en: 'by {{name}}' },
  'event.accepted': caseEvents.accepted.text,
  'event.atFactory': caseEvents.atFactory.text,
  'event.escalated': caseEvents.escalated.text,
  'event.followedUp': caseEvents.followedUp.text,
  'event.loaned': caseEvents.loaned.text,
  'event.met': caseEvents.met.text,
  'event.noted': caseEvents.noted.text,
  'event.parked': caseEvents.parked.text,
  'event.repairBegan': caseEvents.repairBegan.text,
  'event.trained': caseEvents.trained.text,
  'event.waitOver': caseEvents.waitOver.text,
  moment: { 'zh-CN': '记时间', 'zh-TW': '記時間', en: 'Time told' },
  note: { 'zh-CN': '备注', 'zh-TW': '備註', en: 'Note' },
  result: { 'zh-CN': '维修', 'zh-TW': '維修', en: 'Repair' },
  technician: { 'zh-CN': '师傅 {{name}}', 'zh-TW': '師傅 {{name}}', en: 'technician {{name}}' },
  visit: { 'zh-CN': '{{time}} 上门', 'zh-TW': '{{time}} 到府', en: 'visit {{time}}' },
  'withdrawal.moment': { 'zh-CN': '撤回记时间', 'zh-TW': '撤回記時間', en: 'Time taken back' },
  'withdrawal.result': { 'zh-CN': '撤回结果', 'zh-TW': '撤回結果', en: 'Result taken back' },
  'withdrawal.wait': { 'zh-CN': '撤回“不用等了”', 'zh-TW': '撤回「不用等了」', en: 'End of the wait taken back' },
  written: { 'zh-CN': '写的人 {{name}}', 'zh-TW': '填寫 {{name}}', en: 'by {{name}}' },
} as const satisfies Words
