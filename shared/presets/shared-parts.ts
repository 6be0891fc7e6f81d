import type { Week } from '../kit/calendar.ts'
import type { CaseEvent } from './events.ts'
import type {
  CallPolicy,
  CaseKind,
  Choice,
  ClockPolicy,
  ContactPolicy,
  NumberedThing,
  Policy,
  SpokenPart,
} from './schema.ts'
import { presetsWords } from './words.ts'

/** The number stands in the trade's own paper. */
export const paper: ClockPolicy['source'] = { from: 'paper' }

/** The number is ours; the company may make it its own. */
export const own: ClockPolicy['source'] = { from: 'own' }

/** The number is taken over from another trade's paper: `fromTrade('P01')`. */
export const fromTrade = (trade: string): ClockPolicy['source'] => ({ from: 'trade', trade })

type Frame = Pick<ClockPolicy, 'clock' | 'text' | 'startsAt' | 'endsAt' | 'hours'>
const frame = (
  clock: string,
  text: ClockPolicy['text'],
  [startsAt, endsAt]: readonly [from: CaseEvent, until: CaseEvent],
  hours: Frame['hours'] = 'clock',
): Frame => ({ clock, text, startsAt, endsAt, hours })

/** What usually runs, with its usual start. A trade adds the limit, its rule and source, and says what differs. */
export const limit = {
  /** 派工 */
  assign: frame('assign', presetsWords['clock.assign'], ['received', 'assigned']),
  /** 响应 */
  respond: frame('respond', presetsWords['clock.respond'], ['received', 'responded']),
  /** 上门 */
  visit: frame('visit', presetsWords['clock.visit'], ['received', 'arrived']),
  /** 出方案 */
  plan: frame('plan', presetsWords['clock.plan'], ['responded', 'planned']),
  /** 修复 */
  solve: frame('solve', presetsWords['clock.solve'], ['received', 'finished']),
  /** 电话指导后回访 */
  guide: frame('guide', presetsWords['clock.guide'], ['guided', 'followedUp']),
  /** 资料不符报内勤 */
  mismatch: frame('mismatch', presetsWords['clock.mismatch'], ['found', 'corrected'], 'days'),
  /** 修后回访 */
  followUp: frame('followUp', presetsWords['clock.followUp'], ['finished', 'followedUp'], 'days'),
} as const

/**
 * Assigned and the source answered within ten minutes (C61): the HVAC paper's number (R036), in every other trade a default
 * of the house (R417).
 */
export const assignInTenMinutes: ClockPolicy = {
  ...limit.assign,
  limitMinutes: 10,
  rule: 'house',
  source: fromTrade('P01'),
}

/** Facts that differ from the register are put right the same day: the stove paper's rule (R051), elsewhere a default of the house (R417). */
const mismatchSameDay: ClockPolicy = {
  ...limit.mismatch,
  limitMinutes: 0,
  rule: 'house',
  source: fromTrade('P32'),
}

/** How long a case may wait where nobody named a day; no paper says, so that none waits unseen. */
const wait = (clock: string, text: ClockPolicy['text'], startsAt: CaseEvent, days: number): ClockPolicy => ({
  ...frame(clock, text, [startsAt, 'waitOver']),
  ...{ limitMinutes: days * 1440, rule: 'house', source: own },
})

/** Limits of every trade that no paper of its own has, by their codes. */
export const houseLimits: readonly ClockPolicy[] = [
  mismatchSameDay,
  wait('part', presetsWords['clock.part'], 'waitForPart', 3),
  wait('factory', presetsWords['clock.factory'], 'waitForMaker', 7),
  wait('customer', presetsWords['clock.customer'], 'waitForCustomer', 1),
  wait('wait', presetsWords['clock.wait'], 'waitForOther', 1),
]

/** Three tries, ten minutes apart, then back to the desk: the stove paper's rule (R048, R049). */
export const threeTries: ContactPolicy = { attempts: 3, gapMinutes: 10, rule: 'R048 R049' }

/** The same figures where a trade's paper says nothing of it (R417). */
export const threeTriesOfOurs: ContactPolicy = { ...threeTries, rule: 'house' }

/** No paper behind it: picked up in twenty seconds; nobody lets it ring for three minutes, nobody talks for four hours. */
export const patientLine: CallPolicy = { answerSeconds: 20, ringMinutes: 3, talkMinutes: 240, rule: 'house' }

/** 受理方式, by code. */
export const channel = {
  phone: { code: 'phone', text: presetsWords['channel.phone'] },
  letter: { code: 'letter', text: presetsWords['channel.letter'] },
  fax: { code: 'fax', text: presetsWords['channel.fax'] },
  email: { code: 'email', text: presetsWords['channel.email'] },
  written: { code: 'written', text: presetsWords['channel.written'] },
  walkIn: { code: 'walkIn', text: presetsWords['channel.walkIn'] },
  line400: { code: 'line400', text: presetsWords['channel.line400'] },
} as const satisfies Record<string, Choice>

/** 报修: what every desk that repairs takes down. */
export const repairCase: CaseKind = {
  code: 'repair',
  text: { 'zh-CN': '报修', 'zh-TW': '報修', en: 'Repair' },
  handling: 'dispatch',
}

/** 一般, 特殊, 集团, 新产品: the list of the fitness paper (R168), elsewhere a default of the house (R417). */
export const fourCategories: readonly Choice[] = [
  { code: 'general', text: { 'zh-CN': '一般用户', 'zh-TW': '一般用戶', en: 'General' } },
  { code: 'special', text: { 'zh-CN': '特殊用户', 'zh-TW': '特殊用戶', en: 'Special' } },
  { code: 'group', text: { 'zh-CN': '集团用户', 'zh-TW': '集團用戶', en: 'Group' } },
  { code: 'newProduct', text: { 'zh-CN': '新产品用户', 'zh-TW': '新產品用戶', en: 'New product' } },
]

/** Number schemes a new company starts with (R353). */
export const firstNumbers: Record<NumberedThing, string> = {
  register: 'DJ{yyyy}{MM}{dd}-{seq:4}',
  ticket: 'GD{yyyy}{MM}{dd}-{seq:4}',
  dispatch: 'PG{yyyy}{MM}{dd}-{seq:4}',
  sheet: 'FW{yyyy}{MM}{dd}-{seq:4}',
  customer: 'KH-{seq:6}',
  archive: 'DA{yyyy}-{seq:5}',
}

/** 家用与工程设备 */
export const equipmentGroup: Choice = {
  code: 'equipment',
  text: { 'zh-CN': '家用与工程设备', 'zh-TW': '家用與工程設備', en: 'Home and plant equipment' },
}

/** 家居与房产 */
export const homeGroup: Choice = {
  code: 'home',
  text: { 'zh-CN': '家居与房产', 'zh-TW': '家居與房產', en: 'Home and property' },
}

/** 车、表、医疗、IT */
export const precisionGroup: Choice = {
  code: 'precision',
  text: { 'zh-CN': '车、表、医疗、IT', 'zh-TW': '車、錶、醫療、IT', en: 'Cars, watches, medical, IT' },
}

/** 工程与系统 */
export const worksGroup: Choice = {
  code: 'works',
  text: { 'zh-CN': '工程与系统', 'zh-TW': '工程與系統', en: 'Works and systems' },
}

/** 贸易与服务 */
export const tradeGroup: Choice = {
  code: 'service',
  text: { 'zh-CN': '贸易与服务', 'zh-TW': '貿易與服務', en: 'Trade and service' },
}

/** Opening: greeting, company, offer of help, in this order (R002). The words are ours. */
export const politeGreeting: readonly SpokenPart[] = [
  { part: 'greeting', text: { 'zh-CN': '您好', 'zh-TW': '您好', en: 'Hello' } },
  { part: 'company', text: { 'zh-CN': '{{company}}', 'zh-TW': '{{company}}', en: 'this is {{company}}' } },
  {
    part: 'offer',
    text: { 'zh-CN': '请问有什么可以帮您？', 'zh-TW': '請問有什麼可以為您服務？', en: 'how may I help you?' },
  },
]

/** Closing: thanks, good wishes, goodbye, in this order (R003). The words are ours. */
export const politeClosing: readonly SpokenPart[] = [
  { part: 'thanks', text: { 'zh-CN': '感谢来电', 'zh-TW': '感謝來電', en: 'Thank you for calling' } },
  { part: 'wishes', text: { 'zh-CN': '祝您工作顺利', 'zh-TW': '祝您工作順利', en: 'all the best' } },
  { part: 'goodbye', text: { 'zh-CN': '再见。', 'zh-TW': '再見。', en: 'goodbye.' } },
]

/** The step every script ends with. */
export const sayGoodbye: Policy['script']['steps'][number] = {
  code: 'close',
  text: {
    'zh-CN': '道别：感谢来电，祝您工作顺利，再见',
    'zh-TW': '道別：感謝來電，祝您工作順利，再見',
    en: 'Close: thanks, good wishes, goodbye',
  },
}

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

/** Monday to Friday nine to six (R025). Saturday is not stated there, and closed (C32). */
export const nineToSixWeekdays: Week = (() => {
  const day = [{ from: '09:00', to: '18:00' }]
  return [[], day, day, day, day, day, []]
})()
