import type { Text } from '../kit/words.ts'
import { said, type Said } from './wording.ts'

interface EventFacts {
  text: Text
  /** Commands that say it happened, `<feature>.<command>`; each is a step of today's screens. */
  firedBy: readonly string[]
  /** Only one end of a limit makes sense. */
  only?: 'from' | 'until'
}

const event = (text: Said, ...firedBy: readonly string[]): EventFacts => ({ text: said(text), firedBy })

/**
 * Everything that happens to a case and that a limit may count from, or until, in the order of a case; with its name and what
 * fires it. Nothing else starts or ends a limit: `tests/tickets/events.test.ts` runs every command named here. What a person
 * alone can know (a car is parked, a unit came in) is told by the step 记时间 (`tickets.moment`).
 */
export const caseEvents = {
  received: { ...event(['受理', '受理', 'the report'], 'intake.record', 'tickets.resume'), only: 'from' },
  guided: { ...event(['指导完', '指導完', 'the guidance'], 'intake.record'), only: 'from' },
  accepted: event(['验收交付', '驗收交付', 'acceptance'], 'intake.record', 'tickets.moment'),
  parked: event(['车停好', '車停好', 'the car parked'], 'tickets.moment'),
  met: event(['接待', '接待', 'the welcome'], 'tickets.moment'),
  assigned: event(['派工', '派工', 'assignment'], 'tickets.assign'),
  responded: event(['响应', '回應', 'the response'], 'tickets.contact', 'tickets.submitPlan', 'tickets.recordResult'),
  arrived: event(['到场', '到場', 'arrival'], 'tickets.submitPlan', 'tickets.recordResult'),
  atFactory: event(['到厂', '到廠', 'arrival at the factory'], 'tickets.moment'),
  repairBegan: event(['开始维修', '開始維修', 'the repair begun'], 'tickets.moment', 'tickets.recordResult'),
  planned: event(['出方案', '出方案', 'the plan'], 'tickets.submitPlan'),
  loaned: event(['给了备机', '給了備機', 'a spare unit given'], 'tickets.moment'),
  found: event(['发现资料不符', '發現資料不符', 'wrong data found'], 'tickets.mismatch'),
  corrected: event(['资料改好', '資料改好', 'the data corrected'], 'tickets.fixMismatch'),
  noted: event(['记下没解决', '記下未解決', 'noted as unsolved'], 'tickets.moment'),
  escalated: event(['报了主管', '報了主管', 'the supervisor told'], 'tickets.moment'),
  waitForPart: event(['开始等配件', '開始等零件', 'the wait for a part'], 'tickets.pause', 'tickets.recordResult'),
  waitForMaker: event(['开始等厂家', '開始等原廠', 'the wait for the maker'], 'tickets.pause', 'tickets.recordResult'),
  waitForCustomer: event(['开始等客户', '開始等客戶', 'the wait for the customer'], 'tickets.pause'),
  waitForOther: event(['开始等别的', '開始等其他', 'a wait for something else'], 'tickets.pause'),
  waitOver: event(
    ['不用等了', '不用等了', 'the wait over'],
    'tickets.resume',
    'tickets.assign',
    'tickets.recordResult',
  ),
  finished: event(['办完', '辦完', 'the result'], 'tickets.recordResult'),
  followedUp: event(['回访', '回訪', 'the follow-up'], 'tickets.moment', 'tickets.recordResult'),
  archived: event(['归档', '歸檔', 'archiving'], 'tickets.archive'),
} as const satisfies Readonly<Record<string, EventFacts>>
export type CaseEvent = keyof typeof caseEvents

const codes = Object.keys(caseEvents) as CaseEvent[]
const onlyOf = (code: CaseEvent) => (caseEvents[code] as EventFacts).only

/** What a limit may count from, in the order it is offered. */
export const startEvents: readonly CaseEvent[] = codes.filter((code) => onlyOf(code) !== 'until')

/** What may end a limit, in the order it is offered. */
export const endEvents: readonly CaseEvent[] = codes.filter((code) => onlyOf(code) !== 'from')

/** Whether a code from a document is of an event that happens; a document of an earlier release may name one that never did. */
export const isCaseEvent = (code: string): code is CaseEvent => Object.hasOwn(caseEvents, code)

/** What ends a limit whose document is from before it said so, by the limit's own code. */
const usualEnds: Readonly<Record<string, CaseEvent>> = {
  assign: 'assigned',
  respond: 'responded',
  visit: 'arrived',
  plan: 'planned',
  guide: 'followedUp',
  mismatch: 'corrected',
  meet: 'met',
  fileBuilt: 'archived',
  followUp: 'followedUp',
  secondFollowUp: 'followedUp',
  escalate: 'escalated',
  loaner: 'loaned',
}

/** What ends a limit: what its policy says, else what its code has always meant; anything else is met by the result. */
export const endOf = ({ clock, endsAt }: { clock: string; endsAt?: string | undefined }): string =>
  endsAt ?? usualEnds[clock] ?? 'finished'

/** Whether a limit counts: it begins and ends with something that happens. What does not is shown as not yet counted, never as running. */
export const isCounted = (limit: { clock: string; startsAt: string; endsAt?: string | undefined }): boolean =>
  isCaseEvent(limit.startsAt) && isCaseEvent(endOf(limit))
