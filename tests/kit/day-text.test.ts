import { expect, it } from 'vitest'
import { dayProblem, missingDay } from '../../renderer/kit/day-text.ts'
import { readVisit } from '../../shared/kit/visit-time.ts'
import { kitWords } from '../../shared/kit/kit-words.ts'
import { languages } from '../../shared/kit/words.ts'

it.each([
  ['2025-02-30', '2025-02-30'],
  ['20250230', '2025-02-30'],
  ['2025年2月30日', '2025-02-30'],
  ['25.2.30', '2025-02-30'],
  ['2025-02-29', '2025-02-29'],
  ['2024-02-29', undefined],
  ['2.30', '02-30'],
  ['02-29', undefined],
  ['2025-13-01', '2025-13-01'],
  ['2025-04-31', '2025-04-31'],
  ['2025-04-30', undefined],
  ['去年', undefined],
  ['', undefined],
])('the day meant by %j that does not exist is %s', (text, day) => expect(missingDay(text)).toBe(day))

it('a day that does not exist is named in every language, any other text gets the hint how to write one', () => {
  for (const language of languages) {
    const t = ((_: string, { day }: { day: string }) =>
      kitWords['day.missing'][language].replace('{{day}}', day)) as unknown as Parameters<typeof dayProblem>[1]
    expect(dayProblem('2025-2-30', t, 'hint')).toContain('2025-02-30')
    expect(dayProblem('3.', t, 'hint')).toBe('hint')
  }
})

it.each(['2-30 14:00', '2026-02-30 9', '4.31 10'])('%s is no visit', (text) =>
  expect(readVisit(text, '2026-01-20T02:36:00.000Z', 'Asia/Shanghai', 60)).toBeUndefined(),
)
