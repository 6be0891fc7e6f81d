import { formName } from './form-names.ts'
import { houseVisits } from './house-visits.ts'
import type { CaseKind, Choice, ClockPolicy, ContactPolicy, Policy, Preparation, RegisterEntry } from './schema.ts'
import {
  assignInTenMinutes,
  channel,
  everyDayEightToSix,
  firstNumbers,
  fourCategories,
  houseLimits,
  limit,
  own,
  paper,
  patientLine,
  politeClosing,
  politeGreeting,
  repairCase,
  sayGoodbye,
  threeTriesOfOurs,
} from './shared-parts.ts'
import { choices, type Ruled, said, type Said, type Table } from './wording.ts'

/** A limit by the clock: `within(limit.visit, 120, 'R037')`. `house` is a number of ours. */
export const within = (
  what: Pick<ClockPolicy, 'clock' | 'text' | 'startsAt' | 'endsAt' | 'hours'>,
  limitMinutes: number,
  rule: string,
  more: Partial<ClockPolicy> = {},
): ClockPolicy => ({ ...what, limitMinutes, rule, source: rule === 'house' ? own : paper, ...more })

/** 到场: a visit where nobody says 上门 (到府). */
export const onSite = { ...limit.visit, text: said(['到场', '到場', 'On site']) }

/**
 * 事由 from their table, the first preselected; `guided` are the ones that begin on the phone and send nobody. Throws
 * RangeError for an empty table.
 */
export function kinds(table: Table, guided: readonly string[] = []): Policy['kinds'] {
  const [first, ...rest] = choices(table).map((kind): CaseKind => ({
    ...kind,
    handling: guided.includes(kind.code) ? 'guidance' : 'dispatch',
  }))
  if (first === undefined) throw new RangeError('no kinds of case')
  return [first, ...rest]
}

type Spoken = Policy['script']['greeting']

/** What a trade says of itself. Everything left out is the house's, and marked so. */
export interface TradeDraft {
  id: string
  name: Said
  hint: Said
  group: Choice
  guessWords: readonly string[]
  register: readonly RegisterEntry[]
  channels?: Policy['channels']
  kinds?: Policy['kinds']
  categories?: readonly Choice[]
  greeting?: { parts: Spoken; rule: string }
  closing?: { parts: Spoken; rule: string }
  /** Step of the script: what has to be found out on the phone. */
  find: Said
  /** Step of the script: what is said again before the goodbye. */
  repeat: Said
  faults: Table
  productTypes: Table
  /** Code, name, what falls under it, severity (1 = worst, R099), rule. */
  levels?: readonly (readonly [code: string, name: Said, meaning: Said, severity: number, rule?: string])[]
  limits?: readonly ClockPolicy[]
  contact?: ContactPolicy
  beforeLeaving?: readonly Preparation[]
  calls?: Policy['calls']
  promise?: Policy['promise']
  /** Left out: the paper promises no term, the firm sets one if it likes (C96). */
  warranty?: {
    months: number | null
    from: 'purchased' | 'accepted' | null
    /** The paper's own word for that day. */
    fromName?: Said
    fallback?: 'purchased' | 'accepted' | null
    free?: Said
    paid?: Said
    afterwards?: Policy['warranty']['afterwards']
    exclusions?: readonly Said[]
    freeRules: readonly string[]
    paidRules?: readonly string[]
  }
  forms: readonly string[]
  duty?: Policy['duty']
  notes?: readonly Ruled[]
}

const greetFirst: Choice = {
  code: 'greet',
  text: said(['问候、核对客户和电话', '問候、核對客戶和電話', 'Greet, check customer and number']),
}

const hotline: Policy['duty'] = [
  { code: 'hotline', text: said(['热线', '熱線', 'Hotline']), week: everyDayEightToSix, rule: 'house' },
]

const noTerm: NonNullable<TradeDraft['warranty']> = { months: null, from: 'purchased', freeRules: [] }

/** The whole document of a trade from what its paper says; the rest are the house's defaults (R417). */
export function trade(draft: TradeDraft): Policy {
  const { greeting, closing, warranty = noTerm, limits = [] } = draft
  const assigns = limits.some(({ clock }) => clock === 'assign')
  const isMissing = (usual: ClockPolicy) => limits.every(({ clock }) => clock !== usual.clock)
  const fallback = warranty.fallback === undefined ? otherDay(warranty.from) : warranty.fallback
  return {
    ...{ id: draft.id, name: said(draft.name), hint: said(draft.hint), group: draft.group },
    guessWords: draft.guessWords,
    register: draft.register,
    channels: draft.channels ?? [channel.phone],
    kinds: draft.kinds ?? [repairCase],
    categories: draft.categories ?? fourCategories,
    script: {
      greeting: greeting?.parts ?? politeGreeting,
      greetingRule: greeting?.rule ?? 'house',
      closing: closing?.parts ?? politeClosing,
      closingRule: closing?.rule ?? 'house',
      steps: [
        greetFirst,
        { code: 'ask', text: said(draft.find) },
        { code: 'repeat', text: said(draft.repeat) },
        sayGoodbye,
      ],
    },
    faults: choices(draft.faults),
    productTypes: choices(draft.productTypes),
    levels: (draft.levels ?? []).map(([code, name, meaning, severity, rule]) => ({
      ...{ code, text: said(name), meaning: said(meaning), severity },
      ...(rule ? { rule } : {}),
    })),
    clocks: [...(assigns ? [] : [assignInTenMinutes]), ...limits, ...houseLimits.filter(isMissing)],
    contact: draft.contact ?? threeTriesOfOurs,
    beforeLeaving: draft.beforeLeaving ?? [],
    calls: draft.calls ?? patientLine,
    visits: houseVisits,
    promise: draft.promise ?? null,
    warranty: {
      months: warranty.months,
      startsFrom: warranty.from,
      ...(warranty.fromName ? { startName: said(warranty.fromName) } : {}),
      fallback,
      ...(fallback === null ? {} : { fallbackRule: 'house' }),
      freeName: said(warranty.free ?? ['免费保修', '免費保固', 'Free warranty']),
      paidName: said(warranty.paid ?? ['保外', '保固外', 'Out of warranty']),
      afterwards: warranty.afterwards ?? 'asQuoted',
      exclusions: (warranty.exclusions ?? []).map(said),
      freeRules: warranty.freeRules,
      paidRules: warranty.paidRules ?? [],
    },
    forms: draft.forms.map((code) => ({ code, text: formName(code) })),
    duty: draft.duty ?? hotline,
    areaCode: '',
    numbers: firstNumbers,
    notes: (draft.notes ?? []).map((note) => ({ text: said(note), rule: note[3] ?? 'house' })),
  }
}

/** Where the paper's start day is not on file, the other one stands in: a default of ours (C69, R417). */
function otherDay(from: 'purchased' | 'accepted' | null): 'purchased' | 'accepted' | null {
  if (from === null) return null
  return from === 'accepted' ? 'purchased' : 'accepted'
}
