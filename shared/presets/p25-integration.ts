import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, limit, sevenByTwentyFour, worksGroup } from './shared-parts.ts'
import { trade, within } from './trade.ts'
import { named, said } from './wording.ts'

/** 系统集成 (003-D). */
export const integration = trade({
  id: 'P25',
  name: ['系统集成', '系統整合', 'System integration'],
  hint: ['1 小时响应，质保 2 年', '1 小時回應，保固 2 年', 'Response in 1 h, 2 years free'],
  group: worksGroup,
  guessWords: [
    '系统集成',
    '系統整合',
    '集成',
    '信息系统',
    '智慧城市',
    '机房工程',
    '機房工程',
    'integration',
    'integrator',
    'systems',
  ],
  register: [
    ask('customerName', 'unit', 'house', [
      '请问是哪个单位、哪个项目？',
      '請問是哪個單位、哪個專案？',
      'Which company and which project?',
    ]),
    ask('contactName', 'contact', 'house', ['怎么称呼您？', '怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '工程师一小时内联系您，打这个号码行吗？',
      '工程師一小時內聯絡您，打這個號碼可以嗎？',
      'An engineer contacts you within an hour: at this number?',
    ]),
    ask('productName', 'system', 'house', [
      '是哪个子系统、哪台设备？',
      '是哪個子系統、哪台設備？',
      'Which subsystem or device?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '什么现象？判断得出是硬件还是软件吗？',
      '什麼現象？判斷得出是硬體還是軟體嗎？',
      'What happens? Hardware or software, can you tell?',
    ]),
    ask('level', 'level', 'R088', [
      '是不是全部停了的重大故障？',
      '是不是全部停擺的重大故障？',
      'Is it a major fault with everything stopped?',
    ]),
    askIfKnown('purchasedOn', 'deliveredOn', 'house', [
      '设备是什么时候交付的？',
      '設備是什麼時候交付的？',
      'When was it delivered?',
    ]),
    askBeforeSending('address', 'siteAddress', 'house', ['现场在哪里？', '現場在哪裡？', 'Where is the site?']),
    askBeforeSending('visitFromAt', 'visitSite', 'R147', [
      '工程师什么时候到方便？',
      '工程師什麼時候到方便？',
      'When may the engineer come?',
    ]),
  ],
  channels: named('R027', channel.phone, channel.fax, channel.email),
  find: [
    '问清：硬件软件、影响面、有没有备机',
    '問清：硬體軟體、影響範圍、有沒有備機',
    'Ask: hardware or software, how much is affected, spare unit',
  ],
  repeat: [
    '复述：一小时内响应、谁负责、修不好给备机',
    '複述：一小時內回應、誰負責、修不好給備機',
    'Repeat: response within an hour, who is in charge, a spare unit if needed',
  ],
  faults: {
    serverDown: ['服务器宕机', '伺服器當機', 'Server down'],
    storage: ['存储报警', '儲存設備警報', 'Storage alarm'],
    network: ['网络中断', '網路中斷', 'Network interrupted'],
    application: ['应用打不开', '應用程式打不開', 'Application fails'],
    database: ['数据库异常', '資料庫異常', 'Database error'],
    ups: ['UPS 报警', 'UPS 警報', 'UPS alarm'],
    cooling: ['机房温度高', '機房溫度高', 'Server room too warm'],
    camera: ['监控掉线', '監控斷線', 'Camera offline'],
    display: ['大屏异常', '大螢幕異常', 'Video wall fault'],
    performance: ['运行缓慢', '執行緩慢', 'Slow'],
    security: ['安全告警', '資安警示', 'Security alert'],
    upgrade: ['要升级', '需要升級', 'Upgrade wanted'],
  },
  productTypes: {
    server: ['服务器存储', '伺服器與儲存', 'Servers and storage'],
    network: ['网络设备', '網路設備', 'Network equipment'],
    securitySystem: ['安防系统', '安全監控系統', 'Security system'],
    dataCentre: ['机房', '機房', 'Server room'],
    videoWall: ['大屏系统', '大螢幕系統', 'Video wall'],
    software: ['应用软件', '應用軟體', 'Application software'],
    cabling: ['综合布线', '結構化佈線', 'Cabling'],
    meeting: ['视频会议', '視訊會議', 'Video conference'],
  },
  levels: [
    [
      'major',
      ['重大故障', '重大故障', 'Major fault'],
      ['双方商定方案', '雙方商定方案', 'Both sides agree on a solution'],
      1,
      'R088',
    ],
    ['normal', ['一般故障', '一般故障', 'Normal fault'], ['局部受影响', '局部受影響', 'Partly affected'], 2],
    ['question', ['咨询', '諮詢', 'Question'], ['不影响使用', '不影響使用', 'Work goes on'], 3],
  ],
  limits: [
    within(limit.respond, 60, 'R086'),
    // The 48 hours begin where eight hours of repair end (C45).
    within(
      {
        clock: 'loaner',
        text: said(['给备机', '提供備機', 'Spare unit']),
        startsAt: 'repairBegan',
        endsAt: 'loaned',
        hours: 'clock',
      },
      480 + 2880,
      'R087',
      { notBeforeMinutes: 480 },
    ),
  ],
  warranty: {
    months: 24,
    from: 'purchased',
    fromName: ['交付', '交付', 'delivery'],
    free: ['质保期', '保固期', 'Warranty'],
    paid: ['质保期外', '保固期外', 'Out of warranty'],
    exclusions: [exclusion.humanDamage, ['客户原因要求的上门', '客戶原因要求的到場', 'Visits caused by the customer']],
    freeRules: ['R143', 'R145', 'R146', 'R147'],
    paidRules: ['R143', 'R144'],
  },
  duty: [
    {
      code: 'hotline',
      text: said(['呼叫中心 24 小时', '客服中心 24 小時', 'Call centre 24 h']),
      week: sevenByTwentyFour,
      rule: 'R023',
    },
  ],
  forms: ['F01', 'F28', 'F32'],
  notes: [
    [
      '修 8 小时还不好，48 小时内给备机',
      '修 8 小時還不好，48 小時內給備機',
      'After 8 h of repair a spare unit within 48 h',
      'R087',
    ],
    [
      '每季度免费检查一次，每年至少 2 次年检',
      '每季免費檢查一次，每年至少 2 次年檢',
      'A free check each quarter, at least 2 annual checks',
      'R203',
    ],
    [
      '软件终身免费升级，终身维护',
      '軟體終身免費升級，終身維護',
      'Software upgraded free for life, lifetime maintenance',
      'R143',
    ],
    ['保外收费，方式和响应不变', '保固外收費，方式和回應不變', 'After warranty paid, same mode and response', 'R144'],
  ],
})
