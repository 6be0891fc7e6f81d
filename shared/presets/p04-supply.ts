import { kinds, onSite, trade, within } from './trade.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, equipmentGroup, everyDayEightToSix, limit } from './shared-parts.ts'
import { said } from './wording.ts'

/** 设备供货 (000-D). Repair and on-site guidance are two requests with two limits (C08). */
export const supply = trade({
  id: 'P04',
  name: ['设备供货', '設備供應', 'Equipment supply'],
  hint: ['2 小时响应，12 小时到场', '2 小時回應，12 小時到場', 'Response in 2 h, on site in 12 h'],
  group: equipmentGroup,
  guessWords: ['设备', '設備', '机电', '機電', '机械设备', '成套', '供货', '供應', 'equipment', 'machinery supply'],
  register: [
    ask('customerName', 'unit', 'house', [
      '请问是哪个单位、哪个项目？',
      '請問是哪個單位、哪個案場？',
      'Which company and which project?',
    ]),
    ask('contactName', 'contact', 'house', ['怎么称呼您？', '怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '我们的工程师两小时内给您回话，打这个号码行吗？',
      '我們的工程師兩小時內回覆您，打這個號碼可以嗎？',
      'Our engineer answers within two hours: at this number?',
    ]),
    ask('productName', 'product', 'house', [
      '是哪台设备？铭牌上的型号和编号念一下。',
      '是哪台設備？請念一下銘牌上的型號和編號。',
      'Which machine? Please read the model and number from the plate.',
    ]),
    ask('symptom', 'symptom', 'R399', [
      '出了什么问题？是要修，还是要人到现场指导？',
      '出了什麼問題？是要修，還是要人到現場指導？',
      'What is wrong: a repair, or guidance on site?',
    ]),
    askIfKnown('purchasedOn', 'purchasedOn', 'house', [
      '设备什么时候买的？',
      '設備什麼時候買的？',
      'When was it bought?',
    ]),
    askBeforeSending('address', 'siteAddress', 'house', [
      '设备在哪个现场？',
      '設備在哪個現場？',
      'Where does the machine stand?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'house', [
      '工程师什么时候进场方便？',
      '工程師什麼時候進場方便？',
      'When may the engineer come?',
    ]),
  ],
  channels: [channel.phone, channel.fax, channel.written],
  kinds: kinds({
    repair: ['维修', '維修', 'Repair', 'R067'],
    onSiteGuidance: ['现场指导', '現場指導', 'Guidance on site', 'R068'],
  }),
  find: [
    '问清：同样的毛病修过几次、开箱就有没有',
    '問清：同樣的毛病修過幾次、開箱時有沒有',
    'Ask: repaired before for the same fault? Found on unpacking?',
  ],
  repeat: [
    '复述：两小时内响应、十二小时内到场、谁去',
    '複述：兩小時內回應、十二小時內到場、誰去',
    'Repeat: response in two hours, on site in twelve, who comes',
  ],
  faults: {
    wontStart: ['不启动', '無法啟動', 'Will not start'],
    stops: ['运行中停机', '運轉中停機', 'Stops while running'],
    overheats: ['过热', '過熱', 'Overheats'],
    noise: ['异响振动', '異音震動', 'Noise, vibration'],
    oilLeak: ['漏油', '漏油', 'Oil leak'],
    motor: ['电机故障', '馬達故障', 'Motor fault'],
    control: ['控制柜报警', '控制櫃警報', 'Control cabinet alarm'],
    accuracy: ['精度不够', '精度不足', 'Out of tolerance'],
    damagedOnArrival: ['开箱有磕碰', '開箱有碰傷', 'Damaged on unpacking'],
    missingPart: ['缺件', '缺件', 'Part missing'],
    sameAgain: ['同样毛病又犯', '同樣毛病再發', 'Same fault again'],
    howToUse: ['不会操作', '不會操作', 'How to operate'],
  },
  productTypes: {
    pump: ['水泵', '水泵', 'Pump'],
    compressor: ['空压机', '空壓機', 'Compressor'],
    fan: ['风机', '風機', 'Fan'],
    boiler: ['锅炉', '鍋爐', 'Boiler'],
    generator: ['发电机组', '發電機組', 'Generator set'],
    cabinet: ['配电柜', '配電盤', 'Switch cabinet'],
    crane: ['起重设备', '起重設備', 'Hoist'],
    line: ['成套生产线', '整套產線', 'Production line'],
  },
  limits: [
    within(limit.respond, 120, 'R066'),
    within(onSite, 720, 'R067', { kind: 'repair' }),
    within(onSite, 1440, 'R068', { kind: 'onSiteGuidance' }),
  ],
  warranty: {
    months: null,
    from: 'accepted',
    free: ['质保期', '保固期', 'Warranty'],
    paid: ['质保期外', '保固期外', 'Out of warranty'],
    afterwards: 'partsOnly',
    freeRules: ['R114', 'R118'],
    paidRules: ['R116'],
  },
  duty: [
    {
      code: 'hotline',
      text: said(['售后专线', '售後專線', 'After-sales line', 'R399']),
      week: everyDayEightToSix,
      rule: 'house',
    },
  ],
  forms: ['F01', 'F33', 'F48'],
  notes: [
    [
      '专线有专人接听、记录、给方案',
      '專線有專人接聽、記錄、給方案',
      'A dedicated line: answer, record, solution',
      'R399',
    ],
    ['售前、使用中都可现场指导', '售前、使用中都可現場指導', 'Guidance on site before the sale and in use', 'R400'],
    [
      '同一台同样毛病连修 3 次不好，换同品牌同型号新机',
      '同一台同樣毛病連修 3 次不好，換同品牌同型號新機',
      'Same device, same fault, 3 failed repairs in a row: a new one of the same model',
      'R114',
    ],
    ['设计寿命内只用原厂件', '設計壽命內只用原廠零件', 'Genuine parts for the design life', 'R117'],
    ['开箱发现问题：修、换或新品', '開箱發現問題：修、換或新品', 'Found on unpacking: repair, exchange or new', 'R118'],
    [
      '培训不限人数，每年至少 2 次',
      '訓練不限人數，每年至少 2 次',
      'Training for any number of people, at least twice a year',
      'R298',
    ],
  ],
})
