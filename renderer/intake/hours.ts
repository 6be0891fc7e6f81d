import type { Window } from '../../shared/kit/calendar.ts'

/** A stretch of the day on the track, in percent of its width. */
export interface Place {
  left: number
  width: number
}

/** A working day by the hour. */
export interface Day {
  fromAt: string
  toAt: string
  hours: readonly ({ fromAt: string; toAt: string } & Place)[]
}

const hourMs = 3_600_000
const usualMs = hourMs
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The whole hours between the first and the last working minute; none on a day off. `midnightAt` is the start of the day. */
export function hoursOf(windows: readonly Window[], midnightAt: string): Day {
  const midnight = Date.parse(midnightAt)
  const first = Math.floor(Math.min(...windows.map(({ from }) => minuteOf(from))) / 60)
  const last = Math.ceil(Math.max(...windows.map(({ to }) => minuteOf(to))) / 60)
  const count = windows.length === 0 ? 0 : last - first
  const at = (hour: number) => new Date(midnight + hour * hourMs).toISOString()
  return {
    fromAt: count === 0 ? midnightAt : at(first),
    toAt: count === 0 ? midnightAt : at(last),
    hours: Array.from({ length: count }, (_, nth) => ({
      fromAt: at(first + nth),
      toAt: at(first + nth + 1),
      left: (nth / count) * 100,
      width: 100 / count,
    })),
  }
}

/** Where a visit lies on the track; without an end it takes an hour; what reaches over the edge is cut. */
export function placeOf(fromAt: string, toAt: string | null, day: Pick<Day, 'fromAt' | 'toAt'>): Place {
  const [begin, end] = [Date.parse(day.fromAt), Date.parse(day.toAt)]
  const from = Math.min(Math.max(Date.parse(fromAt), begin), end)
  const to = Math.min(Math.max(toAt === null ? Date.parse(fromAt) + usualMs : Date.parse(toAt), from), end)
  const whole = Math.max(1, end - begin)
  return { left: ((from - begin) / whole) * 100, width: ((to - from) / whole) * 100 }
}
