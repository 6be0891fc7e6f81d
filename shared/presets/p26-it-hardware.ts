import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, limit, precisionGroup } from './shared-parts.ts'
import { kinds, trade, within } from './trade.ts'

/** IT 硬件返修 (003-F). Four hours to the dispatch, six more to the finish; eight with a recorded reason (R040). */
export const itHardware = trade({
  id: 'P26',
  name: ['IT 硬件返修', 'IT 硬體送修', 'IT hardware, RMA'],
  hint: ['4 小时派单，6 小时完成', '4 小時派單，6 小時完成', 'Dispatched in 4 h, done in 6 h'],
  group: precisionGroup,
  guessWords: [
    '电脑硬件',
    '電腦硬體',
    '硬件',
    '硬體',
    '主板',
    '主機板',
    '显卡',
    '显示器',
    '存储',
    '配件返修',
    'rma',
    'hardware',
    'motherboard',
    'pc parts',
  ],
  register: [
    ask('customerName', 'customer', 'R159', [
      '请问是公司还是个人，怎么称呼？',
      '請問是公司還是個人，怎麼稱呼？',
      'Company or private, and what is your name?',
    ]),
    ask('phone', 'phone', 'R159', [
      '寄回时打哪个电话联系您？',
      '寄回時打哪個電話聯絡您？',
      'Which number shall we use when we send it back?',
    ]),
    ask('productName', 'product', 'house', [
      '是什么产品、什么型号？',
      '是什麼產品、什麼型號？',
      'Which product and model?',
    ]),
    ask('serialNo', 'serialNo', 'R159', [
      '标签上的序列号念一下。',
      '請念一下標籤上的序號。',
      'Please read the serial number from the label.',
    ]),
    ask('purchasedOn', 'purchasedOn', 'R159', [
      '哪天买的？有发票或购买凭证吗？',
      '哪天買的？有發票或購買憑證嗎？',
      'When was it bought? Is there an invoice or proof?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '什么故障？到手就坏，还是用了一段时间？',
      '什麼故障？到手就壞，還是用了一段時間？',
      'What is wrong? Dead on arrival, or after some time?',
    ]),
    askIfKnown('address', 'shipTo', 'house', [
      '修好寄到哪里？',
      '修好寄到哪裡？',
      'Where shall we send it afterwards?',
    ]),
    askBeforeSending('visitFromAt', 'booking', 'house', [
      '寄来还是送来，哪天到？',
      '寄來還是送來，哪天到？',
      'Mailed or brought, and on which day?',
    ]),
  ],
  channels: [channel.phone, channel.email, channel.walkIn],
  kinds: kinds({
    mailIn: ['寄修', '寄修', 'Mailed in', 'R159'],
    repair: ['维修', '維修', 'Repair', 'R159'],
    sentForRepair: ['送修', '送修', 'Sent for repair', 'R159'],
    opened: ['已拆机', '已拆機', 'Opened unit', 'R159'],
  }),
  find: [
    '问清：序列号、购买凭证、是不是开箱坏',
    '問清：序號、購買憑證、是不是開箱壞',
    'Ask: serial number, proof of purchase, dead on arrival',
  ],
  repeat: [
    '复述：保外先报价，修不了也收运费和保险费',
    '複述：保固外先報價，修不了也收運費和保險費',
    'Repeat: out of warranty a price first; transport and insurance are charged even if it cannot be repaired',
  ],
  faults: {
    dead: ['不开机', '不開機', 'Does not start'],
    doa: ['开箱即坏', '開箱即壞', 'Dead on arrival'],
    noDisplay: ['不显示', '不顯示', 'No display'],
    blueScreen: ['蓝屏死机', '藍屏當機', 'Crashes'],
    noise: ['风扇异响', '風扇異音', 'Fan noise'],
    overheats: ['过热', '過熱', 'Overheats'],
    port: ['接口坏', '連接埠壞', 'Port broken'],
    notRecognised: ['不识别', '無法辨識', 'Not recognised'],
    badSector: ['坏道', '壞軌', 'Bad sectors'],
    pixel: ['坏点', '亮點', 'Dead pixel'],
    burnt: ['烧毁', '燒毀', 'Burnt'],
    missingPart: ['缺附件', '缺配件', 'Accessory missing'],
  },
  productTypes: {
    motherboard: ['主板', '主機板', 'Motherboard'],
    graphicsCard: ['显卡', '顯示卡', 'Graphics card'],
    monitor: ['显示器', '顯示器', 'Monitor'],
    disk: ['硬盘', '硬碟', 'Disk'],
    memory: ['内存', '記憶體', 'Memory'],
    powerSupply: ['电源', '電源供應器', 'Power supply'],
    notebook: ['笔记本', '筆記型電腦', 'Notebook'],
    router: ['路由器', '路由器', 'Router'],
  },
  limits: [within(limit.assign, 240, 'R038'), within({ ...limit.solve, startsAt: 'assigned' }, 360, 'R039')],
  warranty: {
    months: null,
    from: 'purchased',
    fallback: null,
    exclusions: [exclusion.humanDamage, exclusion.modified],
    freeRules: ['R159'],
    paidRules: ['R159'],
  },
  forms: ['F31', 'F30', 'F01'],
  notes: [
    [
      '特殊情况（节假日、等件、客户其他原因）8 小时',
      '特殊情況（假日、等料、客戶其他原因）8 小時',
      'Special cases (holiday, waiting for part, other customer reason): 8 h',
      'R040',
    ],
    [
      '每月统计返修量、修复率、DOA',
      '每月統計送修量、修復率、DOA',
      'Monthly: return quantity, success rate, DOA',
      'R229 R230',
    ],
  ],
})
