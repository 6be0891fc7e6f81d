import type { Outcome } from '../../shared/intake/outcomes.ts'

/** How far a sample case has come. */
export type CaseStage =
  | 'reported'
  | 'guided'
  | 'sent'
  | 'reached'
  | 'unreached'
  | 'waitingForPart'
  | 'handedBack'
  | 'resulted'
  | 'ledgered'
  | 'closed'

/** One case of the sample: who (index of the customer), when (minutes before now), and how far. */
export interface SampleCase {
  customer: number
  minutesAgo: number
  stage: CaseStage
  fault: string
  symptom: string
  level: string
  /** Minutes from the report to the agreed visit; later than three hours needs consent. */
  visitAfter?: number
  chases?: number
  result?: string
  chargeCents?: number
}

const day = 24 * 60

const symptoms: readonly (readonly [fault: string, symptom: string, result: string])[] = [
  ['noIgnition', '左眼点不着火，右眼正常，火种有', '更换点火针，清理喷嘴，试火正常'],
  ['weakFlame', '火比上周小一半，开饭前烧不开水', '风机风轮积油，清洗后火力恢复'],
  ['backfire', '关火时啪一声，灶里往外返火', '调风门，更换炉头，回火消除'],
  ['goesOut', '点着十来秒自己灭', '更换热电偶，熄火保护恢复'],
  ['noIgnition', '打火没反应，电源灯不亮', '更换电源板，插座接地重做'],
  ['weakFlame', '蒸饭车上汽慢，四十分钟不熟', '清水垢，更换浮球阀'],
]

/** Cases that are over, one every day or two of the last two months. */
const past: SampleCase[] = Array.from({ length: 26 }, (_, nth) => {
  const [fault, symptom, result] = symptoms[nth % symptoms.length]!
  return {
    customer: (nth * 7) % 40,
    minutesAgo: (2 + nth * 2) * day + ((nth * 53) % 300),
    stage: 'closed' as const,
    fault,
    symptom,
    level: nth % 5 === 0 ? 'stopped' : 'usable',
    visitAfter: 60 + ((nth * 37) % 100),
    result,
    chargeCents: nth % 4 === 0 ? 12_000 : 0,
  }
})

const recent = (
  customer: number,
  minutesAgo: number,
  stage: CaseStage,
  nth: number,
  more: Partial<SampleCase> = {},
): SampleCase => {
  const [fault, symptom, result] = symptoms[nth % symptoms.length]!
  return { customer, minutesAgo, stage, fault, symptom, result, level: 'usable', visitAfter: 150, ...more }
}

/** What the desk has before it now: some late, some due soon, some unassigned, visits through the day. */
const present: SampleCase[] = [
  recent(4, day + 300, 'resulted', 1, { visitAfter: 120 }),
  recent(9, day + 200, 'resulted', 3, { visitAfter: 90, chargeCents: 8000 }),
  recent(14, day + 400, 'ledgered', 0, { visitAfter: 100 }),
  recent(22, day + 90, 'ledgered', 2, { visitAfter: 140 }),
  recent(15, day + 60, 'waitingForPart', 4, { visitAfter: 120 }),
  recent(20, day + 30, 'handedBack', 5, { visitAfter: 150 }),
  recent(30, day - 60, 'sent', 2, { visitAfter: day + 30 }),
  recent(0, 290, 'reached', 0, { visitAfter: 170, chases: 2 }),
  recent(7, 265, 'sent', 3, { visitAfter: 175, chases: 1 }),
  recent(12, 200, 'unreached', 1, { visitAfter: 170 }),
  recent(17, 172, 'reached', 2, { visitAfter: 176 }),
  recent(24, 168, 'sent', 5, { visitAfter: 174 }),
  recent(2, 140, 'reached', 4, { visitAfter: 170 }),
  recent(27, 120, 'sent', 1, { visitAfter: 165 }),
  recent(33, 100, 'reached', 0, { visitAfter: 175 }),
  recent(11, 80, 'sent', 3, { visitAfter: 360 }),
  recent(36, 75, 'guided', 5),
  recent(6, 60, 'sent', 2, { visitAfter: 160 }),
  recent(38, 45, 'sent', 4, { visitAfter: 170 }),
  recent(19, 34, 'reported', 1),
  recent(28, 22, 'reported', 0),
  recent(8, 9, 'reported', 3),
  recent(31, 6, 'reported', 2),
  recent(35, 2, 'reported', 5),
]

/** Oldest first, as they happened. */
export const sampleCases: readonly SampleCase[] = [...past, ...present].toSorted((a, b) => b.minutesAgo - a.minutesAgo)

/** Calls that became a line of the register and no case. */
export const sampleTalks: readonly { customer: number; minutesAgo: number; outcome: Outcome; symptom: string }[] = [
  { customer: 3, minutesAgo: 310, outcome: 'consult', symptom: '问双头炒灶能不能改天然气' },
  { customer: 21, minutesAgo: 215, outcome: 'complaint', symptom: '师傅走后地面油污没清理' },
  { customer: 5, minutesAgo: 130, outcome: 'booking', symptom: '想约下周三做年度保养' },
  { customer: 37, minutesAgo: 52, outcome: 'consult', symptom: '问滤网多久清洗一次' },
]

/** Numbers that rang in vain today: minutes before now and how often. */
export const sampleLost: readonly { from: string; minutesAgo: readonly number[] }[] = [
  { from: '13853120417', minutesAgo: [48, 41] },
  { from: '15966329018', minutesAgo: [27] },
  { from: '053187120066', minutesAgo: [13] },
]
