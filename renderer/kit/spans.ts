/** Minutes between two instants; negative once `untilAt` has passed. Whole, rounded towards zero. */
export const minutesUntil = (untilAt: string, nowAt: string) =>
  Math.trunc((Date.parse(untilAt) - Date.parse(nowAt)) / 60_000)

/** A length of time as a text key with its figures: two units at most, the smaller dropped from ten days on. */
export function spanText(minutes: number): { key: string; facts: { days: number; hours: number; minutes: number } } {
  const all = Math.abs(minutes)
  const facts = { days: Math.floor(all / 1440), hours: Math.floor((all % 1440) / 60), minutes: all % 60 }
  if (all < 1) return { key: 'kit.clock.underMinute', facts }
  if (all < 60) return { key: 'kit.clock.minutes', facts }
  if (facts.days === 0) return { key: facts.minutes ? 'kit.clock.hoursMinutes' : 'kit.clock.hours', facts }
  return { key: facts.hours && facts.days < 10 ? 'kit.clock.daysHours' : 'kit.clock.days', facts }
}

/** Talking time: 00:52, 12:07, 1:02:30. */
export function talkingTime(sinceAt: string, nowAt: string): string {
  const all = Math.max(0, Math.floor((Date.parse(nowAt) - Date.parse(sinceAt)) / 1000))
  const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor((all % 3600) / 60), all % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`
}

/** How a deadline is drawn now: it warns from `soonMinutes` before. `stageDays` is the length of its stage: one longer than two days warns on its last day. */
export function deadlineKind(
  dueAt: string,
  nowAt: string,
  {
    isPaused = false,
    stageDays = 0,
    soonMinutes = 30,
  }: { isPaused?: boolean; stageDays?: number | undefined; soonMinutes?: number } = {},
): 'late' | 'warn' | 'none' | 'plain' {
  if (isPaused) return 'none'
  const leftMs = Date.parse(dueAt) - Date.parse(nowAt)
  if (leftMs < 0) return 'late'
  const warnsFromMinutes = stageDays > 2 ? Math.max(1440, soonMinutes) : soonMinutes
  return leftMs <= warnsFromMinutes * 60_000 ? 'warn' : 'plain'
}
