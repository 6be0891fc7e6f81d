import { describe, expect, it } from 'vitest'
import type { CallRow } from '../../shared/intake/schema.ts'
import { type Draft, emptyDraft } from '../../renderer/intake/draft.ts'
import { lineOf } from '../../renderer/intake/line.ts'
import {
  callOf,
  changeTab,
  closeTab,
  followCalls,
  type IntakeTab,
  nextTab,
  noTabs,
  openTab,
  readTab,
  shownTabs,
  type TabsState,
} from '../../renderer/intake/tabs.ts'

const receivedAt = '2026-11-20T02:36:00.000Z'
let made = 0
const makeId = () => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`
const draft = (): Draft => emptyDraft({ callId: null, receivedAt, channel: 'phone' }, makeId)

const call = (id: string, part: Partial<CallRow> = {}): CallRow => ({
  ...{ id, direction: 'in', state: 'ringing', numberShown: '138 1234 5678', number: '13812345678', region: '山东济南' },
  ...{ line: '热线', to: '8018', ringAt: receivedAt, answeredAt: null, hungUpAt: null, memberId: null, memberName: '' },
  ...{ outcome: null, customerId: null, ticketId: null, registeredAt: null },
  ...part,
})
const makeTab = (row: CallRow): IntakeTab => ({
  id: `tab ${row.id}`,
  call: callOf(row),
  draft: draft(),
  isTouched: false,
  isPicked: false,
})
const quiet = { makeTab, isTyping: false, closed: new Set<string>() }
const ids = ({ tabs }: TabsState) => tabs.map(({ id }) => id)

describe('one tab a call', () => {
  const one = followCalls(noTabs, [call('a')], quiet)

  it('opens by itself and comes to the front when nothing stands there', () =>
    expect([ids(one), one.activeId]).toEqual([['tab a'], 'tab a']))

  it('waits behind while somebody types', () =>
    expect(followCalls(noTabs, [call('a')], { ...quiet, isTyping: true })).toMatchObject({
      activeId: null,
      tabs: [{ id: 'tab a' }],
    }))

  it('does not push a standing form away', () => {
    const two = followCalls(one, [call('b'), call('a', { state: 'answered', answeredAt: receivedAt })], quiet)
    expect([ids(two), two.activeId]).toEqual([['tab a', 'tab b'], 'tab a'])
  })

  it('leaves when another seat takes the call, and stays when something was typed', () => {
    expect(ids(followCalls(one, [], quiet))).toEqual([])
    const typedIn = changeTab(one, 'tab a', { isTouched: true })
    expect(followCalls(typedIn, [], quiet).tabs[0]?.call?.state).toBe('ended')
  })

  it('stays after hanging up until it is registered', () =>
    expect(ids(followCalls(one, [call('a', { state: 'ended', hungUpAt: receivedAt })], quiet))).toEqual(['tab a']))

  it('opens none for a call that is written down but still talking', () => {
    const talking = call('a', { state: 'answered', answeredAt: receivedAt })
    expect(ids(followCalls(noTabs, [{ ...talking, registeredAt: receivedAt }], quiet))).toEqual([])
    expect(ids(followCalls(noTabs, [{ ...talking, outcome: 'silent' }], quiet))).toEqual([])
  })

  it('opens none for a call this seat is done with, nor for one that ended before', () => {
    expect(ids(followCalls(noTabs, [call('a')], { ...quiet, closed: new Set(['a']) }))).toEqual([])
    expect(ids(followCalls(noTabs, [call('a', { state: 'ended' })], quiet))).toEqual([])
  })

  it('is the same state when nothing changed', () => expect(followCalls(one, [call('a')], quiet)).toBe(one))

  it('brings the waiting call to the front when a form is done', () => {
    const manual = openTab(one, { ...makeTab(call('m')), id: 'manual', call: null }, true)
    const two = followCalls(manual, [call('a'), call('b')], quiet)
    expect(closeTab(two, 'manual').activeId).toBe('tab a')
    expect(closeTab(closeTab(one, 'tab a'), 'tab a')).toMatchObject({ tabs: [], activeId: null })
  })

  it('shows the first rings of many, and always the active one and what was typed in', () => {
    const rings = ['a', 'b', 'c', 'd', 'e'].map((id) => call(id))
    const many = changeTab(followCalls(noTabs, [...rings].reverse(), quiet), 'tab e', { isTouched: true })
    expect(shownTabs({ ...many, activeId: 'tab d' }, 2).map(({ id }) => id)).toEqual([
      'tab a',
      'tab b',
      'tab d',
      'tab e',
    ])
    expect(shownTabs(many, 9)).toEqual(many.tabs)
  })

  it('goes round with F3', () => {
    const two = followCalls(one, [call('a'), call('b')], quiet)
    expect(nextTab(two).activeId).toBe('tab b')
    expect(nextTab(nextTab(two)).activeId).toBe('tab a')
    expect(nextTab(noTabs).activeId).toBeNull()
  })

  it('reads back what was kept, and nothing else', () => {
    const tab = one.tabs[0]
    expect(readTab(JSON.parse(JSON.stringify(tab)))).toEqual(tab)
    for (const other of [null, 3, {}, { id: 'x' }, { id: 'x', draft: {} }]) expect(readTab(other)).toBeNull()
  })
})

describe('the line of this seat', () => {
  const say = (line: string) => `打进 ${line}`
  const answered = call('b', { state: 'answered', answeredAt: '2026-11-20T02:40:00.000Z', number: '02112345678' })
  it.each([
    ['free', [], null],
    ['ringing', [call('a')], null],
    ['open', [call('a'), answered], null],
    ['wrapUp', [], callOf(call('a', { state: 'ended', hungUpAt: receivedAt }))],
  ] as const)('is %s', (state, calls, standing) => expect(lineOf(calls, standing, say).state).toBe(state))

  it('shows who talks, since when, on which line', () =>
    expect(lineOf([call('a'), answered], null, say)).toMatchObject({
      ...{
        sinceAt: '2026-11-20T02:40:00.000Z',
        dialled: '打进 热线',
        caller: { digits: '02112345678', note: '山东济南' },
      },
    }))
})
