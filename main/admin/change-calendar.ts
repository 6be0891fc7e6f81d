import type {
  CalendarChangeRow,
  CalendarDraft,
  CalendarPreview,
  MovedLimitRow,
  MovedPage,
} from '../../shared/admin/policy-schema.ts'
import { daysBetween } from '../../shared/kit/calendar.ts'
import { Failure } from '../../shared/kit/failure.ts'
import type { Seat, Services } from '../api/context.ts'
import type { Reader, Tx } from '../database/database.ts'
import { audit } from '../house/audit.ts'
import { MemberEntity } from '../house/entities.ts'
import { firstStored } from '../house/first-stored.ts'
import { lockSetting } from '../house/lock-setting.ts'
import {
  type CalendarChange,
  CalendarChangeEntity,
  type CalendarDay,
  CalendarDayEntity,
  type CalendarYear,
  CalendarYearEntity,
} from '../house/policies/entities.ts'
import { datedYears } from '../house/policies/read-book.ts'
import { companyOf, renewPolicies } from '../house/settings.ts'
import { countMoved, limitsMovedByDays, readMoved, recountLimits, ticketsMet } from '../tickets/public.ts'
import { newestNotices, noticeRows } from './notice-days.ts'

/** Rows of a preview and of a page; the rest is counted, or asked for. */
const mostShown = 50
/** Changes that are listed; older ones stay in the audit. */
const mostListed = 50

/** What a change of the calendar leaves behind: rows gone, rows put. */
interface Replacing {
  before: CalendarChange['before']
  after: CalendarChange['before']
}

/** What the rows are before and after a draft; `invalid` for a day that is not of the notice's year or stands twice. */
async function replacing(services: Services, reader: Reader, draft: CalendarDraft): Promise<Replacing> {
  const { year, days, source } = draft
  const refuse = (at: number, key: string) => {
    throw new Failure('invalid', key, { on: days[at]!.on }, `days.${at}.on`)
  }
  days.forEach(({ on, kind }, at) => {
    if (days.findIndex((each) => each.on === on) < at) refuse(at, 'admin.failure.dayTwice')
    // A holiday at the turn of the year reaches into the next one (2022-12-31 stands in the notice of 2023).
    const isFar = year !== null && (daysBetween(on, `${year}-01-01`) > 10 || daysBetween(`${year}-12-31`, on) > 10)
    if (isFar || (year !== null && kind === null)) refuse(at, 'admin.failure.dayOfOtherYear')
  })
  const origin = year === null ? ('own' as const) : ('public' as const)
  const rows = await reader.find(CalendarDayEntity, { where: { origin } })
  if (year === null) {
    const after = days.flatMap(({ on, kind, name }) => (kind === null ? [] : [{ on, origin, kind, name, source }]))
    const replaced = new Set(days.map(({ on }) => on))
    return {
      before: { days: rows.filter(({ on }) => replaced.has(on)), year: null },
      after: { days: after, year: null },
    }
  }
  const [stood] = await reader.find(CalendarYearEntity, { where: { year } })
  const all = await allChanges(reader)
  const notices = newestNotices(all.filter(isStanding))
  const same = notices.find((each) => each.year === year)
  const ofYear = same ? [] : rows.filter(({ on }) => on.startsWith(`${year}-`))
  const touched = new Set([...days, ...(same?.days ?? []), ...ofYear].map(({ on }) => on))
  const others = notices.filter((each) => each !== same)
  const draftNotice = { nth: (all[0]?.nth ?? 0) + 1, year, days, source }
  return {
    before: { days: rows.filter(({ on }) => touched.has(on)), year: stood ?? null },
    after: {
      days: noticeRows(touched, [draftNotice, ...others], all),
      year: { year, source, enteredBy: null, enteredAt: services.now() },
    },
  }
}

/** What a change that is taken back leaves: days of the company's own as they stood, those of a notice as the other notices have them. */
async function withdrawing(reader: Reader, change: CalendarChange): Promise<Replacing> {
  const { days, year, before } = change
  const touched = new Set([...days, ...before.days].map(({ on }) => on))
  const origin = year === null ? 'own' : 'public'
  const rows = await reader.find(CalendarDayEntity, { where: { origin } })
  const stood = {
    days: rows.filter(({ on }) => touched.has(on)),
    year: year === null ? null : await reader.findOneBy(CalendarYearEntity, { year }),
  }
  if (year === null) return { before: stood, after: before }
  const all = await allChanges(reader)
  const notices = newestNotices(all.filter((each) => isStanding(each) && each.id !== change.id))
  return { before: stood, after: { days: noticeRows(touched, notices, all), year: before.year } }
}

/** Every change there was, newest first. */
const allChanges = (reader: Reader): Promise<CalendarChange[]> =>
  reader.find(CalendarChangeEntity, { order: { nth: 'DESC' } })

const isStanding = ({ withdrawnAt }: CalendarChange): boolean => withdrawnAt === null

/** Those that were not taken back, newest first. */
const standingChanges = (reader: Reader): Promise<CalendarChange[]> =>
  allChanges(reader).then((changes) => changes.filter(isStanding))

const dayKey = ({ on, origin }: Pick<CalendarDay, 'on' | 'origin'>) => `${origin} ${on}`

/** Days whose hours may differ between two sets of rows. A year that gets its notice loses its statutory days, too. */
const daysIn = ({ before, after }: Replacing): string[] => {
  const year = before.year?.year ?? after.year?.year
  return [...before.days, ...after.days].map(({ on }) => on).concat(year === undefined ? [] : [`${year}-01-01`])
}

/** What a draft would move: all are counted, those of cases the seat meets are named. Nothing is written. */
export async function previewCalendar(services: Services, seat: Seat, draft: CalendarDraft): Promise<CalendarPreview> {
  return services.database.read(async (reader) => {
    const company = await companyOf(reader)
    const change = await replacing(services, reader, draft)
    const rows = await reader.find(CalendarDayEntity, {})
    const years = await reader.find(CalendarYearEntity, {})
    const gone = new Set(change.before.days.map(dayKey))
    const dated = datedYears(
      [...rows.filter((row) => !gone.has(dayKey(row))), ...change.after.days],
      [...years, ...(change.after.year ? [change.after.year] : [])],
    )
    const moved = await limitsMovedByDays(services, reader, company, company.policies.under(dated), daysIn(change))
    const met = await ticketsMet(services, reader, seat, [...new Set(moved.map(({ ticket }) => ticket.id))])
    const named = moved.filter(({ ticket }) => met.has(ticket.id))
    const now = services.now()
    const isLate = (at: string | null) => at !== null && at < now
    return {
      moved: named.slice(0, mostShown).map(({ ticket: { id, number, customerName }, ...limit }, at) => ({
        ...{ nth: at + 1, ticketId: id, number, customerName },
        ...limit,
      })),
      movedCount: moved.length,
      elsewhereCount: moved.length - named.length,
      lateCount: moved.filter(({ beforeAt, afterAt }) => isLate(afterAt) && !isLate(beforeAt)).length,
    }
  })
}

async function replaceRows(tx: Tx, gone: CalendarChange['before'], put: CalendarChange['before']): Promise<void> {
  for (const { on, origin } of gone.days) await tx.delete(CalendarDayEntity, { on, origin })
  for (const day of put.days) await tx.insert(CalendarDayEntity, day)
  const year = gone.year?.year ?? put.year?.year
  if (year === undefined) return
  await tx.delete(CalendarYearEntity, { year })
  if (put.year) await tx.insert(CalendarYearEntity, put.year satisfies CalendarYear)
}

/** Applies a draft: the days, what it replaced, and every running limit reckoned anew with the list of those that moved. */
export async function changeCalendar(
  services: Services,
  seat: Seat,
  draft: CalendarDraft,
): Promise<CalendarChangeRow[]> {
  await services.database.write(async (tx) => {
    await lockSetting(services, tx, 'company')
    const already = await firstStored(services, tx, 'admin.changeCalendar', draft, () =>
      tx.existsBy(CalendarChangeEntity, { id: draft.id }),
    )
    if (already) return
    const change = await replacing(services, tx, draft)
    const { after, before } = change
    if (after.year) after.year.enteredBy = seat.memberId
    const [last] = await tx.find(CalendarChangeEntity, { order: { nth: 'DESC' }, take: 1 })
    await tx.insert(CalendarChangeEntity, {
      ...{ id: draft.id, nth: (last?.nth ?? 0) + 1, year: draft.year, source: draft.source, days: draft.days, before },
      ...{ madeBy: seat.memberId, madeAt: services.now(), withdrawnAt: null, withdrawnBy: null },
    })
    await replaceRows(tx, before, after)
    await renewPolicies(services, tx, seat)
    const moved = await recountLimits(services, tx, seat, draft.id, daysIn(change))
    await audit(services, tx, seat, {
      action: 'admin.changeCalendar',
      subject: `calendar:${draft.year ?? draft.days[0]!.on}`,
      details: { days: draft.days.length, moved, source: draft.source },
    })
  })
  return listCalendarChanges(services)
}

/** Takes a change back: what it replaced stands again, limits are reckoned anew. Refused while a later change stands on the same days. */
export async function takeBackCalendar(services: Services, seat: Seat, id: string): Promise<CalendarChangeRow[]> {
  await services.database.write(async (tx) => {
    await lockSetting(services, tx, 'company')
    const change = await tx.findOneBy(CalendarChangeEntity, { id })
    if (!change) throw new Failure('notFound', 'admin.failure.calendarGone', {}, 'id')
    if (change.withdrawnAt !== null) return
    if (!isTopmost(change, await standingChanges(tx))) throw new Failure('ruleBroken', 'admin.failure.calendarOver')
    const { days, year } = change
    const back = await withdrawing(tx, change)
    await replaceRows(tx, back.before, back.after)
    await tx.update(CalendarChangeEntity, { id }, { withdrawnAt: services.now(), withdrawnBy: seat.memberId })
    await renewPolicies(services, tx, seat)
    const moved = await recountLimits(services, tx, seat, `${id}/back`, daysIn(back))
    await audit(services, tx, seat, {
      action: 'admin.takeBackCalendar',
      subject: `calendar:${year ?? days[0]!.on}`,
      details: { days: days.length, moved },
    })
  })
  return listCalendarChanges(services)
}

/** Whether no later standing change is of the same year, or of one of the same own days. */
function isTopmost(change: CalendarChange, standing: readonly CalendarChange[]): boolean {
  const days = new Set(change.days.map(({ on }) => on))
  return !standing.some(
    ({ nth, year, days: others }) =>
      nth > change.nth && year === change.year && (year !== null || others.some(({ on }) => days.has(on))),
  )
}

/** Changes of the calendar, newest first, with how many limits each moved. */
export async function listCalendarChanges(services: Services): Promise<CalendarChangeRow[]> {
  return services.database.read(async (reader) => {
    const changes = await reader.find(CalendarChangeEntity, { order: { nth: 'DESC' }, take: mostListed })
    const names = new Map((await reader.find(MemberEntity, {})).map(({ id, name }) => [id, name]))
    const standing = await standingChanges(reader)
    const counts = await countMoved(
      services,
      reader,
      'limits',
      changes.flatMap(({ id }) => [id, `${id}/back`]),
    )
    return changes.map((change) => ({
      ...{ id: change.id, year: change.year, source: change.source },
      days: [...change.days],
      ...{ madeByName: names.get(change.madeBy ?? '') ?? '', madeAt: change.madeAt, withdrawnAt: change.withdrawnAt },
      movedCount: counts.get(change.id) ?? 0,
      movedBackCount: counts.get(`${change.id}/back`) ?? 0,
      canTakeBack: change.withdrawnAt === null && isTopmost(change, standing),
    }))
  })
}

/** The list of what a change moved in cases the seat meets, page by page, as long as the change is known. */
export async function readMovedLimits(
  services: Services,
  seat: Seat,
  { id, which, after }: MovedPage,
): Promise<MovedLimitRow[]> {
  const causeId = which === 'moved' ? id : `${id}/${which}`
  return services.database.read(async (reader) =>
    readMoved(services, reader, seat, await companyOf(reader), causeId, after, mostShown),
  )
}
