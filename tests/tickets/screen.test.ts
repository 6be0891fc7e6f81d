import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayUse, type Right, type Role } from '../../shared/admin/rights.ts'
import { stoves } from '../../shared/presets/p32-stoves.ts'
import { type TicketPage, type TicketRow, ticketViews } from '../../shared/tickets/schema.ts'
import { partProblems, partsOf, partsSum, yuanText } from '../../renderer/tickets/money-field.ts'
import { draftOf, resultGaps, resultInput } from '../../renderer/tickets/result-form.ts'
import { nextStep, stagesOf, stepsOf } from '../../renderer/tickets/steps.ts'
import { countText, placeAt } from '../../renderer/tickets/views.ts'
import { readDispatch, type DispatchDraft } from '../../renderer/tickets/visit-form.ts'
import { instantOn, readTime, stampText } from '../../renderer/tickets/work-times.ts'
import { parseMoney } from '../../shared/kit/money.ts'

const zone = 'Asia/Shanghai'
const on = '2026-11-20'
const nowAt = '2026-11-20T02:37:00.000Z' // 10:37
const at = (time: string) => new Date(`${on}T${time}:00+08:00`).toISOString()

it.each([
  ['/tickets', { place: 'list', view: 'open', saved: null, isBare: true }],
  ['/tickets/view/late', { place: 'list', view: 'late', saved: null, isBare: false }],
  ['/tickets/view/late/01a2', { place: 'list', view: 'late', saved: '01a2', isBare: false }],
  ['/tickets/view/nonsense', { place: 'list', view: 'open', saved: null, isBare: false }],
  ['/tickets/ledger', { place: 'ledger' }],
  ['/tickets/register/complaint', { place: 'register', only: 'complaint' }],
  ['/tickets/register/line/01a2', { place: 'line', id: '01a2' }],
  ['/tickets/register/x', { place: 'register', only: 'all' }],
  ['/tickets/01a2/result', { place: 'ticket', id: '01a2', step: 'result' }],
  ['/tickets/01a2?x=1', { place: 'ticket', id: '01a2', step: null }],
])('%s is %o', (path, place) => expect(placeAt(path, ticketViews)).toEqual(place))

it.each([
  [undefined, undefined],
  [0, '0'],
  [9998, '9998'],
  [9999, '9999+'],
])('a view of %s shows %s', (count, text) => expect(countText(count)).toBe(text))

describe('money typed in yuan', () => {
  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
        expect(parseMoney(yuanText(cents))).toBe(cents)
      }),
    )
  })

  it.each([
    [{ name: '点火器 DH-3', quantity: '1', price: '128.5' }, []],
    [{ name: '点火器 DH-3', quantity: '２', price: '' }, []],
    [{ name: ' ', quantity: '1', price: '12' }, ['name']],
    [{ name: '阀', quantity: '0', price: '12' }, ['quantity']],
    [{ name: '阀', quantity: '1000', price: '1,2' }, ['quantity', 'price']],
    [{ name: '阀', quantity: '-1', price: '-5' }, ['quantity', 'price']],
  ])('%o cannot be read in %o', (line, problems) => expect(partProblems(line)).toEqual(problems))

  it('adds readable lines and leaves the empty one out', () => {
    const lines = [
      { name: '先导火管', quantity: '2', price: '64.25' },
      { name: '', quantity: '1', price: '' },
      { name: '阀', quantity: 'x', price: '5' },
    ]
    expect(partsSum(lines)).toBe(12_850)
    expect(partsOf(lines.slice(0, 2))).toEqual([{ name: '先导火管', quantity: 2, unitPriceCents: 6425 }])
  })
})

it.each([
  ['12:41', 761],
  ['1241', 761],
  ['9', 540],
  ['９：０５', 545],
  ['9点半', 570],
  ['24:00', undefined],
  ['12:60', undefined],
  ['x', undefined],
])('the time %s is minute %s of the day', (typed, minute) => expect(readTime(typed)).toBe(minute))

it('puts typed times onto the day in the company’s zone', () => {
  expect(instantOn(on, '10:37', zone)).toBe(nowAt)
  expect(instantOn(on, ' ', zone)).toBeNull()
  expect(instantOn(on, 'soon', zone)).toBeUndefined()
  expect(stampText(nowAt, zone)).toBe('2026-11-20 10:37')
})

describe('the dispatch form', () => {
  const draft: DispatchDraft = {
    technicianId: null,
    window: null,
    typed: '',
    cause: '',
    measure: '',
    parts: '',
    within3h: null,
    rescheduleReason: '',
    consent: null,
  }
  const ticket = { promisedFromAt: at('10:36') }
  const read = (part: Partial<DispatchDraft>) => readDispatch({ ...draft, ...part }, ticket, stoves, nowAt, zone)

  it('asks for time, person and the three-hour answer, in this order (R041, R044)', () =>
    expect(read({}).missing).toEqual(['visit', 'technicianId', 'within3h']))

  it('answers the three-hour question from the time: 13:36 is the last minute (R044)', () => {
    expect(read({ window: { fromAt: at('12:36'), toAt: at('13:36') } }).within3h).toBe('yes')
    expect(read({ window: { fromAt: at('13:37'), toAt: at('14:37') } }).within3h).toBe('no')
    expect(read({ window: { fromAt: at('13:37'), toAt: at('14:37') }, within3h: 'yes' }).within3h).toBe('no')
  })

  it('asks a person where the window ends after the promise, and takes the answer (R044)', () => {
    const over = { technicianId: 't', window: { fromAt: at('13:00'), toAt: at('14:00') } }
    expect(read(over)).toMatchObject({ within3h: null, missing: ['within3h'] })
    expect(read({ ...over, within3h: 'yes' })).toMatchObject({ within3h: 'yes', missing: [] })
    expect(read({ ...over, within3h: 'no' }).missing).toEqual(['rescheduleReason', 'consent'])
  })

  it('counts from now where the case still waits for its part: who is sent ends the wait (R044)', () => {
    const within = (fromAt: string) =>
      readDispatch({ ...draft, window: { fromAt, toAt: fromAt } }, { promisedFromAt: null }, stoves, nowAt, zone)
    const last = Date.parse(nowAt) + 180 * 60_000
    expect(within(new Date(last).toISOString()).within3h).toBe('yes')
    expect(within(new Date(last + 60_000).toISOString()).within3h).toBe('no')
  })

  it('asks reason and consent for a later visit, and stops at a refusal (R044, R045)', () => {
    const later = { technicianId: 't', typed: '15-16' }
    expect(read(later).missing).toEqual(['rescheduleReason', 'consent'])
    expect(read({ ...later, rescheduleReason: '远郊', consent: 'agreed' })).toMatchObject({
      missing: [],
      gate: { way: 'dispatch' },
    })
    expect(read({ ...later, rescheduleReason: '远郊', consent: 'refused' }).gate.way).toBe('arrangeOtherwise')
  })

  it('says when what is typed is no time', () =>
    expect(read({ typed: '下回' })).toMatchObject({ problem: 'unreadable', window: null }))

  it('asks nothing about hours in a trade without a promise', () =>
    expect(
      readDispatch({ ...draft, technicianId: 't', typed: '15-16' }, ticket, { ...stoves, promise: null }, nowAt, zone)
        .missing,
    ).toEqual([]))
})

describe('the way of a ticket', () => {
  const page = (ticket: Partial<TicketRow>, more: Partial<TicketPage> = {}): TicketPage => ({
    ticket: {
      id: 't',
      state: 'unassigned',
      handling: 'dispatch',
      pausedReason: null,
      round: 1,
      receivedAt: at('10:36'),
      roundAt: at('10:36'),
      operatorName: '周敏',
      ...ticket,
    } as TicketRow,
    ...{
      sheetNumber: '',
      warranty: null,
      deadlines: [],
      limitLayers: {},
      memberNames: {},
      plans: [],
      planOwed: 'no',
      cancelled: null,
      dispatches: [],
      chases: [],
      notes: [],
      moments: [],
      momentsAsked: [],
      arrivalAsked: false,
      withdrawals: [],
      withdrawable: [],
      mismatches: [],
      result: null,
      earlier: [],
      ledger: null,
      missing: [],
      sameFault: [],
      cameBack: [],
    },
    ...more,
  })
  const order = (...attempts: string[]) =>
    ({
      id: 'd',
      state: 'active',
      dispatchedAt: at('10:40'),
      technicianName: '李志强',
      attempts: attempts.map((result, index) => ({ id: String(index), nth: index + 1, at: at('10:50'), result })),
    }) as TicketPage['dispatches'][number]
  const as = (role: Role) => (right: Right) => mayUse(role, right)
  const out = page({ state: 'dispatched' }, { dispatches: [order('noAnswer')] })

  it.each([
    ['dispatcher', page({}), 'dispatch'],
    ['dispatcher', page({ handling: 'guidance' }), 'result'],
    ['dispatcher', out, 'contact'],
    ['dispatcher', page({ pausedReason: 'waitingForPart', round: 2 }), 'resume'],
    ['dispatcher', page({ state: 'dispatched', pausedReason: 'waitingForCustomer' }), 'resume'],
    ['technician', page({ state: 'dispatched', pausedReason: 'waitingForPart' }), 'result'],
    ['operator', out, 'result'], // the desk does not call before the visit
    ['technician', page({ state: 'dispatched' }, { dispatches: [order('reached')] }), 'result'],
    ['dispatcher', page({ state: 'resulted' }), 'ledger'],
    ['technician', page({ state: 'resulted' }), null],
    ['dispatcher', page({ state: 'ledgered' }), 'archive'],
    ['supervisor', page({ state: 'closed' }), null],
    ['supervisor', page({ state: 'cancelled' }), null],
  ] as const)('%s goes on with a ticket by %#: %s', (role, at_, step) => expect(nextStep(at_, as(role))).toBe(step))

  it('gives a technician the steps of the visit and none of the desk', () => {
    expect(stepsOf(out, as('technician'))).toEqual(['contact', 'mismatch', 'handBack', 'result', 'note'])
    expect(stepsOf(page({}), as('technician'))).toEqual(['note'])
  })

  it('stops or starts the clock, never both', () => {
    expect(stepsOf(page({}), as('dispatcher'))).toContain('pause')
    const paused = stepsOf(page({ pausedReason: 'waitingForPart' }), as('dispatcher'))
    expect([paused.includes('resume'), paused.includes('pause')]).toEqual([true, false])
  })

  it('shows the stages in the order of the paper, one of them now (R013)', () => {
    expect(stagesOf(out).map(({ id, state }) => `${id} ${state}`)).toEqual([
      ...['received done', 'dispatch done', 'contact now', 'result later', 'ledger later', 'archive later'],
    ])
    expect(stagesOf(page({ handling: 'guidance' })).map(({ id }) => id)).toEqual([
      'received',
      'result',
      'ledger',
      'archive',
    ])
    expect(stagesOf(page({ state: 'cancelled' })).some(({ state }) => state === 'now')).toBe(false)
  })

  it('ticks a step only by what happened in this round: an order that went back, or of the visit before, ticks nothing', () => {
    const back = { ...order('reached'), state: 'handedBack', fedBackAt: at('11:00') } as const
    const before = { ...order('reached'), state: 'done', fedBackAt: null } as const
    const ticked = (page: TicketPage) =>
      stagesOf(page).flatMap(({ id, state, at: when }) => (state === 'done' || when ? [id] : []))
    expect(ticked(page({}, { dispatches: [back] }))).toEqual(['received'])
    expect(stagesOf(page({}, { dispatches: [back] }))[1]).toMatchObject({ state: 'now', waitsSinceAt: at('11:00') })
    expect(ticked(page({ round: 2 }, { dispatches: [before] }))).toEqual(['received'])
    const again = page({ state: 'dispatched' }, { dispatches: [order('noAnswer'), back] })
    expect(ticked(again)).toEqual(['received', 'dispatch'])
  })

  it('enters a result with the money meant: nothing while free, else the parts, else what is typed (F04)', () => {
    const free = page(
      { state: 'dispatched', technicianId: 'm' },
      { warranty: { stage: 'free' } as TicketPage['warranty'] },
    )
    const paid = page({ state: 'dispatched', technicianId: 'm' })
    const parts = [{ name: '阀', quantity: '2', price: '64' }]
    const filled = { ...draftOf(paid, nowAt, zone), result: '换阀', outcome: 'solved' as const, parts }
    expect(resultGaps(draftOf(paid, nowAt, zone), zone).missing).toEqual(['result', 'outcome'])
    expect(resultInput(filled, free, 'r', zone)?.chargeCents).toBe(0)
    expect(resultInput(filled, paid, 'r', zone)?.chargeCents).toBe(12_800)
    expect(resultInput({ ...filled, charge: '50' }, paid, 'r', zone)?.chargeCents).toBe(5_000)
    expect(resultInput({ ...filled, charge: '1,5' }, paid, 'r', zone)).toBeNull()
    expect(resultInput({ ...filled, arrived: '10:30', finished: 'x' }, paid, 'r', zone)).toBeNull()
    expect(resultInput({ ...filled, arrived: '10:37' }, paid, 'r', zone)?.arrivedAt).toBe(nowAt)
  })

  it.each([
    ['the agreed visit once it has passed', '2026-11-20T01:30:00.000Z', '09:30'],
    ['the present minute while it is to come', '2026-11-20T05:00:00.000Z', '10:37'],
    ['the present minute where it was sent after that', '2026-11-20T00:10:00.000Z', '10:37'],
  ])('asks for the arrival where a limit ends by it, and begins with %s', (_, visitFromAt, arrived) => {
    const active = { ...order(), state: 'active' as const, dispatchedAt: '2026-11-20T01:00:00.000Z', visitFromAt }
    const out = page({ state: 'dispatched', technicianId: 'm' }, { dispatches: [active], arrivalAsked: true })
    const draft = draftOf(out, nowAt, zone)
    expect(draft.arrived).toBe(arrived)
    expect(resultGaps({ ...draft, arrived: '' }, zone, true).missing).toContain('arrived')
    expect(resultInput({ ...draft, arrived: '', result: 'x', outcome: 'solved' }, out, 'r', zone)).toBeNull()
    expect(draftOf({ ...out, arrivalAsked: false }, nowAt, zone).arrived).toBe('')
  })

  const limit = (part: object) => [{ metAt: null, state: 'running', dueAt: '2026-11-20T02:38:00.000Z', ...part }]
  const chase = [{ id: 'c', at: '2026-11-20T02:00:00.000Z', byName: '周敏', note: '' }]
  it.each([
    ['is over', { deadlines: limit({ state: 'late', dueAt: '2026-11-20T02:00:00.000Z' }) }, ''],
    ['is over since the page was read', { deadlines: limit({ dueAt: '2026-11-20T02:37:00.000Z' }) }, ''],
    ['runs, but the customer asked where they stay', { deadlines: limit({}), chases: chase }, ''],
    ['runs', { deadlines: limit({}) }, '09:30'],
    [
      'was met late',
      { deadlines: limit({ metAt: '2026-11-20T02:10:00.000Z', dueAt: '2026-11-20T02:00:00.000Z' }) },
      '09:30',
    ],
  ])('guesses no arrival in time for who is late: where the limit %s, it begins with "%s"', (_, part, arrived) => {
    const sent = { ...order(), state: 'active' as const, dispatchedAt: '2026-11-20T01:00:00.000Z' }
    const dispatches = [{ ...sent, visitFromAt: '2026-11-20T01:30:00.000Z' }]
    const out = page({ state: 'dispatched' }, { dispatches, arrivalAsked: true, ...(part as Partial<TicketPage>) })
    const draft = draftOf(out, nowAt, zone)
    expect([draft.arrived, draft.serviceOn]).toEqual([arrived, on])
    expect(resultGaps(draft, zone, true).missing.includes('arrived')).toBe(arrived === '')
  })
})
