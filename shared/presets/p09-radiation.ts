import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, limit, precisionGroup } from './shared-parts.ts'
import { kinds, trade, within } from './trade.ts'

/** 射线防护服 (001-E). A question about a defect is answered at once, any other request within 24 hours (C64). */
export const radiation = trade({
  id: 'P09',
  name: ['射线防护服', '輻射防護衣', 'Radiation protection'],
  hint: [
    '24 小时响应，7 天内免费修换',
    '24 小時回應，7 天內免費修換',
    'Response in 24 h, repaired or replaced in 7 days',
  ],
  group: precisionGroup,
  guessWords: [
    '射线',
    '輻射',
    '辐射',
    '防护服',
    '防護衣',
    '铅衣',
    '鉛衣',
    '防护用品',
    '放射防护',
    'radiation',
    'x-ray',
    'lead apron',
  ],
  register: [
    ask('customerName', 'hospital', 'house', [
      '请问是哪家医院、哪个科室？',
      '請問是哪家醫院、哪個科別？',
      'Which hospital and which department?',
    ]),
    ask('contactName', 'contact', 'house', ['怎么称呼您？', '怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '打哪个电话能找到您？',
      '打哪個電話能找到您？',
      'At which number can we reach you?',
    ]),
    ask('productName', 'product', 'house', [
      '是哪种防护用品？铅衣、铅帽，还是铅屏风？',
      '是哪種防護用品？鉛衣、鉛帽，還是鉛屏風？',
      'Which article: apron, cap, screen?',
    ]),
    ask('symptom', 'qualityProblem', 'R392', [
      '发现了什么问题？数量、规格和合同对得上吗？',
      '發現什麼問題？數量、規格與合約相符嗎？',
      'What is the problem? Do quantity and specification fit the contract?',
    ]),
    askIfKnown('purchasedOn', 'soldOn', 'house', ['什么时候买的？', '什麼時候買的？', 'When was it bought?']),
    askBeforeSending('acceptedOn', 'acceptedOn', 'R125', [
      '最终验收是哪一天？',
      '最終驗收是哪一天？',
      'On which day was the final acceptance?',
    ]),
    askBeforeSending('address', 'unitAddress', 'house', [
      '寄到哪里，还是我们上门取？',
      '寄到哪裡，還是我們到府收件？',
      'Where shall we send it, or shall we fetch it?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'house', [
      '什么时候过去方便？',
      '什麼時候過去方便？',
      'When may we come?',
    ]),
  ],
  channels: [channel.phone, channel.fax, channel.written],
  kinds: kinds(
    {
      defect: ['质量问题', '品質問題', 'Defect', 'R083'],
      inquiry: ['质量质询', '品質質詢', 'Inquiry about a defect', 'R392'],
      request: ['其他要求', '其他需求', 'Other request', 'R082'],
    },
    ['inquiry'],
  ),
  find: [
    '问清：铅当量、批号、还能不能穿',
    '問清：鉛當量、批號、還能不能穿',
    'Ask: lead equivalent, lot, still wearable or not',
  ],
  repeat: [
    '复述：24 小时内响应，7 天内修好或换新',
    '複述：24 小時內回應，7 天內修好或換新',
    'Repeat: response within 24 h, repaired or replaced within 7 days',
  ],
  faults: {
    crack: ['铅胶开裂', '鉛膠龜裂', 'Lead rubber cracked'],
    seam: ['开线', '脫線', 'Seam open'],
    velcro: ['粘扣不粘', '魔鬼氈不黏', 'Velcro worn'],
    buckle: ['卡扣坏', '扣具壞', 'Buckle broken'],
    fabric: ['面料破损', '布面破損', 'Cover torn'],
    hardened: ['变硬发脆', '變硬變脆', 'Hardened'],
    equivalence: ['铅当量不够', '鉛當量不足', 'Lead equivalent too low'],
    wrongSize: ['尺码不对', '尺寸不對', 'Wrong size'],
    wrongQuantity: ['数量不符', '數量不符', 'Wrong quantity'],
    glassScratch: ['铅玻璃划伤', '鉛玻璃刮傷', 'Lead glass scratched'],
    testing: ['要检测标定', '要檢測標定', 'Test wanted'],
    hanger: ['衣架坏', '衣架壞', 'Rack broken'],
  },
  productTypes: {
    apron: ['铅衣', '鉛衣', 'Lead apron'],
    vestSkirt: ['分体铅衣', '兩件式鉛衣', 'Vest and skirt'],
    collar: ['铅围领', '鉛圍脖', 'Thyroid collar'],
    cap: ['铅帽', '鉛帽', 'Lead cap'],
    glasses: ['铅眼镜', '鉛眼鏡', 'Lead glasses'],
    gloves: ['铅手套', '鉛手套', 'Lead gloves'],
    screen: ['铅屏风', '鉛屏風', 'Lead screen'],
  },
  limits: [
    within(limit.respond, 1440, 'R082'),
    // "At once" has no number: ten minutes without an answer are told, a day is the breach (R392, C64).
    within(limit.respond, 1440, 'R392 R082', { kind: 'inquiry', warnMinutes: 1430 }),
    within(limit.solve, 7 * 1440, 'R083', { kind: 'defect', hours: 'days' }),
  ],
  warranty: {
    months: 12,
    from: 'accepted',
    fromName: ['最终验收', '最終驗收', 'final acceptance'],
    free: ['质保期', '保固期', 'Warranty'],
    paid: ['质保期外', '保固期外', 'Out of warranty'],
    afterwards: 'partsOnly',
    freeRules: ['R125', 'R126'],
    paidRules: ['R125', 'R127'],
  },
  forms: ['F01', 'F33', 'F48'],
  notes: [
    [
      '对缺陷的质询立即答复，最晚 24 小时',
      '對瑕疵的質詢立即答覆，最晚 24 小時',
      'An inquiry about a defect is answered at once, 24 h at the latest',
      'R392',
    ],
    [
      '质保期内备件、易耗件、标测、修理都免费',
      '保固期內備品、耗材、檢測、修理都免費',
      'In warranty spare parts, consumables, testing and repair are free',
      'R126',
    ],
    [
      '期满只收材料费，易耗件终身最低价',
      '期滿只收材料費，耗材終身最低價',
      'Afterwards material cost; consumables at the lowest price for life',
      'R127',
    ],
    ['现场免费培训', '現場免費訓練', 'Training on site, free', 'R391'],
  ],
})
