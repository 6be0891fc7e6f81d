import { EntitySchema } from 'typeorm'
import type { DatedDay } from '../../../shared/kit/calendar.ts'
import { count, id, instant, maybeCount, maybeInstant, maybeText, stored, text } from '../../database/columns.ts'
import type { PolicyVersion } from './policy-book.ts'

export const PolicyEntity = new EntitySchema<PolicyVersion>({
  name: 'Policy',
  tableName: 'admin_policy',
  columns: {
    id: id(),
    layer: text(),
    key: text(),
    version: count(),
    effectiveAt: instant(),
    document: stored(),
    reason: text(),
    madeBy: maybeText(),
    madeAt: instant(),
    withdrawnAt: maybeInstant(),
    withdrawnBy: maybeText(),
    withdrawnReason: maybeText(),
    runningCases: text(),
  },
  indices: [{ name: 'admin_policy_version', columns: ['layer', 'key', 'version'], unique: true }],
})

/** One dated day of the calendar: public holiday, make-up working day, or the company's own. */
export interface CalendarDay {
  /** `2026-02-14` */
  on: string
  /** `public` from the notice of a year, `own` from the company: the own one wins. */
  origin: 'public' | 'own'
  /** `off`, `working`, or the windows of that day. */
  kind: DatedDay
  name: string
  source: string
}

export const CalendarDayEntity = new EntitySchema<CalendarDay>({
  name: 'CalendarDay',
  tableName: 'admin_calendar_day',
  columns: {
    on: { type: 'text', primary: true },
    origin: { type: 'text', primary: true },
    kind: stored(),
    name: text(),
    source: text(),
  },
})

/** A year whose public holidays are published and entered; a year without a row is computed or unknown. */
export interface CalendarYear {
  year: number
  source: string
  enteredBy: string | null
  enteredAt: string
}

export const CalendarYearEntity = new EntitySchema<CalendarYear>({
  name: 'CalendarYear',
  tableName: 'admin_calendar_year',
  columns: {
    year: { type: 'integer', primary: true },
    source: text(),
    enteredBy: maybeText(),
    enteredAt: instant(),
  },
})

/** One change of the calendar: the notice of a year, or days of the company's own. Kept with what it replaced, so that it can be taken back. */
export interface CalendarChange {
  id: string
  /** Order of the changes: the later one stands over the earlier. */
  nth: number
  /** Year whose notice it is; null for days of the company's own. */
  year: number | null
  source: string
  /** A null kind gives an own day back to the public calendar. */
  days: readonly { on: string; kind: DatedDay | null; name: string }[]
  /** Rows that stood in its place, and the year's own row. */
  before: { days: readonly CalendarDay[]; year: CalendarYear | null }
  madeBy: string | null
  madeAt: string
  withdrawnAt: string | null
  withdrawnBy: string | null
}

export const CalendarChangeEntity = new EntitySchema<CalendarChange>({
  name: 'CalendarChange',
  tableName: 'admin_calendar_change',
  columns: {
    id: id(),
    nth: count(),
    year: maybeCount(),
    source: text(),
    days: stored(),
    before: stored(),
    madeBy: maybeText(),
    madeAt: instant(),
    withdrawnAt: maybeInstant(),
    withdrawnBy: maybeText(),
  },
  indices: [{ name: 'admin_calendar_change_nth', columns: ['nth'], unique: true }],
})
