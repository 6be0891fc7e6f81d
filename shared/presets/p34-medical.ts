import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, fiveByEight, limit, precisionGroup, sevenByTwentyFour } from './shared-parts.ts'
import { trade, within } from './trade.ts'
import { said } from './wording.ts'

/**
 * 医疗器械 (004). Level I is the urgent one (R099, C01); totals run from the report (C05); 质保期 is free, 保修期 is paid (C63).
 */
export const medical = trade({
  id: 'P34',
  name: ['医疗器械', '醫療器材', 'Medical devices'],
  hint: ['1 小时响应，免费期 3 年', '1 小時回應，免費期 3 年', 'Response in 1 h, 3 years free'],
  group: precisionGroup,
  guessWords: [
    '医疗',
    '醫療',
    '医用',
    '醫用',
    '器械',
    '醫材',
    '血压',
    '血壓',
    '医院',
    '醫院',
    'medical',
    'medic',
    'clinic',
  ],
  register: [
    ask('customerName', 'unit', 'R166', [
      '请问是哪个单位、哪个科室？',
      '請問是哪個單位、哪個科別？',
      'Which hospital and which department?',
    ]),
    ask('phone', 'phone', 'R166', [
      '工程师打哪个电话找您？',
      '工程師打哪個電話找您？',
      'Which number should the engineer call?',
    ]),
    ask('productName', 'product', 'R166', [
      '是哪台设备？铭牌上的型号和出厂编号是多少？',
      '是哪台設備？銘牌上的型號和出廠編號是多少？',
      'Which device? What model and serial number does the plate show?',
    ]),
    ask('symptom', 'symptom', 'R015', [
      '现在有什么现象？屏幕上有没有报警代码？',
      '現在有什麼現象？螢幕上有沒有警報代碼？',
      'What happens? Is there an alarm code on the screen?',
    ]),
    ask('level', 'level', 'R056', [
      '影响正常工作吗，还是只有一部分不能用？',
      '影響正常工作嗎，還是只有一部分不能用？',
      'Does it stop normal work, or is only a part out of use?',
    ]),
    askIfKnown('purchasedOn', 'soldOn', 'R166', ['什么时候买的？', '什麼時候買的？', 'When was it bought?']),
    askIfKnown('acceptedOn', 'acceptedOn', 'R140', [
      '合同是哪天验收的？免费期从那天算。',
      '合約是哪一天驗收的？免費期從那天起算。',
      'On which day was the contract accepted? The free stage runs from it.',
    ]),
    askBeforeSending('address', 'unitAddress', 'R166', [
      '设备在哪栋楼、哪一层？',
      '設備在哪棟樓、哪一層？',
      'Which building and which floor?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'R059', [
      '工程师什么时候到方便？',
      '工程師什麼時候到方便？',
      'When may the engineer come?',
    ]),
  ],
  channels: [channel.phone, channel.email, channel.fax, channel.written],
  find: [
    '问清：设备编号、报警代码、影不影响正常工作',
    '問清：設備編號、警報代碼、是否影響正常工作',
    'Ask: serial number, alarm code, does work stop',
  ],
  repeat: ['复述：级别、谁响应、几点前', '複述：等級、誰回應、幾點前', 'Repeat: level, who responds, by when'],
  faults: {
    noPower: ['不开机', '不開機', 'Does not start'],
    wrongReading: ['测值不准', '測值不準', 'Wrong reading'],
    noInflation: ['不打气', '不充氣', 'Does not inflate'],
    cuffLeak: ['袖带漏气', '壓脈帶漏氣', 'Cuff leaks'],
    alarm: ['报警', '警報', 'Alarm'],
    noDisplay: ['屏幕不显示', '螢幕不顯示', 'No display'],
    noPrint: ['不打印', '不列印', 'Does not print'],
    errorCode: ['报错误代码', '顯示錯誤代碼', 'Error code'],
    noUpload: ['数据传不上去', '資料無法上傳', 'Data not sent'],
    battery: ['电池不耐用', '電池不耐用', 'Battery weak'],
    keyStuck: ['按键失灵', '按鍵失靈', 'Key dead'],
    calibration: ['要校准', '需要校正', 'Calibration wanted'],
  },
  productTypes: {
    armMonitor: ['臂式电子血压计', '手臂式電子血壓計', 'Upper-arm blood pressure monitor'],
    tunnelMonitor: ['全自动隧道式血压计', '全自動隧道式血壓計', 'Automatic tunnel blood pressure monitor'],
    ambulatory: ['动态血压监测仪', '動態血壓監測儀', 'Ambulatory blood pressure recorder'],
    bedside: ['床边监护仪', '床邊監視器', 'Bedside monitor'],
    centralStation: ['数据工作站', '數據工作站', 'Data station'],
  },
  levels: [
    [
      'I',
      ['I 级 紧急', 'I 級 緊急', 'Level I, urgent'],
      ['机器故障，影响正常工作', '機器故障，影響正常工作', 'Machine fault, normal work affected'],
      1,
      'R056',
    ],
    [
      'II',
      ['II 级 一般', 'II 級 一般', 'Level II, normal'],
      [
        '部分设备故障，整体运行正常',
        '部分設備故障，整體運作正常',
        'Part of the equipment faulty, overall operation normal',
      ],
      2,
      'R059',
    ],
  ],
  limits: [
    within(limit.respond, 60, 'R056', { level: 'I' }),
    within(limit.plan, 30, 'R057', { level: 'I' }),
    within(limit.solve, 240, 'R058', { level: 'I' }),
    within(limit.respond, 120, 'R059', { level: 'II' }),
    within(limit.visit, 120, 'R059', { level: 'II' }),
    within({ ...limit.plan, startsAt: 'arrived' }, 60, 'R060', { level: 'II' }),
    within(limit.solve, 480, 'R061', { level: 'II' }),
  ],
  warranty: {
    months: 36,
    from: 'accepted',
    fromName: ['合同验收', '合約驗收', 'contract acceptance'],
    free: ['质保期', '質保期', 'Free stage'],
    paid: ['保修期', '保修期', 'Paid stage'],
    afterwards: 'feeAgreed',
    exclusions: [exclusion.userDamage],
    freeRules: ['R140', 'R142'],
    paidRules: ['R140', 'R141'],
  },
  duty: [
    { code: 'hotline', text: said(['热线 5×8', '熱線 5×8', 'Hotline 5×8']), week: fiveByEight, rule: 'R018' },
    {
      code: 'mobile',
      text: said(['专线手机 7×24', '專線手機 7×24', 'Mobile line 7×24']),
      week: sevenByTwentyFour,
      rule: 'R019',
    },
  ],
  forms: ['F08', 'F09', 'F10', 'F01'],
  notes: [
    [
      '没有验收日期时按售出日期（本公司默认）',
      '沒有驗收日期時按售出日期（本公司預設）',
      'Without an acceptance date the sale date counts: a house default',
      'R417',
    ],
    [
      '原厂才能答的，本公司去问，尽快答复',
      '原廠才能答的，本公司去問，盡快答覆',
      'What only the maker knows is asked there and answered as soon as possible',
      'R062',
    ],
  ],
})
