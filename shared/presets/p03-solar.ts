import { trade, within } from './trade.ts'
import { ask, askBeforeSending } from './questions.ts'
import { exclusion } from './exclusions.ts'
import { channel, equipmentGroup, sevenByTwentyFour } from './shared-parts.ts'
import { said } from './wording.ts'

/** 太阳能热水器 (000-C). */
export const solar = trade({
  id: 'P03',
  name: ['太阳能热水器', '太陽能熱水器', 'Solar hot water'],
  hint: ['24 小时免费电话', '24 小時免付費電話', 'Free 24-hour line'],
  group: equipmentGroup,
  guessWords: ['太阳能', '太陽能', '热水器', '熱水器', '光热', '光熱', '集热', 'solar', 'water heater'],
  register: [
    ask('customerName', 'user', 'house', [
      '请问怎么称呼您，是小区还是单位工程？',
      '請問怎麼稱呼您，是社區還是工程案？',
      'May I have your name? Is it a home or a project?',
    ]),
    ask('address', 'address', 'house', [
      '热水器装在哪个小区、几号楼？',
      '熱水器裝在哪個社區、幾號樓？',
      'At which address is the heater?',
    ]),
    ask('phone', 'phone', 'house', [
      '师傅上门前打哪个电话？',
      '師傅到府前打哪個電話？',
      'Which number should the technician call first?',
    ]),
    ask('productName', 'productType', 'house', [
      '是家用的还是工程机？多少支管？',
      '是家用的還是工程機？幾支管？',
      'Home heater or project system? How many tubes?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '现在是不出热水，还是漏水、上不了水？',
      '現在是沒有熱水，還是漏水、無法進水？',
      'No hot water, a leak, or no filling?',
    ]),
    askBeforeSending('purchasedOn', 'purchasedOn', 'house', [
      '什么时候装的？',
      '什麼時候裝的？',
      'When was it installed?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'house', [
      '师傅什么时候上门方便？要上楼顶，麻烦留人开门。',
      '師傅什麼時候到府方便？要上屋頂，麻煩有人開門。',
      'When may the technician come? Somebody has to open the roof.',
    ]),
  ],
  channels: [channel.phone, channel.line400, channel.written],
  find: [
    '问清：冻没冻、停没停水、是不是雷雨大风之后坏的',
    '問清：有沒有結凍、停水、是不是颱風雷雨之後壞的',
    'Ask: frost, water cut, broken after a storm?',
  ],
  repeat: ['复述：地址、上门时间、要不要收费', '複述：地址、到府時間、要不要收費', 'Repeat: address, time, cost'],
  faults: {
    notHot: ['水不热', '水不熱', 'Water not hot'],
    noFill: ['上不了水', '無法進水', 'Does not fill'],
    overflow: ['溢水不停', '溢水不停', 'Overflows'],
    tubeBroken: ['真空管炸裂', '真空管破裂', 'Tube broken'],
    tankLeak: ['水箱漏水', '儲水桶漏水', 'Tank leaks'],
    pipeLeak: ['管路漏水', '管線漏水', 'Pipe leaks'],
    frozen: ['管路冻住', '管線結凍', 'Pipe frozen'],
    noDisplay: ['控制仪不显示', '控制器不顯示', 'Controller blank'],
    wrongTemperature: ['水温水位不准', '水溫水位不準', 'Wrong temperature or level'],
    heaterFails: ['电辅热不工作', '電輔熱不動作', 'Electric back-up fails'],
    pumpFails: ['循环泵不转', '循環泵不轉', 'Pump does not run'],
    wind: ['支架被风吹歪', '支架被風吹歪', 'Frame bent by wind'],
  },
  productTypes: {
    vacuumTube: ['真空管热水器', '真空管熱水器', 'Vacuum-tube heater'],
    flatPlate: ['平板热水器', '平板式熱水器', 'Flat-plate heater'],
    balcony: ['阳台壁挂热水器', '陽台壁掛熱水器', 'Balcony heater'],
    project: ['集中供热水工程', '集中熱水工程', 'Central hot-water system'],
    tank: ['保温水箱', '保溫儲水桶', 'Storage tank'],
    controller: ['控制仪', '控制器', 'Controller'],
  },
  limits: [
    within(
      {
        clock: 'training',
        text: said(['培训用户', '訓練使用者', 'User training']),
        startsAt: 'accepted',
        endsAt: 'trained',
        hours: 'days',
      },
      2 * 1440,
      'R297',
    ),
  ],
  duty: [
    {
      code: 'hotline',
      text: said(['24 小时免费电话', '24 小時免付費電話', 'Free 24-hour line']),
      week: sevenByTwentyFour,
      rule: 'R022',
    },
  ],
  warranty: {
    months: null,
    from: 'purchased',
    exclusions: [exclusion.forceMajeure],
    freeRules: ['R113'],
  },
  forms: ['F01', 'F33', 'F56'],
  notes: [
    ['三级服务体系', '三級服務體系', 'Service system of three levels', 'R022'],
    ['验收后 2 天内培训用户', '驗收後 2 天內訓練使用者', 'Training within 2 days after acceptance', 'R297'],
    [
      '不可抗力损坏：通用件按市价、专用件按价目表，加人工，开票',
      '不可抗力損壞：通用件依市價、專用件依價目表，加工資，開發票',
      'Force majeure: common parts at market price, own parts at list price, labour; invoice or receipt',
      'R113',
    ],
    ['定期质量跟踪、上门检查', '定期品質追蹤、到府檢查', 'Periodic quality tracking and on-site check', 'R197'],
    [
      '技术设计、土建指导、咨询、用户培训',
      '技術設計、土建指導、諮詢、使用者訓練',
      'Technical design, building guidance, consulting, user training',
      'R415',
    ],
  ],
})
