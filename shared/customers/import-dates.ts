/** A day as the file wrote it: read, absent, written but on no calendar (`2023-02-30`), or not a day at all (`去年`). */
export type ReadDay = { on: string; problem: 'none' } | { on: null; problem: 'missing' | 'impossible' | 'unreadable' }

/** A moment on the office's clock, not yet placed in a time zone; `time` is null when the cell held only a day. */
export type ReadMoment =
  | { on: string; time: string | null; problem: 'none' }
  | { on: null; time: null; problem: 'missing' | 'impossible' | 'unreadable' }

const twoDigits = (value: number): string => String(value).padStart(2, '0')

function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day > last ? null : `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

/** Spreadsheet day number in the 1900 system (1 is 1900-01-01; 60 is the day that never was). */
function daySerial(serial: number): string {
  const days = serial > 60 ? serial - 25569 : serial - 25568
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号號]?/
const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/
const republic = /^(?:民国|民國)\s*(\d{2,3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号號]?/
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/
const clock =
  /^[T\s,]*(?:(上午|下午|晚上|凌晨|am|pm)\s*)?(\d{1,2})\s*[:时點点時]\s*(\d{1,2})?(?:\s*[:分]\s*(\d{1,2})?(?:\.\d+)?)?\s*[秒分]?\s*(am|pm)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/** Reads a day in every way the archives write it: 2014/7/11, 2021.3.1, 20230525, 2024年8月1日, 民國112年5月1日, 45123. */
export function readDay(text: string): ReadDay {
  const read = readMoment(text)
  return read.problem === 'none' ? { on: read.on, problem: 'none' } : { on: null, problem: read.problem }
}

/** Like `readDay`, keeping the time of day behind it as `HH:MM:SS` of the office's clock. */
export function readMoment(text: string): ReadMoment {
  const cell = text.normalize('NFKC').replace(/^'/, '').trim()
  const no = (problem: 'missing' | 'impossible' | 'unreadable') => ({ on: null, time: null, problem }) as const
  if (cell === '' || /^[-/—无無]+$/.test(cell)) return no('missing')
  const serial = /^(\d{5})(\.\d+)?$/.exec(cell)
  if (serial) return serialMoment(Number(cell)) ?? no('impossible')
  const found = partsOf(cell)
  if (found === null) return no('unreadable')
  const on = dayOf(found.year, found.month, found.day)
  if (on === null) return no('impossible')
  const rest = cell.slice(found.length).trim()
  if (rest === '' || /^[(（星周週]/.test(rest)) return { on, time: null, problem: 'none' }
  const time = timeOf(rest)
  return time === undefined ? no('unreadable') : time === null ? no('impossible') : { on, time, problem: 'none' }
}

function partsOf(cell: string): { year: number; month: number; day: number; length: number } | null {
  const first = yearFirst.exec(cell) ?? compact.exec(cell)
  if (first) return { year: Number(first[1]), month: Number(first[2]), day: Number(first[3]), length: first[0].length }
  const roc = republic.exec(cell)
  if (roc) return { year: Number(roc[1]) + 1911, month: Number(roc[2]), day: Number(roc[3]), length: roc[0].length }
  const last = yearLast.exec(cell)
  if (!last) return null
  const [a, b] = [Number(last[1]), Number(last[2])]
  if (a <= 12 && b <= 12 && a !== b) return null // 3/4/2021 could be March or April: no guess
  return { year: Number(last[3]), month: a > 12 ? b : a, day: a > 12 ? a : b, length: last[0].length }
}

/** `undefined` when it is no time, `null` when there is no such time. */
function timeOf(rest: string): string | null | undefined {
  const match = clock.exec(rest)
  if (!match || match[6]) return undefined
  const half = (match[1] ?? match[5] ?? '').toLowerCase()
  let hour = Number(match[2])
  if (/下午|晚上|pm/.test(half) && hour < 12) hour += 12
  if (/上午|凌晨|am/.test(half) && hour === 12) hour = 0
  const [minute, second] = [Number(match[3] ?? 0), Number(match[4] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return null
  return [hour, minute, second].map(twoDigits).join(':')
}

function serialMoment(serial: number): ReadMoment | null {
  const day = Math.floor(serial)
  if (day < 10_000 || day > 99_999) return null
  const seconds = Math.round((serial - day) * 86_400)
  if (seconds === 86_400) return { on: daySerial(day + 1), time: '00:00:00', problem: 'none' }
  const clockText = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(twoDigits).join(':')
  return { on: daySerial(day), time: seconds === 0 && day === serial ? null : clockText, problem: 'none' }
}
