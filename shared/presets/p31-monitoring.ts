import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, worksGroup } from './shared-parts.ts'
import { kinds, trade } from './trade.ts'

/** 物联网监测系统 (003-O). Hotline, guidance by phone, repair on site, in this order (R369); no time is given for any of them. */
export const monitoring = trade({
  id: 'P31',
  name: ['物联网监测系统', '物聯網監測系統', 'Monitored multi-point systems'],
  hint: ['隔月巡检，每季免费', '隔月巡檢，每季免費', 'Inspected every other month'],
  group: worksGroup,
  guessWords: [
    '物联',
    '物聯',
    '监测',
    '監測',
    '传感',
    '感測',
    '在线监控',
    '遥测',
    '遙測',
    '自动化监测',
    'iot',
    'monitoring',
    'sensor',
    'telemetry',
  ],
  register: [
    ask('customerName', 'unit', 'house', [
      '请问是哪个单位、哪套系统？',
      '請問是哪個單位、哪套系統？',
      'Which company and which system?',
    ]),
    ask('contactName', 'contact', 'house', ['怎么称呼您？', '怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'R369', [
      '工程师先电话指导，打这个号码行吗？',
      '工程師先電話指導，打這個號碼可以嗎？',
      'An engineer guides you by phone first: at this number?',
    ]),
    askIfKnown('serialNo', 'pointNo', 'house', ['是几号点位？', '是幾號點位？', 'Which point number is it?']),
    ask('productName', 'system', 'house', [
      '是传感器、采集器，还是平台？',
      '是感測器、採集器，還是平台？',
      'Sensor, logger, or platform?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '是没数据、数据不对，还是报警？',
      '是沒資料、資料不對，還是警報？',
      'No data, wrong data, or an alarm?',
    ]),
    askIfKnown('purchasedOn', 'contractOn', 'house', [
      '系统是哪年建的合同？',
      '系統是哪一年的合約？',
      'Of which contract is the system?',
    ]),
    askBeforeSending('address', 'siteAddress', 'house', [
      '点位在什么地方，怎么走？',
      '點位在什麼地方，怎麼走？',
      'Where is the point, and how do we get there?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'house', [
      '工程师什么时候到方便？',
      '工程師什麼時候到方便？',
      'When may the engineer come?',
    ]),
  ],
  channels: [channel.phone, channel.email, channel.written],
  kinds: kinds(
    {
      fault: ['系统故障', '系統故障', 'System fault', 'R369'],
      use: ['使用问题', '使用問題', 'Question of use', 'R369'],
      upgrade: ['升级、深化设计', '升級、深化設計', 'Upgrade, detailed design', 'R390'],
    },
    ['use', 'upgrade'],
  ),
  find: [
    '问清：几个点、什么时候断的、供电通信灯',
    '問清：幾個點、什麼時候中斷、供電通訊燈',
    'Ask: how many points, since when, power and link lights',
  ],
  repeat: ['复述：先电话指导，不行再到现场', '複述：先電話指導，不行再到現場', 'Repeat: phone first, then on site'],
  faults: {
    offline: ['点位离线', '點位離線', 'Point offline'],
    noData: ['没有数据', '沒有資料', 'No data'],
    wrongData: ['数据跳变', '資料跳動', 'Data jump'],
    drift: ['数据漂移', '資料漂移', 'Drift'],
    falseAlarm: ['误报', '誤報', 'False alarm'],
    noAlarm: ['不报警', '不警報', 'No alarm'],
    battery: ['电池没电', '電池沒電', 'Battery flat'],
    simCard: ['流量卡欠费', '通訊卡欠費', 'Data card unpaid'],
    antenna: ['信号弱', '訊號弱', 'Weak signal'],
    water: ['进水', '進水', 'Water inside'],
    platform: ['平台登不上', '平台無法登入', 'Platform unreachable'],
    stolen: ['设备丢失', '設備遺失', 'Device missing'],
  },
  productTypes: {
    sensor: ['传感器', '感測器', 'Sensor'],
    logger: ['数据采集器', '資料採集器', 'Data logger'],
    gateway: ['网关', '閘道器', 'Gateway'],
    camera: ['摄像机', '攝影機', 'Camera'],
    power: ['太阳能供电', '太陽能供電', 'Solar supply'],
    platform: ['监控平台', '監控平台', 'Platform'],
    display: ['大屏', '大螢幕', 'Video wall'],
  },
  warranty: {
    months: null,
    from: 'accepted',
    free: ['维护期', '維護期', 'Maintenance term'],
    paid: ['维护期外', '維護期外', 'Maintenance over'],
    exclusions: [exclusion.humanDamage],
    freeRules: ['R157', 'R390'],
    paidRules: ['R156'],
  },
  forms: ['F24', 'F28', 'F32', 'F01'],
  notes: [
    ['隔月全部点位巡检一次', '隔月全部點位巡檢一次', 'All points inspected every other month', 'R201'],
    ['每季度一次免费巡检', '每季一次免費巡檢', 'Free inspection once a quarter', 'R202'],
    [
      '保外：换件按投标价，修理不高于市场价，人工按国家规定，市内交通 0 元，培训免费',
      '保固外：換件按投標價，修理不高於市場價，工資依國家規定，市內交通 0 元，訓練免費',
      'After warranty: bid price, repair not above market, labour by national rule, city travel 0, training free',
      'R156',
    ],
    [
      '维护期内软件升级、深化设计免费',
      '維護期內軟體升級、深化設計免費',
      'In warranty software upgrade and detailed design free',
      'R390',
    ],
    ['代用设备免费', '代用設備免費', 'Substitute devices free', 'R158'],
    ['每月月报', '每月月報', 'Monthly report', 'R334'],
  ],
})
