import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlineAt, foldClock, foldEntry, inOrder, marksOf, needsLedger } from '../../shared/clocks/fold.ts'
import { clockHours, type ClockEntry, type ClockState, entryKinds, type Term } from '../../shared/clocks/schema.ts'
import type { BusinessCalendar } from '../../shared/kit/calendar.ts'
import { chinaDays2026 } from '../../shared/kit/calendar-cn-2026.ts'
import { fiveByEight } from '../../shared/presets/shared-parts.ts'
import { at, firstMs, horizon, walk, wallOf, type Wall } from './minute-walk.ts'

const year = 365 * 1440
const days = { ...chinaDays2026, '2026-12-24': [{ from: '08:30', to: '11:00' }] }
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe']
const offices = zones.map((timeZone): BusinessCalendar => ({ timeZone, week: fiveByEight, days }))
const walls = new Map<BusinessCalendar, Wall>(offices.map((office) => [office, wallOf(office)]))

const anyTerm: fc.Arbitrary<Term> = fc
  .record({
    limitMinutes: fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 6000 })),
    hours: fc.constantFrom(...clockHours),
    rule: fc.constant('house'),
  })
  .map((term) =>
    term.hours === 'days' || term.hours === 'workingDays'
      ? { ...term, limitMinutes: (term.limitMinutes % 12) * 1440 }
      : term,
  )

/** A year of a subject: three rounds of two clocks, entered in any order, some of it before or after what it belongs to. */
const anyLedger = fc
  .array(
    fc.record({
      clock: fc.constantFrom('respond', 'solve'),
      round: fc.integer({ min: 1, max: 3 }),
      kind: fc.oneof(
        // A corrected stop has cases of its own: it is no step, it says what the stop was.
        {
          weight: 3,
          arbitrary: fc.constantFrom(...entryKinds.filter((kind) => kind !== 'restop' && kind !== 'withdraw')),
        },
        { weight: 2, arbitrary: fc.constantFrom('pause' as const, 'resume' as const) },
      ),
      minute: fc.oneof(fc.integer({ min: 0, max: year }), fc.integer({ min: 0, max: 4000 })),
      term: anyTerm,
      pin: fc.option(fc.integer({ min: 0, max: year })),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((lines) =>
    lines.map(({ minute, pin, term, ...line }, index): ClockEntry => {
      const carries = line.kind === 'start' || line.kind === 'policy'
      return {
        ...line,
        nth: index + 1,
        at: at(minute),
        term: carries ? term : null,
        pinnedAt: line.kind === 'pin' && pin !== null ? at(pin) : null,
        reason: '',
        memberId: null,
      }
    }),
  )
  // Half of them begin with what has to begin.
  .chain((lines) =>
    fc.boolean().map((begins) => (begins ? lines.map((line, index) => begun(line, index, lines)) : lines)),
  )

function begun(line: ClockEntry, index: number, lines: readonly ClockEntry[]): ClockEntry {
  const same = lines.filter(({ clock, round }) => clock === line.clock && round === line.round)
  const isFirst = inOrder(same)[0] === line
  return isFirst
    ? { ...line, kind: 'start', term: line.term ?? { limitMinutes: 90 + index * 40, hours: 'working', rule: 'house' } }
    : line
}

const perClock = (ledger: readonly ClockEntry[]) => {
  const groups = new Map<string, ClockEntry[]>()
  for (const entry of ledger) {
    const key = `${entry.clock}/${entry.round}`
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()]
}

describe('a year of random ledgers', () => {
  it('equals a walk along the wall, minute by minute: lunch, holidays, make-up days, four zones', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.constantFrom(...offices), anyLedger, (office, ledger) => {
        for (const entries of perClock(ledger)) {
          const expected = walk(entries, walls.get(office)!, year)
          const state = foldClock(entries, office)
          expect(state !== null).toBe(expected.isStarted)
          if (state === null) continue
          const shown = deadlineAt(state, office, at(year))
          expect(shown.metAt).toBe(expected.stoppedMinute === null ? null : at(expected.stoppedMinute))
          expect(shown.pausedMinutes).toBe(expected.pausedMinutes)
          if (expected.isStanding) expect([shown.state, marksOf(state, office).dueAt]).toEqual(['paused', null])
          else if (expected.dueMs === null)
            expect(Date.parse(shown.dueAt)).toBeGreaterThanOrEqual(firstMs + horizon * 60_000)
          else {
            expect(shown.dueAt).toBe(new Date(expected.dueMs).toISOString())
            const isLate = Date.parse(shown.metAt ?? at(year)) > expected.dueMs
            expect(shown.state).toBe(isLate ? 'late' : shown.metAt === null ? 'running' : 'met')
          }
          compared += 1
        }
      }),
      { numRuns: 150 },
    )
    expect(compared).toBeGreaterThan(150)
  }, 120_000)

  it('reads the same entry by entry, through a row, in whatever order it was written down', () => {
    fc.assert(
      fc.property(fc.constantFrom(...offices), anyLedger, (office, ledger) => {
        for (const entries of perClock(ledger)) {
          let state: ClockState | null = null
          const seen: ClockEntry[] = []
          for (const entry of entries) {
            seen.push(entry)
            const isLate = state !== null && state.stoppedAt === null && needsLedger(state, entry, office)
            const next: ClockState | null =
              isLate || (state?.stoppedAt && entry.at < state.stoppedAt) || (state === null && entry.kind === 'start')
                ? foldClock(seen, office)
                : foldEntry(state, entry, office)
            state = JSON.parse(JSON.stringify(next)) as ClockState | null
          }
          expect(state).toEqual(foldClock(entries, office))
        }
      }),
      { numRuns: 400 },
    )
  }, 60_000)

  it('is what it would be without the lines that were withdrawn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...offices), anyLedger, fc.array(fc.boolean()), (office, ledger, gone) => {
        for (const entries of perClock(ledger)) {
          const withdrawn = entries.filter((_, index) => gone[index])
          const withdrawals = withdrawn.map(({ nth, clock, round }, index): ClockEntry => ({
            ...{ clock, round, nth: 100 + index, kind: 'withdraw', at: at(index), withdraws: nth },
            ...{ term: null, pinnedAt: null, reason: '', memberId: null },
          }))
          const left = foldClock(
            entries.filter((entry) => !withdrawn.includes(entry)),
            office,
          )
          const state = foldClock([...entries, ...withdrawals], office)
          const last = withdrawals.length > 0 ? 99 + withdrawals.length : left?.entries
          expect(state).toEqual(left && { ...left, entries: last })
        }
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})
