import { z } from 'zod'
import { clockHours } from '../clocks/schema.ts'
import { areaCodeSchema } from '../kit/fields.ts'
import { seenText } from '../kit/seen-text.ts'
import { schemeProblem } from '../kit/number-scheme.ts'
import { languages } from '../kit/words.ts'
import { houseVisits } from './house-visits.ts'

/** A text that is shown; where nobody would see anything of it a dash stands, so that a document stored with such a one can still be read. */
const shownSchema = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .transform((text) => seenText(text).trim() || '—')

/** A text in every language, none of them blank. `{{company}}` is filled in where a script is spoken. */
export const filledTextSchema = z.object(
  Object.fromEntries(languages.map((language) => [language, shownSchema(400)])) as Record<
    (typeof languages)[number],
    ReturnType<typeof shownSchema>
  >,
)

/** A code that is stored with records and never shown: letters that are seen, digits, dots and dashes; `I`, `wokRange`, `F11`. */
export const codeSchema = z.string().regex(/^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u)

/** What a figure stands on: a rule of the trade's own paper (`R044`, several as `R048 R049`), or `house` where the number is ours (R417). */
export const ruleSchema = z.string().regex(/^(house|R\d{3}( R\d{3})*)$/u)

const figure = (max: number) => z.number().int().min(1).max(max)
const list = <Item extends z.ZodType>(item: Item, max = 200) => z.array(item).max(max).readonly()

/** A choice with a code that is stored and a text that is shown. `rule` absent: the list is ours (`house`), no paper names it. */
export const choiceSchema = z.object({
  code: codeSchema,
  text: filledTextSchema,
  rule: ruleSchema.optional(),
  /** 停用: nothing new takes it, what was stored with it keeps its name. */
  isRetired: z.literal(true).optional(),
})
export type Choice = z.infer<typeof choiceSchema>

/** Fields of the register a trade may ask for, by their name in `recordIntakeSchema`. */
export const registerFields = [
  'customerName',
  'contactName',
  'phone',
  'address',
  'productName',
  'serialNo',
  'purchasedOn',
  'acceptedOn',
  'dealer',
  'symptom',
  'level',
  'visitFromAt',
  'within3h',
] as const
export type RegisterField = (typeof registerFields)[number]

/** One thing the register asks, in order of speech. */
export const registerEntrySchema = z.object({
  field: z.enum(registerFields),
  /** Label beside the field. */
  label: filledTextSchema,
  /** Name of the field inside a sentence (登记必问 姓名、地址 …). */
  short: filledTextSchema,
  /** What the operator says while the field has the focus (现在问). */
  ask: filledTextSchema,
  /** `save`: a blank one blocks saving a repair request (R010, R014). `dispatch`: asked before somebody is sent. `never`: shown and asked, never blocks. */
  neededFor: z.enum(['save', 'dispatch', 'never']),
  rule: ruleSchema,
})
export type RegisterEntry = z.infer<typeof registerEntrySchema>

/** 事由: what a case is about; its own limits hang on it. `handling` is what it begins with. */
export const caseKindSchema = choiceSchema.extend({ handling: z.enum(['dispatch', 'guidance']) })
export type CaseKind = z.infer<typeof caseKindSchema>

/** Fault level or impact. Sort by `severity`, never by label or code: papers number both ways (R099, C01). 1 = worst. */
export const levelSchema = choiceSchema.extend({ meaning: filledTextSchema, severity: figure(20) })
export type Level = z.infer<typeof levelSchema>

/** Where a limit's number comes from: the trade's own paper, another trade's, or the company itself. */
export const sourceSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('paper') }),
  z.object({ from: z.literal('trade'), trade: shownSchema(8) }),
  z.object({ from: z.literal('own') }),
])

/**
 * A limit of something that runs. `clock` says what must happen (assign, respond, visit, plan, solve, guide, mismatch,
 * followUp, or the company's own code); `startsAt` and `endsAt` what it counts from and until, both of `caseEvents`. `level`, `kind`
 * absent: every level, every kind. The key `clock/level/kind` stands once.
 */
export const clockSchema = z.object({
  clock: codeSchema,
  text: filledTextSchema,
  startsAt: codeSchema,
  /** Absent in documents from before it was said: see `endOf`. */
  endsAt: codeSchema.optional(),
  level: codeSchema.optional(),
  kind: codeSchema.optional(),
  /** How it runs; working hours are those of the first duty line. */
  hours: z.enum(clockHours),
  /** For `days` and `workingDays` whole days of 1440; 0 there is the same day. 0 by the clock stands in older documents only (see `unworkable`). */
  limitMinutes: z.number().int().min(0).max(5_256_000),
  /** Not before so many minutes after the start (R175: the third to the seventh day). */
  notBeforeMinutes: figure(5_256_000).optional(),
  /** Warned so long before it runs out; absent: as `warnMinutesOf` says. */
  warnMinutes: z.number().int().min(0).max(525_600).optional(),
  rule: ruleSchema,
  source: sourceSchema,
})
export type ClockPolicy = z.infer<typeof clockSchema>

/** What the technician has ready before leaving (R052). */
export const preparationSchema = choiceSchema.extend({
  /** Asked only where the order names parts to bring. */
  onlyWithParts: z.literal(true).optional(),
})
export type Preparation = z.infer<typeof preparationSchema>

/** Tries to reach the customer before the visit (R048, R049). */
export const contactSchema = z.object({ attempts: figure(20), gapMinutes: figure(1440), rule: ruleSchema })
export type ContactPolicy = z.infer<typeof contactSchema>

/**
 * The line itself: picked up within so many seconds (R001), and how long a call is believed whose next event never comes: a
 * ring longer than `ringMinutes` is lost, a conversation longer than `talkMinutes` over. Late events are still honoured.
 */
export const callSchema = z.object({
  answerSeconds: figure(600),
  ringMinutes: figure(60),
  talkMinutes: figure(1440),
  rule: ruleSchema,
})
export type CallPolicy = z.infer<typeof callSchema>

/**
 * A visit without an agreed end lasts `usualMinutes`, and so do the windows that are offered, none sooner than in `leadMinutes`. What is due
 * within `soonMinutes` is due soon, in lists, on the board and on the clocks.
 */
export const visitSchema = z.object({
  usualMinutes: figure(1440),
  leadMinutes: figure(10_080),
  soonMinutes: figure(10_080),
  rule: ruleSchema,
})
export type VisitPolicy = z.infer<typeof visitSchema>

/** Free stage and what follows. Names differ between papers (C63), so they are data; free or paid is the field. */
export const warrantySchema = z.object({
  /** null: the trade has no common figure, the company fills it in. */
  months: figure(1200).nullable(),
  /** null: the paper does not say from when; no end is computed until the company says it. */
  startsFrom: z.enum(['purchased', 'accepted']).nullable(),
  /** The paper's own word for that day (交货, 终验); absent: 购买日期, 验收交付. */
  startName: filledTextSchema.optional(),
  /** Day used where the first one is not known; null: none. */
  fallback: z.enum(['purchased', 'accepted']).nullable(),
  fallbackRule: ruleSchema.optional(),
  freeName: filledTextSchema,
  paidName: filledTextSchema,
  /** What is charged after the free stage. */
  afterwards: z.enum(['partsOnly', 'feeAgreed', 'asQuoted']),
  exclusions: list(filledTextSchema, 20),
  /** Rule ids behind the free stage, and behind what follows. Empty: no figure stands there. */
  freeRules: list(ruleSchema, 10),
  paidRules: list(ruleSchema, 10),
})

/** Part of an opening or closing, in order of speech (R002, R003). */
export const spokenPartSchema = z.object({
  part: z.enum(['greeting', 'company', 'offer', 'thanks', 'wishes', 'goodbye']),
  text: filledTextSchema,
})
export type SpokenPart = z.infer<typeof spokenPartSchema>

/** What the operator says at the beginning and the end (R016 and on), and the steps between. */
export const scriptSchema = z.object({
  greeting: list(spokenPartSchema, 10),
  greetingRule: ruleSchema,
  closing: list(spokenPartSchema, 10),
  closingRule: ruleSchema,
  /** Steps shown beside the form, ticked as the call goes on. */
  steps: list(choiceSchema, 20),
})

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/u)

/** Working hours of one stretch of a day, company's zone: `08:00` to `24:00`, the end later than the beginning. */
export const windowSchema = z.object({ from: timeSchema, to: timeSchema })
const daySchema = list(windowSchema, 6)

/** Windows of the seven weekdays, Sunday first. */
export const weekSchema = z
  .tuple([daySchema, daySchema, daySchema, daySchema, daySchema, daySchema, daySchema])
  .readonly()

/** A line somebody answers, and when (R018, R019). The first one's hours are the working hours of every limit that counts them. */
export const dutyLineSchema = choiceSchema.extend({ week: weekSchema, rule: ruleSchema })
export type DutyLine = z.infer<typeof dutyLineSchema>

/** A product type with the models that are sold of it. */
export const productTypeSchema = choiceSchema.extend({ models: list(shownSchema(60)).optional() })
export type ProductType = z.infer<typeof productTypeSchema>

/** 片区: what the firm's own people divide the map into, and the districts, streets and communities in it. */
export const areaSchema = z.object({
  /** Made once and kept, whatever it is called. */
  code: codeSchema,
  name: shownSchema(40),
  /** As they stand in addresses; a space between parts that must all stand there. */
  places: list(shownSchema(60), 200),
})
export type Area = z.infer<typeof areaSchema>

/** Number schemes `GD{yyyy}{MM}{dd}-{seq:4}` (R353), by what they number. */
export const numberedThings = ['register', 'ticket', 'dispatch', 'sheet', 'customer', 'archive'] as const
export type NumberedThing = (typeof numberedThings)[number]
/** A scheme for each of them. */
export type NumberSchemes = Readonly<Record<NumberedThing, string>>

/** Everything one line of business is run by, in one document. What is edited in the settings is this and nothing else. */
export const policySchema = z.object({
  /** `P32`; a company's own trade begins with `own`. */
  id: z.string().regex(/^(P\d{2}|own[a-z0-9]{0,5})$/u),
  name: filledTextSchema,
  /** One figure that tells the trade from the others: 3 小时上门. */
  hint: filledTextSchema,
  group: choiceSchema,
  /** Parts of company names that point at this trade. */
  guessWords: list(shownSchema(20)),
  register: list(registerEntrySchema, registerFields.length),
  /** 受理方式; the first is preselected. */
  channels: z.tuple([choiceSchema], choiceSchema).readonly(),
  /** Kinds of case; the first is preselected. */
  kinds: z.tuple([caseKindSchema], caseKindSchema).readonly(),
  /** 用户类别 */
  categories: list(choiceSchema, 20),
  script: scriptSchema,
  faults: list(choiceSchema, 100),
  productTypes: list(productTypeSchema, 100),
  /** Empty where the trade has none. */
  levels: list(levelSchema, 10),
  clocks: list(clockSchema, 80),
  contact: contactSchema,
  /** In the order they are ticked off; empty where the trade's paper names none (R052). */
  beforeLeaving: list(preparationSchema, 20),
  calls: callSchema,
  /** Documents from before it was kept read with the house's figures. */
  visits: visitSchema.default(houseVisits),
  /** Promise of the visit; null: none, and the question is not asked (R044). */
  promise: z.object({ withinMinutes: figure(525_600), rule: ruleSchema }).nullable(),
  warranty: warrantySchema,
  /** Paper forms of the trade by id, in order of use. Which of them the product draws is known by the catalog of forms alone. */
  forms: list(choiceSchema.extend({ code: z.string().regex(/^F\d{2}$/u) }), 60),
  duty: z.tuple([dutyLineSchema], dutyLineSchema).readonly(),
  /** 区号 of the home area, without which a local number says nothing; empty where it is not set. */
  areaCode: areaCodeSchema,
  /** Absent: cases lie in the district their address names. */
  areas: list(areaSchema, 100).optional(),
  numbers: z.record(z.enum(numberedThings), shownSchema(40)),
  /** What the paper says besides and nothing here acts on: shown in the settings with its rule, so that it is not lost. */
  notes: list(z.object({ text: filledTextSchema, rule: ruleSchema }), 60),
})
export type Policy = z.infer<typeof policySchema>

/** A place of a document and what is wrong with it: `clocks.3.level`. */
export interface PolicyProblem {
  path: string
  reason:
    | 'twice'
    | 'unknownLevel'
    | 'unknownKind'
    | 'missing'
    | 'wholeDays'
    | 'window'
    | 'scheme'
    | 'noHours'
    | 'tooLong'
    | 'noTime'
    | 'noStart'
    | 'noEnd'
    | 'sameEvent'
    | 'backwards'
    | 'warnTooEarly'
    | 'noRule'
}

/** The key a limit has: each stands once. */
export const clockKey = ({ clock, level, kind }: Pick<ClockPolicy, 'clock' | 'level' | 'kind'>): string =>
  [clock, level ?? '', kind ?? ''].join('/')

/** What a document of the right shape still says that cannot hold: codes twice, levels or kinds nobody knows, a term without its rule, numbers that would not be unique (R353). */
export function policyProblems(policy: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  const once = (path: string, keys: readonly string[]) =>
    keys.forEach((key, at) => {
      if (keys.indexOf(key) < at) problems.push({ path: `${path}.${at}`, reason: 'twice' })
    })
  const codes = (choices: readonly { code: string }[]) => choices.map(({ code }) => code)
  for (const name of ['channels', 'kinds', 'categories', 'faults', 'productTypes', 'levels', 'beforeLeaving'] as const)
    once(name, codes(policy[name]))
  once('forms', codes(policy.forms))
  const areas = policy.areas ?? []
  once('areas', codes(areas))
  once(
    'areas',
    areas.map(({ name }) => name),
  )
  once(
    'areas.places',
    areas.flatMap(({ places }) => places),
  )
  once('duty', codes(policy.duty))
  once('script.steps', codes(policy.script.steps))
  once(
    'register',
    policy.register.map(({ field }) => field),
  )
  once('clocks', policy.clocks.map(clockKey))
  once(
    'levels.severity',
    policy.levels.map(({ severity }) => String(severity)),
  )
  if (policy.register.length === 0) problems.push({ path: 'register', reason: 'missing' })
  for (const name of ['categories', 'channels', 'kinds'] as const)
    if (policy[name].every(({ isRetired }) => isRetired)) problems.push({ path: name, reason: 'missing' })
  const [levels, kinds] = [codes(policy.levels), codes(policy.kinds)]
  policy.clocks.forEach(({ level, kind, hours, limitMinutes }, at) => {
    if (level !== undefined && !levels.includes(level))
      problems.push({ path: `clocks.${at}.level`, reason: 'unknownLevel' })
    if (kind !== undefined && !kinds.includes(kind)) problems.push({ path: `clocks.${at}.kind`, reason: 'unknownKind' })
    if ((hours === 'days' || hours === 'workingDays') && limitMinutes % 1440 !== 0)
      problems.push({ path: `clocks.${at}.limitMinutes`, reason: 'wholeDays' })
  })
  policy.duty.forEach(({ week }, at) => {
    week.forEach((windows, day) => {
      if (windows.some(({ from, to }) => from >= to))
        problems.push({ path: `duty.${at}.week.${day}`, reason: 'window' })
    })
  })
  for (const thing of numberedThings)
    if (schemeProblem(policy.numbers[thing]) !== null) problems.push({ path: `numbers.${thing}`, reason: 'scheme' })
  const { months, freeRules } = policy.warranty
  if (months !== null && freeRules.length === 0) problems.push({ path: 'warranty.freeRules', reason: 'missing' })
  return problems
}

/** Reads a document that came from outside; throws ZodError for a wrong shape, RangeError for one that contradicts itself. */
export function readPolicy(document: unknown): Policy {
  const policy = policySchema.parse(document)
  const [problem] = policyProblems(policy)
  if (problem) throw new RangeError(`policy ${policy.id}: ${problem.path} ${problem.reason}`)
  return policy
}
