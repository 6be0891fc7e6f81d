import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, limit, worksGroup } from './shared-parts.ts'
import { kinds, onSite, trade, within } from './trade.ts'

/** 弱电系统 (003-K). The two hours to the site begin when the answer by phone has failed (C53, C86). */
export const lowVoltage = trade({
  id: 'P28',
  name: ['弱电系统', '弱電系統', 'Low-voltage systems'],
  hint: ['软件故障 1 小时答复', '軟體故障 1 小時答覆', 'Software fault answered in 1 h'],
  group: worksGroup,
  guessWords: [
    '弱电',
    '弱電',
    '楼宇智能',
    '樓宇智慧',
    '智能化',
    '智慧建築',
    '楼宇自控',
    '楼宇对讲',
    'low voltage',
    'building automation',
    'intercom',
  ],
  register: [
    ask('customerName', 'project', 'house', [
      '请问是哪个项目、哪栋楼？',
      '請問是哪個案場、哪棟樓？',
      'Which project and building?',
    ]),
    ask('contactName', 'contact', 'house', ['怎么称呼您？', '怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'R089', [
      '工程师一小时内打电话答复，打这个号码行吗？',
      '工程師一小時內電話答覆，打這個號碼可以嗎？',
      'An engineer answers by phone within an hour: at this number?',
    ]),
    ask('productName', 'system', 'house', ['是哪个子系统？', '是哪個子系統？', 'Which subsystem is it?']),
    ask('symptom', 'symptom', 'house', [
      '什么现象？是软件还是设备坏了？',
      '什麼現象？是軟體還是設備壞了？',
      'What happens? Software, or a device?',
    ]),
    askIfKnown('purchasedOn', 'contractOn', 'house', [
      '工程合同是哪年签的？',
      '工程合約是哪一年簽的？',
      'When was the contract signed?',
    ]),
    askBeforeSending('address', 'siteAddress', 'house', [
      '现场在哪里，找物业哪位？',
      '現場在哪裡，找物業哪位？',
      'Where is the site, and whom do we ask for?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'R090', [
      '电话里解决不了，两小时内到场，行吗？',
      '電話處理不了，兩小時內到場，可以嗎？',
      'If the phone does not help we come within two hours: is that right?',
    ]),
  ],
  channels: [channel.phone, channel.fax, channel.email],
  kinds: kinds(
    {
      software: ['软件故障', '軟體故障', 'Software fault', 'R089'],
      hardware: ['硬件故障', '硬體故障', 'Hardware fault', 'R091'],
      upgrade: ['软件升级', '軟體升級', 'Software upgrade', 'R389'],
    },
    ['upgrade'],
  ),
  find: [
    '问清：软件还是硬件、影响几户、能不能远程',
    '問清：軟體還是硬體、影響幾戶、能不能遠端',
    'Ask: software or hardware, flats affected, remote access',
  ],
  repeat: [
    '复述：一小时内电话答复，不行两小时内到场',
    '複述：一小時內電話答覆，不行兩小時內到場',
    'Repeat: an answer within one hour, else on site two hours later',
  ],
  faults: {
    intercomSilent: ['对讲没声音', '對講沒聲音', 'Intercom silent'],
    doorStation: ['门口机坏', '門口機故障', 'Door station broken'],
    camera: ['监控黑屏', '監控黑畫面', 'Camera dark'],
    recording: ['录像回放不了', '錄影無法回放', 'No playback'],
    access: ['刷卡不开门', '刷卡不開門', 'Card refused'],
    barrier: ['道闸不抬杆', '柵欄機不抬桿', 'Barrier stuck'],
    plate: ['车牌识别不准', '車牌辨識不準', 'Plates misread'],
    broadcast: ['背景音乐不响', '背景音樂不響', 'No background music'],
    buildingControl: ['楼控掉线', '樓控斷線', 'Controls offline'],
    alarm: ['误报警', '誤報警', 'False alarm'],
    software: ['软件打不开', '軟體打不開', 'Software fails'],
    cable: ['线路断', '線路斷', 'Cable broken'],
  },
  productTypes: {
    intercom: ['楼宇对讲', '對講系統', 'Intercom'],
    cctv: ['视频监控', '影像監控', 'CCTV'],
    access: ['门禁一卡通', '門禁卡系統', 'Access control'],
    parking: ['停车场管理', '停車場管理', 'Parking'],
    buildingControl: ['楼宇自控', '樓宇自控', 'Building automation'],
    cabling: ['综合布线', '結構化佈線', 'Cabling'],
    broadcast: ['公共广播', '公共廣播', 'Public address'],
    perimeter: ['周界报警', '周界警報', 'Perimeter alarm'],
  },
  limits: [
    within(limit.respond, 60, 'R089', { kind: 'software' }),
    within({ ...onSite, startsAt: 'responded' }, 120, 'R090', { kind: 'software' }),
  ],
  warranty: {
    months: null,
    from: 'accepted',
    free: ['保修期', '保固期', 'Warranty'],
    paid: ['保修期外', '保固期外', 'Out of warranty'],
    afterwards: 'partsOnly',
    freeRules: ['R149'],
    paidRules: ['R150'],
  },
  forms: ['F01', 'F33'],
  notes: [
    [
      '软件故障 1 小时内电话传真答复，解决不了 2 小时到场',
      '軟體故障 1 小時內電話傳真答覆，處理不了 2 小時到場',
      'Software fault: 1 h by phone or fax; on site 2 h later',
      'R089 R090',
    ],
    [
      '保外配件按投标价，修理免费',
      '保固外零件按投標價，修理免費',
      'After warranty parts at bid price, repair free',
      'R150',
    ],
    [
      '停产的换同功能产品，按投标价',
      '停產的換同功能產品，按投標價',
      'Discontinued: same function at bid price',
      'R151',
    ],
    ['软件升级免费', '軟體升級免費', 'Software upgrade free', 'R389'],
    [
      '试运行前 1 个月交操作手册初稿',
      '試運轉前 1 個月交操作手冊初稿',
      'Draft manual 1 month before commissioning',
      'R307',
    ],
  ],
})
