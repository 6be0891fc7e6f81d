/**
 * Minutes of the day a half of it is taken to last where no hour is said (周五上午). `house`: no paper has a figure, and what was read stands
 * beside the field before anything is saved.
 */
const halfDays = {
  night: null,
  morning: { from: 8 * 60, to: 12 * 60 },
  noon: { from: 12 * 60, to: 14 * 60 },
  afternoon: { from: 13 * 60, to: 18 * 60 },
  evening: { from: 18 * 60, to: 21 * 60 },
} as const
type HalfDay = keyof typeof halfDays

const halfWords: readonly (readonly [pattern: RegExp, half: HalfDay])[] = [
  [/^(?:凌晨)/u, 'night'],
  [/^(?:上午|早上|早晨|清晨|早|in the morning|morning)/u, 'morning'],
  [/^(?:中午|正午|noon)/u, 'noon'],
  [/^(?:下午|in the afternoon|afternoon)/u, 'afternoon'],
  [/^(?:傍晚|晚上|晚间|晚間|晚|in the evening|evening|night)/u, 'evening'],
]

/** Minutes of the day from and to; past 1440 those of the next day. */
export interface DayMinutes {
  from: number
  to: number
}

const digits = '零一二三四五六七八九'

/** 十, 十一, 二十, 两, 30 as a figure; undefined for what is none below a hundred. */
function figureOf(spoken: string): number | undefined {
  if (/^\d{1,2}$/u.test(spoken)) return Number(spoken)
  const plain = spoken
    .replaceAll(/[两兩]/gu, '二')
    .replaceAll('〇', '零')
    .replace(/^零(?=.)/u, '')
  const found = /^([一二三四五六七八九]?)(十?)([零一二三四五六七八九]?)$/u.exec(plain)
  if (!found || plain === '') return undefined
  const [, tens = '', ten, ones = ''] = found
  const value = (digit: string) => Math.max(0, digits.indexOf(digit))
  if (ten === '') return tens !== '' && ones !== '' ? undefined : value(tens || ones)
  return (tens === '' ? 1 : value(tens)) * 10 + (ones === '' ? 0 : value(ones))
}

/** An hour as it was said with its half of the day: 下午 3 is 15; undefined where the two do not go together (上午 15, 晚上 1). */
function hourIn(half: HalfDay | null, hour: number): number | undefined {
  switch (half) {
    case null:
      return hour < 24 ? hour : undefined
    case 'night':
      return hour < 6 ? hour : undefined
    case 'morning':
      return hour >= 5 && hour <= 12 ? hour : undefined
    case 'noon':
      if (hour === 1 || hour === 2) return hour + 12
      return hour >= 11 && hour <= 14 ? hour : undefined
    case 'afternoon':
      if (hour >= 1 && hour <= 7) return hour + 12
      return hour >= 12 && hour <= 19 ? hour : undefined
    case 'evening':
      if (hour >= 5 && hour <= 11) return hour + 12
      return hour >= 17 && hour < 24 ? hour : undefined
  }
}

/** `1` to `6` may be of the night or of the afternoon: `01`, `13` and 下午 1 say which. */
const unclearHour = /^(?:[1-6]|[一二两兩三四五六])$/u
const clock =
  /^(\d{1,2}|[零〇一二两兩三四五六七八九十]{1,3})(?:\s*(?:[:.点點时時](?:(\d{1,2}|[零〇一二三四五六七八九十]{1,3})分?|(半)|([一三])刻|[整钟鐘])?)|(\d{2}))?$/u

interface Said {
  half: HalfDay | null
  minute: number
}

/** A time of the day as it is said: `14:30`, `1430`, 9点半, 下午两点一刻, `3 pm`. `before`: the half that was said last (下午 2 到 4). */
function saidTime(text: string, before: HalfDay | null): Said | 'unclear' | undefined {
  const { half: own, rest } = splitHalf(text.trim())
  const twelve = /^(.*\d)\s*([ap])\.?m\.?$/u.exec(rest)
  const half = own ?? before
  const found = clock.exec(twelve ? (twelve[1] ?? '') : rest)
  if (!found) return undefined
  const [, hour = '', minute, isHalf, quarter, run] = found
  if (half === null && !twelve && unclearHour.test(hour)) return 'unclear'
  const said = figureOf(hour)
  const past = isHalf ? 30 : quarter ? (quarter === '一' ? 15 : 45) : figureOf(minute ?? run ?? '0')
  if (said === undefined || past === undefined || past > 59) return undefined
  const full = twelve ? hourOfTwelve(said, twelve[2] === 'p') : hourIn(half, said)
  return full === undefined ? undefined : { half, minute: full * 60 + past }
}

const hourOfTwelve = (hour: number, isAfternoon: boolean) =>
  hour < 1 || hour > 12 ? undefined : (hour % 12) + (isAfternoon ? 12 : 0)

function splitHalf(text: string): { half: HalfDay | null; rest: string } {
  for (const [pattern, half] of halfWords) {
    const found = pattern.exec(text)
    if (found) return { half, rest: text.slice(found[0].length).trim() }
  }
  return { half: null, rest: text }
}

const midnight = 24 * 60
/** A stretch runs past midnight where it begins and ends at such hours; else one that ends before it begins is a slip. `house` */
const isOverNight = (from: number, to: number) => from >= halfDays.evening.from && to <= 6 * 60

/** The end of a stretch: 24点 and 晚上12点 are the midnight it ends at. */
function saidEnd(text: string, from: Said): number | 'unclear' | undefined {
  const said = splitHalf(text.trim())
  const isMidnight =
    /^24(?:[:点點时時](?:00)?)?$/u.test(said.rest) ||
    ((said.half ?? from.half) === 'evening' && /^(?:12|十二)[点點时時:]?(?:00)?$/u.test(said.rest))
  if (isMidnight) return midnight
  const end = saidTime(text, from.half)
  if (end === undefined || end === 'unclear') return end
  return end.minute <= from.minute && isOverNight(from.minute, end.minute) ? end.minute + midnight : end.minute
}

/**
 * The stretch of a day that is said: `14-16`, 下午3点, 上午9点到11点, `23:00-0:30`; a half of the day alone (上午) is that half and says so. Without an
 * end it lasts `usualMinutes`. Minutes past 1440 are of the next day. `unclear` where it may be meant of the night as of the afternoon, undefined where
 * it cannot be read.
 */
export function spokenStretch(
  text: string,
  usualMinutes: number,
): (DayMinutes & { isHalfDay: boolean }) | 'unclear' | undefined {
  const alone = splitHalf(text)
  const whole = alone.half === null || alone.rest !== '' ? null : halfDays[alone.half]
  if (whole) return { ...whole, isHalfDay: true }
  const [first = '', second, ...more] = text.split(/\s*(?:-|–|—|~|到|至)\s*/u)
  if (more.length > 0) return undefined
  const from = saidTime(first, null)
  if (from === undefined || from === 'unclear') return from
  const to = second === undefined ? from.minute + usualMinutes : saidEnd(second, from)
  if (to === undefined || to === 'unclear') return to
  return to > from.minute ? { from: from.minute, to, isHalfDay: false } : undefined
}
