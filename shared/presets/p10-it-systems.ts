import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, limit, precisionGroup, sevenByTwentyFour } from './shared-parts.ts'
import { onSite, trade, within } from './trade.ts'
import { said } from './wording.ts'

/** IT 系统 (001-F). Its level 1 is the mildest (R099, C01); the text of level 3 is cut off in the paper and stays the company's (C02). */
export const itSystems = trade({
  id: 'P10',
  name: ['IT 系统', 'IT 系統', 'IT systems'],
  hint: ['7×24，4 小时到场', '7×24，4 小時到場', '7 × 24, on site in 4 h'],
  group: precisionGroup,
  guessWords: [
    '信息技术',
    '資訊',
    '信息系统',
    '计算机',
    '電腦',
    '电脑',
    '网络科技',
    '網路',
    '服务器',
    '伺服器',
    '数据中心',
    'it service',
    'computer',
    'network',
    'server',
  ],
  register: [
    ask('customerName', 'unit', 'house', [
      '请问是哪个单位、哪个机房？',
      '請問是哪個單位、哪個機房？',
      'Which company and which server room?',
    ]),
    ask('contactName', 'contact', 'house', ['怎么称呼您？', '怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '工程师马上联系您，打这个号码对吗？',
      '工程師馬上聯絡您，打這個號碼對嗎？',
      'An engineer contacts you right away: at this number?',
    ]),
    ask('productName', 'system', 'house', [
      '是哪套系统、哪台设备？',
      '是哪套系統、哪台設備？',
      'Which system or device is it?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '什么时候开始的？报什么错？有没有刚改过配置？',
      '什麼時候開始的？出現什麼錯誤？剛改過設定嗎？',
      'Since when? Which error? Was anything changed just before?',
    ]),
    ask('level', 'level', 'R079 R080', [
      '业务停了没有，还是只有一部分不正常？',
      '業務停了嗎，還是只有一部分不正常？',
      'Has work stopped, or is only a part out of order?',
    ]),
    askIfKnown('purchasedOn', 'purchasedOn', 'house', [
      '设备什么时候买的？',
      '設備什麼時候買的？',
      'When was it bought?',
    ]),
    askBeforeSending('address', 'siteAddress', 'house', [
      '机房在哪里，进去要办什么手续？',
      '機房在哪裡，進入需要什麼手續？',
      'Where is the server room, and what is needed to get in?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'R076', [
      '电话里解决不了，工程师四小时内到场，有人接应吗？',
      '電話處理不了，工程師四小時內到場，有人接應嗎？',
      'If the phone does not help, an engineer comes within four hours: will somebody meet us?',
    ]),
  ],
  channels: [channel.phone, channel.email, channel.fax],
  find: [
    '问清：影响多少人、有没有备份、能不能远程',
    '問清：影響多少人、有沒有備份、能不能遠端',
    'Ask: how many people, backup, remote access',
  ],
  repeat: ['复述：级别、谁在处理、几点前到', '複述：等級、誰在處理、幾點前到', 'Repeat: level, who is on it, by when'],
  faults: {
    serverDown: ['服务器宕机', '伺服器當機', 'Server down'],
    networkDown: ['网络不通', '網路不通', 'Network down'],
    slow: ['系统很慢', '系統很慢', 'Very slow'],
    cannotLogIn: ['登录不了', '無法登入', 'Cannot sign in'],
    database: ['数据库报错', '資料庫錯誤', 'Database error'],
    diskFull: ['硬盘满了', '硬碟滿了', 'Disk full'],
    diskBroken: ['硬盘坏', '硬碟故障', 'Disk broken'],
    backup: ['备份失败', '備份失敗', 'Backup fails'],
    virus: ['中病毒', '中毒', 'Virus'],
    powerSupply: ['电源、UPS 报警', '電源、UPS 警報', 'Power or UPS alarm'],
    software: ['软件出错', '軟體出錯', 'Software error'],
    printing: ['打印不了', '無法列印', 'No printing'],
  },
  productTypes: {
    server: ['服务器', '伺服器', 'Server'],
    storage: ['存储', '儲存設備', 'Storage'],
    switch: ['交换机', '交換器', 'Switch'],
    firewall: ['防火墙', '防火牆', 'Firewall'],
    ups: ['UPS 电源', 'UPS 不斷電系統', 'UPS'],
    desktop: ['台式机', '桌上型電腦', 'Desktop computer'],
    application: ['应用软件', '應用軟體', 'Application'],
    printer: ['打印机', '印表機', 'Printer'],
  },
  levels: [
    [
      'level3',
      ['三级', '三級', 'Level 3'],
      ['原文缺，由公司定', '原文缺，由公司訂定', 'Cut off in the paper: the company says'],
      1,
      'R081',
    ],
    [
      'level2',
      ['二级', '二級', 'Level 2'],
      ['故障，影响正常业务', '故障，影響正常業務', 'Fault, normal service affected'],
      2,
      'R080',
    ],
    [
      'level1',
      ['一级', '一級', 'Level 1'],
      ['局部故障，不影响正常业务', '局部故障，不影響正常業務', 'Partial fault, normal service not affected'],
      3,
      'R079',
    ],
  ],
  limits: [
    within(limit.respond, 240, 'R075'),
    // "Immediately" has no number; ten minutes are the house's (C89).
    within(limit.respond, 10, 'house', { level: 'level2' }),
    within(limit.respond, 10, 'house', { level: 'level1' }),
    within(limit.solve, 240, 'R075'),
    within(onSite, 240, 'R076'),
    within(
      { ...limit.plan, text: said(['诊断报告', '診斷報告', 'Diagnosis report']), startsAt: 'received' },
      300,
      'R077',
    ),
  ],
  warranty: {
    months: null,
    from: 'accepted',
    fromName: ['终验', '最終驗收', 'final acceptance'],
    free: ['质保期', '保固期', 'Warranty'],
    paid: ['质保期外', '保固期外', 'Out of warranty'],
    freeRules: ['R128'],
    paidRules: ['R129'],
  },
  duty: [
    {
      code: 'hotline',
      text: said(['服务专线 7×24', '服務專線 7×24', 'Service line 7 × 24']),
      week: sevenByTwentyFour,
      rule: 'R020',
    },
  ],
  forms: ['F01', 'F10'],
  notes: [
    [
      '不能按时到，用户可以另找公司，工单记下',
      '不能按時到，使用者可另找公司，工單記下',
      'Too late: the user may entrust another company, noted on the ticket',
      'R078',
    ],
    [
      '三级的文字原文缺，由公司填',
      '三級的文字原文缺，由公司填',
      'Level 3 is announced and its text missing: the company fills it in',
      'R081',
    ],
    ['一级、二级立即响应', '一級、二級立即回應', 'Levels 1 and 2: immediate response', 'R079 R080'],
    [
      '安装、试运行、终验后的质保期都免费',
      '安裝、試運轉、終驗後的保固期都免費',
      'Installation, trial run and the warranty after final acceptance are free',
      'R128',
    ],
    ['各种维修配件随要随供', '各種維修零件隨要隨供', 'Repair parts of every kind supplied on request', 'R416'],
  ],
})
