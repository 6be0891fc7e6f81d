import type { Policy } from './schema.ts'
import {
  assignInTenMinutes,
  fiveByEight,
  politeClosing,
  politeGreeting,
  precisionGroup,
  sevenByTwentyFour,
  patientLine,
  threeTriesOfOurs,
  channel,
  firstNumbers,
  limit,
  paper,
  fourCategories,
  repairCase,
} from './shared-parts.ts'
import { presetsWords } from './words.ts'

/**
 * 医疗器械 (004). Level I is the urgent one (R099, C01); totals run from the report (C05); 质保期 is free, 保修期 is paid (C63).
 */
export const medical: Policy = {
  id: 'P34',
  name: { 'zh-CN': '医疗器械', 'zh-TW': '醫療器材', en: 'Medical devices' },
  hint: { 'zh-CN': '1 小时响应，免费期 3 年', 'zh-TW': '1 小時回應，免費期 3 年', en: 'Response in 1 h, 3 years free' },
  group: precisionGroup,
  guessWords: ['医疗', '醫療', '医用', '醫用', '器械', '血压', '血壓', '医院', '醫院', 'medical', 'medic', 'clinic'],
  register: [
    {
      field: 'customerName',
      label: presetsWords['field.unitName'],
      short: presetsWords['short.unitName'],
      ask: {
        'zh-CN': '请问是哪个单位、哪个科室？',
        'zh-TW': '請問是哪個單位、哪個科室？',
        en: 'Which hospital and which department?',
      },
      neededFor: 'save',
      rule: 'R166',
    },
    {
      field: 'phone',
      label: presetsWords['field.phone'],
      short: presetsWords['short.phone'],
      ask: {
        'zh-CN': '工程师打哪个电话找您？',
        'zh-TW': '工程師打哪個電話找您？',
        en: 'Which number should the engineer call?',
      },
      neededFor: 'save',
      rule: 'R166',
    },
    {
      field: 'productName',
      label: presetsWords['field.productName'],
      short: presetsWords['short.productName'],
      ask: {
        'zh-CN': '是哪台设备？铭牌上的型号和出厂编号是多少？',
        'zh-TW': '是哪台設備？銘牌上的型號和出廠編號是多少？',
        en: 'Which device? What model and serial number does the plate show?',
      },
      neededFor: 'save',
      rule: 'R166',
    },
    {
      field: 'symptom',
      label: presetsWords['field.symptom'],
      short: presetsWords['short.symptom'],
      ask: {
        'zh-CN': '现在有什么现象？屏幕上有没有报警代码？',
        'zh-TW': '現在有什麼現象？螢幕上有沒有警報代碼？',
        en: 'What happens? Is there an alarm code on the screen?',
      },
      neededFor: 'save',
      rule: 'R015',
    },
    {
      field: 'level',
      label: presetsWords['field.level'],
      short: presetsWords['short.level'],
      ask: {
        'zh-CN': '影响正常工作吗，还是只有一部分不能用？',
        'zh-TW': '影響正常工作嗎，還是只有一部分不能用？',
        en: 'Does it stop normal work, or is only a part out of use?',
      },
      neededFor: 'save',
      rule: 'R056',
    },
    {
      field: 'acceptedOn',
      label: presetsWords['field.acceptedOn'],
      short: presetsWords['short.acceptedOn'],
      ask: {
        'zh-CN': '合同是哪天验收的？验收单上有日期。',
        'zh-TW': '合約是哪天驗收的？驗收單上有日期。',
        en: 'On which day was the contract accepted? The acceptance paper shows it.',
      },
      neededFor: 'never',
      rule: 'R140',
    },
    {
      field: 'address',
      label: presetsWords['field.unitAddress'],
      short: presetsWords['short.unitAddress'],
      ask: {
        'zh-CN': '设备在哪栋楼、哪一层？',
        'zh-TW': '設備在哪棟樓、哪一層？',
        en: 'Which building and which floor?',
      },
      neededFor: 'dispatch',
      rule: 'R166',
    },
    {
      field: 'visitFromAt',
      label: presetsWords['field.visit'],
      short: presetsWords['short.visit'],
      ask: { 'zh-CN': '工程师什么时候到方便？', 'zh-TW': '工程師什麼時候到方便？', en: 'When may the engineer come?' },
      neededFor: 'dispatch',
      rule: 'R059',
    },
  ],
  kinds: [repairCase],
  channels: [channel.phone, channel.email, channel.fax, channel.written],
  categories: fourCategories,
  script: {
    greeting: politeGreeting,
    greetingRule: 'house',
    closing: politeClosing,
    closingRule: 'house',
    steps: [
      {
        code: 'greet',
        text: {
          'zh-CN': '问候、核对单位和科室',
          'zh-TW': '問候、核對單位和科室',
          en: 'Greet, check hospital and department',
        },
      },
      {
        code: 'ask',
        text: {
          'zh-CN': '问清：设备编号、报警代码、影不影响正常工作',
          'zh-TW': '問清：設備編號、警報代碼、是否影響正常工作',
          en: 'Ask: serial number, alarm code, does work stop',
        },
      },
      {
        code: 'repeat',
        text: {
          'zh-CN': '复述：级别、谁响应、几点前',
          'zh-TW': '複述：等級、誰回應、幾點前',
          en: 'Repeat: level, who responds, by when',
        },
      },
      {
        code: 'close',
        text: {
          'zh-CN': '道别：感谢来电，祝您工作顺利，再见',
          'zh-TW': '道別：感謝來電，祝您工作順利，再見',
          en: 'Close: thanks, good wishes, goodbye',
        },
      },
    ],
  },
  faults: [
    { code: 'noPower', text: { 'zh-CN': '不开机', 'zh-TW': '不開機', en: 'Does not start' } },
    { code: 'wrongReading', text: { 'zh-CN': '测值不准', 'zh-TW': '測值不準', en: 'Wrong reading' } },
    { code: 'noInflation', text: { 'zh-CN': '不打气', 'zh-TW': '不充氣', en: 'Does not inflate' } },
    { code: 'cuffLeak', text: { 'zh-CN': '袖带漏气', 'zh-TW': '壓脈帶漏氣', en: 'Cuff leaks' } },
    { code: 'alarm', text: { 'zh-CN': '报警', 'zh-TW': '警報', en: 'Alarm' } },
    { code: 'noDisplay', text: { 'zh-CN': '屏幕不显示', 'zh-TW': '螢幕不顯示', en: 'No display' } },
    { code: 'noPrint', text: { 'zh-CN': '不打印', 'zh-TW': '不列印', en: 'Does not print' } },
  ],
  productTypes: [
    {
      code: 'armMonitor',
      text: { 'zh-CN': '臂式电子血压计', 'zh-TW': '手臂式電子血壓計', en: 'Upper-arm blood pressure monitor' },
    },
    {
      code: 'tunnelMonitor',
      text: {
        'zh-CN': '全自动隧道式血压计',
        'zh-TW': '全自動隧道式血壓計',
        en: 'Automatic tunnel blood pressure monitor',
      },
    },
    {
      code: 'ambulatory',
      text: { 'zh-CN': '动态血压监测仪', 'zh-TW': '動態血壓監測儀', en: 'Ambulatory blood pressure recorder' },
    },
    { code: 'bedside', text: { 'zh-CN': '床边监护仪', 'zh-TW': '床邊監視器', en: 'Bedside monitor' } },
    { code: 'centralStation', text: { 'zh-CN': '数据工作站', 'zh-TW': '數據工作站', en: 'Data station' } },
  ],
  levels: [
    {
      code: 'I',
      text: { 'zh-CN': 'I 级 紧急', 'zh-TW': 'I 級 緊急', en: 'Level I, urgent' },
      meaning: {
        'zh-CN': '机器故障，影响正常工作',
        'zh-TW': '機器故障，影響正常工作',
        en: 'Machine fault, normal work affected',
      },
      severity: 1,
    },
    {
      code: 'II',
      text: { 'zh-CN': 'II 级 一般', 'zh-TW': 'II 級 一般', en: 'Level II, normal' },
      meaning: {
        'zh-CN': '部分设备故障，整体运行正常',
        'zh-TW': '部分設備故障，整體運作正常',
        en: 'Part of the equipment faulty, overall operation normal',
      },
      severity: 2,
    },
  ],
  clocks: [
    assignInTenMinutes,
    { ...limit.respond, startsAt: 'received', level: 'I', limitMinutes: 60, rule: 'R056', source: paper },
    { ...limit.plan, startsAt: 'responded', level: 'I', limitMinutes: 30, rule: 'R057', source: paper },
    { ...limit.solve, startsAt: 'received', level: 'I', limitMinutes: 240, rule: 'R058', source: paper },
    { ...limit.respond, startsAt: 'received', level: 'II', limitMinutes: 120, rule: 'R059', source: paper },
    { ...limit.visit, startsAt: 'received', level: 'II', limitMinutes: 120, rule: 'R059', source: paper },
    { ...limit.plan, startsAt: 'arrived', level: 'II', limitMinutes: 60, rule: 'R060', source: paper },
    { ...limit.solve, startsAt: 'received', level: 'II', limitMinutes: 480, rule: 'R061', source: paper },
  ],
  contact: threeTriesOfOurs,
  beforeLeaving: [],
  calls: patientLine,
  promise: null,
  warranty: {
    months: 36,
    startsFrom: 'accepted',
    fallback: 'purchased',
    freeName: { 'zh-CN': '质保期', 'zh-TW': '質保期', en: 'Free stage' },
    paidName: { 'zh-CN': '保修期', 'zh-TW': '保修期', en: 'Paid stage' },
    afterwards: 'feeAgreed',
    exclusions: [presetsWords['exclusion.userDamage']],
    freeRules: ['R140', 'R142'],
    paidRules: ['R140', 'R141'],
  },
  forms: [
    { code: 'F08', text: { 'zh-CN': '售出产品登记', 'zh-TW': '售出產品登記', en: 'Sold product record' } },
    { code: 'F09', text: { 'zh-CN': '维护记录', 'zh-TW': '維護記錄', en: 'Maintenance record' } },
    { code: 'F10', text: { 'zh-CN': '故障处理方案', 'zh-TW': '故障處理方案', en: 'Fault handling plan' } },
    { code: 'F01', text: { 'zh-CN': '跟踪单', 'zh-TW': '追蹤單', en: 'Tracking sheet' } },
  ],
  duty: [
    {
      code: 'hotline',
      text: { 'zh-CN': '热线 5×8', 'zh-TW': '熱線 5×8', en: 'Hotline 5×8' },
      week: fiveByEight,
      rule: 'R018',
    },
    {
      code: 'mobile',
      text: { 'zh-CN': '专线手机 7×24', 'zh-TW': '專線手機 7×24', en: 'Mobile line 7×24' },
      week: sevenByTwentyFour,
      rule: 'R019',
    },
  ],
  areaCode: '',
  numbers: firstNumbers,
  notes: [],
}
