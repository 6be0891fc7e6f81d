import { type Language, languages } from '../../../shared/kit/words.ts'
import type { Choice, Policy } from '../../../shared/presets/schema.ts'
import { saysNothing } from '../../../shared/kit/seen-text.ts'

/** Lists whose lines carry a name that people choose by. */
const namedLists = [
  ...(['faults', 'levels', 'productTypes', 'channels', 'kinds', 'categories', 'beforeLeaving', 'duty'] as const),
  'areas',
] as const
/** A list of named lines. */
export type NamedList = (typeof namedLists)[number]

/** A line that may not be published as it is called: without a name, with the one it was given when added, or with that of another line. */
export interface NameGap {
  part: NamedList | 'limits'
  /** Of a limit its place in the list. */
  code: string
  reason: 'unnamed' | 'fresh' | 'twice'
}

const linesOf = (policy: Policy, part: NamedList, language: Language): { code: string; name: string }[] =>
  part === 'areas'
    ? (policy.areas ?? []).map(({ code, name }) => ({ code, name: name.trim() }))
    : (policy[part] as readonly Choice[])
        .filter(({ isRetired }) => !isRetired)
        .map(({ code, text }) => ({ code, name: text[language].trim() }))

/**
 * Lines whose name keeps the draft from being published. `freshName`: what a new line of a list is called before somebody names it, a number behind.
 * Only lines that were changed are asked: what was published before stands as it is.
 */
export function nameGaps(
  { policy, base }: { policy: Policy; base: Policy },
  language: Language,
  freshName: (part: NameGap['part']) => string,
): NameGap[] {
  const limits = policy.clocks.flatMap(({ clock, text }, at): NameGap[] => {
    const name = text[language].trim()
    if (base.clocks.find((each) => each.clock === clock)?.text[language] === name) return []
    const reason = saysNothing(name) ? 'unnamed' : name === freshName('limits') ? 'fresh' : null
    return reason ? [{ part: 'limits', code: String(at), reason }] : []
  })
  const lists = namedLists.flatMap((part) => {
    const published = new Map(linesOf(base, part, language).map(({ code, name }) => [code, name]))
    const lines = linesOf(policy, part, language)
    return lines.flatMap(({ code, name }): NameGap[] => {
      if (published.get(code) === name) return []
      if (saysNothing(name)) return [{ part, code, reason: 'unnamed' }]
      const fresh = freshName(part)
      if (name.startsWith(fresh) && /^( \d+)?$/u.test(name.slice(fresh.length)))
        return [{ part, code, reason: 'fresh' }]
      return lines.some((other) => other.code !== code && other.name === name) ? [{ part, code, reason: 'twice' }] : []
    })
  })
  return [...limits, ...lists]
}

/** What a draft empties: a weekday of a line of duty that had hours, a list that had lines. Asked about before it is published. */
export function emptied({ policy, base }: { policy: Policy; base: Policy }): {
  days: { line: string; day: number }[]
  lists: NamedList[]
} {
  const days = policy.duty.flatMap(({ code, week }) => {
    const before = base.duty.find((line) => line.code === code)?.week
    return week.flatMap((windows, day) => (windows.length === 0 && before?.[day]?.length ? [{ line: code, day }] : []))
  })
  const count = (of: Policy, part: NamedList) => Math.max(...languages.map((each) => linesOf(of, part, each).length))
  return { days, lists: namedLists.filter((part) => count(policy, part) === 0 && count(base, part) > 0) }
}
