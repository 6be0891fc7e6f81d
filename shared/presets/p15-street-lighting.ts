import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, equipmentGroup, limit, sevenByTwentyFour } from './shared-parts.ts'
import { onSite, trade, within } from './trade.ts'
import { said } from './wording.ts'

/** 路灯 (001-L). Its limits speak of the warranty; outside it the same ones are a house default (C90). */
export const streetLighting = trade({
  id: 'P15',
  name: ['路灯照明', '路燈照明', 'Street lighting'],
  hint: ['2 小时响应，24 小时修复', '2 小時回應，24 小時修復', 'Response in 2 h, restored in 24 h'],
  group: equipmentGroup,
  guessWords: [
    '路灯',
    '路燈',
    '照明',
    '灯饰',
    '燈飾',
    '亮化',
    '光电',
    '光電',
    '灯具',
    '燈具',
    'lighting',
    'street light',
    'lamp',
  ],
  register: [
    ask('customerName', 'unit', 'house', [
      '请问是哪个单位、哪条路？',
      '請問是哪個單位、哪條路？',
      'Which authority and which road?',
    ]),
    ask('phone', 'phone', 'house', [
      '打哪个电话能找到您？',
      '打哪個電話能找到您？',
      'At which number can we reach you?',
    ]),
    ask('address', 'stake', 'house', [
      '在哪一段？从哪个路口到哪个路口？',
      '在哪一段？從哪個路口到哪個路口？',
      'Which section: from which crossing to which?',
    ]),
    askIfKnown('serialNo', 'lampNo', 'house', [
      '灯杆上的编号看得见吗？',
      '燈桿上的編號看得到嗎？',
      'Can you see the number on the pole?',
    ]),
    ask('productName', 'productType', 'house', [
      '是灯不亮，还是灯杆、电箱的问题？',
      '是燈不亮，還是燈桿、電箱的問題？',
      'Is it the lamp, the pole, or the cabinet?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '几盏不亮？有没有断线、漏电、杆子要倒？',
      '幾盞不亮？有沒有斷線、漏電、桿子要倒？',
      'How many are out? Any loose wire, leakage, leaning pole?',
    ]),
    askIfKnown('purchasedOn', 'contractOn', 'house', [
      '这条路的灯是哪年的合同？',
      '這條路的燈是哪一年的合約？',
      'Of which contract are these lamps?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'R070', [
      '抢修车十二小时内到，路上要封道吗？',
      '搶修車十二小時內到，路上要封道嗎？',
      'The crew comes within twelve hours: must the road be closed?',
    ]),
  ],
  channels: [channel.phone, channel.line400, channel.fax],
  find: [
    '问清：有没有触电、倒杆危险，几盏，哪一段',
    '問清：有沒有觸電、倒桿危險，幾盞，哪一段',
    'Ask: danger of shock or fall, how many, which section',
  ],
  repeat: [
    '复述：2 小时内响应、12 小时内到、24 小时内修复',
    '複述：2 小時內回應、12 小時內到、24 小時內修復',
    'Repeat: response in 2 h, on site in 12 h, restored in 24 h',
  ],
  faults: {
    lampOut: ['单灯不亮', '單燈不亮', 'One lamp out'],
    rowOut: ['整段不亮', '整段不亮', 'Whole section out'],
    flicker: ['闪烁', '閃爍', 'Flickers'],
    dayOn: ['白天亮灯', '白天亮燈', 'On by day'],
    leakage: ['漏电', '漏電', 'Leakage'],
    cableCut: ['电缆挖断', '電纜挖斷', 'Cable cut'],
    poleHit: ['灯杆被撞', '燈桿被撞', 'Pole hit'],
    poleLeans: ['灯杆倾斜', '燈桿傾斜', 'Pole leans'],
    cabinet: ['控制箱故障', '控制箱故障', 'Cabinet fault'],
    timer: ['时控不准', '定時不準', 'Timer wrong'],
    coverMissing: ['检修门盖丢失', '檢修門蓋遺失', 'Cover missing'],
    solarBattery: ['太阳能电池不蓄电', '太陽能電池不蓄電', 'Solar battery flat'],
  },
  productTypes: {
    lightSource: ['光源电器', '光源電器', 'Light source, electrical parts', 'R131'],
    luminaire: ['灯具', '燈具', 'Lamp', 'R131'],
    pole: ['灯杆', '燈桿', 'Pole', 'R131'],
    ledLamp: ['LED 路灯', 'LED 路燈', 'LED street lamp'],
    solarLamp: ['太阳能路灯', '太陽能路燈', 'Solar street lamp'],
    highMast: ['高杆灯', '高桿燈', 'High mast'],
    gardenLamp: ['庭院灯', '庭園燈', 'Garden lamp'],
    cabinet: ['控制箱', '控制箱', 'Control cabinet'],
  },
  limits: [within(limit.respond, 120, 'R069'), within(onSite, 720, 'R070'), within(limit.solve, 1440, 'R072')],
  warranty: {
    months: 36,
    from: 'accepted',
    fromName: ['系统验收', '系統驗收', 'acceptance of the system'],
    free: ['质保期', '保固期', 'Warranty'],
    paid: ['质保期外', '保固期外', 'Out of warranty'],
    exclusions: [exclusion.humanDamage],
    freeRules: ['R130'],
    paidRules: ['R130'],
  },
  duty: [
    {
      code: 'hotline',
      text: said(['值守 7×24', '值班 7×24', 'Readiness 7 × 24']),
      week: sevenByTwentyFour,
      rule: 'R021',
    },
  ],
  forms: ['F01', 'F20', 'F32', 'F33'],
  notes: [
    [
      '24 小时没修好：免费换同规格或更好的件，或给备用设备用到修好',
      '24 小時沒修好：免費換同規格或更好的零件，或提供備用設備用到修好',
      'Not solved in 24 h: same or better part free, or a spare unit until repaired',
      'R073 R074',
    ],
    [
      '光源电器 3 年，灯具 5 年，灯杆 20 年',
      '光源電器 3 年，燈具 5 年，燈桿 20 年',
      'Light source and electrical parts 3 years, lamp 5, pole 20',
      'R131',
    ],
    ['完工后技术员驻场 1 个月', '完工後技術員駐場 1 個月', 'A technician stays for one month after completion', 'R189'],
    ['逾期交货每天罚 0.5%', '逾期交貨每天罰 0.5%', 'Late delivery: 0.5 % of the late goods a day', 'R329'],
    ['一期培训，1–2 名系统管理员', '一期訓練，1–2 名系統管理員', 'One course, 1–2 administrators', 'R300'],
    ['现场安装、调试、当场解决', '現場安裝、調校、當場解決', 'Install, commission, solve on the spot', 'R414'],
  ],
})
