import { computedYears, statutoryDays } from '../../../shared/kit/calendar-cn.ts'
import { chinaDays2026 } from '../../../shared/kit/calendar-cn-2026.ts'
import { houseVisits } from '../../../shared/presets/house-visits.ts'
import type { Reader } from '../../database/database.ts'
import { type CalendarDay, CalendarDayEntity, CalendarYearEntity, PolicyEntity } from './entities.ts'
import { type DatedYears, PolicyBook, type PolicyVersion } from './policy-book.ts'

/** A few books, newest last: stations of one process and books that a running write still reads. */
const kept = new Map<string, PolicyBook>()
const mostKept = 40

/**
 * The company's policies and calendar as they stand under a stamp. Every change of either gives the company a new stamp, so that a book is
 * read once and never asked whether it is still right.
 */
export async function readBook(reader: Reader, stamp: string | undefined, presetId: string): Promise<PolicyBook> {
  if (stamp === undefined) return new PolicyBook([], presetId, datedYears([], []))
  const known = kept.get(stamp)
  if (known) return known
  const stored = await reader.find(PolicyEntity, { order: { madeAt: 'ASC', version: 'ASC' } })
  const versions = stored.map((version) => ({ ...version, document: complete(version) }))
  const days = await reader.find(CalendarDayEntity, {})
  const years = await reader.find(CalendarYearEntity, {})
  const book = new PolicyBook(versions, presetId, datedYears(days, years))
  kept.set(stamp, book)
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
  return book
}

/** A whole document from before visits had figures of their own says the house's; a layer says what differs and nothing else. */
const complete = ({ layer, document }: PolicyVersion): object =>
  layer === 'company' ? { visits: houseVisits, ...document } : document

/** Statutory days where a year has no notice, its notice where it has one, the company's own days over both. */
export function datedYears(
  rows: readonly Pick<CalendarDay, 'on' | 'origin' | 'kind'>[],
  years: readonly { year: number }[],
): DatedYears {
  const publishedYears = [...new Set([2026, ...years.map(({ year }) => year)])].sort()
  const of = (origin: string) =>
    Object.fromEntries(rows.filter((row) => row.origin === origin).map(({ on, kind }) => [on, kind]))
  const computed = computedYears
    .filter((year) => !publishedYears.includes(year))
    .map((year) => Object.entries(statutoryDays(year)))
  const shipped = years.some(({ year }) => year === 2026) ? {} : chinaDays2026
  return { days: { ...Object.fromEntries(computed.flat()), ...shipped, ...of('public'), ...of('own') }, publishedYears }
}
