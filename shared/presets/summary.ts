import type { Text } from '../kit/words.ts'
import { endOf } from './limit-ends.ts'
import type { ClockPolicy, Policy, SpokenPart } from './schema.ts'
import { everyLanguage, type Facts, filled, limitText, listed, phrase, span, spoken } from './sentences.ts'
import { tradesWords } from './words.ts'

/** One row of what a trade fills in on the first run (保修, 期限, 联系 …). `**…**` in a sentence marks a bold figure. */
export interface SummaryRow {
  id: 'warranty' | 'limits' | 'contact' | 'guide' | 'register' | 'forms' | 'script' | 'mismatch' | 'duty'
  label: Text
  sentences: Text[]
  /** The figure the trade cannot know and the company fills in (要您填); null: none. */
  asks: 'warrantyMonths' | null
}

/** A station on the line of one morning's call, `time` as shown: 10:36, 13:36 前, 当天. */
export interface MorningStep {
  /** `call`, `close`, or the code of a clock. */
  id: string
  time: Text
  title: Text
  note: Text
}

/** Full text key of a word several trades share. */
export type TradesKey = `trades.${keyof typeof tradesWords}`

/** The text of a full key, `trades.row.warranty`. */
export function tradesText(key: TradesKey): Text {
  return tradesWords[key.slice('trades.'.length) as keyof typeof tradesWords]
}

const say = (key: TradesKey, facts: Facts = {}) => filled(tradesText(key), facts)

const enumeration: Text = { 'zh-CN': '、', 'zh-TW': '、', en: ', ' }
const nothing: Text = { 'zh-CN': '', 'zh-TW': '', en: '' }

/** A number of ours says so: no paper is named as its source (R417). */
const marked = (sentence: Text, rule: string): Text =>
  rule === 'house' ? listed([sentence, tradesText('trades.say.house')], nothing) : sentence

function limitOf(policy: ClockPolicy): Text {
  const { text: clock, hours, notBeforeMinutes, rule } = policy
  const limit = limitText(policy)
  if (notBeforeMinutes === undefined) return marked(say('trades.say.limit', { clock, limit }), rule)
  const from = limitText({ hours, limitMinutes: notBeforeMinutes })
  return marked(say('trades.say.between', { clock, from, limit }), rule)
}

const ownRow = ['guide', 'mismatch']

function warrantySentences({ warranty }: Policy, months: number | null): Text[] {
  const start = warranty.startName ?? (warranty.startsFrom ? tradesText(`trades.say.${warranty.startsFrom}`) : null)
  const after = tradesText(`trades.say.${warranty.afterwards}`)
  if (months === null) return [say('trades.say.warrantyAsk'), after]
  if (start === null) return [say('trades.say.warrantyOpen', { stage: warranty.freeName, months }), after]
  return [say('trades.say.warranty', { stage: warranty.freeName, months, start }), after]
}

function limitSentences(preset: Policy): Text[] {
  const visible = preset.clocks.filter((policy) => !ownRow.includes(policy.clock) && endOf(policy) !== 'waitOver')
  const common = visible.filter(
    ({ clock, kind, level }) => level === undefined && kind === undefined && !(preset.promise && clock === 'visit'),
  )
  const under = (name: Text, own: readonly ClockPolicy[]) =>
    own.length === 0 ? [] : [say('trades.say.level', { level: name, limits: listed(own.map(limitOf), phrase) })]
  const levels = [...preset.levels].sort((a, b) => a.severity - b.severity)
  return [
    ...(preset.promise ? [say('trades.say.promise', { limit: span(preset.promise.withinMinutes) })] : []),
    ...common.map(limitOf),
    ...preset.kinds.flatMap((kind) =>
      under(
        kind.text,
        visible.filter((policy) => policy.kind === kind.code),
      ),
    ),
    ...levels.flatMap((level) =>
      under(
        level.text,
        visible.filter((policy) => policy.level === level.code),
      ),
    ),
  ]
}

/** R051: facts that differ from the register are fed back by the end of the same day. */
const isMismatchFed = ({ clocks }: Policy) => clocks.some(({ clock, rule }) => clock === 'mismatch' && rule !== 'house')

function dutySentences(preset: Policy): Text[] {
  return preset.duty.map((line) => {
    const day = line.week[1].map(({ from, to }) => `${from}–${to}`).join(' ')
    const sentence = filled(
      { 'zh-CN': '{{line}} {{day}}', 'zh-TW': '{{line}} {{day}}', en: '{{line}} {{day}}' },
      { line: line.text, day },
    )
    return marked(sentence, line.rule)
  })
}

/** 开头和结尾; the words in quotes, so that the mark of the house stands outside them. */
function scriptSentences({ script }: Policy, companyName: string): Text[] {
  const quoted = (parts: readonly SpokenPart[], rule: string) =>
    marked(say('trades.say.spoken', { said: spoken(parts, companyName) }), rule)
  return [quoted(script.greeting, script.greetingRule), quoted(script.closing, script.closingRule)]
}

/**
 * What the trade fills in, row by row, computed from its data. `companyMonths` are the months the company has typed so
 * far.
 */
export function summaryRows(preset: Policy, companyName: string, companyMonths: number | null): SummaryRow[] {
  const row = (id: SummaryRow['id'], sentences: Text[]): SummaryRow[] =>
    sentences.length === 0 ? [] : [{ id, label: tradesText(`trades.row.${id}`), sentences, asks: null }]
  const guide = preset.clocks.filter((policy) => policy.clock === 'guide')
  const asked = preset.register.filter((entry) => entry.neededFor === 'save')
  const [warranty, ...others] = [
    ...row('warranty', warrantySentences(preset, companyMonths ?? preset.warranty.months)),
    ...row('limits', limitSentences(preset)),
    ...row('contact', [
      marked(
        say('trades.say.contact', { attempts: preset.contact.attempts, gap: span(preset.contact.gapMinutes) }),
        preset.contact.rule,
      ),
    ]),
    ...row(
      'guide',
      guide.map((policy) => marked(say('trades.say.guide', { limit: span(policy.limitMinutes) }), policy.rule)),
    ),
    ...row('register', [
      listed(
        asked.map(({ short }) => short),
        enumeration,
      ),
    ]),
    ...row(
      'forms',
      preset.forms.map((form) => form.text),
    ),
    ...row('script', scriptSentences(preset, companyName)),
    ...row('mismatch', isMismatchFed(preset) ? [say('trades.say.mismatch')] : []),
    ...row('duty', dutySentences(preset)),
  ]
  return warranty === undefined
    ? others
    : [{ ...warranty, asks: preset.warranty.months === null ? 'warrantyMonths' : null }, ...others]
}

/** Clocks that run on the morning of a repair call, the call that asks how it works not among them. */
const repairClocks = ['assign', 'respond', 'visit', 'plan', 'solve']

/** `13:36 前`, `次日 10:36 前`, or the limit itself where it ends on a later day. */
function timeOnLine(policy: ClockPolicy, at: number, called: number): Text {
  const time = new Date(at).toISOString().slice(11, 16)
  const days = new Date(at).getUTCDate() - new Date(called).getUTCDate()
  if (policy.hours === 'clock' && days === 0) return say('trades.morning.by', { time })
  if (policy.hours === 'clock' && days === 1) return say('trades.morning.byNextDay', { time })
  return say('trades.morning.within', { limit: limitText(policy) })
}

/**
 * One repair call as this trade handles it, from the call at `10:36` to the closing: every limit at its latest moment,
 * at the worst level where the trade has levels (R099).
 */
export function oneMorning(preset: Policy, callAt = '10:36'): MorningStep[] {
  const worst = [...preset.levels].sort((a, b) => a.severity - b.severity)[0]?.code
  const called = Date.parse(`2000-01-01T${callAt}:00.000Z`)
  const reached = new Map<string, number>([['received', called]])
  const meets = new Map([
    ['assign', 'assigned'],
    ['respond', 'responded'],
    ['visit', 'arrived'],
  ])
  const kind = preset.kinds[0].code
  const isOfRepair = (policy: ClockPolicy) =>
    repairClocks.includes(policy.clock) && (policy.kind === undefined || policy.kind === kind)
  const steps = preset.clocks
    .filter((policy) => isOfRepair(policy) && (policy.level === undefined || policy.level === worst))
    .map((policy) => {
      const at = (reached.get(policy.startsAt) ?? called) + policy.limitMinutes * 60_000
      const met = meets.get(policy.clock)
      if (met) reached.set(met, at)
      return { policy, at }
    })
    .sort((a, b) => a.at - b.at)
  const noteOf = ({ clock, hours, limitMinutes }: ClockPolicy) =>
    clock === 'assign'
      ? tradesText('trades.morning.assignNote')
      : say(clock === 'visit' ? 'trades.morning.visitNote' : 'trades.morning.limitNote', {
          limit: limitText({ hours, limitMinutes }),
        })
  return [
    {
      id: 'call',
      time: everyLanguage(() => callAt),
      title: tradesText('trades.morning.call'),
      note: say('trades.morning.callNote', {
        count: preset.register.filter((entry) => entry.neededFor === 'save').length,
      }),
    },
    ...steps.map(({ policy, at }): MorningStep => ({
      id: policy.clock,
      time: timeOnLine(policy, at, called),
      title: policy.text,
      note: noteOf(policy),
    })),
    {
      id: 'close',
      time: tradesText(isMismatchFed(preset) ? 'trades.morning.sameDay' : 'trades.morning.afterRepair'),
      title: tradesText('trades.morning.close'),
      note: tradesText(isMismatchFed(preset) ? 'trades.morning.closeMismatchNote' : 'trades.morning.closeNote'),
    },
  ]
}
