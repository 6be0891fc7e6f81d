import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, everyDayEightToSix, limit, worksGroup } from './shared-parts.ts'
import { kinds, trade, within } from './trade.ts'
import { said } from './wording.ts'

/** LED 显示屏、项目软件 (001-N). Fastest way and shortest time have no number in the paper (R098). */
export const ledDisplay = trade({
  id: 'P17',
  name: ['LED 显示屏、项目软件', 'LED 顯示屏、專案軟體', 'LED displays, project software'],
  hint: ['返厂 5 个工作日', '返廠 5 個工作天', 'Factory repair in 5 working days'],
  group: worksGroup,
  guessWords: [
    '显示屏',
    '顯示屏',
    '显示',
    '顯示',
    '大屏',
    '電視牆',
    'led屏',
    '广告屏',
    '项目软件',
    '工程软件',
    'led display',
    'display',
    'signage',
    'screen',
  ],
  register: [
    ask('customerName', 'unit', 'house', [
      '请问是哪个单位、哪块屏？',
      '請問是哪個單位、哪塊螢幕？',
      'Which company and which display?',
    ]),
    ask('phone', 'phone', 'house', [
      '现场管屏的人打哪个电话？',
      '現場管理人打哪個電話？',
      'Which number has the person on site?',
    ]),
    ask('productName', 'product', 'house', [
      '是室内屏、户外屏，还是软件的问题？',
      '是室內屏、戶外屏，還是軟體的問題？',
      'Indoor display, outdoor display, or software?',
    ]),
    ask('symptom', 'symptom', 'R381', [
      '是黑屏、花屏，还是有几块不亮？',
      '是黑畫面、花屏，還是有幾塊不亮？',
      'Black, garbled, or some modules out?',
    ]),
    ask('level', 'impact', 'house', ['现在有活动要用吗？', '現在有活動要用嗎？', 'Is it needed for an event now?']),
    askIfKnown('purchasedOn', 'purchasedOn', 'house', [
      '屏是什么时候买的？',
      '螢幕是什麼時候買的？',
      'When was the display bought?',
    ]),
    askBeforeSending('address', 'siteAddress', 'house', [
      '屏装在哪里，多高，要不要吊车？',
      '螢幕裝在哪裡、多高、要不要吊車？',
      'Where and how high is it? Is a lift needed?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'house', [
      '师傅什么时候到方便？',
      '師傅什麼時候到方便？',
      'When may the technician come?',
    ]),
  ],
  channels: [channel.phone, channel.line400, channel.email],
  kinds: kinds(
    {
      repair: ['报修', '報修', 'Repair'],
      designPlan: ['要方案', '需要方案', 'Solution wanted', 'R096'],
      factory: ['返厂维修', '返廠維修', 'Factory repair', 'R097'],
      software: ['软件升级补丁', '軟體升級修補', 'Software upgrade, patches', 'R358'],
    },
    ['designPlan', 'software'],
  ),
  find: [
    '问清：整屏还是几块、有没有断过电、进没进水',
    '問清：整屏還是幾塊、有沒有斷過電、有沒有進水',
    'Ask: whole screen or modules, power cut, water',
  ],
  repeat: [
    '复述：哪块屏、谁去、要不要返厂',
    '複述：哪塊螢幕、誰去、要不要返廠',
    'Repeat: which display, who comes, factory or not',
  ],
  faults: {
    black: ['整屏不亮', '整屏不亮', 'Whole screen dark'],
    moduleOut: ['模组不亮', '模組不亮', 'Module out'],
    deadPixel: ['死灯', '死燈', 'Dead pixels'],
    garbled: ['花屏', '花屏', 'Garbled'],
    colour: ['偏色', '偏色', 'Colour shift'],
    flicker: ['闪屏', '閃爍', 'Flickers'],
    noSignal: ['没信号', '沒訊號', 'No signal'],
    sendingCard: ['发送卡故障', '發送卡故障', 'Sending card fault'],
    powerSupply: ['电源坏', '電源故障', 'Power supply broken'],
    water: ['进水', '進水', 'Water inside'],
    playback: ['播不了节目', '無法播放', 'Does not play'],
    software: ['软件报错', '軟體錯誤', 'Software error'],
  },
  productTypes: {
    outdoor: ['户外全彩屏', '戶外全彩屏', 'Outdoor full-colour'],
    indoor: ['室内小间距屏', '室內小間距屏', 'Indoor fine-pitch'],
    rental: ['租赁屏', '租賃屏', 'Rental display'],
    doorHead: ['门头条屏', '門頭字幕機', 'Text display'],
    controller: ['控制系统', '控制系統', 'Control system'],
    projectSoftware: ['项目管理软件', '專案管理軟體', 'Project software'],
    enterpriseSoftware: ['企业管理软件', '企業管理軟體', 'Enterprise software'],
  },
  levels: [
    [
      'event',
      ['活动要用', '活動要用', 'Event at stake'],
      ['马上有活动', '馬上有活動', 'An event is about to begin'],
      1,
    ],
    ['dark', ['整屏不亮', '整屏不亮', 'Screen dark'], ['播不了', '無法播放', 'Nothing can be shown'], 2],
    ['partly', ['局部不亮', '局部不亮', 'Partly out'], ['还能播', '還能播', 'Still plays'], 3],
  ],
  limits: [
    within(
      { ...limit.plan, text: said(['设计方案', '設計方案', 'Design plan']), startsAt: 'received' },
      2 * 1440,
      'R096',
      { kind: 'designPlan', hours: 'days' },
    ),
    within(
      {
        clock: 'factoryRepair',
        text: said(['厂内修好', '廠內修好', 'Factory repair']),
        startsAt: 'atFactory',
        endsAt: 'finished',
        hours: 'workingDays',
      },
      5 * 1440,
      'R097',
      { kind: 'factory' },
    ),
  ],
  warranty: {
    months: null,
    from: 'accepted',
    free: ['免费维护期', '免費維護期', 'Free period'],
    paid: ['免费期外', '免費期外', 'Free period over'],
    exclusions: [
      [
        '违反操作规程、不可抗力：只收工本费',
        '違反操作規程、不可抗力：只收工本費',
        'Breach of the operating rules, force majeure: cost price',
      ],
    ],
    freeRules: ['R132'],
    paidRules: ['R133'],
  },
  duty: [
    {
      code: 'hotline',
      text: said(['免费服务专线', '免付費服務專線', 'Free service line']),
      week: everyDayEightToSix,
      rule: 'house',
    },
  ],
  forms: ['F01', 'F20', 'F28', 'F33', 'F55'],
  notes: [
    [
      '每次服务都回访：态度、质量、解决问题的水平',
      '每次服務都回訪：態度、品質、解決問題的水準',
      'Every service is followed up: attitude, quality, fault-solving level',
      'R187',
    ],
    [
      '软件免费升级，补丁由用户自选',
      '軟體免費升級，修補程式由使用者自選',
      'Software upgraded free; the user chooses the patches',
      'R134 R358',
    ],
    ['产品培训分三级', '產品訓練分三級', 'Product training on three levels', 'R401'],
    [
      '元器件或生产原因免费，其他只收工本费',
      '元件或生產原因免費，其他只收工本費',
      'Component or production cause free; otherwise cost price',
      'R132',
    ],
  ],
})
