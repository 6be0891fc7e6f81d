import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending } from './questions.ts'
import { channel, equipmentGroup, limit, politeGreeting, threeTries } from './shared-parts.ts'
import { trade, within } from './trade.ts'
import { choices, said } from './wording.ts'

/** 节能灶具、商用厨具 (003-P). What the paper leaves open is an editable default and says `house`. */
export const stoves = trade({
  id: 'P32',
  name: ['节能灶具、商用厨具', '節能爐具、商用廚具', 'Stoves and commercial kitchens'],
  hint: ['3 小时上门', '3 小時到府', 'Visit in 3 h'],
  group: equipmentGroup,
  guessWords: ['灶', '竈', '炉具', '爐具', '厨', '廚', '炊', '燃气具', '燃氣具', 'stove', 'kitchen', 'cooker'],
  register: [
    ask('customerName', 'unit', 'R014', [
      '请问是哪个单位，怎么称呼您？',
      '請問是哪個單位，怎麼稱呼您？',
      'Which company is it, and what is your name?',
    ]),
    ask('address', 'unitAddress', 'R014', [
      '灶具装在哪里？单位地址我同您核对一下。',
      '爐具裝在哪裡？單位地址我與您核對一下。',
      'Where does the stove stand? Let me check the address with you.',
    ]),
    ask('phone', 'phone', 'R014', [
      '师傅出发前先打这个电话，可以吗？',
      '師傅出發前先打這個電話，可以嗎？',
      'The technician will phone this number first: is that right?',
    ]),
    ask('productName', 'productType', 'R014', [
      '是哪一台？大锅灶、小炒炉，还是蒸饭柜？',
      '是哪一台？大鍋爐、快炒爐，還是蒸飯櫃？',
      'Which one is it: wok range, stir-fry stove, steamer?',
    ]),
    ask('purchasedOn', 'purchasedOn', 'R014', [
      '什么时候买的？发票在手边吗？',
      '什麼時候買的？發票在手邊嗎？',
      'When was it bought? Is the invoice at hand?',
    ]),
    ask('symptom', 'symptom', 'R014', [
      '厨房里有没有闻到燃气味？总阀现在开着吗？',
      '廚房裡有沒有聞到瓦斯味？總開關現在開著嗎？',
      'Is there a smell of gas in the kitchen? Is the main valve open?',
    ]),
    askBeforeSending('level', 'impact', 'house', [
      '现在还能开饭吗？能不能先用另一眼？',
      '現在還能開伙嗎？能不能先用另一口？',
      'Can you still cook? Will the other burner do for now?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'R044', [
      '师傅什么时候上门方便？',
      '師傅什麼時候到府方便？',
      'When may the technician come?',
    ]),
    askBeforeSending('within3h', 'within3h', 'R044', [
      '我们 3 小时内到。／很抱歉，3 小时内到不了，因为……另约一个时间，您看行吗？',
      '我們 3 小時內到。／很抱歉，3 小時內到不了，因為……另約一個時間，您看可以嗎？',
      'We will be there within 3 hours. / I am sorry, we cannot, because … May we agree another time?',
    ]),
  ],
  channels: [channel.phone, channel.line400, channel.written, channel.walkIn],
  greeting: {
    parts: [
      ...politeGreeting.filter(({ part }) => part !== 'offer'),
      { part: 'offer', text: said(['请问您需要什么帮助？', '請問您需要什麼協助？', 'what can I help you with?']) },
    ],
    rule: 'R002',
  },
  find: [
    '问清：燃气味、总阀、能不能先用另一眼',
    '問清：瓦斯味、總開關、能不能先用另一口',
    'Ask: gas smell, main valve, other burner',
  ],
  repeat: ['复述：时间、费用、先打电话', '複述：時間、費用、先打電話', 'Repeat: time, cost, a call first'],
  faults: {
    noIgnition: ['点不着火', '點不著火', 'Will not light'],
    weakFlame: ['火小', '火小', 'Weak flame'],
    backfire: ['回火', '回火', 'Backfires'],
    goesOut: ['自动熄火', '自動熄火', 'Goes out'],
    noise: ['异响', '異音', 'Noise'],
    waterLeak: ['漏水', '漏水', 'Water leak'],
    gasSmell: ['燃气味', '瓦斯味', 'Smell of gas'],
    yellowFlame: ['火焰发黄', '火焰發黃', 'Yellow flame'],
    fan: ['风机不转', '風機不轉', 'Fan does not run'],
    valve: ['阀门拧不动', '閥門轉不動', 'Valve stuck'],
    noSteam: ['蒸汽小', '蒸氣小', 'Little steam'],
    noPower: ['不通电', '不通電', 'No power'],
  },
  productTypes: {
    wokRange: ['双眼大锅灶', '雙口大鍋爐', 'Double wok range'],
    singleRange: ['单眼大锅灶', '單口大鍋爐', 'Single wok range'],
    stirFry: ['双头小炒炉', '雙口快炒爐', 'Double stir-fry stove'],
    steamer: ['三门蒸饭柜', '三門蒸飯櫃', 'Three-door rice steamer'],
    stockpot: ['矮汤炉', '矮湯爐', 'Stockpot stove'],
    clayPot: ['煲仔炉', '煲仔爐', 'Clay-pot stove'],
    household: ['家用节能灶', '家用節能爐', 'Household stove'],
  },
  levels: [
    ['usable', ['照常用', '照常用', 'Still in use'], ['不影响开饭', '不影響開伙', 'Cooking goes on'], 3],
    ['reduced', ['少一眼', '少一口', 'One burner less'], ['一部分用不了', '一部分不能用', 'Partly out of use'], 2],
    ['stopped', ['停伙', '停伙', 'Kitchen stopped'], ['开不了饭', '無法開伙', 'No cooking at all'], 1],
  ],
  limits: [within(limit.visit, 180, 'R044'), within(limit.guide, 180, 'R043'), within(limit.mismatch, 0, 'R051')],
  contact: threeTries,
  beforeLeaving: choices({
    uniform: ['穿好工作服', '穿好工作服', 'Uniform on', 'R052'],
    badge: ['带工岗证', '帶工作證', 'Work badge', 'R052'],
    requisition: ['领料单交库管', '領料單交庫管', 'Requisition to the store', 'R052'],
    parts: ['领齐配件辅料', '領齊零件耗材', 'Parts and auxiliaries drawn', 'R052'],
    toolBox: ['查过工具箱', '查過工具箱', 'Tool box checked', 'R052'],
  }).map((each) => (each.code === 'requisition' || each.code === 'parts' ? { ...each, onlyWithParts: true } : each)),
  promise: { withinMinutes: 180, rule: 'R044' },
  warranty: {
    months: null,
    from: 'purchased',
    free: ['整机保修', '整機保固', 'Whole-product warranty'],
    exclusions: [exclusion.humanDamage, exclusion.modified],
    freeRules: [],
  },
  forms: ['F12', 'F11', 'F29', 'F01'],
  notes: [
    ['电话指导后 3 小时内回访', '電話指導後 3 小時內回訪', 'Follow-up within 3 h after phone guidance', 'R043'],
    [
      '3 小时到不了要致歉、说原因、另约、记下客户同意',
      '3 小時到不了要致歉、說原因、另約、記下客戶同意',
      'Not within 3 h: apology, reason, another time, recorded consent',
      'R044 R045',
    ],
    [
      '上门前先打电话：确认现象、定方案、确认时间',
      '到府前先打電話：確認現象、定方案、確認時間',
      'A call before leaving: symptom, solution, time',
      'R046 R047',
    ],
    ['结束语原文没有，用本公司的', '結束語原文沒有，用本公司的', 'The paper has no closing: a house default', 'R417'],
    [
      '售后部五项职责，含产品销售',
      '售後部五項職責，含產品銷售',
      'Five duties of the department, product sale among them',
      'R410',
    ],
  ],
})
