import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, timeOf } from '../../shared/kit/calendar.ts'
import { spokenDay } from '../../shared/kit/spoken-day.ts'
import { readVisit, understandVisit } from '../../shared/kit/visit-time.ts'

const zone = 'Asia/Shanghai'
const friday = '2026-11-20'
/** An instant of a Friday in November on the desk's clock. */
const at = (time: string) => new Date(`${friday}T${time}:00+08:00`).toISOString()
const said = (text: string, nowAt: string) => {
  const read = readVisit(text, nowAt, zone, 60)
  return read ? `${dayOf(read.fromAt, zone)} ${timeOf(read.fromAt, zone)}-${timeOf(read.toAt, zone)}` : null
}

describe('times as they are said on the telephone (house), Friday 10:36', () => {
  it.each([
    ['今晚8点半', '2026-11-20 20:30-21:30'],
    ['今晚 8点半', '2026-11-20 20:30-21:30'],
    ['今晚8点', '2026-11-20 20:00-21:00'],
    ['今晚八点', '2026-11-20 20:00-21:00'],
    ['今晚7-8点', '2026-11-20 19:00-20:00'],
    ['今晚', '2026-11-20 18:00-21:00'],
    ['今天下午3点到5点', '2026-11-20 15:00-17:00'],
    ['下午3点', '2026-11-20 15:00-16:00'],
    ['下午两点一刻', '2026-11-20 14:15-15:15'],
    ['中午12点半', '2026-11-20 12:30-13:30'],
    ['中午1点', '2026-11-20 13:00-14:00'],
    ['明早9点', '2026-11-21 09:00-10:00'],
    ['明天下午3点', '2026-11-21 15:00-16:00'],
    ['明晚七点半', '2026-11-21 19:30-20:30'],
    ['明天早上', '2026-11-21 08:00-12:00'],
    ['后天下午两点半', '2026-11-22 14:30-15:30'],
    ['後天下午兩點半', '2026-11-22 14:30-15:30'],
    ['大后天上午十点', '2026-11-23 10:00-11:00'],
    ['下周三下午3点', '2026-11-25 15:00-16:00'],
    ['下週三下午3點', '2026-11-25 15:00-16:00'],
    ['下个星期天 9:30', '2026-11-29 09:30-10:30'],
    ['周三 14:00', '2026-11-25 14:00-15:00'],
    ['周五上午', '2026-11-20 11:00-12:00'], // today's, and what is left of it
    ['周五下午', '2026-11-20 13:00-18:00'],
    ['周六上午十一点到下午1点', '2026-11-21 11:00-13:00'],
    ['本周日 10点', '2026-11-22 10:00-11:00'],
    ['21号下午3点', '2026-11-21 15:00-16:00'],
    ['5号上午', '2026-12-05 08:00-12:00'],
    ['12月5日晚上8点零五分', '2026-12-05 20:05-21:05'],
    ['2026年12月1日上午9点', '2026-12-01 09:00-10:00'],
    ['tonight 8:30', '2026-11-20 20:30-21:30'],
    ['tomorrow 3pm', '2026-11-21 15:00-16:00'],
    ['next wed 3 pm', '2026-11-25 15:00-16:00'],
    ['Thursday morning', '2026-11-26 08:00-12:00'],
    ['sat afternoon', '2026-11-21 13:00-18:00'],
    ['今晚２０：３０', '2026-11-20 20:30-21:30'],
    ['今晚11点半', '2026-11-20 23:30-00:30'],
    ['23:30', '2026-11-20 23:30-00:30'],
    ['23:00-24:00', '2026-11-20 23:00-00:00'],
    ['今晚11点到12点', '2026-11-20 23:00-00:00'],
    ['今晚11点到24点', '2026-11-20 23:00-00:00'],
    ['今晚十点到十二点', '2026-11-20 22:00-00:00'],
    ['23:30-0:30', '2026-11-20 23:30-00:30'],
    ['今晚11点到凌晨1点', '2026-11-20 23:00-01:00'],
    ['明天 23-01', '2026-11-21 23:00-01:00'],
  ])('%s is %s', (text, expected) => expect(said(text, at('10:36'))).toBe(expected))

  it.each([
    ['今早9点', 'is over'],
    ['今天上午9点', 'is over'],
    ['本周三下午3点', 'is over'],
    ['上午15点', 'says two things'],
    ['下午9点', 'says two things'],
    ['晚上1点', 'may be of the next day'],
    ['今晚12点', 'is the next day'],
    ['明天3点', 'may be of the night'],
    ['明天三点', 'may be of the night'],
    ['上午', 'names no day'],
    ['周五', 'names no time'],
    ['周八上午', 'is no day'],
    ['32号上午', 'is no day'],
    ['2月30日上午', 'is no day'],
    ['下午3点70分', 'is no time'],
    ['下周三下午3点半左右吧', 'says more than is read'],
    ['周五上午9点到8点', 'ends before it begins'],
    ['14:00-13:00', 'ends before it begins'],
    ['9:00-02:00', 'is no night'],
    ['24:00', 'is the next day'],
  ])('%s %s: it is not read', (text) => expect(said(text, at('10:36'))).toBeNull())

  it.each([
    ['今晚8点', '19:59', '2026-11-20 20:00-21:00'],
    ['今晚8点', '20:00', null],
    ['今晚8点', '20:01', null],
    ['今晚8点', '23:59', null],
    ['今晚8点半', '20:01', '2026-11-20 20:30-21:30'],
    ['今晚', '20:10', '2026-11-20 20:30-21:00'],
    ['今晚', '20:40', null],
    ['晚上8点', '20:01', '2026-11-21 20:00-21:00'], // no day said: the next such time
    ['周五下午3点', '15:30', '2026-11-27 15:00-16:00'], // the weekday alone: the next one
    ['周五上午9点', '10:36', '2026-11-27 09:00-10:00'],
    ['周五上午', '12:30', '2026-11-27 08:00-12:00'],
    ['fri 9am', '10:36', '2026-11-27 09:00-10:00'],
    ['本周五上午9点', '10:36', null],
    ['周五下午', '15:40', '2026-11-20 16:00-18:00'],
    ['今晚8点', '00:30', '2026-11-20 20:00-21:00'],
  ])('%s said at %s is %s: never an instant that is over', (text, time, expected) =>
    expect(said(text, at(time))).toBe(expected),
  )
})

it('what is read lies ahead, ends after it begins and is on the day that was said, whenever it is said', () => {
  const days = fc.constantFrom(
    '',
    '今天',
    '今晚',
    '明早',
    '明天',
    '后天',
    '周一',
    '本周日',
    '下周三',
    '3号',
    '12月31日',
  )
  const halves = fc.constantFrom('', '上午', '下午', '晚上', '中午')
  const hours = fc.constantFrom('', '8点', '九点半', '3点', '14:30', '2-4点', '11点到1点')
  const minutes = fc.integer({ min: 0, max: 400 * 1440 })
  fc.assert(
    fc.property(days, halves, hours, minutes, (day, half, hour, minute) => {
      const nowAt = new Date(Date.parse('2026-01-01T00:00:00.000Z') + minute * 60_000).toISOString()
      const read = readVisit(`${day}${half}${hour}`, nowAt, zone, 60)
      if (!read) return
      expect(read.fromAt > nowAt && read.toAt > read.fromAt).toBe(true)
      const { on, again } = spokenDay(`${day}${half}${hour}`, dayOf(nowAt, zone))
      if (on !== null) expect([on, again]).toContain(dayOf(read.fromAt, zone))
    }),
    { numRuns: 500 },
  )
})

it('without an end a visit lasts as long as the policies say', () => {
  const read = readVisit('明天下午3点', at('10:36'), zone, 90)
  expect(read && timeOf(read.toAt, zone)).toBe('16:30')
})

it('下周 is the week that begins with the next Monday, a weekday alone one of the next seven days', () => {
  for (let ahead = 0; ahead < 14; ahead += 1) {
    const today = addDays(friday, ahead)
    const day = (text: string) => spokenDay(text, today).on ?? ''
    expect(day('下周一') > today && day('下周一') <= addDays(today, 7)).toBe(true)
    expect(day('下周日')).toBe(addDays(day('下周一'), 6))
    expect(day('本周日')).toBe(addDays(day('下周一'), -1))
    for (const each of '一二三四五六日')
      expect(day(`周${each}`) >= today && day(`周${each}`) < addDays(today, 7)).toBe(true)
  }
})

it('a window past midnight ends on the next day', () => {
  const read = readVisit('今晚11点半', at('10:36'), zone, 60)
  expect(read && dayOf(read.toAt, zone)).toBe('2026-11-21')
  expect(readVisit('23:00-24:00', at('10:36'), zone, 60)?.toAt).toBe(at('23:59').replace('15:59', '16:00'))
})

it.each([
  ['今早9点', 'past'],
  ['今晚8点', undefined],
  ['本周三下午3点', 'past'],
  ['11-19 14:00', 'past'],
  ['9-22 14:00', 'past'],
  ['2026-11-19 14:00', 'past'],
  ['明天3点', 'unclear'],
  ['3', 'unclear'],
  ['14-3', 'unclear'],
  ['下回', 'unreadable'],
  ['上午', 'unreadable'],
  ['周五上午9点到8点', 'unreadable'],
  ['2月30日上午', 'unreadable'],
] as const)('%s says what is wrong with it: %s', (text, problem) =>
  expect(understandVisit(text, at('10:36'), zone, 60).problem).toBe(problem),
)

it('a day without a year is the next one, unless it passed less than 60 days ago: that is over (house)', () => {
  const on = (text: string, today: string) => spokenDay(text, today).on
  expect(on('11-19 14:00', friday)).toBe('2026-11-19')
  expect(on('9-22 14:00', friday)).toBe('2026-09-22')
  expect(on('9-21 14:00', friday)).toBe('2027-09-21')
  expect(on('1-5 14:00', friday)).toBe('2027-01-05')
  expect(on('12-28 9点', '2027-01-05')).toBe('2026-12-28')
  expect(on('2-29 9点', '2027-12-05')).toBe('2028-02-29')
  expect(on('2-29 9点', '2028-03-05')).toBe('2028-02-29')
})
