import { expect, it } from 'vitest'
import { closestLanguage } from '../../renderer/app/i18n.ts'
import { deadlineKind, minutesUntil, spanText, talkingTime } from '../../renderer/kit/spans.ts'
import { readDay } from '../../renderer/kit/when.ts'

const nowAt = '2026-11-20T02:37:00.000Z'

it.each([
  ['2026-11-20T02:36:59.000Z', {}, 'late'],
  ['2026-11-20T02:37:00.000Z', {}, 'warn'], // the limit itself is still within
  ['2026-11-20T03:07:00.000Z', {}, 'warn'],
  ['2026-11-20T03:07:01.000Z', {}, 'plain'],
  ['2026-11-21T02:37:00.000Z', { stageDays: 7 }, 'warn'],
  ['2026-11-21T02:37:01.000Z', { stageDays: 7 }, 'plain'],
  ['2026-11-20T13:37:00.000Z', { stageDays: 1 }, 'plain'],
  ['2026-11-20T03:07:01.000Z', { soonMinutes: 45 }, 'warn'], // as soon as the policies say (house)
  ['2026-11-20T03:06:00.000Z', { soonMinutes: 20 }, 'plain'],
  ['2026-11-19T02:37:00.000Z', { isPaused: true }, 'none'],
] as const)('a limit at %s with %o is %s', (dueAt, more, kind) => expect(deadlineKind(dueAt, nowAt, more)).toBe(kind))

it.each([
  [0, 'kit.clock.underMinute'],
  [9, 'kit.clock.minutes'],
  [-59, 'kit.clock.minutes'],
  [60, 'kit.clock.hours'],
  [179, 'kit.clock.hoursMinutes'],
  [1440, 'kit.clock.days'],
  [1560, 'kit.clock.daysHours'],
  [14_460, 'kit.clock.days'],
])('%i minutes are said as %s', (minutes, key) => expect(spanText(minutes).key).toBe(key))

it('the figures of a length of time add up to it', () => {
  for (let minutes = 0; minutes < 30_000; minutes += 7) {
    const { days, hours, minutes: rest } = spanText(minutes).facts
    expect(days * 1440 + hours * 60 + rest).toBe(minutes)
  }
})

it('counts whole minutes towards the limit and past it', () => {
  expect(minutesUntil('2026-11-20T02:46:59.000Z', nowAt)).toBe(9)
  expect(minutesUntil('2026-11-20T02:29:01.000Z', nowAt)).toBe(-7)
})

it.each([
  ['2026-11-20T02:36:08.000Z', '00:52'],
  ['2026-11-20T01:34:30.000Z', '1:02:30'],
  ['2026-11-20T02:37:01.000Z', '00:00'], // a clock set back never shows less than nothing
])('since %s someone has talked %s', (sinceAt, text) => expect(talkingTime(sinceAt, nowAt)).toBe(text))

it.each([
  ['2026-11-20', '2026-11-20'],
  ['20261120', '2026-11-20'],
  ['2026/3/5', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['11-20', '2026-11-20'],
  ['1120', '2026-11-20'],
  ['3.5', '2026-03-05'],
  [' 305 ', '2026-03-05'],
  ['2026-02-29', undefined],
  ['2024-02-29', '2024-02-29'],
  ['1320', undefined],
  ['明天', undefined],
  ['', undefined],
])('someone who types %j means %s', (typed, on) => expect(readDay(typed, nowAt)).toBe(on))

it.each([
  [['zh-CN', 'en'], 'zh-CN'],
  [['zh-TW'], 'zh-TW'],
  [['zh-Hant-HK'], 'zh-TW'],
  [['zh-HK'], 'zh-TW'],
  [['zh'], 'zh-CN'],
  [['fr', 'en-GB'], 'en'],
  [['fr'], 'zh-CN'],
] as const)('a system that wants %j gets %s', (wanted, language) => expect(closestLanguage(wanted)).toBe(language))
