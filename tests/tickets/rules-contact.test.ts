import { describe, expect, it } from 'vitest'
import { furniture } from '../../shared/presets/p07-furniture.ts'
import { stoves } from '../../shared/presets/p32-stoves.ts'
import { everyDayEightToSix } from '../../shared/presets/shared-parts.ts'
import {
  mayContact,
  mismatchDue,
  nextContact,
  preparationsOf,
  type Attempt,
} from '../../shared/tickets/rules-contact.ts'
import { closeGate, mayStep, promiseAnswer, promiseGate, type VisitPromise } from '../../shared/tickets/rules-gates.ts'
import { rankTechnicians } from '../../shared/tickets/rules-technicians.ts'
import { ticketStates, type GateStep, type TechnicianLoad } from '../../shared/tickets/schema.ts'

const start = '2026-11-20T02:36:00.000Z'
const m = (minutes: number, seconds = 0) =>
  new Date(Date.parse(start) + minutes * 60_000 + seconds * 1000).toISOString()
const failed = (...minutes: number[]): Attempt[] => minutes.map((at) => ({ at: m(at), result: 'noAnswer' }))
const policy = stoves.contact

describe('preparations before leaving', () => {
  it.each<[string, string[], string[], string[]]>([
    ['点火针 1 支', [], ['uniform', 'badge', 'requisition', 'parts', 'toolBox'], []],
    ['', [], ['uniform', 'badge', 'toolBox'], []],
    [' ', ['badge'], ['uniform', 'badge', 'toolBox'], ['badge']],
    ['点火针', ['parts', 'uniform'], ['uniform', 'badge', 'requisition', 'parts', 'toolBox'], ['uniform', 'parts']],
    ['', ['parts'], ['uniform', 'badge', 'toolBox'], []],
  ])('R052 parts to bring “%s”, ticked %j', (parts, prepared, asked, done) => {
    const all = preparationsOf(stoves.beforeLeaving, { parts, prepared })
    expect(all.map(({ code }) => code)).toEqual(asked)
    expect(all.filter(({ isDone }) => isDone).map(({ code }) => code)).toEqual(done)
  })
})

describe('contact before the visit', () => {
  it.each<[string, Attempt[], string, ReturnType<typeof nextContact>]>([
    ['nothing tried', [], m(0), { state: 'now', nth: 1, nextAt: null }],
    ['R048 9:59 after the first', failed(0), m(9, 59), { state: 'wait', nth: 2, nextAt: m(10) }],
    ['R048 10:00 after the first', failed(0), m(10), { state: 'now', nth: 2, nextAt: m(10) }],
    ['R048 9:59 after the second', failed(0, 15), m(24, 59), { state: 'wait', nth: 3, nextAt: m(25) }],
    ['R048 10:00 after the second', failed(0, 15), m(25), { state: 'now', nth: 3, nextAt: m(25) }],
    ['R049 the third failed too', failed(0, 10, 20), m(20), { state: 'handBack', nth: null, nextAt: null }],
    [
      'reached at the second',
      [...failed(0), { at: m(10), result: 'reached' }],
      m(11),
      { state: 'reached', nth: null, nextAt: null },
    ],
    ['R048 sent in another order', failed(15, 0), m(24), { state: 'wait', nth: 3, nextAt: m(25) }],
  ])('%s', (_, attempts, now, next) => expect(nextContact(attempts, policy, now)).toEqual(next))

  it.each<[string, Attempt[], string, string | null]>([
    ['the first', [], m(0), null],
    ['R048 the second too early', failed(0), m(9, 59), 'tickets.failure.contactTooEarly'],
    ['R048 the second in time', failed(0), m(10), null],
    ['R049 the third', failed(0, 10), m(20), null],
    ['R049 a fourth', failed(0, 10, 20), m(600), 'tickets.failure.contactHandBack'],
    ['one more after reaching', [{ at: m(0), result: 'reached' }], m(600), 'tickets.failure.contactReached'],
  ])('%s: %o at %s', (_, attempts, at, text) => expect(mayContact(attempts, policy, at)?.text ?? null).toBe(text))

  it.each(['noAnswer', 'busy', 'off', 'wrongNumber'] as const)('R048 %s is a failed try', (result) =>
    expect(nextContact([{ at: m(0), result }], policy, m(1)).state).toBe('wait'),
  )
})

describe('facts that differ', () => {
  it.each([
    ['2026-11-20T02:36:00.000Z', 'Asia/Shanghai', '2026-11-20T15:59:59.999Z'],
    ['2026-11-20T15:59:59.999Z', 'Asia/Shanghai', '2026-11-20T15:59:59.999Z'],
    ['2026-11-20T16:00:00.000Z', 'Asia/Shanghai', '2026-11-21T15:59:59.999Z'],
    ['2026-11-01T04:00:00.000Z', 'America/New_York', '2026-11-02T04:59:59.999Z'], // a day of 25 hours
  ])('R051 noted %s in %s are due %s', (at, zone, due) => {
    const calendar = { timeZone: zone, week: everyDayEightToSix, days: {} }
    const limit = stoves.clocks.find(({ clock }) => clock === 'mismatch')
    expect(mismatchDue(at, limit, calendar)).toBe(due)
  })

  it('house: another trade takes the same figure over, marked as taken over', () =>
    expect(furniture.clocks.find(({ clock }) => clock === 'mismatch')).toMatchObject({
      ...{ limitMinutes: 0, hours: 'days', rule: 'house', source: { from: 'trade', trade: 'P32' } },
    }))

  it.each([
    [{ limitMinutes: 1440 }, '2026-11-21T15:59:59.999Z'],
    [{ hours: 'clock', limitMinutes: 90 }, '2026-11-20T04:06:00.000Z'],
    [{ hours: 'working', limitMinutes: 600 }, '2026-11-21T02:36:00.000Z'],
  ] as const)('obeys the limit of the company: %j', (own, due) => {
    const calendar = { timeZone: 'Asia/Shanghai', week: everyDayEightToSix, days: {} }
    const limit = stoves.clocks.find(({ clock }) => clock === 'mismatch')!
    expect(mismatchDue('2026-11-20T02:36:00.000Z', { ...limit, ...own }, calendar)).toBe(due)
    expect(mismatchDue('2026-11-20T02:36:00.000Z', undefined, calendar)).toBeNull()
  })
})

describe('promise of the visit', () => {
  const visit = (facts: Partial<VisitPromise>): VisitPromise => ({
    within3h: 'yes',
    receivedAt: start,
    visitFromAt: m(120),
    rescheduleReason: '',
    consent: null,
    ...facts,
  })
  const promise = stoves.promise

  it.each<[string, Partial<VisitPromise>, ReturnType<typeof promiseGate>]>([
    ['in time', {}, { isWithin: true, missing: [], way: 'dispatch' }],
    ['at 3 h exactly', { visitFromAt: m(180) }, { isWithin: true, missing: [], way: 'dispatch' }],
    [
      'a "yes" one second past 3 h',
      { visitFromAt: m(180, 1) },
      { isWithin: false, missing: ['rescheduleReason', 'consent'], way: 'ask' },
    ],
    [
      'nothing said',
      { within3h: null, visitFromAt: null },
      { isWithin: true, missing: ['visitFromAt', 'within3h'], way: 'ask' },
    ],
    [
      '"no" without reason',
      { within3h: 'no' },
      { isWithin: false, missing: ['rescheduleReason', 'consent'], way: 'ask' },
    ],
    [
      '"no" with reason only',
      { within3h: 'no', rescheduleReason: '师傅在外地' },
      { isWithin: false, missing: ['consent'], way: 'ask' },
    ],
    [
      '"no", reason blank',
      { within3h: 'no', rescheduleReason: '  ', consent: 'agreed' },
      { isWithin: false, missing: ['rescheduleReason'], way: 'ask' },
    ],
    [
      '"no", agreed',
      { within3h: 'no', visitFromAt: m(1440), rescheduleReason: '师傅在外地', consent: 'agreed' },
      { isWithin: false, missing: [], way: 'dispatch' },
    ],
    [
      'R045 "no", refused',
      { within3h: 'no', rescheduleReason: '师傅在外地', consent: 'refused' },
      { isWithin: false, missing: [], way: 'arrangeOtherwise' },
    ],
  ])('R044 %s', (_, facts, gate) => expect(promiseGate(visit(facts), promise)).toEqual(gate))

  it.each([
    [m(60), m(120), 'yes'],
    [m(120), m(180), 'yes'], // its end is the last minute
    [m(120), m(180, 1), null],
    [m(180), m(240), null],
    [m(180), null, 'yes'],
    [m(180, 1), m(240), 'no'],
    [m(180, 1), null, 'no'],
  ] as const)('R044 a window from %s to %s answers by itself: %s', (fromAt, toAt, answer) =>
    expect(promiseAnswer({ fromAt, toAt }, start, 180)).toBe(answer),
  )

  it('asks only for the time where the trade promises nothing', () => {
    expect(promiseGate(visit({ within3h: null, visitFromAt: m(9999) }), null).way).toBe('dispatch')
    expect(promiseGate(visit({ within3h: null, visitFromAt: null }), null).missing).toEqual(['visitFromAt'])
  })
})

describe('close gate', () => {
  it.each<[boolean, boolean, boolean, GateStep[]]>([
    [false, false, false, ['result', 'ledger', 'archive']],
    [true, false, false, ['ledger', 'archive']],
    [true, true, false, ['archive']],
    [false, true, true, ['result']],
    [true, true, true, []],
  ])('R013 result %s, ledger %s, archive %s: still %o', (hasResult, hasLedger, hasArchive, missing) =>
    expect(closeGate({ hasResult, hasLedger, hasArchive })).toEqual(missing),
  )

  it('R013 lets exactly one step follow each state, in the order of the paper', () => {
    const allowed = ticketStates.map((state) => [
      state,
      (['result', 'ledger', 'archive'] as const).filter((step) => mayStep(state, step) === null),
    ])
    expect(Object.fromEntries(allowed)).toEqual({
      unassigned: [],
      dispatched: ['result'],
      resulted: ['ledger'],
      ledgered: ['archive'],
      closed: [],
      cancelled: [],
    })
  })

  it.each([
    ['unassigned', 'result', 'tickets.failure.dispatchFirst'],
    ['unassigned', 'archive', 'tickets.failure.resultFirst'],
    ['dispatched', 'ledger', 'tickets.failure.resultFirst'],
    ['resulted', 'result', 'tickets.failure.alreadyDone'],
    ['resulted', 'archive', 'tickets.failure.ledgerFirst'],
    ['ledgered', 'ledger', 'tickets.failure.alreadyDone'],
    ['closed', 'archive', 'tickets.failure.alreadyClosed'],
    ['cancelled', 'result', 'tickets.failure.alreadyCancelled'],
  ] as const)('R013 %s refuses %s as %s', (state, step, text) => expect(mayStep(state, step)?.text).toBe(text))

  it('R013 R043 a case guided by telephone gets its result without anybody being sent', () => {
    expect(mayStep('unassigned', 'result', 'guidance')).toBeNull()
    expect(mayStep('unassigned', 'ledger', 'guidance')).not.toBeNull()
  })
})

describe('choice of the technician', () => {
  const load = (
    id: string,
    region: string,
    openTickets: number,
    visits: [number, number | null, string?][] = [],
  ): TechnicianLoad => ({
    isDisabled: false,
    id,
    name: id,
    region,
    openTickets,
    today: visits.map(([from, to, state], at) => ({
      ticketId: `${id}${at}`,
      number: '',
      fromAt: m(from),
      toAt: to === null ? null : m(to),
      title: '',
      state: (state ?? 'dispatched') as 'dispatched',
      late: false,
    })),
  })
  const wanted = { region: '槐荫', visitFromAt: m(90), visitToAt: m(150) }
  const order = (loads: TechnicianLoad[], visit: Parameters<typeof rankTechnicians>[1] = wanted) =>
    rankTechnicians(loads, visit).map(({ technician }) => technician.id)

  it('R041 offers nobody who is disabled', () => {
    expect(order([{ ...load('a', '槐荫', 0), isDisabled: true }, load('b', '', 5)])).toEqual(['b'])
  })

  it('R041 offers who is free then, then same region, then fewest open cases', () => {
    const loads = [
      load('busy', '槐荫', 0, [[100, 160]]),
      load('far', '历下', 1),
      load('near', '槐荫', 4),
      load('nearer', '槐荫', 2),
    ]
    expect(order(loads)).toEqual(['nearer', 'near', 'far', 'busy'])
    expect(rankTechnicians(loads, wanted).map(({ reasons }) => reasons)).toEqual([
      ['free', 'sameRegion'],
      ['free', 'sameRegion'],
      ['free'],
      ['busyThen', 'sameRegion', 'fewestOpen'],
    ])
  })

  it.each<[string, [number, number | null, string?], boolean]>([
    ['ends as the window begins', [30, 90], true],
    ['ends a minute into it', [30, 91], false],
    ['begins as it ends', [150, 200], true],
    ['lies around it', [60, 200], false],
    ['has no end and began half an hour before', [60, null], false],
    ['has no end and began an hour before', [30, null], true],
    ['is already resulted', [100, 140, 'resulted'], true],
  ])('R041 a visit that %s leaves him free: %s', (_, visit, isFree) =>
    expect(rankTechnicians([load('a', '', 1, [visit])], wanted)[0]!.isFree).toBe(isFree),
  )

  it('R041 keeps the order of equals, and takes everybody for free without a time', () => {
    expect(order([load('b', '', 1), load('a', '', 1), load('c', '', 1)])).toEqual(['b', 'a', 'c'])
    expect(order([load('b', '', 2), load('a', '', 1, [[100, 140]])], { ...wanted, visitFromAt: null })).toEqual([
      'a',
      'b',
    ])
    expect(order([])).toEqual([])
  })
})
