import { trade, within } from './trade.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, limit, precisionGroup } from './shared-parts.ts'
import { said } from './wording.ts'

/** 医院软件 (000-B). The free year has no start event in the paper: open until the company sets it (C68). */
export const hospitalSoftware = trade({
  id: 'P02',
  name: ['医院软件', '醫院資訊系統', 'Hospital software'],
  hint: ['1 小时反馈，8 小时解决', '1 小時回報，8 小時解決', 'Feedback in 1 h, solved in 8 h'],
  group: precisionGroup,
  guessWords: [
    '医院软件',
    '医疗软件',
    '醫療軟體',
    '医疗信息',
    '醫療資訊',
    '医信',
    '卫宁',
    '电子病历',
    '電子病歷',
    'health it',
    'hospital software',
  ],
  register: [
    ask('customerName', 'hospital', 'house', [
      '请问是哪家医院、哪个科室？',
      '請問是哪家醫院、哪個科別？',
      'Which hospital and which department?',
    ]),
    ask('contactName', 'contact', 'house', ['怎么称呼您？', '怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '工程师打哪个电话找您？',
      '工程師打哪個電話找您？',
      'Which number should the engineer call?',
    ]),
    ask('productName', 'module', 'house', [
      '是哪个模块？挂号、收费，还是医生站？',
      '是哪個模組？掛號、批價，還是醫師工作站？',
      'Which module is it: registration, billing, doctor station?',
    ]),
    ask('symptom', 'symptom', 'R016', [
      '操作到哪一步出的问题？屏幕上提示了什么？',
      '操作到哪一步出問題？畫面上顯示什麼訊息？',
      'At which step did it fail, and what does the screen say?',
    ]),
    ask('level', 'impact', 'house', [
      '影响门诊排队吗，几台电脑有这个问题？',
      '會影響門診看診嗎？幾台電腦有這個問題？',
      'Are patients waiting? How many computers have it?',
    ]),
    askIfKnown('purchasedOn', 'liveOn', 'house', [
      '这个模块什么时候上线的？',
      '這個模組什麼時候上線的？',
      'When did this module go live?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'house', [
      '电话和远程解决不了，工程师什么时候过去方便？',
      '電話和遠端處理不了，工程師什麼時候過去方便？',
      'If phone and remote do not help: when may the engineer come?',
    ]),
  ],
  channels: [channel.phone, channel.email, channel.written],
  find: [
    '问清：哪一步、什么提示、能不能远程',
    '問清：哪一步、什麼訊息、能不能遠端',
    'Ask: which step, what message, remote possible or not',
  ],
  repeat: [
    '复述：一小时内给意见，八小时内解决',
    '複述：一小時內回覆意見，八小時內解決',
    'Repeat: an opinion within one hour, solved within eight',
  ],
  faults: {
    cannotLogIn: ['登录不上', '無法登入', 'Cannot sign in'],
    slow: ['运行很慢', '執行很慢', 'Very slow'],
    frozen: ['卡死、闪退', '當機、閃退', 'Freezes or crashes'],
    wrongData: ['数据不对', '資料不對', 'Wrong data'],
    lostData: ['数据查不到', '查不到資料', 'Data missing'],
    billing: ['收费金额不对', '批價金額不對', 'Wrong charge'],
    insurance: ['医保接口报错', '健保介接出錯', 'Insurance interface error'],
    noPrint: ['打印不出来', '無法列印', 'Does not print'],
    labInterface: ['检验仪器连不上', '檢驗儀器連不上', 'Lab device not connected'],
    permission: ['权限不够', '權限不足', 'Missing right'],
    report: ['报表不对', '報表不對', 'Wrong report'],
    mistyped: ['操作失误要改回', '操作失誤要改回', 'Entry to be taken back'],
  },
  productTypes: {
    outpatient: ['门诊挂号收费', '門診掛號批價', 'Outpatient registration and billing'],
    inpatient: ['住院管理', '住院管理', 'Inpatient management'],
    doctor: ['医生工作站', '醫師工作站', 'Doctor workstation'],
    nurse: ['护士工作站', '護理工作站', 'Nurse workstation'],
    pharmacy: ['药房药库', '藥局藥庫', 'Pharmacy'],
    laboratory: ['检验系统', '檢驗系統', 'Laboratory system'],
    imaging: ['影像系统', '影像系統', 'Imaging system'],
    records: ['电子病历', '電子病歷', 'Medical records'],
  },
  levels: [
    [
      'stopped',
      ['业务停了', '業務停擺', 'Work stopped'],
      ['窗口办不了业务', '櫃台無法作業', 'Counters cannot work'],
      1,
    ],
    [
      'partly',
      ['部分受影响', '部分受影響', 'Partly affected'],
      ['个别科室或电脑', '個別科別或電腦', 'Some departments or computers'],
      2,
    ],
    ['question', ['使用咨询', '使用諮詢', 'Question of use'], ['不影响工作', '不影響工作', 'Work goes on'], 3],
  ],
  limits: [
    within({ ...limit.respond, text: said(['反馈意见', '回覆意見', 'Feedback']) }, 60, 'R063'),
    within(limit.solve, 480, 'R064'),
  ],
  warranty: {
    months: 12,
    from: null,
    free: ['免费维护期', '免費維護期', 'Free maintenance'],
    paid: ['维护期外', '維護期外', 'Maintenance over'],
    afterwards: 'asQuoted',
    exclusions: [
      [
        '操作系统不稳、中毒、没按规程操作：只给建议',
        '作業系統不穩、中毒、未依規程操作：僅提供建議',
        'Unstable operating system, virus, procedure not followed: advice only',
      ],
    ],
    freeRules: ['R109', 'R110', 'R111'],
    paidRules: ['R109'],
  },
  forms: ['F01', 'F33'],
  notes: [
    [
      '数据维护和修复，用户误操作的也管',
      '資料維護和修復，使用者誤操作的也處理',
      'Data maintenance and repair, also after user error',
      'R110',
    ],
    ['电话解决不了，转远程', '電話處理不了，轉遠端', 'Phone turns into remote where it is not enough', 'R065'],
    ['个性化修改按单定工期和费用', '客製修改依案訂工期和費用', 'Personal changes: duration and fee per case', 'R112'],
    ['培训到操作员能独立上岗', '訓練到操作人員能獨立作業', 'Operators are trained until they can work alone', 'R299'],
  ],
})
