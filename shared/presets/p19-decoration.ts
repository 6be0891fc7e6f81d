import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, homeGroup, nineToSixWeekdays } from './shared-parts.ts'
import { kinds, onSite, trade, within } from './trade.ts'
import { choices, named, said } from './wording.ts'

/** 装修 (001-Q). Monday to Friday nine to six; Saturday is not in the paper and stays closed (C32). */
export const decoration = trade({
  id: 'P19',
  name: ['装修工程', '室內裝修', 'Interior decoration'],
  hint: ['24 小时到场，漏水 2 小时', '24 小時到場，漏水 2 小時', 'On site in 24 h, burst pipe 2 h'],
  group: homeGroup,
  guessWords: [
    '装修',
    '裝修',
    '装饰',
    '裝潢',
    '装潢',
    '室内设计',
    '室內設計',
    '家装',
    '整装',
    'decoration',
    'interior',
    'fit-out',
    'renovation',
  ],
  register: [
    ask('customerName', 'customer', 'house', [
      '请问怎么称呼您，是哪个项目？',
      '請問怎麼稱呼您，是哪個案場？',
      'May I have your name and the project?',
    ]),
    ask('phone', 'phone', 'house', [
      '打哪个电话能找到您？',
      '打哪個電話能找到您？',
      'At which number can we reach you?',
    ]),
    ask('address', 'address', 'house', [
      '房子在哪个小区、几栋几号？',
      '房子在哪個社區、幾棟幾號？',
      'At which address?',
    ]),
    ask('productName', 'place', 'house', [
      '是水、电、墙面，还是门窗？',
      '是水、電、牆面，還是門窗？',
      'Water, electricity, walls, or doors?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '什么现象？总阀总闸关了没有？',
      '什麼現象？總開關關了沒有？',
      'What happens? Is the main valve or breaker off?',
    ]),
    ask('level', 'impact', 'R093', [
      '是不是爆管、主管漏水这样的急事？',
      '是不是爆管、主管漏水這類急事？',
      'Is it an emergency such as a burst pipe?',
    ]),
    askIfKnown('purchasedOn', 'contractOn', 'house', [
      '装修合同是什么时候签的？',
      '裝修合約是什麼時候簽的？',
      'When was the contract signed?',
    ]),
    askBeforeSending('acceptedOn', 'completedOn', 'R135', [
      '什么时候竣工的？',
      '什麼時候竣工的？',
      'When was it completed?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'R092', [
      '什么时候上门看方便？',
      '什麼時候到府看方便？',
      'When may we come and look?',
    ]),
  ],
  channels: [
    { ...channel.phone, rule: 'R026' },
    ...choices({
      dutyEngineer: ['值班工程师', '值班工程師', 'Engineer on duty', 'R026'],
    }),
    ...named('R026', channel.email),
    ...choices({ supervision: ['监督热线', '監督專線', 'Supervision line', 'R026'] }),
    { ...channel.written, rule: 'R026' },
  ],
  kinds: kinds(
    {
      fault: ['故障支持', '故障支援', 'Fault support', 'R382'],
      spare: ['备件快速更换', '備品快速更換', 'Quick replacement', 'R382'],
      caseHandling: ['事件处理', '事件處理', 'Case handling', 'R382'],
      softwareUpdate: ['软件更新', '軟體更新', 'Software update', 'R382'],
      inspection: ['现场巡检', '現場巡檢', 'On-site inspection', 'R382'],
      onSiteSupport: ['现场支持', '現場支援', 'On-site support', 'R382'],
      added: ['增值服务', '加值服務', 'Added value', 'R382'],
      management: ['服务管理', '服務管理', 'Service management', 'R382'],
    },
    ['added', 'management', 'softwareUpdate'],
  ),
  find: [
    '问清：水电关了没有、漏到楼下没有、是不是急事',
    '問清：水電關了沒有、漏到樓下沒有、是不是急事',
    'Ask: water and power off, leaking below, emergency or not',
  ],
  repeat: ['复述：几点到、收不收费、谁在家', '複述：幾點到、收不收費、誰在家', 'Repeat: time, cost, who is at home'],
  faults: {
    burstPipe: ['爆管', '爆管', 'Burst pipe'],
    leak: ['漏水', '漏水', 'Leak'],
    seepage: ['卫生间渗水', '浴室滲水', 'Bathroom seeps'],
    blocked: ['下水堵', '排水堵塞', 'Drain blocked'],
    trips: ['跳闸', '跳電', 'Breaker trips'],
    socket: ['插座没电', '插座沒電', 'Socket dead'],
    wallCrack: ['墙面开裂', '牆面龜裂', 'Wall cracks'],
    tile: ['瓷砖空鼓脱落', '磁磚空鼓脫落', 'Tiles loose'],
    floorWarp: ['地板起拱', '地板翹起', 'Floor warps'],
    doorRubs: ['门关不严', '門關不緊', 'Door does not close'],
    paint: ['掉漆起皮', '掉漆起皮', 'Paint peels'],
    ceiling: ['吊顶开裂', '天花板龜裂', 'Ceiling cracks'],
  },
  productTypes: {
    water: ['给排水', '給排水', 'Water and drains'],
    electricity: ['强弱电', '強弱電', 'Electricity'],
    waterproof: ['防水', '防水', 'Waterproofing'],
    walls: ['墙面顶面', '牆面天花', 'Walls and ceilings'],
    floor: ['地面', '地坪', 'Floors'],
    doors: ['门窗', '門窗', 'Doors and windows'],
    joinery: ['木作', '木作', 'Joinery'],
    sanitary: ['洁具', '衛浴設備', 'Sanitary ware'],
  },
  levels: [
    [
      'emergency',
      ['急修', '急修', 'Emergency'],
      ['爆管、主管漏水', '爆管、主管漏水', 'Burst pipe, main pipe leak'],
      1,
      'R093',
    ],
    ['normal', ['一般', '一般', 'Normal'], ['约好再来', '約好再來', 'By appointment'], 2, 'R092'],
  ],
  limits: [within(onSite, 120, 'R093', { level: 'emergency' }), within(onSite, 1440, 'R092', { level: 'normal' })],
  warranty: {
    months: 12,
    from: 'accepted',
    fromName: ['竣工', '竣工', 'completion'],
    free: ['免费维护期', '免費維護期', 'Free maintenance'],
    paid: ['终身维护', '終身維護', 'Maintenance for life'],
    afterwards: 'partsOnly',
    exclusions: [exclusion.humanDamage],
    freeRules: ['R135'],
    paidRules: ['R135', 'R136'],
  },
  duty: [
    {
      code: 'hotline',
      text: said(['热线，周一至周五', '熱線，週一至週五', 'Hotline, Monday to Friday']),
      week: nineToSixWeekdays,
      rule: 'R025',
    },
  ],
  forms: ['F01', 'F20', 'F27'],
  notes: [
    [
      '期满终身维护，含定期保养，只收材料费',
      '期滿終身維護，含定期保養，只收材料費',
      'Afterwards for life, preventive maintenance included, material cost only',
      'R136',
    ],
    ['每月一次电话或上门', '每月一次電話或到府', 'A call or a visit every month', 'R184'],
    ['第 30、100、200、300 天上门检测', '第 30、100、200、300 天到府檢測', 'Checks on days 30, 100, 200, 300', 'R185'],
  ],
})
