import { describe, expect, it } from 'vitest'
import type { ClockPolicy } from '../../shared/presets/schema.ts'
import { waitingMark } from '../../shared/tickets/waiting-mark.ts'

const report = Date.parse('2026-11-20T02:00:00.000Z')
const at = (minutes: number, seconds = 0) => new Date(report + minutes * 60_000 + seconds * 1000).toISOString()
const text = { 'zh-CN': '派工', 'zh-TW': '派工', en: 'Assign' }
const counted = { startsAt: 'received', limitMinutes: 10, hours: 'clock', rule: 'R036' } as const
const assign: ClockPolicy = { clock: 'assign', text, source: { from: 'paper' }, ...counted }
const row = {
  level: '',
  kind: 'repair',
  handling: 'dispatch',
  round: 1,
  nextClock: 'assign',
  nextDueAt: at(10),
} as const

describe('a case nobody has been sent for', () => {
  it.each([
    [at(4, 59), 'fine'],
    [at(5), 'due'],
    [at(10), 'due'],
    [at(10, 1), 'late'],
    [at(-1), 'fine'], // a seat's clock may run ahead of the station's
  ])('R036 seen at %s is %s', (now, mark) => expect(waitingMark(row, { clocks: [assign] }, now)).toBe(mark))

  it('is late by its deadline, whatever has passed by the wall: a limit of working hours goes on tomorrow', () => {
    const tomorrow = { ...row, nextDueAt: '2026-11-21T00:10:00.000Z' }
    const limit: ClockPolicy = { ...assign, hours: 'working' }
    expect(waitingMark(tomorrow, { clocks: [limit] }, at(300))).toBe('fine')
    expect(waitingMark(tomorrow, { clocks: [limit] }, '2026-11-21T00:05:00.000Z')).toBe('due')
    expect(waitingMark(tomorrow, { clocks: [limit] }, '2026-11-21T00:10:01.000Z')).toBe('late')
  })

  it('is warned of as the limit of its kind and level asks', () => {
    const narrow: ClockPolicy = { ...assign, level: 'I', warnMinutes: 2 }
    expect(waitingMark({ ...row, level: 'I' }, { clocks: [assign, narrow] }, at(7))).toBe('fine')
    expect(waitingMark({ ...row, level: 'I' }, { clocks: [assign, narrow] }, at(8))).toBe('due')
    expect(waitingMark(row, { clocks: [assign, narrow] }, at(7))).toBe('due')
  })

  it('without that limit is never late', () =>
    expect(waitingMark({ ...row, nextDueAt: null, nextClock: null }, { clocks: [] }, at(600))).toBe('fine'))
})
