import type { Preset } from './grammar.ts'
import {
  assignInTenMinutes,
  equipmentGroup,
  everyDayEightToSix,
  politeClosing,
  politeGreeting,
  threeTries,
} from './shared-parts.ts'

/** 健身器材 (002). Five things every repair call or letter is asked (R010). */
export const fitness: Preset = {
  id: 'P21',
  effectiveFrom: '2000-01-01',
  name: { 'zh-CN': '健身器材', 'zh-TW': '健身器材', en: 'Fitness equipment' },
  hint: {
    'zh-CN': '保修 1 年，过后只收配件费',
    'zh-TW': '保固 1 年，過後只收零件費',
    en: '1 year free, then parts only',
  },
  group: equipmentGroup,
  guessWords: ['健身', '体育', '體育', '运动', '運動', '康体', '康體', 'fitness', 'gym', 'sport'],
  register: [
    {
      field: 'customerName',
      label: 'presets.field.customerName',
      short: 'presets.short.name',
      ask: {
        'zh-CN': '请问怎么称呼您，是单位还是个人？',
        'zh-TW': '請問怎麼稱呼您，是單位還是個人？',
        en: 'May I have your name? Is it a company or a private user?',
      },
      neededFor: 'save',
      rule: 'R010',
    },
    {
      field: 'address',
      label: 'presets.field.address',
      short: 'presets.short.address',
      ask: { 'zh-CN': '器材在什么地方？', 'zh-TW': '器材在什麼地方？', en: 'Where is the equipment?' },
      neededFor: 'save',
      rule: 'R010',
    },
    {
      field: 'phone',
      label: 'presets.field.phone',
      short: 'presets.short.phone',
      ask: {
        'zh-CN': '打哪个电话能找到您？',
        'zh-TW': '打哪個電話能找到您？',
        en: 'At which number can we reach you?',
      },
      neededFor: 'save',
      rule: 'R010',
    },
    {
      field: 'purchasedOn',
      label: 'presets.field.purchasedOn',
      short: 'presets.short.purchasedOn',
      ask: {
        'zh-CN': '什么时候买的？什么时候验收交付的？',
        'zh-TW': '什麼時候買的？什麼時候驗收交付的？',
        en: 'When was it bought, and when was it handed over?',
      },
      neededFor: 'save',
      rule: 'R010',
    },
    {
      field: 'symptom',
      label: 'presets.field.qualityProblem',
      short: 'presets.short.qualityProblem',
      ask: {
        'zh-CN': '哪里有问题？现在停用了吗，有没有人受伤？',
        'zh-TW': '哪裡有問題？現在停用了嗎，有沒有人受傷？',
        en: 'What is wrong? Is it out of use, and was anybody hurt?',
      },
      neededFor: 'save',
      rule: 'R010',
    },
    {
      field: 'visitFromAt',
      label: 'presets.field.visit',
      short: 'presets.short.visit',
      ask: { 'zh-CN': '什么时候上门方便？', 'zh-TW': '什麼時候到府方便？', en: 'When may we come?' },
      neededFor: 'dispatch',
      rule: 'R012',
    },
  ],
  channels: ['phone', 'letter'],
  categories: ['general', 'special', 'group', 'newProduct'],
  script: {
    greeting: politeGreeting,
    closing: politeClosing,
    steps: [
      {
        code: 'greet',
        text: { 'zh-CN': '问候、核对用户和地址', 'zh-TW': '問候、核對用戶和地址', en: 'Greet, check user and address' },
      },
      {
        code: 'ask',
        text: {
          'zh-CN': '问清：质量问题、是否停用、有没有人受伤',
          'zh-TW': '問清：品質問題、是否停用、有沒有人受傷',
          en: 'Ask: the problem, out of use, anybody hurt',
        },
      },
      {
        code: 'repeat',
        text: {
          'zh-CN': '复述：五项登记、谁上门、什么时候',
          'zh-TW': '複述：五項登記、誰到府、什麼時候',
          en: 'Repeat: the five entries, who comes, when',
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
    { code: 'noPower', text: { 'zh-CN': '不通电', 'zh-TW': '不通電', en: 'No power' } },
    { code: 'beltSlips', text: { 'zh-CN': '跑带打滑', 'zh-TW': '跑帶打滑', en: 'Belt slips' } },
    { code: 'noise', text: { 'zh-CN': '异响', 'zh-TW': '異音', en: 'Noise' } },
    { code: 'loose', text: { 'zh-CN': '松动晃动', 'zh-TW': '鬆動搖晃', en: 'Loose' } },
    { code: 'brokenWeld', text: { 'zh-CN': '开焊断裂', 'zh-TW': '脫焊斷裂', en: 'Broken weld' } },
    { code: 'wornRope', text: { 'zh-CN': '钢丝绳磨损', 'zh-TW': '鋼索磨損', en: 'Worn cable' } },
    { code: 'noDisplay', text: { 'zh-CN': '仪表不显示', 'zh-TW': '儀表不顯示', en: 'No display' } },
  ],
  productTypes: [
    { code: 'treadmill', text: { 'zh-CN': '跑步机', 'zh-TW': '跑步機', en: 'Treadmill' } },
    { code: 'elliptical', text: { 'zh-CN': '椭圆机', 'zh-TW': '橢圓機', en: 'Elliptical trainer' } },
    { code: 'bike', text: { 'zh-CN': '健身车', 'zh-TW': '健身車', en: 'Exercise bike' } },
    { code: 'strength', text: { 'zh-CN': '综合训练器', 'zh-TW': '綜合訓練機', en: 'Multi-gym' } },
    { code: 'outdoorWalker', text: { 'zh-CN': '室外漫步机', 'zh-TW': '戶外漫步機', en: 'Outdoor air walker' } },
    { code: 'outdoorTwister', text: { 'zh-CN': '室外扭腰器', 'zh-TW': '戶外扭腰器', en: 'Outdoor waist twister' } },
    { code: 'tableTennis', text: { 'zh-CN': '乒乓球台', 'zh-TW': '桌球檯', en: 'Table-tennis table' } },
  ],
  levels: [],
  clocks: [assignInTenMinutes],
  contact: threeTries,
  promise: null,
  warranty: {
    months: 12,
    startsFrom: 'accepted',
    fallback: 'purchased',
    freeName: { 'zh-CN': '免费保修', 'zh-TW': '免費保固', en: 'Free warranty' },
    paidName: { 'zh-CN': '保外', 'zh-TW': '保固外', en: 'Out of warranty' },
    afterwards: 'partsOnly',
    exclusions: ['presets.exclusion.supervisorMayAllow'],
    freeRules: ['R137', 'R138'],
    paidRules: ['R137', 'R139'],
  },
  forms: [
    { code: 'F03', text: { 'zh-CN': '用户叫修登记表', 'zh-TW': '用戶叫修登記表', en: 'Repair-call register' } },
    { code: 'F04', text: { 'zh-CN': '处理结果登记表', 'zh-TW': '處理結果登記表', en: 'Result register' } },
    { code: 'F05', text: { 'zh-CN': '维修服务台帐', 'zh-TW': '維修服務台帳', en: 'Service ledger' } },
    { code: 'F01', text: { 'zh-CN': '跟踪单', 'zh-TW': '追蹤單', en: 'Tracking sheet' } },
  ],
  mismatchSameDay: false,
  duty: [
    {
      code: 'hotline',
      text: { 'zh-CN': '热线', 'zh-TW': '熱線', en: 'Hotline' },
      week: everyDayEightToSix,
      rule: 'house',
    },
  ],
}
