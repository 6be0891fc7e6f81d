import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, homeGroup } from './shared-parts.ts'
import { kinds, trade } from './trade.ts'

/** 整体衣柜 (001-D). The paper is the eleven-stage tracking sheet; how a call is taken is ours. */
export const wardrobe = trade({
  id: 'P08',
  name: ['整体衣柜', '系統衣櫃', 'Fitted wardrobes'],
  hint: ['11 步跟踪，7 处签字', '11 步追蹤，7 處簽字', '11 stages, 7 signatures'],
  group: homeGroup,
  guessWords: [
    '衣柜',
    '衣櫃',
    '壁柜',
    '壁櫃',
    '橱柜',
    '櫥櫃',
    '全屋定制',
    '定制家居',
    '系统柜',
    '系統櫃',
    '系統家具',
    'wardrobe',
    'closet',
  ],
  register: [
    ask('customerName', 'customer', 'house', ['请问怎么称呼您？', '請問怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'R352', [
      '量尺、送货都打这个电话，对吗？',
      '丈量、送貨都打這個電話，對嗎？',
      'Shall we use this number for measuring and delivery?',
    ]),
    ask('address', 'address', 'house', [
      '房子在哪个小区、几栋几号？',
      '房子在哪個社區、幾棟幾號？',
      'At which address is the home?',
    ]),
    ask('productName', 'product', 'house', ['是哪间房的柜子？', '是哪間房的櫃子？', 'Which room’s wardrobe is it?']),
    ask('symptom', 'request', 'house', [
      '是要量尺、改方案，还是装好以后有问题？',
      '是要丈量、改設計，還是裝好之後有問題？',
      'Measuring, a change of design, or a problem after fitting?',
    ]),
    askIfKnown('purchasedOn', 'contractOn', 'house', [
      '什么时候签的合同？',
      '什麼時候簽的合約？',
      'When was the contract signed?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'R348', [
      '哪天上门方便？家里要有人。',
      '哪天到府方便？家裡要有人。',
      'Which day suits? Somebody has to be at home.',
    ]),
  ],
  channels: [channel.phone, channel.walkIn],
  kinds: kinds(
    {
      repair: ['售后维修', '售後維修', 'Repair'],
      measuring: ['预约量尺', '預約丈量', 'Measuring'],
      fitting: ['预约安装', '預約安裝', 'Fitting'],
      progress: ['查进度', '查進度', 'Progress'],
    },
    ['progress'],
  ),
  find: [
    '问清：走到哪一步、哪间房、谁在家',
    '問清：走到哪一步、哪間房、誰在家',
    'Ask: which stage, which room, who is at home',
  ],
  repeat: [
    '复述：第几次上门、哪天、带什么',
    '複述：第幾次到府、哪天、帶什麼',
    'Repeat: which appointment, which day, what we bring',
  ],
  faults: {
    slidingDoor: ['移门不顺', '拉門不順', 'Sliding door jams'],
    doorGap: ['门缝不齐', '門縫不齊', 'Doors uneven'],
    hinge: ['铰链松', '鉸鏈鬆', 'Hinge loose'],
    drawerRail: ['抽屉轨道坏', '抽屜滑軌壞', 'Drawer runner broken'],
    rail: ['挂衣杆掉', '吊衣桿掉落', 'Clothes rail fell'],
    boardWarp: ['板子变形', '板材變形', 'Board warped'],
    edging: ['封边脱胶', '封邊脫膠', 'Edging loose'],
    wrongSize: ['尺寸不对', '尺寸不對', 'Wrong size'],
    wrongColour: ['颜色不符', '顏色不符', 'Wrong colour'],
    missingPart: ['五金少件', '五金少件', 'Fittings missing'],
    light: ['柜灯不亮', '櫃燈不亮', 'Light out'],
    smell: ['味道大', '味道重', 'Strong smell'],
  },
  productTypes: {
    sliding: ['移门衣柜', '拉門衣櫃', 'Sliding-door wardrobe'],
    hinged: ['平开门衣柜', '開門衣櫃', 'Hinged wardrobe'],
    walkIn: ['衣帽间', '更衣室', 'Walk-in closet'],
    bookcase: ['书柜', '書櫃', 'Bookcase'],
    shoeCabinet: ['鞋柜', '鞋櫃', 'Shoe cabinet'],
    tatami: ['榻榻米', '和室地台', 'Tatami platform'],
    kitchen: ['橱柜', '廚具櫃', 'Kitchen cabinet'],
  },
  warranty: { months: null, from: 'accepted', exclusions: [exclusion.humanDamage], freeRules: [] },
  forms: ['F01', 'F02'],
  notes: [
    ['11 个环节，10 次对接', '11 個環節，10 次交接', '11 stages with 10 hand-overs', 'R343'],
    ['7 处部门负责人签字', '7 處部門負責人簽字', '7 signatures of department heads', 'R346'],
    [
      '第 4、第 7 环节最多约 3 次上门',
      '第 4、第 7 環節最多約 3 次到府',
      'Up to 3 home appointments in stages 4 and 7',
      'R348',
    ],
  ],
})
