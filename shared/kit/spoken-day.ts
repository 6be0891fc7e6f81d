import { addDays } from './calendar.ts'

/** Days from today by their words. 今晚, 明早: the half of the day stays to be read. */
const dayWords: readonly (readonly [pattern: RegExp, days: number, keeps?: string])[] = [
  [/^(?:今天|今日|today)/u, 0],
  [/^tonight/u, 0, 'evening'],
  [/^今(?=[早晚])/u, 0],
  [/^今(?=\s*\d)/u, 0],
  [/^(?:大后天|大後天)/u, 3],
  [/^(?:后天|後天|后日|後日|day after tomorrow)/u, 2],
  [/^(?:明天|明日|tomorrow)/u, 1],
  [/^明(?=[早晚])/u, 1],
  [/^明(?=\s*\d)/u, 1],
]

const inChinese = '一二三四五六'
const inEnglish = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekday =
  /^(?:(下个?|下個|本|这个?|這個?)?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])|(next |this )?(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs|r)?\b)/u

/** A day without a year that was at most so many days ago is that one, which is over, not next year's. `house`: nobody agrees a visit ten months ahead. */
const justPassedDays = 60

/** A day as it was said. */
export interface SpokenDay {
  /** `2026-11-21`; null where none is named. */
  on: string | null
  /** The next such day, where the words name no single one and the time said with them is over: of a weekday alone. */
  again?: string
  /** What stands after it. */
  rest: string
}

/**
 * The day a text begins with. A weekday alone is the next one, today's too; 下周三 is the next week's and 本周三 this week's, weeks beginning on
 * Monday. Written without a year a day is the next such one, or one that passed just now (`justPassedDays`). A day no calendar has leaves nothing to
 * be read.
 */
export function spokenDay(text: string, today: string): SpokenDay {
  for (const [pattern, days, keeps = ''] of dayWords) {
    const found = pattern.exec(text)
    if (found) return { on: addDays(today, days), rest: `${keeps}${text.slice(found[0].length)}`.trim() }
  }
  return ofTheWeek(text, today) ?? written(text, today) ?? { on: null, rest: text }
}

/** Monday 0 to Sunday 6. */
const weekdayOf = (on: string) => (new Date(`${on}T00:00:00.000Z`).getUTCDay() + 6) % 7

function ofTheWeek(text: string, today: string) {
  const found = weekday.exec(text)
  if (!found) return null
  const [all, which = '', chinese, whichEnglish = '', english] = found
  const said = chinese ? inChinese.indexOf(chinese) : inEnglish.indexOf(english ?? '')
  const at = said < 0 ? 6 : said
  const ahead = at - weekdayOf(today)
  const isNext = which.startsWith('下') || whichEnglish === 'next '
  const isAlone = which === '' && whichEnglish === ''
  const on = addDays(today, isNext ? ahead + 7 : isAlone ? (ahead + 7) % 7 : ahead)
  return { on, ...(isAlone ? { again: addDays(on, 7) } : {}), rest: text.slice(all.length).trim() }
}

/** `11-21 14:00`, `2026年12月1日上午`, `21号 9点`. */
function written(text: string, today: string) {
  const inMonth = /^(\d{1,2})\s*[日号號]\s*(.+)$/u.exec(text)
  if (inMonth) {
    const on = nextOfMonth(Number(inMonth[1]), today)
    return { on, rest: on === null ? '' : (inMonth[2] ?? '') }
  }
  const dated = /^(?:(\d{4})[-./年]\s*)?(\d{1,2})[-./月]\s*(\d{1,2})(?:\s*[日号號]\s*|\s+)(.+)$/u.exec(text)
  if (!dated) return null
  const [, year, month = '', day = '', rest = ''] = dated
  const inYear = (each: string) => `${each}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const now = Number(today.slice(0, 4))
  const years = year ? [year] : [now - 1, now, now + 1].map(String)
  const since = addDays(today, -justPassedDays)
  const on = years.map(inYear).find((each) => year !== undefined || each > since) ?? ''
  return isDay(on) ? { on, rest } : { on: null, rest: '' }
}

/** The next day with this number, today's too; of a later month where this one is over or has none. */
function nextOfMonth(day: number, today: string): string | null {
  for (let ahead = 0; ahead < 62; ahead += 1) {
    const on = addDays(today, ahead)
    if (Number(on.slice(8)) === day) return on
  }
  return null
}

/** Whether a day (`2026-11-20`) is in the calendar. */
export function isDay(on: string): boolean {
  const date = new Date(`${on}T00:00:00.000Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(on)
}
