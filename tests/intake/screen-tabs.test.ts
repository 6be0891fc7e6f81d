import { describe, expect, it } from 'vitest'
import type { CallerMatch } from '../../shared/customers/schema.ts'
import type { CallRow } from '../../shared/intake/schema.ts'
import { type Draft, emptyDraft } from '../../renderer/intake/draft.ts'
import { lineOf } from '../../renderer/intake/line.ts'
import {
  awaitsCaller,
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
  soleMatch,
  storeTab,
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
    const left = followCalls(typedIn, [], quiet)
    expect(left.tabs[0]?.call).toMatchObject({ state: 'ended', isElsewhere: true })
    // Answered by nobody known it may come back, and is known to have ended only by its row.
    const ended = followCalls(left, [call('a', { state: 'ended', hungUpAt: receivedAt })], quiet).tabs[0]?.call
    expect([ended?.state, ended?.isElsewhere]).toEqual(['ended', undefined])
  })

  it('stays after hanging up until it is registered', () =>
    expect(ids(followCalls(one, [call('a', { state: 'ended', hungUpAt: receivedAt })], quiet))).toEqual(['tab a']))

  it('keeps a stored call whose caller is still there, in front of other forms, until the hang-up', () => {
    const talking = call('a', { state: 'answered', answeredAt: receivedAt })
    const two = followCalls(openTab(one, { ...makeTab(call('m')), id: 'manual', call: null }, false), [talking], quiet)
    const stored = storeTab(changeTab(two, 'tab a', { isTouched: true }), 'tab a', 'GD1 已保存')
    const written = { ...talking, registeredAt: receivedAt }
    const later = followCalls(stored, [written, call('b')], quiet)
    expect([ids(later), later.activeId]).toEqual([['tab a', 'manual', 'tab b'], 'tab a'])
    expect(later.tabs[0]).toMatchObject({ saved: 'GD1 已保存', isTouched: false })
    expect(awaitsCaller({ ...later.tabs[0]!, draft: draft() })).toBe(false)
    expect(ids(followCalls(later, [{ ...written, state: 'ended' }], quiet))).toEqual(['manual'])
    expect(ids(followCalls(later, [], quiet))).toEqual(['manual'])
  })

  it('takes a stored entry away whose caller is not there', () => {
    expect(ids(storeTab(one, 'tab a', 'said'))).toEqual([])
    const hungUp = followCalls(one, [call('a', { state: 'ended', hungUpAt: receivedAt })], quiet)
    expect(ids(storeTab(hungUp, 'tab a', 'said'))).toEqual([])
  })

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

  const rings = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => call(id))
  const eight = followCalls(noTabs, [...rings].reverse(), quiet)

  it.each([
    ['tab a', 3, ['tab a', 'tab b', 'tab e']],
    ['tab h', 3, ['tab c', 'tab e', 'tab h']],
    ['tab d', 4, ['tab a', 'tab c', 'tab d', 'tab e']],
    [null, 3, ['tab a', 'tab c', 'tab e']],
    ['tab g', 1, ['tab g']],
    ['tab g', -2, ['tab g']],
    ['tab g', 8, ['tab a', 'tab b', 'tab c', 'tab d', 'tab e', 'tab f', 'tab g', 'tab h']],
  ])(
    'of eight with %s in front and room for %i shows %j: who talks and what was typed before mere rings',
    (id, room, expected) => {
      const typedIn = changeTab(eight, 'tab e', { isTouched: true })
      const talking = { ...makeTab(rings[2]!).call!, state: 'answered' as const }
      const many = id === 'tab a' ? typedIn : changeTab(typedIn, 'tab c', { call: talking })
      expect(shownTabs({ ...many, activeId: id }, room).map((tab) => tab.id)).toEqual(expected)
    },
  )

  const match = (part: Partial<CallerMatch> = {}): CallerMatch => ({
    ...{
      customerId: 'c',
      personId: 'p',
      customerName: '青禾路小学食堂',
      personName: '孟繁星',
      personTitle: '',
      address: '',
    },
    ...{ phoneShown: '', reasons: [], guess: false, lastContactAt: null, ...part },
  })
  it.each([
    ['none', [], null],
    ['one', [match()], 'p'],
    ['one and a guess', [match(), match({ personId: 'x', guess: true })], 'p'],
    ['a guess only', [match({ guess: true })], null],
    ['two people of one customer', [match(), match({ personId: 'q' })], null],
    ['two customers', [match(), match({ customerId: 'd' })], null],
  ])('takes the caller without a key when the number means one person: %s', (_, matches, personId) =>
    expect(soleMatch(matches)?.personId ?? null).toBe(personId),
  )

  it('waits for the caller only while nobody said who it is and nothing stands in the way', () => {
    const [tab] = one.tabs as [IntakeTab]
    expect(awaitsCaller(tab)).toBe(true)
    expect(awaitsCaller({ ...tab, isTouched: true, draft: { ...tab.draft, symptom: '点不着' } })).toBe(true)
    for (const part of [{ customerName: '王' }, { customerId: 'c' }, { productName: '灶' }, { address: '路' }])
      expect(awaitsCaller({ ...tab, draft: { ...tab.draft, ...part } })).toBe(false)
    expect(awaitsCaller({ ...tab, isPicked: true })).toBe(false)
    expect(awaitsCaller({ ...tab, call: null })).toBe(false)
    expect(awaitsCaller({ ...tab, call: { ...tab.call!, number: null } })).toBe(false)
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

  it('shows the ring whose form stands, else the one that rings longest', () => {
    const rings = [call('b', { number: '02112345678' }), call('a')]
    expect(lineOf(rings, null, say).caller?.digits).toBe('13812345678')
    expect(lineOf(rings, callOf(rings[0]!), say).caller?.digits).toBe('02112345678')
  })

  it('names the caller once the form knows who it is', () =>
    expect(lineOf([call('a')], null, say, (id) => (id === 'a' ? '孟繁星' : '')).caller?.note).toBe('孟繁星 · 山东济南'))

  it('shows who talks, since when, on which line', () =>
    expect(lineOf([call('a'), answered], null, say)).toMatchObject({
      ...{
        sinceAt: '2026-11-20T02:40:00.000Z',
        dialled: '打进 热线',
        caller: { digits: '02112345678', note: '山东济南' },
      },
    }))
})
