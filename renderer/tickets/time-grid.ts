import { startOfDay, timeOf } from '../../shared/kit/calendar.ts'
import { houseVisits } from '../../shared/presets/house-visits.ts'
import type { TechnicianLoad } from '../../shared/tickets/schema.ts'

/** The working day the board draws, whole hours of the company's zone. */
export const gridHours = { from: 8, to: 18 } as const

/** Hours that head the columns. */
export const hourMarks = Array.from({ length: gridHours.to - gridHours.from }, (_, index) => gridHours.from + index)

const minuteMs = 60_000
/** How long a visit lasts that nobody gave an end, where no policies are at hand. */
const usual: number = houseVisits.usualMinutes
const halfHour = 30
const gridMinutes = (gridHours.to - gridHours.from) * 60

/** Where a stretch of time stands in the grid, in shares of its width from 0 to 1. */
export interface Place {
  left: number
  width: number
}

const gridStart = (on: string, zone: string) => Date.parse(startOfDay(on, zone)) + gridHours.from * 60 * minuteMs
const clamp = (minute: number) => Math.max(0, Math.min(gridMinutes, minute))
const iso = (ms: number) => new Date(ms).toISOString()

/** The part of a visit the grid shows; null when it lies outside. Without an end a visit lasts as long as usual. */
export function placeOf(
  fromAt: string,
  toAt: string | null,
  on: string,
  zone: string,
  usualMinutes = usual,
): Place | null {
  const start = gridStart(on, zone)
  const from = (Date.parse(fromAt) - start) / minuteMs
  const to = toAt === null ? from + usualMinutes : (Date.parse(toAt) - start) / minuteMs
  const [left, right] = [clamp(from), clamp(to)]
  return right <= left ? null : { left: left / gridMinutes, width: (right - left) / gridMinutes }
}

/** Share of the width where an instant lies, null outside of the drawn hours. */
export function shareOf(at: string, on: string, zone: string): number | null {
  const minute = (Date.parse(at) - gridStart(on, zone)) / minuteMs
  return minute < 0 || minute > gridMinutes ? null : minute / gridMinutes
}

/** A visit dropped at a share of the width: begins at the half hour there and lasts as long as usual, all within the grid. */
export function windowAt(
  share: number,
  on: string,
  zone: string,
  usualMinutes = usual,
): { fromAt: string; toAt: string } {
  const slot = Math.floor((Math.max(0, Math.min(0.9999, share)) * gridMinutes) / halfHour)
  const from = Math.max(0, Math.min(slot * halfHour, gridMinutes - usualMinutes))
  const start = gridStart(on, zone) + from * minuteMs
  return { fromAt: iso(start), toAt: iso(start + usualMinutes * minuteMs) }
}

/** The window moved by half hours, kept within the grid. */
export function movedBy(
  fromAt: string,
  halfHours: number,
  on: string,
  zone: string,
  usualMinutes = usual,
): { fromAt: string; toAt: string } {
  const minute = (Date.parse(fromAt) - gridStart(on, zone)) / minuteMs + halfHours * halfHour
  const kept = Math.max(0, Math.min(gridMinutes - usualMinutes, minute))
  const start = gridStart(on, zone) + kept * minuteMs
  return { fromAt: iso(start), toAt: iso(start + usualMinutes * minuteMs) }
}

/** Where a placing by keyboard begins: the next half hour, at the latest where a visit still ends with the day. */
export function firstWindow(
  nowAt: string,
  on: string,
  zone: string,
  usualMinutes = usual,
): { fromAt: string; toAt: string } {
  const minute = (Date.parse(nowAt) - gridStart(on, zone)) / minuteMs
  const next = Math.ceil(Math.max(0, minute) / halfHour) * halfHour
  const start = gridStart(on, zone) + Math.max(0, Math.min(next, gridMinutes - usualMinutes)) * minuteMs
  return { fromAt: iso(start), toAt: iso(start + usualMinutes * minuteMs) }
}

/** How far a visit is, as the grid draws it. */
export type VisitTone = 'done' | 'now' | 'late' | 'later'

/** How a visit is drawn: done is dim, late is a verdict, one whose time runs is bold. */
export function toneOf(
  visit: Pick<TechnicianLoad['today'][number], 'state' | 'late' | 'fromAt' | 'toAt'>,
  nowAt: string,
): VisitTone {
  if (visit.state !== 'dispatched' && visit.state !== 'unassigned') return 'done'
  if (visit.late) return 'late'
  return visit.fromAt <= nowAt ? 'now' : 'later'
}

/** Technicians without a visit in each drawn hour; hours that are over count as null. */
export function freePerHour(
  loads: readonly TechnicianLoad[],
  nowAt: string,
  on: string,
  zone: string,
  usualMinutes = usual,
): (number | null)[] {
  const start = gridStart(on, zone)
  return hourMarks.map((_, index) => {
    const from = start + index * 60 * minuteMs
    const to = from + 60 * minuteMs
    if (to <= Date.parse(nowAt)) return null
    const isBusy = ({ fromAt, toAt }: TechnicianLoad['today'][number]) =>
      Date.parse(fromAt) < to && from < (toAt ? Date.parse(toAt) : Date.parse(fromAt) + usualMinutes * minuteMs)
    return loads.filter(({ isDisabled, today }) => !isDisabled && !today.some(isBusy)).length
  })
}

/** Row of each visit where several overlap: 0 for most, 1 below it, so that none hides another. */
export function lanesOf(visits: readonly { fromAt: string; toAt: string | null }[], usualMinutes = usual): number[] {
  const ends: number[] = []
  return visits.map(({ fromAt, toAt }) => {
    const from = Date.parse(fromAt)
    const lane = ends.findIndex((end) => end <= from)
    const free = lane < 0 ? ends.length : lane
    ends[free] = toAt ? Date.parse(toAt) : from + usualMinutes * minuteMs
    return free
  })
}

/** `14:00–15:00` on the company's clock. */
export const windowText = (fromAt: string, toAt: string | null, zone: string) =>
  toAt ? `${timeOf(fromAt, zone)}–${timeOf(toAt, zone)}` : timeOf(fromAt, zone)
