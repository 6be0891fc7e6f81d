import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, homeGroup } from './shared-parts.ts'
import { kinds, trade } from './trade.ts'

/** 断桥铝合金门窗 (003-L). */
export const windows = trade({
  id: 'P29',
  name: ['断桥铝合金门窗', '鋁門窗', 'Aluminium windows and doors'],
  hint: ['竣工验收起保 2 年', '竣工驗收起保固 2 年', '2 years from completion'],
  group: homeGroup,
  guessWords: [
    '门窗',
    '門窗',
    '断桥',
    '斷橋',
    '铝合金',
    '鋁合金',
    '幕墙',
    '帷幕牆',
    '塑钢',
    '铝窗',
    '鋁窗',
    'window',
    'aluminium',
    'curtain wall',
    'glazing',
  ],
  register: [
    ask('customerName', 'customer', 'house', [
      '请问怎么称呼您，是哪个工程？',
      '請問怎麼稱呼您，是哪個案場？',
      'May I have your name and the project?',
    ]),
    ask('phone', 'phone', 'house', [
      '打哪个电话能找到您？',
      '打哪個電話能找到您？',
      'At which number can we reach you?',
    ]),
    ask('address', 'address', 'house', [
      '在哪个小区、几栋几层？',
      '在哪個社區、幾棟幾樓？',
      'Which address and which floor?',
    ]),
    ask('productName', 'productType', 'house', [
      '是平开窗、推拉窗，还是门？',
      '是推射窗、橫拉窗，還是門？',
      'Casement, sliding window, or door?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '是漏风漏水，还是关不上？玻璃有没有碎？',
      '是漏風漏水，還是關不上？玻璃有沒有破？',
      'Draught, water, or does it not close? Is glass broken?',
    ]),
    askBeforeSending('level', 'impact', 'house', [
      '有没有会掉下去的危险？',
      '有沒有掉落的危險？',
      'Is there a danger that something falls?',
    ]),
    askIfKnown('purchasedOn', 'contractOn', 'house', [
      '门窗合同是什么时候签的？',
      '門窗合約是什麼時候簽的？',
      'When was the contract signed?',
    ]),
    askBeforeSending('acceptedOn', 'completedOn', 'R152', [
      '工程什么时候竣工验收的？',
      '工程什麼時候竣工驗收的？',
      'When was it completed and accepted?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'house', [
      '师傅什么时候上门方便？',
      '師傅什麼時候到府方便？',
      'When may the fitter come?',
    ]),
  ],
  channels: [channel.phone, channel.written],
  kinds: kinds({
    repair: ['报修', '報修', 'Repair'],
    technicalVisit: ['技术回访', '技術回訪', 'Technical visit', 'R194'],
  }),
  find: [
    '问清：几层楼、会不会掉下去、有没有碎玻璃',
    '問清：幾樓、會不會掉下去、有沒有碎玻璃',
    'Ask: which floor, danger of falling, broken glass',
  ],
  repeat: [
    '复述：先别开那扇窗、谁去、几点到',
    '複述：先別開那扇窗、誰去、幾點到',
    'Repeat: leave that window shut, who comes, when',
  ],
  faults: {
    waterLeak: ['下雨漏水', '下雨漏水', 'Leaks in rain'],
    draught: ['漏风', '漏風', 'Draught'],
    wontClose: ['关不严', '關不緊', 'Does not close'],
    handle: ['执手坏', '把手壞', 'Handle broken'],
    hinge: ['铰链、撑挡坏', '鉸鏈、撐擋壞', 'Hinge or stay broken'],
    sashDrops: ['窗扇下垂', '窗扇下垂', 'Sash sags'],
    glass: ['玻璃碎裂', '玻璃破裂', 'Glass broken'],
    fogging: ['中空玻璃起雾', '中空玻璃起霧', 'Fog in the glazing'],
    seal: ['密封条脱落', '密封條脫落', 'Seal off'],
    screen: ['纱窗坏', '紗窗壞', 'Insect screen broken'],
    roller: ['滑轮坏', '滑輪壞', 'Roller broken'],
    lock: ['锁坏', '鎖壞', 'Lock broken'],
  },
  productTypes: {
    casement: ['平开窗', '推射窗', 'Casement window'],
    tiltTurn: ['内开内倒窗', '內開內倒窗', 'Tilt-and-turn window'],
    sliding: ['推拉窗', '橫拉窗', 'Sliding window'],
    door: ['平开门', '開門', 'Hinged door'],
    slidingDoor: ['推拉门', '落地窗', 'Sliding door'],
    curtainWall: ['玻璃幕墙', '玻璃帷幕牆', 'Curtain wall'],
    sunroom: ['阳光房', '採光罩', 'Sunroom'],
  },
  levels: [
    ['danger', ['有危险', '有危險', 'Dangerous'], ['会掉落、玻璃碎', '會掉落、玻璃破', 'May fall, glass broken'], 1],
    ['leaks', ['漏雨', '漏雨', 'Leaks'], ['下雨进水', '下雨進水', 'Rain comes in'], 2],
    ['usable', ['能用', '還能用', 'Still in use'], ['不急', '不急', 'Not urgent'], 3],
  ],
  warranty: {
    months: 24,
    from: 'accepted',
    fromName: ['竣工验收', '竣工驗收', 'completion acceptance'],
    free: ['保修期', '保固期', 'Warranty'],
    paid: ['保修期外', '保固期外', 'Out of warranty'],
    exclusions: [exclusion.humanDamage],
    freeRules: ['R152', 'R153'],
    paidRules: ['R152'],
  },
  forms: ['F01', 'F39', 'F41'],
  notes: [
    [
      '定期上门检查走访，设计部做技术回访',
      '定期到府檢查走訪，設計部做技術回訪',
      'Periodic check and visit; technical visit by the design department',
      'R193 R194',
    ],
  ],
})
