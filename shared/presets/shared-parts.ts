import type { Week } from '../kit/calendar.ts'
import type { CallPolicy, Choice, ClockPolicy, ContactPolicy, SpokenPart } from './grammar.ts'

/** Assigned and the source answered within ten minutes (R036, C61): the editable default of every trade. */
export const assignInTenMinutes: ClockPolicy = {
  clock: 'assign',
  limitMinutes: 10,
  startsAt: 'received',
  hours: 'clock',
  rule: 'R036',
}

/** Three tries, ten minutes apart, then back to the desk (R048, R049). */
export const threeTries: ContactPolicy = { attempts: 3, gapMinutes: 10 }

/** No paper behind it: nobody lets it ring for three minutes, nobody talks for four hours. */
export const patientLine: CallPolicy = { ringMinutes: 3, talkMinutes: 240 }

/** 家用与工程设备 */
export const equipmentGroup: Choice = {
  code: 'equipment',
  text: { 'zh-CN': '家用与工程设备', 'zh-TW': '家用與工程設備', en: 'Home and plant equipment' },
}

/** 车、表、医疗、IT */
export const precisionGroup: Choice = {
  code: 'precision',
  text: { 'zh-CN': '车、表、医疗、IT', 'zh-TW': '車、錶、醫療、IT', en: 'Cars, meters, medical, IT' },
}

/** Opening: greeting, company, offer of help, in this order (R002). */
export const politeGreeting: readonly SpokenPart[] = [
  { part: 'greeting', text: { 'zh-CN': '您好', 'zh-TW': '您好', en: 'Hello' } },
  { part: 'company', text: { 'zh-CN': '{{company}}', 'zh-TW': '{{company}}', en: 'this is {{company}}' } },
  {
    part: 'offer',
    text: { 'zh-CN': '请问有什么可以帮您？', 'zh-TW': '請問有什麼可以為您服務？', en: 'how may I help you?' },
  },
]

/** Closing: thanks, good wishes, goodbye, in this order (R003). */
export const politeClosing: readonly SpokenPart[] = [
  { part: 'thanks', text: { 'zh-CN': '感谢来电', 'zh-TW': '感謝來電', en: 'Thank you for calling' } },
  { part: 'wishes', text: { 'zh-CN': '祝您工作顺利', 'zh-TW': '祝您工作順利', en: 'all the best' } },
  { part: 'goodbye', text: { 'zh-CN': '再见。', 'zh-TW': '再見。', en: 'goodbye.' } },
]

/**
 * Monday to Friday, eight hours with a lunch break (R018 names 5 × 8; the hours of the day are an editable default).
 */
export const fiveByEight: Week = (() => {
  const day = [
    { from: '08:30', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ]
  return [[], day, day, day, day, day, []]
})()

/** Every day, round the clock (R019). */
export const sevenByTwentyFour: Week = (() => {
  const day = [{ from: '00:00', to: '24:00' }]
  return [day, day, day, day, day, day, day]
})()

/** Every day from eight to six without a break. */
export const everyDayEightToSix: Week = (() => {
  const day = [{ from: '08:00', to: '18:00' }]
  return [day, day, day, day, day, day, day]
})()
