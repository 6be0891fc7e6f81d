import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, everyDayEightToSix, limit, patientLine, precisionGroup } from './shared-parts.ts'
import { kinds, trade, within } from './trade.ts'
import { said } from './wording.ts'

/** 汽车 4S 店 (001-C, 001-J, 001-P, 003-I, 003-J). Number and plate are asked before anything else (R005). */
export const carDealer = trade({
  id: 'P18',
  name: ['汽车 4S 店', '汽車原廠服務廠', 'Car dealer (4S)'],
  hint: ['10 秒接起，3–7 天回访', '10 秒接起，3–7 天回訪', 'Answered in 10 s, call on day 3–7'],
  group: precisionGroup,
  guessWords: [
    '4s',
    '汽车',
    '汽車',
    '汽修',
    '汽贸',
    '车行',
    '車行',
    '保养厂',
    '保養廠',
    '轿车',
    'auto',
    'motor',
    'car service',
    'garage',
  ],
  register: [
    ask('phone', 'phone', 'R005', [
      '请问您的联系电话是多少？',
      '請問您的聯絡電話是多少？',
      'May I have your telephone number?',
    ]),
    ask('serialNo', 'plate', 'R005', [
      '请问您的车牌号是多少？',
      '請問您的車牌號碼是多少？',
      'What is your plate number?',
    ]),
    ask('customerName', 'carOwner', 'R163', [
      '请问车主怎么称呼？',
      '請問車主怎麼稱呼？',
      'May I have the owner’s name?',
    ]),
    ask('productName', 'vehicle', 'R163', [
      '是哪款车？跑了多少公里？',
      '是哪款車？跑了多少公里？',
      'Which model is it, and how many kilometres?',
    ]),
    ask('symptom', 'request', 'R006', [
      '是做保养，还是哪里要修？',
      '是做保養，還是哪裡要修？',
      'Maintenance, or what is to be repaired?',
    ]),
    askIfKnown('purchasedOn', 'carBoughtOn', 'house', [
      '车是什么时候买的？',
      '車是什麼時候買的？',
      'When was the car bought?',
    ]),
    askBeforeSending('visitFromAt', 'booking', 'R006', [
      '您哪天几点到店方便？要不要指定师傅？',
      '您哪天幾點到廠方便？要不要指定技師？',
      'Which day and time suits? Is a certain technician wanted?',
    ]),
  ],
  channels: [channel.phone, channel.line400, channel.walkIn],
  kinds: kinds(
    {
      repair: ['到店维修', '進廠維修', 'Repair'],
      booking: ['预约维修保养', '預約維修保養', 'Booking', 'R006'],
      rescue: ['道路救援', '道路救援', 'Roadside help'],
      club: ['活动咨询', '活動諮詢', 'Club events', 'R388'],
    },
    ['booking', 'club'],
  ),
  greeting: {
    parts: [
      { part: 'greeting', text: said(['您好', '您好', 'Hello']) },
      { part: 'company', text: said(['{{company}}', '{{company}}', 'this is {{company}}']) },
      { part: 'offer', text: said(['请问有什么可以帮到您的？', '請問有什麼可以為您服務？', 'how may I help you?']) },
    ],
    rule: 'R002',
  },
  closing: {
    parts: [
      { part: 'thanks', text: said(['感谢您的来电', '感謝您的來電', 'Thank you for calling']) },
      { part: 'wishes', text: said(['祝您用车愉快', '祝您用車愉快', 'enjoy your drive']) },
      { part: 'goodbye', text: said(['再见。', '再見。', 'goodbye.']) },
    ],
    rule: 'R003',
  },
  find: [
    '问清：公里数、什么时候响、仪表亮不亮灯',
    '問清：公里數、什麼時候響、儀表有沒有亮燈',
    'Ask: kilometres, when it happens, warning lights',
  ],
  repeat: [
    '复述：姓名、月日时分、项目、技师',
    '複述：姓名、月日時分、項目、技師',
    'Repeat: name, month, day, hour, items, technician',
  ],
  faults: {
    maintenance: ['首保、定期保养', '首保、定期保養', 'Maintenance due'],
    warningLight: ['仪表亮故障灯', '儀表亮故障燈', 'Warning light'],
    wontStart: ['打不着火', '無法發動', 'Will not start'],
    brake: ['刹车异响、偏软', '煞車異音、偏軟', 'Brake noise or soft'],
    engineNoise: ['发动机异响', '引擎異音', 'Engine noise'],
    airCon: ['空调不凉', '冷氣不冷', 'Air conditioning weak'],
    tyre: ['轮胎扎了', '輪胎刺破', 'Puncture'],
    shift: ['换挡顿挫', '換檔頓挫', 'Rough shifting'],
    oilLeak: ['漏油', '漏油', 'Oil leak'],
    accident: ['事故钣金喷漆', '事故鈑金烤漆', 'Body and paint'],
    battery: ['电瓶亏电', '電瓶沒電', 'Battery flat'],
    steering: ['方向跑偏', '方向偏', 'Pulls to one side'],
  },
  productTypes: {
    saloon: ['轿车', '轎車', 'Saloon'],
    suv: ['SUV', '休旅車', 'SUV'],
    mpv: ['MPV', '商旅車', 'MPV'],
    electric: ['纯电动车', '純電車', 'Electric car'],
    hybrid: ['混合动力车', '油電車', 'Hybrid'],
    van: ['面包车', '廂型車', 'Van'],
    pickup: ['皮卡', '皮卡', 'Pick-up'],
  },
  limits: [
    within(
      { clock: 'meet', text: said(['接待', '接待', 'Met']), startsAt: 'parked', endsAt: 'met', hours: 'clock' },
      1,
      'R263',
    ),
    within(
      {
        clock: 'fileBuilt',
        text: said(['建好档案', '建好檔案', 'File built']),
        startsAt: 'finished',
        endsAt: 'archived',
        hours: 'days',
      },
      2 * 1440,
      'R162',
    ),
    within({ ...limit.followUp, text: said(['第一次回访', '第一次回訪', 'First follow-up']) }, 7 * 1440, 'R175', {
      notBeforeMinutes: 3 * 1440,
    }),
    within(
      {
        clock: 'secondFollowUp',
        text: said(['第二次回访', '第二次回訪', 'Second follow-up']),
        startsAt: 'followedUp',
        endsAt: 'followedUp',
        hours: 'days',
      },
      14 * 1440,
      'R177',
      { notBeforeMinutes: 7 * 1440 },
    ),
    within(
      {
        clock: 'escalate',
        text: said(['报业务主管', '報業務主管', 'Told the supervisor']),
        startsAt: 'noted',
        endsAt: 'escalated',
        hours: 'days',
      },
      2 * 1440,
      'R180',
    ),
  ],
  calls: { ...patientLine, answerSeconds: 10, rule: 'R001' },
  duty: [
    { code: 'hotline', text: said(['服务热线', '服務專線', 'Service line']), week: everyDayEightToSix, rule: 'house' },
  ],
  forms: ['F01', 'F06', 'F17', 'F18', 'F19', 'F20', 'F44', 'F52'],
  notes: [
    ['停好车 1 分钟内有人接待', '停好車 1 分鐘內有人接待', 'Met within 1 minute after parking', 'R263'],
    ['客户档案 2 天内建好', '客戶檔案 2 天內建好', 'Customer file built within 2 days', 'R162'],
    ['第一次回访：第 3 到第 7 天', '第一次回訪：第 3 到第 7 天', 'First follow-up on day 3 to 7', 'R175'],
    [
      '第二次回访：第一次之后一周起的 7 天内',
      '第二次回訪：第一次之後一週起的 7 天內',
      'Second follow-up within 7 days after one week from the first',
      'R177',
    ],
    ['电话跟踪七项内容', '電話追蹤七項內容', 'Seven phone topics', 'R388'],
    [
      '解决不了的 2 天内报主管；有答案当天告诉客户',
      '解決不了的 2 天內報主管；有答案當天告訴客戶',
      'Unsolved: supervisor within 2 days; the customer is told on the day of the answer',
      'R180 R181',
    ],
    [
      '活动提前两周电话通知，之后 2 天内寄信',
      '活動提前兩週電話通知，之後 2 天內寄信',
      'Campaign: phone 2 weeks before, letter within 2 days after it',
      'R308 R309',
    ],
    [
      '工作计划封面：汇报人、职务、日期',
      '工作計畫封面：彙報人、職務、日期',
      'Work-plan cover: reporter, post, date',
      'R402',
    ],
    [
      '扣款：抽烟 20 元，抗单 50–100 元，号码错 10 元，钣金 50 元，投诉 30–100 元',
      '扣款：抽菸 20 元，抗單 50–100 元，號碼錯 10 元，鈑金 50 元，客訴 30–100 元',
      'Penalties: smoking 20, refusal 50–100, wrong number 10, body work 50, complaint 30–100 yuan',
      'R035 R222 R223 R273 R277 R279',
    ],
    [
      '9:00 晨会；请假提前 1 天，上班前 30 分钟内不批',
      '9:00 晨會；請假提前 1 天，上班前 30 分鐘內不核准',
      '09:00 meeting; leave 1 day ahead, none within 30 min before work',
      'R276 R278',
    ],
  ],
})
