import type { ClockPolicy } from './schema.ts'

type Limit = Pick<ClockPolicy, 'limitMinutes' | 'hours'>

const units: readonly (readonly [pattern: RegExp, minutes: number])[] = [
  [/^(?:分钟|分鐘|分|min|minutes?|m)$/u, 1],
  [/^(?:小时|小時|时|時|h|hours?)$/u, 60],
  [/^(?:天|日|d|days?)$/u, 1440],
  [/^(?:个工作日|個工作日|工作日|working days?|wd)$/u, 1440],
]

/**
 * A limit as people write it: 15, 15 分钟, 3 小时, 1.5h, 2 天, 当天, 5 个工作日. Without a unit minutes, or days where it ran by days. Days of a
 * limit that ran by the clock stay clock time (2 天 = 48 h). Null when it cannot be read.
 */
export function readLimit(text: string, before: Limit): Limit | null {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  const byDay = before.hours === 'days' || before.hours === 'workingDays'
  if (/^(?:当天|當天|(?:the )?same day)$/u.test(plain))
    return { limitMinutes: 0, hours: before.hours === 'workingDays' ? 'workingDays' : 'days' }
  const read = /^(\d{1,6}(?:\.\d{1,2})?)\s*(.*)$/u.exec(plain)
  if (!read) return null
  const [, figure, unit = ''] = read
  const at = units.findIndex(([pattern]) => pattern.test(unit))
  if (unit !== '' && at < 0) return null
  const minutes = Number(figure) * (unit === '' ? (byDay ? 1440 : 1) : units[at]![1])
  if (!Number.isInteger(minutes) || minutes > 5_256_000) return null
  if (at === 3) return { limitMinutes: minutes, hours: 'workingDays' }
  if (byDay && minutes % 1440 !== 0) return { limitMinutes: minutes, hours: 'clock' }
  return { limitMinutes: minutes, hours: before.hours }
}

/** Windows of a day as people write them: `08:30-12:00 13:30-18:00`; empty: off. Null when they cannot be read or lie wrong. */
export function readWindows(text: string): { from: string; to: string }[] | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[–—~至到]/gu, '-')
    .trim()
  if (plain === '') return []
  const windows: { from: string; to: string }[] = []
  for (const part of plain.split(/[\s,、;]+/u)) {
    const read = /^(\d{1,2}):?(\d{2})?-(\d{1,2}):?(\d{2})?$/u.exec(part)
    if (!read) return null
    const time = (hour: string, minute = '00') => `${hour.padStart(2, '0')}:${minute}`
    const [from, to] = [time(read[1]!, read[2]), time(read[3]!, read[4])]
    const isTime = (each: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/u.test(each)
    if (!isTime(from) || !isTime(to) || from >= to || (windows.at(-1)?.to ?? '') > from) return null
    windows.push({ from, to })
  }
  return windows
}
