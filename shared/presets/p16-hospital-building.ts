import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, worksGroup } from './shared-parts.ts'
import { kinds, onSite, trade, within } from './trade.ts'

/** 医疗建筑项目管理 (001-M). The one figure of the paper: at most two hours from the call to the arrival. */
export const hospitalBuilding = trade({
  id: 'P16',
  name: ['医疗建筑项目管理', '醫療建築專案管理', 'Hospital building projects'],
  hint: ['2 小时到场', '2 小時到場', 'On site in 2 h'],
  group: worksGroup,
  guessWords: [
    '医疗建筑',
    '醫療建築',
    '净化工程',
    '淨化工程',
    '手术室',
    '手術室',
    '洁净',
    '潔淨',
    '医院建设',
    '项目管理',
    'hospital building',
    'cleanroom',
    'operating theatre',
  ],
  register: [
    ask('customerName', 'project', 'house', [
      '请问是哪家医院、哪个项目？',
      '請問是哪家醫院、哪個專案？',
      'Which hospital and which project?',
    ]),
    ask('contactName', 'contact', 'house', ['怎么称呼您？', '怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '路上我们再跟您通电话，打这个号码行吗？',
      '路上我們再與您通電話，打這個號碼可以嗎？',
      'We call again on the way: at this number?',
    ]),
    ask('productName', 'system', 'house', [
      '是哪个部位？手术室、ICU，还是医气？',
      '是哪個部位？手術室、加護病房，還是醫用氣體？',
      'Which part: theatre, intensive care, medical gas?',
    ]),
    ask('symptom', 'symptom', 'house', [
      '现在什么情况？有没有病人在里面？',
      '現在什麼情況？裡面有沒有病人？',
      'What is the situation? Are patients inside?',
    ]),
    ask('level', 'impact', 'house', ['手术能不能照常做？', '手術能照常進行嗎？', 'Can operations go on?']),
    askIfKnown('purchasedOn', 'contractOn', 'house', [
      '项目是什么时候签的合同？',
      '專案是什麼時候簽約的？',
      'When was the project signed?',
    ]),
    askBeforeSending('address', 'siteAddress', 'house', [
      '在哪栋楼、哪一层，从哪个门进？',
      '在哪棟樓、哪一層，從哪個門進？',
      'Which building, floor and entrance?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'R095', [
      '两小时内到，谁带我们进去？',
      '兩小時內到，誰帶我們進去？',
      'We arrive within two hours: who takes us in?',
    ]),
  ],
  channels: [channel.phone, channel.email, channel.written],
  kinds: kinds(
    {
      repair: ['报修', '報修', 'Repair'],
      consulting: ['技术咨询', '技術諮詢', 'Consulting'],
      drawing: ['图纸变更', '圖面變更', 'Drawing change'],
    },
    ['consulting', 'drawing'],
  ),
  find: [
    '问清：哪个区、洁净度压差、能不能照常手术',
    '問清：哪個區、潔淨度壓差、能不能照常手術',
    'Ask: which zone, pressure difference, operations possible or not',
  ],
  repeat: [
    '复述：谁去、走哪个门、两小时内到',
    '複述：誰去、走哪個門、兩小時內到',
    'Repeat: who comes, which entrance, within two hours',
  ],
  faults: {
    pressure: ['压差不够', '壓差不足', 'Pressure difference too low'],
    temperature: ['温湿度超标', '溫濕度超標', 'Temperature or humidity off'],
    airFilter: ['高效过滤器堵', '高效濾網堵塞', 'Filter clogged'],
    medicalGas: ['医用气体报警', '醫用氣體警報', 'Medical gas alarm'],
    automaticDoor: ['自动门故障', '自動門故障', 'Automatic door fault'],
    lamp: ['无影灯不亮', '無影燈不亮', 'Theatre lamp out'],
    power: ['隔离电源报警', '隔離電源警報', 'Isolated power alarm'],
    leak: ['顶板漏水', '天花板漏水', 'Ceiling leaks'],
    floor: ['地胶起鼓', '地膠隆起', 'Floor bulges'],
    callSystem: ['呼叫系统不响', '呼叫系統不響', 'Nurse call silent'],
    noise: ['空调噪音大', '空調噪音大', 'Air handling noisy'],
    shielding: ['防护门关不严', '防護門關不緊', 'Shielded door does not close'],
  },
  productTypes: {
    theatre: ['洁净手术部', '潔淨手術室', 'Operating theatres'],
    icu: ['ICU', '加護病房', 'Intensive care'],
    laboratory: ['检验实验室', '檢驗實驗室', 'Laboratory'],
    imaging: ['影像机房', '影像機房', 'Imaging room'],
    medicalGas: ['医用气体', '醫用氣體', 'Medical gas'],
    sterile: ['消毒供应中心', '消毒供應中心', 'Sterile supply'],
    ward: ['病房楼', '病房大樓', 'Ward building'],
  },
  levels: [
    [
      'stopped',
      ['手术停了', '手術停擺', 'Operations stopped'],
      ['病人或手术受影响', '病人或手術受影響', 'Patients or operations affected'],
      1,
    ],
    [
      'reduced',
      ['一部分用不了', '一部分不能用', 'Partly out of use'],
      ['能换一间用', '可換一間使用', 'Another room will do'],
      2,
    ],
    ['usable', ['不影响使用', '不影響使用', 'Still in use'], ['小毛病', '小毛病', 'A small fault'], 3],
  ],
  limits: [within(onSite, 120, 'R095')],
  warranty: { months: null, from: 'accepted', freeRules: [] },
  forms: ['F01', 'F28'],
})
