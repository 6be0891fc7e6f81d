import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { byYear } from '../../renderer/customers/timeline-entries.ts'
import { dayAndTime } from '../../renderer/customers/use-entry-text.ts'
import {
  companyDay,
  companyTime,
  companyToday,
  followCompanyZone,
  noteStationClock,
  onClockSet,
  stationNow,
} from '../../renderer/kit/station-clock.ts'
import { exactTime, readDay, shortDay, shortWhen, weekdayOf } from '../../renderer/kit/when.ts'
import type { TimelineEntry } from '../../shared/customers/schema.ts'

/** A computer in New York at a company in Shanghai: midday there is the evening before here. */
const nowAt = '2026-11-20T02:37:00.000Z'
const say = ((key: string) => key) as unknown as Parameters<typeof shortDay>[2]

beforeAll(() => {
  process.env.TZ = 'America/New_York'
  followCompanyZone('Asia/Shanghai')
})

it('runs on a computer of another zone', () => expect(new Date(nowAt).getHours()).toBe(21))

it.each([
  ['2026-11-20T02:36:00.000Z', '10:36'],
  ['2026-11-19T16:00:00.000Z', '00:00'], // midnight there is neither 24:00 nor yesterday
  ['2026-11-19T15:59:00.000Z', 'kit.when.yesterday 23:59'],
  ['2026-11-20T16:30:00.000Z', 'kit.when.tomorrow 00:30'],
  ['2026-03-08T07:30:00.000Z', '03-08 15:30'], // the hour New York skips
  ['2025-12-31T16:00:00.000Z', '01-01 00:00'],
  ['2025-12-31T15:59:00.000Z', '2025-12-31'],
])('%s is said as %s', (at, text) => expect(shortWhen(at, nowAt, 'zh-CN', say)).toBe(text))

it.each([
  ['2026-11-20', 'kit.when.today'],
  ['2026-11-19', 'kit.when.yesterday'],
  ['2026-11-18', '11-18'],
])('the day %s is said as %s', (on, text) => expect(shortDay(on, nowAt, say)).toBe(text))

it.each([
  ['zh-CN', '周五'],
  ['zh-TW', '週五'],
  ['en', 'Fri'],
])('says the weekday of the company in %s', (language, text) => expect(weekdayOf(nowAt, language)).toBe(text))

it('tells the exact time with the zone of the company', () => {
  expect(exactTime(nowAt, 'en')).toContain('10:37:00')
  expect(exactTime(nowAt, 'en')).toContain('GMT+8')
})

it('reads a day without a year in the year of the company', () =>
  expect(readDay('1-2', '2026-12-31T16:00:00.000Z')).toBe('2027-01-02'))

it('puts an entry under the day and year of the company', () => {
  const at = '2025-12-31T16:05:00.000Z'
  expect(byYear([{ at } as TimelineEntry])).toMatchObject([{ year: 2026 }])
  expect(dayAndTime(at, nowAt, 'zh-CN', say)).toMatchObject({ day: '01-01', time: '00:05' })
})

describe('a seat whose clock is wrong', () => {
  afterEach(() => {
    vi.useRealTimers()
    noteStationClock(new Date().toISOString(), 0)
  })

  it.each([
    ['ten minutes behind', '2026-11-20T02:27:00.000Z'],
    ['ten minutes ahead', '2026-11-20T02:47:00.000Z'],
    ['a day ahead', '2026-11-21T02:37:00.000Z'],
  ])('%s counts by the clock of the station, to the second', (_, seatAt) => {
    vi.useFakeTimers({ now: new Date(seatAt) })
    noteStationClock(nowAt, 0)
    expect(stationNow()).toBe(nowAt)
    vi.advanceTimersByTime(61_000)
    expect(stationNow()).toBe('2026-11-20T02:38:01.000Z')
    expect([companyToday(), companyTime(stationNow())]).toEqual([companyDay(nowAt), '10:38'])
  })

  it('adds half of the way an answer took, and hears nothing from a slow one', () => {
    vi.useFakeTimers({ now: new Date('2026-11-20T02:27:00.000Z') })
    noteStationClock(nowAt, 400)
    expect(stationNow()).toBe('2026-11-20T02:37:00.200Z')
    noteStationClock('2026-11-20T03:00:00.000Z', 5_000)
    expect(stationNow()).toBe('2026-11-20T02:37:00.200Z')
  })

  it('follows when its clock is set right, and tells who counts', () => {
    vi.useFakeTimers({ now: new Date('2026-11-20T02:27:00.000Z') })
    noteStationClock(nowAt, 0)
    const told = vi.fn()
    const stop = onClockSet(told)
    noteStationClock('2026-11-20T02:37:01.000Z', 30) // a second is no other clock
    expect(told).toHaveBeenCalledTimes(0)
    vi.setSystemTime(new Date('2026-11-20T02:37:05.000Z'))
    noteStationClock('2026-11-20T02:37:05.000Z', 30)
    expect(told).toHaveBeenCalledTimes(1)
    expect(stationNow()).toBe('2026-11-20T02:37:05.000Z')
    stop()
  })

  it('hears nothing from what is no instant', () => {
    vi.useFakeTimers({ now: new Date(nowAt) })
    noteStationClock('soon', 0)
    expect(stationNow()).toBe(nowAt)
  })
})
