import type { Text } from '../kit/words.ts'
import { endOf } from './limit-ends.ts'
import { said, type Said } from './wording.ts'

/** What there is to know of an event. */
export interface EventFacts {
  text: Text
  /** Commands that say it happened, `<feature>.<command>`; each is a step of today's screens. */
  firedBy: readonly string[]
  /** Only one end of a limit makes sense. */
  only?: 'from' | 'until'
  /** May happen again and again in one visit: a limit that was met counts anew from the next time. */
  isRepeated?: true
  /** Still happens to a case whose work is done: the result does not end what counts until then. */
  isAfterwards?: true
}

const event = (text: Said, ...firedBy: readonly string[]): EventFacts => ({ text: said(text), firedBy })

/**
 * Everything that happens to a case and that a limit may count from, or until, in the order of a case; with its name and what
 * fires it. Nothing else starts or ends a limit: `tests/tickets/events.test.ts` runs every command named here. What a person
 * alone can know (a car is parked, a unit came in) is told by the step 记时间 (`tickets.moment`).
 */
export const caseEvents = {
  received: {
    ...event(
      ['受理', '受理', 'the report'],
      'intake.record',
      'tickets.assign',
      'tickets.recordResult',
      'tickets.resume',
    ),
    only: 'from',
  },
  guided: { ...event(['指导完', '指導完', 'the guidance'], 'intake.record'), only: 'from' },
  accepted: { ...event(['验收交付', '驗收交付', 'acceptance'], 'tickets.moment'), isAfterwards: true },
  parked: { ...event(['车停好', '車停好', 'the car parked'], 'tickets.moment'), isRepeated: true },
  met: event(['接待', '接待', 'the welcome'], 'tickets.moment'),
  assigned: event(['派工', '派工', 'assignment'], 'tickets.assign'),
  responded: event(['响应', '回應', 'the response'], 'tickets.contact', 'tickets.submitPlan', 'tickets.recordResult'),
  arrived: event(['到场', '到場', 'arrival'], 'tickets.submitPlan', 'tickets.recordResult'),
  atFactory: { ...event(['到厂', '到廠', 'arrival at the factory'], 'tickets.moment'), isRepeated: true },
  repairBegan: {
    ...event(['开始维修', '開始維修', 'the repair begun'], 'tickets.moment', 'tickets.recordResult'),
    isRepeated: true,
  },
  planned: event(['出方案', '出方案', 'the plan'], 'tickets.submitPlan'),
  loaned: event(['给了备机', '給了備機', 'a spare unit given'], 'tickets.moment'),
  found: { ...event(['发现资料不符', '發現資料不符', 'wrong data found'], 'tickets.mismatch'), isRepeated: true },
  corrected: { ...event(['资料改好', '資料改好', 'the data corrected'], 'tickets.fixMismatch'), isAfterwards: true },
  noted: { ...event(['记下没解决', '記下未解決', 'noted as unsolved'], 'tickets.moment'), isRepeated: true },
  escalated: event(['报了主管', '報了主管', 'the supervisor told'], 'tickets.moment'),
  waitForPart: {
    ...event(['开始等配件', '開始等零件', 'the wait for a part'], 'tickets.pause', 'tickets.recordResult'),
    isRepeated: true,
  },
  waitForMaker: {
    ...event(['开始等厂家', '開始等原廠', 'the wait for the maker'], 'tickets.pause', 'tickets.recordResult'),
    isRepeated: true,
  },
  waitForCustomer: {
    ...event(['开始等客户', '開始等客戶', 'the wait for the customer'], 'tickets.pause'),
    isRepeated: true,
  },
  waitForOther: {
    ...event(['开始等别的', '開始等其他', 'a wait for something else'], 'tickets.pause'),
    isRepeated: true,
  },
  waitOver: event(
    ['不用等了', '不用等了', 'the wait over'],
    'tickets.resume',
    'tickets.assign',
    'tickets.recordResult',
  ),
  finished: event(['办完', '辦完', 'the result'], 'tickets.recordResult'),
  followedUp: {
    ...event(['回访', '回訪', 'the follow-up'], 'tickets.moment', 'tickets.recordResult'),
    isAfterwards: true,
  },
  trained: { ...event(['培训完', '訓練完', 'the training given'], 'tickets.moment'), isAfterwards: true },
  archived: { ...event(['归档', '歸檔', 'archiving'], 'tickets.archive'), isAfterwards: true },
} as const satisfies Readonly<Record<string, EventFacts>>
export type CaseEvent = keyof typeof caseEvents

/** Whether a code from a document is of an event that happens; a document of an earlier release may name one that never did. */
export const isCaseEvent = (code: string): code is CaseEvent => Object.hasOwn(caseEvents, code)

/** What an event is like; null for a code no event has. */
export const eventFacts = (code: string): EventFacts | null => (isCaseEvent(code) ? caseEvents[code] : null)

const codes = Object.keys(caseEvents) as CaseEvent[]
const onlyOf = (code: CaseEvent) => eventFacts(code)!.only

/** What a limit may count from, in the order it is offered. */
export const startEvents: readonly CaseEvent[] = codes.filter((code) => onlyOf(code) !== 'until')

/** What may end a limit, in the order it is offered. */
export const endEvents: readonly CaseEvent[] = codes.filter((code) => onlyOf(code) !== 'from')

/** Whether a limit counts: it begins and ends with something that happens. What does not is shown as not yet counted, never as running. */
export const isCounted = (limit: { clock: string; startsAt: string; endsAt?: string | undefined }): boolean =>
  isCaseEvent(limit.startsAt) && isCaseEvent(endOf(limit))
