import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, fiveByEight, politeClosing, politeGreeting, tradeGroup } from './shared-parts.ts'
import { kinds, trade } from './trade.ts'
import { said } from './wording.ts'

/** 贸易公司 (001-I). Its opening offers no help and its closing wishes nothing (R002, R003). */
export const trading = trade({
  id: 'P13',
  name: ['贸易公司', '貿易公司', 'Trading company'],
  hint: ['每个工作日 8 小时有人接', '每個工作天 8 小時有人接', 'Manned 8 h every working day'],
  group: tradeGroup,
  guessWords: [
    '贸易',
    '貿易',
    '商贸',
    '商貿',
    '经贸',
    '物资',
    '進出口',
    '进出口',
    '供应链',
    'trading',
    'import export',
    'imp. & exp.',
  ],
  register: [
    ask('customerName', 'customer', 'R032', [
      '请问是哪家公司，怎么称呼您？',
      '請問是哪家公司，怎麼稱呼您？',
      'Which company is it, and what is your name?',
    ]),
    ask('phone', 'phone', 'R032', [
      '留一个能找到您的电话，好吗？',
      '請留一個能找到您的電話，好嗎？',
      'At which number can we reach you?',
    ]),
    ask('address', 'address', 'R032', ['公司地址在哪里？', '公司地址在哪裡？', 'What is the company’s address?']),
    ask('productName', 'goods', 'house', [
      '是哪批货？合同号有吗？',
      '是哪批貨？有合約編號嗎？',
      'Which delivery is it? Is there a contract number?',
    ]),
    ask('symptom', 'request', 'house', ['有什么要我们办的？', '有什麼需要我們處理的？', 'What can we do for you?']),
    askIfKnown('purchasedOn', 'contractOn', 'house', [
      '合同是哪天签的？',
      '合約是哪一天簽的？',
      'On which day was the contract signed?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'house', [
      '我们的人什么时候过去方便？',
      '我們的人什麼時候過去方便？',
      'When may somebody come?',
    ]),
  ],
  channels: [channel.phone, channel.fax, channel.walkIn],
  kinds: kinds(
    {
      quality: ['质量异议', '品質異議', 'Quality dispute', 'R380'],
      delivery: ['送货', '送貨', 'Delivery', 'R380'],
      freight: ['联系运输', '聯絡運輸', 'Freight arrangement', 'R380'],
      visit: ['走访用户', '走訪客戶', 'User visit', 'R380'],
      survey: ['满意度调查', '滿意度調查', 'Satisfaction survey', 'R380'],
      reception: ['来访接待', '來訪接待', 'Reception', 'R380'],
    },
    ['survey', 'freight'],
  ),
  greeting: { parts: politeGreeting.filter(({ part }) => part !== 'offer'), rule: 'R002' },
  closing: { parts: politeClosing.filter(({ part }) => part !== 'wishes'), rule: 'R003' },
  find: [
    '问清：合同号、数量规格、要不要业务经理接',
    '問清：合約編號、數量規格、要不要業務經理接',
    'Ask: contract number, quantity, business manager needed or not',
  ],
  repeat: [
    '复述：办什么、谁办、什么时候回话；价格只报统一价',
    '複述：辦什麼、誰辦、什麼時候回覆；價格只報統一價',
    'Repeat: what, who, by when; only the unified price is quoted',
  ],
  faults: {
    shortDelivery: ['少货', '短缺', 'Short delivery'],
    wrongSpec: ['规格不对', '規格不對', 'Wrong specification'],
    surface: ['表面缺陷', '表面瑕疵', 'Surface defect'],
    certificate: ['缺质保书', '缺品質證明書', 'Certificate missing'],
    weight: ['重量不符', '重量不符', 'Wrong weight'],
    late: ['交货晚', '交貨遲', 'Late delivery'],
    packing: ['包装破损', '包裝破損', 'Package damaged'],
    rust: ['生锈', '生鏽', 'Rust'],
    invoice: ['发票问题', '發票問題', 'Invoice'],
    price: ['问价', '詢價', 'Price question'],
    payment: ['货款往来', '貨款往來', 'Payment'],
    document: ['单据不全', '單據不全', 'Papers missing'],
  },
  productTypes: {
    steel: ['钢材', '鋼材', 'Steel'],
    pipe: ['管材', '管材', 'Pipes'],
    hardware: ['五金件', '五金件', 'Hardware'],
    cable: ['线缆', '線纜', 'Cable'],
    chemical: ['化工原料', '化工原料', 'Chemicals'],
    building: ['建材', '建材', 'Building material'],
    machineParts: ['机械配件', '機械零件', 'Machine parts'],
  },
  duty: [
    {
      code: 'hotline',
      text: said(['每个工作日 8 小时', '每個工作天 8 小時', '8 h each working day']),
      week: fiveByEight,
      rule: 'R017',
    },
  ],
  forms: ['F01', 'F23'],
  notes: [
    ['报价只报公司统一价', '報價只報公司統一價', 'Only the unified price is quoted', 'R028'],
    [
      '打出去的电话：问候、公司、姓名；结束道谢、道别',
      '打出去的電話：問候、公司、姓名；結束道謝、道別',
      'Outbound: greeting, company, own name; thanks and goodbye',
      'R398',
    ],
    [
      '外地经销商：记电话地址，必要时业务经理接',
      '外地經銷商：記電話地址，必要時業務經理接',
      'Out-of-town dealers: phone and address, the business manager if needed',
      'R029',
    ],
  ],
})
