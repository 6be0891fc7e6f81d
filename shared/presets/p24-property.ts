import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, homeGroup, limit } from './shared-parts.ts'
import { onSite, trade, within } from './trade.ts'
import { named, said } from './wording.ts'

/** 房地产报修 (003-C). The hours of the contractor run from the notice to him (R247, R249); one thousand yuan counts as up to (C42). */
export const property = trade({
  id: 'P24',
  name: ['房地产报修', '房屋修繕', 'Property repair'],
  hint: ['施工方 24/36 小时，逾期扣 200%', '施工方 24/36 小時，逾期扣 200%', 'Contractor in 24/36 h, else 200 %'],
  group: homeGroup,
  guessWords: [
    '房地产',
    '房地產',
    '地产',
    '地產',
    '置业',
    '置業',
    '物业',
    '物業',
    '建设开发',
    '建設開發',
    '公寓',
    '楼盘',
    'property',
    'real estate',
    'estate',
  ],
  register: [
    ask('customerName', 'houseOwner', 'R243', [
      '请问业主怎么称呼？',
      '請問屋主怎麼稱呼？',
      'May I have the owner’s name?',
    ]),
    ask('address', 'room', 'R243', [
      '是哪个小区、几栋几单元几号？',
      '是哪個社區、幾棟幾樓幾號？',
      'Which building and flat?',
    ]),
    ask('phone', 'phone', 'R243', [
      '打哪个电话能找到您？',
      '打哪個電話能找到您？',
      'At which number can we reach you?',
    ]),
    ask('productName', 'place', 'R243', ['是哪个部位？', '是哪個部位？', 'Which part of the house?']),
    ask('symptom', 'symptom', 'R243', [
      '什么情况？水电有没有危险？',
      '什麼情況？水電有沒有危險？',
      'What is the matter? Any danger from water or electricity?',
    ]),
    ask('level', 'size', 'R247', [
      '急不急？是小修还是大修？',
      '急不急？是小修還是大修？',
      'Is it urgent? A small or a big repair?',
    ]),
    askIfKnown('purchasedOn', 'homeBoughtOn', 'house', [
      '房子是什么时候买的？',
      '房子是什麼時候買的？',
      'When was the flat bought?',
    ]),
    askBeforeSending('acceptedOn', 'handedOverOn', 'R256', [
      '什么时候交的房？',
      '什麼時候交屋的？',
      'When was the flat handed over?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'house', [
      '施工单位什么时候上门方便？',
      '施工單位什麼時候到府方便？',
      'When may the contractor come?',
    ]),
  ],
  channels: named('R243', channel.phone, channel.written),
  find: [
    '问清：漏到楼下没有、谁施工的、在不在保修期',
    '問清：漏到樓下沒有、誰施工的、在不在保固期',
    'Ask: leaking below, which contractor, within warranty or not',
  ],
  repeat: [
    '复述：已通知施工单位、多久到、谁在家',
    '複述：已通知施工單位、多久到、誰在家',
    'Repeat: the contractor is informed, when he comes, who is at home',
  ],
  faults: {
    roofLeak: ['屋面漏水', '屋頂漏水', 'Roof leaks'],
    wallLeak: ['外墙渗水', '外牆滲水', 'Outer wall seeps'],
    bathroomLeak: ['卫生间漏水', '浴室漏水', 'Bathroom leaks'],
    pipeBurst: ['水管爆裂', '水管破裂', 'Pipe burst'],
    drainBlocked: ['下水堵塞', '排水堵塞', 'Drain blocked'],
    noPower: ['没电', '沒電', 'No power'],
    wallCrack: ['墙体裂缝', '牆體裂縫', 'Wall cracks'],
    hollowFloor: ['地面空鼓', '地坪空鼓', 'Hollow floor'],
    window: ['窗户关不严', '窗戶關不緊', 'Window does not close'],
    doorLock: ['入户门锁坏', '大門鎖壞', 'Door lock broken'],
    lift: ['电梯故障', '電梯故障', 'Lift fault'],
    heating: ['暖气不热', '暖氣不熱', 'Heating cold'],
  },
  productTypes: {
    roof: ['屋面防水', '屋頂防水', 'Roof'],
    outerWall: ['外墙', '外牆', 'Outer wall'],
    plumbing: ['给排水', '給排水', 'Plumbing'],
    electricity: ['电气', '電氣', 'Electricity'],
    doorsWindows: ['门窗', '門窗', 'Doors and windows'],
    structure: ['主体结构', '主體結構', 'Structure'],
    publicArea: ['公共部位', '公共區域', 'Common parts'],
    lift: ['电梯', '電梯', 'Lift'],
  },
  levels: [
    [
      'urgent',
      ['紧急', '緊急', 'Urgent'],
      ['马上自修，按实扣质保金', '馬上自修，按實扣保固金', 'Own repair at once, actual cost deducted'],
      1,
      'R245',
    ],
    [
      'above',
      ['1000 元以上', '1000 元以上', 'Above 1000 yuan'],
      [
        '超过 1000 元：36 小时到场协商',
        '超過 1000 元：36 小時到場協商',
        'More than 1000 yuan: on site to negotiate in 36 h',
      ],
      2,
      'R249',
    ],
    [
      'upTo',
      ['1000 元以内', '1000 元以內', 'Up to 1000 yuan'],
      ['1000 元以内：24 小时到场', '1000 元以內：24 小時到場', 'Up to 1000 yuan: on site in 24 h'],
      3,
      'R247',
    ],
  ],
  limits: [
    within(
      { ...onSite, startsAt: 'assigned', text: said(['施工方到场', '施工方到場', 'Contractor on site']) },
      2160,
      'R249',
      { level: 'above' },
    ),
    within(
      { ...onSite, startsAt: 'assigned', text: said(['施工方到场', '施工方到場', 'Contractor on site']) },
      1440,
      'R247',
      { level: 'upTo' },
    ),
    // "Immediately" has no number; ten minutes to send somebody are the house's, as for every trade.
    within(limit.assign, 10, 'house'),
  ],
  warranty: {
    months: null,
    from: 'accepted',
    fromName: ['交房', '交屋', 'hand-over of the flat'],
    exclusions: [
      ['按施工合同的范围和时间', '依施工合約的範圍與時間', 'Scope and time as in the construction contract'],
    ],
    freeRules: ['R256'],
  },
  forms: ['F13', 'F14', 'F15', 'F16', 'F01'],
  notes: [
    [
      '1000 元以内：24 小时不到，自修并扣 200%',
      '1000 元以內：24 小時不到，自修並扣 200%',
      'Up to 1000 yuan: not there in 24 h, own repair, 200 % deducted',
      'R247 R248',
    ],
    [
      '1000 元以上：36 小时不到，自修并扣 200%',
      '1000 元以上：36 小時不到，自修並扣 200%',
      'Above 1000 yuan: not there in 36 h, own repair, 200 % deducted',
      'R249 R250',
    ],
    [
      '紧急：马上自修，按实扣 100%',
      '緊急：馬上自修，按實扣 100%',
      'Urgent: own repair at once, 100 % deducted',
      'R245',
    ],
    ['每月报月报，每季度结算', '每月報月報，每季結算', 'Monthly report, quarterly settlement', 'R253 R254'],
    [
      '维修部、业主、监理、项目部四方签字',
      '維修部、業主、監造、專案部四方簽字',
      'Four signatures: repair department, owner, supervisor, project',
      'R173',
    ],
  ],
})
