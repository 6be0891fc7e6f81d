import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, everyDayEightToSix, worksGroup } from './shared-parts.ts'
import { trade } from './trade.ts'
import { said } from './wording.ts'

/** 维保中心 (001-K). Four kinds of fault go to the pre-sales technical department (R100); the paper gives no time for any of them. */
export const maintenanceCentre = trade({
  id: 'P14',
  name: ['系统维保中心', '系統維保中心', 'Maintenance centre'],
  hint: ['400 热线，两组轮巡', '400 熱線，兩組輪巡', '400 line, two patrol groups'],
  group: worksGroup,
  guessWords: [
    '维保',
    '維保',
    '运维',
    '維運',
    '物业维修',
    '設備維護',
    '设备维护',
    '消防维保',
    'maintenance',
    'facility',
  ],
  register: [
    ask('customerName', 'unit', 'house', [
      '请问是哪个单位，怎么称呼您？',
      '請問是哪個單位，怎麼稱呼您？',
      'Which company is it, and what is your name?',
    ]),
    ask('phone', 'phone', 'house', [
      '现场负责人打哪个电话？',
      '現場負責人打哪個電話？',
      'Which number has the person on site?',
    ]),
    ask('address', 'siteAddress', 'house', ['现场在哪里？', '現場在哪裡？', 'Where is the site?']),
    ask('productName', 'system', 'house', [
      '是哪个系统、哪台设备？',
      '是哪個系統、哪台設備？',
      'Which system or device is it?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '什么现象？影响面有多大？',
      '什麼現象？影響範圍多大？',
      'What happens, and how much is affected?',
    ]),
    ask('level', 'level', 'R100', [
      '核心设备瘫了，还是个别点位不正常？',
      '核心設備癱瘓，還是個別點位不正常？',
      'Is a core device down, or only single points?',
    ]),
    askIfKnown('purchasedOn', 'contractOn', 'house', [
      '维保合同是什么时候签的？',
      '維保合約是什麼時候簽的？',
      'When was the maintenance contract signed?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'house', [
      '工程师什么时候到现场方便？',
      '工程師什麼時候到現場方便？',
      'When may the engineer come?',
    ]),
  ],
  channels: [{ ...channel.line400, rule: 'R024' }, channel.phone, channel.written],
  find: [
    '问清：哪个系统、影响面、急不急',
    '問清：哪個系統、影響範圍、急不急',
    'Ask: which system, how much is affected, urgent or not',
  ],
  repeat: [
    '复述：已报技术经理、谁去、几点到',
    '複述：已報技術經理、誰去、幾點到',
    'Repeat: the technical manager knows, who comes, when',
  ],
  faults: {
    offline: ['设备离线', '設備離線', 'Device offline'],
    noPicture: ['没有图像', '沒有影像', 'No picture'],
    noPower: ['断电', '斷電', 'No power'],
    alarmAlways: ['误报警', '誤報警', 'False alarm'],
    doorAccess: ['门禁打不开', '門禁打不開', 'Access control fails'],
    barrier: ['道闸不动', '柵欄機不動', 'Barrier stuck'],
    broadcast: ['广播没声音', '廣播沒聲音', 'No sound'],
    network: ['网络不通', '網路不通', 'Network down'],
    recording: ['录像丢失', '錄影遺失', 'Recording missing'],
    serverDown: ['主机死机', '主機當機', 'Host hangs'],
    slow: ['系统变慢', '系統變慢', 'Slow'],
    cable: ['线路断', '線路斷', 'Cable broken'],
  },
  productTypes: {
    cctv: ['视频监控', '影像監控', 'CCTV'],
    access: ['门禁系统', '門禁系統', 'Access control'],
    parking: ['停车系统', '停車系統', 'Parking system'],
    fireAlarm: ['消防报警', '消防警報', 'Fire alarm'],
    broadcast: ['公共广播', '公共廣播', 'Public address'],
    network: ['网络系统', '網路系統', 'Network'],
    ups: ['UPS 电源', 'UPS 不斷電系統', 'UPS'],
    meeting: ['会议系统', '會議系統', 'Conference system'],
  },
  levels: [
    [
      'core',
      ['核心瘫痪', '核心癱瘓', 'Core down'],
      ['核心设备故障，大面积不能用', '核心設備故障，大範圍不能用', 'Core device fault, wide outage'],
      1,
      'R100',
    ],
    [
      'serious',
      ['核心严重故障', '核心嚴重故障', 'Core faulty'],
      ['核心系统故障严重', '核心系統故障嚴重', 'Core system seriously faulty'],
      2,
      'R100',
    ],
    [
      'unstable',
      ['性能下降', '效能下降', 'Unstable'],
      ['整体性能下降或不稳定', '整體效能下降或不穩定', 'Overall performance falling or unstable'],
      3,
      'R100',
    ],
    [
      'partly',
      ['局部受影响', '局部受影響', 'Partly affected'],
      ['非核心故障，影响部分核心使用', '非核心故障，影響部分核心使用', 'Non-core fault hitting part of core use'],
      4,
      'R100',
    ],
    ['usable', ['不影响使用', '不影響使用', 'Still in use'], ['小毛病', '小毛病', 'A small fault'], 5],
  ],
  duty: [
    { code: 'hotline', text: said(['400 热线', '400 熱線', '400 line']), week: everyDayEightToSix, rule: 'house' },
  ],
  forms: ['F01', 'F20', 'F22', 'F28', 'F47'],
  notes: [
    [
      '中心 20 人，其中技术 16 人；行政 1 人接热线，报售后技术经理派人',
      '中心 20 人，其中技術 16 人；行政 1 人接熱線，報售後技術經理派人',
      'Centre of 20, of which 16 technicians; one person answers, the technical manager assigns',
      'R024',
    ],
    [
      '四类故障和技术难点交售前技术部',
      '四類故障和技術難點交售前技術部',
      'Four kinds of fault and technical difficulty go to the pre-sales department',
      'R100',
    ],
    ['季度、年度大维护', '季度、年度大維護', 'Quarterly and yearly large maintenance', 'R209'],
    ['投诉由总经办管到满意', '客訴由總經理室管到滿意', 'Complaints: general manager’s office until satisfied', 'R218'],
    ['客户信息部定期回访每个客户', '客戶資訊部定期回訪每個客戶', 'Every customer is followed up at set times', 'R396'],
    ['两组轮流巡检', '兩組輪流巡檢', 'Two groups patrol in turn', 'R397'],
  ],
})
