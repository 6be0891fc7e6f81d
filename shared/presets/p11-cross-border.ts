import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, tradeGroup } from './shared-parts.ts'
import { kinds, trade } from './trade.ts'

/** 跨境电商 (001-G). The English and the Chinese text of the paper differ on the transit time (C25): five to seven working days are kept. */
export const crossBorder = trade({
  id: 'P11',
  name: ['跨境电商', '跨境電商', 'Cross-border e-commerce'],
  hint: ['EMS 5–7 个工作日', 'EMS 5–7 個工作天', 'EMS in 5–7 working days'],
  group: tradeGroup,
  guessWords: [
    '跨境',
    '电商',
    '電商',
    '速卖通',
    '速賣通',
    '电子商务',
    '電子商務',
    '海淘',
    '出海',
    'e-commerce',
    'ecommerce',
    'cross-border',
    'online shop',
  ],
  register: [
    ask('customerName', 'buyer', 'house', ['请问买家怎么称呼？', '請問買家怎麼稱呼？', 'May I have the buyer’s name?']),
    ask('phone', 'phone', 'house', [
      '收货留的电话是多少？',
      '收件留的電話是多少？',
      'Which phone number is on the order?',
    ]),
    ask('serialNo', 'orderNo', 'house', ['订单号是多少？', '訂單編號是多少？', 'What is the order number?']),
    ask('productName', 'goods', 'house', ['是哪件商品？', '是哪件商品？', 'Which item is it?']),
    ask('symptom', 'request', 'house', [
      '是没收到、查物流，还是收到的货有问题？',
      '是沒收到、查物流，還是收到的貨有問題？',
      'Not arrived, tracking, or a problem with the goods?',
    ]),
    askIfKnown('address', 'shipTo', 'house', [
      '收货地址和邮编对得上吗？',
      '收件地址和郵遞區號對嗎？',
      'Are the address and the postal code right?',
    ]),
    askIfKnown('purchasedOn', 'orderedOn', 'house', ['哪天下的单？', '哪一天下單的？', 'On which day was it ordered?']),
    askBeforeSending('visitFromAt', 'booking', 'house', [
      '什么时候给您回复方便？',
      '什麼時候回覆您方便？',
      'When may we reply?',
    ]),
  ],
  channels: [channel.email, channel.written, channel.phone],
  kinds: kinds(
    {
      goods: ['货不对、破损', '貨不對、破損', 'Wrong or damaged goods'],
      refund: ['退货退款', '退貨退款', 'Return, refund'],
      tracking: ['查物流', '查物流', 'Tracking'],
      customs: ['海关扣件', '海關扣件', 'At customs'],
      delay: ['超时未到', '逾時未到', 'Late'],
    },
    ['tracking', 'customs', 'delay'],
  ),
  find: [
    '问清：订单号、运单号、几号发的货',
    '問清：訂單編號、物流單號、幾號出貨',
    'Ask: order number, tracking number, day of shipment',
  ],
  repeat: [
    '复述：运单号、查询网址、几天内到',
    '複述：物流單號、查詢網址、幾天內到',
    'Repeat: tracking number, web address, when it arrives',
  ],
  faults: {
    notArrived: ['没收到货', '沒收到貨', 'Not arrived'],
    noTracking: ['查不到物流', '查不到物流', 'No tracking data'],
    atCustoms: ['卡在海关', '卡在海關', 'Held at customs'],
    damaged: ['破损', '破損', 'Damaged'],
    wrongItem: ['发错货', '出錯貨', 'Wrong item'],
    missingItem: ['少件', '少件', 'Item missing'],
    notAsDescribed: ['与描述不符', '與描述不符', 'Not as described'],
    wrongSize: ['尺码不合', '尺寸不合', 'Wrong size'],
    returned: ['退回寄件人', '退回寄件人', 'Returned to sender'],
    wrongAddress: ['地址有误', '地址有誤', 'Wrong address'],
    duty: ['要交关税', '要繳關稅', 'Duty asked'],
    dispute: ['买家开纠纷', '買家開爭議', 'Dispute opened'],
  },
  productTypes: {
    clothing: ['服装', '服飾', 'Clothing'],
    shoes: ['鞋包', '鞋包', 'Shoes, bags'],
    phoneParts: ['手机配件', '手機配件', 'Phone accessories'],
    electronics: ['电子产品', '電子產品', 'Electronics'],
    home: ['家居用品', '居家用品', 'Home goods'],
    jewellery: ['饰品', '飾品', 'Jewellery'],
    toys: ['玩具', '玩具', 'Toys'],
    tools: ['五金工具', '五金工具', 'Tools'],
  },
  forms: ['F01', 'F45'],
  notes: [
    [
      'EMS 5–7 个工作日（英文文本；中文文本写 7 个工作日后）',
      'EMS 5–7 個工作天（英文文本；中文文本寫 7 個工作天後）',
      'EMS 5–7 working days (English text; the Chinese one says after 7)',
      'R319',
    ],
    [
      '发货后 1–2 个工作日能查到物流',
      '出貨後 1–2 個工作天能查到物流',
      'Tracking is visible in 1–2 working days',
      'R320',
    ],
    [
      '到海关要通知买家：交关日期、单号、网址、致歉',
      '到海關要通知買家：交關日期、單號、網址、致歉',
      'At customs the buyer is told: hand-over date, number, web address, apology',
      'R321',
    ],
  ],
})
