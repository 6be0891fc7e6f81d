import type { customerCategories } from '../customers/schema.ts'
import type { Channel, RecordIntake } from '../intake/schema.ts'
import type { Week } from '../kit/calendar.ts'
import type { Text } from '../kit/words.ts'
import type { WarrantyVerdict } from '../products/schema.ts'
import type { Clock } from '../tickets/schema.ts'
import type { presetsWords } from './words.ts'

/** Full text key of a word several trades share. */
export type PresetsKey = `presets.${keyof typeof presetsWords}`

/** Fields of the register a preset may ask for, by their name in `recordIntakeSchema`. */
export type RegisterField = Extract<
  keyof RecordIntake,
  | 'customerName'
  | 'contactName'
  | 'phone'
  | 'address'
  | 'productName'
  | 'serialNo'
  | 'purchasedOn'
  | 'symptom'
  | 'level'
  | 'visitFromAt'
  | 'within3h'
>

/** One thing the register asks, in order of speech. */
export interface RegisterEntry {
  field: RegisterField
  /** Label beside the field. */
  label: PresetsKey
  /** Name of the field inside a sentence (登记必问 姓名、地址 …). */
  short: PresetsKey
  /** What the operator says while the field has the focus (现在问). */
  ask: Text
  /** `save`: a blank one blocks saving a repair request (R010, R014). `dispatch`: asked before somebody is sent. */
  neededFor: 'save' | 'dispatch'
  /** Rule id it stands on; `house` = editable default of ours, no paper behind it. */
  rule: string
}

/** A choice with a code that is stored and a text that is shown. */
export interface Choice {
  code: string
  text: Text
}

/** Fault level or impact. Sort by `severity`, never by label or code: papers number both ways (R099, C01). */
export interface Level extends Choice {
  /** What falls under it. */
  meaning: Text
  /** 1 = worst. */
  severity: number
}

/** A limit. `level` absent: every level. Clock hours unless the company switches it to working hours (C59). */
export interface ClockPolicy {
  clock: Clock
  limitMinutes: number
  startsAt: 'received' | 'assigned' | 'responded' | 'arrived' | 'guided'
  level?: string
  hours: 'clock' | 'working'
  rule: string
}

/** What the technician has ready before leaving (R052). */
export interface Preparation extends Choice {
  /** Asked only where the order names parts to bring. */
  onlyWithParts?: true
}

/** Tries to reach the customer before the visit (R048, R049). */
export interface ContactPolicy {
  attempts: number
  gapMinutes: number
}

/**
 * How long a call is believed whose next event never comes: a ring longer than `ringMinutes` is lost, a conversation longer
 * than `talkMinutes` is over. The event is still honoured when it comes late.
 */
export interface CallPolicy {
  ringMinutes: number
  talkMinutes: number
}

/** Free stage and what follows. Names differ between papers (C63), so they are data; free or paid is the field. */
export interface WarrantyPolicy {
  /** null: the trade has no common figure, the company fills it in. */
  months: number | null
  startsFrom: 'purchased' | 'accepted'
  /** Day used where the first one is not known; null: none. */
  fallback: 'purchased' | 'accepted' | null
  freeName: Text
  paidName: Text
  afterwards: Exclude<WarrantyVerdict['charge'], 'nothing'>
  exclusions: readonly PresetsKey[]
  /** Rule ids behind the free stage, and behind what follows. */
  freeRules: readonly string[]
  paidRules: readonly string[]
}

/** Part of an opening or closing, in order of speech (R002, R003). `{{company}}` is filled in. */
export interface SpokenPart {
  part: 'greeting' | 'company' | 'offer' | 'thanks' | 'wishes' | 'goodbye'
  text: Text
}

export interface Script {
  greeting: readonly SpokenPart[]
  closing: readonly SpokenPart[]
  /** Steps shown beside the form, ticked as the call goes on. */
  steps: readonly Choice[]
}

/** A line somebody answers, and when (R018, R019). Windows are local to the company's time zone. */
export interface DutyLine extends Choice {
  week: Week
  rule: string
}

/** One trade's policies as data. The newest version not after a day is the one that counts on that day. */
export interface Preset {
  /** `P32` */
  id: string
  /** First day this version counts. */
  effectiveFrom: string
  name: Text
  /** One figure that tells the trade from the others: 3 小时上门. */
  hint: Text
  group: Choice
  /** Parts of company names that point at this trade. */
  guessWords: readonly string[]
  register: readonly RegisterEntry[]
  /** The first is preselected. */
  channels: readonly [Channel, ...Channel[]]
  categories: readonly (typeof customerCategories)[number][]
  script: Script
  faults: readonly Choice[]
  productTypes: readonly Choice[]
  /** Empty where the trade has none. */
  levels: readonly Level[]
  clocks: readonly ClockPolicy[]
  contact: ContactPolicy
  /** In the order they are ticked off; empty where the trade's paper names none (R052). */
  beforeLeaving: readonly Preparation[]
  calls: CallPolicy
  /** Promise of the visit; null: none, and the question is not asked (R044). */
  promise: { withinMinutes: number; rule: string } | null
  warranty: WarrantyPolicy
  /** Paper forms of the trade by id, in order of use. */
  forms: readonly (Choice & { code: `F${number}` })[]
  /** Facts that differ from the register are fed back by the end of the same day (R051). */
  mismatchSameDay: boolean
  duty: readonly [DutyLine, ...DutyLine[]]
}
