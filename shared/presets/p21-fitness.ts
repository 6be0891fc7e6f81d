import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, equipmentGroup, fourCategories } from './shared-parts.ts'
import { trade } from './trade.ts'
import { named } from './wording.ts'

/** 健身器材 (002). Five things every repair call or letter is asked (R010). */
export const fitness = trade({
  id: 'P21',
  name: ['健身器材', '健身器材', 'Fitness equipment'],
  hint: ['保修 1 年，过后只收配件费', '保固 1 年，過後只收零件費', '1 year free, then parts only'],
  group: equipmentGroup,
  guessWords: ['健身', '体育', '體育', '运动', '運動', '康体', '康體', 'fitness', 'gym', 'sport'],
  register: [
    ask('customerName', 'user', 'R010', [
      '请问怎么称呼您，是单位还是个人？',
      '請問怎麼稱呼您，是單位還是個人？',
      'May I have your name? Is it a company or a private user?',
    ]),
    ask('address', 'address', 'R010', ['器材在什么地方？', '器材在什麼地方？', 'Where is the equipment?']),
    ask('phone', 'phone', 'R010', [
      '打哪个电话能找到您？',
      '打哪個電話能找到您？',
      'At which number can we reach you?',
    ]),
    ask('purchasedOn', 'purchasedOn', 'R010', ['什么时候买的？', '什麼時候買的？', 'When was it bought?']),
    ask('symptom', 'qualityProblem', 'R010', [
      '哪里有问题？现在停用了吗，有没有人受伤？',
      '哪裡有問題？現在停用了嗎，有沒有人受傷？',
      'What is wrong? Is it out of use, and was anybody hurt?',
    ]),
    askIfKnown('productName', 'productType', 'house', [
      '是哪一种器材？',
      '是哪一種器材？',
      'Which kind of equipment is it?',
    ]),
    askIfKnown('acceptedOn', 'acceptedOn', 'R137', [
      '什么时候验收交付的？',
      '什麼時候驗收交付的？',
      'When was it accepted and handed over?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'R012', ['什么时候上门方便？', '什麼時候到府方便？', 'When may we come?']),
  ],
  channels: named('R011', channel.phone, channel.letter),
  categories: fourCategories.map((category) => ({ ...category, rule: 'R168' })),
  find: [
    '问清：质量问题、是否停用、有没有人受伤',
    '問清：品質問題、是否停用、有沒有人受傷',
    'Ask: the problem, out of use, anybody hurt',
  ],
  repeat: [
    '复述：五项登记、谁上门、什么时候',
    '複述：五項登記、誰到府、什麼時候',
    'Repeat: the five entries, who comes, when',
  ],
  faults: {
    noPower: ['不通电', '不通電', 'No power'],
    beltSlips: ['跑带打滑', '跑帶打滑', 'Belt slips'],
    noise: ['异响', '異音', 'Noise'],
    loose: ['松动晃动', '鬆動搖晃', 'Loose'],
    brokenWeld: ['开焊断裂', '脫焊斷裂', 'Broken weld'],
    wornRope: ['钢丝绳磨损', '鋼索磨損', 'Worn cable'],
    noDisplay: ['仪表不显示', '儀表不顯示', 'No display'],
    beltOff: ['跑带跑偏', '跑帶跑偏', 'Belt off centre'],
    noResistance: ['阻力调不了', '阻力無法調整', 'Resistance stuck'],
    heartRate: ['心率不准', '心率不準', 'Heart rate wrong'],
    rust: ['生锈', '生鏽', 'Rust'],
    bearing: ['轴承坏', '軸承壞', 'Bearing worn'],
  },
  productTypes: {
    treadmill: ['跑步机', '跑步機', 'Treadmill'],
    elliptical: ['椭圆机', '橢圓機', 'Elliptical trainer'],
    bike: ['健身车', '健身車', 'Exercise bike'],
    strength: ['综合训练器', '綜合訓練機', 'Multi-gym'],
    outdoorWalker: ['室外漫步机', '戶外漫步機', 'Outdoor air walker'],
    outdoorTwister: ['室外扭腰器', '戶外扭腰器', 'Outdoor waist twister'],
    tableTennis: ['乒乓球台', '桌球檯', 'Table-tennis table'],
  },
  warranty: {
    months: 12,
    from: 'accepted',
    fromName: ['验收交付', '驗收交付', 'acceptance and hand-over'],
    afterwards: 'partsOnly',
    exclusions: [
      [
        '人为损坏、使用不当：原则上不保，主管可以批准',
        '人為損壞、使用不當：原則上不保，主管可以核准',
        'Human damage, abnormal use: not covered in principle, a supervisor may allow it',
      ],
    ],
    freeRules: ['R137', 'R138'],
    paidRules: ['R137', 'R139'],
  },
  forms: ['F03', 'F04', 'F05', 'F07', 'F49', 'F51', 'F01'],
  notes: [
    [
      '没有验收日期时按购买日期（本公司默认）',
      '沒有驗收日期時按購買日期（本公司預設）',
      'Without an acceptance date the purchase date counts: a house default',
      'R417',
    ],
    ['投诉再小，也要上门', '客訴再小，也要到府', 'Every complaint, however small, is visited in person', 'R213'],
    [
      '每月分析用户意见和质量问题，报总经理、主管厂长和各部门',
      '每月分析用戶意見和品質問題，報總經理、主管廠長和各部門',
      'Monthly analysis to general manager, factory director, departments',
      'R339',
    ],
    [
      '质量服务部核查服务人员和用户满意度',
      '品質服務部核查服務人員和用戶滿意度',
      'The quality service department verifies staff and satisfaction',
      'R395',
    ],
    [
      '四类用户：一般、特殊、集团、新产品',
      '四類用戶：一般、特殊、集團、新產品',
      'Four categories: general, special, group, new product',
      'R168',
    ],
  ],
})
