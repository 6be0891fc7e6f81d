import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BoardFigures } from '../../shared/tickets/board.ts'
import { type TechnicianLoad, type TicketRow, ticketViews } from '../../shared/tickets/schema.ts'
import { byTimeLeft } from '../../renderer/tickets/by-time-left.ts'
import { boardRow } from '../../renderer/tickets/figures.ts'
import { movePlacing, startPlacing } from '../../renderer/tickets/placing.ts'
import {
  firstWindow,
  freePerHour,
  lanesOf,
  movedBy,
  placeOf,
  shareOf,
  toneOf,
  windowAt,
} from '../../renderer/tickets/time-grid.ts'
import { placeAt } from '../../renderer/tickets/views.ts'

const zone = 'Asia/Shanghai'
const on = '2026-11-20'
const nowAt = '2026-11-20T02:37:00.000Z' // 10:37
const at = (time: string) => new Date(`${on}T${time}:00+08:00`).toISOString()

describe('the figures of the board', () => {
  const board: BoardFigures = {
    ...{ late: 2, dueSoon: 4, unassigned: 5, oldestUnassignedAt: at('10:25'), complaints: 3, followupsLate: 7 },
    ...{ lostCalls: 3, oldestLostAt: null, callsToday: 74, answeredInTime: null, answerSeconds: 20, closedToday: 31 },
  }
  const row = boardRow(board, nowAt)

  it('are red and amber only in the first two, and only when there is something', () => {
    const verdicts = [...row.burning, ...row.day].filter(({ verdict }) => verdict !== null)
    expect(verdicts.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['late', 'late'],
      ['dueSoon', 'warn'],
    ])
    const calm = boardRow({ ...board, late: 0, dueSoon: 0 }, nowAt)
    expect([...calm.burning, ...calm.day].every(({ verdict }) => verdict === null)).toBe(true)
  })

  it('say how long the oldest waits', () =>
    expect(row.burning.map(({ oldestMinutes }) => oldestMinutes)).toEqual([null, null, 12, null, null, null]))

  it('name the seconds a call is to be picked up in', () =>
    expect(row.day.find(({ id }) => id === 'answeredInTime')).toMatchObject({ value: null, count: 20 }))

  it('open their rows, each of them', () => {
    const paths = [...row.burning, ...row.day].map(({ path }) => path)
    expect(
      paths.filter((path) => !path.startsWith('#')).every((path) => placeAt(path, ticketViews).place !== 'ticket'),
    ).toBe(true)
    expect(paths.filter((path) => path.startsWith('#'))).toEqual(['#lost'])
  })
})

it('lists by time left, each ticket once, what waits by the limit of its wait', () => {
  const row = (id: string, nextDueAt: string | null, pausedReason: string | null = null) =>
    ({ id, nextDueAt, pausedReason }) as TicketRow
  const late = [row('a', at('10:30'))]
  const open = [
    row('b', at('13:00')),
    row('a', at('10:30')),
    row('c', null),
    row('d', at('09:00'), 'waitingForPart'),
    row('e', at('11:00')),
  ]
  expect(byTimeLeft([late, open]).map(({ id }) => id)).toEqual(['d', 'a', 'e', 'b'])
})

describe('the time grid', () => {
  it.each([
    ['08:00', '09:00', { left: 0, width: 0.1 }],
    ['12:30', '13:30', { left: 0.45, width: 0.1 }],
    ['10:00', null, { left: 0.2, width: 0.1 }], // without an end it lasts an hour
    ['07:00', '08:30', { left: 0, width: 0.05 }], // cut at the edge
    ['17:30', '19:00', { left: 0.95, width: 0.05 }],
    ['06:00', '08:00', null],
    ['18:00', '19:00', null],
  ])('a visit from %s to %s stands at %o', (from, to, place) => {
    const found = placeOf(at(from), to ? at(to) : null, on, zone)
    if (place === null) expect(found).toBeNull()
    else expect(found).toEqual({ left: expect.closeTo(place.left), width: expect.closeTo(place.width) })
  })

  it.each([
    ['08:00', 0],
    ['10:37', 157 / 600],
    ['18:00', 1],
    ['07:59', null],
    ['18:01', null],
  ])('now at %s is drawn at %s', (time, share) =>
    share === null
      ? expect(shareOf(at(time), on, zone)).toBeNull()
      : expect(shareOf(at(time), on, zone)).toBeCloseTo(share),
  )

  it.each([
    [0, '08:00'],
    [0.049, '08:00'],
    [0.05, '08:30'],
    [0.46, '12:30'],
    [0.99, '17:00'],
    [-3, '08:00'],
    [7, '17:00'],
  ])('dropped at %s of the width it begins at %s and lasts an hour', (share, time) => {
    const { fromAt, toAt } = windowAt(share, on, zone)
    expect(fromAt).toBe(at(time))
    expect(Date.parse(toAt) - Date.parse(fromAt)).toBe(3_600_000)
  })

  it('finds a dropped visit where it was dropped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18 }), (slot) => {
        const { fromAt, toAt } = windowAt(slot / 20, on, zone)
        expect(placeOf(fromAt, toAt, on, zone)?.left).toBeCloseTo(slot / 20)
      }),
    )
  })

  it.each([
    ['10:00', 1, '10:30'],
    ['10:00', -1, '09:30'],
    ['08:00', -1, '08:00'],
    ['17:00', 1, '17:00'],
  ])('from %s by %s half hours it stands at %s', (from, steps, to) =>
    expect(movedBy(at(from), steps, on, zone).fromAt).toBe(at(to)),
  )

  it.each([
    ['10:37', '11:00'],
    ['10:30', '10:30'],
    ['06:00', '08:00'],
    ['17:40', '17:00'],
    ['22:00', '17:00'],
  ])('placing begins at %s with %s', (now, first) => expect(firstWindow(at(now), on, zone).fromAt).toBe(at(first)))

  it.each([
    ['resulted', false, '09:00', 'done'],
    ['dispatched', true, '09:00', 'late'],
    ['dispatched', false, '10:00', 'now'],
    ['dispatched', false, '15:00', 'later'],
  ] as const)('a visit %s, late %s, from %s is drawn %s', (state, late, from, tone) =>
    expect(toneOf({ state, late, fromAt: at(from), toAt: null }, nowAt)).toBe(tone),
  )

  it('puts visits that overlap below each other', () => {
    const visit = (from: string, to: string) => ({ fromAt: at(from), toAt: at(to) })
    expect(
      lanesOf([visit('08:00', '10:00'), visit('09:00', '11:00'), visit('10:00', '12:00'), visit('10:30', '11:00')]),
    ).toEqual([0, 1, 0, 2])
  })

  it('counts who is free in each hour that is not over', () => {
    const load = (id: string, ...visits: [string, string][]): TechnicianLoad => ({
      ...{ id, name: id, region: '', isDisabled: id === 'gone', openTickets: visits.length },
      today: visits.map(([from, to]) => ({
        ticketId: id,
        number: '',
        fromAt: at(from),
        toAt: at(to),
        title: '',
        state: 'dispatched',
        late: false,
      })),
    })
    const free = freePerHour([load('a', ['10:00', '12:00']), load('b'), load('c', ['12:30', '13:30'])], nowAt, on, zone)
    expect(free).toEqual([null, null, 2, 2, 2, 2, 3, 3, 3, 3])
  })
})

describe('placing by keys', () => {
  const people = [
    { id: 'a', region: '历下区' },
    { id: 'b', region: '槐荫区' },
  ]
  const ticket = { id: 't', region: '槐荫区' } as TicketRow

  it('begins with the technician of the region, else the first, and not without anybody', () => {
    expect(startPlacing(ticket, people, nowAt, on, zone)).toMatchObject({
      technicianId: 'b',
      fromAt: at('11:00'),
      isDropped: false,
    })
    expect(startPlacing({ ...ticket, region: '' }, people, nowAt, on, zone)?.technicianId).toBe('a')
    expect(startPlacing(ticket, [], nowAt, on, zone)).toBeNull()
  })

  it('walks half hours to the sides and technicians up and down, never out of the grid', () => {
    const start = startPlacing(ticket, people, nowAt, on, zone)!
    expect(movePlacing(start, 'ArrowRight', people, on, zone).fromAt).toBe(at('11:30'))
    expect(movePlacing(start, 'ArrowUp', people, on, zone).technicianId).toBe('a')
    expect(movePlacing(start, 'ArrowDown', people, on, zone).technicianId).toBe('b')
  })
})
