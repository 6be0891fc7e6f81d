import type { CalendarChange, CalendarDay } from '../house/policies/entities.ts'

type Notice = Pick<CalendarChange, 'nth' | 'year' | 'source' | 'days'>

/**
 * Public rows of some days as the notices that stand leave them. The notices of two years may both speak of the turn between them: a day that
 * both name is as the later entered one has it, and one notice takes no day away that another brought. A day that none names is what it was
 * before any was entered, unless its own year has a notice by now. `standing`: the newest of each year; `all`: every change there was.
 */
export function noticeRows(
  on: ReadonlySet<string>,
  standing: readonly Notice[],
  all: readonly Pick<CalendarChange, 'nth' | 'year' | 'days' | 'before'>[],
): CalendarDay[] {
  const newestFirst = [...standing].sort((a, b) => b.nth - a.nth)
  return [...on].flatMap((day): CalendarDay[] => {
    for (const { days, source } of newestFirst) {
      const named = days.find((each) => each.on === day)
      if (named && named.kind !== null)
        return [{ on: day, origin: 'public', kind: named.kind, name: named.name, source }]
    }
    if (standing.some(({ year }) => day.startsWith(`${year}-`))) return []
    const before = beforeAll(day, all)
    return before ? [before] : []
  })
}

/** The row of a day that the first notice to touch it found there. */
function beforeAll(
  day: string,
  all: readonly Pick<CalendarChange, 'nth' | 'year' | 'days' | 'before'>[],
): CalendarDay | undefined {
  const [first] = all
    .filter(({ year, days, before }) => year !== null && [...days, ...before.days].some(({ on }) => on === day))
    .sort((a, b) => a.nth - b.nth)
  return first?.before.days.find(({ on }) => on === day)
}

/** The notice of each year that counts: the newest of those that were not taken back. */
export function newestNotices(standing: readonly CalendarChange[]): CalendarChange[] {
  return standing.filter(
    ({ year, nth }) => year !== null && !standing.some((other) => other.year === year && other.nth > nth),
  )
}
