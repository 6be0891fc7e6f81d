import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, tradeGroup } from './shared-parts.ts'
import { kinds, trade } from './trade.ts'

/** 售后跟踪回访 (001-R): a desk whose work is the follow-up and its questionnaire. */
export const followUpDesk = trade({
  id: 'P20',
  name: ['售后跟踪回访', '售後追蹤回訪', 'Follow-up service'],
  hint: ['问产品、问服务两份评价', '問產品、問服務兩份評價', 'Product and service are rated'],
  group: tradeGroup,
  guessWords: [
    '回访',
    '回訪',
    '客服外包',
    '呼叫中心',
    '客服中心',
    '满意度',
    '滿意度',
    '市场调查',
    '市場調查',
    'call center',
    'call centre',
    'survey',
    'customer care',
  ],
  register: [
    ask('customerName', 'customer', 'R199', ['请问怎么称呼您？', '請問怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '以后回访打这个电话方便吗？',
      '之後回訪打這個電話方便嗎？',
      'May we call this number again?',
    ]),
    ask('productName', 'product', 'R199', ['您用的是哪款产品？', '您使用的是哪款產品？', 'Which product do you use?']),
    ask('symptom', 'request', 'R199', [
      '产品用得怎么样？对我们的服务满意吗？',
      '產品用得如何？對我們的服務滿意嗎？',
      'How is the product, and are you satisfied with our service?',
    ]),
    askIfKnown('purchasedOn', 'purchasedOn', 'house', ['什么时候买的？', '什麼時候買的？', 'When was it bought?']),
    askBeforeSending('address', 'address', 'house', [
      '要上门的话，地址是哪里？',
      '如需到府，地址是哪裡？',
      'If somebody comes: what is the address?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'house', ['什么时候方便？', '什麼時候方便？', 'When is it convenient?']),
  ],
  channels: [channel.phone, channel.email, channel.letter],
  kinds: kinds(
    {
      repair: ['报修', '報修', 'Repair'],
      opinion: ['意见建议', '意見建議', 'Opinion'],
      question: ['使用咨询', '使用諮詢', 'Question'],
    },
    ['opinion', 'question'],
  ),
  find: [
    '问清：产品评价、服务满意度、有什么建议',
    '問清：產品評價、服務滿意度、有什麼建議',
    'Ask: opinion on the product, satisfaction with the service, suggestions',
  ],
  repeat: [
    '复述：记下的意见、谁处理、什么时候回话',
    '複述：記下的意見、誰處理、什麼時候回覆',
    'Repeat: what was noted, who deals with it, when we reply',
  ],
  faults: {
    broken: ['产品坏了', '產品壞了', 'Broken'],
    hardToUse: ['不好用', '不好用', 'Hard to use'],
    notAsPromised: ['与宣传不符', '與宣傳不符', 'Not as promised'],
    slowService: ['服务慢', '服務慢', 'Slow service'],
    attitude: ['态度差', '態度差', 'Poor manner'],
    repeated: ['修了又坏', '修了又壞', 'Broken again'],
    delivery: ['送货安装问题', '送貨安裝問題', 'Delivery, installation'],
    price: ['收费有疑问', '收費有疑問', 'Question of price'],
    manual: ['说明看不懂', '說明看不懂', 'Manual unclear'],
    suggestion: ['提建议', '提建議', 'Suggestion'],
    praise: ['表扬', '表揚', 'Praise'],
  },
  productTypes: {
    appliance: ['家用电器', '家用電器', 'Home appliance'],
    digital: ['数码产品', '數位產品', 'Digital product'],
    software: ['软件', '軟體', 'Software'],
    furniture: ['家具', '家具', 'Furniture'],
    vehicle: ['车辆', '車輛', 'Vehicle'],
    service: ['服务', '服務', 'Service'],
  },
  forms: ['F01', 'F20', 'F21', 'F46'],
  notes: [
    [
      '管理员管用户和客户；回访用户管回访和客户',
      '管理員管使用者和客戶；回訪使用者管回訪和客戶',
      'Administrator: users and customers; follow-up user: follow-ups and customers',
      'R335 R337',
    ],
    [
      '问卷：产品评价、服务满意度',
      '問卷：產品評價、服務滿意度',
      'Questionnaire: product evaluation, service satisfaction',
      'R199',
    ],
  ],
})
