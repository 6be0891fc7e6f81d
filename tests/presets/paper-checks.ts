import type { ClockPolicy, Policy } from '../../shared/presets/schema.ts'
import type { PaperRow } from './presets-paper.ts'

/** What a row must find in the trade: null, or what is missing. */
export type Check = (policy: Policy, row: PaperRow) => string | null

const minutesOf = { min: 1, h: 60, day: 1440, week: 7 * 1440 } as const

/** Every span of a row's value, in minutes, in its order: `response 1 h, plan 30 min` gives 60, 30. */
export const spansIn = (value: string): number[] =>
  [...value.matchAll(/(\d+) (?:working )?(min|h|day|week)/gu)].map(
    ([, number, unit]) => Number(number) * minutesOf[unit as keyof typeof minutesOf],
  )

type Named = Pick<ClockPolicy, 'clock' | 'rule'> & Partial<Pick<ClockPolicy, 'level' | 'kind' | 'startsAt' | 'hours'>>

/** The row's spans are the limits named, one after the other, each with its rule, its start and how it runs. */
export const limits =
  (...wanted: Named[]): Check =>
  (policy, row) => {
    const spans = spansIn(row.value)
    if (spans.length < wanted.length) return `the value has ${spans.length} spans`
    for (const [at, { startsAt = 'received', hours = 'clock', ...want }] of wanted.entries()) {
      const found = policy.clocks.find(
        (each) => each.clock === want.clock && each.level === want.level && each.kind === want.kind,
      )
      const is = found && {
        minutes: found.limitMinutes,
        startsAt: found.startsAt,
        hours: found.hours,
        rule: found.rule,
      }
      const should = { minutes: spans[at], startsAt, hours, rule: want.rule }
      if (JSON.stringify(is) !== JSON.stringify(should))
        return `${JSON.stringify(is)} instead of ${JSON.stringify(should)}`
      if (found?.source.from !== 'paper') return `${want.clock} does not say that it is the paper's`
    }
    return null
  }

/** A check of one's own, with what is said when it fails. */
export const says =
  (holds: (policy: Policy, row: PaperRow) => boolean, what: string): Check =>
  (policy, row) =>
    holds(policy, row) ? null : what

/** The term of the row's value, in months, from the start named, under the row's rule. */
export const term =
  (startsFrom: Policy['warranty']['startsFrom'], word?: string, rule?: string): Check =>
  (policy, row) => {
    const [, number, unit] = /(\d+) (month|year)/u.exec(row.value) ?? []
    const { warranty } = policy
    const is = [warranty.months, warranty.startsFrom, warranty.startName?.en]
    const should = [Number(number) * (unit === 'year' ? 12 : 1), startsFrom, word]
    if (JSON.stringify(is) !== JSON.stringify(should))
      return `${JSON.stringify(is)} instead of ${JSON.stringify(should)}`
    return warranty.freeRules.includes(rule ?? row.rules[0]!) ? null : 'the rule does not stand behind the term'
  }

/** The row's rule stands behind the free stage. */
export const free: Check = (policy, row) =>
  policy.warranty.freeRules.includes(row.rules[0]!) ? null : 'the rule does not stand behind the free stage'

/** What a repair costs after the free stage, under the row's rules. */
export const afterwards =
  (charge: Policy['warranty']['afterwards']): Check =>
  (policy, row) =>
    policy.warranty.afterwards === charge && policy.warranty.paidRules.includes(row.rules[0]!)
      ? null
      : `${policy.warranty.afterwards} under ${policy.warranty.paidRules.join(' ')}`

/** A line of duty of so many hours on each weekday, Sunday first, under the rule. */
export const duty =
  (hours: readonly number[], rule?: string): Check =>
  (policy, row) => {
    const line = policy.duty.find((each) => each.rule === (rule ?? row.rules[0]))
    const is = line?.week.map((day) => day.reduce((sum, { from, to }) => sum + hoursOf(to) - hoursOf(from), 0))
    return JSON.stringify(is) === JSON.stringify(hours) ? null : `duty is ${JSON.stringify(is)}`
  }
const hoursOf = (time: string) => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60
/** Duty hours a day, Sunday first: around the clock. */
export const everyHour = Array.from({ length: 7 }, () => 24)
/** Duty hours a day, Sunday first: Monday to Friday. */
export const weekdays = (hours: number) => [0, hours, hours, hours, hours, hours, 0]

/** So many of a list stand under the row's rule. */
export const count =
  (list: 'kinds' | 'categories' | 'levels' | 'productTypes', number: number): Check =>
  (policy, row) => {
    const under = policy[list].filter(({ rule }) => rule === row.rules[0]).length
    return under === number ? null : `${under} of the ${list} stand under ${row.rules[0]}`
  }

/** What the greeting says in one of its parts, in zh-CN. */
export const part = (name: string) => (policy: Policy) =>
  policy.script.greeting.find((each) => each.part === name)?.text['zh-CN'] ?? ''

/** A row that a later feature will act on: till then it stands in the trade's notes. */
export interface Later {
  later: string
}

/** The row waits for a feature, by its name. */
export const later = (feature: string): Later => ({ later: feature })
