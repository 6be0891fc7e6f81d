import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, precisionGroup } from './shared-parts.ts'
import { kinds, trade } from './trade.ts'

/** 钟表维修 (003-A, 003-H, 003-M). */
export const watches = trade({
  id: 'P22',
  name: ['钟表维修', '鐘錶維修', 'Watch service'],
  hint: ['每年测防水，4–5 年保养', '每年測防水，4–5 年保養', 'Water test yearly, service in 4–5 years'],
  group: precisionGroup,
  guessWords: [
    '钟表',
    '鐘錶',
    '手表',
    '手錶',
    '名表',
    '名錶',
    '腕表',
    '腕錶',
    '表行',
    '錶行',
    'watch',
    'clock',
    'horology',
  ],
  register: [
    ask('customerName', 'customer', 'house', ['请问您贵姓？', '請問您貴姓？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '修好了打哪个电话通知您？',
      '修好了打哪個電話通知您？',
      'Which number shall we call when it is ready?',
    ]),
    ask('productName', 'watch', 'house', [
      '是什么牌子、什么型号？',
      '是什麼品牌、什麼型號？',
      'Which brand and model is it?',
    ]),
    askIfKnown('serialNo', 'serialNo', 'house', [
      '表底的编号看得清吗？',
      '錶背的編號看得清楚嗎？',
      'Can you read the number on the back?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '是走得不准、停了，还是进水了？',
      '是走得不準、停了，還是進水了？',
      'Inaccurate, stopped, or water inside?',
    ]),
    askIfKnown('purchasedOn', 'purchasedOn', 'house', [
      '什么时候买的？保修卡在吗？',
      '什麼時候買的？保證卡還在嗎？',
      'When was it bought? Is the warranty card there?',
    ]),
    askBeforeSending('visitFromAt', 'booking', 'R160', [
      '您预约哪天送来？预约成功打九折。',
      '您預約哪天送來？預約成功打九折。',
      'Which day will you bring it? Booked visits are 10 % off.',
    ]),
  ],
  channels: [channel.phone, channel.walkIn, channel.email],
  kinds: kinds(
    {
      repair: ['维修', '維修', 'Repair'],
      booking: ['预约到店', '預約到店', 'Appointment', 'R160'],
      care: ['保养、测防水', '保養、測防水', 'Service, water test', 'R204'],
    },
    ['booking'],
  ),
  find: [
    '问清：机械还是石英、进没进水、摔没摔过',
    '問清：機械還是石英、有沒有進水、有沒有摔過',
    'Ask: mechanical or quartz, water, dropped',
  ],
  repeat: [
    '复述：哪天送来、带保修卡、先报价再修',
    '複述：哪天送來、帶保證卡、先報價再修',
    'Repeat: which day, bring the card, price before repair',
  ],
  faults: {
    stopped: ['停走', '停走', 'Stopped'],
    slow: ['走慢', '走慢', 'Slow'],
    fast: ['走快', '走快', 'Fast'],
    water: ['进水起雾', '進水起霧', 'Water or fog inside'],
    battery: ['换电池', '換電池', 'Battery'],
    crown: ['表冠脱落', '錶冠脫落', 'Crown off'],
    glass: ['表镜碎', '錶鏡破', 'Glass broken'],
    strap: ['表带断', '錶帶斷', 'Strap broken'],
    clasp: ['表扣坏', '錶扣壞', 'Clasp broken'],
    magnetised: ['受磁', '受磁', 'Magnetised'],
    hands: ['指针掉', '指針掉落', 'Hand off'],
    date: ['日历不跳', '日曆不跳', 'Date stuck'],
    service: ['洗油保养', '洗油保養', 'Full service'],
  },
  productTypes: {
    automatic: ['自动机械表', '自動機械錶', 'Automatic watch'],
    handWound: ['手动机械表', '手動機械錶', 'Hand-wound watch'],
    quartz: ['石英表', '石英錶', 'Quartz watch'],
    chronograph: ['计时码表', '計時碼錶', 'Chronograph'],
    diver: ['潜水表', '潛水錶', 'Diving watch'],
    jewellery: ['珠宝表', '珠寶錶', 'Jewellery watch'],
    clock: ['座钟', '座鐘', 'Clock'],
  },
  warranty: { months: null, from: 'purchased', exclusions: [exclusion.humanDamage, exclusion.wear], freeRules: [] },
  forms: ['F01', 'F17', 'F56'],
  notes: [
    ['防水表每年测一次防水', '防水錶每年測一次防水', 'Water-resistant watches: a test every year', 'R204'],
    ['4–5 年全面保养一次', '4–5 年全面保養一次', 'Full service every 4–5 years', 'R205'],
    ['预约成功打 9 折', '預約成功打 9 折', 'Booked visits: 10 % off', 'R160'],
  ],
})
