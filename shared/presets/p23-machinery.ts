import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending } from './questions.ts'
import { channel, equipmentGroup } from './shared-parts.ts'
import { kinds, trade } from './trade.ts'

/** 工程机械 (003-B). The paper is the pay of its technicians; how a call is taken is ours. */
export const machinery = trade({
  id: 'P23',
  name: ['工程机械', '工程機械', 'Construction machinery'],
  hint: ['工时 10/15/20 元，提成 15%', '工時 10/15/20 元，抽成 15%', '10/15/20 yuan an hour, 15 % commission'],
  group: equipmentGroup,
  guessWords: [
    '工程机械',
    '工程機械',
    '挖掘机',
    '挖土機',
    '挖机',
    '怪手',
    '装载机',
    '重工',
    '推土',
    '压路',
    '机械租赁',
    'excavator',
    'construction machin',
    'heavy equipment',
  ],
  register: [
    ask('customerName', 'customer', 'house', [
      '请问是哪位老板、哪个工地？',
      '請問是哪位老闆、哪個工地？',
      'Who is the owner, and which site is it?',
    ]),
    ask('phone', 'phone', 'house', ['机手的电话是多少？', '操作手的電話是多少？', 'What is the driver’s number?']),
    ask('address', 'siteAddress', 'house', [
      '机器停在哪里？微信发个位置也行。',
      '機器停在哪裡？傳個位置也可以。',
      'Where does the machine stand?',
    ]),
    ask('productName', 'machine', 'house', [
      '什么机型，干了多少小时？',
      '什麼機型，工作多少小時了？',
      'Which machine, and how many hours has it run?',
    ]),
    ask('serialNo', 'serialNo', 'house', [
      '铭牌上的整机编号念一下。',
      '請念一下銘牌上的整機編號。',
      'Please read the machine number from the plate.',
    ]),
    ask('symptom', 'symptom', 'house', [
      '什么毛病？还能不能走、能不能干活？',
      '什麼毛病？還能不能走、能不能工作？',
      'What is wrong? Does it move, does it work?',
    ]),
    askBeforeSending('level', 'impact', 'house', ['停工了没有？', '停工了嗎？', 'Has work stopped?']),
    askBeforeSending('purchasedOn', 'deliveredOn', 'house', [
      '什么时候交的机？',
      '什麼時候交機的？',
      'When was it handed over?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'house', [
      '服务车什么时候到方便？',
      '服務車什麼時候到方便？',
      'When may the service car come?',
    ]),
  ],
  channels: [channel.phone, channel.line400],
  kinds: kinds({
    repair: ['维修', '維修', 'Repair'],
    handover: ['新机交机', '新機交機', 'Handover', 'R288'],
    maintenance: ['保养', '保養', 'Maintenance'],
  }),
  find: [
    '问清：小时数、故障代码、停没停工',
    '問清：小時數、故障代碼、有沒有停工',
    'Ask: hours, fault code, work stopped or not',
  ],
  repeat: [
    '复述：带什么件、谁去、路程多远、几点到',
    '複述：帶什麼零件、誰去、路程多遠、幾點到',
    'Repeat: parts, who comes, distance, when',
  ],
  faults: {
    wontStart: ['打不着车', '無法發動', 'Will not start'],
    noPower: ['没劲', '沒力', 'No power'],
    overheats: ['水温高', '水溫高', 'Overheats'],
    oilLeak: ['漏液压油', '漏液壓油', 'Hydraulic leak'],
    hose: ['油管爆', '油管爆裂', 'Hose burst'],
    slowArm: ['动作慢', '動作慢', 'Slow movements'],
    track: ['链条脱、断', '履帶脫落、斷裂', 'Track off or broken'],
    swing: ['不回转', '無法迴轉', 'No swing'],
    electric: ['电路故障', '電路故障', 'Electrical fault'],
    code: ['报故障代码', '出現故障代碼', 'Fault code'],
    airCon: ['空调不凉', '冷氣不冷', 'Air conditioning weak'],
    bucket: ['斗齿断', '斗齒斷裂', 'Bucket tooth broken'],
  },
  productTypes: {
    excavator: ['挖掘机', '挖土機', 'Excavator'],
    loader: ['装载机', '鏟裝機', 'Wheel loader'],
    bulldozer: ['推土机', '推土機', 'Bulldozer'],
    roller: ['压路机', '壓路機', 'Roller'],
    crane: ['汽车吊', '吊車', 'Truck crane'],
    grader: ['平地机', '平路機', 'Grader'],
    forklift: ['叉车', '堆高機', 'Forklift'],
    breaker: ['破碎锤', '破碎錘', 'Breaker'],
  },
  levels: [
    ['stopped', ['停工', '停工', 'Work stopped'], ['干不了活', '無法工作', 'No work possible'], 1],
    [
      'reduced',
      ['带病干活', '帶病工作', 'Working with a fault'],
      ['能干，不能久', '可工作，不能太久', 'Works, not for long'],
      2,
    ],
    ['usable', ['不影响', '不影響', 'Still in use'], ['收工再修', '收工再修', 'After work'], 3],
  ],
  warranty: {
    months: null,
    from: 'purchased',
    fromName: ['交机', '交機', 'hand-over'],
    exclusions: [exclusion.misuse, exclusion.wear],
    freeRules: [],
  },
  forms: ['F01', 'F29', 'F35', 'F36', 'F37'],
  notes: [
    [
      '工时补助：直接 10/15/20 元，间接 5/3 元',
      '工時補助：直接 10/15/20 元，間接 5/3 元',
      'Hour allowance: 10 / 15 / 20 yuan direct, 5 / 3 yuan indirect',
      'R283 R284',
    ],
    [
      '底薪：800/1000、1200/1500、2000/2500 元',
      '底薪：800/1000、1200/1500、2000/2500 元',
      'Base pay: 800/1000, 1200/1500, 2000/2500 yuan',
      'R287',
    ],
    ['交机每台 100 元', '交機每台 100 元', 'Handover: 100 yuan per machine', 'R288'],
    [
      '提成为净利 15%，保修期内押 15%；主管 30%，其余 70% 均分',
      '抽成為淨利 15%，保固期內押 15%；主管 30%，其餘 70% 均分',
      'Commission 15 % of net profit, 15 % of it held; lead 30 %, 70 % equally',
      'R290 R293 R295',
    ],
    ['一次考过厂家等级奖 200 元', '一次考過原廠等級獎 200 元', 'Grade exam at first try: 200 yuan', 'R296'],
  ],
})
