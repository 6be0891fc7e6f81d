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
  level: string
  /** Minutes from the report to the agreed visit; later than three hours needs consent. */
  visitAfter?: number
  chases?: number
  chargeCents?: number
}

const day = 24 * 60

/** Cases that are over, one every day or two of the last two months. */
const past: SampleCase[] = Array.from({ length: 26 }, (_, nth) => ({
  customer: (nth * 7) % 40,
  minutesAgo: (2 + nth * 2) * day + ((nth * 53) % 300),
  stage: 'closed',
  level: nth % 5 === 0 ? 'stopped' : 'usable',
  visitAfter: 60 + ((nth * 37) % 100),
  chargeCents: nth % 4 === 0 ? 12_000 : 0,
}))

const recent = (
  customer: number,
  minutesAgo: number,
  stage: CaseStage,
  more: Partial<SampleCase> = {},
): SampleCase => ({ customer, minutesAgo, stage, level: 'usable', visitAfter: 150, ...more })

/** What the desk has before it now: some late, some due soon, some unassigned, visits through the day. */
const present: SampleCase[] = [
  recent(4, day + 300, 'resulted', { visitAfter: 120 }),
  recent(9, day + 200, 'resulted', { visitAfter: 90, chargeCents: 8000 }),
  recent(14, day + 400, 'ledgered', { visitAfter: 100 }),
  recent(22, day + 90, 'ledgered', { visitAfter: 140 }),
  recent(15, day + 60, 'waitingForPart', { visitAfter: 120 }),
  recent(20, day + 30, 'handedBack', { visitAfter: 150 }),
  recent(30, day - 60, 'sent', { visitAfter: day + 30 }),
  recent(0, 290, 'reached', { visitAfter: 170, chases: 2 }),
  recent(7, 265, 'sent', { visitAfter: 175, chases: 1 }),
  recent(12, 200, 'unreached', { visitAfter: 170 }),
  recent(17, 172, 'reached', { visitAfter: 176 }),
  recent(24, 168, 'sent', { visitAfter: 174 }),
  recent(2, 140, 'reached', { visitAfter: 170 }),
  recent(27, 120, 'sent', { visitAfter: 165 }),
  recent(33, 100, 'reached', { visitAfter: 175 }),
  recent(11, 80, 'sent', { visitAfter: 360 }),
  recent(36, 75, 'guided'),
  recent(6, 60, 'sent', { visitAfter: 160 }),
  recent(38, 45, 'sent', { visitAfter: 170 }),
  recent(19, 34, 'reported'),
  recent(28, 22, 'reported'),
  recent(8, 9, 'reported'),
  recent(31, 6, 'reported'),
  recent(35, 2, 'reported'),
]

/** Oldest first, as they happened. */
export const sampleCases: readonly SampleCase[] = [...past, ...present].toSorted((a, b) => b.minutesAgo - a.minutesAgo)

/** Calls that became a line of the register and no case. */
export const sampleTalks: readonly { customer: number; minutesAgo: number; outcome: Outcome; symptom: string }[] = [
  { customer: 3, minutesAgo: 310, outcome: 'consult', symptom: '问新厨房移机怎么收费' },
  { customer: 21, minutesAgo: 215, outcome: 'complaint', symptom: '师傅走后地面油污没清理' },
  { customer: 5, minutesAgo: 130, outcome: 'booking', symptom: '想约下周三做年度保养' },
  { customer: 37, minutesAgo: 52, outcome: 'consult', symptom: '问多久做一次清洗保养' },
]

/** Numbers that rang in vain today: minutes before now and how often. */
export const sampleLost: readonly { from: string; minutesAgo: readonly number[] }[] = [
  { from: '13853120417', minutesAgo: [48, 41] },
  { from: '15966329018', minutesAgo: [27] },
  { from: '053187120066', minutesAgo: [13] },
]
