import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending } from './questions.ts'
import { channel, homeGroup } from './shared-parts.ts'
import { trade, within } from './trade.ts'
import { said } from './wording.ts'

/** 办公家具 (001-B). The year runs from the delivery, not from an acceptance (C16). */
export const furniture = trade({
  id: 'P07',
  name: ['办公家具', '辦公家具', 'Office furniture'],
  hint: ['修 2 次换，换后重计', '修 2 次換，換後重計', 'Exchange after 2 repairs'],
  group: homeGroup,
  guessWords: [
    '家具',
    '傢俱',
    '傢具',
    '办公家',
    '辦公家',
    '沙发',
    '沙發',
    '床垫',
    '床墊',
    '桌椅',
    'furniture',
    'sofa',
    'chair',
  ],
  register: [
    ask('customerName', 'unit', 'house', [
      '请问是哪个单位，怎么称呼您？',
      '請問是哪個單位，怎麼稱呼您？',
      'Which company is it, and what is your name?',
    ]),
    ask('phone', 'phone', 'house', [
      '打哪个电话能找到您？',
      '打哪個電話能找到您？',
      'At which number can we reach you?',
    ]),
    ask('address', 'address', 'house', [
      '家具放在哪栋楼、哪一层？有没有电梯？',
      '家具放在哪棟樓、哪一層？有沒有電梯？',
      'Which building and floor? Is there a lift?',
    ]),
    ask('productName', 'product', 'house', [
      '是哪一件？桌子、椅子，还是柜子？一共几件？',
      '是哪一件？桌子、椅子，還是櫃子？一共幾件？',
      'Which piece: desk, chair, cabinet? How many?',
    ]),
    ask('symptom', 'qualityProblem', 'house', [
      '哪里坏了？以前为这个毛病修过吗？',
      '哪裡壞了？之前為同樣的問題修過嗎？',
      'What is broken? Was it repaired for this before?',
    ]),
    askBeforeSending('purchasedOn', 'deliveredOn', 'R120', [
      '什么时候送到的？',
      '什麼時候送到的？',
      'When was it delivered?',
    ]),
    askBeforeSending('visitFromAt', 'visit', 'house', [
      '师傅什么时候上门方便？',
      '師傅什麼時候到府方便？',
      'When may the fitter come?',
    ]),
  ],
  channels: [channel.phone, channel.letter, channel.walkIn],
  find: [
    '问清：哪一件、修过几次、能不能先用着',
    '問清：哪一件、修過幾次、能不能先用著',
    'Ask: which piece, repaired how often, usable or not',
  ],
  repeat: [
    '复述：几件、什么毛病、哪天上门',
    '複述：幾件、什麼毛病、哪天到府',
    'Repeat: how many pieces, what is wrong, which day',
  ],
  faults: {
    gasLift: ['座椅不升降', '座椅無法升降', 'Chair does not lift'],
    caster: ['脚轮坏', '腳輪壞', 'Castor broken'],
    drawer: ['抽屉卡', '抽屜卡', 'Drawer jams'],
    hinge: ['柜门铰链坏', '櫃門鉸鏈壞', 'Hinge broken'],
    lock: ['锁打不开', '鎖打不開', 'Lock stuck'],
    loose: ['松动摇晃', '鬆動搖晃', 'Loose'],
    cracked: ['板材开裂', '板材開裂', 'Board cracked'],
    peeling: ['封边脱落', '封邊脫落', 'Edging peels'],
    scratch: ['划伤掉漆', '刮傷掉漆', 'Scratched'],
    fabric: ['面料开线', '布面脫線', 'Seam open'],
    smell: ['味道大', '味道重', 'Strong smell'],
    missingPart: ['少配件', '少零件', 'Part missing'],
  },
  productTypes: {
    desk: ['办公桌', '辦公桌', 'Desk'],
    chair: ['办公椅', '辦公椅', 'Office chair'],
    cabinet: ['文件柜', '檔案櫃', 'Cabinet'],
    sofa: ['沙发', '沙發', 'Sofa'],
    meetingTable: ['会议桌', '會議桌', 'Meeting table'],
    screen: ['屏风工位', '屏風工作站', 'Workstation'],
    receptionDesk: ['前台', '接待櫃台', 'Reception desk'],
    locker: ['更衣柜', '置物櫃', 'Locker'],
  },
  limits: [
    within(
      {
        clock: 'handoverCheck',
        text: said(['交付后上门看', '交付後到府看', 'Check after hand-over']),
        startsAt: 'accepted',
        endsAt: 'arrived',
        hours: 'days',
      },
      7 * 1440,
      'R183',
    ),
  ],
  warranty: {
    months: 12,
    from: 'purchased',
    fromName: ['交货', '交貨', 'delivery'],
    free: ['免费保修', '免費保固', 'Free warranty'],
    exclusions: [exclusion.humanDamage, exclusion.wear],
    freeRules: ['R120', 'R121'],
    paidRules: ['R120'],
  },
  forms: ['F01', 'F28', 'F33'],
  notes: [
    ['同一毛病修 2 次不好，换', '同一毛病修 2 次不好，換', 'Same defect, 2 repairs without success: exchange', 'R122'],
    [
      '换的那天起，保修重新算',
      '換的那天起，保固重新計算',
      'After an exchange the warranty restarts on that day',
      'R123',
    ],
    [
      '修 2 次、换过还不行，或约定时间换不了，或检测不合格：退',
      '修 2 次、換過還不行，或約定時間換不了，或檢測不合格：退',
      'Refund: 2 repairs and an exchange failed, or no exchange in time, or tested as unqualified',
      'R124',
    ],
    ['交付后 1 周内上门看一次', '交付後 1 週內到府看一次', 'On-site check within 1 week of hand-over', 'R183'],
    [
      '验收前全面保洁一次，验收后教保养，赠备件',
      '驗收前全面清潔一次，驗收後教保養，贈備品',
      'One full cleaning before acceptance, care training after it, spare parts given',
      'R333',
    ],
    [
      '售前：看样、产品模拟、参观示范工程',
      '售前：看樣、產品模擬、參觀示範案場',
      'Before the sale: showroom, product simulation, reference projects',
      'R379',
    ],
  ],
})
