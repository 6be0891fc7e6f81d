import { exclusion } from './exclusions.ts'
import { ask, askBeforeSending, askIfKnown } from './questions.ts'
import { channel, equipmentGroup } from './shared-parts.ts'
import { trade } from './trade.ts'

/** 燃气流量计 (003-Q). The paper is the skill test of its technicians; how a call is taken is ours. */
export const gasMeters = trade({
  id: 'P33',
  name: ['燃气流量计', '瓦斯流量計', 'Gas meters'],
  hint: ['3–5 年换油，滤芯 50 微米', '3–5 年換油，濾芯 50 微米', 'Oil in 3–5 years, 50 µm filter'],
  group: equipmentGroup,
  guessWords: [
    '流量计',
    '流量計',
    '燃气表',
    '瓦斯表',
    '计量仪表',
    '計量',
    '仪表',
    '儀表',
    '燃气计量',
    'gas meter',
    'flow meter',
    'metering',
  ],
  register: [
    ask('customerName', 'unit', 'house', [
      '请问是哪个单位、哪个站？',
      '請問是哪個單位、哪個站？',
      'Which company and which station?',
    ]),
    ask('phone', 'phone', 'house', ['现场打哪个电话？', '現場打哪個電話？', 'Which number is on site?']),
    ask('address', 'siteAddress', 'house', ['表装在哪里？', '表裝在哪裡？', 'Where is the meter?']),
    ask('productName', 'productType', 'house', [
      '是罗茨、涡轮，还是超声的？口径多大？',
      '是羅茨、渦輪，還是超音波的？口徑多大？',
      'Roots, turbine, or ultrasonic? Which diameter?',
    ]),
    ask('serialNo', 'meterNo', 'house', ['表号念一下。', '請念一下表號。', 'Please read the meter number.']),
    ask('symptom', 'symptom', 'house', [
      '有没有漏气、闻到气味？表头显示什么？',
      '有沒有漏氣、聞到氣味？表頭顯示什麼？',
      'Any leak or smell of gas? What does the head show?',
    ]),
    ask('level', 'impact', 'house', ['影响供气吗？', '影響供氣嗎？', 'Is the gas supply affected?']),
    askIfKnown('purchasedOn', 'purchasedOn', 'house', [
      '表是什么时候买的？',
      '表是什麼時候買的？',
      'When was the meter bought?',
    ]),
    askBeforeSending('visitFromAt', 'visitSite', 'house', [
      '技术员什么时候到，要不要停气？',
      '技術員什麼時候到，需要停氣嗎？',
      'When may the technician come? Must the gas be cut off?',
    ]),
  ],
  channels: [channel.phone, channel.fax, channel.email],
  find: [
    '问清：漏不漏气、压力流量、过滤器颜色（黄警示、红必须处理）',
    '問清：有沒有漏氣、壓力流量、濾網顏色（黃警示、紅必須處理）',
    'Ask: leak, pressure and flow, colour of the filter (yellow warns, red must act)',
  ],
  repeat: [
    '复述：先关阀通风、谁去、几点到',
    '複述：先關閥通風、誰去、幾點到',
    'Repeat: close the valve and air the room, who comes, when',
  ],
  faults: {
    gasLeak: ['漏气', '漏氣', 'Gas leak'],
    notCounting: ['不走字', '不走字', 'Does not count'],
    fast: ['走得快', '走得快', 'Counts too fast'],
    slow: ['走得慢', '走得慢', 'Counts too slow'],
    noDisplay: ['表头不显示', '表頭不顯示', 'No display'],
    battery: ['电池欠压', '電池低壓', 'Battery low'],
    noise: ['异响', '異音', 'Noise'],
    stuck: ['转子卡死', '轉子卡死', 'Rotor stuck'],
    oil: ['要加油换油', '需要加油換油', 'Oil due'],
    filter: ['过滤器堵', '濾網堵塞', 'Filter clogged'],
    noSignal: ['远传没信号', '遠傳沒訊號', 'No remote signal'],
    correction: ['补偿值不对', '補償值不對', 'Wrong correction'],
  },
  productTypes: {
    roots: ['罗茨流量计', '羅茨流量計', 'Roots meter'],
    turbine: ['涡轮流量计', '渦輪流量計', 'Turbine meter'],
    ultrasonic: ['超声流量计', '超音波流量計', 'Ultrasonic meter'],
    diaphragm: ['膜式表', '膜式表', 'Diaphragm meter'],
    corrector: ['体积修正仪', '體積修正儀', 'Volume corrector'],
    filter: ['过滤器', '濾網', 'Filter'],
    remote: ['远传终端', '遠傳終端', 'Remote terminal'],
  },
  levels: [
    [
      'danger',
      ['漏气', '漏氣', 'Leak'],
      ['有气味，先关阀', '有氣味，先關閥', 'Smell of gas: close the valve first'],
      1,
    ],
    ['stopped', ['供不了气', '無法供氣', 'No supply'], ['用户停气', '用戶停氣', 'Users without gas'], 2],
    ['usable', ['照常供气', '照常供氣', 'Still in use'], ['计量有问题', '計量有問題', 'Only the count is wrong'], 3],
  ],
  warranty: { months: null, from: 'purchased', exclusions: [exclusion.humanDamage, exclusion.modified], freeRules: [] },
  forms: ['F01', 'F34'],
  notes: [
    [
      '技能测试 100 分：15 + 65 + 20',
      '技能測驗 100 分：15 + 65 + 20',
      'Skill test of 100 points: 15 + 65 + 20',
      'R306',
    ],
    ['罗茨表 3–5 年换油', '羅茨表 3–5 年換油', 'Roots type: oil change every 3–5 years', 'R206'],
    [
      '前装过滤器 2 DN 处，精度不低于 50 微米',
      '前裝濾網 2 DN 處，精度不低於 50 微米',
      'Filter in front at 2 DN, 50 µm or finer',
      'R262',
    ],
  ],
})
