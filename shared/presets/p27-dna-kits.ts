import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, limit, precisionGroup } from './shared-parts.ts'
import { kinds, trade, within } from './trade.ts'

/** DNA 扩增试剂盒 (003-G). The start of its year is not in the paper: the acceptance, a house default. */
export const dnaKits = trade({
  id: 'P27',
  name: ['DNA 试剂盒', 'DNA 試劑盒', 'DNA kits'],
  hint: ['1 小时响应，24 小时解决', '1 小時回應，24 小時解決', 'Response in 1 h, solved in 24 h'],
  group: precisionGroup,
  guessWords: [
    '试剂',
    '試劑',
    '基因',
    '生物技术',
    'dna',
    '诊断试剂',
    '檢驗試劑',
    '司法鉴定',
    '核酸',
    'reagent',
    'genetic',
    'biotech',
    'pcr',
  ],
  register: [
    ask('customerName', 'laboratory', 'house', ['请问是哪个实验室？', '請問是哪個實驗室？', 'Which laboratory is it?']),
    ask('contactName', 'contact', 'house', ['怎么称呼您？', '怎麼稱呼您？', 'May I have your name?']),
    ask('phone', 'phone', 'house', [
      '技术人员一小时内回您，打这个号码行吗？',
      '技術人員一小時內回覆您，打這個號碼可以嗎？',
      'A specialist answers within an hour: at this number?',
    ]),
    ask('productName', 'product', 'house', [
      '是哪种试剂盒或仪器？',
      '是哪種試劑盒或儀器？',
      'Which kit or instrument?',
    ]),
    ask('serialNo', 'lotNo', 'house', [
      '盒子上的批号念一下。',
      '請念一下盒上的批號。',
      'Please read the lot number from the box.',
    ]),
    ask('symptom', 'symptom', 'house', [
      '哪一步出的问题？对照做出来没有？',
      '哪一步出問題？對照組有做出來嗎？',
      'At which step? Did the controls work?',
    ]),
    askIfKnown('acceptedOn', 'acceptedOn', 'house', ['什么时候验收的？', '什麼時候驗收的？', 'When was it accepted?']),
    askIfKnown('purchasedOn', 'purchasedOn', 'house', ['什么时候买的？', '什麼時候買的？', 'When was it bought?']),
    askBeforeSending('address', 'unitAddress', 'house', [
      '实验室在哪里？',
      '實驗室在哪裡？',
      'Where is the laboratory?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'R148', [
      '什么时候过去方便？',
      '什麼時候過去方便？',
      'When may we come?',
    ]),
  ],
  channels: [channel.phone, channel.email, channel.fax],
  kinds: kinds(
    {
      fault: ['检测失败', '檢測失敗', 'Test failed'],
      advice: ['应用技术咨询', '應用技術諮詢', 'Application advice', 'R393'],
      parts: ['要备件易损件', '需要備品耗材', 'Spare and wear parts', 'R394'],
    },
    ['advice', 'parts'],
  ),
  find: [
    '问清：批号、保存温度、阳性阴性对照',
    '問清：批號、保存溫度、陽性陰性對照',
    'Ask: lot, storage temperature, controls',
  ],
  repeat: [
    '复述：一小时内响应、二十四小时内解决',
    '複述：一小時內回應、二十四小時內解決',
    'Repeat: response within one hour, solved within 24',
  ],
  faults: {
    noAmplification: ['扩不出来', '無法擴增', 'No amplification'],
    weakPeak: ['峰值低', '峰值低', 'Weak peaks'],
    dropout: ['等位基因丢失', '等位基因遺失', 'Allele drop-out'],
    contamination: ['污染', '污染', 'Contamination'],
    controlFails: ['对照不对', '對照異常', 'Control fails'],
    inhibition: ['抑制', '抑制', 'Inhibition'],
    stutter: ['影子峰高', 'stutter 峰高', 'High stutter'],
    expired: ['临近效期', '接近效期', 'Near expiry'],
    coldChain: ['冷链断', '冷鏈中斷', 'Cold chain broken'],
    damaged: ['包装破损', '包裝破損', 'Package damaged'],
    instrument: ['仪器报错', '儀器出錯', 'Instrument error'],
    software: ['软件分析出错', '軟體分析出錯', 'Software error'],
  },
  productTypes: {
    strKit: ['STR 扩增试剂盒', 'STR 擴增試劑盒', 'STR kit'],
    yKit: ['Y 染色体试剂盒', 'Y 染色體試劑盒', 'Y-STR kit'],
    extraction: ['提取试剂盒', '萃取試劑盒', 'Extraction kit'],
    quantitation: ['定量试剂盒', '定量試劑盒', 'Quantitation kit'],
    sizeStandard: ['分子量内标', '分子量內標', 'Size standard'],
    thermalCycler: ['扩增仪', 'PCR 儀', 'Thermal cycler'],
    analyser: ['测序仪', '定序儀', 'Genetic analyser'],
  },
  limits: [within(limit.respond, 60, 'R084'), within(limit.solve, 1440, 'R085')],
  warranty: {
    months: 12,
    from: 'accepted',
    free: ['质保期', '保固期', 'Warranty'],
    paid: ['质保期外', '保固期外', 'Out of warranty'],
    exclusions: [exclusion.humanDamage],
    freeRules: ['R148'],
    paidRules: ['R148'],
  },
  forms: ['F01', 'F40'],
  notes: [
    ['至少 1 年质保，免费上门', '至少 1 年保固，免費到場', 'At least 1 year, free visits', 'R148'],
    ['应用和技术咨询终身', '應用和技術諮詢終身', 'Application and technical advice for life', 'R393'],
    ['备件、易损件随要随供', '備品、耗材隨要隨供', 'Spare and wear parts promptly', 'R394'],
    ['首次检测成功率 95% 以上', '首次檢測成功率 95% 以上', 'First-test success above 95 %', 'R331'],
  ],
})
