import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, tradeGroup } from './shared-parts.ts'
import { kinds, trade } from './trade.ts'

/** 保健品 (001-H). */
export const healthProducts = trade({
  id: 'P12',
  name: ['保健品', '保健食品', 'Health products'],
  hint: ['1 天、1 周、28 天回访', '1 天、1 週、28 天回訪', 'Calls after 1 day, 1 week, 28 days'],
  group: tradeGroup,
  guessWords: [
    '保健品',
    '保健食品',
    '营养',
    '營養',
    '养生',
    '養生',
    '滋补',
    '康健',
    '生物科技',
    '蜂',
    'health food',
    'nutrition',
    'wellness',
    'vitamin',
  ],
  register: [
    ask('customerName', 'customer', 'house', [
      '叔叔阿姨您好，请问怎么称呼您？',
      '您好，請問怎麼稱呼您？',
      'May I have your name?',
    ]),
    ask('phone', 'phone', 'house', [
      '打哪个电话找您方便？',
      '打哪個電話找您方便？',
      'At which number may we call you?',
    ]),
    ask('productName', 'product', 'house', ['您吃的是哪一种？', '您吃的是哪一種？', 'Which product do you take?']),
    ask('symptom', 'request', 'R404', [
      '吃了感觉怎么样？每天怎么吃的？',
      '吃了感覺如何？每天怎麼吃的？',
      'How do you feel with it, and how do you take it?',
    ]),
    askIfKnown('purchasedOn', 'startedOn', 'R182', [
      '哪天开始吃的？',
      '哪一天開始吃的？',
      'On which day did you start?',
    ]),
    askBeforeSending('address', 'address', 'R219', [
      '健康顾问到您家里去，地址是哪里？',
      '健康顧問到您府上，地址是哪裡？',
      'The adviser comes to your home: what is the address?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'R219', [
      '什么时候到您家方便？',
      '什麼時候到府方便？',
      'When may the adviser come?',
    ]),
  ],
  channels: [channel.phone, channel.walkIn],
  kinds: kinds(
    {
      objection: ['异议上门处理', '異議到府處理', 'Objection, at home', 'R219'],
      question: ['服用咨询', '食用諮詢', 'Question of use', 'R404'],
      reorder: ['续购', '續購', 'Reorder'],
      return: ['退货', '退貨', 'Return'],
    },
    ['question', 'reorder'],
  ),
  find: [
    '问清：吃了多久、怎么吃、有没有不舒服、在吃什么药',
    '問清：吃了多久、怎麼吃、有沒有不舒服、正在吃什麼藥',
    'Ask: how long, how taken, any discomfort, other medicines',
  ],
  repeat: [
    '复述：正确吃法、谁上门、哪天再打电话',
    '複述：正確吃法、誰到府、哪天再打電話',
    'Repeat: how to take it, who comes, day of the next call',
  ],
  faults: {
    noEffect: ['吃了没感觉', '吃了沒感覺', 'No effect felt'],
    discomfort: ['吃了不舒服', '吃了不舒服', 'Discomfort'],
    allergy: ['过敏', '過敏', 'Allergy'],
    howToTake: ['问怎么吃', '問怎麼吃', 'How to take it'],
    withMedicine: ['能不能同药一起吃', '能不能與藥一起吃', 'Together with medicines?'],
    damaged: ['包装破损', '包裝破損', 'Package damaged'],
    nearExpiry: ['快过期', '快過期', 'Near expiry'],
    quality: ['味道颜色不对', '味道顏色不對', 'Taste or colour wrong'],
    missing: ['少发漏发', '少發漏發', 'Not complete'],
    tooExpensive: ['嫌贵', '覺得貴', 'Price objection'],
    familyAgainst: ['家里人反对', '家人反對', 'Family objects'],
    nearlyUsedUp: ['快吃完了', '快吃完了', 'Nearly used up'],
  },
  productTypes: {
    capsule: ['软胶囊', '軟膠囊', 'Soft capsules'],
    powder: ['冲剂', '沖泡粉', 'Powder'],
    tablet: ['片剂', '錠劑', 'Tablets'],
    oralLiquid: ['口服液', '口服液', 'Oral liquid'],
    protein: ['蛋白粉', '蛋白粉', 'Protein powder'],
    beeProduct: ['蜂产品', '蜂產品', 'Bee products'],
    device: ['理疗器具', '理療器具', 'Therapy device'],
  },
  forms: ['F01', 'F20', 'F43'],
  notes: [
    [
      '回访：1 天、1 周、28 天、每月、快吃完时',
      '回訪：1 天、1 週、28 天、每月、快吃完時',
      'Calls after 1 day, 1 week, 28 days, monthly, and near the end',
      'R182',
    ],
    [
      '投诉马上处理，到顾客家里处理',
      '客訴馬上處理，到顧客家中處理',
      'Complaints at once, at the customer’s home',
      'R219',
    ],
    ['荣誉顾客 5 条标准', '榮譽顧客 5 條標準', 'Honour customer: 5 criteria', 'R317'],
    ['荣誉顾客 7 种活动', '榮譽顧客 7 種活動', 'Honour customers: 7 kinds of activity', 'R403'],
    ['荣誉顾客之外可记为发言客户', '榮譽顧客之外可記為發言客戶', 'Speaker customer beside honour customer', 'R405'],
    [
      '服务谈话：效果、吃法、疑问、健康资讯',
      '服務談話：效果、吃法、疑問、健康資訊',
      'Service talk: effect, way of taking, questions, health news',
      'R404',
    ],
  ],
})
