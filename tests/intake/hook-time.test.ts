import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHookAt } from '../../shared/intake/hook-time.ts'
import { dayOf, instantAt, timeOf } from '../../shared/kit/calendar.ts'

const shanghai = 'Asia/Shanghai'
const zones = [shanghai, 'UTC', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia']

describe('the instant of a call event', () => {
  it.each([
    ['2026-11-20T10:00:00+08:00', '2026-11-20T02:00:00.000Z'],
    ['2026-11-20T02:00:00Z', '2026-11-20T02:00:00.000Z'],
    ['2026-11-20t02:00:00.5z', '2026-11-20T02:00:00.500Z'],
    ['2026-11-19T21:00:00.123456-05', '2026-11-20T02:00:00.123Z'],
    ['2026-11-20T07:30:00+0530', '2026-11-20T02:00:00.000Z'],
    ['2026-11-20 10:00:00', '2026-11-20T02:00:00.000Z'],
    ['2026-11-20T10:00', '2026-11-20T02:00:00.000Z'],
    ['  2026-11-20 10:00:00 +08:00 ', '2026-11-20T02:00:00.000Z'],
    [1795140000, '2026-11-20T02:00:00.000Z'],
    ['1795140000', '2026-11-20T02:00:00.000Z'],
    ['1795140000.123456', '2026-11-20T02:00:00.123Z'],
    [1795140000123, '2026-11-20T02:00:00.123Z'],
    ['1795140000123', '2026-11-20T02:00:00.123Z'],
    ['946684800', '2000-01-01T00:00:00.000Z'],
    ['4102444799999', '2099-12-31T23:59:59.999Z'],
  ])('%s is %s', (given, at) => expect(readHookAt(given, shanghai)).toBe(at))

  it.each([
    ...['', 'yesterday', '2026-11-20', '10:00:00', '20261120100000', '2026-02-30T10:00:00Z', '2026-13-01 10:00:00'],
    ...['2026-11-20 24:00:00', '2026-11-20 10:60:00', '2026-11-20T10:00:00+8', '2026-11-20T10:00:00+24:00'],
    ...['2026-11-20T10:00:00+08:60', '1999-12-31T23:59:59Z', '2100-01-01T00:00:00Z', '946684799', '4102444800000'],
    ...['-1795140000', '1e9', '0x6b', '1795140000000000', 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 86400],
  ])('%s is none', (given) => expect(readHookAt(given, shanghai)).toBeUndefined())

  it('is the same instant whatever the writing', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2000, 0, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000 - 1 }),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 }),
        fc.constantFrom(...zones),
        (second, milli, offset, zone) => {
          const ms = second * 1000 + milli
          const at = new Date(ms).toISOString()
          const moved = new Date(ms + offset * 60_000).toISOString().slice(0, -1)
          const two = (number: number) => String(number).padStart(2, '0')
          const hours = two(Math.floor(Math.abs(offset) / 60))
          const minutes = two(Math.abs(offset) % 60)
          const sign = offset < 0 ? '-' : '+'
          const exact = [ms, String(ms), at, `${moved}${sign}${hours}:${minutes}`, `${moved}${sign}${hours}${minutes}`]
          for (const given of exact) expect(readHookAt(given, zone)).toBe(at)
          expect(readHookAt(`${second}.${String(milli).padStart(3, '0')}`, zone)).toBe(at)
          const whole = new Date(second * 1000).toISOString()
          for (const given of [second, String(second)]) expect(readHookAt(given, zone)).toBe(whole)
          // Where clocks were put back an hour has two instants: the reading shows the same wall clock.
          const local = readHookAt(`${dayOf(at, zone)} ${timeOf(at, zone)}:${at.slice(17, 19)}`, zone)
          expect([dayOf(local!, zone), timeOf(local!, zone)]).toEqual([dayOf(at, zone), timeOf(at, zone)])
          if (zone === shanghai) expect(local).toBe(whole)
        },
      ),
      { numRuns: 500 },
    ))

  it.each([
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-11-20', '10:00', shanghai, '2026-11-20T02:00:00.000Z'],
  ])('the clock on the wall %s %s in %s is %s', (day, time, zone, at) =>
    expect(instantAt(day, (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000, zone)).toBe(at),
  )
})
