import { describe, expect, it } from 'vitest'
import { endsWith } from '../../shared/tickets/rules.ts'
import {
  earliestVisit,
  metOtherwise,
  visitOverAt,
  visitProblem,
  visitTimesOf,
} from '../../shared/tickets/rules-visit.ts'
import { minutes } from './desk.ts'

const limit = (clock: string, met: number | null, started = 0, round = 1) => ({
  ...{ clock, round, startedAt: minutes(started) },
  metAt: met === null ? null : minutes(met),
})
const ends = (clock: string) => endsWith({ clocks: [] }, { level: '', handling: 'dispatch' }, clock)
const times = (arrived: number, finished: number) => ({ arrivedAt: minutes(arrived), finishedAt: minutes(finished) })

describe('a visit that is promised (house)', () => {
  const year = 366 * 1440
  it.each([
    ['within the hour', 60, 120, null],
    ['without an end', 60, null, null],
    ['begun a quarter of an hour ago', -15, 60, null],
    ['begun before that', -16, 60, ['visitInPast', 'visitFromAt']],
    ['just over', -10, 0, ['visitInPast', 'visitFromAt']],
    ['that ends as it begins', 60, 60, ['windowBackwards', 'visitToAt']],
    ['that ends before it begins', 60, 30, ['windowBackwards', 'visitToAt']],
    ['in a year', year, null, null],
    ['after more than a year', year + 1, null, ['visitTooFar', 'visitFromAt']],
    ['that goes on for years', 60, year + 1, ['visitTooFar', 'visitToAt']],
  ] as const)('%s', (_, from, to, problem) => {
    const found = visitProblem({ visitFromAt: minutes(from), visitToAt: to === null ? null : minutes(to) }, minutes(0))
    expect(found && [found.problem, found.field]).toEqual(problem)
  })
  it('is none where no time is named', () => expect(visitProblem({ visitToAt: null }, minutes(0))).toBeNull())
})

describe('a corrected visit', () => {
  it.each([
    ['arriving answers the report', limit('respond', 70), 'dispatch', 60],
    ['arriving meets the visit (R044)', limit('visit', 70), 'dispatch', 60],
    ['the end of the work meets the rest (R058)', limit('solve', 95), 'dispatch', 90],
    ['a limit of the company’s own is met by the end', limit('own1', 95), 'dispatch', 90],
    ['of guidance the call after it is its end', limit('guide', 95), 'guidance', 90],
    ['what was met before he came stays', limit('respond', 20), 'dispatch', null],
    ['what was met by sending stays', limit('assign', 5), 'dispatch', null],
    ['what still runs stays', limit('solve', null), 'dispatch', null],
    ['a wait stays', limit('part', 95), 'dispatch', null],
    ['the visit of an earlier round stays', limit('visit', 30), 'dispatch', null],
    ['a limit that began with the arrival ends no earlier', limit('plan', 95, 93), 'dispatch', 93],
    ['what began only then stays', limit('plan', 95, 95), 'dispatch', null],
  ] as const)('%s', (_, met, handling, at) =>
    expect(metOtherwise([met], ends, handling, times(70, 95), times(60, 90)).map((each) => each.at)).toEqual(
      at === null ? [] : [minutes(at)],
    ),
  )

  it.each([
    [{ arrivedAt: minutes(1), finishedAt: minutes(2) }, times(1, 2)],
    [{ finishedAt: minutes(2) }, times(2, 2)],
    [{ arrivedAt: minutes(1), finishedAt: null }, times(1, 9)],
    [{}, times(9, 9)],
  ])('%j, entered after nine minutes, says %j', (said, expected) =>
    expect(visitTimesOf(said, minutes(9))).toEqual(expected),
  )
})

describe('the earliest a visit may be told of', () => {
  const at = (count: number, seconds = 0) => new Date(Date.parse(minutes(count)) + seconds * 1000).toISOString()
  it.each([
    ['the first order of the round, to the minute', at(0), at(5, 40), at(60), { at: at(5), isDispatch: true }],
    ['the report where nobody was sent', at(0, 59), null, at(60), { at: at(0), isDispatch: false }],
    ['an order of this very moment', at(0), at(60), at(60), { at: at(60), isDispatch: true }],
    ['an order of a clock put back since', at(0), at(300), at(60), { at: at(0), isDispatch: false }],
    ['all of it of a clock put back since', at(290), at(300), at(60), null],
  ])('is %s', (_, roundAt, dispatchedAt, now, bound) =>
    expect(earliestVisit(roundAt, dispatchedAt, now)).toEqual(bound),
  )
})

it.each([
  ['as it was told', minutes(30), [minutes(0), minutes(20)], minutes(900), minutes(30)],
  ['where somebody was sent', minutes(20), [minutes(0), minutes(20.5)], minutes(900), minutes(20.5)],
  ['where its round began', minutes(20), [minutes(20.5)], minutes(900), minutes(20.5)],
  ['as it was entered, by a clock put back', minutes(30), [minutes(990)], minutes(900), minutes(900)],
])('a visit is over %s', (_, finishedAt, sinceAts, enteredAt, at) =>
  expect(visitOverAt(finishedAt, sinceAts, enteredAt)).toBe(at),
)
