import type { FormRecord, PrintInfoInput } from '../../shared/forms/grammar.ts'

/** Trial records and prints for the tests of paper forms; every content is invented. */

export const print: PrintInfoInput = {
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  company: { name: '禾炊厨具', branch: '济南售后', hotline: '4000008003' },
  printedAt: '2026-11-20T02:38:00.000Z',
  printedBy: '周敏',
  time: 1,
  figures: { promise: '3 小时内', attempts: '3', gapMinutes: '10' },
  options: {
    customerCategory: [
      { value: 'general', text: '一般用户' },
      { value: 'special', text: '特殊用户' },
      { value: 'group', text: '集团用户' },
      { value: 'newProduct', text: '新产品用户' },
    ],
    channel: [
      { value: 'phone', text: '电话' },
      { value: 'walkIn', text: '来访' },
    ],
    faultLevel: [
      { value: 'works', text: '照常用' },
      { value: 'partly', text: '少一眼' },
      { value: 'stopped', text: '停伙' },
    ],
  },
}

/** The same sheet printed once more: 补打. */
export const printAgain: PrintInfoInput = { ...print, time: 2 }

const parts = [
  { name: '先导火管 XD-80', quantity: 1, unitPriceCents: 0 },
  { name: '比例阀 BL-2', quantity: 1, unitPriceCents: 12850 },
]
const attempts = [
  { at: '2026-11-20T03:05:00.000Z', result: 'noAnswer' },
  { at: '2026-11-20T03:15:00.000Z', result: 'noAnswer' },
  { at: '2026-11-20T03:26:00.000Z', result: 'reached' },
]
const sign = (name: string) => ({ name, at: '2026-11-20T05:40:00.000Z' })

/** F01 with everything in it. */
export const serviceRecord: FormRecord = {
  serviceNo: 'FW20261120-0040',
  receivedAt: '2026-11-20T02:36:00.000Z',
  channel: 'phone',
  operatorName: '周敏 018',
  customerName: '青禾路小学食堂',
  contactName: '赵桂兰 管理员',
  phone: '13812345678',
  address: '济南市槐荫区青禾路 88 号后勤楼一层',
  customerCategory: 'group',
  productName: '双眼大锅灶',
  model: 'HC-D80',
  serialNo: 'DG2503-0417',
  purchasedOn: '2025-03-18',
  invoiceNo: '04417722',
  warrantyState: 'free',
  warrantyUntilOn: '2027-03-17',
  symptom: '左边灶眼有火花但点不着，右边正常，没有燃气味。11-14 换过点火器，11-20 早上又点不着。',
  causeAndParts: '先导火管堵或比例阀卡滞；带先导火管 XD-80、比例阀 BL-2、点火器 DH-3 各 1',
  faultLevel: 'partly',
  sameFaultCount: 3,
  dispatchedAt: '2026-11-20T02:38:00.000Z',
  technicianName: '李志强',
  appointmentAt: '2026-11-20T04:30:00.000Z',
  appointmentEndAt: '2026-11-20T05:30:00.000Z',
  contactAttempts: attempts,
  arrivedAt: '2026-11-20T04:41:00.000Z',
  finishedAt: '2026-11-20T05:40:00.000Z',
  result: '先导火管积碳堵塞，已更换；比例阀行程偏小，更换后试火 20 次全部一次点着，查漏合格。',
  partsUsed: parts,
  outcome: 'solved',
  chargeCents: 0,
  receipt: 'none',
  followups: [{ on: '2026-11-23', result: '使用正常，三天未再熄火' }],
  customerOpinion: '来得快，讲得清楚，希望开学前统一检修一次。',
  satisfaction: 'verySatisfied',
  customerSign: sign('赵桂兰'),
  technicianSign: sign('李志强'),
  supervisorSign: sign('葛雯'),
}

/** F11 with everything in it. */
export const dispatchRecord: FormRecord = {
  dispatchNo: 'PG20261120-0041',
  dispatchedAt: '2026-11-20T02:38:00.000Z',
  dispatcherName: '葛雯',
  customerName: '赵桂兰（食堂管理员）',
  address: '青禾路小学食堂　槐荫区青禾路 88 号后勤楼一层',
  phone: '13812345678',
  bestTime: '14:00–16:30',
  productType: '双眼大锅灶 HC-D80',
  purchasedOn: '2025-03-18',
  warrantyState: 'free',
  symptom: '左眼有火花点不着，右眼正常，无燃气味。11-14 换过点火器，同一故障第 3 次；就餐时间走北门，中午 420 人开饭。',
  cause: '先导火管堵或比例阀卡滞',
  measure: '查气阀全开，清火管，试阀',
  parts: [
    { name: '先导火管 XD-80', quantity: 1 },
    { name: '点火器 DH-3', quantity: 1 },
    { name: '比例阀 BL-2', quantity: 1 },
  ],
  technicianName: '李志强',
  technicianLoad: 3,
  appointmentAt: '2026-11-20T04:30:00.000Z',
  appointmentEndAt: '2026-11-20T05:30:00.000Z',
  withinThreeHours: 'yes',
  contactAttempts: attempts,
  fedBackAt: null,
  result: '先导火管积碳堵塞，已更换；比例阀行程偏小，更换后试火 20 次全部一次点着，查漏合格。',
  partsUsed: parts,
  chargeCents: 12850,
  technicianSign: sign('李志强'),
  customerSign: sign('赵桂兰'),
}

const many = (count: number, text: string): string => text.repeat(Math.ceil(count / text.length)).slice(0, count)
const twelveParts = Array.from({ length: 12 }, (_, index) => ({
  name: `燃气比例阀总成（带压力传感器）BL-${index}𠮷`,
  quantity: index + 1,
  unitPriceCents: 123456 * (index + 1),
}))

/** Records that try to break out of their cells; each is laid over both samples. */
export const hostile: Readonly<Record<string, FormRecord>> = {
  '40-character customer': {
    customerName: many(40, '济南市槐荫区青禾路小学后勤服务有限责任公司第一食堂'),
    contactName: many(30, '欧阳'),
  },
  '600-character symptom': { symptom: many(600, '左眼有火花，点不着“右眼”正常；无燃气味。') },
  '3,000-character result': { result: many(3000, '更换先导火管，清理积碳（第 2 次），试火 20 次 OK。') },
  '12 parts': { partsUsed: twelveParts, parts: twelveParts },
  'English without spaces': {
    customerName: many(80, 'Extraordinarylongcompanyname'),
    address: many(160, 'WWWMMMlocality'),
    symptom: many(600, 'burnerdoesnotignite'),
    result: many(300, 'WWWWWWWWWW'),
    cause: many(120, 'blockedpilottube'),
    serialNo: many(60, 'SN-000-ABC/'),
    technicianName: many(40, 'Maximilian'),
  },
  'rare characters': { customerName: '𠮷野家𠮷𠮷', operatorName: '㐂𪚥龘', symptom: many(120, '𠮷龘䶮㐂😀') },
  'full-width digits': {
    phone: '１３８１２３４５６７８',
    serialNo: many(24, '０１２３４５'),
    address: many(90, '８８号—'),
  },
  'line breaks and signs': {
    symptom: '一\n二\r\n三\n\n四，，，，，，，，。。。。（（（（“”“”',
    result: many(400, '，。；'),
  },
  'many calls': {
    contactAttempts: Array.from({ length: 7 }, (_, index) => ({
      at: `2026-11-${20 + index}T03:0${index}:00.000Z`,
      result: index % 2 ? 'reached' : 'busy',
      note: '机主说明天再打',
    })),
  },
  'long names': {
    technicianSign: { name: many(60, '李志强'), at: '2026-11-20T05:40:00.000Z' },
    customerSign: { name: many(60, 'Maximiliane '), at: '2026-11-20T05:40:00.000Z' },
    dispatcherName: many(40, '葛雯'),
    faultLevel: 'somethingElse',
    productType: many(90, '双眼大锅灶 HC-D80 '),
    model: many(60, 'HC-D80/'),
  },
}
