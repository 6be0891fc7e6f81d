import { addDays, daysBetween } from '../kit/calendar.ts'
import { statutoryDays } from '../kit/calendar-cn.ts'

/** A dated day of a notice: off, or a make-up working day (调休上班), with the holiday's name. */
export interface NoticeDay {
  on: string
  kind: 'off' | 'working'
  name: string
}

/** What a reader should look at again; `text` is the place as it stands. A notice with such places can still be applied. */
export interface NoticeProblem {
  /** `weekday`: 周四 beside a Friday. `count`: 共 3 天 beside four days. `statutory`: a day off by law is missing. `unread`: a line says nothing. */
  reason: 'weekday' | 'count' | 'statutory' | 'unread' | 'twice'
  text: string
}

/** A notice as it was read. */
export interface ReadNotice {
  /** null: the text does not say. */
  year: number | null
  /** `国办发明电〔2025〕7号`, or the title; empty where neither stands there. */
  source: string
  /** In order, each day once. */
  days: NoticeDay[]
  problems: NoticeProblem[]
}

const weekdayNames = '日一二三四五六'
const offWords = /^(?:放假|休息|休|假|off|holiday)$/iu
const workWords = /^(?:调休上班|补班|上班|班|working|workday|work)$/iu
const lineDate = /^"?(\d{4})(?:-|\/|\.|年)?(\d{1,2})(?:-|\/|\.|月)?(\d{1,2})日?"?(?=[\s,;"]|$)/u
const heading = /^[一二三四五六七八九十]+[、.]\s*([^:]{1,20}):/u
const dates = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?(至?)/gu

/**
 * Reads the State Council's notice of a year's holidays as it is published (一、元旦：1月1日（周四）至3日（周六）放假，共3天。1月4日（周日）上班。), or a
 * table of one day a line (`2027-02-06,休,春节`; the words 休 放假 off, 班 上班 working; commas, tabs or spaces). `year`: the one that is asked for where the
 * text itself names none.
 */
export function readNotice(text: string, year: number | null = null): ReadNotice {
  const lines = plain(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isTable = lines.filter((line) => lineDate.test(line)).length * 2 >= lines.length
  return isTable ? readTable(lines, year) : readProse(lines, year)
}

/** Full-width figures and signs as their plain ones, so that one pattern reads both. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\u3010\u3014\[]/gu, '〔')
    .replaceAll(/[\u3011\u3015\]]/gu, '〕')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll('週', '周')
}

function readTable(lines: readonly string[], asked: number | null): ReadNotice {
  const days: NoticeDay[] = []
  const problems: NoticeProblem[] = []
  lines.forEach((line, at) => {
    const found = lineDate.exec(line)
    const [year = '', month = '', day = ''] = found?.slice(1) ?? []
    const on = found ? dayOf(Number(year), Number(month), Number(day)) : null
    const [word = '', ...names] = line
      .slice(found?.[0].length ?? 0)
      .split(/[\s,;"]+/u)
      .filter((cell) => cell !== '')
    const kind = offWords.test(word) ? 'off' : workWords.test(word) ? 'working' : null
    if (on && kind) days.push({ on, kind, name: names.join(' ').slice(0, 40) })
    else if (at > 0 || found) problems.push({ reason: 'unread', text: line })
  })
  return settled(asked ?? mostCommonYear(days), '', days, problems)
}

function readProse(lines: readonly string[], asked: number | null): ReadNotice {
  const text = lines.join('\n')
  const title = /[^\n]{0,30}关于(\d{4})年\s*部分节假日安排的通知/u.exec(text)
  const year = Number(title?.[1] ?? 0) || asked || Number(/(\d{4})年/u.exec(text)?.[1] ?? 0) || null
  const source = /国办发[^\s〔]*〔\d{4}〕\d+号/u.exec(text)?.[0] ?? title?.[0].replaceAll(/\s/gu, '') ?? ''
  const days: NoticeDay[] = []
  const problems: NoticeProblem[] = []
  let name = ''
  // A notice copied from a paper page breaks its lines anywhere: only a heading begins a new one.
  for (const line of text.replaceAll(/\n(?![一二三四五六七八九十]+、)/gu, '').split('\n')) {
    const head = heading.exec(line)
    if (head) name = head[1]!.trim()
    if (year === null || name === '') continue
    for (const sentence of line.slice(head?.[0].length ?? 0).split(/[。;]/u))
      readSentence(sentence, year, name, days, problems)
  }
  return settled(year, source, days, problems)
}

/** `1月1日(周四)至3日(周六)放假调休, 共3天`, `2月14日(周六)、2月28日(周六)上班`; anything else says nothing of days. */
function readSentence(
  sentence: string,
  year: number,
  name: string,
  days: NoticeDay[],
  problems: NoticeProblem[],
): void {
  for (const [, clause = '', word] of sentence.matchAll(/(.*?)(放假|上班)/gu)) {
    const kind = word === '放假' ? 'off' : 'working'
    const found: string[] = []
    let from: string | null = null
    let last: { year: number; month: number } = { year, month: 0 }
    for (const [said, saidYear, saidMonth, saidDay, beside = '', to] of clause.matchAll(dates)) {
      const month = Number(saidMonth ?? last.month)
      last = { year: saidYear ? Number(saidYear) : month < last.month ? last.year + 1 : last.year, month }
      const on = dayOf(last.year, month, Number(saidDay))
      const weekday = /(?:周|星期)([日天一二三四五六])/u.exec(beside)?.[1]?.replace('天', '日')
      if (on === null) problems.push({ reason: 'unread', text: said })
      else if (weekday && weekdayNames[new Date(`${on}T00:00:00.000Z`).getUTCDay()] !== weekday)
        problems.push({ reason: 'weekday', text: said.replace(/至$/u, '') })
      if (on === null) continue
      if (from !== null && daysBetween(from, on) < 60)
        for (let each = addDays(from, 1); each <= on; each = addDays(each, 1)) found.push(each)
      else found.push(on)
      from = to === '' ? null : on
    }
    const said = kind === 'off' ? /放假(?:调休)?[,，\s]*(?:共)?(\d{1,2})天/u.exec(sentence)?.[1] : undefined
    if (said && Number(said) !== found.length) problems.push({ reason: 'count', text: sentence.trim() })
    days.push(...found.map((on) => ({ on, kind, name }) as const))
  }
}

/** In order, each day once; what the law gives and the notice does not is named. */
function settled(year: number | null, source: string, read: NoticeDay[], problems: NoticeProblem[]): ReadNotice {
  const byDay = new Map<string, NoticeDay>()
  for (const day of read) {
    if (byDay.has(day.on)) problems.push({ reason: 'twice', text: day.on })
    else byDay.set(day.on, day)
  }
  const days = [...byDay.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
  if (year !== null && days.length > 0)
    for (const on of Object.keys(statutoryDays(year)))
      if (byDay.get(on)?.kind !== 'off') problems.push({ reason: 'statutory', text: on })
  return { year, source, days, problems }
}

function mostCommonYear(days: readonly NoticeDay[]): number | null {
  const counts = new Map<number, number>()
  for (const { on } of days) counts.set(Number(on.slice(0, 4)), (counts.get(Number(on.slice(0, 4))) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** null for a day the calendar does not have: the 30th of February. */
function dayOf(year: number, month: number, day: number): string | null {
  const on = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = new Date(`${on}T00:00:00.000Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== on ? null : on
}
