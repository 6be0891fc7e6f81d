import type { Text } from '../kit/words.ts'
import { isByDays } from '../clocks/days.ts'
import { type CaseEvent, isCaseEvent } from './events.ts'
import { endOf } from './limit-ends.ts'
import { isSame, type Plain } from './merge.ts'
import { clockKey, type ClockPolicy, type Policy, type PolicyProblem } from './schema.ts'

/** Events that come once in a visit, and in this order. Everything else may come before or after, and again, as follow-ups do. */
const inOrder: readonly CaseEvent[] = ['received', 'assigned', 'arrived', 'finished', 'archived']

/** Whether a limit from one event until another could ever be met. */
function isBackwards(from: string, until: string): boolean {
  const [begins, ends] = [inOrder.indexOf(from as CaseEvent), inOrder.indexOf(until as CaseEvent)]
  return begins >= 0 && ends >= 0 && ends < begins
}

function problemOf(limit: ClockPolicy): [field: string, reason: PolicyProblem['reason']] | null {
  const { startsAt, hours, limitMinutes, warnMinutes = 0, source, rule } = limit
  const until = endOf(limit)
  if (!isCaseEvent(startsAt)) return ['startsAt', 'noStart']
  if (!isCaseEvent(until)) return ['endsAt', 'noEnd']
  if (startsAt === until && inOrder.includes(until)) return ['endsAt', 'sameEvent']
  if (isBackwards(startsAt, until)) return ['endsAt', 'backwards']
  // A limit of 0 days ends with the day it began.
  if (warnMinutes > limitMinutes + (isByDays(hours) ? 1440 : 0)) return ['warnMinutes', 'warnTooEarly']
  if (source.from === 'paper' && rule === 'house') return ['rule', 'noRule']
  return null
}

/**
 * Limits that could never run, or never be met, among those that differ from what was published: what counts already may stand as it is, also where
 * an earlier release let it begin with something that never happens.
 */
export function limitProblems(
  { clocks }: Pick<Policy, 'clocks'>,
  published: Pick<Policy, 'clocks'> | undefined,
): PolicyProblem[] {
  const stands = new Map((published?.clocks ?? []).map((limit) => [clockKey(limit), limit]))
  const plain = (limit: ClockPolicy | undefined) => limit as unknown as Plain | undefined
  return clocks.flatMap((limit, at): PolicyProblem[] => {
    if (isSame(plain(stands.get(clockKey(limit))), plain(limit))) return []
    const problem = problemOf(limit)
    return problem ? [{ path: `clocks.${at}.${problem[0]}`, reason: problem[1] }] : []
  })
}

/** Where a limit is from once the company changed anything that its paper says: the paper no longer says it. */
export const ownSource: Pick<ClockPolicy, 'rule' | 'source'> = { rule: 'house', source: { from: 'own' } }

/** A further limit of the company's own: an hour from the report to the result, until it is said otherwise. */
export function ownLimit({ clocks }: Pick<Policy, 'clocks'>, text: Text): ClockPolicy {
  const isFree = (nth: number) => !clocks.some(({ clock }) => clock === `own${nth}`)
  const nth = Array.from({ length: 80 }, (_, at) => at + 1).find(isFree) ?? 0
  return {
    ...{ clock: `own${nth}`, text, startsAt: 'received', endsAt: 'finished', hours: 'clock' },
    ...{ limitMinutes: 60, ...ownSource },
  }
}

/** The same limit for the first level, else the first kind of case, that has none of its own yet; null where each has. */
export function siblingLimit(policy: Pick<Policy, 'clocks' | 'levels' | 'kinds'>, of: ClockPolicy): ClockPolicy | null {
  const taken = new Set(policy.clocks.map(clockKey))
  const offered = <Item extends { isRetired?: true | undefined }>(items: readonly Item[]) =>
    items.filter(({ isRetired }) => !isRetired)
  const { level: _level, kind: _kind, ...bare } = of
  const others: ClockPolicy[] = [
    ...offered(policy.levels).map(({ code }) => ({ ...of, level: code })),
    ...offered(policy.kinds).map(({ code }) => ({ ...bare, kind: code })),
  ]
  const free = others.find((limit) => !taken.has(clockKey(limit)))
  return free ? { ...free, rule: 'house', source: { from: 'own' } } : null
}
