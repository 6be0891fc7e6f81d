import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, homeGroup } from './shared-parts.ts'
import { trade } from './trade.ts'

/** 防盗门 (000-E). The paper speaks of the project manager only; how a call is taken is ours. */
export const doors = trade({
  id: 'P05',
  name: ['防盗门', '防盜門', 'Security doors'],
  hint: ['满意度低于 50% 换项目经理', '滿意度低於 50% 換專案經理', 'Manager replaced below 50 %'],
  group: homeGroup,
  guessWords: [
    '防盗门',
    '防盜門',
    '门业',
    '門業',
    '安防门',
    '锁业',
    '鎖業',
    '铜门',
    '銅門',
    '木门',
    '木門',
    '鍛造',
    'door',
    'lock',
  ],
  register: [
    ask('customerName', 'user', 'house', ['请问怎么称呼您？', '請問怎麼稱呼您？', 'May I have your name?']),
    ask('address', 'address', 'house', [
      '门装在哪个小区、几栋几号？',
      '門裝在哪個社區、幾棟幾號？',
      'At which address is the door?',
    ]),
    ask('phone', 'phone', 'house', [
      '师傅到门口打哪个电话？',
      '師傅到門口打哪個電話？',
      'Which number should the technician call at the door?',
    ]),
    ask('productName', 'productType', 'house', [
      '是进户门还是室内门？锁是机械的还是指纹的？',
      '是大門還是房門？鎖是機械式還是指紋鎖？',
      'Entrance or inner door? Mechanical or fingerprint lock?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '现在门能锁上吗？有没有人被关在里面或进不了家？',
      '門現在能鎖嗎？有沒有人被反鎖或進不了家？',
      'Does it lock? Is anybody locked in or out?',
    ]),
    ask('level', 'impact', 'house', [
      '今晚不修能不能过得去？',
      '今晚不修可以撐一下嗎？',
      'Can it wait until tomorrow?',
    ]),
    askIfKnown('purchasedOn', 'purchasedOn', 'house', [
      '门是什么时候买的？',
      '門是什麼時候買的？',
      'When was the door bought?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'house', [
      '师傅什么时候上门方便？',
      '師傅什麼時候到府方便？',
      'When may the technician come?',
    ]),
  ],
  channels: [channel.phone, channel.line400, channel.walkIn],
  find: [
    '问清：人在门里还是门外、锁得上锁不上',
    '問清：人在門內還是門外、能不能上鎖',
    'Ask: inside or outside, locks or not',
  ],
  repeat: [
    '复述：地址、几点到、先看身份再开锁',
    '複述：地址、幾點到、先核對身分再開鎖',
    'Repeat: address, time, identity is checked before opening',
  ],
  faults: {
    lockedOut: ['进不了门', '進不了門', 'Locked out'],
    wontLock: ['锁不上', '鎖不上', 'Does not lock'],
    keyStuck: ['钥匙拧不动', '鑰匙轉不動', 'Key stuck'],
    cylinder: ['要换锁芯', '要換鎖芯', 'New cylinder wanted'],
    fingerprint: ['指纹不认', '指紋無法辨識', 'Fingerprint not read'],
    battery: ['指纹锁没电', '指紋鎖沒電', 'Lock battery flat'],
    hinge: ['合页松、门下沉', '鉸鏈鬆、門下垂', 'Hinge loose, door sags'],
    rubs: ['关门蹭地', '關門磨地', 'Rubs on the floor'],
    seal: ['门缝漏风', '門縫漏風', 'Draught through the gap'],
    viewer: ['猫眼门铃坏', '門眼門鈴壞', 'Viewer or bell broken'],
    paint: ['掉漆、磕碰', '掉漆、碰傷', 'Paint damaged'],
    rust: ['生锈', '生鏽', 'Rust'],
  },
  productTypes: {
    steel: ['钢质防盗门', '鋼質防盜門', 'Steel door'],
    copper: ['铜门', '銅門', 'Copper door'],
    castAluminium: ['铸铝门', '鑄鋁門', 'Cast-aluminium door'],
    smartLock: ['指纹锁', '指紋鎖', 'Fingerprint lock'],
    fireDoor: ['防火门', '防火門', 'Fire door'],
    unitDoor: ['单元楼宇门', '社區大門', 'Building entrance door'],
    inner: ['室内门', '房門', 'Inner door'],
  },
  levels: [
    [
      'locked',
      ['进出不了', '無法進出', 'No way in or out'],
      ['有人关在里面或进不了家', '有人被反鎖或進不了家', 'Somebody is locked in or out'],
      1,
    ],
    [
      'unsafe',
      ['锁不上', '鎖不上', 'Does not lock'],
      ['门关得上，锁不住', '門關得上，鎖不住', 'Closes but does not lock'],
      2,
    ],
    ['usable', ['能用', '還能用', 'Still in use'], ['不急', '不急', 'Not urgent'], 3],
  ],
  warranty: { months: null, from: 'accepted', exclusions: [exclusion.humanDamage, exclusion.modified], freeRules: [] },
  forms: ['F01', 'F21', 'F40'],
  notes: [
    [
      '业主或施工方对项目经理的满意度低于 50%，考虑更换',
      '屋主或施工方對專案經理的滿意度低於 50%，考慮更換',
      'Satisfaction with the project manager below 50 %: replacement considered',
      'R327',
    ],
    [
      '销售总经理至少到现场 1 次，听取意见、考评项目经理',
      '銷售總經理至少到現場 1 次，聽取意見、考核專案經理',
      'The sales GM visits the site at least once, hears both sides, appraises the manager',
      'R328',
    ],
  ],
})
